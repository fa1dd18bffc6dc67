/**
 * Matchers for vitest and jest: `expect.extend(matchers)`. They know no test runner; a matcher is a
 * function from what was received and expected to `{ pass, message }`.
 */

import { describe, describeShape } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { nonNegative, readOptions, withDefault } from '../errors/options.ts';
import { remedyFor } from '../errors/remedy.ts';
import { tensor } from '../tensor/create.ts';
import type { Dtype, TypedArray } from '../tensor/dtype.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { checkShape, type Shape, sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { bitDifference, indexOf } from './bits.ts';
import type { GradcheckResult } from './gradcheck.ts';

export interface MatchResult {
  readonly pass: boolean;
  /** Why it failed; for `.not`, why it should not have passed. */
  readonly message: () => string;
}

export interface Closeness {
  /** Default 1e-5 for float32, 1e-10 for float64, 0 for int32. */
  readonly relativeTolerance?: number;
  /** Default 1e-6 for float32, 1e-12 for float64, 0 for int32. */
  readonly absoluteTolerance?: number;
}

/** What `expect` offers after `expect.extend(matchers)`; for declaring it to the test runner. */
export interface TensorMatchers<R = void> {
  /** Same shape, and each element within `absoluteTolerance + relativeTolerance · |expected|`. */
  toBeCloseToTensor(expected: Tensor | TypedArray | NestedArray, closeness?: Closeness): R;
  /** Same dtype, same shape, same bits: -0 is not 0, and every NaN is the same. */
  toBeBitIdenticalTo(expected: Tensor | undefined): R;
  /** The result of `gradcheck` has passed. */
  toPassGradcheck(): R;
  toHaveShape(expected: Shape): R;
}

const tolerances: Readonly<Record<Dtype, Required<Closeness>>> = {
  float32: { relativeTolerance: 1e-5, absoluteTolerance: 1e-6 },
  float64: { relativeTolerance: 1e-10, absoluteTolerance: 1e-12 },
  int32: { relativeTolerance: 0, absoluteTolerance: 0 },
};

/**
 * Matchers for vitest and jest.
 *
 * ```ts
 * import { matchers, type TensorMatchers } from 'epochal/testing';
 * expect.extend(matchers);
 * declare module 'vitest' {
 *   interface Matchers<T> extends TensorMatchers<T> {}
 * }
 * ```
 */
export const matchers = {
  toBeCloseToTensor(
    received: unknown,
    expected: Tensor | TypedArray | NestedArray,
    closeness?: Closeness,
  ): MatchResult {
    const ours = checkTensor('toBeCloseToTensor', received);
    const theirs = expected instanceof Tensor ? expected : asTensor(expected, ours);
    const fallback = tolerances[ours.dtype];
    const { relativeTolerance, absoluteTolerance } = readOptions<Required<Closeness>>(
      'toBeCloseToTensor',
      closeness,
      {
        relativeTolerance: withDefault(nonNegative, fallback.relativeTolerance),
        absoluteTolerance: withDefault(nonNegative, fallback.absoluteTolerance),
      },
    );
    if (!sameShape(ours.shape, theirs.shape)) return shapesDiffer(ours.shape, theirs.shape);
    const [got, wanted] = [ours.toTypedArray(), theirs.toTypedArray()];
    const allowed = (i: number) => absoluteTolerance + relativeTolerance * Math.abs(wanted[i]);
    const far = Array.from(got.keys()).filter((i) => !isClose(got[i], wanted[i], allowed(i)));
    return {
      pass: far.length === 0,
      message: () => {
        if (far.length === 0) return 'expected a tensor that is not close, but every element is';
        const [i] = far;
        return (
          `at ${describeShape(indexOf(i, ours.shape))} expected ${describe(wanted[i])} ` +
          `± ${allowed(i)}; received ${describe(got[i])}, ${Math.abs(got[i] - wanted[i])} away; ` +
          `${far.length} of ${got.length} elements are too far`
        );
      },
    };
  },

  toBeBitIdenticalTo(received: unknown, expected: Tensor | undefined): MatchResult {
    const where = 'toBeBitIdenticalTo';
    const difference = bitDifference(checkTensor(where, received), checkTensor(where, expected));
    return {
      pass: difference === undefined,
      message: () => difference ?? 'expected different bits; received the same in every element',
    };
  },

  toPassGradcheck(received: unknown): MatchResult {
    if (!isGradcheckResult(received)) {
      throw new OptionError({
        where: 'toPassGradcheck',
        expected: 'the result of gradcheck(fn, inputs)',
        received: describe(received),
        remedy: remedyFor(received, 'Write expect(gradcheck(fn, inputs)).toPassGradcheck().'),
      });
    }
    return { pass: received.passed, message: () => received.message };
  },

  toHaveShape(received: unknown, expected: Shape): MatchResult {
    const { shape } = checkTensor('toHaveShape', received);
    checkShape('toHaveShape', expected);
    if (!sameShape(shape, expected)) return shapesDiffer(shape, expected);
    return { pass: true, message: () => `expected a shape other than ${describeShape(shape)}` };
  },
};

function checkTensor(where: string, value: unknown): Tensor {
  if (value instanceof Tensor) return value;
  throw new OptionError({
    where,
    expected: 'a tensor',
    received: describe(value),
    remedy: remedyFor(value, 'Write expect(tensor([1, 2])).'),
  });
}

/** Numbers that a test writes down, in double precision; a flat list takes the shape received. */
function asTensor(expected: TypedArray | NestedArray, { shape, size }: Tensor): Tensor {
  const flat = ArrayBuffer.isView(expected) && expected.length === size;
  return tensor(expected, flat ? { shape, dtype: 'float64' } : { dtype: 'float64' });
}

function isClose(got: number, wanted: number, allowed: number): boolean {
  if (!Number.isFinite(wanted)) return Object.is(got, wanted);
  return Math.abs(got - wanted) <= allowed;
}

function isGradcheckResult(value: unknown): value is GradcheckResult {
  return typeof value === 'object' && value !== null && 'passed' in value && 'message' in value;
}

function shapesDiffer(received: Shape, expected: Shape): MatchResult {
  return {
    pass: false,
    message: () => `expected shape ${describeShape(expected)}; received ${describeShape(received)}`,
  };
}
