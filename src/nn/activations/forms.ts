/**
 * Activations in their two forms under one name: `relu(x)` computes, `relu()` is a layer. Used without
 * a call (`sequential(..., [dense({ units: 4 }), relu])`) it is the layer, too. Each is one definition in
 * a file of this folder, and needs no line anywhere else in `src/`.
 */
import { describe } from '../../errors/describe.ts';
import { OptionError, ShapeError } from '../../errors/errors.ts';
import { integer, type NoOptions, type Rules, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Initializer } from '../../initializers/initializer.ts';
import { apply } from '../../ops/apply.ts';
import type { Operation } from '../../ops/operation.ts';
import { markPure } from '../../ops/pure.ts';
import { checkPrecision } from '../../tensor/precision.ts';
import { resolveAxis } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import type { Layer, OutputKind } from '../layer.ts';

export interface AxisOptions {
  readonly axis?: number | undefined;
}

/** An activation without options. */
export interface Activation extends Layer {
  <Rank extends number>(x: Tensor<Rank>): Tensor<Rank>;
  (): Layer;
}

/** An activation with options. */
export interface ActivationWith<O> extends Layer {
  <Rank extends number>(x: Tensor<Rank>, options?: O): Tensor<Rank>;
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

/** An activation of single elements, in its two forms. */
function ofElements<O extends object>(
  type: string,
  read: (options?: O) => unknown,
  compute: (x: Tensor, options?: O) => Tensor,
  weightInitializer: Initializer | undefined,
  outputs?: OutputKind,
): ActivationWith<O> {
  return twoForms(type, compute, (options) => {
    read(options);
    return {
      type,
      options: { ...options },
      weightInitializer,
      outputs,
      build({ name, inputShape, dtype }) {
        checkPrecision(`${name} (${type})`, options ?? {}, dtype);
        return { outputShape: inputShape, forward: (x) => compute(x, options) };
      },
    };
  });
}

/**
 * An activation of single elements without options, from its operation.
 * @param weightInitializer how the weights of a dense layer before it begin; default `glorotUniform`
 * @param outputs what they are, where it is sure
 */
// @__NO_SIDE_EFFECTS__
export function activation(
  operation: Operation<undefined>,
  weightInitializer?: Initializer,
  outputs?: OutputKind,
): Activation {
  const read = (options?: NoOptions) => readTrainingOptions(operation.name, options, {});
  const compute = (x: Tensor, options?: NoOptions) => {
    read(options);
    return apply(operation, [x], undefined);
  };
  return ofElements(operation.name, read, compute, weightInitializer, outputs);
}

/** The same with options, which are the attributes of the operation. */
// @__NO_SIDE_EFFECTS__
export function activationWith<O extends object>(
  operation: Operation<Required<O>>,
  rules: Rules<Required<O>>,
  weightInitializer?: Initializer,
): ActivationWith<O> {
  const read = (options?: O) => readTrainingOptions<Required<O>>(operation.name, options, rules);
  const compute = (x: Tensor, options?: O) => apply(operation, [x], read(options));
  return ofElements(operation.name, read, compute, weightInitializer);
}

/** An activation of all elements along an axis, which must be one of the sample. */
// @__NO_SIDE_EFFECTS__
export function activationAlongAxis(
  type: string,
  compute: (x: Tensor, options?: AxisOptions) => Tensor,
  outputs: OutputKind,
): ActivationWith<AxisOptions> {
  return twoForms(type, compute, (options) => {
    const { axis } = readTrainingOptions<Required<AxisOptions>>(type, options, {
      axis: withDefault(integer, -1),
    });
    return {
      type,
      options: { axis },
      outputs,
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
