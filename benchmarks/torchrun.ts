/**
 * From which network size on two processes of PyTorch train faster than one: jobs of `exportTraining`, run by
 * torchrun with one thread each. Seconds of an iteration, the least over the epochs after the first.
 * `npx tsx benchmarks/torchrun.ts [samples in a batch]`, with Debian's python3-torch.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromArrays } from '../src/data/index.ts';
import { adam, dense, meanSquaredError, relu, sequential, Trainer, zeros } from '../src/index.ts';
import { exchangeCost, exportTraining } from '../src/node/index.ts';

const BATCH_SIZE = Number(process.argv[2] ?? 256);
const BATCHES = 8;
const train = fromArrays({
  inputs: zeros([BATCH_SIZE * BATCHES, 64]),
  targets: zeros([BATCH_SIZE * BATCHES, 1]),
});

for (const units of [16, 64, 256, 1024, 2048]) {
  const layers = [dense({ units }), relu(), dense({ units }), relu(), dense({ units: 1 })];
  const model = sequential({ inputShape: [64], seed: 1 }, layers);
  const options = { loss: meanSquaredError(), optimizer: adam(), epochs: 8, batchSize: BATCH_SIZE };
  const seconds = [1, 2].map((processes) => {
    const folder = mkdtempSync(join(tmpdir(), 'torchrun-'));
    const job = join(folder, 'job');
    exportTraining(job, new Trainer({ model, ...options }), { train });
    // A port of its own: another torchrun may be running.
    const words = [
      '--master_port',
      '29655',
      '--redirects',
      '9:1',
      '--tee',
      '9:1',
      `--nproc_per_node=${processes}`,
    ];
    execFileSync('torchrun', [...words, 'train.py'], {
      cwd: job,
      stdio: 'ignore',
      env: { OMP_NUM_THREADS: '1', PATH: '/usr/bin:/bin' },
    });
    const log = readFileSync(join(job, 'trained/log.jsonl'), 'utf8').trim().split('\n');
    rmSync(folder, { recursive: true });
    const each = log.map((line) => JSON.parse(line).seconds / BATCHES).slice(1);
    return Math.min(...each);
  });
  const [one, two] = seconds;
  const { gradientBytes } = exchangeCost(model, { processes: 2, secondsPerIteration: one });
  const milliseconds = seconds.map((value) => `${(value * 1e3).toFixed(2)} ms`);
  console.log(units, gradientBytes, ...milliseconds, `${(one / two).toFixed(2)} times as fast`);
}
