/** Where validations lie among epochs. */
import { expect, it } from 'vitest';
import { lossCurves, metricCurve } from '../../src/charts/curves.ts';
import { vegaLiteChart } from '../../src/charts/index.ts';
import { Trainer } from '../../src/index.ts';
import { network, options, regression } from '../train/tasks.ts';

it('a training run that continued with batches of another size: by counters', () => {
  const train = regression({ samples: 12 });
  const metrics = { one: () => 1 };
  const model = network();
  const every = { validateEvery: { iterations: 1 }, model, metrics };
  const first = new Trainer(options({ ...every, batchSize: 2, epochs: 2 }));
  for (const _ of first.run({ train, validation: train }));
  const second = new Trainer(options({ ...every, batchSize: 6, epochs: 3, iterations: 15 }));
  second.resume(first.checkpoint(), { allow: ['batchSize'] });
  for (const _ of second.run({ train, validation: train }));
  const { history } = second;
  expect(history.epochs.map(({ iteration }) => iteration)).toEqual([6, 12, 14]);
  const expected = Array.from({ length: 14 }, (_, k) => (k < 12 ? (k + 1) / 6 : 2 + (k - 11) / 2));
  const [training, validation] = lossCurves(history);
  const close = (points: readonly (readonly [number, number])[]) =>
    points.forEach(([x], k) => {
      expect(x).toBeCloseTo(expected[k], 12);
    });
  expect(training.points.map(([x]) => x)).toEqual([1, 2, 3]);
  expect(validation.points).toHaveLength(14);
  close(validation.points);
  close(metricCurve('here', history, 'one').points);
  const points = vegaLiteChart(history).data.values.filter(({ curve }) => curve === 'validation');
  close(points.map(({ epoch = Number.NaN }) => [epoch, 0]));
});

it('an epoch that was not completed is as long as the one before; without one, iterations count', () => {
  const record = { loss: 1, metrics: {}, epoch: 1 };
  const validations = [1, 3, 4, 5].map((iteration) => ({ ...record, iteration }));
  const epoch = { epoch: 1, iteration: 4, loss: 1 } as never;
  const at = (epochs: never[]) =>
    lossCurves({ epochs, validations })
      .at(-1)
      ?.points.map(([x]) => x);
  expect(at([epoch])).toEqual([0.25, 0.75, 1, 1.25]);
  expect(at([])).toEqual([1, 3, 4, 5]);
});
