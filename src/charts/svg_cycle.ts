/** The cycle of a training run as a picture: four phases in a ring, and what goes round within it. */

import type { Cycle, Phase } from './cycle.ts';
import { fitted, wrapped } from './fitting.ts';
import { at, escaped } from './markup.ts';
import { heading, picture } from './svg_frame.ts';
import type { Theme } from './svg_style.ts';

interface Asked {
  readonly title: string | undefined;
  readonly width: number | undefined;
  readonly theme: Theme;
}

/** A box: where it is, and how large. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Of a box, and of the space between the upper ones and the lower ones, where the counts stand. */
const HEIGHT = 92;
const BETWEEN = 92;

export function svgCycle(
  cycle: Cycle,
  { title = 'The cycle of a training run', width = 760, theme }: Asked,
): string {
  const { phases, rounds, division, counts } = cycle;
  const whole = Math.max(280, width);
  const head = heading(title, 16, whole);
  const top = head.y + 14;
  const box = Math.min(240, (whole - 32 - 34) / 2);
  const [left, right] = [16, whole - 16 - box];
  const lower = top + HEIGHT + BETWEEN;
  const boxes = [
    [left, top],
    [right, top],
    [right, lower],
    [left, lower],
  ].map(([x, y]): Box => ({ x, y, width: box }));
  const room = right - left - 24;
  const middle = [
    { text: fitted(rounds, room, 17 * 1.12), style: 'title' },
    ...wrapped(division, room, 13, 2).map((text) => ({ text, style: 'soft' })),
  ];
  const lines = counts.flatMap((line) => wrapped(line, whole - 32, 13, 3));
  const below = lower + HEIGHT + 32;
  const height = below + 19 * lines.length;
  return picture({ title, description: inWords(cycle), width: whole, height, theme }, [
    ...head.parts,
    ...phases.flatMap((phase, k) => phaseBox(phase, k, boxes[k])),
    arrow(left + box, top + HEIGHT / 2, right - left - box, 0),
    arrow(right + box / 2, top + HEIGHT, 0, BETWEEN),
    arrow(right, lower + HEIGHT / 2, left + box - right, 0),
    arrow(left + box / 2, lower, 0, -BETWEEN),
    ...middle.map(({ text, style }, k) => {
      const y = top + HEIGHT + BETWEEN / 2 + 16 - 10 * middle.length + 21 * k;
      return `<text class="${style}" x="${at(whole / 2)}" y="${y}" text-anchor="middle">${escaped(text)}</text>`;
    }),
    ...lines.map(
      (line, k) => `<text class="soft" x="16" y="${below + 19 * k}">${escaped(line)}</text>`,
    ),
  ]);
}

function phaseBox({ name, does }: Phase, k: number, { x, y, width }: Box): string[] {
  const place = `x="${at(x)}" y="${y}" width="${at(width)}" height="${HEIGHT}" rx="8"`;
  const lines = wrapped(does, width - 20, 12, 3);
  return [
    `<rect class="f${k}" fill-opacity=".12" ${place}/>`,
    `<rect class="s${k}" fill="none" stroke-width="1.5" ${place}/>`,
    `<text x="${at(x + 10)}" y="${y + 24}" font-weight="600">${k + 1}. ${name}</text>`,
    ...lines.map(
      (line, i) =>
        `<text class="tick" x="${at(x + 10)}" y="${y + 44 + 17 * i}">${escaped(line)}</text>`,
    ),
  ];
}

/** From a point on, along one axis, with room at both ends. */
function arrow(x: number, y: number, dx: number, dy: number): string {
  const length = Math.abs(dx + dy);
  const [ux, uy] = [dx / length, dy / length];
  const [from, to] = [5, length - 5];
  const head = (side: number) =>
    `${at(x + ux * (to - 9) - uy * side)} ${at(y + uy * (to - 9) + ux * side)}`;
  return (
    `<path class="arrow" d="M${at(x + ux * from)} ${at(y + uy * from)}L${at(x + ux * (to - 8))} ${at(y + uy * (to - 8))}"/>` +
    `<path class="tip" d="M${at(x + ux * to)} ${at(y + uy * to)}L${head(5)}L${head(-5)}Z"/>`
  );
}

function inWords({ phases, rounds, division, counts }: Cycle): string {
  const round = phases.map(({ name, does }) => `${name}: ${does}`).join('; ');
  return `${rounds}, ${division}. Each is ${round}. ${counts.join('. ')}.`;
}
