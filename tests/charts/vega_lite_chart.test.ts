/** Loss curves for viewers of Vega-Lite. */
import { describe, expect, it } from 'vitest';
import { vegaLiteChart } from '../../src/charts/index.ts';
import { Trainer, type TrainerOptions } from '../../src/index.ts';
import { network, options, regression } from '../train/tasks.ts';

const train = regression();
const validation = regression({ samples: 7, seed: 3 });

function trained(overrides: Partial<TrainerOptions> = {}): Trainer {
  const trainer = new Trainer(options({ model: network(), ...overrides }));
  for (const _ of trainer.run({ train, validation }));
  return trainer;
}

describe('vegaLiteChart', () => {
  /** The parts of a Vega-Lite specification without which no viewer draws anything. */
  function checkSpecification(trainer: Trainer, axis: string) {
    const specification = JSON.parse(JSON.stringify(vegaLiteChart(trainer.history)));
    expect(specification).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      mark: { type: 'line' },
      encoding: {
        x: { field: axis, type: 'quantitative' },
        y: { field: 'loss', type: 'quantitative' },
        color: { field: 'curve', type: 'nominal' },
      },
    });
    for (const point of specification.data.values) {
      expect(point[axis]).toEqual(expect.any(Number));
      expect(point.loss).toEqual(expect.any(Number));
    }
    return specification.data.values as { curve: string; epoch: number; loss: number }[];
  }

  const curve = (points: { curve: string; epoch: number; loss: number }[], name: string) =>
    points.filter((point) => point.curve === name).map(({ epoch, loss: l }) => [epoch, l]);

  it('draws both losses over epochs', () => {
    const trainer = trained({ evaluateTraining: true });
    const { epochs, validations } = trainer.history;
    const points = checkSpecification(trainer, 'epoch');
    expect(points).toHaveLength(6);
    expect(curve(points, 'training')).toEqual(epochs.map(({ epoch, loss: l }) => [epoch, l]));
    expect(curve(points, 'validation')).toEqual(validations.map((v) => [v.epoch, v.loss]));
    expect(curve(points, 'training, re-evaluated')).toEqual(
      validations.map((v) => [v.epoch, v.trainingLoss]),
    );
  });

  it('places validations between epochs where they were', () => {
    const trainer = trained({ validateEvery: { iterations: 2 } });
    const points = checkSpecification(trainer, 'epoch');
    expect(curve(points, 'validation').map(([epoch]) => epoch)).toEqual([2 / 3, 4 / 3, 2]);
  });

  it('is over iterations as long as no epoch is complete', () => {
    const trainer = trained({ validateEvery: { iterations: 1 }, iterations: 2 });
    const points = checkSpecification(trainer, 'iteration');
    expect(points.map((point) => point as unknown)).toEqual(
      trainer.history.validations.map(({ iteration, loss: l }) => ({
        iteration,
        loss: l,
        curve: 'validation',
      })),
    );
  });

  it('is empty before training', () => {
    const { data } = vegaLiteChart(new Trainer(options()).history);
    expect(data.values).toEqual([]);
  });
});
