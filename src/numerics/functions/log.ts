/**
 * log x = k log 2 + log(1 + f), where 1 + f lies between sqrt(1/2) and sqrt(2), and
 * log(1 + f) = 2s + s^3 (...) with s = f / (2 + f), in the form of Sun's fdlibm:
 * f - (f^2/2 - s (f^2/2 + R)), whose roundings are small against f.
 */
import type { Formula, Lanes } from '../lanes.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';
import { LOG_2 } from './reduction.ts';

/** log((1 + s) / (1 - s)) = 2s + s^3 (c0 + c1 s^2 + ...) */
export const LOG_POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [0.66666776, 0.3997756, 0.298719],
  float64: [
    0.6666666666666735, 0.3999999999940916, 0.2857142874377333, 0.22222198415701797,
    0.1818357326377135, 0.15313803527247322, 0.14798597115444098,
  ],
};

/** Denormal numbers are below `tiny`; `shift` of them more powers of two make them normal. */
const DENORMAL: ByPrecision<{ tiny: number; shift: number; factor: number }> = {
  float32: { tiny: 2 ** -126, shift: 23, factor: 2 ** 23 },
  float64: { tiny: 2 ** -1022, shift: 52, factor: 2 ** 52 },
};

/** x = 2^k (1 + f) for positive finite x, denormal ones too; f is exact. */
export function splitLog<V, M>(l: Lanes<V, M>, x: V): { k: V; f: V } {
  const { tiny, shift, factor } = DENORMAL[l.precision];
  const denormal = l.lt(x, l.constant(tiny));
  const normal = l.select(denormal, l.mul(x, l.constant(factor)), x);
  const offset = l.select(denormal, l.constant(-shift), l.constant(0));
  const { k, f } = splitNormal(l, normal);
  return { k: l.add(k, offset), f };
}

function splitNormal<V, M>(l: Lanes<V, M>, x: V): { k: V; f: V } {
  const one = l.constant(1);
  const significand = l.significand(x);
  const exponent = l.exponent(x);
  const large = l.gt(significand, l.constant(Math.SQRT2));
  const k = l.select(large, l.add(exponent, one), exponent);
  const near = l.select(large, l.mul(significand, l.constant(0.5)), significand);
  return { k, f: l.sub(near, one) };
}

/** log(1 + f) = f - (square - rest); square = f^2 / 2, and rest is smaller still. */
export function logCurve<V, M>(
  l: Lanes<V, M>,
  f: V,
  coefficients: readonly number[],
): { square: V; rest: V } {
  const s = l.div(f, l.add(f, l.constant(2)));
  const z = l.mul(s, s);
  const square = l.mul(l.mul(f, l.constant(0.5)), f);
  const curve = l.mul(z, polynomial(l, z, coefficients));
  return { square, rest: l.mul(s, l.add(square, curve)) };
}

/** k log 2 + log(1 + f) + low, for a small `low`. */
function assemble<V, M>(l: Lanes<V, M>, k: V, f: V, low?: V): V {
  const log2 = LOG_2[l.precision];
  const { square, rest } = logCurve(l, f, LOG_POLYNOMIAL[l.precision]);
  const product = l.mul(k, l.constant(log2.low));
  const small = l.add(rest, low === undefined ? product : l.add(product, low));
  return l.add(l.mul(k, l.constant(log2.high)), l.sub(f, l.sub(square, small)));
}

/** `y` where x is inside of the domain (edge, Infinity); at and outside of its ends what is right. */
function inDomain<V, M>(l: Lanes<V, M>, x: V, edge: number, y: V): V {
  const end = l.constant(edge);
  const outside = l.select(
    l.eq(x, end),
    l.constant(Number.NEGATIVE_INFINITY),
    l.constant(Number.NaN),
  );
  const result = l.select(l.gt(x, end), y, outside);
  return l.select(l.lt(x, l.constant(Number.POSITIVE_INFINITY)), result, x);
}

/**
 * The natural logarithm. log(+-0) = -Infinity, log(1) = +0, log(Infinity) = Infinity; NaN for negative
 * numbers and NaN. Denormal numbers count in full.
 */
export const log: Formula = (l, x) => {
  const { k, f } = splitLog(l, x);
  return inDomain(l, x, 0, assemble(l, k, f));
};

/**
 * log(1 + x), precise for small x: what the sum u = 1 + x loses, c, is added as c / u. (Where u - 1
 * is inexact, c is too small to matter.)
 *
 * log1p(-1) = -Infinity, log1p(+-0) = +-0, log1p(Infinity) = Infinity; NaN below -1 and of NaN; of a
 * denormal number it is the number itself.
 */
export const log1p: Formula = (l, x) => {
  const one = l.constant(1);
  const u = l.add(one, x);
  const lost = l.sub(x, l.sub(u, one));
  const { k, f } = splitNormal(l, u);
  const result = assemble(l, k, f, l.div(lost, u));
  return l.copySign(inDomain(l, x, -1, result), x);
};
