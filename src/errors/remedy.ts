/**
 * What to do about a value that is one word away from being right: a function instead of what it
 * returns (`adam` for `adam()`), a promise instead of what it brings. Otherwise the remedy given.
 */
export function remedyFor(received: unknown, remedy: string): string {
  if (received instanceof Promise) return 'Write await in front of it.';
  if (typeof received !== 'function' || received.name === '') return remedy;
  // Classes, whose prototype cannot be replaced, are not called.
  const isClass = Object.getOwnPropertyDescriptor(received, 'prototype')?.writable === false;
  return isClass ? remedy : `Did you mean ${received.name}()?`;
}
