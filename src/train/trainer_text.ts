/** What is shown of a Trainer: where it is, what it trains with, and the summary of its model. */
import type { Parts } from './run.ts';

export function describeTrainer({ options, progress }: Parts): string {
  const { model, loss, optimizer, epochs, iterations, batchSize } = options;
  const { epoch, iteration } = progress;
  const of = (end: number | undefined) => (end === undefined ? '' : ` of ${end}`);
  const last = progress.epochs.at(-1);
  return [
    `Trainer at epoch ${epoch}${of(epochs)}, iteration ${iteration}${of(iterations)}`,
    `${loss.name}, ${optimizer.name} at learning rate ${optimizer.learningRate}, batches of ${batchSize}`,
    ...(last === undefined ? [] : [`loss of the last epoch ${last.loss.toPrecision(4)}`]),
    `${model}`,
  ].join('\n');
}
