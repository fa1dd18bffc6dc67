/** Histograms as a picture: panels side by side, in as many columns as have room. */
import { describeShape } from '../errors/describe.ts';
import type { Distribution } from './distribution.ts';
import { short } from './figure.ts';
import { fitted, textWidth } from './fitting.ts';
import { at, escaped } from './markup.ts';
import { heading, picture } from './svg_frame.ts';
import type { Theme } from './svg_style.ts';
import { tickLabel } from './ticks.ts';

interface Asked {
  readonly title: string | undefined;
  readonly width: number | undefined;
  readonly theme: Theme;
}

/** Of a panel: its bars, and all of it. */
const BARS = 84;
const PANEL = 172;
const GAP = 28;
/** Narrower ones have no room for their names. */
const LEAST = 190;

export function svgHistograms(
  distributions: readonly Distribution[],
  { title = 'Distributions by layer', width = 760, theme }: Asked,
): string {
  const whole = Math.max(240, width);
  const room = whole - 32;
  const columns = Math.max(
    1,
    Math.min(distributions.length, 3, Math.floor((room + GAP) / (LEAST + GAP))),
  );
  const wide = (room - GAP * (columns - 1)) / columns;
  const head = heading(title, 16, whole);
  const top = head.y + 8;
  const rows = Math.ceil(distributions.length / columns);
  const description = distributions.map(inWords).join(' ');
  const height = Math.ceil(top + rows * PANEL);
  return picture({ title, description, width: whole, height, theme }, [
    ...head.parts,
    ...distributions.flatMap((one, k) => {
      const left = 16 + (wide + GAP) * (k % columns);
      return panel(one, left, top + PANEL * Math.floor(k / columns), wide);
    }),
  ]);
}

function panel(one: Distribution, left: number, top: number, width: number): string[] {
  const { name, counts, axis, size } = one;
  const base = top + 52 + BARS;
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const each = width / counts.length;
  const x = (value: number) => left + axis.place(value) * width;
  const has0 = axis.low < 0 && axis.high > 0;
  return [
    `<text x="${at(left)}" y="${top + 18}" font-weight="600">${escaped(fitted(name, width / 1.12, 13))}</text>`,
    `<text class="tick" x="${at(left)}" y="${top + 36}">${escaped(fitted(figures(one), width, 12))}</text>`,
    ...(has0 ? [`<path class="guide" d="M${at(x(0))} ${top + 46}V${base}"/>`] : []),
    ...counts.flatMap((count, k) => {
      if (count === 0) return [];
      const high = Math.max(1, (BARS * count) / most);
      return `<rect class="f0" x="${at(left + each * k)}" y="${at(base - high)}" width="${at(Math.max(0.5, each - 0.75))}" height="${at(high)}"/>`;
    }),
    `<path class="axis" fill="none" d="M${at(left)} ${base}h${at(width)}"/>`,
    ...(size === 0 ? [] : ends(one, left, base + 16, width)),
  ];
}

/** The numbers at both ends, and 0 where it has room between them. */
function ends({ axis }: Distribution, left: number, y: number, width: number): string[] {
  const [low, high] = [axis.low, axis.high].map((value) => tickLabel(Number(short(value))));
  const zero = left + axis.place(0) * width;
  const free =
    axis.low < 0 &&
    axis.high > 0 &&
    zero - 12 > left + textWidth(low, 12) &&
    zero + 12 < left + width - textWidth(high, 12);
  return [
    `<text class="tick" x="${at(left)}" y="${y}">${low}</text>`,
    ...(free ? [`<text class="tick" x="${at(zero)}" y="${y}" text-anchor="middle">0</text>`] : []),
    `<text class="tick" x="${at(left + width)}" y="${y}" text-anchor="end">${high}</text>`,
  ];
}

function figures({ shape, mean, deviation, notFinite }: Distribution): string {
  const others = notFinite === 0 ? '' : `${notFinite} not finite, `;
  return `${others}${short(mean)} ± ${short(deviation)}, ${describeShape(shape)}`;
}

function inWords({ name, size, low, high, mean, deviation, notFinite }: Distribution): string {
  const others = notFinite === 0 ? '' : `, ${notFinite} of them not finite`;
  const numbers = `${size} number${size === 1 ? '' : 's'}${others}`;
  return `${name}: ${numbers}, from ${short(low)} to ${short(high)}, mean ${short(mean)}, standard deviation ${short(deviation)}.`;
}
