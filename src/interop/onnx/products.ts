/** Gemm, and MatMul with the bias that is added next: dense layers. */
import { dense } from '../../nn/all.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import { transpose } from '../../ops/shape/views.ts';
import { tensor } from '../../tensor/create.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Value } from '../blueprint.ts';
import { spread } from './broadcast.ts';
import { type Context, integerOf, numberOf, titled, unknownNode } from './context.ts';
import { type Next, type Place, unknownSetting } from './place.ts';
import type { Node } from './read_graph.ts';

/** `alpha · x · B + beta · C`; B the other way round with `transB`. */
export function gemm(place: Place): Next {
  const { context, node, value, shape } = place;
  const [x, weightName, biasName = ''] = node.inputs;
  if (integerOf(node, 'transA', 0) !== 0) {
    throw unknownSetting(place, 'transA 1', 'transA 0', 'Keep the axis of the samples first.');
  }
  const weight = context.weights(weightName);
  if (x !== value || shape.length !== 1 || weight?.rank !== 2) {
    throw notConstant(context, node, weight);
  }
  const transposed = integerOf(node, 'transB', 0) !== 0;
  const kernel = scaledBy(transposed ? transpose(weight) : weight, numberOf(node, 'alpha', 1));
  const units = kernel.shape[1];
  const bias = biasName === '' ? undefined : context.weights(biasName);
  const row = bias && rowOf(bias, units);
  if (biasName !== '' && row === undefined) {
    throw unknownNode(
      context,
      { ...node, title: titled(node, bias) },
      `a constant bias for ${units} units`,
      'Export the network anew.',
    );
  }
  const own = row && scaledBy(row, numberOf(node, 'beta', 1));
  return denseOf(node.title, node.outputs[0], {
    shape: [units],
    weight: { tensor: kernel, from: weightName, transposed },
    bias: own && { tensor: own, from: biasName },
  });
}

/** With the bias that is added to it next, if one is. */
export function matmul({ context, node, value, shape }: Place): Next {
  const [x, weightName] = node.inputs;
  const weight = context.weights(weightName);
  if (x !== value || weight?.rank !== 2) throw notConstant(context, node, weight);
  const units = weight.shape[1];
  const outputs = [...shape.slice(0, -1), units];
  const kernel = { tensor: weight, from: weightName };
  const [next, another] = context.consumers(node.outputs[0]);
  const biasName = next?.inputs.find((name) => name !== node.outputs[0]) ?? '';
  const bias = context.weights(biasName);
  const row = bias && rowOf(bias, units);
  const isOutput = context.graph.outputs.some(({ name }) => name === node.outputs[0]);
  if (next?.type !== 'Add' || another !== undefined || isOutput || row === undefined) {
    return denseOf(node.title, node.outputs[0], { shape: outputs, weight: kernel });
  }
  return denseOf(`${node.title}, ${next.title}`, next.outputs[0], {
    shape: outputs,
    weight: kernel,
    bias: { tensor: row, from: biasName },
  });
}

function denseOf(
  from: string,
  output: string,
  { shape, weight, bias }: { shape: Shape; weight: Value; bias?: Value | undefined },
): Next {
  const units = shape[shape.length - 1];
  const values = { weight, ...(bias && { bias }) };
  const made = dense({ units, useBias: bias !== undefined });
  return { part: { layer: made, from, values }, output, shape };
}

function scaledBy(tensor: Tensor, factor: number): Tensor {
  return factor === 1 ? tensor : mul(tensor, factor);
}

/** One number for each unit; undefined for a constant that is not the same for all samples. */
function rowOf(bias: Tensor, units: number): Tensor | undefined {
  const numbers = spread(bias, [units]);
  return numbers && tensor(numbers, { dtype: bias.dtype });
}

function notConstant(context: Context, node: Node, weight: Tensor | undefined) {
  return unknownNode(
    context,
    { ...node, title: titled(node, weight) },
    'the product of the values before it with a constant matrix',
    'Networks in which values multiply each other, such as attention, cannot be built here.',
  );
}
