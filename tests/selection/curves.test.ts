/** Learning curves and validation curves: cross-validations of sizes and of values. */
import { describe, expect, it } from 'vitest';
import { type Dataset, iris, standardize, subset } from '../../src/data/index.ts';
import { sgd, Trainer } from '../../src/index.ts';
import {
  crossValidate,
  folds,
  type LearningCurveOptions,
  learningCurve,
  type SelectionEvent,
  type TrainingRequest,
  validationCurve,
} from '../../src/selection/index.ts';
import { dataset, training } from './tasks.ts';

const options = { dataset, training: training(), k: 3, seed: 7 } as const;

/** The number of a sample, by its inputs. */
function samplesOf(part: Dataset, whole: Dataset): Set<number> {
  const rows = (whole.inputs.toArray() as number[][]).map(String);
  return new Set((part.inputs.toArray() as number[][]).map((row) => rows.indexOf(String(row))));
}

async function trainingParts(more: Partial<LearningCurveOptions>) {
  const parts: Dataset[] = [];
  const observed = (request: TrainingRequest) => {
    parts.push(request.train);
    return training({ epochs: 1 })(request);
  };
  const curve = await learningCurve({ ...options, equal: 'epochs', ...more, training: observed });
  return { curve, parts: parts.slice(parts.length / 2) }; // the first half is for the plan
}

describe('learningCurve', () => {
  it('learns from larger and larger parts of the training part of each fold, one within the other', async () => {
    const { curve, parts } = await trainingParts({ sizes: [0.2, 0.5, 1] });
    expect(parts.map(({ size }) => size)).toEqual([3, 3, 3, 8, 8, 8, 15, 15, 16]);
    expect(curve.points.map(({ samples }) => samples)).toEqual([3, 8, 15]);
    const used = parts.map((part) => samplesOf(part, dataset));
    for (const [index, fold] of folds({ dataset, k: 3, seed: 7 }).entries()) {
      const [small, middle, all] = [0, 3, 6].map((start) => used[start + index]);
      expect([...small].every((sample) => middle.has(sample))).toBe(true);
      expect([...middle].every((sample) => all.has(sample))).toBe(true);
      expect([...all]).toEqual([...fold.train]);
    }
  });

  it('takes sizes as numbers of samples, too', async () => {
    const { parts } = await trainingParts({ sizes: [4, 10] });
    expect(parts.map(({ size }) => size)).toEqual([4, 4, 4, 10, 10, 10]);
  });

  it('gives every class its share of small parts when asked', async () => {
    const flowers = iris();
    const counts: number[][] = [];
    await learningCurve({
      dataset: flowers,
      k: 2,
      stratify: true,
      sizes: [6, 30],
      equal: 'epochs',
      training(request) {
        const own = [0, 0, 0];
        for (const target of request.train.targets.toTypedArray()) own[target]++;
        counts.push(own);
        return training({ epochs: 1 })({ ...request, train: dataset });
      },
    }).catch(() => undefined); // the network does not fit flowers: only the parts matter here
    expect(counts.slice(0, 4)).toEqual([
      [2, 2, 2],
      [2, 2, 2],
      [10, 10, 10],
      [10, 10, 10],
    ]);
  });

  it('trains all sizes for as many iterations, and validates them about as often', async () => {
    const { points } = await learningCurve({
      ...options,
      sizes: [0.2, 0.5, 1],
      training: training({ epochs: 4, batchSize: 2 }),
    });
    // 15 samples in batches of 2: 8 iterations in an epoch, 32 in all; 3 and 8 samples: 2 and 4.
    expect(points.map(({ curve }) => curve.at(-1)?.iteration)).toEqual([32, 32, 32]);
    expect(points.map(({ curve }) => curve.at(-1)?.epoch)).toEqual([16, 8, 4]);
    expect(points.map(({ curve }) => curve.length)).toEqual([4, 4, 4]);
  });

  it('or for as many epochs', async () => {
    const { points } = await learningCurve({ ...options, equal: 'epochs', sizes: [0.5, 1] });
    expect(points.map(({ curve }) => curve.at(-1)?.epoch)).toEqual([3, 3]);
  });

  it('with all samples it is the cross-validation, to the bit', async () => {
    const { points } = await learningCurve({ ...options, scale: standardize, sizes: [1] });
    const { curve, best } = await crossValidate({ ...options, scale: standardize });
    expect(points[0].curve).toEqual(curve);
    expect(points[0].best).toEqual(best);
  });

  it('says what the last increase brought, fold by fold', async () => {
    const { points, gain } = await learningCurve({ ...options, sizes: [0.3, 1] });
    const [before, after] = points.map(({ best }) => best.values);
    const gains = before.map((value, fold) => value - after[fold]);
    expect(gain?.mean).toBeCloseTo((gains[0] + gains[1] + gains[2]) / 3, 12);
    expect((await learningCurve({ ...options, sizes: [1] })).gain).toBeUndefined();
  });

  it('says what it costs before it starts, and reads as a table', async () => {
    const events: SelectionEvent[] = [];
    const curve = await learningCurve({
      ...options,
      sizes: [0.5, 1],
      progress: (e) => events.push(e),
    });
    expect(events[0]).toEqual({ type: 'start', plan: curve.plan });
    expect(curve.plan.runs).toBe(6);
    const runs = events.flatMap((event) => (event.type === 'runEnd' ? [event.run] : []));
    expect(runs).toEqual([1, 2, 3, 4, 5, 6]);
    expect(`${curve}`).toMatch(/^6 runs .*; iterations equal\n\nsamples +best epoch/);
    expect(`${curve}`).toMatch(/from 8 to 15 samples it improved by -?\d/);
    expect(JSON.parse(JSON.stringify(curve)).points).toEqual(curve.points);
  });

  it.each<[readonly number[], RegExp]>([
    [[], /learningCurve\.sizes/],
    [[0, 1], /fractions above 0/],
    [[0.5, 0.2], /ascending/],
    [[0.5, 20], /sizes, ascending/],
    [[2.5], /whole numbers/],
    [[5, 16], /at most 15, the samples of the training part of a fold; received 16/],
  ])('refuses sizes %o', async (sizes, message) => {
    await expect(learningCurve({ ...options, sizes })).rejects.toThrow(message);
  });
});

