/**
 * One thread and several, in turns. On a machine that is busy with other work two threads seldom run at the same
 * time, so beside the median there is the quietest round of each: what the code can do when it is let.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import {
  compile,
  dense,
  evaluate,
  parameter,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../src/index.ts';
import { random } from '../src/tensor/rng.ts';
import { enableThreads } from '../src/threads/index.ts';
import { checkClose, median } from './measure.ts';
import { CONFIGURATIONS, type Configuration } from './training.ts';

export interface ThreadTimes {
  readonly name: string;
  readonly threads: number;
  /** Milliseconds with one thread and with several: of the median round, and of the quietest. */
  readonly one: { readonly median: number; readonly least: number };
  readonly several: { readonly median: number; readonly least: number };
}

interface Subject {
  readonly name: string;
  /** Does the work once, and gives a number that must be the same. */
  run(): number;
  /** How many threads take part. */
  present(): number;
}

const ROUNDS = 40;
const ROUND_MILLISECONDS = 25;

export async function benchThreads(threads = availableParallelism()): Promise<ThreadTimes[]> {
  enableThreads();
  const makers = [
    ...CONFIGURATIONS.map((own) => (count: number) => iterations(own, count)),
    (count: number) => product([1024, 1024, 1024], count),
    (count: number) => product([128, 784, 512], count),
    evaluation,
  ];
  const times: ThreadTimes[] = [];
  for (const make of makers) times.push(await compare(make(1), make(threads), threads));
  return times;
}

/**
 * More threads than cores, and a core that something else uses all the time: here several threads must
 * not be much slower than one. One thread has the same company.
 */
export async function benchCrowded(): Promise<ThreadTimes[]> {
  enableThreads();
  const [, , c, d] = CONFIGURATIONS;
  const many = 4 * availableParallelism();
  const times: ThreadTimes[] = [];
  for (const own of [c, d]) {
    times.push(await compare(iterations(own, 1), iterations(own, many), many));
  }
  const busy = spawn('taskset', ['-c', '0', process.execPath, '-e', 'for (;;);'], {
    stdio: 'ignore',
  });
  try {
    for (const own of [c, d]) {
      const { name, ...figures } = await compare(iterations(own, 1), iterations(own, 2), 2);
      times.push({ name: `${name}, a core is busy`, ...figures });
    }
  } finally {
    busy.kill();
  }
  return times;
}

async function compare(one: Subject, several: Subject, threads: number): Promise<ThreadTimes> {
  for (let i = 0; i < 20; i++) checkClose(one.name, [several.run()], [one.run()], 0);
  // They join when they are ready; where a plan is too small for that nobody comes.
  for (let waited = 0; several.present() < threads && waited < 100; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const rounds = [one, several].map(({ run }) => ({ run, times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, times } of rounds) {
      const start = performance.now();
      let runs = 0;
      for (; runs === 0 || performance.now() - start < ROUND_MILLISECONDS; runs++) run();
      times.push((performance.now() - start) / runs);
    }
  }
  const [first, second] = rounds.map(({ times }) => ({
    median: median(times),
    least: Math.min(...times),
  }));
  return { name: one.name, threads, one: first, several: second };
}

function iterations(own: Configuration, threads: number): Subject {
  const { model, loss, optimizer, batchSize, data, name, description } = own;
  const trainer = new Trainer({
    ...{ model: model(), loss: loss(), optimizer: optimizer() },
    ...{ iterations: Number.MAX_SAFE_INTEGER, batchSize, dropLast: true, seed: 1, threads },
  });
  const events = trainer.run({ train: data });
  return {
    name: `${name}: ${description}`,
    present: () => trainer.threads,
    run() {
      for (;;) {
        const { value } = events.next();
        if (value !== undefined && 'type' in value && value.type === 'iterationEnd')
          return value.loss;
      }
    },
  };
}

function numbers(shape: readonly [number, number], seed: number) {
  const source = random(seed, 'threads');
  const values = Float32Array.from({ length: shape[0] * shape[1] }, () => source.normal());
  return parameter(tensor(values, { shape }));
}

function product([m, k, n]: readonly [number, number, number], threads: number): Subject {
  const [a, b] = [numbers([m, k], 1), numbers([k, n], 2)];
  // Several at once, so that little is copied for each.
  const times = Math.ceil(2 ** 26 / (m * k * n));
  const compute = compile(
    () => {
      let last = a.matmul(b);
      for (let i = 1; i < times; i++) last = last.mul(0.5).add(a.matmul(b));
      return last;
    },
    { threads },
  );
  return {
    name: `${m}x${k}x${n}`,
    present: () => (compute.obstacle() === undefined ? threads : 1),
    run: () => compute().storage.data[0],
  };
}

function evaluation(threads: number): Subject {
  const model = sequential({ inputShape: [784], seed: 1 }, [
    ...[dense({ units: 512 }), relu(), dense({ units: 256 }), relu(), dense({ units: 10 })],
  ]);
  const source = random(1, 'evaluation');
  const size = 10_000;
  const inputs = tensor(
    Float32Array.from({ length: size * 784 }, () => source.normal()),
    {
      shape: [size, 784],
    },
  );
  const targets = tensor(Int32Array.from({ length: size }, () => source.integer(10)));
  const request = { model, loss: softmaxCrossEntropy(), threads };
  return {
    name: 'evaluate 10,000 samples, 784-512-256-10',
    present: () => threads,
    run: () => evaluate(request, { inputs, targets, size }).loss,
  };
}
