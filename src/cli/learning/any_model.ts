/** A model out of any file that is known: one of this library, ONNX, Keras, TensorFlow.js, PyTorch. */

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Model } from '../../index.ts';
import { type ImportedModel, type ImportedTraining, importModel } from '../../interop/index.ts';
import { recognize } from '../../interop/recognize.ts';
import { shardNames } from '../../interop/tfjs/weights.ts';
import { readBytes } from '../../node/index.ts';
import { type ModelExtras, readModel, readSafetensors } from '../../persistence/index.ts';
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
      const { model, predict: _, ...extras } = readModel(bytes, { file: path });
      return { model, extras };
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
  const options = { file: path, ...(layers !== undefined && { model: layers }) };
  const source = format === 'tfjs' ? withShards(path, bytes) : bytes;
  const { model, report, training, ...extras } = importModel(source, {
    ...options,
    inflate: (compressed, size) =>
      inflateRawSync(compressed, { maxOutputLength: Math.max(1, size) }),
  });
  const loss = training?.loss;
  return {
    model,
    extras: { ...extras, ...(loss && { loss }) },
    report,
    ...(training && { training }),
  };
}

/** `model.json` and those of the files that it names that are beside it. */
function withShards(path: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const names = shardNames(path, bytes).filter((name) => basename(name) === name);
  const found = names.map((name) => [name, join(dirname(path), name)] as const);
  return {
    [`${basename(path, '.json')}.json`]: bytes,
    ...Object.fromEntries(
      found.filter(([, at]) => existsSync(at)).map(([name, at]) => [name, readBytes(at)]),
    ),
  };
}
