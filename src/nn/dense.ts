import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { glorotUniform, zeros } from '../initializers/index.ts';
import { add } from '../ops/elementwise/arithmetic.ts';
import { matmul } from '../ops/matmul/matmul.ts';
import { markPure } from '../ops/pure.ts';
import { reshape } from '../ops/shape/views.ts';
import { byParameter, type DenseOptions, readDenseOptions } from './dense_options.ts';
import { initialize } from './initialize.ts';
import type { Layer } from './layer.ts';

/**
 * A fully connected layer: `y = x · weight + bias`.
 *
 * Input `[..., inputs]`, output `[..., units]`; `weight` is `[inputs, units]`, `bias` is `[units]`.
 * @throws OptionError for unknown or unfit options
 */
export function dense(options: DenseOptions): Layer {
  const resolved = readDenseOptions(options);
  const { units, useBias } = resolved;
  return markPure({
    type: 'dense',
    options: { ...resolved },
    outputs: 'logits',
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
      return {
        outputShape: [...inputShape.slice(0, -1), units],
        parameters: byParameter(weight, bias),
        penalties: byParameter(resolved.weightPenalty, useBias ? resolved.biasPenalty : undefined),
        constraints: byParameter(
          resolved.weightConstraint,
          useBias ? resolved.biasConstraint : undefined,
        ),
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
