/** Networks of all layers that ONNX is written for; fixtures/interop/onnxruntime.mjs runs the same. */
import { iris, standardize } from '../../../src/data/index.ts';
import { exportModel } from '../../../src/interop/index.ts';
import * as nn from '../../../src/nn/index.ts';
import { argmax } from '../../../src/ops/public.ts';

const activations = {
  relu: nn.relu(),
  leakyRelu: nn.leakyRelu({ negativeSlope: 0.2 }),
  elu: nn.elu({ alpha: 0.5 }),
  selu: nn.selu(),
  gelu: nn.gelu(),
  geluTanh: nn.geluTanh(),
  silu: nn.silu(),
  mish: nn.mish(),
  softplus: nn.softplus(),
  sigmoid: nn.sigmoid(),
  tanh: nn.tanh(),
  hardSigmoid: nn.hardSigmoid(),
  hardTanh: nn.hardTanh(),
  softmax: nn.softmax(),
  logSoftmax: nn.logSoftmax(),
  batchNorm: nn.batchNorm({ epsilon: 1e-3, momentum: 0.99 }),
  layerNorm: nn.layerNorm({ epsilon: 1e-3 }),
  dropout: nn.dropout({ rate: 0.25 }),
  flatten: nn.flatten(),
};

export const exported = Object.entries(activations).map(([name, layer]) => {
  const data = iris();
  const scaler = standardize(data);
  const inner = nn.residual([nn.dense({ units: 8, useBias: false }), nn.tanh()]);
  const layers = [nn.dense({ units: 8 }), layer, inner, nn.dense({ units: 3 })];
  const model = nn.sequential({ inputShape: [4], seed: name }, layers);
  const inputs = data.inputs.slice([45, 55], [0, 4]);
  const outputs = () => nn.softmax(model.predict(scaler.transform(inputs)));
  const { classNames = [], featureNames = [] } = data;
  return {
    name,
    inputs,
    outputs,
    labels: () => Array.from(argmax(outputs()).toTypedArray(), (k) => classNames[k]),
    bytes: () =>
      exportModel(model, {
        ...{ to: 'onnx', scalers: [scaler], classNames, featureNames, labels: true },
      }),
  };
});
