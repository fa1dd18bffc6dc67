/**
 * What an operation computes. A body is one of six kinds, and each kind knows all its forms: the reference
 * is run by `execute/reference.ts`, the emitted form by `execute/emitted.ts` and by compiled plans
 * (`graph/`). These look at the kind only, never at which operation it is, in switches that name every
 * kind: for TypeScript another kind is an error wherever it would be forgotten.
 */
import type { Formula, Lanes } from '../numerics/lanes.ts';
import type { WordLanes } from '../numerics/word_lanes.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Layout, Strided } from '../tensor/strided.ts';
import type { KernelCode } from './emission.ts';

/** Shape and dtype of a result, known before anything is computed. */
export interface Outcome {
  readonly shape: Shape;
  readonly dtype: Dtype;
}

/** The same formula for every element, on operands broadcast against each other. */
export interface ElementwiseBody<Attributes> {
  readonly kind: 'elementwise';
  formula(attributes: Attributes): Formula;
}

/** Every element in another dtype. */
export interface CastBody {
  readonly kind: 'cast';
}

/**
 * From the draw and the row-major number of an element to the element.
 * @param counter different in every draw: an input, so that a compiled plan serves all iterations
 */
export type DrawFormula = <Word, Value, Mask>(
  lanes: Lanes<Value, Mask> & WordLanes<Word, Value>,
  counter: Word,
  element: Word,
) => Value;

/** Random numbers, each a pure function of its own number and of the only input, an int32 scalar. */
export interface DrawBody<Attributes> {
  readonly kind: 'draw';
  draw(attributes: Attributes): DrawFormula;
}

/** How a reduction joins two numbers, `a` and `b`, over lanes, and the number that changes nothing. */
export interface Combination {
  readonly combine: <Value, Mask>(lanes: Lanes<Value, Mask>, a: Value, b: Value) => Value;
  readonly neutral: number;
  /** If it is the one of two that is larger or smaller. */
  readonly extremum?: 'largest' | 'smallest';
}

/** Many elements joined into one, along axes, in the order of `reduction/order.ts`. */
export interface ReductionBody<Attributes> {
  readonly kind: 'reduction';
  readonly combination: Combination;
  /** The axes that are reduced, increasing. */
  axes(attributes: Attributes): readonly number[];
}

/** The output is the input seen differently; no number is touched. */
export interface ViewBody<Attributes> {
  readonly kind: 'view';
  /** Strides and offset of the output, or null where a copy is needed. */
  view(
    input: Strided,
    outcome: Outcome,
    attributes: Attributes,
  ): { strides: readonly number[]; offset: number } | null;
}

/** Loops of its own. */
export interface KernelBody<Attributes> {
  readonly kind: 'kernel';
  /** Refuses numbers that the kernel cannot take, such as an index out of range, before either form runs. */
  check?(inputs: readonly Strided[], attributes: Attributes): void;
  /** The reference. It fills the contiguous output, which starts as zeros. */
  run(inputs: readonly Strided[], output: Strided, attributes: Attributes): void;
  /**
   * The emitted form for operands that lie like these, with the same bits; undefined where there is
   * none.
   */
  emit?(inputs: readonly Layout[], output: Layout, attributes: Attributes): KernelCode | undefined;
}

export type Body<Attributes> =
  | ElementwiseBody<Attributes>
  | CastBody
  | DrawBody<Attributes>
  | ReductionBody<Attributes>
  | ViewBody<Attributes>
  | KernelBody<Attributes>;

/** What those who execute an operation see of it. */
export interface Executable<Attributes> {
  readonly name: string;
  readonly body: Body<Attributes>;
}
