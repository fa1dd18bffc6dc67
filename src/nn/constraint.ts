/** Constraints on parameters: where an update may not lead. Each update ends with them. */
import { type NoOptions, positive, type Rule } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { div, mul } from '../ops/elementwise/arithmetic.ts';
import { greater, where } from '../ops/elementwise/comparison.ts';
import { maximum } from '../ops/elementwise/extrema.ts';
import { abs } from '../ops/elementwise/unary.ts';
import { markPure } from '../ops/pure.ts';
import { type ScaledNorm, scaledNormAlong } from '../ops/reduction/scaled_norm.ts';
import { full } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface Constraint {
  /** Its name and options, so that an architecture is JSON. */
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** The nearest parameter that is allowed, written in operations. */
  apply(parameter: Tensor): Tensor;
}

export interface MaxNormOptions {
  /** The largest Euclidean norm that the weights of a unit may have. */
  readonly max: number;
}

/**
 * The weights into each unit, `w`, have at most a norm: `w ← w · max / ‖w‖` where `‖w‖ > max`, and are
 * left alone elsewhere, to the bit. Units are the last axis. Source: Srivastava, Hinton, Krizhevsky,
 * Sutskever and Salakhutdinov, "Dropout: a simple way to prevent neural networks from overfitting",
 * 2014, section 5.1, which finds 3 to 4 useful; Keras rescales all units by `‖w‖ / (‖w‖ + 1e-7)`, too.
 * @throws OptionError unless `max` is above 0
 * @example dense({ units: 64, weightConstraint: maxNorm({ max: 3 }) })
 */
export function maxNorm(options: MaxNormOptions): Constraint {
  const { max } = readTrainingOptions<MaxNormOptions>('maxNorm', options, { max: positive });
  return markPure({
    name: 'maxNorm',
    options: { max },
    apply(p) {
      const { scale, length } = normOfUnits(p);
      const shrunk = mul(mul(p, scale), div(max, length));
      return where(greater(length, mul(scale, max)), shrunk, p);
    },
  });
}

/** The weights into each unit have the norm 1: `w ← w / ‖w‖`, and stay where all of them are 0. */
export function unitNorm(options?: NoOptions): Constraint {
  readTrainingOptions('unitNorm', options, {});
  return markPure({
    name: 'unitNorm',
    options: {},
    apply(p) {
      const { scale, length } = normOfUnits(p);
      return div(mul(p, scale), where(length, length, 1));
    },
  });
}

/** No element is below 0: `p ← max(p, 0)`. */
export function nonNegative(options?: NoOptions): Constraint {
  readTrainingOptions('nonNegative', options, {});
  return markPure({ name: 'nonNegative', options: {}, apply: (p) => maximum(p, 0) });
}

/** What a layer takes as a constraint. */
export const constraintRule: Rule<never> = {
  expected: 'a constraint, such as maxNorm({ max: 3 })',
  example: 'maxNorm({ max: 3 })',
  accepts: (value) =>
    typeof value === 'object' && typeof (value as Partial<Constraint> | null)?.apply === 'function',
};

/** The norm of each unit's weights, over all axes but the last, which stay with size 1. */
function normOfUnits(p: Tensor): ScaledNorm {
  if (p.rank < 2) return { scale: full([], 1, { dtype: p.dtype }), length: abs(p) }; // one number each
  return scaledNormAlong(
    p,
    p.shape.slice(1).map((_, axis) => axis),
  );
}
