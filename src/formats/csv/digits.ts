/** Whether whole numbers keep their digits when they are stored. */
import { type Notation, plainText } from './notation.ts';

/**
 * Whether a stored number still has all digits of a text that is a whole number. With an exponent it was
 * measured, and keeps what it needs.
 */
export function keepsDigits(
  value: number,
  stored: number,
  text: string,
  notation: Notation,
): boolean {
  if (stored === value && Number.isSafeInteger(value)) return true;
  const [, digits] = /^([-+]?\d+)(?:\.0*)?$/.exec(plainText(notation)(text) ?? '') ?? [];
  return digits === undefined || BigInt(digits.replace('+', '')) === BigInt(stored);
}
