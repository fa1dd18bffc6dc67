/** The layers of a graph, in the order in which samples pass through them. */
import { residual } from '../../nn/all.ts';
import { type Shape, sameShape } from '../../tensor/shape.ts';
import { notUnderstood, type Part } from '../blueprint.ts';
import { type Affine, readAffine } from './affine.ts';
import type { Context } from './context.ts';
import { readOperator } from './operators.ts';
import { matchPattern } from './patterns.ts';
import type { Next } from './place.ts';
import type { Node } from './read_graph.ts';

export interface Chain {
  readonly parts: readonly Part[];
  /** The shape of a sample at its end. */
  readonly shape: Shape;
  /** What is done to the columns behind the last layer. */
  readonly back?: Affine;
}

/** Residuals inside of residuals, at most. */
const MAX_DEPTH = 32;

interface Way {
  readonly from: string;
  readonly to: string;
  readonly shape: Shape;
  /** Nodes that take a value on the way for other purposes. */
  readonly aside: ReadonlySet<Node>;
  readonly depth?: number;
}

/** @throws DataError for whatever no layer here stands for, by name */
export function readChain(context: Context, { from, to, aside, depth = 0, ...given }: Way): Chain {
  const parts: Part[] = [];
  let { shape } = given;
  let value = from;
  while (value !== to) {
    const takers = context
      .consumers(value)
      .filter((node) => !aside.has(node) && node.type !== 'Shape');
    const pattern = matchPattern(context, value, aside);
    const rest =
      pattern === undefined && depth === 0 ? readAffine(context, value, to, shape) : undefined;
    if (rest?.output === to) return { parts, shape, back: rest.affine };
    const next: Next | undefined =
      pattern ??
      (takers.length === 1
        ? readOperator({ context, node: takers[0], value, shape })
        : undefined) ??
      readResidual(context, { value, takers, aside, shape, depth });
    if (next === undefined) throw forked(context, value, takers);
    if (next.part !== undefined) parts.push(next.part);
    shape = next.shape ?? shape;
    value = next.output;
  }
  return { parts, shape };
}

/** `x + f(x)`: an addition that takes the value again behind some layers. */
function readResidual(
  context: Context,
  way: {
    readonly value: string;
    readonly takers: readonly Node[];
    readonly aside: ReadonlySet<Node>;
    readonly shape: Shape;
    readonly depth: number;
  },
): Next | undefined {
  const { value, takers, aside, shape, depth } = way;
  const { nodes } = context.graph;
  // Of residuals that begin at one value, the last to end is around the others.
  const [join] = takers
    .filter((node) => node.type === 'Add')
    .sort((a, b) => nodes.indexOf(b) - nodes.indexOf(a));
  if (join === undefined || takers.length < 2 || depth > MAX_DEPTH) return undefined;
  const to = join.inputs.find((name) => name !== value);
  if (to === undefined) return undefined;
  const inner = readChain(context, {
    ...{ from: value, to, shape, depth: depth + 1 },
    aside: new Set([...aside, join]),
  });
  if (!sameShape(inner.shape, shape)) return undefined;
  const layer = residual(inner.parts.map((part) => part.layer));
  return {
    part: { layer, from: join.title, inner: inner.parts },
    output: join.outputs[0],
  };
}

function forked({ where }: Context, value: string, takers: readonly Node[]) {
  const names = takers.map(({ title }) => title).join(', ');
  return notUnderstood(
    where,
    takers.length === 0 ? `nothing behind ${value}` : `${value}, which goes to ${names}`,
    'layers in a row, each with one input and one output, and additions x + f(x)',
    'Export the part of the network that is a row of layers.',
  );
}
