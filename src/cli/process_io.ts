/** The terminal of this process. */
import { fstatSync, writeSync } from 'node:fs';
import { codeOf, FileError } from '../node/file_error.ts';
import { EXIT, type Io } from './terminal/io.ts';
import { complaint } from './words/complaint.ts';

export function processIo(): Io {
  const { stdout, stderr, env } = process;
  let outlasts = false;
  let isLost = false;

  function lose(cause: unknown): void {
    if (isLost) return;
    isLost = true;
    const isPipe = codeOf(cause) === 'EPIPE';
    process.exitCode = isPipe ? EXIT.SIGPIPE : EXIT.failure;
    // The reader has closed the pipe, as `head` does, and knows it.
    if (!isPipe || outlasts) {
      const expected = 'output that can be written';
      stderr.write(complaint(new FileError({ where: 'standard output', expected }, { cause })));
    }
    if (!outlasts) process.exit();
  }

  const write = writer(stdout);
  stdout.on('error', lose);
  stderr.on('error', () => {}); // nobody is there to be told
  const interactive = stdout.isTTY === true && env.TERM !== 'dumb';
  return {
    out(text) {
      if (isLost) return;
      try {
        write(text);
      } catch (error) {
        lose(error);
      }
    },
    err: (text) => stderr.write(text),
    interactive,
    styled: interactive && (env.NO_COLOR ?? '') === '', // https://no-color.org
    outlastOutput() {
      outlasts = true;
    },
    interruption() {
      const controller = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, () => {
          if (controller.signal.aborted) process.exit(EXIT[name]);
          controller.abort(name);
        });
      }
      return controller.signal;
    },
  };
}

/** To a file everything is written, or it is an error; Node takes the half that fitted for all. */
function writer(stdout: typeof process.stdout): (text: string) => void {
  const { fd } = stdout;
  if (!isFile(fd)) return (text) => stdout.write(text);
  return (text) => {
    const bytes = new TextEncoder().encode(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false; // closed
  }
}
