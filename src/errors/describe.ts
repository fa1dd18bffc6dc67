/** How error messages show a received value: short, unambiguous, never throwing. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) {
    const shown = value.slice(0, 6).map(describe).join(', ');
    return `[${shown}${value.length > 6 ? `, … ${value.length} in all` : ''}]`;
  }
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  const kind = value.constructor?.name;
  if (kind !== undefined && kind !== 'Object') return `an object of class ${kind}`;
  return `{ ${Object.keys(value).slice(0, 6).join(', ')} }`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** `[2, 3]` for shapes and axes. */
export function describeShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
