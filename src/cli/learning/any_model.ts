/** A model out of any file that is known: one of this library, or of another system. */

import type { Model } from '../../index.ts';
import { type ImportedModel, type ImportedTraining, importModel } from '../../interop/index.ts';
import { recognize } from '../../interop/recognize.ts';
import { inflate } from '../../node/interop.ts';
import { readBytes } from '../../node/load.ts';
import type { ModelExtras } from '../../persistence/index.ts';
import { extrasOf } from '../../persistence/predictor.ts';
import { UsageError } from '../words/usage_error.ts';
import { readAnyFile } from './any_file.ts';

export interface AnyModel {
  readonly model: Model;
  readonly extras: ModelExtras;
  /** What was done to it; undefined for a file of this library. */
  readonly report?: ImportedModel['report'];
  /** How another system says that it was trained. */
  readonly training?: ImportedTraining;
}

/**
 * @param layers a model with the layers of a file that holds tensors only
 * @throws FileError, DataError; UsageError where such layers are needed
 */
export function readAnyModel(path: string, layers?: Model): AnyModel {
  const file = readAnyFile(path);
  if (file?.predictor !== undefined) {
    const { predictor, report, training } = file;
    const told = { ...(report && { report }), ...(training && { training }) };
    return { model: predictor.model, extras: extrasOf(predictor), ...told };
  }
  const bytes = readBytes(file?.path ?? path);
  recognize(path, bytes); // a table, or arrays by themselves
  if (layers === undefined) {
    throw new UsageError({
      where: path,
      expected: 'a file that tells its layers, or --model beside it',
      received: 'tensors without layers',
      remedy: 'Give --model FILE, a model with these layers; or export it as ONNX.',
    });
  }
  const options = { file: path, inflate, model: layers };
  const { model, report, training: _, ...extras } = importModel(bytes, options);
  return { model, extras, report };
}
