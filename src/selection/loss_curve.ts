/** What a curve of losses looks like, in a few numbers. All of them scale with the losses. */
import type { HistoryData } from '../train/history/history.ts';

export interface LossPoint {
  readonly epoch: number;
  readonly loss: number;
}

export interface Fall {
  readonly size: number;
  /** How much of it noise alone would make: that of a least-squares line, σ √(12 / points). */
  readonly noise: number;
}

export interface LossCurve {
  readonly points: readonly LossPoint[];
  readonly first: number;
  readonly last: number;
  /** The first of the lowest losses. */
  readonly lowest: LossPoint;
  /** The lowest median of five neighbouring points: the lowest loss without the luck of a single epoch. */
  readonly trough: number;
  /** The first epoch of the last part: a quarter of the points, three or more. */
  readonly lastPart: number;
  /** The median over the last part. */
  readonly level: number;
  /** How much the line through the last part falls over its epochs (Theil and Sen: the median slope). */
  readonly fall: Fall;
  /** How much the line through the last half does. */
  readonly fallOfHalf: Fall;
  /**
   * The size of the noise from one point to the next: the median size of the second differences in the
   * last half (eight points or more), times 1.4826 / √6. Of independent normal noise of deviation σ it is
   * about σ; of a line, and of a line with one spike, it is 0. With fewer than five points it is 0,
   * because a bend cannot be told from noise.
   */
  readonly spread: number;
  /**
   * What changes are held against: the size of the level, and a tenth of all that was gained, so that a
   * loss close to 0 does not make every change look large.
   */
  readonly unit: number;
}

/**
 * The training loss by epoch: re-evaluated with the weights at the end of the epoch where the training
 * did that, and the running mean otherwise.
 */
export function trainingLosses({ epochs }: HistoryData): LossPoint[] {
  const reEvaluated = epochs.flatMap(({ epoch, validation }) =>
    validation?.trainingLoss === undefined ? [] : [{ epoch, loss: validation.trainingLoss }],
  );
  return reEvaluated.length > 0 ? reEvaluated : epochs.map(({ epoch, loss }) => ({ epoch, loss }));
}

/** The last validation loss of each epoch that has one. */
export function validationLosses({ epochs }: HistoryData): LossPoint[] {
  return epochs.flatMap(({ epoch, validation }) =>
    validation === undefined ? [] : [{ epoch, loss: validation.loss }],
  );
}

/** @param points one or more, all finite, by ascending epoch */
export function readLossCurve(points: readonly LossPoint[]): LossCurve {
  const { length } = points;
  const first = points[0].loss;
  const lowest = points.reduce((a, b) => (b.loss < a.loss ? b : a));
  const part = points.slice(-Math.max(3, Math.ceil(length / 4)));
  const level = medianLoss(part);
  const half = points.slice(-Math.max(5, Math.ceil(length / 2)));
  const spread = spreadOf(points.slice(-Math.max(8, Math.ceil(length / 2))));
  return {
    points,
    first,
    last: points[length - 1].loss,
    lowest,
    trough: troughOf(points),
    lastPart: part[0].epoch,
    level,
    fall: fallOf(part, spread),
    fallOfHalf: fallOf(half, spread),
    spread,
    unit: Math.abs(level) + Math.max(0, first - lowest.loss) / 10,
  };
}

/** The loss at an epoch; at the nearest one before it where it was not measured. */
export function lossAt({ points, first }: LossCurve, epoch: number): number {
  return points.findLast((point) => point.epoch <= epoch)?.loss ?? first;
}

function medianLoss(points: readonly LossPoint[]): number {
  return median(points.map(({ loss }) => loss));
}

function troughOf(points: readonly LossPoint[]): number {
  const starts = points.length < 5 ? [points[0]] : points.slice(4);
  const medians = starts.map((_, at) => medianLoss(points.slice(at, at + 5)));
  return medians.reduce((least, level) => Math.min(least, level));
}

/** Slopes are counted between all pairs of points, of these at most. */
const POINTS_OF_LINE = 200;

function fallOf(all: readonly LossPoint[], spread: number): Fall {
  const nth = Math.ceil(all.length / POINTS_OF_LINE);
  const points = all.filter((_, at) => (all.length - 1 - at) % nth === 0);
  const slopes = points.flatMap((a, at) =>
    points.slice(at + 1).map((b) => (b.loss - a.loss) / (b.epoch - a.epoch)),
  );
  const length = points[points.length - 1].epoch - points[0].epoch;
  return {
    size: slopes.length === 0 ? 0 : -median(slopes) * length,
    noise: spread * Math.sqrt(12 / points.length),
  };
}

function spreadOf(points: readonly LossPoint[]): number {
  if (points.length < 5) return 0;
  const second = points
    .slice(2)
    .map(({ loss }, at) => loss - 2 * points[at + 1].loss + points[at].loss);
  const bend = median(second);
  return (1.4826 / Math.sqrt(6)) * median(second.map((value) => Math.abs(value - bend)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
}
