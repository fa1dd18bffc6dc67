/**
 * What the vectors of a block are taken into, one after another. Of a sum each addition waits for the one
 * before, and there is nothing to gain. The largest or smallest can do better than `max` and `min`, which are
 * eight instructions on many processors, each waiting for the last: a comparison that knows nothing of
 * `NaN` and -0 is one, and what it has missed is noted beside it and made good at the end.
 */
import type { FunctionBuilder } from '../../wasm/function.ts';
import type { simdLanes, Vector } from '../../wasm/simd_lanes.ts';
import { op, splat } from '../../wasm/values.ts';
import type { Combination } from '../body.ts';

export interface Chain {
  begin(): void;
  /** Takes the first lanes of a vector, 1 to 4. */
  absorb(x: Vector, count: number): void;
  result(): Vector;
}

/** From this many vectors on what is made good at the end costs less than it saves. */
const LONG = 8;

/**
 * @param name what it has is called in the code
 * @param vectors how many of them it will take
 */
export function chainOf(
  f: FunctionBuilder,
  name: string,
  lanes: ReturnType<typeof simdLanes>,
  combination: Combination,
  vectors: number,
): Chain {
  const { extremum } = combination;
  return extremum !== undefined && vectors >= LONG
    ? chainOfExtremum(f, name, combination.neutral, extremum)
    : chainOfAny(f, name, lanes, combination);
}

function only(count: number, x: Vector, others: Vector): Vector {
  if (count === 4) return x;
  const mask = [0, 1, 2, 3].map((lane) => (lane < count ? -1 : 0));
  return op('v128.bitselect', x, others, op('v128.const', 'i32x4', mask));
}

function chainOfAny(
  f: FunctionBuilder,
  name: string,
  lanes: ReturnType<typeof simdLanes>,
  { combine, neutral }: Combination,
): Chain {
  const joined = f.local('v128', name);
  return {
    begin: () => f.set(joined, splat(neutral)),
    absorb: (x, count) => f.set(joined, only(count, combine(lanes, joined, x), joined)),
    result: () => joined,
  };
}

function chainOfExtremum(
  f: FunctionBuilder,
  name: string,
  neutral: number,
  extremum: 'largest' | 'smallest',
): Chain {
  const farthest = f.local('v128', name);
  // The sign that a zero has in the end: of the largest it is minus where all numbers had it, of the smallest
  // where any had it; if there was another number than zeros on that side, nobody asks.
  const signs = f.local('v128', 'signs');
  const strange = f.local('v128', 'strange'); // all bits set where there was NaN
  const x = f.local('v128', 'x');
  const [start, join, better] =
    extremum === 'largest'
      ? ([-0, 'v128.and', 'f32x4.pmax'] as const)
      : ([0, 'v128.or', 'f32x4.pmin'] as const);
  return {
    begin() {
      f.set(farthest, splat(neutral));
      f.set(signs, splat(start));
      f.set(strange, splat(0));
    },
    absorb(given, count) {
      f.set(x, only(count, given, splat(neutral)));
      f.set(farthest, op(better, farthest, x));
      f.set(signs, op(join, signs, x));
      f.set(strange, op('v128.or', strange, op('f32x4.ne', x, x)));
    },
    result() {
      const isZero = op('f32x4.eq', farthest, splat(0));
      const zero = op('v128.and', signs, splat(-0));
      const number = op('v128.bitselect', zero, farthest, isZero);
      return op('v128.bitselect', splat(Number.NaN), number, strange);
    },
  };
}
