/** The views of the lab in Node: what their pages say about a run is what the run did. */
import { expect, it } from 'vitest';
import { initialValues, type Values } from '../../../docs/lab/core/fields.ts';
import { openView, runView } from '../../../docs/lab/core/view.ts';
import { allRuns } from '../../../docs/lab/runs/all.ts';
import { batchSizeRun } from '../../../docs/lab/runs/batch_size.ts';
import { oneEpochRun } from '../../../docs/lab/runs/one_epoch.ts';
import { oneIterationRun } from '../../../docs/lab/runs/one_iteration.ts';
import { thePlanRun } from '../../../docs/lab/runs/the_plan.ts';
import { reached, winner } from '../../../docs/lab/views/batch_size.ts';
import { batchesAt, popularFormula } from '../../../docs/lab/views/one_epoch.ts';
import { placeAt, sumOf, tangentAt } from '../../../docs/lab/views/one_iteration.ts';

const runs = await allRuns();

it.each(runs)('$name ends with the bits of the author, and can be sent to a page', (view) => {
  const result = runView(view, initialValues(view.fields)) as { weights: string };
  expect(structuredClone(result)).toEqual(result);
  expect(result.weights).toBe(view.author);
});

it('shows each sample once in an epoch, and the last batch smaller', () => {
  const values = initialValues(oneEpochRun.fields);
  const result = runView(oneEpochRun, values);
  expect(result.iterations.map(({ rows }) => rows.length)).toEqual([6, 6, 6, 4, 6, 6, 6, 4]);
  for (const at of [0, 1, 4, 5, 8]) {
    const tiles = batchesAt(result, at).flat();
    expect(tiles.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([...Array(22).keys()]);
    expect(tiles.reduce((sum, { visits }) => sum + visits, 0)).toBe(
      at === 0 ? 0 : result.iterations[at - 1].samplesSeen,
    );
  }
  expect(batchesAt(result, 2).map((batch) => batch[0].state)).toEqual([
    'used',
    'now',
    'waiting',
    'waiting',
  ]);
  expect(popularFormula(result, 6)).toEqual({ claimed: 24, used: 22, holds: false });
});

it('shows what is dropped, and micro-batches', () => {
  const values = { ...initialValues(oneEpochRun.fields), dropLast: true, accumulate: 4 };
  const result = runView(oneEpochRun, values);
  expect(
    batchesAt(result, 1)
      .at(-1)
      ?.map(({ state }) => state),
  ).toEqual(Array(4).fill('dropped'));
  expect(result.iterations[0].microBatches).toEqual([2, 2, 2]);
  expect(popularFormula(result, 6)).toEqual({ claimed: 18, used: 18, holds: true });
});

it.each<Values>([
  {},
  { schedule: 'cosine', batchSize: 37, epochs: 5 },
  { samples: 100, batchSize: 30, dropLast: true },
  { samples: 1, batchSize: 2000, epochs: 20 },
])('counts what was planned: %o', (changed) => {
  const result = runView(thePlanRun, { ...initialValues(thePlanRun.fields), ...changed });
  expect(result.differences).toBe(0);
  for (const { planned, counted } of result.compared) expect(counted).toBe(planned);
});

it('says that a batch larger than the set cannot be dropped', () => {
  const values = { ...initialValues(thePlanRun.fields), samples: 10, dropLast: true };
  expect(() => runView(thePlanRun, values)).toThrow('not a single batch');
});

it('has other winners by other clocks', () => {
  const result = runView(batchSizeRun, initialValues(batchSizeRun.fields));
  expect(result.runs.map((run) => run.batchSize)).toEqual([1, 8, 32, 200]);
  const loss = 0.3;
  expect(winner(result, loss, 'epochs')).toBe(1);
  expect(winner(result, loss, 'iterations')).not.toBe(1);
  expect(reached(result.runs[3], 0)).toBeUndefined();
});

it.each([1, 3, 4])('shows how every weight of a network changes, with a batch of %i', (size) => {
  const values = { ...initialValues(oneIterationRun.fields), batchSize: size };
  const { iterations, learningRate } = runView(oneIterationRun, values);
  iterations.forEach(({ samples, connections, loss }, index) => {
    expect(connections).toHaveLength(13);
    const errors = samples.map(({ output, target }) => (output - target) ** 2);
    const mean = errors.reduce((sum, error) => sum + error, 0) / samples.length;
    expect(loss / mean).toBeCloseTo(1, 6);
    for (const one of connections) {
      expect(one.terms.map(({ row }) => row)).toEqual(samples.map(({ row }) => row));
      expect(one.gradient).not.toBe(undefined);
      if (one.input === undefined) expect(sumOf(one.terms)).toBeCloseTo(one.gradient, 6);
      else expect(sumOf(one.terms)).toBe(one.gradient + 0);
      expect(one.after).toBe(
        Math.fround(one.before - Math.fround(Math.fround(learningRate) * one.gradient)),
      );
      const next = iterations[index + 1]?.connections.find(
        ({ layer, input, unit }) => layer === one.layer && input === one.input && unit === one.unit,
      );
      if (next !== undefined) expect(next.before).toBe(one.after);
    }
  });
});

it('drags a weight along the curve of the loss, whose slope is the gradient', () => {
  const { result, about } = openView(oneIterationRun, initialValues(oneIterationRun.fields));
  for (const iteration of [1, 4, 10]) {
    const { connections, loss } = result.iterations[iteration - 1];
    connections.forEach((one, connection) => {
      const at = (value: number) => about.answer({ iteration, connection, value });
      const here = at(one.before);
      expect(here.loss).toBe(loss);
      expect(here.curve).toHaveLength(21);
      expect(here.curve[10]).toEqual([one.before, loss]);
      const [near, far] = [1e-2, 0.5].map((distance) => {
        const there = at(one.before + distance);
        return Math.abs(there.loss - tangentAt(one, loss, there.value));
      });
      expect(near).toBeLessThan(3e-4);
      expect(far).toBeGreaterThan(near);
      const slope = (at(one.before + 1e-2).loss - at(one.before - 1e-2).loss) / 2e-2;
      expect(slope).toBeCloseTo(one.gradient, 3);
    });
  }
});

it('counts phases through the run', () => {
  expect(placeAt(0)).toEqual({ iteration: 1, phase: 'forward' });
  expect(placeAt(7)).toEqual({ iteration: 2, phase: 'update' });
});
