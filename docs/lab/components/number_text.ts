/** Numbers as a page writes them. */

/** With the minus sign of typesetting. */
export function withMinus(text: string): string {
  return text.replace('-', '−');
}

/** At an axis, where there is little room. */
export function tickText(value: number): string {
  return Math.abs(value) < 100_000 ? withMinus(String(value)) : powerText(value);
}

/** A number of things: 1,437. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

export function percentText(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** 10 to a whole power: 10⁻³. */
export function powerOfTen(power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `10${power < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** A number that is chosen, such as a rate, in few digits: 0.25, or 1.7 · 10⁻⁵. */
export function shortText(value: number): string {
  return isPlain(value) ? withMinus(String(Number(value.toPrecision(3)))) : powerText(value);
}

/** A number that is measured, with as many digits as are known of it: 0.250, or 1.7 · 10⁻⁵. */
export function measuredText(value: number, digits = 3): string {
  return isPlain(value) ? withMinus(value.toPrecision(digits)) : powerText(value);
}

/** A number with so many digits after the point, as long as it is of a usual size. */
export function fixedText(value: number, digits = 3): string {
  if (!(Math.abs(value) < 10_000)) return powerText(value);
  return withMinus((Object.is(value, -0) ? 0 : value).toFixed(digits));
}

const isPlain = (value: number) => Math.abs(value) >= 0.001 && Math.abs(value) < 1000;

function powerText(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'not finite';
  const [factor, power] = value.toExponential(1).split('e');
  return `${withMinus(factor)} · ${powerOfTen(Number(power))}`;
}
