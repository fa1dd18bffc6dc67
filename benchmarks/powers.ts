/** Whether powers of two are faster: iterations with batches, and with layers, of sizes around them. */
import {
  dense,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../src/index.ts';
import { random } from '../src/tensor/rng.ts';
import { measure } from './measure.ts';

export interface PowerTimes {
  readonly batchSize: number;
  readonly units: number;
  /** Microseconds of an iteration for each sample. */
  readonly sample: number;
  /** Nanoseconds for each sample and parameter. */
  readonly parameter: number;
}

const INPUTS = 64;
const CLASSES = 10;
const SAMPLES = 1040;
const WARM_UP = 20_000;

/** A network of one hidden layer that learns from batches of this size, one iteration a run. */
function subject(batchSize: number, units: number) {
  const source = random(1, `powers ${batchSize} ${units}`);
  const numbers = Float32Array.from({ length: SAMPLES * INPUTS }, () => source.normal());
  const classes = Int32Array.from({ length: SAMPLES }, () => source.integer(CLASSES));
  const inputs = tensor(numbers, { shape: [SAMPLES, INPUTS] });
  const layers = [dense({ units }), relu(), dense({ units: CLASSES })];
  const trainer = new Trainer({
    model: sequential({ inputShape: [INPUTS], seed: 1 }, layers),
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate: 0.01 }),
    iterations: Number.MAX_SAFE_INTEGER,
    batchSize,
    dropLast: true,
    seed: 1,
  });
  const events = trainer.run({ train: { inputs, targets: tensor(classes), size: SAMPLES } });
  const run = () => {
    for (const iteration = trainer.iteration; trainer.iteration === iteration; ) events.next();
  };
  return { name: `${batchSize} ${units}`, run };
}

export function benchPowers(
  sizes: readonly (readonly [batchSize: number, units: number])[],
): readonly PowerTimes[] {
  const subjects = sizes.map(([batchSize, units]) => subject(batchSize, units));
  // Until the engine has compiled every module a second time, for speed, which it does in the background.
  for (const { run } of subjects) for (let i = 0; i < WARM_UP; i++) run();
  const times = measure(subjects, { rounds: 25, roundMilliseconds: 20 });
  return sizes.map(([batchSize, units]) => {
    const milliseconds = times.get(`${batchSize} ${units}`) ?? Number.NaN;
    const parameters = (INPUTS + 1) * units + (units + 1) * CLASSES;
    const sample = (1000 * milliseconds) / batchSize;
    return { batchSize, units, sample, parameter: (1000 * sample) / parameters };
  });
}
