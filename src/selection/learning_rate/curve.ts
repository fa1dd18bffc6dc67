/** What the losses of a range test say: where the loss fell fastest, where it was lowest, and what to train with. */
import { formatTable, withText } from '../../formats/text_table.ts';

export interface LearningRatePoint {
  /** Counted from 1. */
  readonly iteration: number;
  readonly learningRate: number;
  /** Of the next batch, after the update with this rate. */
  readonly loss: number;
  /** The average of the losses so far, free of the bias towards its start. */
  readonly smoothed: number;
}

export interface LearningRateCurve {
  /** In the order of the rates. */
  readonly points: readonly LearningRatePoint[];
  /** Whether the loss broke away before the last rate was tried. */
  readonly diverged: boolean;
  /** The rate with the lowest smoothed loss: already too high to train with for long. */
  readonly lowest: LearningRatePoint;
  /** In the middle of the ten rates over which the smoothed loss fell most; nothing with too few. */
  readonly steepest?: number;
  /** A tenth of the rate with the lowest smoothed loss. */
  readonly tenthOfLowest?: number;
  /** The lower one of the two; nothing if the loss never fell. */
  readonly suggestion?: number;
  /** A table of rates; print it. */
  toString(): string;
}

export function readCurve(
  points: readonly LearningRatePoint[],
  diverged: boolean,
): LearningRateCurve {
  const lowest = points.reduce((a, b) => (b.smoothed < a.smoothed ? b : a));
  const falling = points.slice(0, points.indexOf(lowest) + 1);
  const result: LearningRateCurve = {
    points,
    diverged,
    lowest,
    ...(falling.length > 1 && suggest(falling, lowest)),
  };
  return withText(result, () => formatCurve(result));
}

/** The fall of the smoothed loss is taken over so many rates, or differences would be mostly noise. */
const SPAN = 10;

/**
 * Rates differ by the same factor, so a difference of losses is a slope over the logarithm of the rate.
 * The first losses, of which few have been averaged, take no part.
 */
function suggest(falling: readonly LearningRatePoint[], lowest: LearningRatePoint) {
  const drops = falling
    .slice(SPAN)
    .map((before, i) => before.smoothed - (falling[i + 2 * SPAN]?.smoothed ?? before.smoothed));
  const largest = drops.indexOf(drops.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  const tenthOfLowest = lowest.learningRate / 10;
  if (!(drops[largest] > 0)) return { tenthOfLowest, suggestion: tenthOfLowest };
  const steepest = falling[largest + SPAN + SPAN / 2].learningRate;
  return { steepest, tenthOfLowest, suggestion: Math.min(steepest, tenthOfLowest) };
}

/** How many lines a table has at most. */
const LINES = 16;

function formatCurve({ points, diverged, steepest, suggestion, lowest }: LearningRateCurve) {
  const every = Math.ceil(points.length / LINES);
  const rows = points
    .filter((_, index) => (points.length - 1 - index) % every === 0)
    .map(({ iteration, learningRate, smoothed }) => [
      `${iteration}`,
      learningRate.toExponential(2),
      smoothed.toPrecision(4),
    ]);
  const rate = (value: number) => value.toExponential(1);
  const fell = steepest === undefined ? '' : `fell fastest at ${rate(steepest)}, `;
  const verdict =
    suggestion === undefined
      ? 'no suggestion: the loss never fell; look at the data, or begin with a lower rate'
      : `suggestion: ${rate(suggestion)} (${fell}lowest at ${rate(lowest.learningRate)})`;
  const end = diverged ? 'the loss broke away' : 'the last rate was reached';
  return [
    formatTable([['iteration', 'learning rate', 'smoothed loss'], ...rows]),
    '',
    `${end}; ${verdict}`,
  ].join('\n');
}
