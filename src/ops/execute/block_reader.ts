/** Reading the elements of a broadcast operand block by block, in row-major order. */
import type { TypedArray } from '../../tensor/dtype.ts';
import { mergeAxes } from '../../tensor/rows.ts';
import { broadcastStrides, contiguousStrides, type Shape } from '../../tensor/shape.ts';
import type { Strided } from '../../tensor/strided.ts';

/** Copies so many elements from the one with a row-major number on to the beginning of a place. */
export type BlockReader = (first: number, count: number) => void;

export function blockReader(source: Strided, shape: Shape, place: TypedArray): BlockReader {
  const { data } = source.storage;
  const walk = mergeAxes(shape, [broadcastStrides(source.shape, source.strides, shape)]);
  const sizes = walk.shape;
  const [strides] = walk.strides;
  const inner = sizes.length - 1;
  const [length, stride] = [sizes[inner], strides[inner]];
  if (inner === 0 && stride === 1) {
    return (first, count) => {
      const from = source.offset + first;
      place.set(data.subarray(from, from + count));
    };
  }
  const steps = contiguousStrides(sizes);
  /** Where the row lies that holds the element with a number. */
  const rowOf = (first: number): number => {
    let offset = source.offset;
    for (let axis = 0; axis < inner; axis++) {
      offset += (Math.floor(first / steps[axis]) % sizes[axis]) * strides[axis];
    }
    return offset;
  };
  return (first, count) => {
    for (let done = 0; done < count; ) {
      const column = (first + done) % length;
      const part = Math.min(length - column, count - done);
      const from = rowOf(first + done) + column * stride;
      if (stride === 0 && part >= LONG_ROW) {
        place.fill(data[from], done, done + part);
      } else if (stride === 1 && part >= LONG_ROW) {
        place.set(data.subarray(from, from + part), done);
      } else {
        for (let i = 0; i < part; i++) place[done + i] = data[from + i * stride];
      }
      done += part;
    }
  };
}

/** From this length on, copying or filling a row at once is faster than element by element. */
const LONG_ROW = 48;
