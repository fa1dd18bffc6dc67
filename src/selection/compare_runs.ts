/** Which training was better, and whether that depends on what is counted. */

import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { oneOf, optional, type Rule, string, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { counted } from '../formats/counted.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import { type Goal, goalOf } from '../train/events/monitor.ts';
import type { HistoryData } from '../train/history/history.ts';
import {
  AXES,
  type Axis,
  type AxisComparison,
  compareAlong,
  type Reached,
  readingsOf,
} from './budgets.ts';

export interface CompareRunsOptions {
  /** What is to be equal: epochs, iterations, samples seen, or seconds. */
  readonly by: Axis;
  /** On which other axes the verdict is checked; default all. */
  readonly against?: readonly Axis[] | undefined;
  /** What the runs are judged by: `validation.loss` (default), or as in `earlyStopping`. */
  readonly monitor?: string | undefined;
  /** Which way is better; default `minimum` for losses. Metrics need it said. */
  readonly goal?: Goal | undefined;
  /**
   * What counts at a budget: the `last` measurement by then (default), or the `best` so far, as for a
   * training whose best weights are put back.
   */
  readonly take?: 'last' | 'best' | undefined;
}

export interface RunsComparison {
  readonly by: Axis;
  readonly monitor: string;
  readonly goal: Goal;
  /** The axis asked for, then those that it was checked against. */
  readonly axes: readonly AxisComparison[];
  /** The best run on the axis asked for. */
  readonly winner?: string;
  /** One sentence for each axis on which another run is best. */
  readonly warnings: readonly string[];
  /** A table of budgets, one of axes, and the warnings; print it. */
  toString(): string;
}

interface Resolved extends Required<Omit<CompareRunsOptions, 'goal'>> {
  readonly goal: Goal | undefined;
}

const axes: Rule<never> = {
  expected: `an array of ${AXES.join(', ')}`,
  example: "['epochs']",
  accepts: (value) => Array.isArray(value) && value.every((axis) => AXES.includes(axis)),
};

/**
 * Runs at equal budgets, which are quarters of what the shortest run used up. At a budget that falls
 * between two measurements the earlier one counts; nothing is interpolated, and where nothing had been
 * measured by then nothing is shown. The winner is the run that is best at the largest common budget.
 *
 * Training runs that differ in batch size or in the number of samples have different iterations in an
 * epoch, so that equal epochs are not equal iterations. Where another axis has another winner a
 * warning says so; where a run has no measurement by then there is no verdict, and so none that changes.
 *
 * @param runs histories by name, two or more, or their JSON
 * @throws OptionError for options that do not fit; DataError for a run that never measured the number
 * @example
 * console.log(`${compareRuns({ small: small.history, large: large.history }, { by: 'epochs' })}`);
 */
export function compareRuns(
  runs: Readonly<Record<string, HistoryData>>,
  options: CompareRunsOptions,
): RunsComparison {
  const read = readTrainingOptions<Resolved>('compareRuns', options, {
    by: oneOf(...AXES),
    against: withDefault<readonly Axis[]>(axes, AXES),
    monitor: withDefault(string, 'validation.loss'),
    goal: optional(oneOf('minimum', 'maximum')),
    take: withDefault<'last' | 'best'>(oneOf('last', 'best'), 'last'),
  });
  const { by, against, monitor, take } = read;
  const goal = goalOf('compareRuns', monitor, read.goal);
  const readings = new Map(
    entriesOf(runs).map(([name, history]) => [name, readRun(name, history, monitor)]),
  );
  const others = AXES.filter((axis) => axis !== by && against.includes(axis));
  const compared = [by, ...others].map((axis) =>
    compareAlong(axis, readings, { monitor, goal, take }),
  );
  const [main, ...checked] = compared;
  const warnings = checked
    .filter((other) => other.winner !== main.winner && hasVerdict(main) && hasVerdict(other))
    .map((other) => `the verdict changes: ${sentence(main)}, but ${sentence(other)}`);
  const { winner } = main;
  const result: RunsComparison = {
    by,
    monitor,
    goal,
    axes: compared,
    ...(winner !== undefined && { winner }),
    warnings,
  };
  return withText(result, () => formatComparison(result));
}

/** Whether every run had been measured at the largest budget: otherwise nothing is compared there. */
function hasVerdict({ reached }: AxisComparison): boolean {
  return Object.values(reached).every((row) => row.at(-1)?.value !== undefined);
}

function entriesOf(runs: Readonly<Record<string, HistoryData>>): [string, HistoryData][] {
  const entries = Object.entries(typeof runs === 'object' && runs !== null ? runs : {});
  const fits = entries.every(([, history]) => Array.isArray(history?.epochs));
  if (entries.length < 2 || !fits) {
    throw new OptionError({
      where: 'compareRuns.runs',
      expected: 'two histories or more, by name: { small: trainer.history, ... }',
      received: describe(runs),
      remedy: 'Write { small: first.history, large: second.history }.',
    });
  }
  return entries;
}

function readRun(name: string, history: HistoryData, monitor: string) {
  const readings = readingsOf('compareRuns', history, monitor);
  if (readings.length > 0) return readings;
  throw new DataError({
    where: `compareRuns.runs.${name}`,
    expected: `a history in which ${monitor} was measured`,
    received: `${counted(history.epochs.length, 'epoch')} without it`,
    remedy: 'Pass a validation set to the training, or compare by monitor: "loss".',
  });
}

function withUnit(axis: Axis, budget: number): string {
  if (axis === 'seconds') return `${budget.toPrecision(3)} seconds`;
  return `${budget} ${budget === 1 ? axis.slice(0, -1) : axis}`;
}

const shown = ({ value }: Reached) => value?.toPrecision(4) ?? '-';

/** `at 10 epochs small is best (0.21)` */
function sentence({ axis, budgets, reached, winner }: AxisComparison): string {
  const budget = `at ${withUnit(axis, budgets[budgets.length - 1])}`;
  if (winner === undefined) return `${budget} no run is best`;
  return `${budget} ${winner} is best (${shown(reached[winner].at(-1) ?? {})})`;
}

function formatComparison({ by, monitor, axes, warnings }: RunsComparison): string {
  const [main] = axes;
  const names = Object.keys(main.reached);
  const budgets = [
    [monitor, ...main.budgets.map((budget) => withUnit(by, budget))],
    ...names.map((name) => [name, ...main.reached[name].map(shown)]),
  ];
  const byAxis = [
    ['at equal', 'budget', ...names, 'best'],
    ...axes.map(({ axis, budgets, reached, winner }) => [
      axis,
      axis === 'seconds' ? (budgets.at(-1) ?? 0).toPrecision(3) : `${budgets.at(-1)}`,
      ...names.map((name) => shown(reached[name].at(-1) ?? {})),
      winner ?? '-',
    ]),
  ];
  const parts = [formatTable(budgets), formatTable(byAxis)];
  if (warnings.length > 0) parts.push(warnings.map((text) => `Warning: ${text}.`).join('\n'));
  return parts.join('\n\n');
}
