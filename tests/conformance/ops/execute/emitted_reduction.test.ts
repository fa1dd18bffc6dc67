/** Eager reductions in emitted code, against the reference: in which parts, along which axes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runReduction } from '../../../../src/ops/execute/emitted_reduction.ts';
import { referenceOnly } from '../../../../src/ops/execute/execute.ts';
import { max, min, sum, sumOperation } from '../../../../src/ops/reduction/reduction.ts';
import { slice } from '../../../../src/ops/shape/slice.ts';
import { broadcastTo, transpose } from '../../../../src/ops/shape/views.ts';
import { Tensor, tensor, uniform } from '../../../tensors.ts';

/** Computes as the reference, then until emitted code does it; all of it has the same bits. */
function expectSame(compute: () => Tensor): void {
  const expected = referenceOnly(compute);
  for (let time = 0; time < 4; time++) expect(compute()).toBeBitIdenticalTo(expected);
}

// Of very different sizes, so that the sum depends on the order in nearly every bit.
const uneven = (...shape: number[]) => {
  const [x, y] = [uniform(shape, { seed: 3, low: -8, high: 8 }), uniform(shape, { seed: 4 })];
  return x.square().square().mul(y.sub(0.5));
};

const PART = 2 ** 14;

describe('a reduction in emitted code', () => {
  it.each([1024, 16_383, PART, PART + 1, 2 * PART, 3 * PART + 77, 5 * PART + 128, 7 * PART - 1])(
    'of %i elements in a row',
    (size) => {
      const x = uneven(size);
      expectSame(() => sum(x));
      expectSame(() => max(x));
    },
  );

  it('is what computes, from the second time on', () => {
    const x = uneven(40, 50);
    const attributes = { axes: [1], keepDims: false };
    const outcome = sumOperation.infer([x], attributes);
    const run = () => runReduction(sumOperation, [x], outcome, attributes);
    run();
    const expected = referenceOnly(() => sum(x, { axis: 1 }));
    expect(new Tensor(run() as Tensor)).toBeBitIdenticalTo(expected);
  });

  it.each([
    [1000, 3],
    [3, 1000],
    [1, 5000],
    [5000, 1],
    [129, 257],
    [300, 64],
    [64, 40_000],
    [40_000, 5],
    [2, PART + 5],
  ])('of [%i, %i] over either axis, and over both', (rows, columns) => {
    const x = uneven(rows, columns);
    for (const axis of [[0], [1], [0, 1]]) {
      expectSame(() => sum(x, { axis }));
      expectSame(() => min(x, { axis, keepDims: true }));
    }
  });

  it('over any axes of three, however they lie', () => {
    const box = uneven(30, 20, 10);
    for (const x of [
      box,
      transpose(box),
      transpose(box, [1, 0, 2]),
      slice(box, [2, 30], null, [1, 9]),
    ]) {
      for (const axis of [[0], [1], [2], [0, 1], [0, 2], [1, 2]])
        expectSame(() => sum(x, { axis }));
    }
  });

  it('reads backwards, and repeated elements', () => {
    const { dtype, shape, storage } = uneven(3000);
    expectSame(() => sum(new Tensor({ dtype, shape, storage, strides: [-1], offset: 2999 })));
    expectSame(() => sum(broadcastTo(uneven(50), [60, 50]), { axis: 0 }));
    expectSame(() => sum(broadcastTo(uneven(60, 1), [60, 50]), { axis: 1 }));
  });

  it('passes NaN and infinities on', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -0]) {
      const x = uneven(2000);
      x.storage.data[1234] = odd;
      expectSame(() => sum(x));
      expectSame(() => max(x));
      expectSame(() => min(x));
    }
  });

  it('of random shapes', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 7 }), (some, chosen) => {
        const shape = [...some, 33];
        const axis = shape.flatMap((_, at) => ((chosen >> at) % 2 === 1 ? [at] : []));
        const x = uneven(...shape);
        expectSame(() => sum(x, { axis }));
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

it('leaves whole numbers and float64 to the reference', () => {
  const attributes = { axes: [0], keepDims: false };
  for (const dtype of ['float64', 'int32'] as const) {
    const x = tensor(
      Array.from({ length: 4000 }, (_, i) => i % 7),
      { dtype },
    );
    const outcome = sumOperation.infer([x], attributes);
    for (let time = 0; time < 3; time++) {
      expect(runReduction(sumOperation, [x], outcome, attributes)).toBeUndefined();
    }
  }
});
