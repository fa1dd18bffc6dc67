/** Networks trained by a search: what is scored, and that continuing equals training anew. */
import { describe, expect, it } from 'vitest';
import { iris, split, standardize } from '../../../../src/data/index.ts';
import {
  accuracy,
  adam,
  cosine,
  dense,
  dropout,
  earlyStopping,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
} from '../../../../src/index.ts';
import {
  logUniform,
  type Objective,
  randomSearch,
  type SearchResult,
  successiveHalving,
  type TrainerObjectiveOptions,
  type TrialRequest,
  trainerObjective,
} from '../../../../src/selection/index.ts';

const parts = split(iris(), { validation: 0.3, seed: 7, stratify: true });
const scaler = standardize(parts.train);
const train = scaler.apply(parts.train);
const validation = scaler.apply(parts.validation);

interface Rate {
  readonly rate: number;
}

/** Everything that could go wrong when a training run is halted: dropout, momentum, a schedule. */
function training({ rate }: Rate, { seed }: Pick<TrialRequest, 'seed'>) {
  return {
    model: sequential({ inputShape: [4], seed }, [
      dense({ units: 8 }),
      relu(),
      dropout({ rate: 0.2 }),
      dense({ units: 3 }),
    ]),
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: rate }),
    schedule: cosine(),
    metrics: { accuracy },
    batchSize: 16,
    // Short training runs: to compile them would take longer.
    backend: 'reference' as const,
  };
}

const objectiveOf = (more: Partial<TrainerObjectiveOptions<Rate>> = {}) =>
  trainerObjective<Rate>({ training, train, validation, ...more });
const space = { rate: logUniform(1e-3, 1) };
const halving = { space, trials: 9, minEpochs: 1, maxEpochs: 9, seed: 7 };

/** An objective as it would be if it could keep nothing. */
const anew = (objective: Objective<Rate>): Objective<Rate> =>
  Object.assign(
    (values: Rate, request: TrialRequest) =>
      objective(values, { ...request, keep: (make) => make() }),
    { goal: objective.goal },
  );
const scores = ({ records }: SearchResult<Rate>) =>
  records.map(({ trial, epochs, score, iterations, metrics }) => ({
    trial,
    epochs,
    score,
    iterations,
    metrics,
  }));

