/** Float32 numbers to test bit identity with, and how two results are compared. */

const specials = [
  0,
  1,
  2,
  3,
  0.5,
  1.5,
  2.5,
  0.1,
  100,
  88.7,
  1e-3,
  1e5,
  8388607.5,
  8388608,
  16777216,
  2147483648,
  3.4028234663852886e38,
  1.1754943508222875e-38,
  1.1754942106924411e-38,
  1.401298464324817e-45,
  Math.PI,
  Math.E,
  Math.LN2,
  Number.POSITIVE_INFINITY,
].flatMap((x) => [x, -x]);

/** Special values, all pairs of them over both inputs, then random bit patterns; the same always. */
export function patterns(inputs: number, random: number): Float32Array[] {
  const values = Float32Array.from([...specials, Number.NaN]);
  const pairs = inputs === 1 ? 1 : values.length;
  const length = values.length * pairs + random;
  let state = 0x9e3779b9;
  return Array.from({ length: inputs }, (_, input) => {
    const numbers = new Float32Array(length);
    const bits = new Uint32Array(numbers.buffer);
    for (let i = 0; i < length; i++) {
      if (i < values.length * pairs) {
        numbers[i] = values[input === 0 ? i % values.length : Math.floor(i / values.length)];
      } else {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
        // Every second one of moderate size, where most formulas do their work.
        bits[i] = i % 2 === 0 ? mixed : (mixed & 0x87ffffff) | 0x3c000000;
      }
    }
    return numbers;
  });
}

/** The bits of the numbers, with one pattern for every NaN. */
export function canonicalBits(numbers: Float32Array): Uint32Array {
  const bits = new Uint32Array(numbers.slice().buffer);
  return bits.map((word, i) => (Number.isNaN(numbers[i]) ? 0x7fc00000 : word));
}
