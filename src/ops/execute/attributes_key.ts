/**
 * The attributes of an operation as text, by which its kernels are told apart: as JSON, in which numbers
 * that JSON has no text for stand by name.
 */
export function attributesKey(attributes: unknown): string {
  if (attributes === undefined) return '';
  return JSON.stringify(attributes, (_, value) => {
    if (typeof value !== 'number') return value;
    return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);
  });
}
