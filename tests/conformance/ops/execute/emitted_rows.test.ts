/** Softmax and losses, whole, in emitted code outside of any plan, against the reference. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../../src/autograd/backward.ts';
import {
  negativeLogLikelihood,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../../../src/losses/index.ts';
import { add, mul } from '../../../../src/ops/elementwise/arithmetic.ts';
import { runRows } from '../../../../src/ops/execute/emitted_rows.ts';
import { referenceOnly } from '../../../../src/ops/execute/execute.ts';
import type { RowWise } from '../../../../src/ops/execute/executor.ts';
import { noGrad } from '../../../../src/ops/gradient_mode.ts';
import { sum } from '../../../../src/ops/reduction/reduction.ts';
import { logSoftmax, softmax } from '../../../../src/ops/reduction/softmax.ts';
import { concat } from '../../../../src/ops/shape/concat.ts';
import { slice } from '../../../../src/ops/shape/slice.ts';
import { broadcastTo, transpose } from '../../../../src/ops/shape/views.ts';
import { Tensor, tensor, uniform } from '../../../tensors.ts';

/** Computes until emitted code does it, and once more; all of it has the bits of the reference. */
function expectSame(compute: () => Tensor): void {
  const expected = referenceOnly(compute);
  for (let time = 0; time < 40; time++) expect(compute()).toBeBitIdenticalTo(expected);
}

const big = (...shape: number[]) => uniform(shape, { seed: shape.length, low: -9, high: 9 });
const below = (limit: number, ...shape: number[]) =>
  tensor(
    Int32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => (i * 7919) % limit),
    { shape },
  );

const shapes = [
  [64, 64],
  [1000, 10],
  [37, 130],
  [1, 5000],
  [5000],
  [600, 1],
  [7, 11, 13],
  [3, 4, 5, 33],
];

describe('softmax and logSoftmax', () => {
  it.each(shapes.map((shape) => ({ shape })))('of $shape', ({ shape }) => {
    const x = big(...shape);
    expectSame(() => softmax(x));
    expectSame(() => logSoftmax(x));
    expectSame(() => softmax(x, { axis: 0 }));
  });

  it('of views, of infinities and NaN', () => {
    expectSame(() => softmax(transpose(big(40, 50))));
    expectSame(() => logSoftmax(slice(big(60, 50), [3, 51], [1, 40])));
    expectSame(() => softmax(broadcastTo(big(1, 50), [40, 50])));
    const special = big(40, 50);
    special.storage.data.set(
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, -0, 3e38, -3e38],
      95,
    );
    special.storage.data.fill(Number.NEGATIVE_INFINITY, 200, 250);
    expectSame(() => softmax(special));
    expectSame(() => logSoftmax(special));
  });

  it('of a row that is too long for the small memory, operation by operation', () => {
    const x = big(2, 200_000);
    expect(softmax(x)).toBeBitIdenticalTo(referenceOnly(() => softmax(x)));
  });
});

describe('losses', () => {
  const logits = big(300, 10);
  const classes = below(10, 300);
  const soft = softmax(big(300, 10));

  it.each([
    {},
    { labelSmoothing: 0.1 },
    { classWeights: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    { classWeights: [0, 2, 3, 4, 5, 6, 7, 8, 9, 0], labelSmoothing: 0.2 },
  ])('softmaxCrossEntropy with %o', (options) => {
    const loss = softmaxCrossEntropy(options);
    for (const targets of [classes, soft]) expectSame(() => loss.perSample(logits, targets));
    expectSame(() => loss.mean(logits, classes));
    const positions = big(30, 7, 10);
    expectSame(() => loss.perSample(positions, below(10, 30, 7)));
  });

  it('gives NaN for a class out of range', () => {
    const outside = below(11, 300);
    expectSame(() => softmaxCrossEntropy().perSample(logits, outside));
  });

  it('negativeLogLikelihood, and sigmoidBinaryCrossEntropy', () => {
    const logs = logSoftmax(logits);
    expectSame(() => negativeLogLikelihood().perSample(logs, classes));
    const yes = below(2, 300, 10);
    for (const options of [{}, { labelSmoothing: 0.1 }]) {
      const loss = sigmoidBinaryCrossEntropy(options);
      for (const targets of [soft, yes]) expectSame(() => loss.perSample(logits, targets));
      expectSame(() => loss.perSample(big(2000, 1), below(2, 2000)));
      expectSame(() => loss.perSample(big(2000), below(2, 2000)));
      expectSame(() => loss.perSample(big(50, 7, 9), below(2, 50, 7, 9)));
    }
  });
});

describe('what computes rows', () => {
  const doubled: RowWise<number> = {
    compute: ([x], factor) => sum(mul(add(x, 1), factor), { axis: -1 }),
  };

  it('is emitted code after some work, for each attribute', () => {
    const x = big(300, 20);
    for (const factor of [2, 3]) {
      const run = () => runRows(doubled, [x], factor, 1);
      for (let time = 0; time < 5; time++) expect(run()).toBeUndefined();
      const result = new Tensor(run() as Tensor);
      expect(result).toBeBitIdenticalTo(referenceOnly(() => doubled.compute([x], factor)));
    }
  });

  it('reads what was computed on the way in another order', () => {
    const turned: RowWise<undefined> = {
      compute: ([x]) => {
        const twice = mul(x, 2);
        return add(transpose(twice, [0, 2, 1]), twice);
      },
    };
    const x = big(4, 100, 100);
    const result = new Tensor(runRows(turned, [x], undefined, 1) as Tensor);
    expect(result).toBeBitIdenticalTo(referenceOnly(() => turned.compute([x], undefined)));
  });

  it('leaves alone what is small, in float64, or has no emitted form', () => {
    const joined: RowWise<undefined> = { compute: ([x]) => concat([x, x], { axis: 1 }) };
    const double = uniform([300, 20], { seed: 1, dtype: 'float64' });
    for (let time = 0; time < 10; time++) {
      expect(runRows(joined, [big(300, 20)], undefined, 1)).toBeUndefined();
      expect(runRows(doubled, [double], 2, 1)).toBeUndefined();
    }
    for (let time = 0; time < 100; time++) {
      expect(runRows(doubled, [big(2, 200)], 2, 1)).toBeUndefined();
    }
  });

  it('lets gradients flow where they are asked for', () => {
    const x = Object.assign(big(100, 20), { requiresGrad: true });
    const slope = () => gradients(softmax(x).square().sum(), [x])[0] as Tensor;
    expectSame(slope);
    expect(softmax(x).requiresGrad).toBe(true);
    expect(noGrad(() => softmax(x)).requiresGrad).toBe(false);
  });
});
