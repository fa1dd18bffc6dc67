/** The range test of learning rates, and what its suggestion is worth. */
import { learningRateRangeTest } from 'epochal/selection';
import type { Values } from '../../core/fields.ts';
import type { Racer, RangeResult, RateRun } from '../../views/learning_rate.ts';
import { rateRun, trainerOf, trainingSet } from './racers.ts';

/** Of a rate that is found; the optimizer needs one to begin with. */
const ANY = 0.1;

/** The suggestion for an optimizer, or the rate to begin with where there is none. */
export function* suggestedRate(racer: Racer, seed: number) {
  const trainer = trainerOf({ racer, learningRate: ANY, epochs: 1, seed });
  const test = learningRateRangeTest(trainer, { train: trainingSet(seed), to: 100 });
  for (;;) {
    const { done, value } = test.next();
    if (done) return value;
    yield;
  }
}

export function* runRange(values: Values): Generator<undefined, RangeResult> {
  const [racer, seed] = [values.optimizer as Racer, Number(values.seed)];
  const { points, diverged, lowest, suggestion } = yield* suggestedRate(racer, seed);
  const runs: RateRun[] = [];
  const base = suggestion ?? ANY;
  for (const [name, learningRate] of [
    ['a tenth of it', base / 10],
    ['the suggestion', base],
    ['ten times as much', 10 * base],
    ['a hundred times', 100 * base],
  ] as const) {
    const training = { racer, learningRate, epochs: Number(values.epochs), seed };
    runs.push(yield* rateRun(name, training));
  }
  return {
    part: 'range',
    points: points.map(({ learningRate, loss, smoothed }) => ({ learningRate, loss, smoothed })),
    diverged,
    lowest: lowest.learningRate,
    suggestion,
    runs,
    weights: runs[1].weights,
  };
}
