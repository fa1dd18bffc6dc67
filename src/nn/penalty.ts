/**
 * Penalties on parameters: what large ones cost. A penalty is part of the loss of an iteration, which is
 * what is differentiated, reported and clipped.
 */
import { nonNegative, type Rule, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul } from '../ops/elementwise/arithmetic.ts';
import { abs, square } from '../ops/elementwise/unary.ts';
import { markPure } from '../ops/pure.ts';
import { sum } from '../ops/reduction/reduction.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface Penalty {
  /** Its name and options, so that an architecture is JSON. */
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** What a parameter costs, a scalar, written in operations. */
  of(parameter: Tensor): Tensor;
}

export interface PenaltyOptions {
  /** The factor λ. */
  readonly strength: number;
}

export interface ElasticPenaltyOptions {
  /** The strength of the sum of magnitudes; default 0. */
  readonly l1?: number;
  /** The strength of half the sum of squares; default 0. */
  readonly l2?: number;
}

/**
 * `λ Σ |p|`: pulls every element towards 0 by the same force, so that those of little use end up at 0 or
 * go back and forth around it by less than an update (Tibshirani, "Regression shrinkage and selection
 * via the lasso", 1996). The gradient is `λ sign(p)`, and 0 at 0.
 * @example dense({ units: 64, weightPenalty: l1Penalty({ strength: 1e-4 }) })
 */
export function l1Penalty(options: PenaltyOptions): Penalty {
  const { strength } = readStrength('l1Penalty', options);
  return markPure({ name: 'l1Penalty', options: { strength }, of: (p) => magnitudes(p, strength) });
}

/**
 * `λ/2 Σ p²`: pulls every element towards 0 in proportion to its size (Krogh and Hertz, "A simple weight
 * decay can improve generalization", 1991). The gradient is `λ p`, as that of the option `l2` of the
 * optimizers is; Keras's `l2(λ)` has no half and is as strong as this one with 2λ.
 * @example dense({ units: 64, weightPenalty: l2Penalty({ strength: 1e-4 }) })
 */
export function l2Penalty(options: PenaltyOptions): Penalty {
  const { strength } = readStrength('l2Penalty', options);
  return markPure({ name: 'l2Penalty', options: { strength }, of: (p) => squares(p, strength) });
}

/**
 * `l1 Σ |p| + l2/2 Σ p²`, both at once: sparse, but sharing among what is alike (Zou and Hastie,
 * "Regularization and variable selection via the elastic net", 2005, whose λ₂ has no half).
 * @example dense({ units: 64, weightPenalty: elasticPenalty({ l1: 1e-5, l2: 1e-4 }) })
 */
export function elasticPenalty(options: ElasticPenaltyOptions): Penalty {
  const { l1, l2 } = readTrainingOptions<Required<ElasticPenaltyOptions>>(
    'elasticPenalty',
    options,
    {
      l1: withDefault(nonNegative, 0),
      l2: withDefault(nonNegative, 0),
    },
  );
  const of = (p: Tensor) => add(magnitudes(p, l1), squares(p, l2));
  return markPure({ name: 'elasticPenalty', options: { l1, l2 }, of });
}

/** What a layer takes as a penalty. */
export const penaltyRule: Rule<never> = {
  expected: 'a penalty, such as l2Penalty({ strength: 1e-4 })',
  example: 'l2Penalty({ strength: 1e-4 })',
  accepts: (value) => typeof (value as Partial<Penalty> | null)?.of === 'function',
};

function readStrength(name: string, options: PenaltyOptions): PenaltyOptions {
  return readTrainingOptions<PenaltyOptions>(
    name,
    options,
    { strength: nonNegative },
    {
      lambda: 'Did you mean strength?',
      l1: 'Did you mean strength?',
      l2: 'Did you mean strength?',
    },
  );
}

const magnitudes = (p: Tensor, strength: number) => mul(total(abs(p)), strength);
const squares = (p: Tensor, strength: number) => mul(total(square(p)), strength / 2);

/** The sum, over the first axis before the others: many short sums run faster than one long one. */
function total(x: Tensor): Tensor {
  return x.rank > 1 ? sum(sum(x, { axis: 0 })) : sum(x);
}
