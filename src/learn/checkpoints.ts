/** Checkpoints of a run within a bound of memory: as many as fit, evenly spaced. */
import type { TrainingState } from '../train/state/training_state.ts';

interface Kept {
  readonly iteration: number;
  readonly state: TrainingState;
  readonly bytes: number;
}

export class Checkpoints {
  #kept: Kept[] = [];
  #every: number;
  readonly #limit: number;

  constructor(limit: number, every: number) {
    this.#limit = limit;
    this.#every = every;
  }

  get every(): number {
    return this.#every;
  }

  get bytes(): number {
    return this.#kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  isDue(iteration: number): boolean {
    return iteration % this.#every === 0;
  }

  /** Where memory is short, every second one goes, but never the first: everything can be computed from it. */
  add(iteration: number, state: TrainingState): void {
    this.#kept.push({ iteration, state, bytes: bytesOf(state) });
    while (this.bytes > this.#limit && this.#kept.length > 1) {
      this.#every *= 2;
      this.#kept = this.#kept.filter((one) => one.iteration % this.#every === 0);
    }
  }

  /** The latest checkpoint at or before an iteration. */
  before(iteration: number): TrainingState {
    const later = this.#kept.findIndex((one) => one.iteration > iteration);
    const found = later === -1 ? this.#kept.at(-1) : this.#kept[later - 1];
    if (found === undefined) throw new Error('the first checkpoint is always kept');
    return found.state;
  }
}

/** A list holds references: its records are shared by all checkpoints. */
const REFERENCE = 8;
/** Counters, names and objects, about. */
const OVERHEAD = 2000;

function bytesOf({ model, optimizer, progress }: TrainingState): number {
  const tensors = [...Object.values(model), ...Object.values(optimizer)];
  const numbers = tensors.reduce(
    (sum, { size, dtype }) => sum + size * (dtype === 'float64' ? 8 : 4),
    0,
  );
  const { epochs, validations, iterations } = progress;
  return OVERHEAD + numbers + REFERENCE * (epochs.length + validations.length + iterations.length);
}
