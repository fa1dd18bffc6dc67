/**
 * Long computations in parts. A generator yields nothing wherever it may be interrupted: between two of
 * its parts a page can be drawn, a signal can come. Nobody needs to wait: `atOnce` computes the whole.
 */

/** A computation that can be continued with `next()` until it gives its result. */
export type InParts<Result> = Generator<undefined, Result, void>;

/** All parts, one after another. */
export function atOnce<Result>(parts: InParts<Result>): Result {
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}
