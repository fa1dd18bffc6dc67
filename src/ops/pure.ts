/**
 * What computes the same whenever it is given the same, because no code of the user's own is in it:
 * layers, losses, optimizers of this library. Functions of the user's own may use numbers that change
 * and are no tensors, so what was compiled of them is compared anew with what they do.
 */
const pure = new WeakMap<object, readonly unknown[]>();

/** Says so of something that this library has made, if it is true of its parts. */
export function markPure<Thing extends object>(thing: Thing, parts: readonly object[] = []): Thing {
  if (parts.every(isPure)) pure.set(thing, Object.values(thing));
  return thing;
}

/** Whether nobody has put a function of their own into it since, either. */
export function isPure(thing: object): boolean {
  const made = pure.get(thing);
  const isSame = (value: unknown, i: number) => typeof value !== 'function' || value === made?.[i];
  return made !== undefined && Object.values(thing).every(isSame);
}
