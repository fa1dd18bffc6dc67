import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory, instantiate } from '../../src/wasm/engine.ts';
import { createModule } from '../../src/wasm/module.ts';
import { simdLanes } from '../../src/wasm/simd_lanes.ts';
import { op } from '../../src/wasm/values.ts';
import type { LoopInput, VectorLoop } from '../../src/wasm/vector_loop.ts';
import { vectorLoop } from '../../src/wasm/vector_loop.ts';

const guard = 1e9;

/** Runs a loop on float32 memory that holds the element numbers, and gives the memory. */
function run(loop: VectorLoop, elements: number): Float32Array {
  const module = createModule();
  module.entry('run', {}, 'void', (f) => vectorLoop(f, loop));
  const memory = createMemory(4 * elements);
  const numbers = new Float32Array(memory.buffer);
  numbers.forEach((_, i) => {
    numbers[i] = i;
  });
  instantiate(module.bytes(), memory).run();
  return numbers;
}

const page = 65_536 / 4;

describe('a vector loop', () => {
  const strides = fc.record({
    rowStride: fc.constantFrom(0, 1, 2, 5, 17),
    columnStride: fc.constantFrom(0, 1, 2, 3),
  });
  const shape = { rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 19 }) };

  it('visits every element once, whatever the strides, and writes nothing else', () => {
    const any = fc.record({ ...shape, inputs: fc.array(strides, { maxLength: 3 }) });
    fc.assert(
      fc.property(any, ({ rows, columns, inputs }) => {
        const start = (i: number) => 100 + 200 * i;
        const output = 10_000;
        const rowStride = columns + 3;
        const memory = run(
          {
            rows,
            columns,
            inputs: inputs.map((input, i) => ({ ...input, pointer: 4 * start(i) })),
            outputs: [{ pointer: 4 * output, rowStride }],
            body: (values) => {
              const l = simdLanes();
              return [values.reduce((sum, value) => l.add(sum, value), l.constant(0.5))];
            },
          },
          page,
        );
        const expected = Float32Array.from({ length: page }, (_, i) => i);
        for (let r = 0; r < rows; r++) {
          for (let c = 0; c < columns; c++) {
            expected[output + r * rowStride + c] = inputs.reduce(
              (sum, input, i) => sum + start(i) + r * input.rowStride + c * input.columnStride,
              0.5,
            );
          }
        }
        expect(memory.findIndex((value, i) => value !== expected[i])).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });

  it('reads and writes nothing beyond the end of memory', () => {
    // One element too far traps. Each operand lies at the very end in turn.
    const lengths = fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: shape.columns });
    fc.assert(
      fc.property(lengths, strides, fc.boolean(), ({ rows, columns }, stride, inputLast) => {
        const last = (rows - 1) * stride.rowStride + (columns - 1) * stride.columnStride;
        const input: LoopInput = { ...stride, pointer: inputLast ? 4 * (page - 1 - last) : 0 };
        const output = inputLast ? 0 : 4 * (page - rows * columns);
        run(
          {
            rows,
            columns,
            inputs: [input],
            outputs: [{ pointer: output, rowStride: columns }],
            body: ([x]) => [x],
          },
          page,
        );
      }),
    );
  });

  it('numbers the elements in row-major order', () => {
    const memory = run(
      {
        rows: 3,
        columns: 7,
        inputs: [],
        outputs: [{ pointer: 400, rowStride: 7 }],
        body: (_, index) => [op('f32x4.convert_i32x4_s', index)],
      },
      page,
    );
    expect([...memory.slice(100, 121)]).toEqual(Array.from({ length: 21 }, (_, i) => i));
  });

  it('reads all inputs at an element before it writes there', () => {
    const [a, b] = [0, 40];
    const memory = run(
      {
        rows: 1,
        columns: 10,
        inputs: [a, b].map((pointer) => ({ pointer, rowStride: 0, columnStride: 1 })),
        outputs: [a, b].map((pointer) => ({ pointer, rowStride: 0 })),
        body: ([x, y]) => [y, x],
      },
      page,
    );
    expect([...memory.slice(0, 10)]).toEqual(Array.from({ length: 10 }, (_, i) => 10 + i));
    expect([...memory.slice(10, 20)]).toEqual(Array.from({ length: 10 }, (_, i) => i));
  });

  it('takes addresses that are known only at run time', () => {
    const module = createModule();
    module.entry('run', { from: 'i32', to: 'i32' }, 'void', (f, { from, to }) => {
      vectorLoop(f, {
        rows: 2,
        columns: 3,
        inputs: [{ pointer: from, rowStride: 3, columnStride: 1 }],
        outputs: [{ pointer: to, rowStride: 4 }],
        body: ([x]) => [op('f32x4.neg', x)],
      });
    });
    const memory = createMemory(page * 4);
    const numbers = new Float32Array(memory.buffer).fill(guard);
    numbers.set([1, 2, 3, 4, 5, 6], 8);
    instantiate(module.bytes(), memory).run(32, 64);
    expect([...numbers.slice(15, 24)]).toEqual([guard, -1, -2, -3, guard, -4, -5, -6, guard]);
  });

  it.each([
    ['rows', 5, 7, 2],
    ['columns of a single row', 1, 23, 8],
    ['columns without a tail', 1, 24, 8],
  ])('computes only a range of %s', (_, rows, columns, cut) => {
    const module = createModule();
    module.entry('run', { from: 'i32', to: 'i32' }, 'void', (f, range) => {
      vectorLoop(f, {
        rows,
        columns,
        range,
        inputs: [{ pointer: 0, rowStride: columns + 1, columnStride: 1 }],
        outputs: [{ pointer: 2048, rowStride: columns }],
        body: ([x], index) => [op('f32x4.add', x, op('f32x4.convert_i32x4_s', index))],
      });
    });
    const memory = createMemory(page * 4);
    const numbers = new Float32Array(memory.buffer).fill(guard);
    for (let i = 0; i < 64; i++) numbers[i] = 100 * i;
    const { run } = instantiate(module.bytes(), memory);
    const [total, width] = rows > 1 ? [rows, columns] : [columns, 1];
    const element = (i: number) => 100 * (i + (rows > 1 ? Math.floor(i / columns) : 0)) + i;
    const all = Array.from({ length: rows * columns }, (_, i) => element(i));
    const written = () => [...numbers.slice(511, 513 + rows * columns)];
    run(cut, total);
    const second = all.map((value, i) => (i < cut * width ? guard : value));
    expect(written()).toEqual([guard, ...second, guard]);
    run(0, cut);
    expect(written()).toEqual([guard, ...all, guard]);
  });

  it('computes what is the same for all elements before the loop', () => {
    const module = createModule();
    const { stream } = module.entry('run', {}, 'void', (f) => {
      vectorLoop(f, {
        rows: 1,
        columns: 64,
        inputs: [
          { pointer: 0, rowStride: 0, columnStride: 0 },
          { pointer: 256, rowStride: 0, columnStride: 1 },
        ],
        outputs: [{ pointer: 512, rowStride: 0 }],
        body: ([rate, x]) => {
          const l = simdLanes();
          return [l.mul(x, l.sqrt(l.add(rate, l.constant(1))))];
        },
      });
    });
    const names = stream.map(({ name }) => name);
    const loop = names.slice(names.indexOf('loop'));
    expect(loop).toContain('f32x4.mul');
    for (const name of ['v128.load32_splat', 'v128.const', 'f32x4.add', 'f32x4.sqrt']) {
      expect(names).toContain(name);
      expect(loop).not.toContain(name);
    }
  });

  it('computes once what several outputs share', () => {
    const { stream } = createModule().entry('run', {}, 'void', (f) => {
      vectorLoop(f, {
        rows: 1,
        columns: 64,
        inputs: [{ pointer: 0, rowStride: 0, columnStride: 1 }],
        outputs: [256, 512].map((pointer) => ({ pointer, rowStride: 0 })),
        body: ([x]) => {
          const l = simdLanes();
          return [l.neg(l.sqrt(x)), l.abs(l.sqrt(x))];
        },
      });
    });
    expect(stream.filter(({ name }) => name === 'f32x4.sqrt')).toHaveLength(1);
  });

  it('does the same when it is run again', () => {
    const module = createModule();
    module.entry('run', {}, 'void', (f) => {
      const times = f.local('i32', 'times');
      f.loop((again) => {
        vectorLoop(f, {
          rows: 3,
          columns: 2,
          inputs: [{ pointer: 0, rowStride: 5, columnStride: 1 }],
          outputs: [{ pointer: 400, rowStride: 7 }],
          body: ([x]) => [x],
        });
        f.set(times, op('i32.add', times, 1));
        f.branch(again, op('i32.lt_u', times, 2));
      });
    });
    const memory = createMemory(4 * page);
    const numbers = new Float32Array(memory.buffer);
    for (let i = 0; i < 40; i++) numbers[i] = i + 1;
    instantiate(module.bytes(), memory).run();
    const expected = [1, 2, 0, 0, 0, 0, 0, 6, 7, 0, 0, 0, 0, 0, 11, 12, 0, 0, 0, 0, 0, 0];
    expect([...numbers.slice(100, 122)]).toEqual(expected);
  });
});
