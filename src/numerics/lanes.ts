/**
 * The exact lane operations: the alphabet in which every scalar formula of this library is written.
 *
 * A formula such as `tanh` is written once, as a function over `Lanes<Value, Mask>`, and interpreted twice:
 * on JavaScript numbers (`float32.ts`, `float64.ts`: the readable reference) and as emitted
 * WebAssembly SIMD instructions (`wasm/`). A `Value` is a number, or four numbers in a register, a `Mask` the
 * outcome of a comparison: a boolean, or four of them. Every operation, on `a` and `b`, has one exact
 * answer under IEEE 754, rounded once to the lane's precision; that is why both interpretations give
 * the same bits. `Math.exp` and its kin have no such answer and are not part of the alphabet.
 */
export interface Lanes<Value, Mask> {
  /** The precision that every operation rounds to. Formulas choose their coefficients by it. */
  readonly precision: 'float32' | 'float64';

  /** The same number in every lane, rounded to the precision. */
  constant(value: number): Value;

  add(a: Value, b: Value): Value;
  sub(a: Value, b: Value): Value;
  mul(a: Value, b: Value): Value;
  div(a: Value, b: Value): Value;
  sqrt(a: Value): Value;
  /** Flips the sign bit, of zeros too. */
  neg(a: Value): Value;
  /** Clears the sign bit. */
  abs(a: Value): Value;
  /** The smaller; NaN if either is NaN; -0 is smaller than +0. */
  min(a: Value, b: Value): Value;
  /** The larger; NaN if either is NaN; +0 is larger than -0. */
  max(a: Value, b: Value): Value;
  /** Rounds to an integer, down. */
  floor(a: Value): Value;
  /** Rounds to an integer, up. */
  ceil(a: Value): Value;
  /** Rounds to an integer, towards zero. */
  trunc(a: Value): Value;
  /** Rounds to the nearest integer; halves go to the even one. */
  nearest(a: Value): Value;

  /** Comparisons follow IEEE 754: every one but `ne` is false when an operand is NaN. */
  eq(a: Value, b: Value): Mask;
  ne(a: Value, b: Value): Mask;
  lt(a: Value, b: Value): Mask;
  le(a: Value, b: Value): Mask;
  gt(a: Value, b: Value): Mask;
  ge(a: Value, b: Value): Mask;
  and(a: Mask, b: Mask): Mask;
  or(a: Mask, b: Mask): Mask;
  not(a: Mask): Mask;
  /** `a` where the mask is true, `b` where it is false. Both are computed. */
  select(mask: Mask, a: Value, b: Value): Value;

  /** The magnitude of `a` with the sign of `b`; the sign of a NaN counts as positive. */
  copySign(a: Value, b: Value): Value;
  /**
   * 2^n for an integer-valued `n` from -126 to 127 (float32) or -1022 to 1023 (float64).
   * Outside of that range the result is unspecified but the same in every interpretation. Of NaN it
   * may be any number, so never let it decide alone.
   */
  pow2(n: Value): Value;
  /** The unbiased exponent of a normal number: floor(log2 |a|), as a value. */
  exponent(a: Value): Value;
  /**
   * `a` of a normal number without sign and exponent: |a| * 2^-exponent(a), from 1 to below 2. Of a
   * NaN it may be any such number, so never let it decide alone.
   */
  significand(a: Value): Value;

  /**
   * Evaluates a formula in float64 and rounds its outcome once to this precision. In float64 this is
   * the formula itself. For the few functions whose range reduction needs more than 24 bits.
   */
  inDouble(formula: Formula, ...inputs: Value[]): Value;
}

/** A scalar formula over lanes, `l`. Written once; its number of inputs is its arity. */
export type Formula = <Value, Mask>(l: Lanes<Value, Mask>, ...inputs: Value[]) => Value;
