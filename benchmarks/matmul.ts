/** Matrix products: naive loops, the reference, other libraries' loops, and the compiled kernel. */

import * as mathjs from 'mathjs';
import ndarray from 'ndarray';
import { executor, referenceOnly } from '../src/ops/execute/execute.ts';
import { defineMatmul, matmulScratchBytes } from '../src/ops/matmul/blocks.ts';
import { matmulOperation } from '../src/ops/matmul/matmul.ts';
import { random } from '../src/tensor/rng.ts';
import { makeTensor } from '../src/tensor/tensor.ts';
import { createMemory, instantiate } from '../src/wasm/engine.ts';
import { call } from '../src/wasm/function.ts';
import { createModule } from '../src/wasm/module.ts';
import { checkClose, measure, type Subject } from './measure.ts';
import { ROOFLINE_FLOPS, roofline } from './roofline.ts';

export interface MatmulShape {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  /** Whether the operand is stored transposed. */
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

export const MATMUL_SHAPES: readonly MatmulShape[] = [
  { m: 16, k: 16, n: 16 },
  { m: 64, k: 64, n: 64 },
  { m: 256, k: 256, n: 256 },
  { m: 256, k: 256, n: 256, transposeA: true },
  { m: 256, k: 256, n: 256, transposeB: true },
  { m: 1024, k: 1024, n: 1024 },
  { m: 32, k: 784, n: 128 },
  { m: 128, k: 784, n: 512 },
  { m: 128, k: 784, n: 512, transposeA: true },
  { m: 128, k: 784, n: 512, transposeB: true },
];

export function shapeName({ m, k, n, transposeA, transposeB }: MatmulShape): string {
  return `${m}x${k}x${n}${transposeA ? ' aT' : ''}${transposeB ? ' bT' : ''}`;
}

/**
 * GFLOP/s of each way of multiplying, for one shape, and of the limit. That takes turns with them, because
 * a shared machine changes its clock from one second to the next.
 */
export function benchMatmul(shape: MatmulShape): Record<string, number> {
  const { m, k, n, transposeA = false, transposeB = false } = shape;
  const source = random(1, `matmul ${shapeName(shape)}`);
  const numbers = (size: number) => Float32Array.from({ length: size }, () => source.normal());
  const [a, b] = [numbers(m * k), numbers(k * n)];
  const strides = {
    a: transposeA ? { row: 1, column: m } : { row: k, column: 1 },
    b: transposeB ? { row: 1, column: k } : { row: n, column: 1 },
  };
  const expected = inFloat64(a, b, shape, strides);
  const flops = 2 * m * k * n;
  const small = flops < 1e8;
  const plain = !transposeA && !transposeB;
  const subjects: Subject[] = [compiled(shape, strides, a, b, expected)];
  subjects.push(operation(true, shape, strides, a, b, expected));
  if (small) subjects.push(operation(false, shape, strides, a, b, expected));
  if (small && plain)
    subjects.push(naive(shape, a, b, expected), ndarrayLoops(shape, a, b, expected));
  if (flops < 1e7 && plain) subjects.push(withMathjs(shape, a, b, expected));
  const times = measure([...subjects, roofline()]);
  const flopsOf = (name: string) => (name === 'limit' ? ROOFLINE_FLOPS : flops);
  return Object.fromEntries([...times].map(([name, time]) => [name, flopsOf(name) / time / 1e6]));
}

type Strides = Record<'a' | 'b', { readonly row: number; readonly column: number }>;

function inFloat64(
  a: Float32Array,
  b: Float32Array,
  { m, k, n }: MatmulShape,
  strides: Strides,
): Float64Array {
  const c = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a[i * strides.a.row + p * strides.a.column];
      const row = p * strides.b.row;
      for (let j = 0; j < n; j++) c[i * n + j] += x * b[row + j * strides.b.column];
    }
  }
  return c;
}

function compiled(
  { m, k, n }: MatmulShape,
  strides: Strides,
  a: Float32Array,
  b: Float32Array,
  expected: Float64Array,
): Subject {
  const product = { m, n, k, ...strides };
  const module = createModule();
  const multiply = defineMatmul(module, product);
  const at = { a: 64, b: 64 + 4 * (a.length + 16), c: 0, scratch: 0 };
  at.c = at.b + 4 * (b.length + 16);
  at.scratch = at.c + 4 * (m * n + 16);
  module.entry('run', {}, 'void', (f) => f.run(call(multiply, at)));
  const memory = createMemory(at.scratch + matmulScratchBytes(product) + 64);
  new Float32Array(memory.buffer, at.a, a.length).set(a);
  new Float32Array(memory.buffer, at.b, b.length).set(b);
  const { run } = instantiate(module.bytes(), memory);
  run();
  checkClose('compiled', new Float32Array(memory.buffer, at.c, m * n), expected);
  return { name: 'compiled', run };
}

/** The operation outside of a plan, with or without compiled code. */
function operation(
  compiledCode: boolean,
  { m, k, n }: MatmulShape,
  { a: sa, b: sb }: Strides,
  a: Float32Array,
  b: Float32Array,
  expected: Float64Array,
): Subject {
  const view = (data: Float32Array, shape: number[], row: number, column: number) => {
    const { dtype, storage, offset } = makeTensor(data, shape, 'float32');
    return { dtype, shape, strides: [row, column], offset, storage };
  };
  const inputs = [view(a, [m, k], sa.row, sa.column), view(b, [k, n], sb.row, sb.column)];
  const outcome = { shape: [m, n], dtype: 'float32' } as const;
  const eager = () => executor().run(matmulOperation, inputs, outcome, undefined);
  const run = () => (compiledCode ? eager() : referenceOnly(eager));
  const name = compiledCode ? 'eager' : 'reference';
  checkClose(name, run().storage.data, expected);
  return { name, run };
}

function naive(
  { m, k, n }: MatmulShape,
  a: Float32Array,
  b: Float32Array,
  expected: Float64Array,
): Subject {
  const c = new Float32Array(m * n);
  const run = () => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
        c[i * n + j] = sum;
      }
    }
  };
  run();
  checkClose('naive', c, expected);
  return { name: 'naive loops', run };
}

function ndarrayLoops(
  { m, k, n }: MatmulShape,
  a: Float32Array,
  b: Float32Array,
  expected: Float64Array,
): Subject {
  const x = ndarray(a, [m, k]);
  const y = ndarray(b, [k, n]);
  const c = ndarray(new Float32Array(m * n), [m, n]);
  const run = () => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) sum += x.get(i, p) * y.get(p, j);
        c.set(i, j, sum);
      }
    }
  };
  run();
  checkClose('ndarray', c.data, expected);
  return { name: 'ndarray loops', run };
}

function withMathjs(
  { m, k, n }: MatmulShape,
  a: Float32Array,
  b: Float32Array,
  expected: Float64Array,
): Subject {
  const rows = (data: Float32Array, count: number, width: number) =>
    Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width)));
  const [x, y] = [mathjs.matrix(rows(a, m, k)), mathjs.matrix(rows(b, k, n))];
  const run = () => mathjs.multiply(x, y);
  checkClose('mathjs', run().toArray().flat() as number[], expected);
  return { name: 'mathjs', run };
}
