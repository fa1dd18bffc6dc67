/** A training run whose process dies some time after a checkpoint, and that is resumed by another. */
import type { Dataset } from '../../../src/data/index.ts';
import type { Callback, Trainer } from '../../../src/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/checkpoint.ts';

export interface Attempt {
  readonly trainer: Trainer;
  readonly callbacks: readonly Callback[];
}

interface Data {
  readonly train: Dataset;
  readonly validation?: Dataset | Readonly<Record<string, Dataset>>;
}

/**
 * Trains until some iterations after the checkpoint, then starts over from its bytes.
 * @param make called once for each process; the second one has to find the logs of the first
 * @returns what the second process had
 */
export async function interrupted<A extends Attempt>(
  make: () => A,
  data: Data,
  { checkpointAt, dieAt }: { readonly checkpointAt: number; readonly dieAt: number },
): Promise<A> {
  const first = make();
  let bytes: Uint8Array | undefined;
  const fate: Callback = (event, control) => {
    if (event.type !== 'iterationEnd') return;
    if (event.iteration === checkpointAt) {
      control.checkpoint((state) => {
        bytes = writeCheckpoint(state);
      });
    }
    // Later than the process would notice anything.
    if (event.iteration === dieAt) return new Promise<void>(() => {});
  };
  const death = new Promise<void>((resolve, reject) => {
    const watch: Callback = (event) => {
      if (event.type === 'iterationEnd' && event.iteration === dieAt) resolve();
      if (event.type === 'trainEnd') resolve();
    };
    first.trainer.fit({ ...data, callbacks: [...first.callbacks, watch, fate] }).catch(reject);
  });
  await death;
  if (bytes === undefined) throw new Error('it died before the checkpoint');
  const second = make();
  second.trainer.resume(readCheckpoint(bytes));
  await second.trainer.fit({ ...data, callbacks: second.callbacks });
  return second;
}
