/** Progress for a terminal: a live bar within each epoch, and a line for each epoch that stays. */
import {
  boolean,
  callable,
  positiveInteger,
  type Rule,
  withDefault,
} from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Callback } from '../callbacks/callback.ts';
import type { EpochEndEvent, IterationEndEvent, TrainEndEvent } from '../events/events.ts';
import type { TrainingPlan } from '../plan.ts';
import { epochOf, fitted, formatSeconds, numbersOf, shown, withinEpoch } from './progress_line.ts';

export interface ProgressBarOptions {
  /** Where text goes, for example `(text) => process.stdout.write(text)`. */
  readonly write: (text: string) => void;
  /** Whether a line can be overwritten, as in a terminal; otherwise only whole lines are written. */
  readonly interactive?: boolean;
  /** The width of the bar in characters; default 24. */
  readonly width?: number;
  /**
   * The width of the terminal in characters, or what tells it: `() => process.stdout.columns`. The live
   * line is kept shorter, for one that wraps cannot be overwritten; default 80.
   */
  readonly columns?: number | (() => number);
  /** The time in seconds, from anywhere; by default that of the clock. */
  readonly now?: () => number;
}

const columnsRule: Rule<never> = {
  expected: 'a whole number, 1 or more, or a function that gives one',
  example: '80',
  accepts: (value) => callable.accepts(value) || positiveInteger.accepts(value),
};

/** How often the bar is drawn anew at most, in seconds. */
const REDRAW = 0.06;

/**
 * Shows how far an epoch is, the loss of the last batch, the rate and the time that remains, as far as
 * this run can tell: what was trained before a resume is not part of the rate. Then a line with what the
 * epoch brought stays, and at the end one for an epoch that is not complete. Not interactive, for a pipe
 * or a log, it writes only those lines. Where nobody knows how long an epoch is, there is no bar.
 *
 * The line is overwritten by a carriage return and blanks, without escape sequences. However the
 * training ends, the cursor is left at the beginning of an empty line.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @example
 * const { stdout } = process;
 * const bar = progressBar({
 *   write: (text) => stdout.write(text),
 *   interactive: stdout.isTTY,
 *   columns: () => stdout.columns,
 * });
 */
export function progressBar(options: ProgressBarOptions): Callback {
  const { write, interactive, width, columns, now } = readTrainingOptions<
    Required<ProgressBarOptions>
  >('progressBar', options, {
    write: callable,
    interactive: withDefault(boolean, false),
    width: withDefault(positiveInteger, 24),
    columns: withDefault(columnsRule, 80),
    now: withDefault(callable, () => performance.now() / 1000),
  });
  let plan: TrainingPlan | undefined;
  let startedAt = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  /** Iterations of this run. */
  let done = 0;
  /** The last iteration, until its epoch is complete. */
  let latest: IterationEndEvent | undefined;
  /** The length of the line that is there to be overwritten. */
  let drawn = 0;

  /** Puts a text in the place of the live line. */
  function replace(text: string): void {
    write(`\r${text.padEnd(drawn)}`);
    drawn = text.length;
  }

  /** Leaves a line for good. */
  function leave(text: string): void {
    write(`${erased()}${text}\n`);
  }

  function erased(): string {
    const blank = drawn === 0 ? '' : `\r${' '.repeat(drawn)}\r`;
    drawn = 0;
    return blank;
  }

  function draw(event: IterationEndEvent): void {
    const time = now();
    if (plan === undefined || time - drawnAt < REDRAW) return;
    drawnAt = time;
    const rate = done / (time - startedAt);
    const available = typeof columns === 'number' ? columns : columns();
    replace(fitted(event, plan, { rate, width, available }));
  }

  function finish(event: EpochEndEvent): void {
    const { epoch, validation, loss, seconds } = event;
    leave(
      [
        epochOf(plan, epoch),
        `loss ${shown(loss)}`,
        ...numbersOf(validation),
        formatSeconds(seconds),
      ].join('  '),
    );
  }

  function end({ reason, message }: TrainEndEvent): void {
    if (latest !== undefined && plan !== undefined) {
      const { epoch, iteration, loss } = latest;
      const within = withinEpoch(plan, latest);
      const part = Number.isNaN(within)
        ? `up to iteration ${iteration}`
        : `${within} of ${plan.iterationsPerEpoch} iterations`;
      leave(`${epochOf(plan, epoch)}  ${part}  last loss ${shown(loss)}`);
    }
    if (reason === 'stopped' && message !== '') leave(`stopped: ${message}`);
    const blank = erased();
    if (blank !== '') write(blank);
  }

  return (event) => {
    switch (event.type) {
      case 'trainStart':
        plan = event.plan;
        startedAt = now();
        done = 0;
        latest = undefined;
        break;
      case 'iterationEnd':
        done++;
        latest = event;
        if (interactive) draw(event);
        break;
      case 'epochEnd':
        latest = undefined;
        finish(event);
        break;
      case 'trainEnd':
        end(event);
        break;
      default:
    }
  };
}
