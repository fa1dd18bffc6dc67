/** Transfer: what the page's own example prints for each way, and what its sentences say. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { initialValues } from '../../../docs/lab/core/fields.ts';
import { runView } from '../../../docs/lab/core/view.ts';
import { transferRun } from '../../../docs/lab/runs/transfer.ts';
import { compare, verdictOf, type WaySeen } from '../../../docs/lab/views/transfer.ts';

const page = readFileSync(new URL('../../../docs/lab/transfer.md', import.meta.url), 'utf8');

it('ends in every way with the bits of the example in Node', () => {
  const { ways } = runView(transferRun, initialValues(transferRun.fields));
  const printed = [...page.matchAll(/^([a-z ]+) (\d+\.\d) % ([0-9a-f]{12})$/gm)];
  expect(printed).toHaveLength(4);
  for (const [, name, share, weights] of printed) {
    const way = ways.find((one) => one.way === name);
    expect(way?.weights.slice(0, 12)).toBe(weights);
    expect((100 * Number(way?.epochs.at(-1)?.accuracy)).toFixed(1)).toBe(share);
  }
  const movedIn = (name: string) => ways.find(({ way }) => way === name)?.moved ?? [];
  expect(movedIn('new head only')).toEqual([0, 0]);
  const [first, second] = movedIn('first layer frozen');
  expect(first).toBe(0);
  expect(second).toBeGreaterThan(0);
  expect(movedIn('rates by depth')[0]).toBeLessThan(movedIn('all layers')[0]);
});

function waysWith(...accuracies: readonly (readonly number[])[]): WaySeen[] {
  return accuracies.map((all, index) => ({
    way: index === 0 ? 'from scratch' : 'all layers',
    epochs: all.map((accuracy, before) => ({ epoch: before + 1, accuracy })),
    learning: 1,
    moved: undefined,
    weights: '',
  }));
}

it.each([
  [[0.5, 0.9], [0.9, 0.9], 'Transfer saves epochs in this run: “all layers” needs 1 epoch fewer.'],
  [[0.5, 0.9], [0.5, 0.9], 'Transfer saves no epoch in this run: “all layers” needs as many.'],
  [[0.9], [0.1, 0.1, 0.9], 'even the best way, “all layers”, needs 2 epochs more.'],
  [[0.9], [0.1], 'only the network from scratch gets to 90 %.'],
  [[0.1], [0.9], '“all layers” gets to 90 % in epoch 1, the network from scratch never'],
  [[0.1], [0.1], 'No way gets to 90 % within these epochs.'],
])('says whether transfer paid: %o beside %o', (scratch, transferred, sentence) => {
  const compared = compare(waysWith(scratch, transferred), 90);
  expect(verdictOf(compared, 90)).toContain(sentence);
});
