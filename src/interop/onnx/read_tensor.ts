/** A TensorProto: numbers in one of several fields, or texts. */
import { DataError } from '../../errors/errors.ts';
import { checkClaim, claimedBytes } from '../../formats/bytes.ts';
import { decodeStorage, type NumberFormat, numberFormats } from '../../formats/numbers.ts';
import {
  allOf,
  type Field,
  floatsOf,
  integersOf,
  lastOf,
  packedOf,
  readFields,
} from '../../formats/protobuf/read.ts';
import { decodeText } from '../../formats/text.ts';
import { tensor } from '../../tensor/create.ts';
import { contiguousStrides } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood } from '../blueprint.ts';
import { ELEMENT, TENSOR } from './messages.ts';

/** The formats of raw data, by type of element. */
const FORMATS = new Map<number, NumberFormat>(
  Object.entries(ELEMENT)
    .filter(([name]) => name !== 'text')
    .map(([name, type]) => [type, numberFormats[name as keyof typeof numberFormats]]),
);

/** The name of a type of element, for messages. */
export function elementName(type: number): string {
  return Object.entries(ELEMENT).find(([, known]) => known === type)?.[0] ?? `number ${type}`;
}

/**
 * @throws DataError for texts, for data outside of the file, and where shape and data do not fit together
 */
export function readTensor(where: string, bytes: Uint8Array, inPlace = false): Tensor {
  const fields = readFields(where, bytes);
  const shape = integersOf(where, fields, TENSOR.dimensions);
  const type = lastOf(fields, TENSOR.type)?.integer ?? 0;
  const format = FORMATS.get(type);
  if ((lastOf(fields, TENSOR.location)?.integer ?? 0) !== 0) {
    throw notUnderstood(
      where,
      'data in a file of its own',
      'data inside of the ONNX file',
      'Save it as one file: onnx.save(onnx.load(path), path, save_as_external_data=False).',
    );
  }
  if (format === undefined) {
    throw notUnderstood(
      where,
      `elements of type ${elementName(type)}`,
      'numbers',
      'Convert it to float.',
    );
  }
  const raw = lastOf(fields, TENSOR.raw)?.bytes;
  const claimed = claimedBytes(where, shape, format.bytes);
  if (raw !== undefined && raw.length > 0) {
    checkClaim(where, shape, claimed, raw.length);
    const data = inPlace ? aligned(bytes, raw, format.bytes) : raw;
    const storage = decodeStorage(where, data, format, true, inPlace);
    const strides = contiguousStrides(shape);
    return new Tensor({ dtype: format.dtype, shape, strides, offset: 0, storage });
  }
  const numbers = listed(where, fields, type);
  checkClaim(where, shape, claimed, numbers.length * format.bytes);
  const wide = numbers.find((value) => format.dtype === 'int32' && (value | 0) !== value);
  if (wide !== undefined) throw tooWide(where, wide);
  return tensor(Float64Array.from(numbers), { shape, dtype: format.dtype });
}

/** So many bytes say at least what the data are and how many, right in front of those that take two to count. */
const IN_FRONT = 3;
const COUNTED_IN_TWO = 128;

/**
 * Data begin anywhere in a file: they move over what stands in front of them, which has been read; where that
 * is not enough they stay, and are copied. The message cannot be read again.
 */
function aligned(message: Uint8Array, data: Uint8Array, size: number): Uint8Array {
  const shift = data.byteOffset % size;
  if (shift === 0 || shift > IN_FRONT || data.length < COUNTED_IN_TWO) return data;
  const start = data.byteOffset - message.byteOffset;
  message.copyWithin(start - shift, start, start + data.length);
  return message.subarray(start - shift, start - shift + data.length);
}

/** Numbers that are not raw stand in a field for their type. */
function listed(where: string, fields: readonly Field[], type: number): number[] {
  switch (type) {
    case ELEMENT.float32:
      return floatsOf(where, packedOf(fields, TENSOR.floats), 4);
    case ELEMENT.float64:
      return floatsOf(where, packedOf(fields, TENSOR.doubles), 8);
    case ELEMENT.int64:
      return integersOf(where, fields, TENSOR.longs);
    case ELEMENT.float16:
    case ELEMENT.bfloat16: {
      // Each as the whole number of its bits.
      const bits = Uint16Array.from(integersOf(where, fields, TENSOR.integers));
      const bytes = new Uint8Array(2 * bits.length);
      const view = new DataView(bytes.buffer);
      bits.forEach((value, i) => {
        view.setUint16(2 * i, value, true);
      });
      const format = FORMATS.get(type) ?? numberFormats.float16;
      return Array.from(decodeStorage(where, bytes, format, true).data);
    }
    default:
      return integersOf(where, fields, TENSOR.integers);
  }
}

/** The texts of a tensor of texts; undefined for one of numbers. */
export function readTexts(where: string, bytes: Uint8Array): string[] | undefined {
  const fields = readFields(where, bytes);
  if (lastOf(fields, TENSOR.type)?.integer !== ELEMENT.text) return undefined;
  return allOf(fields, TENSOR.texts).map((field) => decodeText(where, field.bytes));
}

function tooWide(where: string, value: number): DataError {
  return new DataError({
    where,
    expected: 'whole numbers from -2^31 to 2^31 - 1',
    received: String(value),
    remedy: 'Export the network with smaller numbers.',
  });
}
