/**
 * The C library of Linux gives a large array back to the system when it is freed, so that the next one is made of
 * fresh pages, whose coming takes longer than most operations. It learns: arrays up to the largest that it has seen
 * freed, if that was below 32 MB, come from memory it keeps, of which up to twice as much stays with the process
 * (mallopt(3), M_MMAP_THRESHOLD). So it is shown one that is never touched, which takes no memory of the machine.
 */

const SHOWN_BYTES = 31 * 2 ** 20;

let shown = false;

/** Sees to it that large arrays which come and go find memory that was in use before. */
export function keepFreedArrays(): void {
  if (shown) return;
  shown = true;
  const { process } = globalThis as { readonly process?: { readonly platform: string } };
  if (process?.platform !== 'linux') return;
  try {
    new Uint8Array(SHOWN_BYTES).at(0);
  } catch {
    // There is no memory for it, so none to keep.
  }
}
