/** One early stopping that does not stop: what it would have done to a training run that continued. */
import type { Measurement } from '../events/monitor.ts';
import {
  type EpochsBetween,
  outOfPatience,
  Waiting,
  type WaitingData,
  type WaitingOptions,
} from './patience.ts';

export interface WhatIf {
  /** Whether patience would have run out within the training. */
  readonly stopped: boolean;
  /** Where the training would have ended: the measurement that used patience up, or the last one. */
  readonly end: Measurement;
  /** The best measurement up to there, whose weights would have been put back. */
  readonly best: Measurement;
  /** The best measurement of the whole training run. */
  readonly bestOfAll: Measurement;
  /** How much worse `best` is than `bestOfAll`; 0 if nothing would have been missed. */
  readonly missed: number;
  /** The iterations that would not have been trained. */
  readonly iterationsSaved: number;
  /** What `earlyStopping` would have said; empty if it would not have stopped. */
  readonly reason: string;
}

/** A hindsight so far as plain data. */
export interface HindsightData {
  readonly waiting: WaitingData;
  readonly end: Measurement | undefined;
  readonly best: Measurement | undefined;
  readonly stopped: boolean;
}

export class Hindsight {
  readonly #monitor: string;
  readonly #options: WaitingOptions;
  readonly #waiting: Waiting;
  #end: Measurement | undefined;
  #best: Measurement | undefined;
  #stopped = false;

  constructor(monitor: string, options: WaitingOptions) {
    this.#monitor = monitor;
    this.#options = options;
    this.#waiting = new Waiting(options);
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  get reason(): string {
    if (!this.#stopped) return '';
    return outOfPatience(this.#monitor, this.#options.patience, this.#best);
  }

  observe(measurement: Measurement, epochsBetween: EpochsBetween): void {
    const { isOver } = this.#waiting.observe(measurement, epochsBetween);
    if (this.#stopped) return;
    this.#end = measurement;
    this.#best = this.#waiting.best;
    this.#stopped = isOver;
  }

  /**
   * Undefined as long as no number was measured before the end.
   * @param last how many iterations the training had
   */
  outcome(last: number): WhatIf | undefined {
    const [end, best, bestOfAll, stopped] = [
      this.#end,
      this.#best,
      this.#waiting.best,
      this.#stopped,
    ];
    if (end === undefined || best === undefined || bestOfAll === undefined) return undefined;
    return {
      stopped,
      end,
      best,
      bestOfAll,
      missed: Math.abs(best.value - bestOfAll.value),
      iterationsSaved: stopped ? last - end.iteration : 0,
      reason: this.reason,
    };
  }

  toJSON(): HindsightData {
    return {
      waiting: this.#waiting.toJSON(),
      end: this.#end,
      best: this.#best,
      stopped: this.#stopped,
    };
  }

  restore({ waiting, end, best, stopped }: HindsightData): void {
    this.#waiting.restore(waiting);
    this.#end = end;
    this.#best = best;
    this.#stopped = stopped;
  }
}
