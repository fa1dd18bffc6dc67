/** A race of optimizers: one network, one start, one order of batches. */
import type { Values } from '../../core/fields.ts';
import { type NetworkResult, OWN, RACERS, type RateRun } from '../../views/learning_rate.ts';
import { rateRun } from './racers.ts';
import { suggestedRate } from './range.ts';

export function* runNetwork({ rate, epochs, seed }: Values): Generator<undefined, NetworkResult> {
  const runs: RateRun[] = [];
  for (const racer of RACERS) {
    const own = rate === OWN ? yield* suggestedRate(racer, Number(seed)) : undefined;
    const learningRate = own?.suggestion ?? (rate === OWN ? 0.1 : Number(rate));
    const training = { racer, learningRate, epochs: Number(epochs), seed: Number(seed) };
    runs.push(yield* rateRun(racer, training));
  }
  return { part: 'network', runs, weights: runs[0].weights };
}
