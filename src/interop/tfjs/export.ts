/** A model as `model.json` of TensorFlow.js and its weights in files of at most 4 MB. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { OptionError } from '../../errors/errors.ts';
import { concatenate } from '../../formats/bytes.ts';
import { encodeNumbers } from '../../formats/numbers.ts';
import { encodeText } from '../../formats/text.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ExportTraining } from '../exported.ts';
import { layerConfig } from '../keras/export.ts';
import { type KerasLayer, kerasLayers } from '../keras/write_config.ts';
import { learningOf } from '../keras/write_training.ts';
import type { Files } from './weights.ts';
import { compiled, optimizerVariables } from './write_training.ts';

interface Named {
  readonly name: string;
  readonly tensor: Tensor;
}

const formatOf = ({ dtype }: Tensor) => (dtype === 'int32' ? 'int32' : 'float32');

const specOf = ({ name, tensor }: Named) => ({
  ...{ name, shape: tensor.shape, dtype: formatOf(tensor) },
});

const activation = (name: string): KerasLayer => ({
  ...{ className: 'Activation', name: 'probabilities', config: { activation: name }, weights: [] },
});

/** The names of the weights that learn there, in their order. */
const learnsThere = (layers: readonly KerasLayer[]) =>
  layers.flatMap(({ name, config, weights }) =>
    config.trainable === false
      ? []
      : weights.flatMap(([local]) => (local.startsWith('moving_') ? [] : `${name}/${local}`)),
  );

/** What browsers and CDNs keep whole: the size that TensorFlow's converter has. */
const SHARD_BYTES = 4 * 1024 * 1024;

/** @throws OptionError for layers, an optimizer or a loss that TensorFlow.js has not, and for models in float64 */
export function exportTfjs(
  model: Model,
  scalers: readonly Scaler[],
  training?: ExportTraining,
): Files {
  if (model.dtype !== 'float32') {
    throw new OptionError({
      where: 'exportModel',
      expected: 'a model of float32, the only floats of TensorFlow.js',
      received: model.dtype,
      remedy: "Write ONNX, which has float64: { to: 'onnx' }.",
    });
  }
  const { config: trainingConfig, ending } = (training && compiled(training)) ?? {};
  const layers = [...kerasLayers(model, scalers, 'tfjs'), ...(ending ? [activation(ending)] : [])];
  const weights = layers.flatMap(({ name, weights: own }) =>
    own.map(([local, tensor]) => ({ name: `${name}/${local}`, tensor })),
  );
  const learning = learningOf(model);
  const variables = training ? optimizerVariables(training, learning, learnsThere(layers)) : [];
  const data = concatenate(
    [...weights, ...variables].map(({ tensor }) =>
      encodeNumbers(tensor.toTypedArray(), formatOf(tensor), true),
    ),
  );
  const count = Math.max(1, Math.ceil(data.length / SHARD_BYTES));
  const shards = Array.from({ length: count }, (_, i): [string, Uint8Array] => [
    `group1-shard${i + 1}of${count}.bin`,
    data.slice(i * SHARD_BYTES, (i + 1) * SHARD_BYTES),
  ]);
  const configs = layers.map((layer) => layerConfig(layer, 'float32'));
  const input = {
    class_name: 'InputLayer',
    config: {
      batch_input_shape: [null, ...model.inputShape],
      dtype: 'float32',
      sparse: false,
      name: 'input_layer',
    },
  };
  const json = {
    format: 'layers-model',
    generatedBy: 'epochal',
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'sequential', layers: [input, ...configs] },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: shards.map(([name]) => name),
        weights: [
          ...weights.map(specOf),
          ...variables.map((one) => ({ ...specOf(one), group: 'optimizer' })),
        ],
      },
    ],
    ...(trainingConfig && { trainingConfig }),
  };
  return { 'model.json': encodeText(JSON.stringify(json)), ...Object.fromEntries(shards) };
}
