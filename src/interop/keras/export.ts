/** A model as a `.keras` file, and its weights as `.weights.h5`, as Keras 3 writes them. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { type Hdf5Group, writeHdf5 } from '../../formats/hdf5/write.ts';
import { encodeText } from '../../formats/text.ts';
import { packZip } from '../../formats/zip/pack.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ExportTraining } from '../exported.ts';
import { CONFIG, METADATA, WEIGHTS } from './import.ts';
import { type KerasLayer, kerasLayers } from './write_config.ts';
import { compileConfig, learningOf, optimizerVariables } from './write_training.ts';

/** Of Keras, whose layout this is. */
const VERSION = '3.15.1';

/** @throws OptionError for layers that Keras has not */
export function exportKeras(
  model: Model,
  scalers: readonly Scaler[],
  training?: ExportTraining,
): Uint8Array {
  const layers = kerasLayers(model, scalers, 'keras');
  const { inputShape, dtype } = model;
  const input = {
    class_name: 'InputLayer',
    config: {
      batch_shape: [null, ...inputShape],
      dtype,
      sparse: false,
      ragged: false,
      name: 'input_layer',
    },
  };
  const config = {
    module: 'keras',
    class_name: 'Sequential',
    config: {
      ...{ name: 'sequential', trainable: true },
      layers: [input, ...layers.map((layer) => layerConfig(layer, dtype))].map((layer) => ({
        ...{ module: 'keras.layers', ...layer, registered_name: null },
      })),
      build_input_shape: [null, ...inputShape],
    },
    registered_name: null,
    build_config: { input_shape: [null, ...inputShape] },
    ...(training && { compile_config: compileConfig(training) }),
  };
  const variables = training === undefined ? [] : optimizerVariables(training, learningOf(model));
  const json = (value: unknown) => encodeText(JSON.stringify(value));
  return packZip('exportModel', [
    [METADATA, json({ keras_version: VERSION, date_saved: '1980-01-01@00:00:00' })],
    [CONFIG, json(config)],
    [WEIGHTS, writeHdf5(weightsOf(layers, variables))],
  ]);
}

/** @throws OptionError for layers that Keras has not */
export function exportKerasWeights(model: Model): Uint8Array {
  return writeHdf5(weightsOf(kerasLayers(model, [], 'keras')));
}

export function layerConfig({ className, name, config }: KerasLayer, dtype: string) {
  return { class_name: className, config: { name, trainable: true, dtype, ...config } };
}

const numberedGroup = (tensors: readonly Tensor[]): Hdf5Group => ({
  members: Object.fromEntries(tensors.map((tensor, i) => [String(i), tensor])),
});

function weightsOf(layers: readonly KerasLayer[], state: readonly Tensor[] = []): Hdf5Group {
  const groups = layers.map(({ name, weights }): [string, Hdf5Group] => {
    const numbers = weights.map(([, tensor], i) => [String(i), tensor] as const);
    const vars = { members: Object.fromEntries(numbers), attributes: { name } };
    return [name, { members: { vars } }];
  });
  return {
    members: {
      layers: { members: Object.fromEntries(groups) },
      ...(state.length > 0 && { optimizer: { members: { vars: numberedGroup(state) } } }),
      vars: { members: {}, attributes: { name: 'sequential' } },
    },
  };
}