describe('validationCurve', () => {
  const rates = {
    ...options,
    name: 'learning rate',
    training: ({ value, ...request }: TrainingRequest & { readonly value: number }) =>
      training({ optimizer: sgd({ learningRate: value }) })(request),
  };

  it('is a cross-validation for each value, with the same folds and seeds', async () => {
    const { points } = await validationCurve({ ...rates, values: [0.1, 0.01] });
    for (const { value, curve, best, recommended } of points) {
      const optimizer = sgd({ learningRate: value });
      const own = await crossValidate({ ...options, training: training({ optimizer }) });
      expect({ curve, best, recommended }).toEqual({
        curve: own.curve,
        best: own.best,
        recommended: own.recommended,
      });
    }
  });

  it('finds the best value', async () => {
    const curve = await validationCurve({ ...rates, values: [1e-5, 0.1, 1e-4] });
    expect(curve.best?.value).toBe(0.1);
    expect(`${curve}`).toMatch(/\nlearning rate +best epoch .*\n.*\n0\.1 .* best\n/);
  });

  it('notes a value that diverges, and continues with the next', async () => {
    const events: SelectionEvent[] = [];
    const curve = await validationCurve({
      ...rates,
      values: [1e20, 0.1],
      progress: (event) => events.push(event),
    });
    const [diverged, fine] = curve.points;
    expect(diverged).toMatchObject({ value: 1e20, curve: [] });
    expect(diverged.diverged).toMatch(/is not finite/);
    expect(curve.best).toBe(fine);
    expect(events.flatMap((e) => (e.type === 'runEnd' ? [e.run] : []))).toEqual([4, 5, 6]);
    expect(`${curve}`).toContain('diverged');
    const hopeless = await validationCurve({ ...rates, values: [1e20] });
    expect(hopeless.best).toBeUndefined();
  });

  it('passes on other errors, and refuses no values', async () => {
    await expect(validationCurve({ ...rates, values: [-1] })).rejects.toThrow(/sgd\.learningRate/);
    await expect(validationCurve({ ...rates, values: [] })).rejects.toThrow(/at least one value/);
    await expect(validationCurve({ ...rates, values: [1], units: 3 } as never)).rejects.toThrow(
      /unknown option "units"/,
    );
  });

  it('with subset and Trainer gives the same numbers by hand', async () => {
    const { points } = await validationCurve({ ...rates, values: [0.05], k: 2 });
    const [{ train, validation }] = folds({ dataset, k: 2, seed: 7 });
    const made = rates.training({ value: 0.05, train: dataset, seed: '7/1/1' });
    const [learned, judged] = [train, validation].map((part) => subset(dataset, part));
    const history = await new Trainer(made).fit({ train: learned, validation: judged });
    expect(points[0].curve.map(({ values }) => values[0])).toEqual(
      history.validations.map(({ loss }) => loss),
    );
  });
});
