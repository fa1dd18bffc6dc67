/** A model from a file of Keras: `.keras`, a whole model in HDF5, or weights in HDF5 beside a model. */
import { OptionError } from '../../errors/errors.ts';
import type { AttributeValue } from '../../formats/hdf5/attributes.ts';
import { type Hdf5, readHdf5 } from '../../formats/hdf5/read.ts';
import { decodeText, parseJson } from '../../formats/text.ts';
import { type Inflate, unpackZip } from '../../formats/zip/unpack.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { Model } from '../../nn/sequential.ts';
import { notUnderstood } from '../blueprint.ts';
import type { ImportedModel } from '../imported.ts';
import type { Generation } from './activations.ts';
import { readConfiguration } from './configuration.ts';
import { importWeights } from './import_weights.ts';
import { importNetwork } from './network.ts';
import type { SavedState } from './optimizer_state.ts';
import { own, settingsOf } from './settings.ts';
import { listedIn, listedWeights, variablesIn, weightsBy } from './weights.ts';

interface Request {
  readonly bytes: Uint8Array;
  readonly inflate: Inflate | undefined;
  /** Whose layers weights without layers belong to. */
  readonly model: Model | undefined;
}

/** The entries of a `.keras` file. */
export const CONFIG = 'config.json';
export const METADATA = 'metadata.json';
export const WEIGHTS = 'model.weights.h5';
/** What an archive may hold, in bytes: weights are hardly smaller when they are packed. */
const MAX_BYTES = 2 ** 32;

/** @throws DataError for what is no file of Keras, and for layers that there are none for, by name */
export function importKeras(where: string, { bytes, inflate, model }: Request): ImportedModel {
  return bytes[0] === 'P'.charCodeAt(0)
    ? importArchive(where, bytes, inflate)
    : importHdf5(where, bytes, model);
}

function importArchive(where: string, bytes: Uint8Array, inflate?: Inflate): ImportedModel {
  const chosen = new Set([CONFIG, METADATA, WEIGHTS]);
  const entries = unpackZip(where, bytes, { inflate, maxBytes: MAX_BYTES, chosen });
  const json = (name: string) => {
    const at = `${where}, ${name}`;
    return settingsOf(at, parseJson(at, decodeText(at, entries.get(name) ?? new Uint8Array(0))));
  };
  const config = json(CONFIG);
  const configuration = readConfiguration(`${where}, ${CONFIG}`, config);
  const weights = readHdf5(`${where}, ${WEIGHTS}`, entries.get(WEIGHTS) ?? new Uint8Array(0));
  const version = `${own(json(METADATA), 'keras_version') ?? 3}`;
  const variables = () => variablesIn(weights, 'optimizer/vars');
  return importNetwork(where, {
    configuration,
    weightsOf: weightsBy(weights, configuration.written),
    generation: generationOf(version),
    format: 'keras',
    producer: `keras ${version}`,
    compiled: own(config, 'compile_config'),
    state: stateOf(weights, { from: 'optimizer', layout: 'keras', variables }),
  });
}

function importHdf5(where: string, bytes: Uint8Array, model: Model | undefined): ImportedModel {
  const file = readHdf5(where, bytes);
  const root = file.groups.get('');
  const architecture = textOf(root?.get('model_config'));
  if (architecture !== undefined) {
    const version = textOf(root?.get('keras_version')) ?? '2';
    const config = `${where}, model_config`;
    const configuration = readConfiguration(config, parseJson(config, architecture));
    const training = textOf(root?.get('training_config'));
    const generation = generationOf(version);
    const from = 'optimizer_weights';
    return importNetwork(where, {
      configuration,
      weightsOf: listedWeights(file, listedIn(file) ?? 'model_weights'),
      generation,
      format: 'keras',
      producer: `keras ${version}`,
      compiled: training && parseJson(`${where}, training_config`, training),
      state: stateOf(file, {
        from,
        layout: generation === 3 ? 'keras' : 'keras2',
        variables: () => listedWeights(file, '')({ name: from, className: '', config: {} }),
      }),
    });
  }
  const isWeights = listedIn(file) !== undefined || file.groups.has('layers');
  if (!isWeights) {
    throw notUnderstood(
      where,
      [...file.groups.keys(), ...file.datasets.keys()].filter(Boolean).slice(0, 4).join(', ') ||
        'an empty file',
      'a model or weights of Keras',
      'Save it with model.save(path) or model.save_weights(path).',
    );
  }
  if (model === undefined || !modelRule.accepts(model)) {
    throw new OptionError({
      where,
      expected: 'a model with the layers that the weights belong to, for the file holds no layers',
      received: 'none',
      remedy: 'Pass { model: sequential(...) } with these layers, or save the model as .keras.',
    });
  }
  return importWeights(where, file, model);
}

function textOf(value: AttributeValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const generationOf = (version: string): Generation => (version.startsWith('3') ? 3 : 2);

/** The variables of an optimizer, where there are any. */
function stateOf(file: Hdf5, state: SavedState): SavedState | undefined {
  const isThere = [...file.datasets.keys()].some((path) => path.startsWith(`${state.from}/`));
  return isThere ? state : undefined;
}
