/**
 * `npm run bench`: prints tables and writes benchmarks/results.json. `npm run bench -- eager cold` measures
 * some sections only; the others keep their figures, and say when and where they were measured. Figures
 * are of one machine at one moment; ratios travel better.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchCold } from './cold.ts';
import { benchCompile } from './compile.ts';
import { benchEager } from './eager.ts';
import { benchMatmul, MATMUL_SHAPES, shapeName } from './matmul.ts';
import { median } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchPowers } from './powers.ts';
import { benchPredict } from './predict.ts';
import * as print from './print.ts';
import { benchCrowded, benchThreads } from './threads.ts';
import { benchTraining, CONFIGURATIONS } from './training.ts';

interface Results {
  /** GFLOP/s of 128-bit SIMD, the median over the matrix products. */
  limit: number;
  readonly sections: Record<string, { date: string; machine: object; figures: unknown }>;
}

const file = new URL('results.json', import.meta.url);
const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
const machine = { processor: cpus()[0]?.model, node: process.version };

/** Measures a section, prints it, and returns the figures for results.json. */
function section<Figures>(
  measure: () => Figures | Promise<Figures>,
  show: (figures: Figures) => void,
): () => Promise<Figures> {
  return async () => {
    const figures = await measure();
    show(figures);
    return figures;
  };
}

const sections: Readonly<Record<string, () => Promise<unknown>>> = {
  matmul: section(measureMatmul, (products) => print.matmul(products, results.limit)),
  training: section(() => CONFIGURATIONS.map(measureTraining), print.training),
  eager: section(benchEager, print.eager),
  predict: section(() => benchPredict([16, 17, 100]), print.predict),
  powers: section(() => benchPowers([...BATCH_SIZES, ...UNITS]), print.powers),
  cold: section(() => benchCold(), print.cold),
  bytes: section(
    () => benchCold('bytes'),
    (times) => print.cold(times, 'bytes'),
  ),
  compiling: section(() => benchCompile('d'), print.compiling),
  threads: section(() => benchThreads(), print.threads),
  crowded: section(() => benchCrowded(), print.threads),
  growth: section(() => benchMemory('b', 1), print.growth),
  growing: section(() => benchMemory('c', 2), print.growth),
};

const BATCH_SIZES = [31, 32, 33, 48, 63, 64, 65].map((size) => [size, 32] as const);
const UNITS = [60, 62, 63, 64, 65, 66, 68].map((units) => [32, units] as const);

function measureMatmul() {
  const products = MATMUL_SHAPES.map((shape) => ({
    shape: shapeName(shape),
    gflops: benchMatmul(shape),
  }));
  results.limit = median(products.map(({ gflops }) => gflops.limit));
  return products;
}

function measureTraining(configuration: (typeof CONFIGURATIONS)[number]) {
  const compiled = benchTraining(configuration, 'auto');
  const reference = benchTraining(configuration, 'reference', { rounds: 3 });
  const { name, description, flops } = configuration;
  const floor = flops / results.limit / 1e6;
  return { name, description, compiled, reference, floor, gflops: flops / compiled / 1e6 };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) {
  throw new Error(
    `no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`,
  );
}
print.line(`${machine.processor ?? 'unknown processor'}, Node ${machine.node}`);
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figures = await run();
  const date = new Date().toISOString().slice(0, 10);
  results.sections[name] = { date, machine, figures };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
print.line('\nwritten to benchmarks/results.json');
