/** Charts of what cross-validation and single runs measured: over samples, and over batch sizes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { batchSizeChart, learningCurveChart } from '../../src/charts/index.ts';
import { linearRegression } from '../../src/data/index.ts';
import {
  dense,
  type HistoryData,
  meanSquaredError,
  sequential,
  sgd,
  Trainer,
} from '../../src/index.ts';
import {
  type LearningCurve,
  learningCurve,
  type TrainingRequest,
  type ValidationCurve,
  validationCurve,
} from '../../src/selection/index.ts';
import { drawn, malformed, withoutWords } from './drawn.ts';

const dataset = linearRegression({ samples: 30, seed: 7 });

const options = ({ seed }: Pick<TrainingRequest, 'seed'>) => ({
  model: sequential({ inputShape: [1], seed }, [dense({ units: 1 })]),
  loss: meanSquaredError(),
  optimizer: sgd({ learningRate: 0.05 }),
  epochs: 4,
  batchSize: 8,
  seed,
});

/** The ends of error bars. */
const bars = (svg: string) =>
  [...svg.matchAll(/<line class="error[^>]* x1="([^"]+)"[^>]* y1="([^"]+)" y2="([^"]+)"/g)].map(
    ([, x, y1, y2]) => [x, y1, y2].map(Number),
  );

describe('a learning curve', () => {
  let curve: LearningCurve;
  beforeAll(async () => {
    curve = await learningCurve({ dataset, k: 3, seed: 7, training: options, sizes: [5, 10, 20] });
  });

  it('stands over samples, with one standard error to each side', () => {
    const picture = learningCurveChart(curve, { as: 'svg' });
    const [watched, training] = drawn(picture);
    expect(watched).toHaveLength(3);
    expect(training).toHaveLength(3);
    const [[, a], [, b, y], [, c]] = watched;
    expect((b - a) / (c - a)).toBeCloseTo(1 / 3, 2);
    const [x, low, high] = bars(picture)[1];
    expect(x).toBeCloseTo(b, 0);
    expect((low + high) / 2).toBeCloseTo(y, 0);
    const [first, second] = curve.points.map(({ best }) => best);
    const unit = (watched[0][2] - y) / (second.mean - first.mean);
    expect(low - high).toBeCloseTo(2 * unit * second.standardError, 0);
    expect(malformed(picture)).toBeUndefined();
  });

  it('says what the last increase brought, as text and in the picture', () => {
    const sentence = `from 10 to 20 samples it improved by ${Number(curve.gain?.mean.toPrecision(3))}`;
    expect(learningCurveChart(curve)).toContain(sentence);
    expect(learningCurveChart(curve, { as: 'svg' })).toContain(`>${sentence}`);
    expect(learningCurveChart(curve)).toContain('training samples');
  });

  it('says so where that made it worse', () => {
    const worse = { ...curve, gain: { mean: -0.25, standardError: 0.5 } };
    expect(learningCurveChart(worse)).toContain('20 samples it became worse by 0.25 ± 0.5');
  });

  it('is drawn of its JSON, and of a single size', () => {
    const again = JSON.parse(JSON.stringify(curve)) as LearningCurve;
    expect(learningCurveChart(again)).toBe(learningCurveChart(curve));
    const { monitor, points } = curve;
    const single = learningCurveChart({ monitor, points: points.slice(0, 1) }, { as: 'svg' });
    expect(withoutWords(single)).not.toMatch(/NaN|Infinity/);
  });

  it('is refused for anything else', () => {
    expect(() => learningCurveChart({} as never)).toThrow(/what learningCurve measured/);
    expect(() => learningCurveChart({ monitor: 'loss', points: [] })).toThrow(/learningCurve/);
    expect(() => learningCurveChart(curve, { scale: 'square' as never })).toThrow(/scale/);
  });
});

describe('a chart of batch sizes', () => {
  let curve: ValidationCurve<number>;
  const runs: Record<number, HistoryData> = {};
  beforeAll(async () => {
    curve = await validationCurve({
      ...{ name: 'batchSize', values: [16, 4, 8], dataset, k: 3, seed: 7 },
      training: ({ seed, value }) => ({ ...options({ seed }), batchSize: value }),
    });
    for (const batchSize of [16, 4]) {
      const trainer = new Trainer({ ...options({ seed: 7 }), batchSize });
      runs[batchSize] = await trainer.fit({ train: dataset, validation: dataset });
    }
  });

  it('stands on a logarithmic axis that names the sizes, ascending', () => {
    const picture = batchSizeChart(curve, { as: 'svg' });
    const [[[, a], [, b], [, c]]] = drawn(picture);
    expect(b - a).toBeCloseTo(c - b, 0);
    for (const size of [4, 8, 16]) expect(picture).toContain(`text-anchor="middle">${size}<`);
    expect(malformed(picture)).toBeUndefined();
  });

  it('marks the best, and names those that diverged', () => {
    const { best, points } = curve;
    expect(batchSizeChart(curve)).toContain(`with batches of ${best?.value}`);
    const diverged = {
      ...curve,
      points: [...points, { value: 32, curve: [], diverged: 'infinite' }],
    };
    const picture = batchSizeChart(diverged, { as: 'svg' });
    expect(picture).toContain('>diverged: 32<');
    expect(drawn(picture)[0]).toHaveLength(3);
    expect(withoutWords(picture)).not.toMatch(/NaN|Infinity/);
  });

  it('is drawn of single runs, by their lowest validation loss', () => {
    const lowest = Math.min(...runs[4].validations.map(({ loss }) => loss));
    const text = batchSizeChart(runs);
    expect(text).toContain(`best: ${Number(lowest.toPrecision(3))} with batches of 4`);
    expect(text).toContain('training loss of the last epoch');
    const unvalidated = { 8: { ...runs[4], validations: [] } };
    expect(batchSizeChart(unvalidated)).not.toContain('validation');
  });

  it('is refused for anything else', () => {
    expect(() => batchSizeChart({} as never)).toThrow(/histories by batch size/);
    expect(() => batchSizeChart({ small: runs[4] } as never)).toThrow(/16: first.history/);
    const named = { ...curve, points: [{ value: 'tanh', curve: [] }] };
    expect(() => batchSizeChart(named as never)).toThrow(/values are batch sizes/);
  });
});
