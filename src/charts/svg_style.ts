/** Colors and lines of all pictures, for light and for dark. */

export type Theme = 'auto' | 'light' | 'dark';

/** Told apart by everyone, and in grey too (Okabe and Ito, 2008); lighter ones on dark ground. */
const LIGHT = ['#0072b2', '#d55e00', '#009e73', '#b5579b', '#8a6d00', '#56606b'];
const DARK = ['#56b4e9', '#f08a4b', '#3ec99d', '#e39bc8', '#e0c341', '#a9b4c0'];

/** How many colors there are, numbered from 0. */
export const COLORS = LIGHT.length;

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

function colors({ paper, ink, soft, grid, axis, series }: Ground): string {
  return [
    `.epochal-chart .paper { fill: ${paper} }`,
    `.epochal-chart text { fill: ${ink} }`,
    `.epochal-chart .soft, .epochal-chart .tick { fill: ${soft} }`,
    `.epochal-chart .grid { stroke: ${grid} }`,
    `.epochal-chart .axis { stroke: ${axis} }`,
    `.epochal-chart .best, .epochal-chart .guide, .epochal-chart .arrow { stroke: ${soft} }`,
    ...series.flatMap((color, k) => [
      `.epochal-chart .s${k} { stroke: ${color} }`,
      `.epochal-chart .f${k} { fill: ${color} }`,
    ]),
    `.epochal-chart .on { fill: ${paper} }`,
  ].join('\n');
}

/** The rules of all pictures. Written out, without variables, for programs that know none. */
export function styleOf(theme: Theme): string {
  if (theme !== 'auto') return SHAPES + colors(theme === 'light' ? ON_LIGHT : ON_DARK);
  return `${SHAPES}${colors(ON_LIGHT)}\n@media (prefers-color-scheme: dark) {\n${colors(ON_DARK)}\n}`;
}
