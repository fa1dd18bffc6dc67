/** What is known of a graph while it is read: who gives and takes each value, and which values are constant. */
import { describeShape } from '../../errors/describe.ts';
import type { DataError } from '../../errors/errors.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { transpose } from '../../ops/shape/views.ts';
import { tensor as tensorOf } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood } from '../blueprint.ts';
import { shortest } from '../shortest.ts';
import { ELEMENT } from './messages.ts';
import type { Graph, Node } from './read_graph.ts';
import { readTensor, readTexts } from './read_tensor.ts';

export interface Context {
  readonly where: string;
  readonly graph: Graph;
  /** Those that an output depends on. */
  readonly nodes: readonly Node[];
  /** float64 where the graph computes in it. */
  readonly dtype: Dtype;
  /** The node that gives a value. */
  producer(value: string): Node | undefined;
  /** The nodes that take a value on its way to an output. */
  consumers(value: string): readonly Node[];
  /** A constant, whole numbers included; undefined for what depends on the input. */
  constant(value: string): Tensor | undefined;
  /** The same in the dtype of the model. */
  weights(value: string): Tensor | undefined;
  /** A constant of texts, or of numbers as texts. */
  texts(value: string): readonly string[] | undefined;
}

export function makeContext(
  where: string,
  graph: Graph,
  { dtype, inPlace }: { readonly dtype: Dtype; readonly inPlace: boolean },
): Context {
  const producers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((value) => [value, node])),
  );
  const live = liveNodes(graph, producers);
  const takers = new Map<string, Node[]>();
  for (const node of live) {
    for (const value of new Set(node.inputs)) {
      const known = takers.get(value);
      if (known === undefined) takers.set(value, [node]);
      else known.push(node);
    }
  }
  const constants = new Map<string, Tensor | undefined>();
  /** Each message is read once: in place, its numbers may have moved. */
  const decoded = new Map<Uint8Array, Tensor>();
  const decode = (value: string, bytes: Uint8Array): Tensor => {
    const known = decoded.get(bytes) ?? readTensor(`${where}, ${value}`, bytes, inPlace);
    decoded.set(bytes, known);
    return known;
  };
  const constantNode = (value: string) => {
    const node = producers.get(value);
    return node?.type === 'Constant' ? node : undefined;
  };
  const bytesOf = (value: string) =>
    constantNode(value)?.attributes.get('value')?.tensor ?? graph.constants.get(value);
  const constant = (value: string, depth = 0): Tensor | undefined => {
    if (!constants.has(value)) constants.set(value, compute(value, depth));
    return constants.get(value);
  };
  function compute(value: string, depth: number): Tensor | undefined {
    const bytes = bytesOf(value);
    if (bytes !== undefined) return decode(value, bytes);
    const node = producers.get(value);
    // Deeper than any exporter nests what it does to a constant.
    if (node === undefined || depth > 8) return undefined;
    if (node.type === 'Constant') return listed(node);
    const of = () => constant(node.inputs[0] ?? '', depth + 1);
    if (node.type === 'Identity') return of();
    if (node.type === 'Cast') return converted(of(), integerOf(node, 'to', 0));
    if (node.type !== 'Transpose') return undefined;
    const tensor = of();
    const order = node.attributes.get('perm')?.integers;
    const swaps = order === undefined || (order[0] === 1 && order[1] === 0);
    return tensor?.rank === 2 && swaps ? transpose(tensor) : undefined;
  }
  return {
    where,
    graph,
    nodes: [...live],
    dtype,
    producer: (value) => producers.get(value),
    consumers: (value) => takers.get(value) ?? [],
    constant,
    weights(value) {
      const tensor = constant(value);
      return tensor === undefined || tensor.dtype === dtype ? tensor : cast(tensor, dtype);
    },
    texts(value) {
      const bytes = bytesOf(value);
      const isNew = bytes !== undefined && !decoded.has(bytes);
      const texts = isNew ? readTexts(`${where}, ${value}`, bytes) : undefined;
      if (texts !== undefined) return texts;
      const tensor = constant(value);
      return tensor && Array.from(tensor.toTypedArray(), String);
    },
  };
}

/** The numbers of a Constant that stand in attributes of its own. */
function listed({ attributes }: Node): Tensor | undefined {
  const has = (name: string) => attributes.get(name);
  const [one, many] = [has('value_float'), has('value_floats')];
  const [whole, wholes] = [has('value_int'), has('value_ints')];
  if (one !== undefined) return tensorOf(one.float);
  if (many !== undefined) return tensorOf([...many.floats]);
  if (whole !== undefined) return tensorOf(whole.integer, { dtype: 'int32' });
  return wholes && tensorOf([...wholes.integers], { dtype: 'int32' });
}

/** A constant behind a Cast; undefined where that rounds to whole numbers. */
function converted(tensor: Tensor | undefined, element: number): Tensor | undefined {
  if (element === ELEMENT.float32 || element === ELEMENT.float64) {
    const dtype = element === ELEMENT.float32 ? 'float32' : 'float64';
    return tensor && tensor.dtype !== dtype ? cast(tensor, dtype) : tensor;
  }
  const isWhole = element === ELEMENT.int32 || element === ELEMENT.int64;
  return isWhole && tensor?.dtype === 'int32' ? tensor : undefined;
}

/** The nodes that an output depends on. */
function liveNodes(graph: Graph, producers: ReadonlyMap<string, Node>): Set<Node> {
  const found = new Set<Node>();
  const visit = (value: string) => {
    const node = producers.get(value);
    if (node !== undefined) found.add(node);
  };
  for (const { name } of graph.outputs) visit(name);
  for (const node of found) for (const value of node.inputs) visit(value);
  return found;
}

/** A number that decides what a node does, such as `alpha`; ONNX stores it as float32. */
export function numberOf(node: Node, name: string, fallback: number): number {
  const found = node.attributes.get(name);
  return found === undefined ? fallback : shortest(found.float);
}

export function integerOf(node: Node, name: string, fallback: number): number {
  return node.attributes.get(name)?.integer ?? fallback;
}

/** That a node has nothing that corresponds to it here. */
export function unknownNode(
  { where }: Context,
  node: Node,
  expected: string,
  remedy: string,
): DataError {
  return notUnderstood(where, node.title, expected, remedy);
}

/** In words. */
export function titled(node: Node, tensor: Tensor | undefined): string {
  return tensor === undefined ? node.title : `${node.title} with ${describeShape(tensor.shape)}`;
}
