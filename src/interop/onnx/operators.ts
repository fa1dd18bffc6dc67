/** Operators of ONNX that are layers by themselves. */
import * as layers from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import { add, mul } from '../../ops/elementwise/arithmetic.ts';
import { reshape, transpose } from '../../ops/shape/views.ts';
import { full } from '../../tensor/create.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { asData, type Part, type Value } from '../blueprint.ts';
import { type Context, integerOf, numberOf, titled, unknownNode } from './context.ts';
import type { Matched } from './patterns.ts';
import type { Node } from './read_graph.ts';

/** What follows a value: a layer, or for nodes that change nothing none. */
export interface Next extends Omit<Matched, 'part'> {
  readonly part?: Part;
  /** The shape of a sample after it, where it is another. */
  readonly shape?: Shape;
}

/** A node, and the value on its way through it, of samples of this shape. */
interface Place {
  readonly context: Context;
  readonly node: Node;
  readonly value: string;
  readonly shape: Shape;
}

type Reader = (place: Place) => Next;

const layer = (make: (place: Place) => Layer): Reader => {
  return (place) => ({
    part: { layer: make(place), from: place.node.title },
    output: place.node.outputs[0],
  });
};
const same: Reader = ({ node }) => ({ output: node.outputs[0] });

/** The layer where an option has its only known value. */
function only(
  { context, node }: Place,
  options: Readonly<Record<string, readonly [found: number, known: number]>>,
  made: Layer,
): Layer {
  const other = Object.entries(options).find(
    ([, [found, known]]) => !(Math.abs(found - known) <= 1e-6 * Math.abs(known)),
  );
  if (other === undefined) return made;
  const [name, [found, known]] = other;
  throw unknownNode(
    context,
    { ...node, title: `${node.title} with ${name} ${found}` },
    `${name} ${known}, as ${made.type} has it`,
    `The nearest activation here is ${made.type}: train with it, or export the layers before.`,
  );
}

const READERS: Readonly<Record<string, Reader>> = {
  Gemm: gemm,
  MatMul: matmul,
  BatchNormalization: batchNorm,
  LayerNormalization: layerNorm,
  Flatten: flatten,
  Reshape: reshaped,
  Clip: clip,
  Dropout: dropout,
  Identity: same,
  Cast: same,
  Relu: layer(() => layers.relu()),
  Sigmoid: layer(() => layers.sigmoid()),
  Tanh: layer(() => layers.tanh()),
  Softplus: layer(() => layers.softplus()),
  Mish: layer(() => layers.mish()),
  LeakyRelu: layer(({ node }) =>
    layers.leakyRelu({ negativeSlope: numberOf(node, 'alpha', 0.01) }),
  ),
  Elu: layer(({ node }) => layers.elu({ alpha: numberOf(node, 'alpha', 1) })),
  Selu: layer((place) =>
    only(
      place,
      {
        alpha: [numberOf(place.node, 'alpha', 1.67326319), 1.67326324],
        gamma: [numberOf(place.node, 'gamma', 1.05070102), 1.05070098],
      },
      layers.selu(),
    ),
  ),
  HardSigmoid: layer((place) =>
    only(
      place,
      {
        alpha: [numberOf(place.node, 'alpha', 0.2), 1 / 6],
        beta: [numberOf(place.node, 'beta', 0.5), 0.5],
      },
      layers.hardSigmoid(),
    ),
  ),
  Gelu: layer(({ node }) =>
    node.attributes.get('approximate')?.text === 'tanh' ? layers.geluTanh() : layers.gelu(),
  ),
  Softmax: layer((place) => layers.softmax({ axis: alongAxis(place) })),
  LogSoftmax: layer((place) => layers.logSoftmax({ axis: alongAxis(place) })),
};

/** @throws DataError for an operator that there is no layer for, naming those that there are */
export function readOperator(place: Place): Next {
  const { context, node } = place;
  const standard = node.domain === '' || node.domain === 'ai.onnx';
  if (standard && Object.hasOwn(READERS, node.type)) {
    return asData(context.where, () => READERS[node.type](place), node.title);
  }
  throw unknownNode(
    context,
    node,
    `operators of dense networks: ${Object.keys(READERS).join(', ')}`,
    'Export the part of the network that consists of these, and compute the rest yourself.',
  );
}

