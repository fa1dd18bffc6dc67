/** A training run that has something to do for several threads. */
import {
  adam,
  dense,
  meanSquaredError,
  ones,
  relu,
  sequential,
  Trainer,
} from '../../../src/index.ts';
import { shareHere } from '../../../src/threads/cores.ts';
import { enableThreads } from '../../../src/threads/index.ts';

enableThreads();

export async function wide(
  { learningRate }: { learningRate: number },
  { seed }: { seed: number },
): Promise<number> {
  const trainer = new Trainer({
    model: sequential({ inputShape: [200], seed }, [
      dense({ units: 300 }),
      relu(),
      dense({ units: 4 }),
    ]),
    ...{ loss: meanSquaredError(), optimizer: adam({ learningRate }) },
    ...{ epochs: 3, batchSize: 128 },
    // More than there may be.
    threads: 64,
  });
  await trainer.fit({ train: { inputs: ones([256, 200]), targets: ones([256, 4]), size: 256 } });
  return trainer.history.epochs[2].loss;
}

export const share = () => shareHere() ?? 0;
