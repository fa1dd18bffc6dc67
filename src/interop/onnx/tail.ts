/**
 * What exporters of classifiers put behind the network: names of classes for the largest probability,
 * dictionaries of probabilities, and the probability of "not" beside that of "yes".
 */

import type { Shape } from '../../tensor/shape.ts';
import { notUnderstood } from '../blueprint.ts';
import { type Context, integerOf, numberOf, unknownNode } from './context.ts';
import type { Node } from './read_graph.ts';
import { passesOn } from './unchanged.ts';

export interface Tail {
  /** The value that the network itself gives. */
  readonly root: string;
  /** Whether the one output of the network became two, `[1 - p, p]`. */
  readonly isBinary: boolean;
  readonly classNames: readonly string[] | undefined;
  /** The nodes behind the root. */
  readonly nodes: readonly Node[];
}

/** Nodes that change nothing but the form of the number of a class. */
const OF_LABELS = ['Cast', 'Identity', 'Reshape', 'Squeeze', 'Flatten'];

const MAX_OUTPUTS = 8;
const ONE = 'Export with one of them: a network here has one output.';

/** @throws DataError when several outputs do not come from one value */
export function readTail(context: Context): Tail {
  const { where, graph } = context;
  if (graph.outputs.length > MAX_OUTPUTS) {
    throw notUnderstood(where, `${graph.outputs.length}`, `at most ${MAX_OUTPUTS} outputs`, ONE);
  }
  const tails = graph.outputs.map(
    ({ name }) => labelTail(context, name) ?? scoreTail(context, name),
  );
  const roots = [...new Set(tails.map(({ root }) => root))];
  if (roots.length !== 1) {
    throw notUnderstood(
      where,
      `${roots.length}: ${roots.join(', ')}`,
      'outputs that come from one network, such as probabilities and class names',
      ONE,
    );
  }
  const nodes = [...new Set(tails.flatMap((tail) => tail.nodes))];
  const classNames = tails.find((tail) => tail.classNames !== undefined)?.classNames;
  return { root: roots[0], isBinary: tails.some((tail) => tail.isBinary), classNames, nodes };
}

/**
 * Whether what stands behind a network is about the outputs of each sample, whose shape is known by now.
 * @throws DataError for an axis or a choice of another kind, by the node
 */
export function checkTail(context: Context, { nodes, isBinary }: Tail, shape: Shape): void {
  const refuse = (node: Node, setting: string, expected: string) =>
    unknownNode(context, { ...node, title: `${node.title} with ${setting}` }, expected, ONE);
  for (const node of nodes) {
    const axis = integerOf(node, 'axis', 0);
    const ofSample = axis === -1 || axis === shape.length;
    if ((node.type === 'ArgMax' || node.type === 'Concat') && !ofSample) {
      throw refuse(node, `axis ${axis}`, `the last axis, ${shape.length}`);
    }
    if (node.type === 'Concat' && isBinary && shape.at(-1) !== 1) {
      throw refuse(node, `${shape.at(-1)} outputs`, 'one output, of two classes');
    }
    if (integerOf(node, 'select_last_index', 0) !== 0) {
      throw refuse(node, 'select_last_index 1', 'the first of the largest');
    }
    if (node.type === 'Gather' && axis !== 0 && axis !== -1) {
      throw refuse(node, `axis ${axis}`, 'the axis of the names, 0');
    }
  }
}

/** Names or numbers of the largest, or of all that are probable; undefined for outputs of another kind. */
function labelTail(context: Context, output: string): Tail | undefined {
  const nodes: Node[] = [];
  let classNames: readonly string[] | undefined;
  for (let at = output; ; ) {
    const node = context.producer(at);
    if (node === undefined) return undefined;
    nodes.push(node);
    // Of several labels: each is there or not.
    const threshold = node.type === 'Binarizer' ? numberOf(node, 'threshold', 0) : 0.5;
    if (threshold !== 0.5) {
      const title = `${node.title} with threshold ${threshold}`;
      throw unknownNode(context, { ...node, title }, 'threshold 0.5', ONE);
    }
    if (node.type === 'ArgMax' || node.type === 'Binarizer') {
      const inner = scoreTail(context, node.inputs[0]);
      return { ...inner, nodes: [...inner.nodes, ...nodes], classNames };
    }
    if (node.type === 'ArrayFeatureExtractor' || node.type === 'Gather') {
      classNames = context.texts(node.inputs[0]);
      if (classNames === undefined) return undefined;
      at = node.inputs[1] ?? '';
    } else if (OF_LABELS.includes(node.type)) {
      at = node.inputs[0] ?? '';
    } else return undefined;
  }
}

/** Numbers: scores, values or probabilities. */
function scoreTail(context: Context, output: string): Tail {
  const nodes: Node[] = [];
  let classNames: readonly string[] | undefined;
  for (let at = output; ; ) {
    const node = context.producer(at);
    const tail = { isBinary: false, classNames, nodes };
    if (node === undefined) return { ...tail, root: at };
    if (node.type === 'ZipMap') {
      const texts = node.attributes.get('classlabels_strings')?.texts ?? [];
      const numbers = node.attributes.get('classlabels_int64s')?.integers ?? [];
      classNames = texts.length > 0 ? texts : numbers.map(String);
      if (classNames.length === 0) throw unknownNode(context, node, 'names of classes', ONE);
    } else if (!passesOn(node) && !isOfLogarithms(context, node)) {
      const yes = ofBoth(context, node);
      return yes === undefined
        ? { ...tail, root: at }
        : { isBinary: true, classNames, nodes: [...nodes, ...yes.nodes], root: yes.root };
    }
    nodes.push(node);
    at = node.inputs[0] ?? '';
  }
}

/** Probabilities of their logarithms, which `predictor` computes as well. */
function isOfLogarithms(context: Context, { type, inputs }: Node): boolean {
  return type === 'Exp' && context.producer(inputs[0] ?? '')?.type === 'LogSoftmax';
}

/** The `p` of `[1 - p, p]`. */
function ofBoth(context: Context, node: Node): { root: string; nodes: Node[] } | undefined {
  const [no, yes] = node.inputs;
  const minus = context.producer(no ?? '');
  if (node.type !== 'Concat' || node.inputs.length !== 2 || minus?.type !== 'Sub') return undefined;
  const one = context.constant(minus.inputs[0]);
  const isOne = one?.size === 1 && one.item() === 1;
  return isOne && minus.inputs[1] === yes ? { root: yes, nodes: [minus, node] } : undefined;
}
