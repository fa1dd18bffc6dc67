import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/graph/compile_function.ts';
import { execute, instruction, makeWorld, type World } from '../../graph/expressions.ts';
import { type Tensor, uniform } from '../../tensors.ts';

const CALLS = 3;

/** What a function of one tensor and a world gives in several calls, and the state each leaves. */
function outcomes(seed: number, make: (world: World) => (x: Tensor) => Tensor[]) {
  const world = makeWorld(seed);
  const call = make(world);
  return Array.from({ length: CALLS }, (_, k) => {
    world.counter.assign([k]);
    const results = call(uniform([3, 4], { seed: seed + 10 + k }));
    return [...results, ...world.states].map((tensor) => ({
      shape: tensor.shape,
      values: Array.from(tensor.toTypedArray()),
    }));
  });
}

describe('a random computation', () => {
  it.each([1, 2, 3])('gives the same bits compiled, with gradients and state, part %i', (part) => {
    const program = fc.array(instruction, { minLength: 1, maxLength: 25 });
    let plans = 0;
    fc.assert(
      fc.property(program, fc.nat(1000), (instructions, seed) => {
        const plain = (world: World) => (x: Tensor) => execute(instructions, x, world);
        const expected = outcomes(seed, plain);
        const received = outcomes(seed, (world) => {
          const compiled = compile(plain(world));
          return (x) => {
            const results = compiled(x);
            expect(compiled.obstacle()).toBeUndefined();
            plans += compiled.reports().length;
            return results;
          };
        });
        expect(received).toEqual(expected);
      }),
      { seed: 77 + part, numRuns: 250 },
    );
    expect(plans).toBeGreaterThan(200 * CALLS);
  });
});
