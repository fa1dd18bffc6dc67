/** Products of float64 numbers with all their digits, without a fused multiply-add. */
import type { Lanes } from '../lanes.ts';

/** x as a sum of two numbers of 26 bits each (Veltkamp); for |x| below 2^996. */
export function halves<V, M>(l: Lanes<V, M>, x: V): [V, V] {
  const wide = l.mul(x, l.constant(2 ** 27 + 1));
  const high = l.sub(wide, l.sub(wide, x));
  return [high, l.sub(x, high)];
}

/** a b = high + low, where high is the rounded product (Dekker). */
export function exactProduct<V, M>(l: Lanes<V, M>, a: V, b: V): { high: V; low: V } {
  const [a1, a2] = halves(l, a);
  const [b1, b2] = halves(l, b);
  const high = l.mul(a, b);
  const cross = l.add(l.sub(l.mul(a1, b1), high), l.mul(a1, b2));
  return { high, low: l.add(l.add(cross, l.mul(a2, b1)), l.mul(a2, b2)) };
}
