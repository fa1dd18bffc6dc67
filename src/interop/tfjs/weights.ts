/** The weights of a TensorFlow.js model: what its manifest says, in binary files beside it. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { record } from '../../errors/options.ts';
import { claimedBytes, concatenate } from '../../formats/bytes.ts';
import { decodeStorage, type NumberFormat, numberFormats } from '../../formats/numbers.ts';
import { UNCHANGED } from '../../formats/remedies.ts';
import { decodeText, parseJson } from '../../formats/text.ts';
import { contiguousStrides, type Shape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood, type Value } from '../blueprint.ts';
import { listIn, own, type Settings, settingsOf, textIn } from '../keras/settings.ts';

/** Files by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

export interface Manifest {
  /** In their order, by name. */
  readonly weights: readonly Value[];
  /** The variables of the optimizer, likewise. */
  readonly optimizer: readonly Value[];
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  float32: numberFormats.float32,
  int32: numberFormats.int32,
  bool: numberFormats.bool,
};

/** @throws DataError for files that are missing or of another length, and for quantized weights */
export function readManifest(where: string, value: unknown, files: Files): Manifest {
  const weights: Value[] = [];
  const used = new Set<string>();
  const optimizer: Value[] = [];
  for (const group of listIn(`${where}, weightsManifest`, value)) {
    const said = settingsOf(where, group);
    const paths = listIn(`${where}, paths`, own(said, 'paths'));
    const shards = paths.map((path) => shardOf(where, textIn(where, path), files, used));
    const data = shards.length === 1 ? shards[0] : concatenate(shards);
    let at = 0;
    for (const entry of listIn(`${where}, weights`, own(said, 'weights'))) {
      const weight = settingsOf(where, entry);
      const name = textIn(`${where}, name`, own(weight, 'name'));
      const dtype = textIn(`${where}, ${name}`, own(weight, 'dtype'));
      const quantization = own(weight, 'quantization');
      if (quantization !== undefined || !Object.hasOwn(FORMATS, dtype)) {
        const stored = quantization && settingsOf(where, quantization).dtype;
        throw notUnderstood(
          where,
          `${name} of ${dtype}${stored === undefined ? '' : `, quantized to ${describe(stored)}`}`,
          `weights of ${Object.keys(FORMATS).join(', ')}, not quantized`,
          'Convert the model again without --quantize_float16, --quantize_uint8 and --quantize_uint16.',
        );
      }
      const shape = listIn(`${where}, ${name}`, own(weight, 'shape')) as Shape;
      const format = FORMATS[dtype];
      const claimed = claimedBytes(`${where}, ${name}`, shape, format.bytes);
      if (at + claimed > data.length) {
        throw unfit(
          where,
          `${at + claimed} bytes or more in ${paths.join(', ')}`,
          `${data.length}`,
        );
      }
      const bytes = data.subarray(at, at + claimed);
      at += claimed;
      const storage = decodeStorage(`${where}, ${name}`, bytes, format, true);
      const { dtype: held } = format;
      const strides = contiguousStrides(shape);
      (own(weight, 'group') === 'optimizer' ? optimizer : weights).push({
        tensor: new Tensor({ dtype: held, shape, strides, offset: 0, storage }),
        from: name,
      });
    }
    if (at !== data.length)
      throw unfit(where, `${at} bytes in ${paths.join(', ')}`, `${data.length}`);
  }
  return { weights, optimizer };
}

/** The files that `model.json` names; none where it is none. */
export function shardNames(where: string, bytes: Uint8Array): readonly string[] {
  const said = parseJson(where, decodeText(where, bytes));
  const groups = record.accepts(said) ? (said as Settings).weightsManifest : undefined;
  if (!Array.isArray(groups)) return [];
  return groups
    .flatMap((group: unknown) => (record.accepts(group) ? (group as Settings).paths : undefined))
    .filter((path) => typeof path === 'string');
}

/** Each once: a file that is named a thousand times would take a thousand times its memory. */
function shardOf(where: string, path: string, files: Files, used: Set<string>): Uint8Array {
  const found = Object.hasOwn(files, path) ? files[path] : undefined;
  if (found !== undefined && !used.has(path)) {
    used.add(path);
    return found;
  }
  throw new DataError({
    where,
    expected: `the file ${path}, with weights${found === undefined ? '' : ', once'}`,
    received: Object.keys(files).join(', '),
    remedy: `Give it beside the model: importModel({ 'model.json': bytes, ${describe(path)}: bytes }).`,
  });
}

function unfit(where: string, expected: string, received: string): DataError {
  return new DataError({ where, expected, received, remedy: UNCHANGED });
}
