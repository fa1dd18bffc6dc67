/** Round numbers along an axis, for any range that float64 has. */

/**
 * Ticks at multiples of 1, 2 or 5 times a power of ten, about as many as asked, within the limits. Where
 * the range is too small for that (a single value, or less than its own digits can tell apart) the limits.
 * @param low finite, like `high`, and not above it
 */
export function ticks(low: number, high: number, about: number): number[] {
  const distance = roundDistance(high / about - low / about);
  const first = Math.ceil(low / distance - 1e-9);
  const last = Math.floor(high / distance + 1e-9);
  const count = last - first + 1;
  const told = count >= 2 && count < 10 * about && Math.max(Math.abs(first), Math.abs(last)) < 1e11;
  const found = Array.from({ length: told ? count : 0 }, (_, at) => tidy((first + at) * distance));
  const between = found.filter(Number.isFinite);
  if (between.length >= 2) return between;
  return low === high ? [low] : [low, high];
}

/**
 * Ticks of a logarithmic axis: powers of ten, every second or third where there are many; with less than
 * three of them 1, 2 and 5 times a power of ten, and otherwise as on a linear axis.
 * @param low finite and above 0, like `high`, and not above it
 */
export function logTicks(low: number, high: number): number[] {
  const [from, to] = [low, high].map((value) => Number(value.toExponential().split('e')[1]));
  const inside = (values: number[]) => values.filter((v) => v > 0 && v >= low && v <= high);
  const decades = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const every = Math.ceil(decades.length / 8);
  const powers = inside(
    decades.filter((exponent) => exponent % every === 0).map((exponent) => Number(`1e${exponent}`)),
  );
  if (powers.length > 2) return powers;
  const finer = inside(decades.flatMap((k) => [1, 2, 5].map((digit) => Number(`${digit}e${k}`))));
  return finer.length > 2 ? finer : ticks(low, high, 5);
}

/** Eight characters have room beside the axis. */
export function tickLabel(value: number): string {
  const text = String(value);
  return text.length > 8 ? value.toExponential(2).replace(/\.?0+e/, 'e') : text;
}

/** The smallest of 1, 2, 5, 10, … times a power of ten that is not below; NaN if it cannot be told. */
function roundDistance(least: number): number {
  const [, exponent] = least.toExponential().split('e');
  const power = Number(`1e${exponent}`);
  const found = [1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9));
  return found === undefined || power === 0 ? Number.NaN : found * power;
}

/** Without the last digits, which are those of rounding: 0.1 and not 0.30000000000000004 / 3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The smallest and the largest of numbers, however many there are; [0, 0] of none. */
export function limits(values: readonly number[]): [low: number, high: number] {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** How far a value is from `low` to `high`, 0 to 1, also where their difference overflows. */
export function fraction(value: number, low: number, high: number): number {
  if (low === high) return 0;
  const whole = high - low;
  return Number.isFinite(whole)
    ? (value - low) / whole
    : (value / 2 - low / 2) / (high / 2 - low / 2);
}
