/**
 * Operations that draw random numbers. They are counter-based: an element is a pure function of a key,
 * of which draw it is and of its own number, written once over lanes and words. So there is no state, and
 * the reference and compiled code draw the same.
 */
import { float32, words } from '../numerics/float32.ts';
import { float64 } from '../numerics/float64.ts';
import type { Lanes, WordLanes } from '../numerics/lanes.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Operation } from './operation.ts';

export interface DrawAttributes {
  /** Which stream of random numbers: 32 bits from the seed and the name of the layer. */
  readonly key: number;
  readonly shape: Shape;
  readonly dtype: Dtype;
}

/**
 * From the draw and the row-major number of an element to the element.
 * @param counter different in every draw: an input, so that a compiled plan serves all iterations
 */
export type DrawFormula = <W, V, M>(l: Lanes<V, M> & WordLanes<W, V>, counter: W, element: W) => V;

// Made once: engines are slow with objects that are put together for every draw.
const single = { ...float32, ...words };
const double = { ...float64, ...words };

/** An operation whose only input is the counter, an int32 scalar. */
export interface Draw<A> extends Operation<A> {
  readonly draw: (attributes: A) => DrawFormula;
}

/** A drawing operation from its formula. */
// @__NO_SIDE_EFFECTS__
export function drawing<A extends DrawAttributes>(
  name: string,
  draw: (attributes: A) => DrawFormula,
): Draw<A> {
  return {
    name,
    draw,
    infer: (_, { shape, dtype }) => ({ shape, dtype }),
    body: {
      kind: 'kernel',
      run: ([counter], output, attributes) => {
        const { data } = output.storage;
        const l = output.dtype === 'float64' ? double : single;
        const formula = draw(attributes);
        const which = counter.storage.data[counter.offset];
        for (let i = 0; i < data.length; i++) data[i] = formula(l, which, i);
      },
    },
    gradients: [null],
    rules: ['none'],
  };
}

/** Whether an operation draws: its elements are counted, so they must be computed in their places. */
export function isDraw<A>(operation: Operation<A>): operation is Draw<A> {
  return 'draw' in operation;
}
