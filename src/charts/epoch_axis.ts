/** Where iterations lie among epochs, for charts. */
interface Place {
  readonly epoch: number;
  readonly iteration: number;
}

const START: Place = { epoch: 0, iteration: 0 };

/**
 * By counters, since a training run that continued with batches of another size has epochs of another length.
 * An epoch under way is as long as the one before it.
 * @param epochs where epochs ended, in order, one at least
 * @returns from an iteration to epochs, parts included
 */
export function epochAxis(epochs: readonly Place[]): (iteration: number) => number {
  return (iteration) => {
    const next = epochs.findIndex((one) => one.iteration >= iteration);
    const at = next === -1 ? epochs.length - 1 : next;
    const end = epochs[at];
    const before = epochs[at - 1] ?? START;
    const [parts, length] = [end.epoch - before.epoch, end.iteration - before.iteration];
    return before.epoch + ((iteration - before.iteration) * parts) / length;
  };
}
