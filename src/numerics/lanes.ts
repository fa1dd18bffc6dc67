/**
 * The exact lane operations: the alphabet in which every scalar formula of this library is written.
 *
 * A formula such as `tanh` is written once, as a function over `Lanes<V, M>`, and interpreted twice:
 * on JavaScript numbers (`float32.ts`, `float64.ts`: the readable reference) and as emitted
 * WebAssembly SIMD instructions (`wasm/`). `V` is a value (a number, or four numbers in a register),
 * `M` is the outcome of a comparison (a boolean, or four of them). Every operation here has one exact
 * answer under IEEE 754, rounded once to the lane's precision; that is why both interpretations give
 * the same bits. `Math.exp` and its kin have no such answer and are not part of the alphabet.
 */
export interface Lanes<V, M> {
  /** The precision that every operation rounds to. Formulas choose their coefficients by it. */
  readonly precision: 'float32' | 'float64';

  /** The same number in every lane, rounded to the precision. */
  constant(value: number): V;

  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  mul(a: V, b: V): V;
  div(a: V, b: V): V;
  sqrt(a: V): V;
  /** Flips the sign bit, of zeros too. */
  neg(a: V): V;
  /** Clears the sign bit. */
  abs(a: V): V;
  /** The smaller; NaN if either is NaN; -0 is smaller than +0. */
  min(a: V, b: V): V;
  /** The larger; NaN if either is NaN; +0 is larger than -0. */
  max(a: V, b: V): V;
  /** Rounds to an integer, down. */
  floor(a: V): V;
  /** Rounds to an integer, up. */
  ceil(a: V): V;
  /** Rounds to an integer, towards zero. */
  trunc(a: V): V;
  /** Rounds to the nearest integer; halves go to the even one. */
  nearest(a: V): V;

  /** Comparisons follow IEEE 754: every one but `ne` is false when an operand is NaN. */
  eq(a: V, b: V): M;
  ne(a: V, b: V): M;
  lt(a: V, b: V): M;
  le(a: V, b: V): M;
  gt(a: V, b: V): M;
  ge(a: V, b: V): M;
  and(a: M, b: M): M;
  or(a: M, b: M): M;
  not(a: M): M;
  /** `a` where the mask is true, `b` where it is false. Both are computed. */
  select(mask: M, a: V, b: V): V;

  /** The magnitude of `a` with the sign of `b`; the sign of a NaN counts as positive. */
  copySign(a: V, b: V): V;
  /**
   * 2^n for an integer-valued `n` from -126 to 127 (float32) or -1022 to 1023 (float64).
   * Outside of that range the result is unspecified but the same in every interpretation.
   */
  pow2(n: V): V;
  /** The unbiased exponent of a normal number: floor(log2 |a|), as a value. */
  exponent(a: V): V;
  /**
   * `a` of a normal number without sign and exponent: |a| * 2^-exponent(a), from 1 to below 2. Of a
   * NaN it may be any such number, so never let it decide alone.
   */
  significand(a: V): V;

  /**
   * Evaluates a formula in float64 and rounds its outcome once to this precision. In float64 this is
   * the formula itself. For the few functions whose range reduction needs more than 24 bits.
   */
  inDouble(formula: Formula, ...inputs: V[]): V;
}

/** A scalar formula over lanes. Written once; its number of inputs is its arity. */
export type Formula = <V, M>(l: Lanes<V, M>, ...inputs: V[]) => V;

/**
 * The exact operations on 32-bit words, for counter-based random numbers. `mul` and `add` keep the
 * low 32 bits.
 */
export interface WordLanes<W, V> {
  word(value: number): W;
  addWord(a: W, b: W): W;
  mulWord(a: W, b: W): W;
  xorWord(a: W, b: W): W;
  /** Shifts right by a constant, filling with zeros. */
  shiftRightWord(a: W, bits: number): W;
  /** The upper 24 bits as a float32 from 0 to below 1: (a >>> 8) * 2^-24, exact. */
  unit(a: W): V;
}
