/**
 * `base^exponent` in float64 for a whole exponent, 0 or more, by repeated squaring. `Math.pow` may
 * differ between engines; products do not. The relative error is below `exponent · 2^-53`.
 */
export function integerPower(base: number, exponent: number): number {
  let power = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
