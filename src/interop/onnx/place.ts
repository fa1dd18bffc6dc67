/** Where a reader of an operator stands, and what it gives. */
import type { Layer } from '../../nn/layer.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Part } from '../blueprint.ts';
import { type Context, unknownNode } from './context.ts';
import type { Matched } from './patterns.ts';
import type { Node } from './read_graph.ts';

/** What follows a value: a layer, or for nodes that change nothing none. */
export interface Next extends Omit<Matched, 'part'> {
  readonly part?: Part;
  /** The shape of a sample after it, where it is another. */
  readonly shape?: Shape;
}

/** A node, and the value on its way through it, of samples of this shape. */
export interface Place {
  readonly context: Context;
  readonly node: Node;
  readonly value: string;
  readonly shape: Shape;
}

export type Reader = (place: Place) => Next;

/** A node that is a layer without tensors, which leaves the shape as it is. */
export const layer = (make: (place: Place) => Layer): Reader => {
  return (place) => ({
    part: { layer: make(place), from: place.node.title },
    output: place.node.outputs[0],
  });
};

/** A node that changes nothing. */
export const same: Reader = ({ node }) => ({ output: node.outputs[0] });

/** That a node is set in a way that nothing here stands for: `Gemm "x" with transA 1`. */
export function unknownSetting(
  { context, node }: Place,
  setting: string,
  expected: string,
  remedy: string,
) {
  return unknownNode(
    context,
    { ...node, title: `${node.title} with ${setting}` },
    expected,
    remedy,
  );
}
