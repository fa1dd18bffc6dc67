/** Networks that are written for scikit-learn; fixtures/interop/sklearn/rebuilt.ts rebuilds them there. */
import { diabetes, iris, minMax, type Scaler, standardize } from '../../../src/data/index.ts';
import { exportModel } from '../../../src/interop/index.ts';
import * as nn from '../../../src/nn/index.ts';
import { predictor } from '../../../src/persistence/index.ts';

const flowers = iris();
const patients = diabetes();
const inputs = flowers.inputs.slice([45, 60], [0, 4]).toArray() as number[][];
const measured = patients.inputs.slice([0, 12], [0, 10]).toArray() as number[][];

interface Given {
  readonly name: string;
  readonly layers: readonly nn.Layer[];
  readonly rows: number[][];
  readonly loss: string;
  readonly scalers?: readonly Scaler[];
  readonly classNames?: readonly string[];
  readonly featureNames?: readonly string[];
  readonly dtype?: 'float32' | 'float64';
}

const { dense } = nn;
const scalers = [standardize(flowers), minMax(flowers, { low: -1, high: 3 })];
const both = [standardize(patients), standardize(patients, { of: 'targets' })];
const given: readonly Given[] = [
  {
    name: 'species',
    layers: [dense({ units: 6 }), nn.tanh(), nn.dropout({ rate: 0.5 }), dense({ units: 3 })],
    ...{ rows: inputs, loss: 'softmaxCrossEntropy', scalers: scalers.slice(0, 1) },
    classNames: flowers.classNames ?? [],
    featureNames: flowers.featureNames ?? [],
  },
  {
    name: 'binary',
    layers: [dense({ units: 5 }), nn.relu(), dense({ units: 1 })],
    ...{ rows: inputs, loss: 'sigmoidBinaryCrossEntropy', scalers, classNames: ['no', 'yes'] },
  },
  {
    name: 'labels',
    layers: [dense({ units: 5 }), nn.sigmoid(), dense({ units: 2 })],
    ...{ rows: inputs, loss: 'sigmoidBinaryCrossEntropy', classNames: ['red', 'tall'] },
    dtype: 'float64',
  },
  {
    name: 'numbers',
    layers: [dense({ units: 4, useBias: false }), dense({ units: 3 }), nn.softmax()],
    ...{ rows: inputs, loss: 'klDivergence', classNames: ['-7', '0', '12'] },
  },
  {
    name: 'value',
    layers: [dense({ units: 4 }), nn.relu(), dense({ units: 4 }), nn.relu(), dense({ units: 1 })],
    ...{ rows: measured, loss: 'meanSquaredError', scalers: both },
  },
  {
    name: 'values',
    layers: [dense({ units: 2 })],
    ...{ rows: inputs, loss: 'meanSquaredError', dtype: 'float64' },
  },
];

export const exported = given.map(({ name, layers, rows, loss, dtype = 'float32', ...extras }) => {
  const shape = { inputShape: [rows[0]?.length ?? 0], seed: name, dtype };
  const model = nn.sequential(shape, [...layers]);
  const made = predictor(model, { loss, ...extras });
  const isClassifier = extras.classNames !== undefined;
  return {
    ...{ name, rows },
    predicted: () =>
      (isClassifier ? made.predictProbabilities(rows) : made.predict(rows)).toArray() as number[][],
    bytes: () => exportModel(model, { to: 'sklearn', loss, ...extras }),
  };
});
