/** Eager elementwise operations in emitted code, against the reference: how operands lie, and lengths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gelu, leakyRelu, tanh } from '../../../src/nn/activations/index.ts';
import { add, addOperation, mul } from '../../../src/ops/elementwise/arithmetic.ts';
import { cast } from '../../../src/ops/elementwise/cast.ts';
import { where } from '../../../src/ops/elementwise/comparison.ts';
import { clip } from '../../../src/ops/elementwise/extrema.ts';
import { runElements } from '../../../src/ops/execute/emitted_elements.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import { dropoutMask } from '../../../src/ops/random/dropout_mask.ts';
import { normalNoise } from '../../../src/ops/random/normal_noise.ts';
import { slice } from '../../../src/ops/shape/slice.ts';
import { transpose } from '../../../src/ops/shape/views.ts';
import { Tensor, tensor, uniform } from '../../tensors.ts';

/** Computes until emitted code does it, and once more; all of it has the bits of the reference. */
function expectSame(compute: () => Tensor): void {
  const expected = referenceOnly(compute);
  const times = Math.ceil(2 ** 15 / Math.max(1, expected.size)) + 1;
  for (let time = 0; time < Math.min(times, 80); time++) {
    expect(compute()).toBeBitIdenticalTo(expected);
  }
}

const big = (...shape: number[]) => uniform(shape, { seed: shape.length, low: -4, high: 4 });

describe('an elementwise operation in emitted code', () => {
  it.each([512, 513, 4095, 4096, 4097, 8191, 20_001])('of %i elements', (size) => {
    const [a, b] = [big(size), big(size)];
    expectSame(() => gelu(a));
    expectSame(() => mul(a, b));
  });

  it('is what computes, above a size and after some work', () => {
    const [a, b] = [big(1000), big(1000)];
    const outcome = addOperation.infer([a, b], undefined);
    const run = () => runElements(addOperation, [a, b], outcome, undefined);
    for (let time = 0; time < 40; time++) run();
    expect(new Tensor(run() as Tensor)).toBeBitIdenticalTo(referenceOnly(() => add(a, b)));
    const small = big(511);
    const fewer = addOperation.infer([small, small], undefined);
    for (let time = 0; time < 100; time++) {
      expect(runElements(addOperation, [small, small], fewer, undefined)).toBeUndefined();
    }
  });

  it('repeats rows, columns and single numbers', () => {
    const matrix = big(70, 90);
    for (const other of [big(90), big(70, 1), big(1, 1), tensor(2), big(1)]) {
      expectSame(() => add(matrix, other));
      expectSame(() => add(other, matrix));
    }
    expectSame(() => where(big(70, 1), matrix, big(90)));
    expectSame(() => add(big(70, 1), big(90)));
  });

  it('reads views of any strides', () => {
    const box = big(20, 30, 40);
    expectSame(() => tanh(transpose(box)));
    expectSame(() => add(transpose(box, [1, 0, 2]), big(30, 20, 40)));
    expectSame(() => mul(slice(box, [3, 19], null, [5, 31]), big(26)));
    const { dtype, shape, storage } = big(1000);
    const backwards = new Tensor({ dtype, shape, storage, strides: [-1], offset: 999 });
    expectSame(() => mul(backwards, 3));
  });

  it('takes attributes for what they are', () => {
    const x = big(3000);
    expectSame(() => clip(x, { min: -1, max: 1 }));
    expectSame(() => clip(x, { min: -2, max: 0.5 }));
    expectSame(() => clip(x, { max: 0 }));
    expectSame(() => clip(x, { max: -0 }));
    expectSame(() => leakyRelu(x, { negativeSlope: 0 }));
    expectSame(() => leakyRelu(x, { negativeSlope: -0 }));
  });

  it('casts between float32 and int32, and leaves float64 alone', () => {
    const special = [
      Number.NaN,
      3e9,
      -3e9,
      Number.POSITIVE_INFINITY,
      -0.9,
      2147483520,
      -2147483648,
    ];
    const floats = tensor([...big(2000).toTypedArray(), ...special]);
    expectSame(() => cast(floats, 'int32'));
    const whole = cast(floats, 'int32');
    expectSame(() => cast(whole, 'float32'));
    expectSame(() => cast(floats, 'float64'));
  });

  it('draws by the number of each element', () => {
    const counter = tensor(7, { dtype: 'int32' });
    const shape = [5, 3333];
    expectSame(() => dropoutMask(counter, { key: 3, rate: 0.3, shape, dtype: 'float32' }));
    expectSame(() => normalNoise(counter, { key: 3, shape, dtype: 'float32' }));
    expectSame(() => normalNoise(counter, { key: 3, shape: [600], dtype: 'float64' }));
  });

  it('of random broadcast shapes', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (some, ones) => {
        const shape = [...some, 37];
        const shrunk = (from: number) => shape.map((n, axis) => (ones[(axis + from) % 8] ? 1 : n));
        const [a, b] = [big(...shrunk(0)), big(...shrunk(3))];
        const expected = referenceOnly(() => add(a, b));
        expect(add(a, b)).toBeBitIdenticalTo(expected);
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
