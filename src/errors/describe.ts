import { visible } from './visible.ts';

/** How error messages show a received value: short, unambiguous, never throwing. */
export function describe(value: unknown): string {
  return describeWithin(value, 3);
}

/** @param depth how many brackets may be opened: values out of files can nest without end */
function describeWithin(value: unknown, depth: number): string {
  if (typeof value === 'string') return visible(JSON.stringify(shorten(value)));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (value === null || typeof value !== 'object')
    return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) {
    if (depth === 0) return '[…]';
    const shown = value
      .slice(0, 6)
      .map((item) => describeWithin(item, depth - 1))
      .join(', ');
    return `[${shown}${value.length > 6 ? `, … ${value.length} in all` : ''}]`;
  }
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  // By the prototype, because an object out of a file may have a key named constructor.
  const kind = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
  if (kind !== 'Object') return `an object of class ${kind}`;
  return `{ ${Object.keys(value).slice(0, 6).map(shorten).join(', ')} }`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** `[2, 3]` for shapes and axes. */
export function describeShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
