/**
 * Operations that draw random numbers. They are counter-based: an element is a pure function of a key,
 * of which draw it is and of its own number, written once over lanes and words. So there is no state, and
 * the reference and compiled code draw the same.
 */
import { float32, words } from '../../numerics/float32.ts';
import { float64 } from '../../numerics/float64.ts';
import type { Lanes } from '../../numerics/lanes.ts';
import type { WordLanes } from '../../numerics/word_lanes.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { DrawFormula } from '../body.ts';
import type { Operation } from '../operation.ts';

export interface DrawAttributes {
  /** Which stream of random numbers: 32 bits from the seed and the name of the layer. */
  readonly key: number;
  readonly shape: Shape;
  readonly dtype: Dtype;
}

// Made once: engines are slow with objects that are put together for every draw.
const single = { ...float32, ...words };
const double = { ...float64, ...words };

/** A drawing operation from its formula. */
// @__NO_SIDE_EFFECTS__
export function drawing<Attributes extends DrawAttributes>(
  name: string,
  draw: (attributes: Attributes) => DrawFormula,
): Operation<Attributes> {
  return {
    name,
    infer: (_, { shape, dtype }) => ({ shape, dtype }),
    body: { kind: 'draw', draw },
    gradients: [null],
    rules: ['none'],
  };
}

/** The lanes, of numbers and of words, in which a dtype is drawn. */
export function drawingLanes(dtype: Dtype): Lanes<number, boolean> & WordLanes<number, number> {
  return dtype === 'float64' ? double : single;
}

/** Draws every element of the contiguous output. */
export function runDraw(formula: DrawFormula, counter: Strided, output: Strided): void {
  const { data } = output.storage;
  const lanes = drawingLanes(output.dtype);
  const which = counter.storage.data[counter.offset];
  for (let i = 0; i < data.length; i++) data[i] = formula(lanes, which, i);
}
