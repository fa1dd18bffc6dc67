/** Colors and lines of all pictures, for light and for dark. */

export type Theme = 'auto' | 'light' | 'dark';

/** Told apart by everyone, and in grey too (Okabe and Ito, 2008); lighter ones on dark ground. */
const LIGHT = ['#0072b2', '#d55e00', '#009e73', '#b5579b', '#8a6d00', '#56606b'];
const DARK = ['#56b4e9', '#f08a4b', '#3ec99d', '#e39bc8', '#e0c341', '#a9b4c0'];

/** How many colors there are, numbered from 0. */
export const COLORS = LIGHT.length;

/** Curves beyond the last color have those colors again, and other lines: plain, and where dashed is asked for. */
const LINES = [
  ['', '7 4'],
  ['2 4', '7 4 2 4'],
  ['14 4', '14 4 2 4'],
];

/** How a curve looks, by its number. */
export interface Stroke {
  /** From 0 to below `COLORS`. */
  readonly color: number;
  /** Attributes of its line. */
  readonly attributes: string;
}

export function strokeOf(number: number, dashed: boolean): Stroke {
  const [plain, broken] = LINES[Math.floor(number / COLORS) % LINES.length];
  const pattern = dashed ? broken : plain;
  const attributes = pattern === '' ? '' : ` stroke-dasharray="${pattern}"`;
  return { color: number % COLORS, attributes };
}

const SHAPES = `
.epochal-chart { font: 13px system-ui, sans-serif }
.epochal-chart .title { font-size: 17px; font-weight: 600 }
.epochal-chart .tick { font-size: 12px; font-variant-numeric: tabular-nums }
.epochal-chart .curve { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round }
.epochal-chart .raw { fill: none; stroke-width: 1; stroke-opacity: .4 }
.epochal-chart .error { stroke-width: 1.25; stroke-opacity: .7 }
.epochal-chart .best { fill: none; stroke-width: 1.5 }
.epochal-chart .guide { fill: none; stroke-dasharray: 2 3 }
.epochal-chart .arrow { fill: none; stroke-width: 1.75 }
`;

interface Ground {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  readonly axis: string;
  readonly series: readonly string[];
}

const ON_LIGHT: Ground = {
  ...{ paper: '#ffffff', ink: '#1a1d21', soft: '#4d5660', grid: '#e3e6e9', axis: '#868e96' },
  series: LIGHT,
};
const ON_DARK: Ground = {
  ...{ paper: '#16191d', ink: '#eceff2', soft: '#aab3bc', grid: '#2e343b', axis: '#6f7983' },
  series: DARK,
};

function colors(picture: string, { paper, ink, soft, grid, axis, series }: Ground): string {
  return [
    `${picture} .paper { fill: ${paper} }`,
    `${picture} text { fill: ${ink} }`,
    `${picture} .soft, ${picture} .tick { fill: ${soft} }`,
    `${picture} .grid { stroke: ${grid} }`,
    `${picture} .axis { stroke: ${axis} }`,
    `${picture} .best, ${picture} .guide, ${picture} .arrow { stroke: ${soft} }`,
    `${picture} .tip { fill: ${soft} }`,
    ...series.flatMap((color, k) => [
      `${picture} .s${k} { stroke: ${color} }`,
      `${picture} .f${k} { fill: ${color} }`,
    ]),
    `${picture} .on { fill: ${paper} }`,
  ].join('\n');
}

/** What a picture is called in its rules: several themes stand in one page without disturbing each other. */
export function classOf(theme: Theme): string {
  return `epochal-chart epochal-${theme}`;
}

/** The rules of all pictures. Written out, without variables, for programs that know none. */
export function styleOf(theme: Theme): string {
  const picture = `.epochal-${theme}`;
  if (theme !== 'auto') return SHAPES + colors(picture, theme === 'light' ? ON_LIGHT : ON_DARK);
  const dark = `@media (prefers-color-scheme: dark) {\n${colors(picture, ON_DARK)}\n}`;
  return `${SHAPES}${colors(picture, ON_LIGHT)}\n${dark}`;
}
