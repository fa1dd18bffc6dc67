/** How long a moment of a recorded training run takes: 2-8-8-1, 5,000 iterations. Run by `npx tsx benchmarks/timeline.ts`. */
import { cpus } from 'node:os';
import { moons } from '../src/data/index.ts';
import { adam, dense, sequential, sigmoidBinaryCrossEntropy, Trainer, tanh } from '../src/index.ts';
import { type Phase, timeline } from '../src/learn/index.ts';

const PHASES: readonly Phase[] = ['start', 'forward', 'loss', 'backward', 'update'];

const training = () =>
  new Trainer({
    model: sequential({ inputShape: [2], seed: 7 }, [
      dense({ units: 8 }),
      tanh(),
      dense({ units: 8 }),
      tanh(),
      dense({ units: 1 }),
    ]),
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: adam({ learningRate: 0.01 }),
    iterations: 5000,
    batchSize: 32,
    seed: 7,
  });

const run = timeline({ training, train: moons({ samples: 200, noise: 0.1, seed: 7 }) });
const begun = performance.now();
run.advance();
const recorded = performance.now() - begun;
const timed = (k: number) => {
  const start = performance.now();
  run.at({ iteration: 1 + ((k * 7919) % 5000), phase: PHASES[k % 5] });
  return performance.now() - start;
};
const times = Array.from({ length: 1000 }, (_, k) => timed(k)).sort((a, b) => a - b);
console.log(`${cpus()[0].model}, Node ${process.version}`);
console.log(
  `recorded 5,000 iterations in ${recorded.toFixed(0)} ms; checkpoints every ${run.every} iterations, ${(run.memory / 1e6).toFixed(1)} MB`,
);
const at = (part: number) => times[Math.floor(part * (times.length - 1))].toFixed(2);
console.log(`a moment: median ${at(0.5)} ms, 99 of 100 below ${at(0.99)} ms, longest ${at(1)} ms`);
