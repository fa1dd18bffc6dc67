/** How values are written in Python. */

/** A number, to the bit: Python reads the shortest text of a double as the same double. */
export function pythonNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return `float("${value > 0 ? 'inf' : value < 0 ? '-inf' : 'nan'}")`;
}

/** With a fraction, where a whole number would be of another type. */
export const pythonFloat = (value: number): string => {
  const text = pythonNumber(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

/** JSON's texts are Python's, where pairs of surrogates are written as one character. */
export const pythonText = (value: string): string => JSON.stringify(value);

export const pythonList = (values: readonly number[]): string =>
  `[${values.map(pythonNumber).join(', ')}]`;

/** `None`, or the number. */
export const pythonOrNone = (value: number | undefined): string =>
  value === undefined ? 'None' : pythonNumber(value);

export const pythonBoolean = (value: boolean): string => (value ? 'True' : 'False');
