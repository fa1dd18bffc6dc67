/** Charts of curves as SVG: a picture of its own, which any browser and word processor shows. */
import { type Axis, axisAcross, axisUp } from './axis.ts';
import { type Best, type Curve, type Figure, inWords, namedCurves, type Point } from './figure.ts';
import { fitted, textWidth, wrapped } from './fitting.ts';
import { at, escaped } from './markup.ts';
import { heading, type LegendPlace, legend, picture, type Stacked } from './svg_frame.ts';
import { strokeOf, type Theme } from './svg_style.ts';
import { tickLabel } from './ticks.ts';

export interface SvgSize {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** So much is left to curves, whatever stands above them: the picture becomes higher. */
const LEAST = 160;

/** The plotting area, in the units of the picture, and its axes. */
interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Axis;
  readonly y: Axis;
}

/** @param figure curves with finite points; others are left out, and the line is broken there */
export function svgCurves(figure: Figure, { width, height, theme }: SvgSize): string {
  const { title, curves, best, note } = figure;
  const y = axisUp(figure.y, curves.flatMap(heights));
  const places = curves.flatMap(({ points }) => points.map(([place]) => place));
  const x = axisAcross(figure.x, places);
  const labels = y.ticks.reduce((wide, tick) => Math.max(wide, textWidth(tickLabel(tick), 12)), 20);
  const left = Math.round(labels + 46);
  const head = heading(title, 16, width);
  const names = legend(namedCurves(figure).map(entryOf), { left: 16, top: head.y, width });
  const pointed = remark(best?.text, { left: 49, top: names.y, width });
  const noted = remark(note, { left: 16, top: pointed.y, width });
  const ringed =
    best === undefined ? [] : [`<circle class="best" cx="29" cy="${names.y + 13}" r="5"/>`];
  const said = [...ringed, ...pointed.parts, ...noted.parts];
  const top = noted.y + 16;
  const bottom = Math.max(top + LEAST, height - 54);
  const plane: Plane = { left, right: width - 24, top, bottom, x, y };
  const [middle, half] = [(left + plane.right) / 2, (top + bottom) / 2];
  return picture({ title, description: inWords(figure), width, height: bottom + 54, theme }, [
    ...head.parts,
    ...names.parts,
    ...said,
    ...y.ticks.map((tick) => horizontal(tick, plane)),
    ...spaced(x.ticks, plane).map((tick) => vertical(tick, plane)),
    `<path class="axis" fill="none" d="M${left} ${top}V${bottom}H${plane.right}"/>`,
    `<text class="soft" x="${at(middle)}" y="${bottom + 40}" text-anchor="middle">${escaped(fitted(figure.x.label, plane.right - left, 13))}</text>`,
    `<text class="soft" transform="translate(20 ${at(half)}) rotate(-90)" text-anchor="middle">${escaped(fitted(figure.y.label, bottom - top, 13))}</text>`,
    ...(best === undefined ? [] : [guide(best, plane)]),
    ...curves.flatMap((curve, k) => drawn(curve, k, plane)),
    ...(best === undefined ? [] : [ring(best, plane)]),
  ]);
}

/** All that has to fit between the lowest and the highest tick. */
function heights({ points, raw = [], errors = [] }: Curve): number[] {
  return [
    ...[...points, ...raw].map(([, value]) => value),
    ...errors.flatMap((error, k) => [points[k][1] - error, points[k][1] + error]),
  ];
}

function entryOf({ name, color, dashed = false }: Curve, k: number) {
  return { name, stroke: strokeOf(color ?? k, dashed) };
}

const xOf = ({ left, right, x }: Plane, value: number) => left + x.place(value) * (right - left);
const yOf = ({ top, bottom, y }: Plane, value: number) => bottom - y.place(value) * (bottom - top);

function horizontal(value: number, plane: Plane): string {
  const { left, right } = plane;
  const y = yOf(plane, value);
  return (
    `<line class="grid" x1="${left}" x2="${right}" y1="${at(y)}" y2="${at(y)}"/>` +
    `<text class="tick" x="${left - 8}" y="${at(y + 4)}" text-anchor="end">${tickLabel(value)}</text>`
  );
}

