/**
 * Training 2-8-8-1 with its decision boundary in every frame, beside the same network trained sample by sample.
 * `npx tsx benchmarks/playground.ts`. Both learn from 250 points in batches of 10 in the same order, from the same
 * weights, and are checked to have the same boundary before they are timed.
 */
import { cpus } from 'node:os';
import { moons } from '../src/data/index.ts';
import {
  dense,
  meanSquaredError,
  sequential,
  sgd,
  type Tensor,
  Trainer,
  tanh,
  tensor,
} from '../src/index.ts';
import { checkClose, median } from './measure.ts';
import { SampleBySample } from './sample_by_sample.ts';

const SIZES = [2, 8, 8, 1];
const SAMPLES = 250;
const BATCH = 10;
const RATE = 0.03;
/** Cells of the boundary in each direction. */
const CELLS = 100;
/** Iterations of an epoch: TensorFlow Playground trains for one in each frame. */
const EPOCH = SAMPLES / BATCH;

const data = moons({ samples: SAMPLES, noise: 0.1, seed: 7 });
const points = data.inputs.toTypedArray();
const targets = Float32Array.from(data.targets.toTypedArray(), (one) => (one === 1 ? 1 : -1));
const train = { ...data, targets: tensor(targets, { shape: [SAMPLES, 1] }) };
const grid = tensor(
  Array.from({ length: CELLS * CELLS }, (_, cell) => [
    -1.5 + (4 * (cell % CELLS)) / CELLS,
    -1 + (2.5 * Math.floor(cell / CELLS)) / CELLS,
  ]),
);
const places = grid.toTypedArray();

const ours = () => {
  const model = sequential(
    { inputShape: [2], seed: 7 },
    SIZES.slice(1).flatMap((units) => [dense({ units }), tanh()]),
  );
  // The loss is the square, not half of it.
  const options = { loss: meanSquaredError(), optimizer: sgd({ learningRate: RATE / 2 }) };
  const trainer = new Trainer({
    ...{ model, ...options, batchSize: BATCH, shuffle: false },
    epochs: 1_000_000,
  });
  return { model, trainer, boundary: () => model.predict(grid).toTypedArray() };
};

function theirs(state: Readonly<Record<string, Tensor>>) {
  const network = new SampleBySample(
    SIZES,
    Object.values(state).map((one) => one.toTypedArray()),
  );
  let sample = 0;
  return {
    iteration() {
      for (let part = 0; part < BATCH; part++) {
        network.forward(points[2 * sample], points[2 * sample + 1]);
        network.backward(targets[sample]);
        sample = (sample + 1) % SAMPLES;
      }
      network.update(RATE);
    },
    boundary() {
      const outputs = new Float64Array(CELLS * CELLS);
      for (let cell = 0; cell < outputs.length; cell++) {
        outputs[cell] = network.forward(places[2 * cell], places[2 * cell + 1]);
      }
      return outputs;
    },
  };
}

function* iterationsOf(trainer: Trainer) {
  for (const event of trainer.run({ train })) if (event.type === 'iterationEnd') yield;
}

function check(): void {
  const { model, trainer, boundary } = ours();
  const other = theirs(model.state());
  const iterations = iterationsOf(trainer);
  for (let iteration = 0; iteration < 500; iteration++) {
    iterations.next();
    other.iteration();
  }
  checkClose('the boundary after 500 iterations', boundary(), other.boundary(), 1e-4);
}

/** Milliseconds of one call, over so many. */
function time(run: () => void, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) run();
  return (performance.now() - start) / times;
}

check();
const mine = ours();
const other = theirs(mine.model.state());
const iterations = iterationsOf(mine.trainer);
const parts = {
  'iteration, epochal': [() => iterations.next(), 3000],
  'iteration, sample by sample': [other.iteration, 3000],
  'boundary, epochal': [mine.boundary, 30],
  'boundary, sample by sample': [other.boundary, 30],
} as const;
const times = Object.fromEntries(Object.keys(parts).map((name): [string, number[]] => [name, []]));
for (let round = 0; round < 15; round++) {
  for (const [name, [run, count]] of Object.entries(parts)) times[name].push(time(run, count));
}
const kept = (name: keyof typeof parts) => times[name].slice(3);
const statistics = { median, best: (all: readonly number[]) => Math.min(...all) };
console.log(`${cpus()[0].model}, Node ${process.version}; milliseconds, of 12 rounds in turns`);
for (const [what, of] of Object.entries(statistics)) {
  const [ours, theirs] = (['epochal', 'sample by sample'] as const).map((who) => {
    const [iteration, boundary] = [of(kept(`iteration, ${who}`)), of(kept(`boundary, ${who}`))];
    console.log(
      `${what}, ${who}: iteration ${iteration.toFixed(4)}, boundary ${boundary.toFixed(2)}, a frame of both ${(boundary + EPOCH * iteration).toFixed(2)}`,
    );
    const frame = boundary + EPOCH * iteration;
    return { iteration, boundary, frame, rate: (1000 * EPOCH) / frame };
  });
  const filling = (1000 - 60 * ours.boundary) / ours.iteration;
  console.log(
    `${what}: a boundary 60 times a second, and iterations between: ${Math.round(filling).toLocaleString('en-US')} a second, ${(filling / theirs.rate).toFixed(1)} times as many; an iteration ${ratio(theirs.iteration, ours.iteration)}, a frame of one epoch and the boundary ${ratio(theirs.frame, ours.frame)}`,
  );
}

function ratio(theirs: number, ours: number): string {
  return `${(theirs / ours).toFixed(1)} times as fast`;
}
