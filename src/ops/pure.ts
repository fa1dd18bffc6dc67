/**
 * What computes the same whenever it is given the same, because no code of the user's own is in it:
 * layers, losses, optimizers of this library. Functions of the user's own may use numbers that change
 * and are no tensors, so what was compiled of them is compared anew with what they do.
 */
const pure = new WeakMap<object, readonly unknown[]>();

/** Says so of something that this library has made, if it is true of its parts. */
export function markPure<Thing extends object>(thing: Thing, parts: readonly object[] = []): Thing {
  if (parts.every(isPure)) pure.set(thing, functionsOf(thing));
  return thing;
}

/** Whether nobody has put a function of their own into it since, either. */
export function isPure(thing: object): boolean {
  const made = pure.get(thing);
  return made !== undefined && functionsOf(thing).every((own, i) => own === made[i]);
}

function functionsOf(thing: object): readonly unknown[] {
  return Object.values(thing).filter((value) => typeof value === 'function');
}
