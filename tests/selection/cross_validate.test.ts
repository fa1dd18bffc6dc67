import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, minMax, standardize, subset } from '../../src/data/index.ts';
import {
  linear,
  type Model,
  NonFiniteError,
  OptionError,
  r2,
  sgd,
  Trainer,
} from '../../src/index.ts';
import { curveOf, recommend } from '../../src/selection/fold_curve.ts';
import {
  type CrossValidateOptions,
  type CurvePoint,
  crossValidate,
  crossValidationPlan,
  type FoldRun,
  folds,
  type SelectionEvent,
  type TrainingRequest,
} from '../../src/selection/index.ts';
import { dataset, training, withoutSeconds } from './tasks.ts';

const options: CrossValidateOptions = { dataset, training: training(), k: 3, seed: 7 };

/** Options, and every training part and model that come of them. */
function observed(more: Partial<CrossValidateOptions> = {}) {
  const requests: TrainingRequest[] = [];
  const models: Model[] = [];
  const make = more.training ?? training();
  const watched: CrossValidateOptions = {
    ...options,
    ...more,
    training(request) {
      const made = make(request);
      requests.push(request);
      models.push(made.model);
      return made;
    },
  };
  return { requests, models, options: watched };
}

const numbers = ({ inputs, targets }: Dataset) => [inputs, targets].map((x) => x.toTypedArray());

describe('crossValidate', () => {
  it('trains once for each fold, as a Trainer on the parts of the fold does', async () => {
    const { runs } = await crossValidate({ ...options, scale: standardize });
    expect(runs).toHaveLength(3);
    for (const [index, { train, validation }] of folds({ dataset, k: 3, seed: 7 }).entries()) {
      const scaler = standardize(subset(dataset, train));
      const parts = [train, validation].map((part) => scaler.apply(subset(dataset, part)));
      const made = training()({ train: parts[0], seed: `7/1/${index + 1}` });
      const history = await new Trainer(made).fit({ train: parts[0], validation: parts[1] });
      expect(withoutSeconds(runs[index].history)).toEqual(withoutSeconds(history));
      expect(runs[index]).toMatchObject({ repeat: 1, fold: index + 1, trainSamples: train.length });
    }
  });

  it('gives the same bits for the same seed, others for another', async () => {
    const curve = async (seed: number) =>
      JSON.stringify((await crossValidate({ ...options, seed })).curve);
    expect(await curve(7)).toBe(await curve(7));
    expect(await curve(7)).not.toBe(await curve(8));
  });

  it('lets nothing of the validation part into the training part, scaling included', async () => {
    const parts = folds({ dataset, k: 3, seed: 7 });
    for (const [index, { validation }] of parts.entries()) {
      const inputs = dataset.inputs.toTypedArray().slice();
      const targets = dataset.targets.toTypedArray().slice();
      for (const sample of validation) {
        inputs.fill(1e6, 3 * sample, 3 * sample + 3);
        targets[sample] = -1e6;
      }
      const changed = {
        ...dataset,
        inputs: dataset.inputs.mul(0).add(0),
        targets: dataset.targets.mul(0).add(0),
      };
      changed.inputs.assign(inputs);
      changed.targets.assign(targets);
      const scale = [standardize, (train: Dataset) => minMax(train, { of: 'targets' })];
      const [before, after] = [dataset, changed].map((data) => {
        const { requests, options } = observed({ dataset: data, scale });
        crossValidationPlan(options);
        return numbers(requests[index].train);
      });
      expect(after).toEqual(before);
    }
  });

  it('makes a new model for every run, and refuses one that comes again', async () => {
    const { models, options: watched } = observed({ repeats: 2 });
    await crossValidate(watched);
    expect(new Set(models).size).toBe(models.length);
    const { model } = training()({ train: dataset, seed: 1 });
    await expect(crossValidate({ ...options, training: training({ model }) })).rejects.toThrow(
      /crossValidate\.training: the same model a second time.*sequential/,
    );
  });

  it('watches a metric with its goal', async () => {
    const metrics = { r2 };
    const monitor = 'validation.r2';
    const result = await crossValidate({
      ...options,
      training: training({ metrics, epochs: 6 }),
      monitor,
      goal: 'maximum',
    });
    expect(result.best.mean).toBe(Math.max(...result.curve.map(({ mean }) => mean)));
    expect(result.best.values[1]).toBe(
      result.runs[1].history.epochs[result.best.epoch - 1].validation?.metrics.r2,
    );
    expect(`${result}`).toContain(monitor);
  });

  it('has a point for every epoch that is validated', async () => {
    const { curve } = await crossValidate({
      ...options,
      training: training({ epochs: 5, validateEvery: { epochs: 2 } }),
    });
    expect(curve.map(({ epoch }) => epoch)).toEqual([2, 4]);
  });

  it('is JSON, and a table', async () => {
    const result = await crossValidate(options);
    const { curve, best, recommended, plan } = JSON.parse(JSON.stringify(result));
    expect({ curve, best, recommended }).toEqual({
      curve: result.curve,
      best: result.best,
      recommended: result.recommended,
    });
    expect(plan.runs).toBe(3);
    expect(`${result}`).toMatch(
      /^3 folds: 3 runs = 9 epochs .*\n\nepoch +iteration +training loss/,
    );
    expect(`${result}`).toMatch(/recommended: \d epochs \(\d+ iterations of a fold\)/);
  });

  it('lets other tasks of the event loop have their turn between short runs', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns++;
    });
    await crossValidate({ ...options, k: 20, training: training({ epochs: 1 }) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });
});

