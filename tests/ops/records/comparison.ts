import * as comparison from '../../../src/ops/elementwise/comparison.ts';
import type { Tensor } from '../../tensors.ts';
import { binaryRecord, ternaryRecord } from './elementwise.ts';
import type { AnyOperation, Domain } from './record.ts';

/** Few different numbers, so that many pairs are equal; whole ones in every dtype. */
const few: Domain = { low: -1, high: 2, whole: true };

function compares(
  operation: AnyOperation,
  run: (a: Tensor, b: Tensor) => Tensor,
  holds: (a: number, b: number) => boolean,
) {
  const scalar = (a: number, b: number) => (holds(a, b) ? 1 : 0);
  return binaryRecord({
    operation,
    run,
    scalar,
    domains: [few],
    differentiable: false,
    integers: true,
  });
}

const { equal, greater, greaterEqual, less, lessEqual, notEqual, where } = comparison;

export const comparisonRecords = [
  compares(comparison.equalOperation, equal, (a, b) => a === b),
  compares(comparison.notEqualOperation, notEqual, (a, b) => a !== b),
  compares(comparison.lessOperation, less, (a, b) => a < b),
  compares(comparison.lessEqualOperation, lessEqual, (a, b) => a <= b),
  compares(comparison.greaterOperation, greater, (a, b) => a > b),
  compares(comparison.greaterEqualOperation, greaterEqual, (a, b) => a >= b),
  ternaryRecord({
    operation: comparison.whereOperation,
    run: where,
    scalar: (condition, a, b) => (condition !== 0 ? a : b),
    domains: [few, { low: -3, high: 3 }],
    integers: true,
  }),
];
