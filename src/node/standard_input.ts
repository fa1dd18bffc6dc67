/** What comes through a pipe. */
import { readSync } from 'node:fs';
import { codeOf, FileError } from './file_error.ts';

const DESCRIPTOR = 0;
/** Bytes that are asked for at a time: what a pipe holds. */
const PART = 2 ** 16;
/** Milliseconds until a pipe that had nothing to give is asked again. */
const PAUSE = 5;

/**
 * All of standard input. It can be read once.
 * @throws FileError
 */
export function readStandardInput(): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(PART);
    const length = readPart(part);
    if (length === 0) return Buffer.concat(parts);
    if (length !== undefined) parts.push(part.subarray(0, length));
  }
}

/** How many bytes came, 0 at the end; undefined where nothing is there yet. */
function readPart(part: Uint8Array): number | undefined {
  try {
    return readSync(DESCRIPTOR, part);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EOF') return 0; // on Windows
    if (code !== 'EAGAIN') {
      throw new FileError(
        { where: 'reading standard input', expected: 'a pipe that can be read' },
        { cause },
      );
    }
    // Another process made the pipe one that does not wait.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    return undefined;
  }
}
