/** Counter-based normal numbers, for noise. */
import { atLeast } from './functions/clamp.ts';
import { log } from './functions/log.ts';
import { cosOfTurns } from './functions/trigonometry.ts';
import { uniformAt } from './hash.ts';
import type { Formula, Lanes } from './lanes.ts';
import type { WordLanes } from './word_lanes.ts';

/**
 * `√(-2 ln u) · cos 2πt`, u = high + 2^-24 · low (Box and Muller, 1958): standard normal for uniform
 * numbers from 0 to below 1.
 *
 * The radius takes two uniforms of 24 bits, for with one of them it would end at 5.8, which a billion
 * draws pass several times. With 48 bits it ends at 8.2; both tails are as heavy as they should be.
 */
export const boxMuller: Formula = (l, high, low, turns) => {
  const u = l.add(high, l.mul(low, l.constant(2 ** -24)));
  // No bit set, once in 2^48, counts as half of the lowest.
  const surprise = l.mul(log(l, atLeast(l, u, 2 ** -49)), l.constant(-2));
  return l.mul(l.sqrt(surprise), cosOfTurns(l, turns));
};

/**
 * A standard normal number for one element, from the three uniform numbers that are its own.
 * @param key the stream (which layer, which seed)
 * @param counter which draw from the stream (the iteration, the micro-batch)
 * @param element the row-major index of the element
 */
export function normalAt<W, V, M>(
  l: Lanes<V, M> & WordLanes<W, V>,
  key: W,
  counter: W,
  element: W,
): V {
  const first = l.mulWord(element, l.word(3));
  const [high, low, turns] = [0, 1, 2].map((i) =>
    uniformAt(l, key, counter, l.addWord(first, l.word(i))),
  );
  return boxMuller(l, high, low, turns);
}
