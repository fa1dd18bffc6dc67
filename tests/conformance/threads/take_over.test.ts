/**
 * What becomes of the tile of a thread that vanished, at every point of its way: each state that it can have
 * left behind is laid into memory, and what the others do then is run.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { ownArena } from '../../../src/graph/arena.ts';
import type { Code } from '../../../src/graph/code.ts';
import { compileTrace } from '../../../src/graph/compile.ts';
import { atOnce } from '../../../src/graph/parts.ts';
import { type Threads, threading } from '../../../src/graph/threading.ts';
import { startTrace } from '../../../src/graph/trace.ts';
import { assign } from '../../../src/ops/assign.ts';
import { add, mul, sub } from '../../../src/ops/elementwise/arithmetic.ts';
import { sqrt, square } from '../../../src/ops/elementwise/unary.ts';
import { noGrad } from '../../../src/ops/gradient_mode.ts';
import { matmul } from '../../../src/ops/matmul/matmul.ts';
import { sum } from '../../../src/ops/reduction/reduction.ts';
import { COPYING, DONE, TAKEN_AWAY, TILES } from '../../../src/threads/control.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { call } from '../../../src/wasm/function.ts';
import { parameter, type Tensor, uniform } from '../../tensors.ts';

afterEach(() => {
  threading.source = undefined;
});

/** Threads whose functions can be called one by one; none is ever started. */
function inPieces(): { threads: Threads; code: () => Code; tiles: () => number } {
  useThreads(() => ({ post() {}, end() {} }), { cores: 2, grain: 1 });
  const threads = threading.source?.(2) as Threads;
  let code: Code | undefined;
  let tiles = 0;
  return {
    code: () => code as Code,
    tiles: () => tiles,
    threads: {
      ...threads,
      arrange(request) {
        const arrangement = threads.arrange(request);
        return (
          arrangement && {
            ...arrangement,
            composer(module, layout) {
              const composer = arrangement.composer(module, layout);
              return {
                ...composer,
                entry(name) {
                  const part = composer.entry(name);
                  return (own) => {
                    code = own;
                    return part(own);
                  };
                },
                finish() {
                  composer.finish?.();
                  for (const f of [...module.functions]) {
                    const [, what] = /^moment0_(tile|copy|take_over)$/.exec(f.name) ?? [];
                    if (what === undefined) continue;
                    module.entry(what, f.parameters, 'void', (to, p) =>
                      to.run(call(f, p) as never),
                    );
                  }
                  const work = module.functions.find(({ name }) => name === 'moment0_work');
                  const constants = work?.stream.filter(({ name }) => name === 'i32.const') ?? [];
                  tiles = Math.max(
                    ...constants
                      .map(({ immediates }) => Number(immediates[0]))
                      .filter((n) => n < 100),
                  );
                },
              };
            },
          }
        );
      },
    },
  };
}

interface Subject {
  /** What is computed in one moment: gives results; and tensors that are overwritten. */
  make(): { compute: () => readonly Tensor[]; overwritten: readonly Tensor[] };
}

const subjects: Readonly<Record<string, Subject>> = {
  'a loop that overwrites what it reads': {
    make() {
      const [p, m, v] = [1, 2, 3].map((seed) => parameter(uniform([90, 100], { seed })));
      const g = uniform([90, 100], { seed: 4 });
      return {
        overwritten: [p, m, v],
        compute() {
          const first = add(mul(m, 0.9), mul(g, 0.1));
          const second = add(mul(v, 0.99), mul(square(g), 0.01));
          assign(p, sub(p, mul(first, add(sqrt(second), 1e-3))));
          assign(m, first);
          assign(v, second);
          return [];
        },
      };
    },
  },
  'a product beside a loop': {
    make() {
      const d = parameter(uniform([500], { seed: 2 }));
      const [a, b] = [uniform([40, 30], { seed: 3 }), uniform([30, 48], { seed: 4 })];
      return {
        overwritten: [d],
        compute() {
          assign(d, mul(d, 3));
          return [matmul(a, b)];
        },
      };
    },
  },
  'a reduction': {
    make() {
      const x = uniform([300, 70], { seed: 2 });
      return { overwritten: [], compute: () => [sum(x, { axis: 0 })] };
    },
  },
};

