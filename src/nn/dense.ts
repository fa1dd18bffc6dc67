import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import {
  boolean,
  optional,
  positiveInteger,
  type Rule,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { glorotUniform, zeros } from '../initializers/index.ts';
import type { Initializer } from '../initializers/initializer.ts';
import { add } from '../ops/elementwise/arithmetic.ts';
import { matmul } from '../ops/matmul/matmul.ts';
import { markPure } from '../ops/pure.ts';
import { reshape } from '../ops/shape/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Constraint, constraintRule } from './constraint.ts';
import { initialize } from './initialize.ts';
import type { Layer } from './layer.ts';
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

const initializer: Rule<never> = {
  expected: 'an initializer, such as initializers.heNormal()',
  example: 'initializers.heNormal()',
  accepts: (value) => typeof (value as Partial<Initializer> | null)?.sample === 'function',
};

/**
 * A fully connected layer: `y = x · weight + bias`.
 *
 * Input `[..., inputs]`, output `[..., units]`; `weight` is `[inputs, units]`, `bias` is `[units]`.
 * @throws OptionError for unknown or unfit options
 */
export function dense(options: DenseOptions): Layer {
  const resolved = readOptions<DenseOptions>('dense', options, {
    units: positiveInteger,
    useBias: withDefault(boolean, true),
    weightInitializer: optional(initializer),
    biasInitializer: optional(initializer),
    weightPenalty: optional(penaltyRule),
    biasPenalty: optional(penaltyRule),
    weightConstraint: optional(constraintRule),
    biasConstraint: optional(constraintRule),
  });
  const { units, useBias } = resolved;
  const { weightPenalty, biasPenalty, weightConstraint, biasConstraint } = resolved;
  return markPure({
    type: 'dense',
    options: { ...resolved },
    build({ inputShape, ...request }) {
      if (inputShape.length === 0 || inputShape[inputShape.length - 1] === 0) {
        throw new ShapeError({
          where: `${request.name} (dense)`,
          expected: 'an input shape whose last size is 1 or more',
          received: describeShape(inputShape),
          remedy: 'Make the sizes of the input 1 or more.',
        });
      }
      const inputs = inputShape[inputShape.length - 1];
      const fans = { fanIn: inputs, fanOut: units };
      const weightInitializer =
        resolved.weightInitializer ?? request.weightInitializer ?? glorotUniform();
      const weight = initialize('weight', [inputs, units], weightInitializer, request, fans);
      const biasInitializer = resolved.biasInitializer ?? zeros();
      const bias = useBias
        ? initialize('bias', [units], biasInitializer, request, fans)
        : undefined;
      const parameters: Record<string, Tensor> = bias === undefined ? { weight } : { weight, bias };
      return {
        outputShape: [...inputShape.slice(0, -1), units],
        parameters,
        penalties: given({ weight: weightPenalty, bias: useBias ? biasPenalty : undefined }),
        constraints: given({
          weight: weightConstraint,
          bias: useBias ? biasConstraint : undefined,
        }),
        forward(x) {
          const rows = x.rank === 2 ? x : reshape(x, [-1, inputs]);
          const product = matmul(rows, weight);
          const y = bias === undefined ? product : add(product, bias);
          return x.rank === 2 ? y : reshape(y, [...x.shape.slice(0, -1), units]);
        },
      };
    },
  });
}

/** What is not undefined. */
function given<T>(named: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const entries = Object.entries(named).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, T>;
}
