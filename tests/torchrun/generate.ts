/**
 * Repeats training runs in PyTorch 1.13 and writes what came of them into tests/fixtures/torchrun:
 * `npx tsx tests/torchrun/generate.ts [NAME …]`, with Debian's python3-torch.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tensor } from '../../src/index.ts';
import { exportTraining, importTraining } from '../../src/node/index.ts';
import { trainingJob } from '../../src/torchrun/index.ts';
import { begin, type CaseName, DTYPES, NAMES } from './cases.ts';
import { filesOf, KEPT, type Result } from './results.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/torchrun');

const chosen = process.argv.length > 2 ? (process.argv.slice(2) as CaseName[]) : NAMES;
mkdirSync(join(FIXTURES, 'results'), { recursive: true });
for (const name of chosen) {
  const results: Result[] = [];
  for (const dtype of DTYPES) {
    for (const processes of [1, 2]) {
      const folder = mkdtempSync(join(tmpdir(), 'torchrun-'));
      const job = join(folder, 'job');
      const { trainer, exported } = await begin(name, dtype);
      const files = filesOf(trainingJob(trainer, exported));
      exportTraining(job, trainer, exported);
      const run = (...words: string[]) => {
        execFileSync(
          'torchrun',
          [
            ...['--redirects', '9:1', '--tee', '9:1', `--nproc_per_node=${processes}`],
            ...['train.py', '--tell-iterations', ...words],
          ],
          {
            cwd: job,
            stdio: ['ignore', 'ignore', 'inherit'],
            env: { OMP_NUM_THREADS: '1', PATH: '/usr/bin:/bin' },
          },
        );
      };
      run();
      results.push({ name, dtype, processes, files, ...resultOf(job) });
      if (name === KEPT.name && dtype === KEPT.dtype && processes === KEPT.processes) keep(job);
      if (dtype === 'float32' && processes === 2) checkResumed(job, run);
      rmSync(folder, { recursive: true });
    }
  }
  writeFileSync(join(FIXTURES, `results/${name}.json`), `${JSON.stringify(results)}\n`);
}

/** Digits that a comparison to 1e-9 needs. */
function rounded(value: number): number {
  return Number(value.toPrecision(13));
}

function numbersOf(tensors: Readonly<Record<string, Tensor>>) {
  const entries = Object.entries(tensors).map(([key, value]) => {
    return [key, Array.from(value.toTypedArray(), rounded)] as const;
  });
  return Object.fromEntries(entries);
}

function resultOf(job: string): Omit<Result, 'name' | 'dtype' | 'processes' | 'files'> {
  const { predictor, state, reason } = importTraining(job);
  const { epochs, validations, iterations: _, stretches: __, ...progress } = state.progress;
  const told = readFileSync(join(job, 'trained/log.jsonl'), 'utf8').trim().split('\n');
  const events = told.map((line) => JSON.parse(line));
  return {
    losses: events.filter(({ type }) => type === 'iteration').map(({ loss }) => loss),
    epochs: epochs.map(({ seconds: _, validation: __, ...record }) => record),
    validations: validations.map(({ metrics: _, ...record }) => record),
    predictor: numbersOf(predictor.model.state()),
    model: numbersOf(state.model),
    optimizer: numbersOf(state.optimizer),
    progress: { ...progress, untold: [] },
    rested: state.rested,
    waiting: state.callbacks.earlyStopping?.values.waiting ?? null,
    ...(reason !== undefined && { reason }),
  };
}

function keep(job: string): void {
  rmSync(join(FIXTURES, 'job'), { recursive: true, force: true });
  const isLeftOut = (path: string) => /checkpoints|__pycache__/.test(path.slice(job.length));
  cpSync(job, join(FIXTURES, 'job'), { recursive: true, filter: (path) => !isLeftOut(path) });
}

/** Resumed in the middle it comes to the same bits, and the log has everything once. */
function checkResumed(job: string, run: (...words: string[]) => void): void {
  const files = ['weights.pt', 'last.pt', 'optimizer.pt'].filter((name) =>
    existsSync(join(job, 'trained', name)),
  );
  const contents = () => [
    ...files.map((name) => readFileSync(join(job, 'trained', name), 'base64')),
    readFileSync(join(job, 'trained/end.json'), 'utf8'),
    readFileSync(join(job, 'trained/log.jsonl'), 'utf8').replace(/"seconds": [^}]*/g, ''),
  ];
  const whole = contents();
  const checkpoints = readdirSync(join(job, 'checkpoints')).sort();
  run('--resume', `checkpoints/${checkpoints[checkpoints.length >> 1]}`);
  if (JSON.stringify(contents()) !== JSON.stringify(whole)) throw new Error(`${job}: not the same`);
}
