/** Compiled functions of which every kernel has to be emitted, against the reference. */
import { expect } from 'vitest';
import { compile } from '../../../src/graph/compile_function.ts';
import { inspect } from '../../../src/learn/index.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import { Tensor } from '../../tensors.ts';

/** Of a matrix: seen from its last element to its first. */
export function backwards(x: Tensor): Tensor {
  const { dtype, shape, storage } = x;
  const [rows, columns] = shape;
  return new Tensor({ dtype, shape, storage, strides: [-columns, -1], offset: rows * columns - 1 });
}

/** In a plan, whose kernels are all emitted, and of operands that are given and captured. */
export function expectSameCompiled(
  compute: (...given: Tensor[]) => Tensor,
  ...given: Tensor[]
): void {
  const expected = referenceOnly(() => compute(...given));
  const [onGiven, onCaptured] = [compile(compute), compile(() => compute(...given))];
  for (let time = 0; time < 2; time++) {
    expect(onGiven(...given)).toBeBitIdenticalTo(expected);
    expect(onCaptured()).toBeBitIdenticalTo(expected);
  }
  for (const compiled of [onGiven, onCaptured]) {
    expect(compiled.obstacle()).toBeUndefined();
    expect(inspect(compiled.reports()[0]).kernels).not.toContain('reference');
  }
}
