/**
 * A job as people start it: 60,000 samples of 784 numbers, the network of d, a validation set of 10,000,
 * one epoch. Each part is timed where it happens for the first time. With the argument `bytes` the inputs are
 * held as bytes. A program of its own, which is bundled and started by `cold.ts`.
 */
import { fromArrays } from '../src/data/from_arrays.ts';
import {
  adam,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../src/index.ts';
import { byteTensor } from '../src/tensor/byte_tensor.ts';
import type { ColdTimes } from './cold.ts';
import { median } from './measure.ts';
import { ROOFLINE_FLOPS, roofline } from './roofline.ts';

const SIZES = [784, 512, 256, 10];
const TRAINING = 60_000;
const VALIDATION = 10_000;
const BATCH = 128; // 60,000 leave 96 for the last
const VALIDATE_EVERY = 60;
const LIMIT_RUNS = 100;

function timed<Result>(work: () => Result): [milliseconds: number, result: Result] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

const asBytes = process.argv[2] === 'bytes';

/** Numbers from 0 to 1 by a linear congruence, so that the library's own draws stay cold; or bytes. */
function numbers(samples: number): { inputs: Float32Array | Uint8Array; targets: Int32Array } {
  let state = samples;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const size = samples * SIZES[0];
  const inputs = asBytes ? new Uint8Array(size) : new Float32Array(size);
  const scale = asBytes ? 256 : 1;
  for (let i = 0; i < size; i++) inputs[i] = scale * next();
  const targets = Int32Array.from({ length: samples }, () => Math.floor(10 * next()));
  return { inputs, targets };
}

function dataset({ inputs, targets }: ReturnType<typeof numbers>, samples: number) {
  const shape = [samples, SIZES[0]];
  const held =
    inputs instanceof Uint8Array
      ? byteTensor(inputs, { shape, scale: 1 / 255 })
      : tensor(inputs, { shape });
  return fromArrays({ inputs: held, targets });
}

const limit = roofline();
const [training, validation] = [numbers(TRAINING), numbers(VALIDATION)];
const dataBytes = training.inputs.byteLength + validation.inputs.byteLength;
const [fromArraysTime, train] = timed(() => dataset(training, TRAINING));
const held = dataset(validation, VALIDATION);
const [modelTime, model] = timed(() =>
  sequential({ inputShape: [SIZES[0]], seed: 1 }, [
    dense({ units: SIZES[1] }),
    relu(),
    dense({ units: SIZES[2] }),
    relu(),
    dense({ units: SIZES[3] }),
  ]),
);
const trainer = new Trainer({
  model,
  loss: softmaxCrossEntropy(),
  optimizer: adam({ learningRate: 1e-3 }),
  epochs: 1,
  batchSize: BATCH,
  validateEvery: { iterations: VALIDATE_EVERY },
  seed: 1,
});

const iterations: number[] = [];
const validations: number[] = [];
const limits: number[] = [];
let since = performance.now();
for (const event of trainer.run({ train, validation: held })) {
  if (event.type === 'iterationEnd') iterations.push(performance.now() - since);
  else if (event.type === 'validation') {
    validations.push(performance.now() - since);
    if (!Number.isFinite(event.loss)) throw new Error('the loss is not finite');
    const [milliseconds] = timed(() => {
      for (let i = 0; i < LIMIT_RUNS; i++) limit.run();
    });
    limits.push((LIMIT_RUNS * ROOFLINE_FLOPS) / milliseconds / 1e6);
  } else continue;
  since = performance.now();
}
const multiplications = SIZES.slice(1).reduce((sum, units, i) => sum + SIZES[i] * units, 0);
const times: ColdTimes = {
  fromArrays: fromArraysTime,
  model: modelTime,
  firstIteration: iterations[0],
  laterIteration: median(iterations.slice(1, -1)),
  firstSmallerBatch: iterations[iterations.length - 1],
  firstValidation: validations[0],
  laterValidation: median(validations.slice(1)),
  productsOfValidation: (2 * VALIDATION * multiplications) / median(limits) / 1e6,
  dataBytes,
  memoryBytes: 1024 * process.resourceUsage().maxRSS,
};
process.stdout.write(JSON.stringify(times));
