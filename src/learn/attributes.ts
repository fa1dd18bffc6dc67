/** The attributes of an operation in words: `axes [0, 1]`, `negativeSlope 0.2`. */
export function describeAttributes(attributes: unknown): string[] {
  if (typeof attributes !== 'object' || attributes === null) return [];
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === true) return [name];
    const text = show(value);
    return text === undefined ? [] : [`${name} ${text}`];
  });
}

/** Numbers, words and lists of them; nothing for what is switched off. */
function show(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  return undefined;
}