function vertical(value: number, plane: Plane): string {
  const { bottom } = plane;
  const x = at(xOf(plane, value));
  return (
    `<line class="axis" x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 5}"/>` +
    `<text class="tick" x="${x}" y="${bottom + 19}" text-anchor="middle">${tickLabel(value)}</text>`
  );
}

/** Ticks whose names do not run into each other. */
function spaced(ticks: readonly number[], plane: Plane): number[] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const half = textWidth(tickLabel(tick), 12) / 2;
    const middle = xOf(plane, tick);
    if (middle - half < end + 8) return false;
    end = middle + half;
    return true;
  });
}

/** The stretches of a curve between points that cannot be drawn, in the units of the picture. */
function stretchesOf(points: readonly Point[], plane: Plane): Point[][] {
  const stretches: Point[][] = [[]];
  for (const [x, y] of points) {
    if (!plane.x.holds(x) || !plane.y.holds(y)) stretches.push([]);
    else stretches[stretches.length - 1].push([xOf(plane, x), yOf(plane, y)]);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

function drawn(curve: Curve, k: number, plane: Plane): string[] {
  const { color, attributes } = entryOf(curve, k).stroke;
  const stretches = stretchesOf(curve.points, plane);
  const d = pathOf(stretches);
  const raw = pathOf(stretchesOf(curve.raw ?? [], plane));
  // A lone point has no line: it is a dot, and so are points that were measured one by one.
  const dots = stretches.filter((one) => one.length === 1 || curve.dots).flat();
  return [
    ...(raw === '' ? [] : [`<path class="raw s${color}" d="${raw}"/>`]),
    ...(curve.errors ?? []).flatMap((error, at) => errorBar(curve.points[at], error, color, plane)),
    ...(d === '' ? [] : [`<path class="curve s${color}"${attributes} d="${d}"/>`]),
    ...dots.map(([x, y]) => `<circle class="f${color}" cx="${at(x)}" cy="${at(y)}" r="3.5"/>`),
  ];
}

function pathOf(stretches: readonly (readonly Point[])[]): string {
  return stretches
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => `M${stretch.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}`)
    .join('');
}

function errorBar([x, y]: Point, error: number, color: number, plane: Plane): string[] {
  const [low, high] = [y - error, y + error];
  if (!(plane.x.holds(x) && plane.y.holds(low) && plane.y.holds(high))) return [];
  const middle = at(xOf(plane, x));
  const ends = `y1="${at(yOf(plane, low))}" y2="${at(yOf(plane, high))}"`;
  return [`<line class="error s${color}" x1="${middle}" x2="${middle}" ${ends}/>`];
}

/** A sentence outside of the plotting area, where it covers nothing; in two lines if it has to be. */
function remark(text: string | undefined, { left, top, width }: LegendPlace): Stacked {
  const lines = wrapped(text ?? '', width - left - 16, 13, 2);
  const parts = lines.map(
    (line, k) => `<text class="soft" x="${left}" y="${top + 17 + 18 * k}">${escaped(line)}</text>`,
  );
  return { parts, y: top + 18 * lines.length };
}

const isOn = ({ x, y }: Best, plane: Plane) => plane.x.holds(x) && plane.y.holds(y);

/** From the point down to the axis, below the curves. */
function guide(best: Best, plane: Plane): string {
  if (!isOn(best, plane)) return '';
  const [x, y] = [xOf(plane, best.x), yOf(plane, best.y)];
  return `<path class="guide" d="M${at(x)} ${at(Math.min(y + 6, plane.bottom))}V${plane.bottom}"/>`;
}

/** Around the point, and empty, so that the curve is seen in it. */
function ring(best: Best, plane: Plane): string {
  if (!isOn(best, plane)) return '';
  return `<circle class="best" cx="${at(xOf(plane, best.x))}" cy="${at(yOf(plane, best.y))}" r="6"/>`;
}
