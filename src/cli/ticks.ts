/** Round numbers along an axis. */

/** Ticks at multiples of 1, 2 or 5 times a power of ten, about as many as asked, within the limits. */
export function ticks(low: number, high: number, about: number): number[] {
  const distance = roundDistance((high - low) / about);
  const first = Math.ceil(low / distance - 1e-9);
  const last = Math.floor(high / distance + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * distance));
}

/** The smallest of 1, 2, 5, 10, … that is not below; of any size, so that nothing hangs on a unit. */
function roundDistance(least: number): number {
  let power = 1;
  while (power < least) power *= 10;
  while (power >= 10 * least) power /= 10;
  return (
    [power / 10, power / 5, power / 2, power].find((size) => size >= least * (1 - 1e-9)) ?? power
  );
}

/** Without the last digits, which are those of rounding: 0.1 and not 0.30000000000000004 / 3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
