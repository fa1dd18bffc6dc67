/** Numbers that other systems keep as float32, as they were meant. */

/** The shortest decimal number that float32 rounds to the same: 0.01, not 0.009999999776482582. */
export function shortest(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}
