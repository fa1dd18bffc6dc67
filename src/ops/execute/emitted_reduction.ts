/**
 * Reductions as emitted code outside of any plan. A part of the operand at a time is copied into a small
 * memory and reduced there; the results of parts are joined as `reduction/order.ts` has it. That works because
 * a part is a power of two of its blocks, and so one of its halves.
 */
import { float32 } from '../../numerics/float32.ts';
import { mergeAxes } from '../../tensor/rows.ts';
import { keptAxes, sizeOf } from '../../tensor/shape.ts';
import { packedCopy, relaid, type Strided } from '../../tensor/strided.ts';
import type { Executable, Outcome } from '../body.ts';
import { REDUCTION_BLOCK } from '../reduction/order.ts';
import { PART, type ReductionKernel, reductionKernel } from './reduction_kernel.ts';
import { emptyResult } from './results.ts';

/** With fewer elements copying and calling cost as much as they save. */
const FEWEST = 1024;

/** Rows that are kept and elements of each that are reduced, at constant strides. */
interface Matrix {
  readonly data: Float32Array;
  readonly offset: number;
  readonly kept: number;
  readonly reduced: number;
  readonly keptStride: number;
  readonly reducedStride: number;
}

type Combine = (a: number, b: number) => number;

/** The result in emitted code, or undefined where there is none or it does not pay. */
export function runReduction<Attributes>(
  operation: Executable<Attributes>,
  [input]: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided | undefined {
  const { body } = operation;
  if (body.kind !== 'reduction' || input.dtype !== 'float32') return undefined;
  if (sizeOf(input.shape) < FEWEST) return undefined;
  const matrix = matrixOf(input, body.axes(attributes));
  if (matrix.reduced < 2) return undefined;
  const kernel = (kept: number, reduced: number, across: boolean) =>
    reductionKernel(body.combination, { kept, reduced, across });
  const combine: Combine = (a, b) => body.combination.combine(float32, a, b);
  const result = emptyResult(outcome);
  const into = result.storage.data as Float32Array;
  const done =
    matrix.reducedStride === 1
      ? reduceRows(matrix, kernel, combine, into)
      : reduceColumns(matrix, kernel, combine, into);
  return done ? result : undefined;
}

/** The operand as a matrix, packed where its strides make none. */
function matrixOf(input: Strided, axes: readonly number[]): Matrix {
  const { shape, strides, offset } = input;
  const kept = keptAxes(shape, axes);
  const walk = (of: readonly number[]) =>
    mergeAxes(
      of.map((axis) => shape[axis]),
      [of.map((axis) => strides[axis])],
    );
  const [keptWalk, reducedWalk] = [walk(kept), walk(axes)];
  const sizes = { kept: sizeOf(keptWalk.shape), reduced: sizeOf(reducedWalk.shape) };
  const flat = keptWalk.shape.length === 1 && reducedWalk.shape.length === 1;
  const [keptStride, reducedStride] = [keptWalk.strides[0][0], reducedWalk.strides[0][0]];
  const along = reducedStride === 1 && keptStride >= 0;
  const across = keptStride === 1 && reducedStride > 0;
  if (flat && (along || across)) {
    const data = input.storage.data as Float32Array;
    return { data, offset, ...sizes, keptStride, reducedStride };
  }
  const order = [...kept, ...axes];
  const data = packedCopy(relaid(input, pick(shape, order), pick(strides, order))) as Float32Array;
  return { data, offset: 0, ...sizes, keptStride: sizes.reduced, reducedStride: 1 };
}

function pick(values: readonly number[], order: readonly number[]): number[] {
  return order.map((axis) => values[axis]);
}

type KernelFor = (kept: number, reduced: number, across: boolean) => ReductionKernel | undefined;

/** Contiguous rows: several short ones at a time, or a long one part by part. */
function reduceRows(matrix: Matrix, kernelFor: KernelFor, combine: Combine, into: Float32Array) {
  const { data, offset, kept, reduced, keptStride } = matrix;
  if (reduced > PART) {
    const whole = kernelFor(1, PART, false);
    const rest = reduced % PART === 0 ? whole : kernelFor(1, reduced % PART, false);
    if (whole === undefined || rest === undefined) return false;
    for (let row = 0; row < kept; row++) {
      const from = offset + row * keptStride;
      const part = (first: number, end: number) => {
        const { input, output, run } = end - first === PART ? whole : rest;
        input.set(data.subarray(from + first, from + end));
        run();
        return output[0];
      };
      into[row] = joined(0, reduced, PART, part, combine);
    }
    return true;
  }
  const rows = Math.min(powerFrom(kept), Math.floor(PART / reduced));
  const kernel = kernelFor(rows, reduced, false);
  if (kernel === undefined) return false;
  const { input, output, run } = kernel;
  for (let row = 0; row < kept; row += rows) {
    const count = Math.min(rows, kept - row);
    const from = offset + row * keptStride;
    if (keptStride === reduced) input.set(data.subarray(from, from + count * reduced));
    else {
      for (let r = 0; r < count; r++) {
        const start = from + r * keptStride;
        input.set(data.subarray(start, start + reduced), r * reduced);
      }
    }
    run();
    into.set(output.subarray(0, count), row);
  }
  return true;
}

/** Columns that are neighbours: some at a time, a number of their rows at a time. */
function reduceColumns(matrix: Matrix, kernelFor: KernelFor, combine: Combine, into: Float32Array) {
  const { data, offset, kept, reduced, reducedStride } = matrix;
  const height = Math.min(reduced, 2 * REDUCTION_BLOCK);
  const width = Math.min(powerFrom(kept), Math.floor(PART / height));
  const whole = kernelFor(width, height, true);
  const rest = reduced % height === 0 ? whole : kernelFor(width, reduced % height, true);
  if (whole === undefined || rest === undefined) return false;
  for (let column = 0; column < kept; column += width) {
    const count = Math.min(width, kept - column);
    const part = (first: number, end: number) => {
      const { input, output, run } = end - first === height ? whole : rest;
      for (let row = first; row < end; row++) {
        const from = offset + column + row * reducedStride;
        input.set(data.subarray(from, from + count), (row - first) * width);
      }
      run();
      return output.slice(0, count);
    };
    const combineAll = (a: Float32Array, b: Float32Array) => {
      for (let i = 0; i < count; i++) a[i] = combine(a[i], b[i]);
      return a;
    };
    into.set(joined(0, reduced, height, part, combineAll), column);
  }
  return true;
}

/** What elements amount to, of which parts of a size are reduced at once: halves, as the order has it. */
function joined<Result>(
  first: number,
  end: number,
  size: number,
  part: (first: number, end: number) => Result,
  combine: (a: Result, b: Result) => Result,
): Result {
  if (end - first <= size) return part(first, end);
  let half = size;
  while (2 * half < end - first) half *= 2;
  const middle = first + half;
  const left = joined(first, middle, size, part, combine);
  return combine(left, joined(middle, end, size, part, combine));
}

/** The smallest power of two that is not below a number. */
export function powerFrom(number: number): number {
  let power = 1;
  while (power < number) power *= 2;
  return power;
}
