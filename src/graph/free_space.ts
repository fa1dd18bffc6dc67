/** Space in a row of bytes, taken and given back: the smallest free span that fits, or behind all others. */

/** A cache line. */
const ALIGNMENT = 64;

export interface Span {
  readonly address: number;
  readonly bytes: number;
}

export interface FreeSpace {
  /** From here on everything is free. */
  readonly top: number;
  /** Free space of at least so many bytes, if there is some below the top. */
  takeFree(bytes: number): Span | undefined;
  /** Space above the top. */
  takeAbove(bytes: number): Span;
  give(span: Span): void;
}

/** How many bytes are taken for some: whole cache lines. */
export function rounded(bytes: number): number {
  return Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
}

/** @param start where it begins; everything from there on is free */
export function createFreeSpace(start: number): FreeSpace {
  let top = start;
  const free: { address: number; bytes: number }[] = []; // by address, never neighbours

  return {
    get top() {
      return top;
    },
    takeFree(wanted) {
      const bytes = rounded(wanted);
      let best = -1;
      for (let at = 0; at < free.length; at++) {
        if (free[at].bytes >= bytes && (best < 0 || free[at].bytes < free[best].bytes)) best = at;
      }
      if (best < 0) return undefined;
      const span = free[best];
      const { address } = span;
      span.address += bytes;
      span.bytes -= bytes;
      if (span.bytes === 0) free.splice(best, 1);
      return { address, bytes };
    },
    takeAbove(wanted) {
      const span = { address: top, bytes: rounded(wanted) };
      top += span.bytes;
      return span;
    },
    give({ address, bytes }) {
      const after = free.findIndex((span) => span.address > address);
      const at = after < 0 ? free.length : after;
      free.splice(at, 0, { address, bytes });
      joinWithNext(free, at);
      joinWithNext(free, at - 1);
      const last = free[free.length - 1];
      if (last.address + last.bytes !== top) return;
      top = last.address;
      free.pop();
    },
  };
}

function joinWithNext(free: { address: number; bytes: number }[], at: number): void {
  if (at < 0 || at + 1 >= free.length) return;
  const [span, next] = [free[at], free[at + 1]];
  if (span.address + span.bytes !== next.address) return;
  span.bytes += next.bytes;
  free.splice(at + 1, 1);
}
