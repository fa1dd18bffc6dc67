import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32 } from '../../../../src/numerics/float32.ts';
import type { Operation } from '../../../../src/ops/operation.ts';
import {
  maxOperation,
  minOperation,
  type ReduceAttributes,
  sumOperation,
} from '../../../../src/ops/reduction/reduction.ts';
import {
  emitReduction,
  REDUCTION_SCRATCH_BYTES,
  type ReductionLoop,
} from '../../../../src/ops/reduction/simd.ts';
import { random } from '../../../../src/tensor/rng.ts';
import { createMemory, instantiate } from '../../../../src/wasm/engine.ts';
import { createModule } from '../../../../src/wasm/module.ts';
import { combinationOf, inWrittenOrder } from '../../../ops/written_order.ts';

type Strides = Pick<ReductionLoop['inputs'][number], 'keptStride' | 'reducedStrides'>;

interface Example {
  readonly kept: number;
  readonly reduced: number;
  /** The sizes of what is reduced, if it has several axes. */
  readonly axes?: readonly number[];
  readonly inputs: readonly Strides[];
  readonly operation: Operation<ReduceAttributes>;
  /** What is reduced. Default normal numbers. */
  readonly value?: (kept: number, reduced: number) => number;
}

function offset(
  { keptStride, reducedStrides }: Strides,
  axes: readonly number[],
  i: number,
  r: number,
) {
  let rest = r;
  return axes.reduceRight((sum, n, axis) => {
    const index = rest % n;
    rest = Math.floor(rest / n);
    return sum + index * reducedStrides[axis];
  }, i * keptStride);
}

/** The order of the definition, written a second time. Inputs are multiplied. */
function reference(
  { kept, reduced, axes = [reduced], inputs, operation }: Example,
  values: Float32Array[],
): number[] {
  return Array.from({ length: kept }, (_, i) => {
    const terms = Array.from({ length: reduced }, (_, r) =>
      inputs
        .map((input, k) => values[k][offset(input, axes, i, r)])
        .reduce((a, b) => float32.mul(a, b)),
    );
    return inWrittenOrder(terms, combinationOf(operation));
  });
}

const GUARD = 16;
const SCRATCH = REDUCTION_SCRATCH_BYTES / 4;

/**
 * Runs the emitted loop in a memory poisoned with NaN, what it writes at the very end: a NaN that is
 * read spoils the result, a write elsewhere shows, and a write beyond the end traps.
 * @param cut where two halves meet that are computed apart, the second one first; nothing for the whole
 */
function expectExact(example: Example, cut?: number): void {
  const { kept, reduced, axes = [reduced], inputs, operation } = example;
  const source = random(kept * 100 + reduced, 'reduction');
  const { value = () => source.normal() } = example;
  const extents = inputs.map((input) =>
    kept * reduced === 0 ? 0 : offset(input, axes, kept - 1, reduced - 1) + 1,
  );
  const memory = createMemory(
    4 * (SCRATCH + kept + extents.reduce((sum, n) => sum + n + GUARD, GUARD)),
  );
  const floats = new Float32Array(memory.buffer).fill(Number.NaN);
  const output = floats.length - kept;
  let next = SCRATCH + GUARD;
  const starts = extents.map((extent) => {
    const start = next;
    next += extent + GUARD;
    return start;
  });
  inputs.forEach((input, k) => {
    for (let i = 0; i < kept; i++) {
      for (let r = 0; r < reduced; r++) {
        floats[starts[k] + offset(input, axes, i, r)] = value(i, r);
      }
    }
  });
  const values = extents.map((extent, k) => floats.slice(starts[k], starts[k] + extent));
  const expected = new Uint32Array(memory.buffer.slice(0));
  const results = Float32Array.from(reference(example, values));
  expected.set(new Uint32Array(results.buffer), output);

  const module = createModule();
  module.entry('run', { from: 'i32', to: 'i32', scratch: 'i32' }, 'void', (f, range) => {
    emitReduction(f, {
      ...(cut !== undefined && { range }),
      kept,
      reduced: axes,
      inputs: inputs.map((strides, k) => ({ pointer: 4 * starts[k], ...strides })),
      output: 4 * output,
      scratch: cut === undefined ? 0 : range.scratch,
      combination: combinationOf(operation),
      body: (lanes, loaded) => loaded.reduce((a, b) => lanes.mul(a, b)),
    });
  });
  const { run } = instantiate(module.bytes(), memory);
  if (cut === undefined) run();
  else
    for (const [from, to] of [
      [cut, kept],
      [0, cut],
    ])
      run(from, to, 0);
  const written = new Uint32Array(memory.buffer);
  const isNan = (bits: number) => (bits & 0x7fff_ffff) > 0x7f80_0000; // whose other bits are the machine's
  const at = written.findIndex(
    (bits, i) => i >= SCRATCH && bits !== expected[i] && !(isNan(bits) && isNan(expected[i])),
  );
  expect(at < 0 ? 'the same memory' : `differs at ${at}, outputs from ${output}`).toBe(
    'the same memory',
  );
}

const operation = fc.constantFrom(sumOperation, maxOperation, minOperation);

