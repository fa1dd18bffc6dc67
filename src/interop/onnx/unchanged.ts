/** Nodes that leave the values of a network as they are, but for their precision: Identity, Cast and Dropout. */
import { dropout as dropoutLayer } from '../../nn/all.ts';
import { shortest } from '../shortest.ts';
import { type Context, integerOf, numberOf } from './context.ts';
import { ELEMENT } from './messages.ts';
import { layer, type Next, type Place, same, unknownSetting } from './place.ts';
import type { Node } from './read_graph.ts';
import { elementName } from './read_tensor.ts';

const HALVES: readonly number[] = [ELEMENT.float16, ELEMENT.bfloat16];
const FLOATS: readonly number[] = [ELEMENT.float32, ELEMENT.float64, ...HALVES];

/** The type of element that a Cast gives. */
const castTo = (node: Node) => integerOf(node, 'to', 0);

/** Whether a node gives the numbers that it takes; not so a Cast to whole numbers. */
export function passesOn(node: Node): boolean {
  return node.type === 'Identity' || (node.type === 'Cast' && FLOATS.includes(castTo(node)));
}

export function cast(place: Place): Next {
  if (passesOn(place.node)) return same(place);
  throw unknownSetting(
    place,
    `to ${elementName(castTo(place.node))}`,
    'numbers with floating point',
    'Export the network without rounding to whole numbers.',
  );
}

/** In words, where values are rounded to half precision there. */
export function halfPrecision({ nodes, graph }: Context): string[] {
  const casts = nodes.filter((node) => node.type === 'Cast' && HALVES.includes(castTo(node)));
  const inputs = graph.inputs.filter(({ element }) => HALVES.includes(element));
  const from = [...casts.map(({ title }) => title), ...inputs.map(({ name }) => `input ${name}`)];
  return from.length === 0
    ? []
    : [`values are of half precision there from ${from.join(', ')} on, and float32 here`];
}

/** The rate is an attribute before opset 12, and an input since, as is the mode. */
export function dropout(place: Place): Next {
  const { context, node } = place;
  const read = (at: number) => {
    const input = node.inputs[at] ?? '';
    const constant = input === '' ? undefined : context.constant(input);
    if (input === '' || constant?.size === 1) return constant?.toTypedArray()[0];
    throw unknownSetting(place, `${input}, which is computed`, 'constants', INFERENCE);
  };
  if (read(2)) throw unknownSetting(place, 'training_mode', 'dropout that rests', INFERENCE);
  const given = read(1);
  const rate = given === undefined ? numberOf(node, 'ratio', 0.5) : shortest(given);
  return layer(() => dropoutLayer({ rate }))(place);
}

const INFERENCE = 'Export the network for inference: model.eval().';
