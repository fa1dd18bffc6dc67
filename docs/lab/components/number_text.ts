/** Numbers as a page writes them. */

/** With the minus sign of typesetting. */
export function withMinus(text: string): string {
  return text.replace('-', '−');
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

/** A size or a rate in few digits: 0.25, or 1.7 · 10⁻⁵. */
export function shortText(value: number, digits = 3): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 0.001 && size < 1000) return withMinus(String(Number(value.toPrecision(digits))));
  if (!Number.isFinite(value)) return 'not finite';
  const [factor, power] = value.toExponential(1).split('e');
  return `${withMinus(factor)} · ${powerOfTen(Number(power))}`;
}
