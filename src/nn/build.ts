/** Building layers one after the other: names, shapes, and what they hold. */

import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, OptionError, ShapeError } from '../errors/errors.ts';
import { remedyFor } from '../errors/remedy.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { checkTensor } from '../tensor/check.ts';
import { zeros } from '../tensor/create.ts';
import { type Dtype, isFloat } from '../tensor/dtype.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { BuildRequest, BuiltLayer, Layer, LayerContext, LayerLike } from './layer.ts';

/** A built layer with its name and description. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
  readonly built: BuiltLayer;
}

/** Builds layers in a row, each for the output shape of the one before. */
export function buildLayers(layers: readonly LayerLike[], request: BuildRequest): NamedLayer[] {
  let { inputShape } = request;
  const nameOf = (index: number) =>
    `${request.name === '' ? '' : `${request.name}.`}layers.${index}`;
  const described = layers.map((layer, index) => describeLayer(layer, nameOf(index)));
  return described.map((layer, index) => {
    const name = nameOf(index);
    const next = described[index + 1] ?? request;
    const { weightInitializer } = next;
    const built = layer.build({ ...request, name, inputShape, weightInitializer });
    inputShape = built.outputShape;
    return { name, layer, built };
  });
}

/** Passes a batch through layers in a row. */
export function forwardLayers(
  layers: readonly NamedLayer[],
  x: Tensor,
  context: LayerContext,
): Tensor {
  return layers.reduce((input, { name, built }) => {
    const output = built.forward(input, context);
    context.observe?.(name, output);
    return output;
  }, x);
}

/** What layers hold by the names of their parameters and buffers. */
export type Held = 'parameters' | 'buffers' | 'penalties' | 'constraints';
type HeldParts<K extends Held> = NonNullable<BuiltLayer[K]>[string];

/** What layers hold under one of these, with full names. */
export function collect<K extends Held>(
  layers: readonly NamedLayer[],
  kind: K,
): [name: string, part: HeldParts<K>][] {
  return layers.flatMap(({ name, built }) =>
    Object.entries(built[kind] ?? {}).map(([local, part]): [string, HeldParts<K>] => [
      `${name}.${local}`,
      part as HeldParts<K>,
    ]),
  );
}

/** @throws OptionError for what is neither a layer nor a function */
export function checkLayer(where: string, layer: unknown): asserts layer is LayerLike {
  if (typeof ((layer as Partial<Layer> | null)?.build ?? layer) === 'function') return;
  throw new OptionError({
    where,
    expected: 'a layer such as dense({ units: 4 }), or a function from tensor to tensor',
    received: describe(layer),
    remedy: 'Write layers as [dense({ units: 4 }), relu()].',
  });
}

function describeLayer(layer: LayerLike, where: string): Layer {
  checkLayer(where, layer);
  if (typeof layer !== 'function' || 'build' in layer) return layer as Layer;
  return {
    type: layer.name === '' ? 'function' : layer.name,
    options: { function: layer },
    build({ name, inputShape, dtype }) {
      return { outputShape: probeShape(name, layer, inputShape, dtype), forward: layer };
    },
  };
}

/** The output shape of a function, found by running it on a batch of zeros. */
function probeShape(
  name: string,
  layer: (x: Tensor) => Tensor,
  inputShape: Shape,
  dtype: Tensor['dtype'],
): Shape {
  const samples = 3; // a number that an accidental reduction or transposition would not reproduce
  const output = noGrad(() => layer(zeros([samples, ...inputShape], { dtype })));
  if (!(output instanceof Tensor) || output.shape[0] !== samples) {
    throw new ShapeError({
      where: `${name} (${layer.name === '' ? 'function' : layer.name})`,
      expected: `a tensor whose first axis is the samples, ${samples} here`,
      received:
        output instanceof Tensor ? `shape ${describeShape(output.shape)}` : describe(output),
      remedy: remedyFor(output, 'Return such a tensor from the function.'),
    });
  }
  return output.shape.slice(1);
}

/**
 * Checks that a batch is such as a network was built for.
 * @throws ShapeError, DtypeError
 */
export function checkBatch(
  where: string,
  x: Tensor,
  { inputShape, dtype }: { readonly inputShape: Shape; readonly dtype: Dtype },
): void {
  checkTensor(where, x);
  if (!sameShape(x.shape.slice(1), inputShape) || x.rank !== inputShape.length + 1) {
    throw new ShapeError({
      where,
      expected: `inputs of shape [samples${inputShape.map((n) => `, ${n}`).join('')}]`,
      received: describeShape(x.shape),
      remedy: sameShape(x.shape, inputShape)
        ? `Add the axis of samples: x.reshape([1${inputShape.map((n) => `, ${n}`).join('')}]), or [x] for an array.`
        : 'Build the network with the inputShape of your data.',
    });
  }
  if (x.dtype !== dtype) {
    const other = isFloat(x.dtype) ? `, or build the network with dtype: '${x.dtype}'` : '';
    throw new DtypeError({
      where,
      expected: `${dtype}, as the network computes in`,
      received: x.dtype,
      remedy: `Convert them: inputs.cast('${dtype}')${other}.`,
    });
  }
}
