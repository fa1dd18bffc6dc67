/**
 * The limit of 128-bit SIMD on this core, measured: the arithmetic of a 4 x 8 tile of a matrix product
 * on operands that stay in registers, so that nothing but multiplications and additions remain.
 */
import { createMemory, instantiate } from '../src/wasm/engine.ts';
import { createModule } from '../src/wasm/module.ts';
import { op, splat } from '../src/wasm/values.ts';
import type { Subject } from './measure.ts';

const TURNS = 100_000;
const SUMS = 8;

export const ROOFLINE_FLOPS = TURNS * SUMS * 4 * 2;

/** Independent multiplications and additions, as emitted SIMD. */
export function roofline(): Subject {
  const module = createModule();
  module.entry('run', {}, 'void', (f) => {
    const sums = Array.from({ length: SUMS }, () => f.local('v128', 'sum'));
    const factors = [0, 1].map(() => f.local('v128', 'factor'));
    const turn = f.local('i32', 'turn');
    for (const sum of sums) f.set(sum, op('v128.load', 0, 64));
    for (const [i, factor] of factors.entries()) f.set(factor, op('v128.load', 0, 16 * i));
    f.set(turn, TURNS);
    f.loop((again) => {
      sums.forEach((sum, i) => {
        const product = op('f32x4.mul', op('v128.load32_splat', 0, 4 * (i >> 1)), factors[i % 2]);
        f.set(sum, op('f32x4.add', sum, product));
      });
      f.set(turn, op('i32.sub', turn, 1));
      f.branch(again, turn);
    });
    const total = sums.reduce((a, b) => op('f32x4.add', a, b) as typeof a);
    f.run(op('v128.store', 0, op('f32x4.mul', total, splat(0)), 128));
  });
  const memory = createMemory(4096);
  new Float32Array(memory.buffer).fill(1e-6);
  const { run } = instantiate(module.bytes(), memory);
  return { name: 'limit', run };
}
