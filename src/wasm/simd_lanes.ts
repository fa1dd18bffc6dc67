/**
 * The lane operations interpreted as SIMD instructions: applied to expressions, a formula gives the
 * expression that computes it, for four float32 at a time (and within `inDouble` for two float64).
 */
import type { Formula, Lanes } from '../numerics/lanes.ts';
import type { WordLanes } from '../numerics/word_lanes.ts';
import type { arithmetic, comparisons } from './instructions.ts';
import type { Value } from './values.ts';
import { op } from './values.ts';

export type Vector = Value<'v128'>;

/** `bits` is the width of the significand field. */
const formats = {
  float32: { shape: 'f32x4', words: 'i32x4', lanes: 4, bits: 23, bias: 127 },
  float64: { shape: 'f64x2', words: 'i64x2', lanes: 2, bits: 52, bias: 1023 },
} as const;

type UnaryName = 'abs' | 'neg' | 'sqrt' | 'floor' | 'ceil' | 'trunc' | 'nearest';
type BinaryName = (typeof comparisons | typeof arithmetic)[number];

/**
 * Lanes over expressions. One instance remembers what it has built, so that what several formulas
 * have in common (constants above all) is one expression, computed once.
 */
export function simdLanes(): Lanes<Vector, Vector> & WordLanes<Vector, Vector> {
  const apply = rememberingOp();
  return { ...floatLanes('float32', apply), ...wordLanes(apply) };
}

/** `op`, but the same instruction on the same operands gives the same object again. */
function rememberingOp(): typeof op {
  const known = new Map<string, Value>();
  const numbers = new Map<unknown, number>();
  const keyOf = (arg: unknown) => {
    if (Array.isArray(arg)) return arg.map((lane) => (Object.is(lane, -0) ? '-0' : lane)).join();
    if (typeof arg !== 'object') return arg;
    const number = numbers.get(arg) ?? numbers.size;
    numbers.set(arg, number);
    return `$${number}`;
  };
  return (name, ...args) => {
    let key: string = name;
    for (const arg of args) key += ` ${keyOf(arg)}`;
    const earlier = known.get(key) as ReturnType<typeof op<typeof name>> | undefined;
    if (earlier !== undefined) return earlier;
    const built = op(name, ...args);
    known.set(key, built);
    return built;
  };
}

function floatLanes(precision: keyof typeof formats, apply: typeof op): Lanes<Vector, Vector> {
  const { shape, words, lanes, bits, bias } = formats[precision];
  const constant = (value: number) => apply('v128.const', shape, Array<number>(lanes).fill(value));
  const zero = constant(0);
  const sign = constant(-0);
  const unary = (name: UnaryName) => (a: Vector) => apply(`${shape}.${name}`, a);
  const binary = (name: BinaryName) => (a: Vector, b: Vector) => apply(`${shape}.${name}`, a, b);
  const [abs, neg] = [unary('abs'), unary('neg')];
  const [add, sub, eq] = [binary('add'), binary('sub'), binary('eq')];
  const [max, pmin, pmax] = [binary('max'), binary('pmin'), binary('pmax')];
  const and = (a: Vector, b: Vector) => apply('v128.and', a, b);
  const or = (a: Vector, b: Vector) => apply('v128.or', a, b);
  return {
    precision,
    constant,
    add,
    sub,
    mul: binary('mul'),
    div: binary('div'),
    sqrt: unary('sqrt'),
    neg: (a) => (a.name === `${shape}.abs` ? or(a.operands[0] as Vector, sign) : neg(a)),
    abs,
    min: binary('min'),
    // `max` is eight instructions on many processors. Of -0 and 0 the sum is 0, which is the larger.
    max: (a, b) => (b === zero ? add(pmax(a, b), b) : max(a, b)),
    floor: unary('floor'),
    ceil: unary('ceil'),
    trunc: unary('trunc'),
    nearest: unary('nearest'),
    eq,
    ne: binary('ne'),
    lt: binary('lt'),
    le: binary('le'),
    gt: binary('gt'),
    ge: binary('ge'),
    and,
    or,
    not: (a) => apply('v128.not', a),
    // Bits that a mask lets through, and what a comparison chooses of its own two sides, are one
    // instruction; `bitselect` is three on most processors.
    select: (mask, a, b) => {
      if (b === zero) return and(a, mask);
      if (a === zero) return apply('v128.andnot', b, mask);
      if (mask.name === `${shape}.lt`) {
        const [left, right] = mask.operands;
        if (a === right && b === left) return pmax(b, a);
        if (a === left && b === right) return pmin(b, a);
      }
      return apply('v128.bitselect', a, b, mask);
    },
    // The sign bit of a NaN differs between machines: it counts as positive.
    copySign: (a, b) => or(abs(a), and(and(b, eq(b, b)), sign)),
    // From 2^bits to 2^(bits+1) floats are the integers, the integer in their lowest bits. So adding
    // 2^bits + bias leaves the biased exponent there, ready to be shifted into its place ...
    pow2: (n) => {
      const biased = add(n, constant(2 ** bits + bias));
      return apply(`${words}.shl`, biased, bits);
    },
    // ... and setting the bits of 2^bits makes a number of a biased exponent in the lowest bits.
    exponent: (a) => {
      const biased = apply(`${words}.shr_u`, abs(a), bits);
      const number = or(biased, constant(2 ** bits));
      return sub(number, constant(2 ** bits + bias));
    },
    // The largest subnormal number is all ones in the significand field and zeros elsewhere.
    significand: (a) => {
      const mask = constant((2 ** bits - 1) * 2 ** (1 - bias - bits));
      return or(and(a, mask), constant(1));
    },
    inDouble: (formula, ...inputs) =>
      precision === 'float64'
        ? formula(floatLanes('float64', apply), ...inputs)
        : halves(formula, inputs, apply),
  };
}

const lowHalf = [0, 1, 2, 3, 4, 5, 6, 7];
const highHalf = lowHalf.map((byte) => byte + 8);

/** The formula in float64 on the lower two lanes, then on the upper two, rounded and put together. */
function halves(formula: Formula, inputs: readonly Vector[], apply: typeof op): Vector {
  const double = floatLanes('float64', apply);
  const promote = (a: Vector) => apply('f64x2.promote_low_f32x4', a);
  const upper = (a: Vector) => apply('i8x16.shuffle', a, a, [...highHalf, ...highHalf]);
  const evaluate = (half: Vector[]) =>
    apply('f32x4.demote_f64x2_zero', formula(double, ...half.map(promote)));
  const low = evaluate([...inputs]);
  const high = evaluate(inputs.map(upper));
  return apply('i8x16.shuffle', low, high, [...lowHalf, ...lowHalf.map((byte) => byte + 16)]);
}

function wordLanes(apply: typeof op): WordLanes<Vector, Vector> {
  return {
    word: (value) => apply('v128.const', 'i32x4', Array<number>(4).fill(value | 0)),
    addWord: (a, b) => apply('i32x4.add', a, b),
    mulWord: (a, b) => apply('i32x4.mul', a, b),
    xorWord: (a, b) => apply('v128.xor', a, b),
    shiftRightWord: (a, bits) => apply('i32x4.shr_u', a, bits),
    unit: (a) => {
      const number = apply('f32x4.convert_i32x4_s', apply('i32x4.shr_u', a, 8));
      return apply('f32x4.mul', number, apply('v128.const', 'f32x4', Array(4).fill(2 ** -24)));
    },
  };
}
