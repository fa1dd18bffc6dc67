/** A program that computes with several threads and ends in the way that its first argument says. */
import {
  adam,
  dense,
  meanSquaredError,
  ones,
  relu,
  sequential,
  Trainer,
} from '../../../src/index.ts';
import { enableThreads } from '../../../src/threads/index.ts';

enableThreads({ threads: 3 });
const [, , how] = process.argv;
const model = sequential({ inputShape: [256], seed: 1 }, [
  dense({ units: 512 }),
  relu(),
  dense({ units: 8 }),
]);
const loss = meanSquaredError();
const trainer = new Trainer({ model, loss, optimizer: adam(), epochs: 100_000, batchSize: 128 });
const train = { inputs: ones([512, 256]), targets: ones([512, 8]), size: 512 };

/** Until all threads are there; or at once. */
const isEnough = () => how === 'at once' || trainer.threads === 3;
for await (const event of trainer.run({ train })) {
  if (event.type !== 'epochEnd' || !isEnough()) continue;
  if (how === 'in the middle') break;
  trainer.stop();
}
if (how === 'predicting') for (let i = 0; i < 20; i++) model.predict(train.inputs);
process.stdout.write(`${trainer.iteration > 0} ${how === 'at once' || trainer.threads > 0}\n`);
if (how === 'by an error') throw new RangeError('of the program');
