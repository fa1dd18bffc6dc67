/** Random numbers that are the same in every script, and the median. */

/** A small generator of uniform numbers (mulberry32), the same in every script. */
export function uniform(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers with mean 0 and variance 1. */
export function numbers(size, seed) {
  const next = uniform(seed);
  return Float32Array.from({ length: size }, () => (next() - 0.5) * Math.sqrt(12));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
