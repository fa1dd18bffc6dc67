/**
 * `npm run bench`: matrix products, training iterations, growth of memory. Prints tables and writes
 * benchmarks/results.json. Figures are of this machine at this moment; ratios travel better.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { table } from '../src/cli/table.ts';
import { benchCompile } from './compile.ts';
import { benchMatmul, MATMUL_SHAPES, shapeName } from './matmul.ts';
import { median } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchTraining, CONFIGURATIONS } from './training.ts';

const print = (text = '') => process.stdout.write(`${text}\n`);
print(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);

const WAYS = ['limit', 'compiled', 'eager', 'reference', 'naive loops', 'ndarray loops', 'mathjs'];
const matmul = MATMUL_SHAPES.map((shape) => ({
  shape: shapeName(shape),
  gflops: benchMatmul(shape),
}));
print('Matrix products, GFLOP/s');
print(
  table(
    ['m x k x n', ...WAYS, 'share of the limit'],
    matmul.map(({ shape, gflops }) => [
      shape,
      ...WAYS.map((way) => (way in gflops ? gflops[way].toPrecision(3) : '')),
      `${((100 * gflops.compiled) / gflops.limit).toFixed(0)} %`,
    ]),
  ),
);
const limit = median(matmul.map(({ gflops }) => gflops.limit));
print(
  `limit: of 128-bit SIMD, measured in turns with each product; ${limit.toFixed(1)} in the median`,
);

const training = CONFIGURATIONS.map((configuration) => {
  const compiled = benchTraining(configuration, 'auto');
  const reference = benchTraining(configuration, 'reference', { rounds: 3 });
  return {
    name: configuration.name,
    description: configuration.description,
    compiled,
    reference,
    floor: configuration.flops / limit / 1e6,
    gflops: configuration.flops / compiled / 1e6,
  };
});
print('\nA training iteration, milliseconds');
print(
  table(
    ['', 'network', 'compiled', 'reference', 'floor', 'GFLOP/s'],
    training.map(({ name, description, compiled, reference, floor, gflops }) => [
      name,
      description,
      compiled.toPrecision(3),
      reference.toPrecision(3),
      floor.toPrecision(2),
      gflops.toFixed(1),
    ]),
  ),
);
print('floor: operations of the matrix products over the measured limit');

const compiling = await benchCompile('d');
const [first, atBest, later] = [compiling.first, compiling.firstAtBest, compiling.later].map((ms) =>
  ms.toFixed(1),
);
print(`\nMaking the plan of d, bundled: ${later} ms`);
print(
  `the first plan of a process, with code that has never run: ${first} ms, at best ${atBest} ms`,
);

const growth = await benchMemory();
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
print(
  `\nGrowth over ${growth.iterations.toLocaleString('en-US')} iterations of b, after the first 1,000`,
);
print(`heap ${kilobytes(growth.heapStart)} to ${kilobytes(growth.heapEnd)}`);
print(`array buffers ${kilobytes(growth.buffersStart)} to ${kilobytes(growth.buffersEnd)}`);

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processor: cpus()[0]?.model,
  limit,
  matmul,
  training,
  compiling,
  growth,
};
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
print('\nwritten to benchmarks/results.json');
