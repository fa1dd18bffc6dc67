/**
 * A model in one file: safetensors, with the architecture as JSON in its metadata, and what is needed
 * to use the model on data as they come: scalers, the schema of a CSV file, names of classes.
 */

import { DataError, OptionError } from '../errors/errors.ts';
import { checkArgument } from '../errors/options.ts';
import { type ReadTensorOptions, readingOf } from '../formats/bytes.ts';
import { UNCHANGED } from '../formats/remedies.ts';
import {
  readSafetensors,
  type Safetensors,
  writeSafetensors,
} from '../formats/safetensors/safetensors.ts';
import { modelRule } from '../nn/check_model.ts';
import { modelFromJSON } from '../nn/from_json.ts';
import type { Model } from '../nn/sequential.ts';
import { asData } from './as_data.ts';
import { decodeExtras } from './model/decode_extras.ts';
import { decodeArchitecture, encodeDescription } from './model/description.ts';
import { type ModelExtras, readExtras } from './model/extras.ts';
import { namesOf, withLearnedNames } from './model/learned_names.ts';
import { assemblePredictor, extrasOf, isPredictor, type Predictor } from './predictor.ts';

/**
 * A model as the bytes of a file. The same model gives the same bytes.
 *
 * It is a safetensors file of `model.state()`, which any reader of that format opens. Its metadata have
 * the architecture, as JSON, the names that the model has learned, and everything that is passed here.
 * @throws OptionError for a layer that is not the library's, which no file can hold, and for extras that
 * are unknown or do not fit the model
 * @param source the model, or a predictor, which has the extras with it
 * @example writeModel(model, { loss, scalers: [scaler], classNames: ['no', 'yes'] })
 */
export function writeModel(
  source: Model | Predictor,
  extras?: ModelExtras,
): Uint8Array<ArrayBuffer> {
  const [model, own] = isPredictor(source) ? [source.model, extrasOf(source)] : [source, {}];
  const read = readExtras('writeModel', extras, own);
  checkArgument('writeModel', model, modelRule);
  const said = withLearnedNames(read, model);
  const contents = { tensors: model.state(), metadata: encodeDescription(model, said) };
  try {
    assemble('writeModel', contents); // what could not be read back is not written
  } catch (cause) {
    if (!(cause instanceof DataError)) throw cause;
    const { where, problem, expected, received } = cause;
    const remedy = cause.remedy === UNCHANGED ? 'Pass what fits the model.' : cause.remedy;
    throw new OptionError({ where, problem, expected, received, remedy }, { cause });
  }
  return writeSafetensors(contents);
}

/**
 * A model from the bytes of a file that `writeModel` made.
 *
 * Strict: a file is refused when its tensors are not those of the architecture, when a layer is
 * unknown, or when scalers, schema or names do not fit the model; all before memory is taken for more
 * than there is in the file.
 * @throws DataError naming what does not fit
 * @example const { model, predict, classNames } = readModel(bytes);
 */
export function readModel(bytes: Uint8Array, options: ReadTensorOptions = {}): Predictor {
  return assemble(readingOf('readModel', options).where, readSafetensors(bytes, options));
}

function assemble(where: string, { tensors, metadata }: Safetensors): Predictor {
  const architecture = decodeArchitecture(where, metadata);
  const model = asData(`${where}, architecture`, 'modelFromJSON', () =>
    modelFromJSON(architecture, tensors),
  );
  const extras = decodeExtras(where, metadata, model);
  model.names = namesOf(extras);
  return assemblePredictor(model, extras);
}