function gemm({ context, node, value, shape }: Place): Next {
  const [x, weightName, biasName = ''] = node.inputs;
  const weight = context.weights(weightName);
  const plain = x === value && integerOf(node, 'transA', 0) === 0 && shape.length === 1;
  if (!plain || weight?.rank !== 2) throw notConstant(context, node, weight);
  const transposed = integerOf(node, 'transB', 0) !== 0;
  const bias = biasName === '' ? undefined : context.weights(biasName);
  if (biasName !== '' && bias === undefined) throw notConstant(context, node, bias);
  const kernel = scaledBy(transposed ? transpose(weight) : weight, numberOf(node, 'alpha', 1));
  const units = kernel.shape[1];
  const own = bias && scaledBy(spread(context, node, bias, units), numberOf(node, 'beta', 1));
  return denseOf(node.title, node.outputs[0], {
    shape: [units],
    weight: { tensor: kernel, from: weightName, transposed },
    bias: own && { tensor: own, from: biasName },
  });
}

/** With the bias that is added to it next, if one is. */
function matmul({ context, node, value, shape }: Place): Next {
  const [x, weightName] = node.inputs;
  const weight = context.weights(weightName);
  if (x !== value || weight?.rank !== 2) throw notConstant(context, node, weight);
  const units = weight.shape[1];
  const outputs = [...shape.slice(0, -1), units];
  const kernel = { tensor: weight, from: weightName };
  const [next, another] = context.consumers(node.outputs[0]);
  const biasName = next?.inputs.find((name) => name !== node.outputs[0]) ?? '';
  const bias = context.weights(biasName);
  const isOutput = context.graph.outputs.some(({ name }) => name === node.outputs[0]);
  const fits = bias !== undefined && (bias.size === units || bias.size === 1);
  if (next?.type !== 'Add' || another !== undefined || isOutput || !fits) {
    return denseOf(node.title, node.outputs[0], { shape: outputs, weight: kernel });
  }
  return denseOf(`${node.title}, ${next.title}`, next.outputs[0], {
    shape: outputs,
    weight: kernel,
    bias: { tensor: spread(context, next, bias, units), from: biasName },
  });
}

function denseOf(
  from: string,
  output: string,
  { shape, weight, bias }: { shape: Shape; weight: Value; bias?: Value | undefined },
): Next {
  const units = shape[shape.length - 1];
  const values = { weight, ...(bias && { bias }) };
  const made = layers.dense({ units, useBias: bias !== undefined });
  return { part: { layer: made, from, values }, output, shape };
}

function scaledBy(tensor: Tensor, factor: number): Tensor {
  return factor === 1 ? tensor : mul(tensor, factor);
}

/** One number for each unit, whatever axes of size 1 are around it. */
function spread(context: Context, node: Node, bias: Tensor, units: number): Tensor {
  if (bias.size === units) return reshape(bias, [units]);
  if (bias.size === 1) return add(full([units], 0, { dtype: bias.dtype }), bias.item());
  throw unknownNode(
    context,
    { ...node, title: titled(node, bias) },
    `a bias for ${units} units`,
    'Export the network anew.',
  );
}

function notConstant(context: Context, node: Node, weight: Tensor | undefined) {
  return unknownNode(
    context,
    { ...node, title: titled(node, weight) },
    'the product of the values before it with a constant matrix',
    'Networks in which values multiply each other, such as attention, cannot be built here.',
  );
}

function batchNorm({ context, node, shape }: Place): Next {
  const names = ['weight', 'bias', 'runningMean', 'runningVariance'];
  const values = namedValues(context, node, names);
  if (integerOf(node, 'training_mode', 0) !== 0) {
    throw unknownNode(
      context,
      { ...node, title: `${node.title} in training mode` },
      'normalization by running statistics',
      'Export the network for inference: model.eval().',
    );
  }
  if (shape.length !== 1) {
    throw unknownNode(
      context,
      node,
      'samples with one axis',
      'Normalization of the channels of pictures cannot be built here.',
    );
  }
  const epsilon = numberOf(node, 'epsilon', 1e-5);
  const momentum = numberOf(node, 'momentum', 0.9);
  const conventions = [
    ...(epsilon === 1e-5 ? [] : [`epsilon ${epsilon}, not 0.00001`]),
    ...(momentum === 0.9 ? [] : [`momentum ${momentum}, not 0.9`]),
  ];
  const made = layers.batchNorm({ epsilon, momentum });
  return {
    part: { layer: made, from: node.title, values, conventions },
    output: node.outputs[0],
  };
}

