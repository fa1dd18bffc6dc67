/**
 * sin and cos: the angle in quarter turns, then a polynomial for what is beyond the nearest whole
 * number of them. The hard part is the angle of a large x, x / (2 pi): most of its digits are whole
 * turns and cancel. So 1 / (2 pi) comes in parts, x times each part is exact (times the last one it
 * is small), and whole turns are dropped from each product before they are added. No x needs another
 * path.
 */
import type { Formula, Lanes } from '../lanes.ts';
import { halves } from './exact_product.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';

interface Method {
  /** 1 / (2 pi), in parts. */
  readonly turn: readonly number[];
  /** Into how many numbers x is taken apart, so that their products with the parts are exact. */
  readonly split: 1 | 2;
  /** sin r = r + r^3 (c0 + c1 r^2 + ...) for |r| <= pi / 4 */
  readonly sine: readonly number[];
  /** cos r = 1 - r^2 / 2 + r^4 (c0 + c1 r^2 + ...) for |r| <= pi / 4 */
  readonly cosine: readonly number[];
}

const METHOD: ByPrecision<Method> = {
  // Parts of 28 bits for the 24 of x, down to 2^-193: enough for 2^128.
  float32: {
    turn: [
      0.15915494039654732, 2.6953480142255515e-9, 4.038449450981451e-18, 1.9241762118391763e-26,
      4.1707168783816406e-35, 3.877041902507235e-43,
    ],
    split: 1,
    sine: [-0.16666654536631662, 0.008332156053943546, -0.0001951463191243796],
    cosine: [0.04166664555447533, -0.0013887309866885123, 0.000024432413010320675],
  },
  // Parts of 24 bits for halves of 26, down to 2^-197: enough for 2^60.
  float64: {
    turn: [
      0.15915489196777344, 5.1124121824841495e-8, 7.342738037334397e-17, 8.135945344989493e-24,
      6.1778468600120854e-30, 3.2976799360429236e-37, 2.897178338357036e-44,
    ],
    split: 2,
    sine: [
      -0.1666666666666663, 0.00833333333332189, -0.00019841269829420804, 0.000002755731356577763,
      -2.5050739332293735e-8, 1.5895751310610312e-10,
    ],
    cosine: [
      0.041666666666666595, -0.0013888888888873316, 0.00002480158728897323, -2.7557314205756297e-7,
      2.087570352694405e-9, -1.1358637549834277e-11,
    ],
  },
};

/** pi / 2, in two parts. */
const QUARTER = { high: Math.PI / 2, low: 6.123233995736766e-17 };

/** x in quarter turns: a whole number of them, modulo 4, and a rest from -1/2 to 1/2. */
function quarterTurns<V, M>(l: Lanes<V, M>, x: V, method: Method): { whole: V; rest: V } {
  const pieces = method.split === 2 ? halves(l, x) : [x];
  let whole = l.constant(0);
  let rest = l.constant(0);
  for (const part of method.turn) {
    for (const piece of pieces) {
      const turns = l.mul(piece, l.constant(part));
      const quarters = l.mul(l.sub(turns, l.nearest(turns)), l.constant(4));
      const sum = l.add(rest, quarters);
      const nearest = l.nearest(sum);
      whole = l.add(whole, nearest);
      rest = l.sub(sum, nearest);
    }
  }
  return { whole, rest };
}

/** sin(x + quarters of a turn), evaluated in float64, as precise as the method of a precision is. */
function wave(method: Method, quarters: 0 | 1): Formula {
  return (l, x) => {
    const { whole, rest } = quarterTurns(l, x, method);
    // A small x is its own rest, and its sign is kept if it is 0.
    const small = l.lt(l.abs(x), l.constant(0.5));
    const r = l.select(small, x, l.mul(rest, l.constant(QUARTER.high)));
    const tail = l.select(small, l.constant(0), l.mul(rest, l.constant(QUARTER.low)));
    const square = l.mul(r, r);
    const sine = l.select(l.eq(x, l.constant(0)), x, sineCurve(l, method, r, square, tail));
    const cosine = cosineCurve(l, method, square);
    return afterQuarters(l, l.add(whole, l.constant(quarters)), sine, cosine);
  };
}

/** sin(r + tail) for |r| <= pi / 4 and a tail that is small against it. */
function sineCurve<V, M>(l: Lanes<V, M>, method: Method, r: V, square: V, tail: V): V {
  const cubic = l.mul(l.mul(r, square), polynomial(l, square, method.sine));
  return l.add(r, l.add(cubic, tail));
}

/** cos r for |r| <= pi / 4, from its square. */
function cosineCurve<V, M>(l: Lanes<V, M>, method: Method, square: V): V {
  const fourth = l.mul(l.mul(square, square), polynomial(l, square, method.cosine));
  return l.add(l.sub(l.constant(1), l.mul(square, l.constant(0.5))), fourth);
}

/** The sine of a whole number of quarter turns and a rest, whose sine and cosine are given. */
function afterQuarters<V, M>(l: Lanes<V, M>, quarter: V, sine: V, cosine: V): V {
  const half = l.floor(l.mul(quarter, l.constant(0.5)));
  const value = l.select(l.eq(quarter, l.add(half, half)), sine, cosine);
  const pair = l.mul(half, l.constant(0.5));
  return l.select(l.eq(pair, l.floor(pair)), value, l.neg(value));
}

const SINE: ByPrecision<Formula> = {
  float32: wave(METHOD.float32, 0),
  float64: wave(METHOD.float64, 0),
};
const COSINE: ByPrecision<Formula> = {
  float32: wave(METHOD.float32, 1),
  float64: wave(METHOD.float64, 1),
};

/**
 * The sine of x in radians, between -1 and 1. In float32 precise for every finite x, in float64 up to
 * |x| = 2^60; beyond, the result is between -1 and 1 but has nothing to do with x, and is NaN from
 * 2^996 on.
 * sin(+-0) = +-0; NaN for infinities and NaN; of a denormal number it is the number itself.
 */
export const sin: Formula = (l, x) => l.inDouble(SINE[l.precision], x);

/**
 * The cosine of x in radians, between -1 and 1, as precise as `sin` is.
 * cos(+-0) = 1; NaN for infinities and NaN.
 */
export const cos: Formula = (l, x) => l.inDouble(COSINE[l.precision], x);

/**
 * cos(2 pi t) for t from 0 to 1: the cosine of an angle that comes in turns, as random ones do. There is
 * nothing to reduce and no need for float64, so it costs a sixth of `cos`.
 */
export const cosOfTurns: Formula = (l, t) => {
  const method = METHOD[l.precision];
  const quarters = l.mul(t, l.constant(4));
  const whole = l.nearest(quarters);
  const r = l.mul(l.sub(quarters, whole), l.constant(QUARTER.high));
  const square = l.mul(r, r);
  const sine = sineCurve(l, method, r, square, l.constant(0));
  return afterQuarters(l, l.add(whole, l.constant(1)), sine, cosineCurve(l, method, square));
};
