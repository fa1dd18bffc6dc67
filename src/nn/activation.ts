/**
 * Activations in their two forms under one name: `relu(x)` computes, `relu()` is a layer. Used without
 * a call (`sequential(..., [dense({ units: 4 }), relu])`) it is the layer, too.
 */
import * as ops from '../ops/activations.ts';
import { logSoftmax as logSoftmaxOp, softmax as softmaxOp } from '../ops/softmax.ts';
import { ones } from '../tensor/create.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Layer } from './layer.ts';

/** An activation without options. */
export interface Activation extends Layer {
  (x: Tensor): Tensor;
  (): Layer;
}

/** An activation with options. */
export interface ActivationWith<O> extends Layer {
  (x: Tensor, options?: O): Tensor;
  (options?: O): Layer;
}

// @__NO_SIDE_EFFECTS__
function activation<O extends object>(
  type: string,
  compute: (x: Tensor, options?: O) => Tensor,
): ActivationWith<O> {
  const layer = (options?: O): Layer => {
    // Options are checked where the layer is described, not when it first computes.
    if (options !== undefined) compute(ones([1]), options);
    return {
      type,
      options: { ...options },
      build: ({ inputShape }) => ({ outputShape: inputShape, forward: (x) => compute(x, options) }),
    };
  };
  function call(x: Tensor, options?: O): Tensor;
  function call(options?: O): Layer;
  function call(first?: Tensor | O, options?: O): Tensor | Layer {
    return first instanceof Tensor ? compute(first, options) : layer(first);
  }
  return Object.assign(call, layer());
}

/** `max(x, 0)`; NaN stays NaN; the gradient at 0 is 0. */
export const relu: Activation = activation('relu', ops.relu);

/** `x` above 0, `negativeSlope · x` elsewhere; the slope is 0.01 unless given (Maas et al., 2013). */
export const leakyRelu: ActivationWith<ops.LeakyReluOptions> = activation(
  'leakyRelu',
  ops.leakyRelu,
);

/** `x` above 0, `alpha (eˣ - 1)` elsewhere; alpha is 1 unless given (Clevert et al., 2015). */
export const elu: ActivationWith<ops.EluOptions> = activation('elu', ops.elu);

/** `λ x` above 0, `λ α (eˣ - 1)` elsewhere, with the self-normalizing constants (Klambauer et al., 2017). */
export const selu: Activation = activation('selu', ops.selu);

/** `x Φ(x)`, Φ the distribution function of the standard normal (Hendrycks and Gimpel, 2016). */
export const gelu: Activation = activation('gelu', ops.gelu);

/** `x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation of gelu by tanh. */
export const geluTanh: Activation = activation('geluTanh', ops.geluTanh);

/** `x σ(x)`, also called swish (Elfwing et al., 2017). */
export const silu: Activation = activation('silu', ops.silu);

/** `x tanh(softplus(x))` (Misra, 2019). */
export const mish: Activation = activation('mish', ops.mish);

/** `ln(1 + eˣ)` */
export const softplus: Activation = activation('softplus', ops.softplus);

/** `σ(x) = 1 / (1 + e⁻ˣ)` */
export const sigmoid: Activation = activation('sigmoid', ops.sigmoid);

/** `(eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)` */
export const tanh: Activation = activation('tanh', ops.tanh);

/** `min(max(x + 3, 0), 6) / 6` (Howard et al., 2019). */
export const hardSigmoid: Activation = activation('hardSigmoid', ops.hardSigmoid);

/** `min(max(x, -1), 1)` */
export const hardTanh: Activation = activation('hardTanh', ops.hardTanh);

/** `eˣⁱ / Σⱼ eˣʲ` along the last axis, or the one given. */
export const softmax: ActivationWith<{ readonly axis?: number }> = activation('softmax', softmaxOp);

/** `xᵢ - ln Σⱼ eˣʲ` along the last axis, or the one given. */
export const logSoftmax: ActivationWith<{ readonly axis?: number }> = activation(
  'logSoftmax',
  logSoftmaxOp,
);