function layerNorm({ context, node, shape }: Place): Next {
  const axis = integerOf(node, 'axis', -1);
  if (axis !== -1 && axis !== shape.length) {
    throw unknownNode(context, node, 'the last axis', 'Normalize over the last axis.');
  }
  const epsilon = numberOf(node, 'epsilon', 1e-5);
  const width = shape[shape.length - 1];
  const zero = { tensor: full([width], 0, { dtype: context.dtype }), from: 'nothing: zeros' };
  const given = node.inputs.length > 2 && node.inputs[2] !== '';
  const values = given
    ? namedValues(context, node, ['weight', 'bias'])
    : { ...namedValues(context, node, ['weight']), bias: zero };
  const conventions = epsilon === 1e-5 ? [] : [`epsilon ${epsilon}, not 0.00001`];
  const made = layers.layerNorm({ epsilon });
  return { part: { layer: made, from: node.title, values, conventions }, output: node.outputs[0] };
}

/** The inputs of a node after the first, by our names. */
function namedValues(context: Context, node: Node, names: readonly string[]) {
  return Object.fromEntries(
    names.map((name, i): [string, Value] => {
      const from = node.inputs[i + 1] ?? '';
      const tensor = context.weights(from);
      if (tensor !== undefined) return [name, { tensor: reshape(tensor, [tensor.size]), from }];
      throw unknownNode(context, node, `a constant ${name}`, 'Export the network for inference.');
    }),
  );
}

function flatten({ context, node, shape }: Place): Next {
  if (integerOf(node, 'axis', 1) !== 1) {
    throw unknownNode(context, node, 'axis 1', 'Keep the axis of the samples.');
  }
  return flattened(node, shape);
}

function flattened(node: Node, shape: Shape): Next {
  const part = { layer: layers.flatten(), from: node.title };
  return { part, output: node.outputs[0], shape: [sizeOf(shape)] };
}

/** To one axis a sample, or to the shape that the samples have. */
function reshaped({ context, node, shape }: Place): Next {
  const target = context.constant(node.inputs[1] ?? '');
  const [, ...sizes] = target === undefined ? [] : Array.from(target.toTypedArray());
  const wanted = sizes.length === 1 ? [sizeOf(shape)] : [...shape];
  const fits = sizes.length === wanted.length && sizes.every((n, i) => n === -1 || n === wanted[i]);
  if (!fits) {
    throw unknownNode(
      context,
      { ...node, title: titled(node, target) },
      'a shape that flattens the samples',
      'Shapes of samples are changed by Flatten only.',
    );
  }
  return sizes.length === shape.length
    ? same({ context, node, value: '', shape })
    : flattened(node, shape);
}

function clip(place: Place): Next {
  const { context, node } = place;
  const limit = (name: string, at: number, none: number) => {
    const input = node.inputs[at] ?? '';
    if (input !== '') return context.constant(input)?.toTypedArray()[0] ?? Number.NaN;
    return node.attributes.has(name) ? numberOf(node, name, none) : none;
  };
  const low = limit('min', 1, Number.NEGATIVE_INFINITY);
  const high = limit('max', 2, Number.POSITIVE_INFINITY);
  if (low === 0 && high > 3e38) return layer(() => layers.relu())(place);
  if (low === -1 && high === 1) return layer(() => layers.hardTanh())(place);
  throw unknownNode(
    context,
    { ...node, title: `${node.title} to ${low} … ${high}` },
    'limits -1 and 1 (hardTanh), or 0 and none (relu)',
    'The nearest activation here is relu or hardTanh: train with it.',
  );
}

function dropout(place: Place): Next {
  const { context, node } = place;
  const given = context.constant(node.inputs[1] ?? '')?.toTypedArray()[0];
  const rate = given ?? numberOf(node, 'ratio', 0.5);
  return layer(() => layers.dropout({ rate }))(place);
}

/** As an axis of the batch, 1 or higher; before opset 13, of values that are flattened from there on. */
function alongAxis({ context, node, shape }: Place): number {
  const axis = integerOf(node, 'axis', context.graph.opset < 13 ? 1 : -1);
  if (context.graph.opset >= 13 || axis === -1 || axis === shape.length) return axis;
  throw unknownNode(context, node, 'the last axis', 'Export with opset 13 or later.');
}
