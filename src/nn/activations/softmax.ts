/** All elements along an axis together: probabilities, and their logarithms. */
import { logSoftmax as logSoftmaxOf, softmax as softmaxOf } from '../../ops/reduction/softmax.ts';
import { type ActivationWith, type AxisOptions, activationAlongAxis } from './forms.ts';

/** `eˣⁱ / Σⱼ eˣʲ` along the last axis, or the one given. */
export const softmax: ActivationWith<AxisOptions> = activationAlongAxis(
  'softmax',
  softmaxOf,
  'probabilities',
);

/** `xᵢ - ln Σⱼ eˣʲ` along the last axis, or the one given. */
export const logSoftmax: ActivationWith<AxisOptions> = activationAlongAxis(
  'logSoftmax',
  logSoftmaxOf,
  'logProbabilities',
);
