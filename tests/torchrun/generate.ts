/**
 * Repeats training runs in PyTorch 1.13 and writes what came of them into tests/fixtures/torchrun:
 * `npx tsx tests/torchrun/generate.ts`, with Debian's python3-torch.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportTraining, importTraining } from '../../src/node/index.ts';
import { begin, DTYPES, NAMES } from './trainings.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/torchrun');
/** The job that is kept whole, with what came of it. */
const KEPT = { name: 'adamW', dtype: 'float32', processes: 2 };

const results: object[] = [];
for (const dtype of DTYPES) {
  for (const name of NAMES) {
    for (const processes of [1, 2]) {
      const folder = mkdtempSync(join(tmpdir(), 'torchrun-'));
      const { trainer, train, validation } = begin(name, dtype);
      exportTraining(folder, trainer, { train, validation });
      const torchrun = ['--redirects', '9:1', '--tee', '9:1', `--nproc_per_node=${processes}`];
      const runProgram = (...words: string[]) =>
        execFileSync('torchrun', [...torchrun, 'train.py', '--tell-iterations', ...words], {
          cwd: folder,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { OMP_NUM_THREADS: '1', PATH: '/usr/bin:/bin' },
        });
      runProgram();
      const whole = readFileSync(join(folder, 'trained/weights.pt'));
      rmSync(join(folder, 'trained/weights.pt'));
      runProgram('--resume', 'checkpoints/epoch_0009.pt');
      // Resumed in the middle it comes to the same bits, and the log has every iteration once.
      if (!whole.equals(readFileSync(join(folder, 'trained/weights.pt')))) throw new Error(name);
      const told = readFileSync(join(folder, 'trained/log.jsonl'), 'utf8').trim().split('\n');
      const events = told.map((line) => JSON.parse(line));
      const lossesOf = (type: string) =>
        events.filter((event) => event.type === type).map(({ loss }) => loss);
      const { predictor, optimizer } = importTraining(folder);
      const numbers = (tensors: Parameters<typeof Object.entries>[0]) =>
        Object.fromEntries(
          Object.entries(tensors as ReturnType<typeof predictor.model.state>).map(
            ([key, value]) => [key, Array.from(value.toTypedArray())],
          ),
        );
      results.push({
        ...{ name, dtype, processes },
        losses: lossesOf('iteration'),
        validations: lossesOf('validation'),
        weights: numbers(predictor.model.state()),
        optimizer: numbers(optimizer),
      });
      if (name === KEPT.name && dtype === KEPT.dtype && processes === KEPT.processes) {
        rmSync(join(FIXTURES, 'job'), { recursive: true, force: true });
        rmSync(join(folder, 'checkpoints'), { recursive: true });
        rmSync(join(folder, '__pycache__'), { recursive: true });
        cpSync(folder, join(FIXTURES, 'job'), { recursive: true });
      }
      rmSync(folder, { recursive: true });
    }
  }
}
writeFileSync(join(FIXTURES, 'results.json'), `${JSON.stringify(results)}\n`);
