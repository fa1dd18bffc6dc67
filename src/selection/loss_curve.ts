/** What a curve of losses looks like, in a few numbers. All of them scale with the losses. */
import type { HistoryData } from '../train/history.ts';

export interface LossPoint {
  readonly epoch: number;
  readonly loss: number;
}

export interface LossCurve {
  readonly points: readonly LossPoint[];
  readonly first: number;
  /** The first of the lowest losses. */
  readonly lowest: LossPoint;
  /** The lowest mean of five neighbouring points: the lowest loss without the luck of a single epoch. */
  readonly trough: number;
  /** The first epoch of the last part: a quarter of the points, three or more. */
  readonly lastPart: number;
  /** The mean over the last part. */
  readonly level: number;
  /** How much the least-squares line through the last part falls over its epochs. */
  readonly fall: number;
  readonly last: number;
  /**
   * The standard deviation of the noise from one point to the next: that of the second differences in
   * the last half (five points or more), divided by √6. Of independent noise of deviation σ it is about
   * σ; of a line or a parabola it is 0. With fewer than five points it is 0, because a bend cannot be
   * told from noise.
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
  const first = points[0].loss;
  const lowest = points.reduce((a, b) => (b.loss < a.loss ? b : a));
  const part = points.slice(-Math.max(3, Math.ceil(points.length / 4)));
  const level = mean(part.map(lossOf));
  return {
    points,
    first,
    last: points[points.length - 1].loss,
    lowest,
    trough: troughOf(points),
    lastPart: part[0].epoch,
    level,
    fall: fallOfLine(part),
    spread: spreadOf(points.slice(-Math.max(5, Math.ceil(points.length / 2)))),
    unit: Math.abs(level) + (first - lowest.loss) / 10,
  };
}

/** The loss at an epoch; at the nearest one before it where it was not measured. */
export function lossAt({ points, first }: LossCurve, epoch: number): number {
  return points.findLast((point) => point.epoch <= epoch)?.loss ?? first;
}

const lossOf = ({ loss }: LossPoint) => loss;

function troughOf(points: readonly LossPoint[]): number {
  const starts = points.length < 5 ? [points[0]] : points.slice(4);
  return starts
    .map((_, at) => mean(points.slice(at, at + 5).map(lossOf)))
    .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function fallOfLine(points: readonly LossPoint[]): number {
  const middle = mean(points.map(({ epoch }) => epoch));
  const level = mean(points.map(lossOf));
  let products = 0;
  let squares = 0;
  for (const { epoch, loss } of points) {
    products += (epoch - middle) * (loss - level);
    squares += (epoch - middle) * (epoch - middle);
  }
  const length = points[points.length - 1].epoch - points[0].epoch;
  return squares === 0 ? 0 : (-products / squares) * length;
}

function spreadOf(points: readonly LossPoint[]): number {
  if (points.length < 5) return 0;
  const losses = points.map(lossOf);
  const second = losses.slice(2).map((loss, i) => loss - 2 * losses[i + 1] + losses[i]);
  const bend = mean(second);
  return Math.sqrt(mean(second.map((value) => (value - bend) * (value - bend))) / 6);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
