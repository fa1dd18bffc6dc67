import { OptionError } from '../errors/errors.ts';
import { boolean, nonNegative, oneOf, unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { halfCosine, straight } from './curves.ts';
import { misplaced, per, progress, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface OneCycleOptions extends UnitOption {
  /** The part of the training in which the factor rises; default 0.3. */
  readonly rise?: number;
  /** The factor at the beginning; default 1/25. */
  readonly startFactor?: number;
  /** The factor at the end; default 1/250,000. */
  readonly endFactor?: number;
  /** How it gets from one to the next; default `cosine`. */
  readonly anneal?: 'cosine' | 'linear';
  /** Fall back to `startFactor` as fast as it rose, then on to `endFactor`; default false. */
  readonly threePhase?: boolean;
}

/**
 * Up from `startFactor` to 1 and down to `endFactor` once, over the whole training run: the learning rate
 * of the optimizer is the largest. The corners lie at counts 0, `rise · total - 1`, with threePhase
 * `2 · rise · total - 2`, and `total - 1`.
 *
 * Source: Smith and Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large
 * Learning Rates", 2018; corners and defaults as in PyTorch.
 * @param options `per` defaults to iterations
 * @throws OptionError for threePhase with a rise above one half
 */
export function oneCycle(options?: OneCycleOptions): Schedule {
  const resolved = readTrainingOptions<Required<OneCycleOptions>>(
    'oneCycle',
    options,
    {
      rise: withDefault(unitInterval, 0.3),
      startFactor: withDefault(nonNegative, 1 / 25),
      endFactor: withDefault(nonNegative, 1 / 250_000),
      anneal: withDefault(oneOf('cosine', 'linear'), 'cosine'),
      threePhase: withDefault(boolean, false),
      per: per('iteration'),
    },
    misplaced,
  );
  if (resolved.threePhase && resolved.rise > 0.5) {
    throw new OptionError({
      where: 'oneCycle.rise',
      expected: 'at most 0.5 with threePhase, which falls as long as it rises',
      received: `${resolved.rise}`,
      remedy: 'Lower rise, or leave threePhase out.',
    });
  }
  const curve = resolved.anneal === 'cosine' ? halfCosine : straight;
  return {
    name: 'oneCycle',
    unit: resolved.per,
    options: resolved,
    factor: (count, total) => {
      const corners = cornersOf(resolved, total);
      const next = corners.findIndex(({ at }) => count <= at);
      if (next < 0) return resolved.endFactor;
      if (next === 0) return corners[0].factor;
      const [left, right] = [corners[next - 1], corners[next]];
      return curve(left.factor, right.factor, progress(count - left.at, right.at - left.at));
    },
  };
}

interface Corner {
  readonly at: number;
  readonly factor: number;
}

function cornersOf(options: Required<OneCycleOptions>, total: number): Corner[] {
  const { rise, startFactor, endFactor, threePhase } = options;
  // A training run of very few counts may be over before the rise is.
  const peak = Math.max(rise * total - 1, 0);
  const fallen = threePhase ? [{ at: 2 * peak, factor: startFactor }] : [];
  return [
    { at: 0, factor: startFactor },
    { at: peak, factor: 1 },
    ...fallen,
    { at: total - 1, factor: endFactor },
  ];
}