describe('trainerObjective', () => {
  it('scores what a Trainer finds with the same options', async () => {
    const [record] = (
      await randomSearch({ space, trials: 1, epochs: 4, seed: 7, objective: objectiveOf() })
    ).records;
    const trainer = new Trainer({
      ...training(record.values, record),
      epochs: 4,
      seed: record.seed,
    });
    const history = await trainer.fit({ train, validation });
    const last = history.validations[3];
    expect(record).toMatchObject({
      score: last.loss,
      iterations: trainer.iteration,
      metrics: { loss: history.epochs[3].loss, 'validation.accuracy': last.metrics.accuracy },
      trainedEpochs: 4,
      trainedIterations: trainer.iteration,
    });
  });

  it('continues with survivors, which equals training them anew to the bit, and costs less', async () => {
    const goingOn = await successiveHalving({ ...halving, objective: objectiveOf() });
    const again = await successiveHalving({ ...halving, objective: anew(objectiveOf()) });
    expect(scores(goingOn)).toEqual(scores(again));
    expect(goingOn.cost.failures).toBe(0);
    expect([goingOn.cost.epochs, again.cost.epochs]).toEqual([21, 27]);
    expect([goingOn.cost.iterations, again.cost.iterations]).toEqual([21 * 7, 27 * 7]);
    expect(new Set(goingOn.records.map(({ score }) => score)).size).toBe(13);
  });

  it('is planned for the largest number of epochs from the start', async () => {
    const result = await successiveHalving({ ...halving, objective: objectiveOf() });
    const { values, seed, score } = result.records.find(({ epochs }) => epochs === 3) as never as {
      values: Rate;
      seed: number;
      score: number;
    };
    const trainer = new Trainer({ ...training(values, { seed }), epochs: 9, seed });
    const history = await trainer.fit({ train, validation });
    expect(score).toBe(history.validations[2].loss);
  });

  it('with several at once, interrupted and resumed, finds the same', async () => {
    const short = { ...halving, trials: 6, maxEpochs: 4, factor: 2 };
    const whole = await successiveHalving({ ...short, objective: objectiveOf() });
    const together = await successiveHalving({ ...short, objective: objectiveOf(), parallel: 4 });
    expect(JSON.stringify(together)).toBe(JSON.stringify(whole));
    for (let at = 0; at < whole.records.length; at++) {
      const controller = new AbortController();
      let finished = 0;
      const partial = await successiveHalving({
        ...short,
        signal: controller.signal,
        objective: objectiveOf({
          // In the middle of a training run: what it has reached is thrown away.
          training: (values, request) => {
            if (finished === at) setTimeout(() => controller.abort(), 0);
            return training(values, request);
          },
        }),
        progress: (event) => {
          if (event.type === 'trialEnd') finished = event.finished;
          if (finished === at && at >= 6) controller.abort();
        },
      });
      expect(partial.complete).toBe(false);
      const resume = JSON.parse(JSON.stringify(partial));
      const found = await successiveHalving({ ...short, objective: objectiveOf(), resume });
      expect(scores(found)).toEqual(scores(whole));
    }
  });

  it('takes the last measurement, or the best so far and says when that was', async () => {
    const options = { space: { rate: logUniform(0.3, 1) }, trials: 4, epochs: 12, seed: 7 };
    const metric = { monitor: 'validation.accuracy', goal: 'maximum' } as const;
    const last = await randomSearch({ ...options, objective: objectiveOf(metric) });
    const best = await randomSearch({
      ...options,
      objective: objectiveOf({ ...metric, epoch: 'best' }),
    });
    for (const [index, record] of best.records.entries()) {
      const { values, seed } = record;
      const trainer = new Trainer({ ...training(values, { seed }), epochs: 12, seed });
      const { validations } = await trainer.fit({ train, validation });
      const measured = validations.map(({ metrics }) => metrics.accuracy);
      expect(last.records[index].score).toBe(measured[11]);
      expect(record.score).toBe(Math.max(...measured));
      expect(record.metrics.bestEpoch).toBe(measured.indexOf(Math.max(...measured)) + 1);
      expect(record.metrics['validation.loss']).toBe(
        validations[record.metrics.bestEpoch - 1].loss,
      );
    }
    expect(best.sortBy('score').rows[0].score).toBe(
      Math.max(...best.records.map(({ score }) => score as number)),
    );
  });

  it('does not resume from what was scored otherwise', async () => {
    const options = { space, trials: 1, epochs: 1 };
    const resume = await randomSearch({ ...options, objective: objectiveOf() });
    const objective = objectiveOf({ epoch: 'best' });
    await expect(randomSearch({ ...options, objective, resume })).rejects.toThrow(
      'objective differs. Expected "best validation.loss"; received "last validation.loss"',
    );
  });

  it('can score the training loss, without a validation set', async () => {
    const objective = trainerObjective<Rate>({ training, train, monitor: 'loss' });
    const { records } = await randomSearch({ space, trials: 2, epochs: 2, objective });
    expect(records.map(({ metrics }) => Object.keys(metrics))).toEqual([[], []]);
    expect(records.every(({ score }) => score !== undefined)).toBe(true);
  });

  it('with callbacks trains survivors anew, so that early stopping has one end', async () => {
    const stopped: number[] = [];
    const objective = objectiveOf({
      epoch: 'best',
      callbacks: ({ model }) => {
        const stopping = earlyStopping({ patience: { epochs: 1 }, model });
        return [
          stopping,
          (event) => {
            if (event.type === 'trainEnd') stopped.push(event.epoch);
          },
        ];
      },
    });
    const one = await successiveHalving({ ...halving, objective });
    const other = await successiveHalving({ ...halving, objective: anew(objective) });
    expect(one.records).toEqual(other.records);
    expect(one.cost.epochs).toBe(27);
    expect(stopped).toHaveLength(26);
  });

  it('that diverges fails, with the error of the Trainer', async () => {
    const objective = trainerObjective<Rate>({
      training: (values, request) => ({
        ...training(values, request),
        optimizer: adam({ learningRate: values.rate > 0.03 ? 1e38 : 0.01 }),
      }),
      train,
      validation,
    });
    const { records, best } = await randomSearch({
      space,
      trials: 6,
      epochs: 3,
      seed: 7,
      objective,
    });
    const failed = records.filter(({ error }) => error !== undefined);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(6);
    expect(new Set(failed.map(({ error }) => error?.name))).toEqual(new Set(['NonFiniteError']));
    expect(best?.values.rate).toBeLessThanOrEqual(0.03);
  });

  it('refuses what does not fit', async () => {
    expect(() => objectiveOf({ monitor: 'accuracy' })).toThrow('trainerObjective.monitor');
    expect(() => objectiveOf({ monitor: 'validation.accuracy' })).toThrow('trainerObjective.goal');
    expect(() => trainerObjective({ training, train })).toThrow("monitor: 'loss' for the training");
    expect(() => objectiveOf({ epoch: 'first' as 'last' })).toThrow('one of "last", "best"');
    const misplaced = objectiveOf({ training: (...all) => ({ ...training(...all), epochs: 3 }) });
    const failed = await randomSearch({ space, trials: 1, epochs: 2, objective: misplaced });
    expect(failed.records[0].error?.message).toContain(
      'How long to train is for the search to say',
    );
  });
});
