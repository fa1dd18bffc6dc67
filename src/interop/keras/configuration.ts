/** The layers of a configuration of Keras 2, Keras 3 or TensorFlow.js, in the order of the samples. */
import { describe } from '../../errors/describe.ts';
import type { Shape } from '../../tensor/shape.ts';
import { notUnderstood } from '../blueprint.ts';
import { listIn, own, type Settings, settingsOf, textIn } from './settings.ts';

export interface LayerConfig {
  readonly className: string;
  /** What the user has called it, or Keras: `dense_1`. */
  readonly name: string;
  readonly config: Settings;
}

export interface Configuration {
  /** Without inputs, in the order in which samples pass through them. */
  readonly layers: readonly LayerConfig[];
  /** In the order in which they are written, by which Keras 3 names their weights. */
  readonly written: readonly LayerConfig[];
  readonly inputShape: Shape;
  /** Whether the model learns at all: it can be frozen as a whole. */
  readonly learns: boolean;
}

const CLASSES = ['Sequential', 'Functional', 'Model'];

/** @throws DataError for what is no network of layers in a row */
export function readConfiguration(where: string, value: unknown): Configuration {
  const said = settingsOf(where, value);
  const className = textIn(`${where}, class_name`, own(said, 'class_name'));
  if (!CLASSES.includes(className)) {
    throw notUnderstood(
      where,
      className,
      'a Sequential or Functional model',
      'Save the layers as a keras.Sequential, or export the model as ONNX.',
    );
  }
  const given = own(said, 'config');
  const config = Array.isArray(given) ? { layers: given } : settingsOf(where, given);
  const nodes = listIn(`${where}, layers`, own(config, 'layers'));
  const written = nodes.map((node, i) => layerOf(`${where}, layer ${i}`, node));
  const isSequential = className === 'Sequential';
  const order = isSequential ? written : inARow(where, config, nodes, written);
  return {
    layers: order.filter((layer) => layer.className !== 'InputLayer'),
    written,
    learns: own(config, 'trainable') !== false,
    inputShape: inputShapeOf(where, config, order[0]),
  };
}

function layerOf(where: string, node: unknown): LayerConfig {
  const said = settingsOf(where, node);
  const className = textIn(`${where}, class_name`, own(said, 'class_name'));
  const config = settingsOf(where, own(said, 'config'));
  return { className, name: textIn(`${where}, name`, own(config, 'name')), config };
}

/** The sizes of a sample, where they are fixed. */
function inputShapeOf(where: string, config: Settings, first: LayerConfig | undefined): Shape {
  const settings = first?.config ?? {};
  const said =
    own(settings, 'batch_shape') ??
    own(settings, 'batch_input_shape') ??
    own(config, 'build_input_shape');
  const sizes = Array.isArray(said) ? said.slice(1) : [Number.NaN];
  if (sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return sizes;
  throw notUnderstood(
    where,
    describe(said),
    'the shape of the inputs, with sizes that are fixed but for the first',
    'Build the model with keras.Input(shape) as its first layer, and save it again.',
  );
}

/** The layers of a functional model that is a row: one input, one output, no branches. */
function inARow(
  where: string,
  config: Settings,
  nodes: readonly unknown[],
  written: readonly LayerConfig[],
): LayerConfig[] {
  const next = new Map<string, LayerConfig>();
  let first: LayerConfig | undefined;
  written.forEach((layer, i) => {
    const calls = listIn(
      `${where}, ${layer.name}`,
      own(settingsOf(where, nodes[i]), 'inbound_nodes'),
    );
    const before = calls.flatMap((call) => sourcesOf(call));
    if (calls.length > 1 || before.length > 1) {
      throw branched(where, `${layer.className} "${layer.name}" of ${before.join(', ')}`);
    }
    const [source] = before;
    if (source === undefined) {
      if (first !== undefined) throw branched(where, `inputs ${first.name} and ${layer.name}`);
      first = layer;
      return;
    }
    const other = next.get(source);
    if (other !== undefined) {
      throw branched(where, `${source}, which goes to ${other.name} and ${layer.name}`);
    }
    next.set(source, layer);
  });
  const row: LayerConfig[] = [];
  // What is reached in a circle has no beginning, so this ends.
  for (let layer = first; layer !== undefined; layer = next.get(layer.name)) row.push(layer);
  const [end, another] = sourcesOf(own(config, 'output_layers'));
  const last = row.at(-1);
  if (row.length !== written.length || another !== undefined || end !== last?.name) {
    throw branched(where, `outputs ${[end, another].filter(Boolean).join(', ') || 'none'}`);
  }
  return row;
}

/** How deep calls are nested, at most. */
const DEPTH = 12;

/**
 * The names of the layers that a call takes its tensors from. Keras 3 writes tensors with a history,
 * `["dense", 0, 0]`; Keras 2 that alone, with further arguments behind it.
 */
function sourcesOf(call: unknown, depth = 0): string[] {
  if (depth > DEPTH) return [];
  if (Array.isArray(call)) {
    const [name, node, index] = call;
    const isSource = typeof name === 'string' && Number.isInteger(node) && Number.isInteger(index);
    return isSource ? [name] : call.flatMap((part) => sourcesOf(part, depth + 1));
  }
  if (typeof call !== 'object' || call === null) return [];
  return Object.values(call).flatMap((part) => sourcesOf(part, depth + 1));
}

function branched(where: string, received: string) {
  return notUnderstood(
    where,
    received,
    'layers in a row, each with one input and one output',
    'Save the part of the network that is a row; or export it as ONNX, where x + f(x) is read.',
  );
}
