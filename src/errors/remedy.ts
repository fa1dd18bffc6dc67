/**
 * What to do about a value that is one word away from being right: a function instead of what it
 * returns (`adam` for `adam()`), a promise instead of what it brings. Otherwise the remedy given.
 */
export function remedyFor(received: unknown, remedy: string): string {
  if (received instanceof Promise) return 'Write await in front of it.';
  const factory = typeof received === 'function' && received.name !== '' && !isClass(received);
  return factory ? `Did you mean ${received.name}()?` : remedy;
}

/** Whether a function is a class, which cannot be called: its prototype cannot be replaced. */
export function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}