/** Ways that an input of so many rows and columns may lie. */
const ways: readonly ((kept: number, reduced: number) => Strides)[] = [
  (_, reduced) => ({ keptStride: reduced, reducedStrides: [1] }),
  (kept) => ({ keptStride: 1, reducedStrides: [kept] }),
  () => ({ keptStride: 0, reducedStrides: [1] }),
  () => ({ keptStride: 1, reducedStrides: [0] }),
  () => ({ keptStride: 0, reducedStrides: [0] }),
  (_, reduced) => ({ keptStride: 3 * reduced + 2, reducedStrides: [3] }),
  (kept) => ({ keptStride: 2, reducedStrides: [2 * kept + 5] }),
];

describe('an emitted reduction has the bits of the definition and touches nothing else', () => {
  it.each([sumOperation, maxOperation, minOperation])('at every small size: $name', (one) => {
    for (let kept = 1; kept <= 18; kept++) {
      for (let reduced = 1; reduced <= 18; reduced++) {
        const inputs = [ways[kept % 2](kept, reduced)];
        expectExact({ kept, reduced, inputs, operation: one });
      }
    }
  });

  describe.each([maxOperation, minOperation])(
    'of numbers that are compared oddly: $name',
    (one) => {
      const sign = one === maxOperation ? -1 : 1; // so that zeros are the extreme ones
      const odd: Readonly<Record<string, (at: number, r: number) => number>> = {
        'one NaN': (at, r) => (r === at ? Number.NaN : sign * (r + 1)),
        'NaN in every other row': (at, r) => (at % 2 === 0 && r === at ? Number.NaN : r + 1),
        'NaN and infinities': (at, r) => (r === at ? Number.NaN : r % 2 ? -1 / 0 : 1 / 0),
        'one 0 among -0': (at, r) => (r === at ? 0 : -0),
        'one -0 among 0': (at, r) => (r === at ? -0 : 0),
        'one 0 behind others': (at, r) => (r === at ? 0 : sign * (r + 1)),
        'one -0 behind others': (at, r) => (r === at ? -0 : sign * (r + 1)),
        'one that is nearest to 0': (at, r) => (r === at ? sign / 4 : sign * (r + 1)),
        'the other sign once, zeros': (at, r) => (r === at ? -sign : r % 3 ? -0 : 0),
        'infinities of one sign': () => sign / 0,
        'the smallest numbers': (at, r) => sign * 2 ** -149 * (r === at ? 1 : 2),
      };
      it.each(Object.entries(odd))('%s', (_, value) => {
        for (const reduced of [5, 63, 64, 65, 69, 71, 127, 128, 133, 200]) {
          for (const way of [ways[0], ways[1]]) {
            const inputs = [way(reduced, reduced)];
            // Each row has its odd one at another place: all places are had.
            expectExact({ kept: reduced, reduced, inputs, operation: one, value });
          }
        }
      });
    },
  );

  it('in halves, whichever is computed first', () => {
    for (const kept of [17, 31, 32, 40, 64]) {
      for (const reduced of [1, 7, 128, 300]) {
        for (const way of ways) {
          const inputs = [way(kept, reduced)];
          for (const cut of [16, 32]) {
            if (cut < kept) expectExact({ kept, reduced, inputs, operation: sumOperation }, cut);
          }
        }
      }
    }
  });

  it('at random sizes, of one input and of several, however they lie', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const lying = fc.array(fc.constantFrom(...ways), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sizes, lying, operation, ([kept, reduced], chosen, one) => {
        const inputs = chosen.map((way) => way(kept, reduced));
        expectExact({ kept, reduced, inputs, operation: one });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each([sumOperation, maxOperation])('at every number of blocks: $name', (one) => {
    const lengths = [127, 128, 129, 135, 255, 256, 257, 383, 384, 385, 511, 512, 640, 895, 1000];
    for (const reduced of [...lengths, 1024, 1031, 2047, 4224]) {
      for (const [kept, way] of [
        [1, 0],
        [2, 5],
        [3, 6],
        [4, 1],
        [17, 1],
        [21, 1],
      ]) {
        expectExact({ kept, reduced, inputs: [ways[way](kept, reduced)], operation: one });
      }
      const inputs = [ways[1](5, reduced), ways[2](5, reduced), ways[3](5, reduced)];
      expectExact({ kept: 5, reduced, inputs, operation: one });
    }
  });

  it.each([sumOperation, maxOperation])('of several axes, in row-major order: $name', (one) => {
    for (const axes of [
      [2, 2],
      [3, 5],
      [2, 3, 4],
      [16, 16],
      [5, 77],
      [1, 9, 130],
    ]) {
      const reduced = axes.reduce((a, b) => a * b);
      for (const kept of [1, 3, 8, 16, 21, 37]) {
        const gaps = axes.map((_, axis) => kept * 2 ** (3 * (axes.length - axis)));
        const inputs = [
          { keptStride: 1, reducedStrides: gaps },
          { keptStride: 2, reducedStrides: gaps.toReversed() },
          { keptStride: 0, reducedStrides: axes.map((_, axis) => axis) },
        ];
        expectExact({ kept, reduced, axes, inputs: inputs.slice(0, 1), operation: one });
        expectExact({ kept, reduced, axes, inputs, operation: one });
        if (kept > 16) expectExact({ kept, reduced, axes, inputs, operation: one }, 16);
      }
    }
  });

  it('of nothing is the neutral element', () => {
    const inputs = [{ keptStride: 0, reducedStrides: [1] }];
    for (const one of [sumOperation, maxOperation, minOperation]) {
      expectExact({ kept: 5, reduced: 0, inputs, operation: one });
    }
  });
});