describe('the plan of a cross-validation', () => {
  it('is what is done, and trains nothing', async () => {
    const made = { ...options, repeats: 2, training: training({ epochs: 4, batchSize: 5 }) };
    const { models, options: watched } = observed(made);
    const plan = crossValidationPlan(watched);
    const untouched = models.every((model) =>
      model
        .parameters()[1]
        .toTypedArray()
        .every((bias) => bias === 0),
    );
    expect(untouched).toBe(true);
    const { runs, plan: own } = await crossValidate(made);
    expect(own).toEqual(plan);
    const ends = runs.map(({ history }) => history.epochs[history.epochs.length - 1]);
    const sum = (values: number[]) => values.reduce((a, b) => a + b);
    expect(plan).toEqual({
      runs: 6,
      epochs: 24,
      iterations: sum(ends.map(({ iteration }) => iteration)),
      samplesSeen: sum(ends.map(({ samplesSeen }) => samplesSeen)),
      validations: sum(runs.map(({ history }) => history.validations.length)),
    });
    // 23 samples: two folds learn from 15, one from 16, whose epochs have an iteration more.
    expect(plan.iterations).toBe(2 * 4 * (3 + 3 + 4));
    expect(`${plan}`).toBe('6 runs = 24 epochs = 80 iterations, 368 samples seen, 24 validations');
  });
});

describe('progress', () => {
  it('tells the cost first, then every epoch and every run', async () => {
    const events: SelectionEvent[] = [];
    const progress = (event: SelectionEvent) => events.push(event);
    await crossValidate({ ...options, k: 2, training: training({ epochs: 2 }), progress });
    const run = ['epochEnd', 'epochEnd', 'runEnd'];
    expect(events.map(({ type }) => type)).toEqual(['start', ...run, ...run]);
    expect(events[0]).toMatchObject({ plan: { runs: 2, epochs: 4 } });
    expect(events[4]).toMatchObject({ run: 2, runs: 2, fold: 2, epochs: 2, record: { epoch: 1 } });
  });

  it('can end it through a signal: before the first iteration, or after the current one', async () => {
    for (const [when, iterations] of [
      ['start', 0],
      ['epochEnd', 3],
    ] as const) {
      const controller = new AbortController();
      let seen = 0;
      const progress = (event: SelectionEvent) => {
        if (event.type === 'epochEnd') seen = event.record.iteration;
        if (event.type === when) controller.abort(new Error('enough'));
      };
      const { signal } = controller;
      await expect(crossValidate({ ...options, progress, signal })).rejects.toThrow('enough');
      expect(seen).toBe(iterations);
    }
  });
});

