/** The cycle of a training run as characters. */
import { visibleInLine } from '../errors/visible.ts';
import type { Cycle } from './cycle.ts';

export function textCycle(
  { phases, rounds, division, counts }: Cycle,
  { title }: { readonly title: string | undefined },
): string {
  const edges = ['┌─▶', '│  ', '│  ', '└──'];
  const wide = phases.reduce((most, { name }) => Math.max(most, name.length), 0);
  return [
    ...(title === undefined ? [] : [visibleInLine(title)]),
    `${rounds}: ${division}`,
    ...phases.map(({ name, does }, k) => `  ${edges[k]} ${name.padEnd(wide)}  ${does}`),
    '',
    ...counts,
  ].join('\n');
}
