/**
 * One record for each operation: how to call it, an oracle, the inputs that it is tried on and the
 * mistakes that it must report. The tests of this folder run through all records, and so does any
 * other executor of operations that must give the same bits.
 */
import type { EpochalError } from '../../../src/errors/errors.ts';
import type { Operation } from '../../../src/ops/operation.ts';
import type { Dtype, Tensor } from '../../tensors.ts';
import type { Grid, Index } from './grid.ts';

/** Any operation, whatever its attributes. */
export type AnyOperation = Operation<never>;

/** Which numbers an input may hold. */
export interface Domain {
  readonly low: number;
  /** Excluded. */
  readonly high: number;
  /** Where the operation has no derivative; random numbers keep away from there. */
  readonly kinks?: readonly number[];
  /** Whole numbers, in whatever dtype. */
  readonly whole?: boolean;
  /** Always int32, such as indices. */
  readonly indices?: boolean;
}

/** An operation with its attributes fixed. */
export interface Case {
  /** What the attributes are: `axis 1, keepDims`; empty where there are none. */
  readonly label: string;
  readonly run: (...inputs: Tensor[]) => Tensor;
  readonly oracle: (...inputs: Grid[]) => Grid;
  /** The shapes of the inputs, as many lists as there are samples. */
  readonly samples: readonly (readonly Index[])[];
  /** One for each input; the last one stands for all that follow. */
  readonly domains: readonly Domain[];
}

/** Something a user may get wrong, and what the error must say. */
export interface Mistake {
  /** Completes the sentence "refuses ...". */
  readonly given: string;
  readonly run: () => unknown;
  readonly error: new (...args: never[]) => EpochalError;
  readonly says: string | RegExp;
}

export interface OperationRecord {
  readonly name: string;
  /** What it is about; several operations are composites, which have none of their own. */
  readonly operation?: AnyOperation;
  /** For elementwise operations, the same function of numbers. */
  readonly scalar?: (...values: number[]) => number;
  readonly cases: readonly Case[];
  readonly dtypes: readonly Dtype[];
  readonly differentiable: boolean;
  readonly mistakes: readonly Mistake[];
}

export const FLOATS: readonly Dtype[] = ['float32', 'float64'];
export const ALL_DTYPES: readonly Dtype[] = ['float32', 'float64', 'int32'];

export const around0: Domain = { low: -3, high: 3 };
export const positive: Domain = { low: 0.2, high: 4 };

export function domainOf({ domains }: Case, input: number): Domain {
  return domains[Math.min(input, domains.length - 1)];
}
