/**
 * Activations in their two forms under one name: `relu(x)` computes, `relu()` is a layer. Used without
 * a call (`sequential(..., [dense({ units: 4 }), relu])`) it is the layer, too.
 */
import { describe } from '../errors/describe.ts';
import { OptionError, ShapeError } from '../errors/errors.ts';
import { integer, type NoOptions, readOptions, withDefault } from '../errors/options.ts';
import type { Initializer } from '../initializers/initializer.ts';
import { heNormal, lecunNormal } from '../initializers/variance_scaling.ts';
import * as ops from '../ops/elementwise/activations.ts';
import { markPure } from '../ops/pure.ts';
import { logSoftmax as logSoftmaxOp, softmax as softmaxOp } from '../ops/reduction/softmax.ts';
import { ones } from '../tensor/create.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { resolveAxis } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Layer } from './layer.ts';

interface AxisOptions {
  readonly axis?: number;
}

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

/** The two forms: computes when given a tensor, and describes a layer otherwise. */
function twoForms<O extends object>(
  type: string,
  compute: (x: Tensor, options?: O) => Tensor,
  layer: (options?: O) => Layer,
): ActivationWith<O> {
  function call(x: Tensor, options?: O): Tensor;
  function call(options?: O): Layer;
  function call(first?: Tensor | O, options?: O): Tensor | Layer {
    if (first instanceof Tensor) return compute(first, options);
    if (first === undefined || isOptions(first)) return markPure(layer(first));
    throw new OptionError({
      where: type,
      expected: 'a tensor to compute with, or options, or nothing, for a layer',
      received: describe(first),
      remedy: `Make a tensor first: ${type}(tensor(values)).`,
    });
  }
  // Messages call it by its own name.
  return markPure(Object.assign(Object.defineProperty(call, 'name', { value: type }), layer()));
}

function isOptions(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}

/** An activation of single elements. Its options are checked where the layer is described. */
// @__NO_SIDE_EFFECTS__
function elementwise<O extends object>(
  type: string,
  compute: (x: Tensor, options?: O) => Tensor,
  weightInitializer?: Initializer,
): ActivationWith<O> {
  return twoForms(type, compute, (options) => {
    if (options !== undefined) compute(ones([1]), options);
    return {
      type,
      options: { ...options },
      weightInitializer,
      build({ name, inputShape, dtype }) {
        checkPrecision(`${name} (${type})`, options ?? {}, dtype);
        return { outputShape: inputShape, forward: (x) => compute(x, options) };
      },
    };
  });
}

/** An activation of single elements that has no options. */
// @__NO_SIDE_EFFECTS__
function withoutOptions(
  type: string,
  compute: (x: Tensor) => Tensor,
  weightInitializer?: Initializer,
): Activation {
  const checked = (x: Tensor, options?: NoOptions) => {
    readOptions(type, options, {});
    return compute(x);
  };
  return elementwise(type, checked, weightInitializer);
}

/** An activation of all elements along an axis, which must be one of the sample. */
// @__NO_SIDE_EFFECTS__
function alongAxis(
  type: string,
  compute: (x: Tensor, options?: AxisOptions) => Tensor,
): ActivationWith<AxisOptions> {
  return twoForms(type, compute, (options) => {
    const { axis } = readOptions<Required<AxisOptions>>(type, options, {
      axis: withDefault(integer, -1),
    });
    return {
      type,
      options: { axis },
      build({ name, inputShape }) {
        const where = `${name} (${type})`;
        if (resolveAxis(where, axis, inputShape.length + 1) === 0) {
          throw new ShapeError({
            where,
            expected: 'an axis of each sample',
            received: `axis ${axis}, the axis of the samples`,
            remedy: 'Samples must not depend on each other: use axis 1 or higher, or -1.',
          });
        }
        return { outputShape: inputShape, forward: (x) => compute(x, { axis }) };
      },
    };
  });
}

/** `max(x, 0)`; NaN stays NaN; the gradient at 0 is 0. */
export const relu: Activation = withoutOptions('relu', ops.relu, heNormal());

/** `x` above 0, `negativeSlope · x` elsewhere; the slope is 0.01 unless given (Maas et al., 2013). */
export const leakyRelu: ActivationWith<ops.LeakyReluOptions> = elementwise(
  'leakyRelu',
  ops.leakyRelu,
  heNormal(),
);

/** `x` above 0, `alpha (eˣ - 1)` elsewhere; alpha is 1 unless given (Clevert et al., 2015). */
export const elu: ActivationWith<ops.EluOptions> = elementwise('elu', ops.elu, heNormal());

/** `λ x` above 0, `λ α (eˣ - 1)` elsewhere, with the self-normalizing constants (Klambauer et al., 2017). */
export const selu: Activation = withoutOptions('selu', ops.selu, lecunNormal());

/** `x Φ(x)`, Φ the distribution function of the standard normal (Hendrycks and Gimpel, 2016). */
export const gelu: Activation = withoutOptions('gelu', ops.gelu, heNormal());

/** `x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation of gelu by tanh. */
export const geluTanh: Activation = withoutOptions('geluTanh', ops.geluTanh, heNormal());

/** `x σ(x)`, also called swish (Elfwing et al., 2017). */
export const silu: Activation = withoutOptions('silu', ops.silu, heNormal());

/** `x tanh(softplus(x))` (Misra, 2019). */
export const mish: Activation = withoutOptions('mish', ops.mish, heNormal());

/** `ln(1 + eˣ)` */
export const softplus: Activation = withoutOptions('softplus', ops.softplus, heNormal());

/** `σ(x) = 1 / (1 + e⁻ˣ)` */
export const sigmoid: Activation = withoutOptions('sigmoid', ops.sigmoid);

/** `(eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)` */
export const tanh: Activation = withoutOptions('tanh', ops.tanh);

/** `min(max(x + 3, 0), 6) / 6` (Howard et al., 2019). */
export const hardSigmoid: Activation = withoutOptions('hardSigmoid', ops.hardSigmoid);

/** `min(max(x, -1), 1)` */
export const hardTanh: Activation = withoutOptions('hardTanh', ops.hardTanh);

/** `eˣⁱ / Σⱼ eˣʲ` along the last axis, or the one given. */
export const softmax: ActivationWith<AxisOptions> = alongAxis('softmax', softmaxOp);

/** `xᵢ - ln Σⱼ eˣʲ` along the last axis, or the one given. */
export const logSoftmax: ActivationWith<AxisOptions> = alongAxis('logSoftmax', logSoftmaxOp);
