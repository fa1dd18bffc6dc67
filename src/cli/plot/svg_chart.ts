/** Line charts as SVG: a picture of its own, which any browser and word processor shows. */
import { visible } from '../../errors/visible.ts';
import type { Curve } from './loss_curves.ts';
import { fraction, limits, ticks } from './ticks.ts';

export interface SvgChartOptions {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
  /** A point to be pointed at, such as the best one. */
  readonly mark?: { readonly x: number; readonly y: number; readonly text: string };
}

const WIDTH = 760;
const HEIGHT = 440;
const AREA = { left: 72, top: 74, right: WIDTH - 28, bottom: HEIGHT - 58 };

/** Told apart by everyone, and in grey too (Okabe and Ito, 2008). */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];
const DASHES = ['none', '7 4', '2 3', '9 3 2 3'];

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #333 }
    .title { font-size: 17px; font-weight: 600; fill: #111 }
    .tick { font-size: 12px; fill: #555; font-variant-numeric: tabular-nums }
    .grid { stroke: #e4e4e4 }
    .axis { stroke: #888 }
    .mark { paint-order: stroke; stroke: #fff; stroke-width: 5px; stroke-linejoin: round; fill: #333 }
    .curve { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round }`;

/** @param options curves with finite points; others are left out, and the line is broken there */
export function svgChart({ title, xLabel, yLabel, curves, mark }: SvgChartOptions): string {
  const points = curves.flatMap((curve) => curve.points).filter((p) => p.every(Number.isFinite));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = widened(...limits(xs));
  const [low, high] = roundLimits(...widened(...limits([0, ...ys])));
  const x = (value: number) => AREA.left + fraction(value, left, right) * (AREA.right - AREA.left);
  const y = (value: number) => AREA.bottom - fraction(value, low, high) * (AREA.bottom - AREA.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">`,
    `  <title id="title">${escaped(title)}</title>`,
    `  <desc id="desc">${escaped(describeCurves(curves, xLabel, yLabel))}</desc>`,
    `  <style>${STYLE}\n  </style>`,
    `  <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `  <text class="title" x="${AREA.left}" y="32">${escaped(title)}</text>`,
    ...legend(curves),
    ...ticks(low, high, 6).map((at) => horizontal(at, y(at))),
    ...wholeTicks(left, right).map((at) => vertical(at, x(at))),
    `  <path class="axis" fill="none" d="M${AREA.left} ${AREA.top}V${AREA.bottom}H${AREA.right}"/>`,
    `  <text x="${(AREA.left + AREA.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `  <text transform="translate(20 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>`,
    ...curves.map((curve, at) => path(curve, at, x, y)),
    ...(mark === undefined ? [] : [pointAt(mark, x(mark.x), y(mark.y))]),
    '</svg>',
    '',
  ].join('\n');
}

/** Ticks of whole numbers, the first epoch among them. */
function wholeTicks(left: number, right: number): number[] {
  const whole = ticks(left, right, 8).filter(Number.isInteger);
  const first = Math.ceil(left);
  const room = whole.length < 2 ? 0 : (whole[1] - whole[0]) / 3;
  return whole.length > 0 && whole[0] - first > room ? [first, ...whole] : whole;
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

/** A single point has an axis, too; half a unit to each side, or what its size lets be seen. */
function widened(low: number, high: number): [number, number] {
  const half = Math.max(0.5, Math.abs(low) / 1024);
  return low === high ? [low - half, high + half] : [low, high];
}

function horizontal(value: number, y: number): string {
  return (
    `  <line class="grid" x1="${AREA.left}" x2="${AREA.right}" y1="${at(y)}" y2="${at(y)}"/>` +
    `<text class="tick" x="${AREA.left - 9}" y="${at(y + 4)}" text-anchor="end">${label(value)}</text>`
  );
}

function vertical(value: number, x: number): string {
  return (
    `  <line class="axis" x1="${at(x)}" x2="${at(x)}" y1="${AREA.bottom}" y2="${AREA.bottom + 5}"/>` +
    `<text class="tick" x="${at(x)}" y="${AREA.bottom + 20}" text-anchor="middle">${label(value)}</text>`
  );
}

function path(
  { points }: Curve,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const lines: string[][] = [[]];
  for (const [px, py] of points) {
    if (Number.isFinite(px) && Number.isFinite(py)) lines.at(-1)?.push(`${at(x(px))} ${at(y(py))}`);
    else lines.push([]);
  }
  // A lone point is a line of no length, which round ends make visible.
  const d = lines
    .filter((line) => line.length > 0)
    .map((line) => `M${line.join('L')}${line.length === 1 ? 'h0' : ''}`)
    .join('');
  return `  <path class="curve" stroke="${color(index)}" stroke-dasharray="${dash(index)}" d="${d}"/>`;
}

function legend(curves: readonly Curve[]): string[] {
  return curves.map(({ name }, index) => {
    const x = AREA.left + 150 * index;
    const line = `<path class="curve" stroke="${color(index)}" stroke-dasharray="${dash(index)}" d="M${x} 51h28"/>`;
    return `  ${line}<text x="${x + 36}" y="55">${escaped(name)}</text>`;
  });
}

function pointAt({ text }: { readonly text: string }, x: number, y: number): string {
  const end = x > (AREA.left + AREA.right) / 2 ? 'end' : 'start';
  return (
    `  <circle cx="${at(x)}" cy="${at(y)}" r="4.5" fill="#fff" stroke="#333" stroke-width="1.75"/>` +
    `<text class="tick mark" x="${at(x)}" y="${at(y - 12)}" text-anchor="${end}">${escaped(text)}</text>`
  );
}

function describeCurves(curves: readonly Curve[], xLabel: string, yLabel: string): string {
  const said = curves.map(({ name, points }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    return `${name} from ${short(first[1])} at ${xLabel} ${first[0]} to ${short(last[1])} at ${xLabel} ${last[0]}`;
  });
  return `${yLabel} over ${xLabel}: ${said.join('; ')}.`;
}

const at = (value: number) => String(Number(value.toFixed(1)));
/** Eight characters have room beside the axis. */
function label(value: number): string {
  const text = String(value);
  return text.length > 8 ? String(Number(value.toPrecision(3)).toExponential()) : text;
}

const short = (value: number) => String(Number(value.toPrecision(3)));
const color = (index: number) => COLORS[index % COLORS.length];
const dash = (index: number) => DASHES[index % DASHES.length];

/** As XML 1.0 may hold it: other control characters, halves of pairs and U+FFFE, U+FFFF are written out. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\p{Surrogate}\ufffe\uffff]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
