/**
 * What a chart of curves shows, as a value: text_curves.ts and svg_curves.ts draw the same one. Axes and
 * marks are decided here and in axis.ts, so that both say the same.
 */
import type { AxisDescription } from './axis.ts';

export type Point = readonly [x: number, y: number];

export interface Curve {
  readonly name: string;
  /** By x; a line is broken where a number is not finite, or cannot stand on the axis. */
  readonly points: readonly Point[];
  /** What was measured, where the points are smoothed. */
  readonly raw?: readonly Point[];
  /** By point: how far it is likely to be off. */
  readonly errors?: readonly number[];
  /** Whether each point is a dot, too: where they are few, and each was measured by itself. */
  readonly dots?: boolean;
  /** Which color, by number, and whether dashed; the place among the curves, and not, unless it is said. */
  readonly color?: number;
  readonly dashed?: boolean;
}

/** A point to be pointed at, and what is said about it. */
export interface Best {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Figure {
  readonly title: string;
  readonly x: AxisDescription;
  readonly y: AxisDescription;
  readonly curves: readonly Curve[];
  readonly best?: Best;
  /** A sentence about the whole. */
  readonly note?: string;
}

/** Those that have to be told apart: a single one with the name of its axis has not. */
export function namedCurves({ curves, y }: Figure): readonly Curve[] {
  return curves.length === 1 && curves[0].name === y.label ? [] : curves;
}

/** What a figure shows, in words: for anyone who cannot see it. */
export function inWords({ x, y, curves, best, note }: Figure): string {
  const said = curves.map(({ name, points }) => {
    const at = ([place, value]: Point) => `${short(value)} at ${x.label} ${short(place)}`;
    const shown = points.filter((point) => point.every(Number.isFinite));
    const others = points.length - shown.length;
    const left = others === 0 ? '' : `, ${others} not finite`;
    if (shown.length === 0) return `${name} without points${left}`;
    const last = at(shown[shown.length - 1]);
    const whole = shown.length === 1 ? last : `from ${at(shown[0])} to ${last}`;
    return `${name} ${whole}${left}`;
  });
  const scale = y.scale === 'log' ? ', on a logarithmic axis' : '';
  const sentences = [best?.text, note].filter((text) => text !== undefined);
  return [
    `${y.label} over ${x.label}${scale}: ${said.join('; ')}.`,
    ...sentences.map((text) => `${text}.`),
  ].join(' ');
}

/** Three digits, or as many. */
export function short(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  // The largest numbers would be rounded up to Infinity.
  return Number.isFinite(rounded) ? String(rounded) : value.toPrecision(digits);
}
