/**
 * Layers that ONNX has no operator for (before opset 18 or 20) and that exporters write as several nodes,
 * as trees of what is computed. `x` is the input; `$name` is a constant that the layer needs.
 */
import { gelu, geluTanh, layerNorm, mish, silu } from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Part, Value } from '../blueprint.ts';
import { shortest } from '../shortest.ts';
import type { Context } from './context.ts';
import type { Node } from './read_graph.ts';

/** A value: the input, a number, a constant by its name here, or a node with what it takes. */
export type Tree = string | number | Computed;

/** The type of the node, and what it takes. */
export interface Computed {
  readonly type: string;
  readonly inputs: readonly Tree[];
}

const of = (type: string, ...inputs: readonly Tree[]): Computed => ({ type, inputs });

const SYMMETRIC = new Set(['Add', 'Mul']);

const erf = of('Add', of('Erf', of('Div', 'x', Math.SQRT2)), 1);
export const ERF_GELU = of('Mul', of('Mul', 'x', erf), 0.5);
const cube = of('Mul', 'x', of('Mul', 'x', 'x'));
const inner = of('Mul', Math.sqrt(2 / Math.PI), of('Add', 'x', of('Mul', 0.044715, cube)));
export const TANH_GELU = of('Mul', 0.5, of('Mul', 'x', of('Add', 1, of('Tanh', inner))));
export const SILU = of('Mul', 'x', of('Sigmoid', 'x'));
export const MISH = of('Mul', 'x', of('Tanh', of('Softplus', 'x')));

const off = of('Sub', 'x', of('ReduceMean', 'x'));
const spread = of('ReduceMean', of('Pow', off, 2));
const normal = of('Div', off, of('Sqrt', of('Add', spread, '$epsilon')));
const scaled = of('Add', of('Mul', normal, '$weight'), '$bias');

interface Pattern {
  readonly tree: Computed;
  readonly name: string;
  layer(constants: ReadonlyMap<string, Tensor>): Layer;
}

const activation = (name: string, tree: Computed, layer: () => Layer): Pattern => ({
  name,
  tree,
  layer,
});

const PATTERNS: readonly Pattern[] = [
  activation('gelu', ERF_GELU, () => gelu()),
  activation('gelu', of('Mul', 'x', of('Mul', erf, 0.5)), () => gelu()),
  activation('gelu', of('Mul', of('Mul', 'x', 0.5), erf), () => gelu()),
  activation('geluTanh', TANH_GELU, () => geluTanh()),
  activation('silu', SILU, () => silu()),
  activation('mish', MISH, () => mish()),
  {
    name: 'layerNorm',
    tree: scaled,
    layer: (constants) =>
      layerNorm({ epsilon: shortest(constants.get('$epsilon')?.toTypedArray()[0] ?? 0) }),
  },
];

/** How many nodes the largest pattern has, and a few more. */
const REACH = 16;

export interface Matched {
  readonly part: Part;
  readonly output: string;
}

/** The layer that the nodes which take a value compute together, if they are one. */
export function matchPattern(
  context: Context,
  value: string,
  aside: ReadonlySet<Node>,
): Matched | undefined {
  const near = reachable(context, value);
  for (const { tree, name, layer } of PATTERNS) {
    for (const node of near) {
      if (node.type !== tree.type) continue;
      const found: Found = { nodes: new Set(), constants: new Map(), names: new Map() };
      if (!matches(context, value, tree, node.outputs[0], found)) continue;
      if (!isWhole(context, value, node, { nodes: found.nodes, aside })) continue;
      const values = Object.fromEntries(
        ['weight', 'bias'].flatMap((local): [string, Value][] => {
          const tensor = context.weights(found.names.get(`$${local}`) ?? '');
          return tensor === undefined
            ? []
            : [[local, { tensor, from: found.names.get(`$${local}`) ?? '' }]];
        }),
      );
      const made = layer(found.constants);
      const titles = [...found.nodes].map((one) => one.type).reverse();
      return {
        output: node.outputs[0],
        part: {
          layer: made,
          from: node.title,
          values,
          converted: `${titles.join(', ')} before ${node.outputs[0]} are one layer, ${name}`,
        },
      };
    }
  }
  return undefined;
}

interface Found {
  readonly nodes: Set<Node>;
  readonly constants: Map<string, Tensor>;
  readonly names: Map<string, string>;
}

function reachable(context: Context, value: string): Node[] {
  const found = new Set(context.consumers(value));
  for (const node of found) {
    for (const next of context.consumers(node.outputs[0])) {
      if (found.size >= REACH) return [...found];
      found.add(next);
    }
  }
  return [...found];
}

function matches(context: Context, x: string, tree: Tree, value: string, found: Found): boolean {
  if (tree === 'x') return value === x;
  if (typeof tree === 'number') {
    const constant = context.constant(value);
    const near = constant?.size === 1 ? constant.item() : Number.NaN;
    return Math.abs(near - tree) <= 1e-6 * Math.abs(tree);
  }
  if (typeof tree === 'string') {
    const constant = context.constant(value);
    if (constant === undefined || (tree === '$epsilon' && constant.size !== 1)) return false;
    found.constants.set(tree, constant);
    found.names.set(tree, value);
    return true;
  }
  const { type, inputs } = tree;
  const node = context.producer(value);
  if (node?.type !== type) return false;
  // The mean over the last axis, which stays, is all that normalizes a sample.
  if (type === 'ReduceMean' && !isLastAxis(context, node)) return false;
  if (type !== 'ReduceMean' && node.inputs.length !== inputs.length) return false;
  const orders = SYMMETRIC.has(type) ? [inputs, [...inputs].reverse()] : [inputs];
  const fits = orders.some((order) =>
    order.every((part, i) => matches(context, x, part, node.inputs[i], found)),
  );
  if (fits) found.nodes.add(node);
  return fits;
}

/** Axes are an attribute before opset 18, and an input since. */
function isLastAxis(context: Context, { attributes, inputs }: Node): boolean {
  const given = context.constant(inputs[1] ?? '');
  const axes = given ? Array.from(given.toTypedArray()) : attributes.get('axes')?.integers;
  return axes?.length === 1 && axes[0] === -1 && attributes.get('keepdims')?.integer !== 0;
}

/** Whether nothing else takes the input, or anything that is computed in between; but for nodes that stand aside. */
function isWhole(
  context: Context,
  x: string,
  last: Node,
  { nodes, aside }: { readonly nodes: ReadonlySet<Node>; readonly aside: ReadonlySet<Node> },
): boolean {
  const inside = [x, ...[...nodes].filter((node) => node !== last).map((node) => node.outputs[0])];
  return inside.every((value) =>
    context.consumers(value).every((node) => nodes.has(node) || aside.has(node)),
  );
}
