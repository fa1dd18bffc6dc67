/** Flatten, and Reshape where it flattens samples or changes nothing. */
import { describe } from '../../errors/describe.ts';
import { flatten as flattenLayer } from '../../nn/all.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import { type Context, integerOf, unknownNode } from './context.ts';
import { type Next, type Place, same, unknownSetting } from './place.ts';

export function flatten(place: Place): Next {
  const axis = integerOf(place.node, 'axis', 1);
  if ((axis < 0 ? axis + place.shape.length + 1 : axis) !== 1) {
    throw unknownSetting(place, `axis ${axis}`, 'axis 1', 'Keep the axis of the samples.');
  }
  return flattened(place);
}

function flattened({ node, shape }: Place): Next {
  const part = { layer: flattenLayer(), from: node.title };
  return { part, output: node.outputs[0], shape: [sizeOf(shape)] };
}

/** To one axis a sample, or to the shape that the samples have. */
export function reshaped(place: Place): Next {
  const { context, node, shape } = place;
  const target = targetOf(context, node.inputs[1] ?? '');
  const wanted = target && sampleOf(place, target);
  if (wanted === undefined) {
    throw unknownNode(
      context,
      {
        ...node,
        title: `${node.title} to ${target ? describe(target) : 'a shape that is computed'}`,
      },
      'a shape that flattens the samples, and keeps their axis',
      'Shapes of samples are changed by Flatten only.',
    );
  }
  return wanted.length === shape.length ? same(place) : flattened(place);
}

/** Deeper than any exporter nests how a shape is computed. */
const MAX_DEPTH = 8;

/**
 * The shape that is asked for: a constant, or one with the number of samples, as `x.view(x.size(0), -1)` is
 * exported. That number is 0, which stands for the size that there is.
 */
function targetOf(context: Context, value: string, depth = 0): readonly number[] | undefined {
  const constant = context.constant(value);
  if (constant !== undefined) return Array.from(constant.toTypedArray());
  const node = context.producer(value);
  if (node === undefined || depth > MAX_DEPTH) return undefined;
  const [first = '', second = ''] = node.inputs;
  if (node.type === 'Unsqueeze') return targetOf(context, first, depth + 1);
  if (node.type === 'Gather') {
    const isShape = context.producer(first)?.type === 'Shape';
    const index = context.constant(second);
    return isShape && index?.size === 1 && index.item() === 0 ? [0] : undefined;
  }
  if (node.type !== 'Concat') return undefined;
  const parts = node.inputs.map((input) => targetOf(context, input, depth + 1));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** The shape of a sample after it, if that is the one that it has or one axis. */
function sampleOf({ context, node, shape }: Place, target: readonly number[]): Shape | undefined {
  const batch = context.graph.inputs[0]?.shape?.[0];
  // 0 stands for the size that there is, but with allowzero for none.
  const copies = integerOf(node, 'allowzero', 0) === 0;
  const input = [batch ?? 0, ...shape];
  const [first, ...sizes] = target.map((n, i) => (n === 0 && copies && i > 0 ? input[i] : n));
  const wanted = sizes.length === 1 ? [sizeOf(shape)] : shape;
  const isOpen = sizes.includes(-1);
  // A number of samples is kept where it is that of the file, or where nothing else is left open.
  const keeps =
    (first === 0 && copies) ||
    (first === -1 && !isOpen) ||
    (first > 0 && (first === batch || !isOpen));
  const fits = sizes.length === wanted.length && sizes.every((n, i) => n === -1 || n === wanted[i]);
  return keeps && fits ? wanted : undefined;
}
