/** The golden values of PyTorch 1.13; `tests/fixtures/pytorch/README.md` says what they are. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Dtype, Tensor } from '../tensors.ts';

export function golden<T>(name: string): T {
  const url = new URL(`../fixtures/pytorch/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** `|a - b| ≤ tolerance · max(1, |b|)`: PyTorch itself is not closer than that in some tails. */
const tolerances: Readonly<Record<Dtype, number>> = { float64: 2e-13, float32: 2e-6, int32: 0 };

/** @param slack how far PyTorch is known to be from the truth */
export function expectGolden(
  received: Tensor | null,
  expected: NestedArray,
  dtype: Dtype,
  slack = 0,
): void {
  const tolerance = Math.max(slack, tolerances[dtype]);
  expect(received).toBeCloseToTensor(expected, {
    relativeTolerance: tolerance,
    absoluteTolerance: tolerance,
  });
}
