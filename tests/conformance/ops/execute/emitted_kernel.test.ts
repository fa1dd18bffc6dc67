import { describe, expect, it, vi } from 'vitest';
import { runKernel } from '../../../../src/ops/execute/emitted_kernel.ts';
import { referenceOnly } from '../../../../src/ops/execute/execute.ts';
import { matmul, matmulOperation } from '../../../../src/ops/matmul/matmul.ts';
import { slice } from '../../../../src/ops/shape/slice.ts';
import { transpose } from '../../../../src/ops/shape/views.ts';
import { Tensor, uniform } from '../../../tensors.ts';

/** The product in emitted code, or undefined where that is left to the reference. */
function emitted(a: Tensor, b: Tensor): Tensor | undefined {
  const outcome = matmulOperation.infer([a, b], undefined);
  const result = runKernel(matmulOperation, [a, b], outcome, undefined);
  return result && new Tensor(result);
}

const random = (...shape: number[]) => uniform(shape, { seed: shape.length });

/** Asks for a product until it is done in emitted code. */
function becomeWorthwhile(a: Tensor, b: Tensor): number {
  let times = 1;
  while (emitted(a, b) === undefined && times < 1000) times += 1;
  return times;
}

function expectEmitted(a: Tensor, b: Tensor): void {
  becomeWorthwhile(a, b);
  expect(emitted(a, b)).toBeBitIdenticalTo(referenceOnly(() => matmul(a, b)));
}

describe('a single product in emitted code', () => {
  it('reads at offsets, in any contiguous or transposed layout', () => {
    expectEmitted(random(17, 20), random(20, 19));
    expectEmitted(transpose(random(20, 17)), transpose(random(19, 20)));
    expectEmitted(slice(random(19, 30), [2, 19], [5, 25]), slice(random(22, 19), [2, 22]));
  });

  it('packs what is thinly spread or read backwards', () => {
    expectEmitted(slice(random(20, 100), null, [40, 60]), random(20, 20));
    const { dtype, shape, storage } = random(20, 20);
    const backwards = new Tensor({ dtype, shape, storage, strides: [-20, 1], offset: 380 });
    expectEmitted(random(20, 20), backwards);
  });

  it('multiplies batches', () => {
    expectEmitted(random(3, 20, 30), random(3, 30, 10));
    expectEmitted(random(3, 20, 30), random(30, 10));
  });

  it('grows its memory for a larger product and still does the smaller', () => {
    expectEmitted(random(20, 20), random(20, 20));
    expectEmitted(random(300, 40), random(40, 200));
    expectEmitted(random(20, 20), random(20, 20));
  });

  it('is compiled at once if it is large, and if it is small when it comes often', () => {
    expect(becomeWorthwhile(random(64, 65), random(65, 64))).toBe(1);
    expect(becomeWorthwhile(random(16, 32), random(32, 16))).toBe(32);
    expect(becomeWorthwhile(random(16, 32), random(32, 16))).toBe(1);
  });

  it('is forgotten when many other shapes come by, and done again after', () => {
    const [a, b] = [random(32, 32), random(32, 32)];
    expect(becomeWorthwhile(a, b)).toBe(8);
    for (let n = 0; n < 255; n++) emitted(random(8, 8), random(8, 20 + n));
    expect(becomeWorthwhile(a, b)).toBe(1);
    for (let n = 0; n < 256; n++) emitted(random(8, 8), random(8, 300 + n));
    expect(becomeWorthwhile(a, b)).toBe(8);
    expectEmitted(a, b);
  });

  it('leaves what is small, empty or in float64 to the reference', () => {
    const never = (a: Tensor, b: Tensor) => expect(becomeWorthwhile(a, b)).toBe(1000);
    never(random(4, 4), random(4, 4));
    never(random(0, 20), random(20, 20));
    const double = uniform([64, 64], { seed: 1, dtype: 'float64' });
    never(double, double);
  });

  it('leaves everything to the reference where there is no WebAssembly', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const fresh = await import('../../../../src/ops/execute/emitted_kernel.ts');
    const inputs = [random(64, 64), random(64, 64)];
    const outcome = { shape: [64, 64], dtype: 'float32' } as const;
    expect(fresh.runKernel(matmulOperation, inputs, outcome, undefined)).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
