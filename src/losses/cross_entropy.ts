/** Cross entropy of classes that exclude each other. */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul, neg } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { equal, greaterEqual, less, where } from '../ops/elementwise/comparison.ts';
import type { RowWise } from '../ops/execute/executor.ts';
import { sum } from '../ops/reduction/reduction.ts';
import { logSoftmax } from '../ops/reduction/softmax.ts';
import { applyRowWise } from '../ops/row_wise.ts';
import { oneHotUnchecked } from '../ops/shape/indexing.ts';
import { range, tensor } from '../tensor/create.ts';
import { checkPrecision } from '../tensor/precision.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { areFloatClasses, classColumn } from './class_numbers.ts';
import { CLASS_OUTPUTS } from './class_outputs.ts';
import { classWeightsRule } from './class_weights.ts';
import { lossFactory } from './factory.ts';
import { counting, type Loss, meanOverOutputs } from './loss.ts';
import { classes, lossFor, type TargetRule } from './targets.ts';

export interface ClassWeightsOptions {
  /**
   * A weight for each class, multiplied into the losses of its samples; all 1 by default. The mean
   * still divides by the number of samples (PyTorch divides by the sum of their weights).
   */
  readonly classWeights?: readonly number[] | undefined;
}

export interface SoftmaxCrossEntropyOptions extends ClassWeightsOptions {
  /**
   * How much of each target is spread evenly over all classes, from 0 (default) to below 1:
   * `t' = (1 - labelSmoothing) t + labelSmoothing / classes` (Szegedy et al., 2015).
   */
  readonly labelSmoothing?: number | undefined;
}

/**
 * From **logits** `x`: `-Σ wₖ tₖ ln softmax(x)ₖ` over the classes. Nothing overflows, however
 * large the logits; a logit of -Infinity excludes a class.
 *
 * Outputs `[samples, classes]`. Targets: a class for each sample, int32 `[samples]` or whole floats
 * `[samples]` or `[samples, 1]`; or floats `[samples, classes]`, one-hot or any distribution. With axes
 * between, as in `[samples, positions, classes]`, the mean over them. What is no class gives NaN.
 * @throws OptionError for unknown or unfit options; ShapeError, DtypeError for targets of other form
 */
export const softmaxCrossEntropy: (options?: SoftmaxCrossEntropyOptions) => Loss = lossFactory(
  'softmaxCrossEntropy',
  (options) => {
    const read = readTrainingOptions<Weighting>('softmaxCrossEntropy', options, {
      labelSmoothing: withDefault(unitInterval, 0),
      classWeights: classWeightsRule,
    });
    return lossFor(
      weighted(read),
      'softmaxCrossEntropy',
      (...given) => applyRowWise(crossEntropyOfRows, given, { ...read, fromLogits: true }, 1),
      { options: { ...read }, classOutputs: CLASS_OUTPUTS.softmaxCrossEntropy },
    );
  },
);

/**
 * From **log-probabilities**, such as a logSoftmax layer gives: `-wₖ ln pₖ`, k the class of the
 * sample.
 *
 * Outputs `[samples, classes]`. Targets: a class for each sample, int32 `[samples]` or whole floats
 * `[samples]` or `[samples, 1]`; or floats `[samples, classes]`, one-hot or any distribution. What is no
 * class gives NaN.
 * @throws OptionError for unknown or unfit options; ShapeError, DtypeError for targets of other form
 */
export const negativeLogLikelihood: (options?: ClassWeightsOptions) => Loss = lossFactory(
  'negativeLogLikelihood',
  (options) => {
    const read = readTrainingOptions<Omit<Weighting, 'labelSmoothing'>>(
      'negativeLogLikelihood',
      options,
      {
        classWeights: classWeightsRule,
      },
    );
    return lossFor(
      weighted(read),
      'negativeLogLikelihood',
      (...given) =>
        applyRowWise(
          crossEntropyOfRows,
          given,
          { ...read, labelSmoothing: 0, fromLogits: false },
          1,
        ),
      { options: { ...read }, classOutputs: CLASS_OUTPUTS.negativeLogLikelihood },
    );
  },
);

interface Weighting {
  readonly labelSmoothing: number;
  readonly classWeights: readonly number[] | undefined;
}

interface CrossEntropyAttributes extends Weighting {
  /** Whether the outputs are logits; logarithms of probabilities otherwise. */
  readonly fromLogits: boolean;
}

const crossEntropyOfRows: RowWise<CrossEntropyAttributes> = {
  compute([outputs, targets], { labelSmoothing, classWeights, fromLogits }) {
    const logarithms = (x: Tensor) => (fromLogits ? logSoftmax(x) : x);
    const { dtype } = outputs;
    const count = outputs.shape[outputs.rank - 1];
    const samples = outputs.shape.slice(0, -1);
    const int32 = targets.dtype === 'int32';
    const floats = areFloatClasses(samples, targets);
    // Before the targets, as long as they have no say in it: so the fewest loops are compiled.
    const first = classWeights?.includes(0) ? undefined : logarithms(outputs);
    let classes = targets;
    if (int32) classes = oneHotUnchecked(targets, count, dtype);
    else if (floats) classes = equal(classColumn(samples, targets), range(count, { dtype }));
    let wanted = classes;
    if (labelSmoothing > 0) {
      wanted = add(mul(wanted, 1 - labelSmoothing), labelSmoothing / count);
    }
    if (classWeights) {
      checkPrecision('classWeights', classWeights, dtype);
      wanted = mul(wanted, tensor([...classWeights], { dtype }));
    }
    // A sample whose classes all have the weight 0 does not count, whatever its outputs are.
    const logs = first ?? logarithms(counting(outputs, sum(wanted, { axis: -1 })));
    // What is not wanted costs nothing, even where it is impossible and the logarithm infinite.
    const terms = where(wanted, mul(wanted, neg(logs)), 0);
    const losses = sum(terms, { axis: -1 });
    if (!int32 && !floats) return meanOverOutputs(losses);
    const known = int32 ? within(targets, count, outputs) : sum(classes, { axis: -1 });
    return meanOverOutputs(where(known, losses, Number.NaN));
  },
};

/** 1 where a class is one of `count`, 0 elsewhere. */
function within(targets: Tensor, count: number, { dtype }: Tensor): Tensor {
  const numbers = cast(targets, dtype);
  return mul(greaterEqual(numbers, 0), less(numbers, count));
}

/** The rule of classes, with as many of them as there are weights. */
function weighted({ classWeights }: Pick<Weighting, 'classWeights'>): TargetRule {
  if (classWeights === undefined) return classes;
  const checkForm = (where: string, outputs: Shape, targets: Tensor) => {
    classes.checkForm(where, outputs, targets);
    if (outputs[outputs.length - 1] !== classWeights.length) {
      throw new ShapeError({
        where: `${where}.classWeights`,
        expected: `a weight for each of the classes of outputs ${describeShape(outputs)}`,
        received: `${classWeights.length} weights`,
        remedy: 'Give one weight for each output.',
      });
    }
  };
  return { ...classes, checkForm };
}
