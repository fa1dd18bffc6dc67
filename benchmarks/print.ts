/** The tables of `npm run bench`, a function for each section. */
import { formatTable } from '../src/formats/text_table.ts';
import type { ColdTimes } from './cold.ts';
import type { CompileTimes } from './compile.ts';
import type { EagerTimes } from './eager.ts';
import type { Growth } from './memory.ts';
import type { PowerTimes } from './powers.ts';
import type { PredictTimes } from './predict.ts';
import type { ThreadTimes } from './threads.ts';

export function line(text = ''): void {
  process.stdout.write(`${text}\n`);
}

function table(head: readonly string[], rows: readonly string[][], left = [0]): string {
  return formatTable([head, ...rows], { left, underlined: true });
}

function short(milliseconds: number): string {
  return milliseconds.toPrecision(3);
}

const WAYS = ['limit', 'compiled', 'eager', 'reference', 'naive loops', 'ndarray loops', 'mathjs'];

interface Products {
  readonly shape: string;
  readonly gflops: Readonly<Record<string, number>>;
}

export function matmul(products: readonly Products[], limit: number): void {
  const rows = products.map(({ shape, gflops }) => [
    shape,
    ...WAYS.map((way) => (way in gflops ? short(gflops[way]) : '')),
    `${((100 * gflops.compiled) / gflops.limit).toFixed(0)} %`,
  ]);
  line('\nMatrix products, GFLOP/s');
  line(table(['m x k x n', ...WAYS, 'share of the limit'], rows));
  const median = `${limit.toFixed(1)} in the median`;
  line(`limit: of 128-bit SIMD, measured in turns with each product; ${median}`);
}

interface Iteration {
  readonly name: string;
  readonly description: string;
  readonly compiled: number;
  readonly reference: number;
  readonly floor: number;
  readonly gflops: number;
}

export function training(iterations: readonly Iteration[]): void {
  const rows = iterations.map(({ name, description, compiled, reference, floor, gflops }) => [
    ...[name, description, short(compiled), short(reference)],
    ...[floor.toPrecision(2), gflops.toFixed(1)],
  ]);
  line('\nA training iteration, milliseconds');
  line(table(['', 'network', 'compiled', 'reference', 'floor', 'GFLOP/s'], rows, [0, 1]));
  line('floor: operations of the matrix products over the measured limit');
}

export function eager(operations: readonly EagerTimes[]): void {
  const rows = operations.map(({ operation, emitted, reference }) => [
    ...[operation, short(emitted), short(reference)],
    `${short(reference / emitted)} x`,
  ]);
  line('\nOperations on tensors, [1024, 1024] if not said otherwise, milliseconds');
  line(table(['', 'emitted', 'reference', 'ratio'], rows));
}

export function predict(times: readonly PredictTimes[]): void {
  const rows = times.map(({ sizes, call, sample }) => [String(sizes), short(call), short(sample)]);
  line('\npredict of 64-32-10 with batches of 1, 2, ... samples in turn, microseconds');
  line(table(['sizes', 'a call', 'a sample'], rows));
}

export function powers(times: readonly PowerTimes[]): void {
  const rows = times.map(({ batchSize, units, sample, parameter }) => [
    `${batchSize}, ${units}`,
    sample.toFixed(3),
    parameter.toFixed(3),
  ]);
  line(
    '\nAn iteration of 64-units-10 relu, SGD: microseconds a sample, nanoseconds a sample and parameter',
  );
  line(table(['batch, units', 'a sample', 'and parameter'], rows));
}

export function cold(times: ColdTimes, inputs: 'floats' | 'bytes' = 'floats'): void {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const over = (time: number, of: number) => `${(time / of).toFixed(2)} x`;
  const { laterIteration, firstValidation, laterValidation, productsOfValidation } = times;
  line(`\nA job of 60,000 x 784 ${inputs} with the network of d, milliseconds`);
  line(
    table(
      ['', '', 'relative'],
      [
        ['fromArrays', short(times.fromArrays), ''],
        ['building the model', short(times.model), ''],
        ['first iteration', short(times.firstIteration), ''],
        ['a warm one', short(laterIteration), ''],
        ['first smaller batch', short(times.firstSmallerBatch), ''],
        ['first validation', short(firstValidation), over(firstValidation, laterValidation)],
        ['a warm one', short(laterValidation), over(laterValidation, productsOfValidation)],
        ['its products at the limit', short(productsOfValidation), ''],
      ],
    ),
  );
  line('relative: to a warm validation, and to its products');
  const [most, data] = [times.memoryBytes, times.dataBytes].map(megabytes);
  line(`memory of the process: ${most} at most, ${data} of inputs among them`);
}

export function compiling({ first, firstAtBest, later }: CompileTimes): void {
  const [atFirst, atBest, warm] = [first, firstAtBest, later].map((time) => time.toFixed(1));
  line(`\nMaking the plan of d, bundled: ${warm} ms`);
  line(`the first of a process, with code that has never run: ${atFirst} ms, at best ${atBest} ms`);
}

export function growth(measured: Growth): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  const { name, threads, heapStart, heapEnd, buffersStart, buffersEnd, atRest } = measured;
  const iterations = measured.iterations.toLocaleString('en-US');
  const by = threads === 1 ? 'one thread' : `${threads} threads`;
  line(`\nGrowth over ${iterations} iterations of ${name}, ${by}, after the first 1,000`);
  line(`heap ${kilobytes(heapStart)} to ${kilobytes(heapEnd)}`);
  line(`array buffers ${kilobytes(buffersStart)} to ${kilobytes(buffersEnd)}`);
  line(`processor time in the second after it: ${atRest.toFixed(0)} ms`);
}

export function threads(times: readonly ThreadTimes[]): void {
  const rows = times.map(({ name, threads: count, one, several }) => [
    `${name}, ${count} threads`,
    ...[short(one.median), short(several.median), (one.median / several.median).toFixed(2)],
    ...[short(one.least), short(several.least), (one.least / several.least).toFixed(2)],
  ]);
  line('\nSeveral threads and one, in turns, milliseconds');
  line(table(['', 'one', 'several', 'ratio', 'least, one', 'several', 'ratio'], rows));
}
