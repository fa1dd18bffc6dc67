/**
 * A value whose numbers JSON keeps: those that it has none for are texts, `"NaN"`, `"Infinity"`, `"-Infinity"`
 * and `"-0"`, which `Number` reads. What has a `toJSON` of its own says it itself.
 */
export function forJson(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? value : numberInWords(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(forJson);
  if ('toJSON' in value && typeof value.toJSON === 'function') return forJson(value.toJSON());
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, forJson);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, forJson(part)]));
}

const numberInWords = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
