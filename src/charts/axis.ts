/** Axes: which numbers stand where, from 0 to 1, and which of them are named. */
import { float64 } from '../numerics/float64.ts';
import { log } from '../numerics/functions/index.ts';
import { fraction, limits, logTicks, ticks } from './ticks.ts';

export type Scale = 'linear' | 'log';

export interface AxisDescription {
  readonly label: string;
  readonly scale?: Scale;
  /** Whether whole numbers alone are named, such as epochs. */
  readonly whole?: boolean;
  /** The numbers to be named, where they are few and chosen, such as batch sizes. */
  readonly at?: readonly number[];
}

export interface Axis {
  /** Those that are named, ascending. */
  readonly ticks: readonly number[];
  /** Its ends. */
  readonly low: number;
  readonly high: number;
  /** Whether the number can stand on it. */
  holds(value: number): boolean;
  /** From 0 to 1. */
  place(value: number): number;
}

/** An axis from the first to the last of the values. */
export function axisAcross(description: AxisDescription, values: readonly number[]): Axis {
  const { scale = 'linear', whole = false, at } = description;
  const [low, high] = widened(scale, ...limits(values.filter(holder(scale))));
  if (at !== undefined) return axis(scale, low, high, at.filter(holder(scale)));
  if (scale === 'log') return axis(scale, low, high, logTicks(low, high));
  return axis(scale, low, high, whole ? wholeTicks(low, high) : ticks(low, high, 8));
}

/** An axis from 0, or the smallest if that is below, with round numbers at both ends. */
export function axisUp({ scale = 'linear' }: AxisDescription, values: readonly number[]): Axis {
  const held = values.filter(holder(scale));
  if (scale === 'log') {
    const [low, high] = widened(scale, ...limits(held));
    return axis(scale, low, high, logTicks(low, high));
  }
  const [low, high] = roundLimits(...widened(scale, ...limits([0, ...held])));
  return axis(scale, low, high, ticks(low, high, 6));
}

function axis(scale: Scale, low: number, high: number, ticks: readonly number[]): Axis {
  const read = (value: number) => (scale === 'log' ? log(float64, value) : value);
  const [from, to] = [read(low), read(high)];
  return {
    ticks,
    low,
    high,
    holds: holder(scale),
    place: (value) => fraction(read(value), from, to),
  };
}

const holder = (scale: Scale) => (value: number) =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);

/** A single point has an axis, too; half a unit to each side, or what its size lets be seen. */
function widened(scale: Scale, low: number, high: number): [number, number] {
  if (scale === 'log' && low <= 0) return [0.1, 1];
  if (low !== high) return [low, high];
  if (scale === 'log') return [Math.max(low / 2, 5e-324), Math.min(high * 2, Number.MAX_VALUE)];
  const half = Math.max(0.5, Math.abs(low) / 1024);
  return [low - half, high + half];
}

/** Ticks of whole numbers, the first epoch among them. */
function wholeTicks(left: number, right: number): number[] {
  const whole = ticks(left, right, 8).filter(Number.isInteger);
  const first = Math.ceil(left);
  if (whole.length === 0) return first <= right ? [first] : [];
  const room = whole.length < 2 ? 0 : (whole[1] - whole[0]) / 3;
  return whole[0] - first > room ? [first, ...whole] : whole;
}

/** Limits at ticks, so that the first and the last line of the grid are those of the area. */
function roundLimits(low: number, high: number): [number, number] {
  const inside = ticks(low, high, 6);
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const gap = inside[1] - first;
  const [below, above] = [first - gap, last + gap];
  // Beyond the largest number there is no tick: the limit itself then.
  return [
    low < first ? (Number.isFinite(below) ? below : low) : first,
    high > last ? (Number.isFinite(above) ? above : high) : last,
  ];
}
