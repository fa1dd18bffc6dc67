/** How numbers are written: with which decimal mark, and with which mark between thousands, if any. */

export interface Notation {
  readonly decimal: '.' | ',';
  /** Nothing, or what parts the digits of large numbers into threes. */
  readonly thousands: '' | ',' | '.' | ' ' | "'" | '_';
}

/** The number that a text is; NaN for other texts. */
export type ParseNumber = (text: string) => number;

/** The number that a text is in plain decimal notation, such as `-1.5e3`; NaN for other texts. */
export function parsePlain(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code >= 48 && code <= 57;
    // By code, since this is asked of each character of a file: . - + e E
    const mark = code === 46 || code === 45 || code === 43 || code === 101 || code === 69;
    if (!digit && !mark) return Number.NaN;
  }
  return text === '' ? Number.NaN : Number(text);
}

export function numberParser(notation: Notation): ParseNumber {
  const { decimal, thousands } = notation;
  if (decimal === '.' && thousands === '') return parsePlain;
  const toPlain = plainText(notation);
  return (text) => {
    const plain = toPlain(text);
    return plain === undefined ? Number.NaN : parsePlain(plain);
  };
}

/** The same number in plain notation: a function to undefined for texts that are none. */
export function plainText({ decimal, thousands }: Notation): (text: string) => string | undefined {
  const parts = thousands === '' ? '' : `|\\d{1,3}(?:${within(thousands)}\\d{3})+`;
  const number = new RegExp(`^([-+]?)(\\d*${parts})(?:${within(decimal)}(\\d*))?([eE][-+]?\\d+)?$`);
  return (text) => {
    const [, sign, whole, fraction, exponent = ''] = number.exec(text) ?? [];
    if (sign === undefined) return undefined;
    const digits = whole.replaceAll(/\D/g, '');
    return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}${exponent}`;
  };
}

/** A mark within a regular expression; spreadsheets also write spaces that no line is broken at. */
function within(mark: string): string {
  return mark === ' ' ? '[ \\u00a0\\u202f]' : mark.replace('.', '\\.');
}

const NOTATIONS: readonly Notation[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  ...([',', ' ', "'", '_'] as const).map((thousands) => ({ decimal: '.', thousands }) as const),
  ...(['.', ' ', "'", '_'] as const).map((thousands) => ({ decimal: ',', thousands }) as const),
];

/** The notations that can be told apart. */
export function isNotation(notation: { decimal: unknown; thousands: unknown }): boolean {
  return NOTATIONS.some(
    ({ decimal, thousands }) => notation.decimal === decimal && notation.thousands === thousands,
  );
}

/** Signs that spreadsheets show with a number. */
const SIGN = /^[€$£¥]\s*|\s*[%€$£¥]$/g;
const NEARLY = /^[-+]?\d[\d.,' _\u00a0\u202f]*(?:[eE][-+]?\d+)?$/;

/** What people would take for a number, without a sign; undefined for all other texts. */
export function nearlyNumber(text: string): string | undefined {
  if (!/\d/.test(text)) return undefined;
  const bare = text.replaceAll(SIGN, '');
  return NEARLY.test(bare) && notationsOf([bare]).length > 0 ? bare : undefined;
}

/** The notations in which all of the texts are numbers, and whose marks occur in one of them. */
export function notationsOf(texts: readonly string[]): readonly Notation[] {
  return NOTATIONS.filter((notation) => {
    const { thousands } = notation;
    const mark = new RegExp(within(thousands));
    const parse = numberParser(notation);
    return (
      (thousands === '' || texts.some((text) => mark.test(text))) &&
      texts.every((text) => !Number.isNaN(parse(text)))
    );
  });
}
