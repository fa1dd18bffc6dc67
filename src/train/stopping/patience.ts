/** When waiting for something better ends: the rule of early stopping, live and in hindsight. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { positiveInteger, type Rule } from '../../errors/options.ts';
import { type Goal, isOfValidation, type Measurement } from '../events/monitor.ts';
import { countOf } from '../interval.ts';
import type { TrainingPlan } from '../plan.ts';

/** How long to wait for an improvement, with its unit. */
export type Patience = { readonly epochs: number } | { readonly validations: number };

export const patienceRule = countOf('a patience', ['epochs', 'validations'], '{ epochs: 5 }');

export const patienceOrCount: Rule<never> = {
  expected: `${patienceRule.expected}, or such a number alone`,
  example: '5',
  accepts: (value) => positiveInteger.accepts(value) || patienceRule.accepts(value),
};

/** A number alone counts measurements of what is watched. */
export function withUnit(patience: Patience | number, monitor: string): Patience {
  if (typeof patience !== 'number') return patience;
  return isOfValidation(monitor) ? { validations: patience } : { epochs: patience };
}

/** @throws OptionError for a patience in validations with a number that they do not measure */
export function checkPatience(
  where: string,
  monitor: string,
  patience: Patience,
  option = 'patience',
): void {
  if ('validations' in patience && !isOfValidation(monitor)) {
    throw new OptionError({
      where: `${where}.${option}`,
      expected: `a ${option} in epochs, because ${monitor} is measured at the end of each`,
      received: describe(patience),
      remedy: `Pass ${option}: { epochs: ${patience.validations} }.`,
    });
  }
}

/** @throws OptionError for a patience in epochs where nobody knows how long they are */
export function checkEpochs(where: string, patience: Patience, iterationsPerEpoch: number): void {
  if (!('epochs' in patience && Number.isNaN(iterationsPerEpoch))) return;
  throw new OptionError({
    where,
    expected: 'a patience in validations, because nobody knows how long an epoch of this stream is',
    received: 'one in epochs',
    remedy:
      'Pass patience: { validations: n }, or say how many samples there are: stream({ samples }).',
  });
}

/** How many epochs two numbers of iterations are apart. */
export type EpochsBetween = TrainingPlan['epochsBetween'];

export interface WaitingOptions {
  readonly goal: Goal;
  readonly patience: Patience;
  readonly minDelta: number;
}

export interface Verdict {
  /** Whether nothing so far was as good. An equal value is not better. */
  readonly isBest: boolean;
  /** Whether patience has run out. */
  readonly isOver: boolean;
}

/** The waiting so far as plain data. */
export interface WaitingData {
  readonly best: Measurement | undefined;
  readonly mark: number;
  readonly markedAt: number | undefined;
  readonly last: number;
  readonly waited: number;
}

/**
 * Follows measurements. Two marks are kept: `best`, the best of all, to which weights return; and the
 * mark to be beaten by more than `minDelta`, on which patience hangs. With `minDelta` 0 they are one.
 */
export class Waiting {
  readonly #options: WaitingOptions;
  /** 1 or -1: `sign · value` is to become small. */
  readonly #sign: number;
  #best: Measurement | undefined;
  #mark = Number.POSITIVE_INFINITY;
  #markedAt: number | undefined;
  #last = 0;
  #waited = 0;

  constructor(options: WaitingOptions) {
    this.#options = options;
    this.#sign = options.goal === 'minimum' ? 1 : -1;
  }

  get best(): Measurement | undefined {
    return this.#best;
  }

  /** @param epochsBetween how many epochs two numbers of iterations are apart */
  observe(measurement: Measurement, epochsBetween: EpochsBetween): Verdict {
    const { minDelta } = this.#options;
    const { iteration } = measurement;
    const value = this.#sign * measurement.value;
    // Comparisons that NaN fails: it is never better.
    const isBest = value < (this.#best ? this.#sign * this.#best.value : Number.POSITIVE_INFINITY);
    if (isBest) this.#best = measurement;
    if (value < this.#mark - minDelta) {
      this.#mark = value;
      this.#markedAt = iteration;
      this.#waited = 0;
    } else {
      this.#waited++;
    }
    this.#markedAt ??= iteration;
    this.#last = iteration;
    return { isBest, isOver: this.isOver(epochsBetween) };
  }

  /** Whether patience has run out. */
  isOver(epochsBetween: EpochsBetween): boolean {
    const { patience } = this.#options;
    if ('validations' in patience) return this.#waited >= patience.validations;
    return epochsBetween(this.#markedAt ?? this.#last, this.#last) >= patience.epochs;
  }

  /** Waits from now on as if the last measurement had been an improvement. */
  renew(): void {
    this.#markedAt = this.#last;
    this.#waited = 0;
  }

  toJSON(): WaitingData {
    return {
      best: this.#best,
      mark: this.#mark,
      markedAt: this.#markedAt,
      last: this.#last,
      waited: this.#waited,
    };
  }

  restore({ best, mark, markedAt, last, waited }: WaitingData): void {
    this.#best = best;
    this.#mark = mark;
    this.#markedAt = markedAt;
    this.#last = last;
    this.#waited = waited;
  }
}

/** Why the waiting ended, in words. */
export function outOfPatience(
  monitor: string,
  patience: Patience,
  best: Measurement | undefined,
): string {
  const [[unit, count]] = Object.entries(patience);
  const since =
    best === undefined
      ? 'it has never been a number'
      : `the best was ${Number(best.value.toPrecision(6))} at epoch ${best.epoch}, iteration ${best.iteration}`;
  return `${monitor} has not improved for ${count} ${count === 1 ? unit.slice(0, -1) : unit}: ${since}`;
}
