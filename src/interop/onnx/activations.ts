/** Operators that are activations by themselves. */
import * as layers from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import { shortest } from '../shortest.ts';
import { integerOf, numberOf } from './context.ts';
import { layer, type Next, type Place, type Reader, unknownSetting } from './place.ts';

/** By the type of the node, with the attributes that are read. */
export const ACTIVATIONS = {
  Relu: layer(() => layers.relu()),
  Sigmoid: layer(() => layers.sigmoid()),
  Tanh: layer(() => layers.tanh()),
  Softplus: layer(() => layers.softplus()),
  Mish: layer(() => layers.mish()),
  LeakyRelu: layer(({ node }) =>
    layers.leakyRelu({ negativeSlope: numberOf(node, 'alpha', 0.01) }),
  ),
  PRelu: prelu,
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
  Gelu: layer(gelu),
  Softmax: layer((place) => layers.softmax({ axis: alongAxis(place) })),
  LogSoftmax: layer((place) => layers.logSoftmax({ axis: alongAxis(place) })),
  Clip: clip,
} satisfies Readonly<Record<string, Reader>>;

/** The layer where an option has its only known value. */
function only(
  place: Place,
  options: Readonly<Record<string, readonly [found: number, known: number]>>,
  made: Layer,
): Layer {
  const other = Object.entries(options).find(
    ([, [found, known]]) => !(Math.abs(found - known) <= 1e-6 * Math.abs(known)),
  );
  if (other === undefined) return made;
  const [name, [found, known]] = other;
  throw unknownSetting(
    place,
    `${name} ${found}`,
    `${name} ${known}, as ${made.type} has it`,
    `The nearest activation here is ${made.type}: train with it, or export the layers before.`,
  );
}

/** With one slope for all columns, which is not learned here. */
function prelu(place: Place): Next {
  const { context, node } = place;
  const slope = context.weights(node.inputs[1] ?? '');
  if (node.inputs[0] !== place.value || slope?.size !== 1) {
    const received = slope === undefined ? 'a slope that is computed' : `${slope.size} slopes`;
    const remedy = 'The nearest activation here is leakyRelu: train with it.';
    throw unknownSetting(place, received, 'one constant slope', remedy);
  }
  const negativeSlope = shortest(slope.item());
  const converted = `PRelu with one slope became leakyRelu, whose slope ${negativeSlope} is not learned`;
  const part = { layer: layers.leakyRelu({ negativeSlope }), from: node.title, converted };
  return { part, output: node.outputs[0] };
}

function gelu(place: Place): Layer {
  const form = place.node.attributes.get('approximate')?.text ?? 'none';
  if (form === 'tanh') return layers.geluTanh();
  if (form === 'none') return layers.gelu();
  throw unknownSetting(place, `approximate ${form}`, 'none or tanh', 'Export with one of these.');
}

/** Limits are attributes before opset 11, and inputs since. */
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
  throw unknownSetting(
    place,
    `limits ${low} and ${high}`,
    'limits -1 and 1 (hardTanh), or 0 and none (relu)',
    'The nearest activation here is relu or hardTanh: train with it.',
  );
}

/** As an axis of the batch; before opset 13, of values that are flattened from there on. */
function alongAxis(place: Place): number {
  const { context, node, shape } = place;
  const isOlder = context.graph.opset < 13;
  const axis = integerOf(node, 'axis', isOlder ? 1 : -1);
  if (axis === -1 || axis === shape.length) return -1;
  const counted = axis < 0 ? axis + shape.length + 1 : axis;
  if (!isOlder && counted > 0) return axis;
  const expected = 'the last axis, or with opset 13 and later another one of a sample';
  throw unknownSetting(place, `axis ${axis}`, expected, 'Export with opset 13 or later.');
}
