/**
 * Counter-based random numbers: a hash of (key, counter, element), so that a dropout mask needs no
 * state, is the same in every interpretation, and can be computed for any element alone.
 *
 * The mixer is the 32-bit finalizer with constants 0x21f0aaad and 0xd35a2d97 found by
 * T. Ettinger's search for low-bias mixers (hash-prospector issue 19), applied in three rounds.
 */
import type { WordLanes } from './lanes.ts';

function mix<W, V>(l: WordLanes<W, V>, h: W): W {
  let x = h;
  x = l.xorWord(x, l.shiftRightWord(x, 16));
  x = l.mulWord(x, l.word(0x21f0aaad));
  x = l.xorWord(x, l.shiftRightWord(x, 15));
  x = l.mulWord(x, l.word(0xd35a2d97));
  return l.xorWord(x, l.shiftRightWord(x, 15));
}

/**
 * A uniform number from 0 to below 1, as a multiple of 2^-24, for one element.
 * @param key the stream (which layer, which seed)
 * @param counter which draw from the stream (the iteration, the micro-batch)
 * @param element the row-major index of the element
 */
export function uniformAt<W, V>(l: WordLanes<W, V>, key: W, counter: W, element: W): V {
  const stream = mix(l, l.addWord(mix(l, l.addWord(key, l.word(0x9e3779b9))), counter));
  return l.unit(mix(l, l.addWord(stream, l.mulWord(element, l.word(0x9e3779b9)))));
}
