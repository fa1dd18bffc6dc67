/** What a dense layer can be told, and by which rules. */
import { boolean, having, optional, positiveInteger, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { Initializer } from '../initializers/initializer.ts';
import { type Constraint, constraintRule } from './constraint.ts';
import { type Penalty, penaltyRule } from './penalty.ts';

export interface DenseOptions {
  /** How many outputs. */
  readonly units: number;
  /** Whether a bias is added; default true. */
  readonly useBias?: boolean;
  /** Default: what the activation that follows asks for, or else `glorotUniform`. */
  readonly weightInitializer?: Initializer;
  /** Default: zeros. */
  readonly biasInitializer?: Initializer;
  /** What large weights cost, as part of the training loss; default nothing. */
  readonly weightPenalty?: Penalty;
  /** The same for the bias, where there is one. */
  readonly biasPenalty?: Penalty;
  /** Where an update may not lead; default anywhere. */
  readonly weightConstraint?: Constraint;
  /** The same for the bias, where there is one. */
  readonly biasConstraint?: Constraint;
}

const initializer = /* @__PURE__ */ having('an initializer', 'initializers.heNormal()', 'sample');

/** @throws OptionError for unknown or unfit options */
export function readDenseOptions(options: DenseOptions): DenseOptions & { useBias: boolean } {
  return readTrainingOptions<DenseOptions & { useBias: boolean }>('dense', options, {
    units: positiveInteger,
    useBias: withDefault(boolean, true),
    weightInitializer: optional(initializer),
    biasInitializer: optional(initializer),
    weightPenalty: optional(penaltyRule),
    biasPenalty: optional(penaltyRule),
    weightConstraint: optional(constraintRule),
    biasConstraint: optional(constraintRule),
  });
}

/** What there is for the weight and for the bias, by these names. */
export function byParameter<T>(
  weight: T | undefined,
  bias: T | undefined,
): Readonly<Record<string, T>> {
  return { ...(weight !== undefined && { weight }), ...(bias !== undefined && { bias }) };
}