describe('the curve over epochs', () => {
  const runsOf = (losses: readonly (readonly number[])[]): FoldRun[] =>
    losses.map((own, index) => ({
      repeat: 1,
      fold: index + 1,
      trainSamples: 10,
      validationSamples: 5,
      history: {
        validations: [],
        iterations: [],
        epochs: own.map((loss, at) => {
          const moment = { epoch: at + 1, iteration: (at + 1) * (2 + index) };
          const validation = { ...moment, loss, metrics: {} };
          const rest = { samplesSeen: 0, learningRate: 1, gradientNorm: 1, seconds: 0 };
          return { ...moment, ...rest, loss: 10 * loss, validation };
        }),
      },
    }));
  const watched = { monitor: 'validation.loss', goal: 'minimum' } as const;

  it('is mean and standard error over the folds', () => {
    const runs = runsOf([
      [1, 4],
      [2, 4],
      [6, 4],
    ]);
    const curve = curveOf('test', runs, 3, watched);
    expect(curve[0]).toMatchObject({
      epoch: 1,
      iteration: 4,
      mean: 3,
      values: [1, 2, 6],
      trainingLoss: 30,
    });
    // (4 + 1 + 9) / 2 = 7, over 3 folds
    expect(curve[0].standardError).toBeCloseTo(Math.sqrt(7 / 3), 14);
    expect(curve[1]).toMatchObject({ mean: 4, standardError: 0 });
  });

  it('does not take repeats for more data', () => {
    const once = curveOf('test', runsOf([[1], [3]]), 2, watched);
    const twice = curveOf('test', runsOf([[1], [3], [1], [3]]), 2, watched);
    expect(once[0].standardError).toBeCloseTo(1, 14);
    // The deviation becomes more certain (4 / 3 instead of 2), but is not divided by 4.
    expect(twice[0].standardError).toBeCloseTo(Math.sqrt(4 / 3 / 2), 14);
  });

  it('leaves out epochs that a run does not have', () => {
    expect(
      curveOf(
        'test',
        runsOf([
          [1, 2, 3],
          [1, 2],
        ]),
        2,
        watched,
      ),
    ).toHaveLength(2);
  });

  const point = fc.record({
    mean: fc.double({ min: -5, max: 5, noNaN: true }),
    standardError: fc.double({ min: 0, max: 2, noNaN: true }),
  });
  const asCurve = (
    points: readonly { mean: number; standardError: number }[],
    sign = 1,
  ): CurvePoint[] =>
    points.map(({ mean, standardError }, at) => ({
      epoch: at + 1,
      iteration: 3 * (at + 1),
      mean: sign * mean,
      standardError,
      values: [],
      trainingLoss: 0,
    }));

  it('recommends the fewest epochs within one standard error of the best', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const curve = asCurve(points);
        const { best, recommended } = recommend('test', curve, 'minimum');
        const lowest = Math.min(...points.map(({ mean }) => mean));
        expect(best.mean).toBe(lowest);
        const limit = lowest + best.standardError;
        const within = curve.filter(({ mean }) => mean <= limit).map(({ epoch }) => epoch);
        expect(recommended.band).toEqual([Math.min(...within), Math.max(...within)]);
        expect(recommended.epochs).toBe(within[0]);
        expect(recommended.iterations).toBe(3 * within[0]);
        expect(recommended.epochs).toBeLessThanOrEqual(best.epoch);
        const mirrored = recommend('test', asCurve(points, -1), 'maximum');
        expect(mirrored.recommended.epochs).toBe(recommended.epochs);
      }),
    );
  });

  it('is not misled by an epoch that is not a number', () => {
    const curve = asCurve(
      [Number.NaN, 2, Number.POSITIVE_INFINITY].map((mean) => ({ mean, standardError: 0 })),
    );
    expect(recommend('test', curve, 'minimum').best.epoch).toBe(2);
    expect(() => recommend('test', [curve[0]], 'minimum')).toThrow(/finite in every fold/);
  });
});

