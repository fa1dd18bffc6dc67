/** A model from `model.json` of TensorFlow.js with the binary files beside it. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { decodeText, parseJson } from '../../formats/text.ts';
import { notUnderstood } from '../blueprint.ts';
import type { ImportedModel } from '../imported.ts';
import { readConfiguration } from '../keras/configuration.ts';
import { importNetwork } from '../keras/network.ts';
import { own, settingsOf } from '../keras/settings.ts';
import { type Files, readManifest } from './weights.ts';

/** @throws DataError for graph models, quantized weights, missing files, and layers that there are none for */
export function importTfjs(where: string, bytes: Uint8Array, files: Files): ImportedModel {
  const said = settingsOf(where, parseJson(where, decodeText(where, bytes)));
  const topology = own(said, 'modelTopology');
  const format = own(said, 'format') ?? (topology === undefined ? undefined : 'layers-model');
  if (format !== 'layers-model') {
    if (format !== 'graph-model') throw noModel(where, said);
    throw notUnderstood(
      where,
      'a graph model',
      'a layers model',
      'Convert the Keras model with tensorflowjs_converter --output_format=tfjs_layers_model, or import the Keras file itself.',
    );
  }
  const outer = settingsOf(`${where}, modelTopology`, topology);
  const inner = own(outer, 'model_config') ?? outer;
  const configuration = readConfiguration(`${where}, modelTopology`, inner);
  const { weights, optimizer } = readManifest(where, own(said, 'weightsManifest'), files);
  const byLayer = new Map<string, (typeof weights)[number][]>();
  for (const value of weights) {
    // The name of a layer may have slashes itself; that of a weight has none.
    const layer = value.from.slice(0, Math.max(0, value.from.lastIndexOf('/')));
    const known = byLayer.get(layer);
    if (known === undefined) byLayer.set(layer, [value]);
    else known.push(value);
  }
  const names = new Set(configuration.written.map(({ name }) => name));
  const stray = [...byLayer.keys()].find((name) => !names.has(name));
  if (stray !== undefined) {
    throw notUnderstood(
      where,
      `weights of ${describe(stray)}`,
      'weights of the layers of the model',
      'Save the model again.',
    );
  }
  const version = own(said, 'generatedBy') ?? own(outer, 'keras_version');
  return importNetwork(where, {
    configuration,
    weightsOf: ({ name }) => byLayer.get(name) ?? [],
    generation: 2,
    format: 'tfjs',
    producer: typeof version === 'string' ? version : '',
    compiled: own(said, 'trainingConfig') ?? own(outer, 'training_config'),
    state:
      optimizer.length === 0
        ? undefined
        : { from: optimizer[0].from, layout: 'tfjs', variables: () => optimizer },
  });
}

function noModel(where: string, said: object): DataError {
  return new DataError({
    where,
    expected: 'model.json of TensorFlow.js, with modelTopology and weightsManifest',
    received: `JSON with ${describe(Object.keys(said).slice(0, 6))}`,
    remedy: "Give what model.save('downloads://model') or tensorflowjs_converter has written.",
  });
}
