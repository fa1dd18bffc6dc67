/**
 * Reading large files of tensors and models, beside reading their bytes alone: time, and the most memory.
 * Each is read in a process of its own, in turns; medians. Processor time does not depend on what else runs.
 *
 *   npx tsx benchmarks/reading.ts [megabytes=100] [rounds=5] [format]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dense, relu, sequential } from '../src/index.ts';
import { exportModel } from '../src/interop/index.ts';
import { writeNpz, writeSafetensors } from '../src/persistence/index.ts';
import { tensor } from '../src/tensor/create.ts';
import { random } from '../src/tensor/rng.ts';
import { median } from './measure.ts';

const [megabytes = '100', rounds = '5', only] = process.argv.slice(2);
const KINDS = ['bytes', 'safetensors', 'npz', 'onnx', 'pt'] as const;

const folder = mkdtempSync(join(tmpdir(), 'epochal-reading-'));
try {
  const paths = writeFiles(Number(megabytes));
  const rows = KINDS.filter((kind) => kind !== 'bytes' && (only ?? kind) === kind).map(
    (kind) => [kind, paths[kind]] as const,
  );
  for (const [kind, path] of rows) {
    const ours: Reading[] = [];
    const plain: Reading[] = [];
    for (let round = 0; round < Number(rounds); round++) {
      plain.push(readOnce('bytes', path));
      ours.push(readOnce(kind, path));
    }
    const of = (readings: readonly Reading[], what: keyof Reading) =>
      median(readings.map((reading) => reading[what]));
    const [time, base] = [of(ours, 'milliseconds'), of(plain, 'milliseconds')];
    const [work, least] = [of(ours, 'processor'), of(plain, 'processor')];
    const [most, file] = [of(ours, 'bytes'), of(plain, 'size')];
    process.stdout.write(
      `${kind}: ${time.toFixed(0)} ms, bytes alone ${base.toFixed(0)} ms (${(time / base).toFixed(2)}); processor ${work.toFixed(0)} ms and ${least.toFixed(0)} ms (${(work / least).toFixed(2)}); memory ${(most / file).toFixed(2)} x the file\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

interface Reading {
  readonly milliseconds: number;
  /** Of all threads, in milliseconds. */
  readonly processor: number;
  /** The most memory beyond that before reading. */
  readonly bytes: number;
  readonly size: number;
}

function readOnce(kind: string, path: string): Reading {
  const script = fileURLToPath(new URL('reading_process.ts', import.meta.url));
  const { stdout, stderr } = spawnSync('npx', ['tsx', script, kind, path], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function writeFiles(size: number): Readonly<Record<string, string>> {
  const units = Math.round(Math.sqrt((size * 2 ** 20) / 4 / 4));
  const source = random(1, 'reading');
  const numbers = Float32Array.from({ length: units * units }, () => source.uniform());
  const layers = Array.from({ length: 4 }, () => [dense({ units }), relu()]).flat();
  const model = sequential({ inputShape: [units], seed: 1 }, layers);
  for (const parameter of model.parameters()) {
    if (parameter.rank === 2) parameter.storage.data.set(numbers);
  }
  const weights = { ...model.state() };
  const files = {
    safetensors: writeSafetensors({ tensors: weights }),
    npz: writeNpz({ a: tensor([1, 2, 3]), ...weights }),
    onnx: exportModel(model, { to: 'onnx' }),
    pt: exportModel(model, { to: 'pytorch' }),
  };
  return Object.fromEntries(
    Object.entries(files).map(([kind, bytes]) => {
      const path = join(folder, `network.${kind}`);
      writeFileSync(path, bytes);
      return [kind, path];
    }),
  );
}
