import type { Lanes } from '../lanes.ts';

/**
 * Limits `x` to [low, high]. NaN stays NaN. Written with `select`, which costs a processor less than
 * the `min` and `max` of IEEE 754 with their care for NaN and the sign of zero.
 */
export function clamp<V, M>(l: Lanes<V, M>, x: V, low: number, high: number): V {
  return atMost(l, atLeast(l, x, low), high);
}

export function atLeast<V, M>(l: Lanes<V, M>, x: V, low: number): V {
  const limit = l.constant(low);
  return l.select(l.lt(x, limit), limit, x);
}

export function atMost<V, M>(l: Lanes<V, M>, x: V, high: number): V {
  const limit = l.constant(high);
  return l.select(l.lt(limit, x), limit, x);
}
