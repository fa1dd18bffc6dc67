/**
 * What exporters of classifiers put behind the network: names of classes for the largest probability,
 * dictionaries of probabilities, and the probability of "not" beside that of "yes".
 */

import { notUnderstood } from '../blueprint.ts';
import { type Context, numberOf } from './context.ts';
import type { Node } from './read_graph.ts';

export interface Tail {
  /** The value that the network itself gives. */
  readonly root: string;
  /** Whether the one output of the network became two, `[1 - p, p]`. */
  readonly isBinary: boolean;
  readonly classNames: readonly string[] | undefined;
  /** The nodes behind the root. */
  readonly nodes: readonly Node[];
}

/** Nodes that pass a value on, between a network and an output. */
const NEUTRAL = ['Cast', 'Identity'];
/** The same behind the number of a class. */
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

/** Names or numbers of the largest, or of all that are probable; undefined for outputs of another kind. */
function labelTail(context: Context, output: string): Tail | undefined {
  const nodes: Node[] = [];
  let classNames: readonly string[] | undefined;
  for (let at = output; ; ) {
    const node = context.producer(at);
    if (node === undefined) return undefined;
    nodes.push(node);
    // Of several labels: each is there or not.
    const isThreshold = node.type === 'Binarizer' && numberOf(node, 'threshold', 0) === 0.5;
    if (node.type === 'ArgMax' || isThreshold) {
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
    } else if (!NEUTRAL.includes(node.type)) {
      const yes = ofBoth(context, node);
      return yes === undefined
        ? { ...tail, root: at }
        : { isBinary: true, classNames, nodes: [...nodes, ...yes.nodes], root: yes.root };
    }
    nodes.push(node);
    at = node.inputs[0] ?? '';
  }
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
