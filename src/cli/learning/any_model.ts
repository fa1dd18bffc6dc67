/** A model out of any file that is known: one of this library, or of another system. */

import type { Model } from '../../index.ts';
import { type ImportedModel, type ImportedTraining, importModel } from '../../interop/index.ts';
import { recognize } from '../../interop/recognize.ts';
import { readBytes } from '../../node/index.ts';
import { inflate, withShards } from '../../node/interop.ts';
import { type ModelExtras, readModel, readSafetensors } from '../../persistence/index.ts';
import { extrasOf } from '../../persistence/predictor.ts';
import { UsageError } from '../words/usage_error.ts';

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
 * @throws FileError, DataError; OptionError where such layers are needed
 */
export function readAnyModel(path: string, layers?: Model): AnyModel {
  const bytes = readBytes(path);
  const format = recognize(path, bytes);
  if (format === 'safetensors') {
    const { metadata } = readSafetensors(bytes, { file: path });
    if (metadata.format !== undefined && metadata.architecture !== undefined) {
      const file = readModel(bytes, { file: path });
      return { model: file.model, extras: extrasOf(file) };
    }
  }
  if (layers === undefined && (format === 'pytorch' || format === 'safetensors')) {
    throw new UsageError({
      where: path,
      expected: 'a file that tells its layers, or --model beside it',
      received: 'tensors without layers',
      remedy: 'Give --model FILE, a model with these layers; or export it as ONNX.',
    });
  }
  const options = { file: path, inflate, ...(layers !== undefined && { model: layers }) };
  const source = format === 'tfjs' ? withShards(path, bytes) : bytes;
  const { model, report, training, ...extras } = importModel(source, options);
  const loss = training?.loss;
  return {
    model,
    extras: { ...(loss && { loss }), ...extras },
    report,
    ...(training && { training }),
  };
}