const numbers = (tensors: readonly Tensor[]) => tensors.map((own) => [...own.toTypedArray()]);

/** A subject, compiled, with the functions of its first moment. */
function compiled(subject: Subject) {
  const made = subject.make();
  const pieces = inPieces();
  const tracer = startTrace();
  const outputs = tracer.phase('run', () => noGrad(made.compute));
  const { threads } = pieces;
  const trace = tracer.finish();
  const plan = atOnce(compileTrace({ trace, inputs: [], outputs, arena: ownArena(), threads }));
  if (typeof plan === 'string') throw new Error(plan);
  expect(plan.isCurrent()).toBe(true); // from then on there is code
  const code = pieces.code();
  const { tile, copy, take_over: takeOver } = code.entries();
  const words = new Int32Array(code.home.memory.buffer);
  const memory = new Uint8Array(code.home.memory.buffer);
  const state = (at: number) => words.subarray(TILES / 4 + at, TILES / 4 + at + 1);
  const results = () => numbers([...made.overwritten, ...outputs.map(plan.tensor)]);
  return { results, plan, tile, copy, takeOver, state, memory, tiles: pieces.tiles() };
}

describe.each(Object.entries(subjects))('%s', (_, subject) => {
  const plain = subject.make();
  const outputs = noGrad(plain.compute);
  const expected = numbers([...plain.overwritten, ...outputs]);

  const first = compiled(subject);
  const { tiles } = first;

  it('is cut into tiles, and has its numbers when one thread computes all of them', () => {
    expect(tiles).toBeGreaterThan(1);
    first.plan.run('run');
    expect(first.results()).toEqual(expected);
  });

  /** What a thread has done with a tile when it vanishes. */
  const points: Readonly<Record<string, (own: ReturnType<typeof compiled>, at: number) => void>> = {
    'taken, and nothing computed': ({ state }, at) => state(at).fill(2),
    'computed and not copied': ({ state, tile }, at) => {
      state(at).fill(TAKEN_AWAY); // so that it is not copied
      tile(at, 1);
      state(at).fill(2);
    },
    'about to be copied': ({ state, tile, copy }, at) => {
      state(at).fill(TAKEN_AWAY);
      tile(at, 1);
      state(at).fill(copy === undefined ? 2 : COPYING + 1);
    },
    'half copied': ({ state, tile, memory, copy }, at) => {
      state(at).fill(TAKEN_AWAY);
      tile(at, 1);
      const before = memory.slice();
      copy?.(at, 1);
      // Every other number as it was before it was copied.
      const [now, then] = [memory, before].map(({ buffer }) => new Int32Array(buffer));
      for (let i = Math.ceil((TILES + 4 * 4096) / 4); i < now.length; i += 2) now[i] = then[i];
      state(at).fill(copy === undefined ? 2 : COPYING + 1);
    },
    'done, and not said so': ({ state, tile, copy }, at) => {
      state(at).fill(2);
      tile(at, 1);
      if (copy === undefined) state(at).fill(2);
    },
  };

  it.each(Object.keys(points))(
    'has its numbers when a thread vanishes with a tile: %s',
    (point) => {
      for (let lost = 0; lost < tiles; lost++) {
        const own = compiled(subject);
        for (let at = 0; at < tiles; at++) {
          if (at === lost) points[point](own, at);
          else {
            own.tile(at, 0);
            own.state(at).fill(DONE);
          }
        }
        own.takeOver();
        expect(own.results()).toEqual(expected);
      }
    },
  );
});
