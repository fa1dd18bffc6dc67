/** A model out of any file that is known: one of this library, ONNX, a state_dict of PyTorch. */

import type { Model } from '../../index.ts';
import { type ImportedModel, importModel } from '../../interop/index.ts';
import { recognize } from '../../interop/recognize.ts';
import { readBytes } from '../../node/index.ts';
import { type ModelExtras, readModel, readSafetensors } from '../../persistence/index.ts';
import { UsageError } from '../words/usage_error.ts';

export interface AnyModel {
  readonly model: Model;
  readonly extras: ModelExtras;
  /** What was done to it; undefined for a file of this library. */
  readonly report?: ImportedModel['report'];
}

/**
 * @param layers a model with the layers of a file that holds tensors only
 * @throws FileError, DataError; OptionError where such layers are needed
 */
export function readAnyModel(path: string, layers?: Model): AnyModel {
  const bytes = readBytes(path);
  if (recognize(path, bytes) === 'safetensors') {
    const { metadata } = readSafetensors(bytes, { file: path });
    if (metadata.format !== undefined && metadata.architecture !== undefined) {
      const { model, predict: _, ...extras } = readModel(bytes, { file: path });
      return { model, extras };
    }
  }
  if (layers === undefined && recognize(path, bytes) !== 'onnx') {
    throw new UsageError({
      where: path,
      expected: 'a file that tells its layers, or --model beside it',
      received: 'tensors without layers',
      remedy: 'Give --model FILE, a model with these layers; or export it as ONNX.',
    });
  }
  const options = { file: path, ...(layers !== undefined && { model: layers }) };
  const { model, report, ...extras } = importModel(bytes, options);
  return { model, extras, report };
}
