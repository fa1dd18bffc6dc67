/** An experiment in parts of a few milliseconds: a page stops between them, a program does not. */
export type InParts<Result> = Generator<undefined, Result>;

/** Runs it to its end, at once. */
export function finish<Result>(parts: InParts<Result>): Result {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
