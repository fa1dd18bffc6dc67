/** What is killed by kill_with_strace.ts: says that it is ready, waits for a word, then saves or trains. */
import fs from 'node:fs';
import { join } from 'node:path';
import { fromArrays } from '../../../src/data/index.ts';
import { checkpoint, csvLog, jsonLines, Trainer, tensorBoard } from '../../../src/index.ts';
import { meanSquaredError } from '../../../src/losses/index.ts';
import { dense, sequential } from '../../../src/nn/index.ts';
import { eventFile, loadCheckpoint, logFile, saveCheckpoint } from '../../../src/node/index.ts';
import { sgd } from '../../../src/optimizers/index.ts';
import { restingTraining } from '../../persistence/checkpoints.ts';

const resting = restingTraining();

export const atEpoch = (epoch: number) => ({
  ...resting,
  progress: { ...resting.progress, epoch },
});

const train = fromArrays({ inputs: [1, 2, 3], targets: [2, 4, 6] });

/** A training run with each kind of log and a checkpoint for each epoch, taken up if there is one. */
export async function trainIn(folder: string): Promise<void> {
  const kept = join(folder, 'run.checkpoint');
  const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1 })]);
  const trainer = new Trainer({
    ...{ model, loss: meanSquaredError(), optimizer: sgd({ learningRate: 0.01 }) },
    ...{ epochs: 3, batchSize: 2, backend: 'reference' },
  });
  const warn = (message: string) => {
    throw new Error(message);
  };
  if (fs.existsSync(kept)) trainer.resume(loadCheckpoint(kept, { warn }));
  const callbacks = [
    csvLog(logFile(join(folder, 'log.csv'), { warn })),
    jsonLines(logFile(join(folder, 'log.jsonl'), { warn })),
    tensorBoard(eventFile(folder)),
    checkpoint({ save: (state) => saveCheckpoint(kept, state), atEnd: false }),
  ];
  await trainer.fit({ train, validation: train, callbacks });
}

const [task, path] = process.argv.slice(2);
if (task === 'save' || task === 'train') {
  fs.writeSync(1, 'ready');
  fs.readSync(0, new Uint8Array(1));
  if (task === 'save') saveCheckpoint(path, atEpoch(3));
  else await trainIn(path);
}
