/** Histograms as characters: a line for each. */
import { describeShape } from '../errors/describe.ts';
import { visibleInLine } from '../errors/visible.ts';
import { formatTable } from '../formats/text_table.ts';
import type { Distribution } from './distribution.ts';
import { short } from './figure.ts';

/** By height; nothing where nothing was counted. */
const BARS = ' ▁▂▃▄▅▆▇█';

export function textHistograms(
  distributions: readonly Distribution[],
  { title }: { readonly title: string | undefined },
): string {
  const rows = distributions.map(({ name, shape, mean, deviation, axis, counts, notFinite }) => [
    name,
    describeShape(shape),
    short(mean),
    short(deviation),
    short(axis.low),
    bars(counts),
    short(axis.high),
    notFinite === 0 ? '' : `${notFinite} not finite`,
  ]);
  const head = ['', 'shape', 'mean', 'deviation', 'from', '', 'to', ''];
  const table = formatTable([head, ...rows], { left: [0, 1, 5, 6, 7] });
  return title === undefined ? table : `${visibleInLine(title)}\n${table}`;
}

/** The highest one fills its line; a single number is seen, too. */
function bars(counts: readonly number[]): string {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  return counts
    .map((count) => BARS[count === 0 ? 0 : Math.max(1, Math.round((8 * count) / most))])
    .join('');
}
