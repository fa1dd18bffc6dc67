/**
 * Trains on the main thread of a page, with validations that take many times as long as a frame. The check
 * reads from a trace of the browser what the thread did between the two marks.
 */
import {
  accuracy,
  adam,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from 'epochal';
import { type Dataset, fromArrays } from 'epochal/data';

/** Numbers that look random, and ten classes. */
function samples(size: number): Dataset {
  const inputs = Float32Array.from({ length: size * 784 }, (_, i) => ((i * 7919) % 1009) / 1009);
  const targets = Int32Array.from({ length: size }, (_, i) => i % 10);
  return fromArrays({
    inputs: tensor(inputs, { shape: [size, 784] }),
    targets: tensor(targets),
  });
}

/** A task of its own, after what has been drawn. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

const model = sequential({ inputShape: [784], seed: 7 }, [
  dense({ units: 512 }),
  relu(),
  dense({ units: 512 }),
  relu(),
  dense({ units: 10 }),
]);
const [train, validation] = [samples(3_000), samples(10_000)];
const trainer = new Trainer({
  model,
  loss: softmaxCrossEntropy(),
  optimizer: adam(),
  metrics: { accuracy },
  epochs: 2,
  batchSize: 64,
  seed: 7,
});

let frames = 0;
let training = true;
function count(): void {
  frames++;
  if (training) requestAnimationFrame(count);
}

await pause();
performance.mark('training begins');
requestAnimationFrame(count);
const { epochs } = await trainer.fit({ train, validation });
training = false;
performance.mark('training ends');
await pause();
Object.assign(globalThis, {
  result: { frames, backend: trainer.backend, losses: epochs.map(({ loss }) => loss) },
});
