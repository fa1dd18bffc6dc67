/** Which learning rate: one short training in which it grows until the loss breaks away. */
import type { Callback } from '../../train/callbacks/callback.ts';
import type { Trainer } from '../../train/trainer.ts';
import type { LearningRateCurve, LearningRatePoint } from './curve.ts';
import { type LearningRateFinderOptions, type RangeTest, rangeTest } from './range_test.ts';

/**
 * The range test of learning rates. A clone of the model is trained for `iterations` iterations, in
 * which the rate grows by the same factor from each to the next, `from · (to / from)^(i / (n - 1))`, and
 * the loss that follows each update is noted. While the rate is too low nothing happens; then the loss
 * falls; then it breaks away, and the test ends.
 *
 * Losses are those of single batches, so they are smoothed: `sᵢ = smoothing · sᵢ₋₁ + (1 - smoothing) ·
 * lossᵢ`, divided by `1 - smoothingⁱ`. The test ends when the smoothed loss exceeds its lowest value `m`
 * by more than `3 · max(|m|, first - m)`, or when it is not finite. Suggested is the lower one of two
 * rates: where the smoothed loss fell fastest, and a tenth of where it was lowest.
 *
 * The Trainer and its model stay as they are, to the bit; its schedule, if it has one, takes no part.
 * Everything else does: batch size, optimizer, clipping, seed. Groups of the optimizer keep their ratio.
 *
 * @param trainer the training that needs a learning rate
 * @throws OptionError for options that do not fit, and for an optimizer with learning rate 0, of which
 * nothing is a multiple
 * @see Smith, "Cyclical Learning Rates for Training Neural Networks", 2017. There the loss before the
 * update is noted, here the one after it.
 * @example
 * const { suggestion } = await learningRateFinder(trainer, { train });
 */
export async function learningRateFinder(
  trainer: Trainer,
  options: LearningRateFinderOptions,
): Promise<LearningRateCurve> {
  const { test, train, signal, note, curve } = rangeTest('learningRateFinder', trainer, options);
  const callback: Callback = (event, control) => {
    if (note(event)?.brokeAway) control.stop('the loss broke away');
  };
  signal?.throwIfAborted();
  let error: unknown;
  try {
    await test.fit({ train, callbacks: [callback], signal });
  } catch (thrown) {
    error = thrown;
  }
  signal?.throwIfAborted();
  return curve(error);
}

/**
 * The same test as a synchronous generator, as `trainer.run` is one: `next()` trains one iteration and gives
 * its point, so the curve can be drawn while it grows; what it returns in the end is the curve with the suggestion. A
 * signal is not looked at: leave the loop.
 * @throws as `learningRateFinder` does, at once
 * @example
 * for (const { learningRate, smoothed } of learningRateRangeTest(trainer, { train })) draw(learningRate, smoothed);
 */
export function learningRateRangeTest(
  trainer: Trainer,
  options: Omit<LearningRateFinderOptions, 'signal'>,
): Generator<LearningRatePoint, LearningRateCurve, void> {
  return points(rangeTest('learningRateRangeTest', trainer, options));
}

function* points({
  test,
  train,
  note,
  curve,
}: RangeTest): Generator<LearningRatePoint, LearningRateCurve, void> {
  try {
    for (const event of test.run({ train })) {
      const noted = note(event);
      if (noted === undefined) continue;
      yield noted.point;
      if (noted.brokeAway) break;
    }
  } catch (error) {
    return curve(error);
  }
  return curve();
}
