/** Libraries of which only the product of matrices is compared; which one is in the environment. */
import Module, { createRequire } from 'node:module';
import { numbers, productError, report, task } from '../common.mjs';

const require = createRequire(import.meta.url);
const { m, k, n } = task;
const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
const rows = (data, count, width) =>
  Array.from({ length: count }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width)));

const libraries = {
  'ml-matrix': async () => {
    const { Matrix } = await import('ml-matrix');
    const [x, y] = [new Matrix(rows(a, m, k)), new Matrix(rows(b, k, n))];
    return { run: () => x.mmul(y), read: (c) => c.to1DArray() };
  },
  mathjs: async () => {
    const { matrix, multiply } = await import('mathjs');
    const [x, y] = [matrix(rows(a, m, k)), matrix(rows(b, k, n))];
    return { run: () => multiply(x, y), read: (c) => c.toArray().flat() };
  },
  'ndarray-gemm': async () => {
    const ndarray = require('ndarray');
    const gemm = require('ndarray-gemm');
    const [x, y] = [ndarray(a, [m, k]), ndarray(b, [k, n])];
    const c = ndarray(new Float32Array(m * n), [m, n]);
    return { run: () => (gemm(c, x, y), c), read: ({ data }) => data };
  },
  numjs: async () => {
    withoutSharp();
    const nj = require('numjs');
    const [x, y] = [nj.array(a, 'float32').reshape(m, k), nj.array(b, 'float32').reshape(k, n)];
    return { run: () => nj.dot(x, y), read: (c) => c.tolist().flat() };
  },
  'onnxruntime-web': async () => {
    const ort = require('onnxruntime-web');
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(matmulModel());
    const feeds = {
      A: new ort.Tensor('float32', a, [m, k]),
      B: new ort.Tensor('float32', b, [k, n]),
    };
    return { run: () => session.run(feeds), read: (c) => c.C.data };
  },
};

/** numjs loads a native image library that it needs for images only. */
function withoutSharp() {
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'sharp' ? {} : load(name, ...rest));
}

/** An ONNX model of one MatMul, in the few bytes of protobuf that it takes. */
function matmulModel() {
  const text = (s) => [...Buffer.from(s)];
  const field = (number, bytes) => [(number << 3) | 2, ...varint(bytes.length), ...bytes];
  const varint = (v) => (v < 128 ? [v] : [(v & 127) | 128, ...varint(v >>> 7)]);
  const number = (id, v) => [id << 3, ...varint(v)];
  const type = field(1, number(1, 1)); // float32, of any shape
  const value = (name) => [...field(1, text(name)), ...field(2, type)];
  const node = [
    ...field(1, text('A')),
    ...field(1, text('B')),
    ...field(2, text('C')),
    ...field(4, text('MatMul')),
  ];
  const graph = [
    ...field(1, node),
    ...field(2, text('g')),
    ...field(11, value('A')),
    ...field(11, value('B')),
    ...field(12, value('C')),
  ];
  return Uint8Array.from([...number(1, 8), ...field(7, graph), ...field(8, number(2, 13))]);
}

const { run, read } = await libraries[process.env.LIBRARY]();
let last;
await report(
  () => {
    last = run();
    return last instanceof Promise ? last : undefined;
  },
  async () => productError(read(await last), task),
);