describe('the refit', () => {
  // 12 samples in batches of 4: a fold of three learns from 8, in 2 iterations an epoch, all in 3.
  const twelve = subset(
    dataset,
    Array.from({ length: 12 }, (_, i) => i),
  );
  const made = { ...options, dataset: twelve, training: training({ batchSize: 4, epochs: 6 }) };

  it('trains on all of the data for the same epochs, or for the same iterations', async () => {
    const result = await crossValidate(made);
    const { epochs, iterations } = result.recommended;
    expect(iterations).toBe(2 * epochs);
    const byEpochs = await result.refit({ by: 'epochs' });
    expect([byEpochs.trainer.epoch, byEpochs.trainer.iteration]).toEqual([epochs, 3 * epochs]);
    const byIterations = await result.refit({ by: 'iterations' });
    expect(byIterations.trainer.iteration).toBe(iterations);
    expect(byIterations.trainer.epoch).toBe(Math.floor(iterations / 3));
    expect(byIterations.history.epochs).toHaveLength(byIterations.trainer.epoch);
  });

  it('has the learning rates that the folds had, though it ends before they did', async () => {
    const schedule = linear({ per: 'iteration' });
    const result = await crossValidate({
      ...made,
      training: training({ batchSize: 4, epochs: 6, schedule, recordIterations: true }),
    });
    const { trainer, history } = await result.refit({ by: 'iterations' });
    const rates = ({ iterations }: typeof history) => iterations.map((one) => one.learningRate);
    expect(trainer.iteration).toBe(result.recommended.iterations);
    expect(rates(history)).toEqual(rates(result.runs[0].history).slice(0, trainer.iteration));
  });

  it('needs no validation set where the folds evaluated the training loss, too', async () => {
    const result = await crossValidate({
      ...made,
      training: training({ epochs: 2, evaluateTraining: true }),
    });
    const evaluated = result.runs.map(({ history }) => history.validations[0].trainingLoss ?? 0);
    expect(result.curve[0].trainingLoss).toBeCloseTo(evaluated.reduce((a, b) => a + b) / 3, 12);
    const { trainer } = await result.refit({ by: 'epochs' });
    expect(trainer.epoch).toBe(result.recommended.epochs);
  });

  it('fits the scalers on all of the data, and gives them', async () => {
    const result = await crossValidate({ ...made, scale: standardize });
    const { scalers } = await result.refit({ by: 'epochs' });
    expect(JSON.stringify(scalers)).toBe(JSON.stringify([standardize(twelve)]));
  });

  it('gives the same bits again, and needs to be told what is to be the same', async () => {
    const result = await crossValidate(made);
    const weights = async () =>
      (await result.refit({ by: 'epochs' })).model.parameters().map((p) => p.toTypedArray());
    expect(await weights()).toEqual(await weights());
    await expect(result.refit({} as never)).rejects.toThrow(/refit\.by.*"epochs", "iterations"/);
    const signal = AbortSignal.abort(new Error('no'));
    await expect(result.refit({ by: 'epochs', signal })).rejects.toThrow('no');
  });
});

describe('a cross-validation that cannot be', () => {
  it.each<[string, Partial<CrossValidateOptions>, RegExp]>([
    ['no dataset', { dataset: [] as never }, /crossValidate\.dataset: Expected a dataset/],
    ['no function', { training: {} as never }, /a function that gives the options of a Trainer/],
    ['a single fold', { k: 1 }, /folds\.k/],
    ['misplaced epochs', { epochs: 3 } as never, /unknown option "epochs".*training: \(\) =>/],
    ['folds', { folds: 3 } as never, /Did you mean k/],
    [
      'an unknown metric',
      { monitor: 'validation.f1', goal: 'maximum' },
      /one of loss, validation\.loss/,
    ],
    ['a metric without goal', { monitor: 'validation.f1' }, /crossValidate\.goal/],
    [
      'scalers that are none',
      { scale: [1] as never },
      /crossValidate\.scale: Expected standardize/,
    ],
    ['a bad seed', { seed: Number.NaN }, /crossValidate\.seed/],
    [
      'iterations only',
      { training: training({ epochs: undefined, iterations: 4 }) },
      /a curve over epochs/,
    ],
    [
      'validations within epochs',
      { training: training({ validateEvery: { iterations: 2 } }) },
      /validateEvery: \{ epochs: n \}/,
    ],
    ['no validation', { training: training({ validateEvery: { epochs: 9 } }) }, /which none does/],
    ['options of a Trainer', { training: training({ batchSize: 0 }) }, /Trainer\.batchSize/],
  ])('%s', async (_, wrong, message) => {
    await expect(crossValidate({ ...options, ...wrong })).rejects.toThrow(message);
    await expect(crossValidate({ ...options, ...wrong })).rejects.toThrow(OptionError);
  });

  it('passes on that a training run diverged', async () => {
    const diverging = training({ optimizer: sgd({ learningRate: 1e20 }) });
    await expect(crossValidate({ ...options, training: diverging })).rejects.toThrow(
      NonFiniteError,
    );
  });
});
