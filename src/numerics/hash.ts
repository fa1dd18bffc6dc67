/**
 * Counter-based random numbers: a hash of (key, counter, element), so that a dropout mask needs no
 * state, is the same in every interpretation, and can be computed for any element alone.
 */
import type { WordLanes } from './word_lanes.ts';

/** 2^32 divided by the golden ratio: separates inputs that are small or equal. */
const GOLDEN = 0x9e3779b9;

/**
 * A permutation of the words in which every input bit changes every output bit about half of the
 * time: shifts and multipliers of the best two-round mixer of the hash-prospector project (its
 * issue 19).
 */
function mix<W, V>(l: WordLanes<W, V>, h: W): W {
  let x = h;
  x = l.xorWord(x, l.shiftRightWord(x, 16));
  x = l.mulWord(x, l.word(0x21f0aaad));
  x = l.xorWord(x, l.shiftRightWord(x, 15));
  x = l.mulWord(x, l.word(0xd35a2d97));
  return l.xorWord(x, l.shiftRightWord(x, 15));
}

/**
 * 32 random bits for one element: the mixed terms of an arithmetic progression, whose start and odd
 * difference are themselves hashes of key and counter. With one difference for all, the progressions
 * would be parts of a single one, and the masks of two iterations could be shifted copies of each other.
 * @param key the stream (which layer, which seed)
 * @param counter which draw from the stream (the iteration, the micro-batch)
 * @param element the row-major index of the element
 */
export function wordAt<W, V>(l: WordLanes<W, V>, key: W, counter: W, element: W): W {
  const start = mix(l, l.addWord(mix(l, l.addWord(key, l.word(GOLDEN))), counter));
  const half = mix(l, l.addWord(start, l.word(GOLDEN)));
  const difference = l.addWord(l.addWord(half, half), l.word(1));
  return mix(l, l.addWord(start, l.mulWord(element, difference)));
}

/**
 * `wordAt` of one key for elements 0, 1, 2 and so on, as numbers from 0 to below 2^32. Written out for
 * numbers: through lanes, which engines see in several kinds, a word takes ten times as long.
 */
export function wordsInOrder(l: WordLanes<number, number>, key: number): () => number {
  const start = mix(l, l.addWord(mix(l, l.addWord(key, GOLDEN)), 0));
  const half = mix(l, l.addWord(start, GOLDEN));
  const difference = l.addWord(l.addWord(half, half), 1);
  let term = start;
  return () => {
    let x = term;
    term = (term + difference) | 0;
    x ^= x >>> 16;
    x = Math.imul(x, 0x21f0aaad);
    x ^= x >>> 15;
    x = Math.imul(x, 0xd35a2d97);
    return (x ^ (x >>> 15)) >>> 0;
  };
}

/** A uniform number from 0 to below 1, as a multiple of 2^-24, for one element; see `wordAt`. */
export function uniformAt<W, V>(l: WordLanes<W, V>, key: W, counter: W, element: W): V {
  return l.unit(wordAt(l, key, counter, element));
}
