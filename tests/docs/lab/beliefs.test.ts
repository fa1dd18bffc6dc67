/** Each belief as an experiment: what the numbers say of it, and that the switch turns it over. */
import { expect, it } from 'vitest';
import { runView } from '../../../docs/lab/core/view.ts';
import { beliefsRun } from '../../../docs/lab/runs/beliefs/index.ts';
import { BELIEFS, THRESHOLDS } from '../../../docs/lab/views/beliefs.ts';

const run = (belief: string, turned: boolean, seed = 1) =>
  runView(beliefsRun, { belief, turned, seed });

it.each(BELIEFS.filter(({ turn }) => turn !== undefined))(
  '$name: the switch turns the verdict over',
  ({ name }) => {
    const usual = run(name, false);
    const turned = run(name, true);
    expect([turned.holds, turned.belief]).toEqual([!usual.holds, name]);
    expect(turned.verdict).not.toBe(usual.verdict);
  },
);

const lower = 1 - THRESHOLDS.lowerLoss;
it.each<[string, (cells: number[][]) => boolean]>([
  ['more data', ([few, many]) => many[1] < THRESHOLDS.fewerEpochs * few[1]],
  ['generalization', ([small, large]) => small[2] < lower * large[2]],
  ['noisy labels', (points) => points[points.length - 1][1] < 100 * THRESHOLDS.spoiled],
  [
    'residual connections',
    ([plain, other]) => other[2] > plain[2] + 100 * THRESHOLDS.higherAccuracy,
  ],
  ['growing batches', ([rate, size]) => size[2] < (1 + THRESHOLDS.lowerLoss) * rate[2]],
])('%s: the table and the threshold that the page says give the verdict', (name, says) => {
  const { rows, holds } = run(name, false);
  expect(says(rows.map((row) => row.map((cell) => Number.parseFloat(String(cell)))))).toBe(holds);
});

it('has winners by chance among 31, 32 and 33', () => {
  const answers = [1, 2, 3, 4, 5, 6].map((seed) => run('powers of two', false, seed).holds);
  expect(new Set(answers).size).toBe(2);
});
