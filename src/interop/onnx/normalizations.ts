/** BatchNormalization and LayerNormalization. */
import { batchNorm as batchNormLayer, layerNorm as layerNormLayer } from '../../nn/all.ts';
import { reshape } from '../../ops/shape/views.ts';
import { full } from '../../tensor/create.ts';
import type { Value } from '../blueprint.ts';
import { type Context, integerOf, numberOf, unknownNode } from './context.ts';
import { ELEMENT } from './messages.ts';
import { type Next, type Place, unknownSetting } from './place.ts';
import type { Node } from './read_graph.ts';

const INFERENCE = 'Export the network for inference: model.eval().';

/** Of samples with one axis; `spatial` of opset 7, which is about channels, means nothing for these. */
export function batchNorm(place: Place): Next {
  const { context, node, shape } = place;
  const names = ['weight', 'bias', 'runningMean', 'runningVariance'];
  const values = namedValues(context, node, names);
  // Before opset 14 the number of its outputs says it.
  const trains = context.graph.opset < 14 && node.outputs.some((name, i) => i > 0 && name !== '');
  if (trains || integerOf(node, 'training_mode', 0) !== 0) {
    const expected = 'normalization by running statistics';
    throw unknownSetting(place, 'training_mode 1', expected, INFERENCE);
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
  const made = batchNormLayer({ epsilon, momentum });
  return {
    part: { layer: made, from: node.title, values, conventions },
    output: node.outputs[0],
  };
}

/** The types in which mean and deviation are computed there that are at least as exact as here. */
const PRECISE: readonly number[] = [ELEMENT.float32, ELEMENT.float64];

export function layerNorm(place: Place): Next {
  const { context, node, shape } = place;
  const axis = integerOf(node, 'axis', -1);
  if (axis !== -1 && axis !== shape.length) {
    throw unknownSetting(place, `axis ${axis}`, 'the last axis', 'Normalize over the last axis.');
  }
  const precision = integerOf(node, 'stash_type', ELEMENT.float32);
  if (!PRECISE.includes(precision)) {
    const remedy = 'Export the network in single or double precision.';
    throw unknownSetting(place, `stash_type ${precision}`, `one of ${PRECISE.join(', ')}`, remedy);
  }
  const epsilon = numberOf(node, 'epsilon', 1e-5);
  const width = shape[shape.length - 1];
  const zero = { tensor: full([width], 0, { dtype: context.dtype }), from: 'nothing: zeros' };
  const given = node.inputs.length > 2 && node.inputs[2] !== '';
  const values = given
    ? namedValues(context, node, ['weight', 'bias'])
    : { ...namedValues(context, node, ['weight']), bias: zero };
  const conventions = epsilon === 1e-5 ? [] : [`epsilon ${epsilon}, not 0.00001`];
  const made = layerNormLayer({ epsilon });
  return { part: { layer: made, from: node.title, values, conventions }, output: node.outputs[0] };
}

/** The inputs of a node after the first, by our names. */
function namedValues(context: Context, node: Node, names: readonly string[]) {
  return Object.fromEntries(
    names.map((name, i): [string, Value] => {
      const from = node.inputs[i + 1] ?? '';
      const tensor = context.weights(from);
      if (tensor !== undefined) return [name, { tensor: reshape(tensor, [tensor.size]), from }];
      throw unknownNode(context, node, `a constant ${name}`, INFERENCE);
    }),
  );
}
