/**
 * What computes the same whenever it is given the same, because no code of the user's own is in it:
 * layers, losses, optimizers of this library. Functions of the user's own may use numbers that change
 * and are no tensors, so what was compiled of them is compared anew with what they do.
 */
const pure = new WeakSet<object>();

/** Says so of something that this library has made. */
export function markPure<Thing extends object>(thing: Thing): Thing {
  pure.add(thing);
  return thing;
}

export function isPure(thing: object): boolean {
  return pure.has(thing);
}
