/** The terminal of this process. */
import { EXIT, type Io } from './io.ts';

export function processIo(): Io {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read has closed the pipe, as `head` does: nobody is there to be told.
      if (error.code === 'EPIPE') process.exit(EXIT.SIGPIPE);
      throw error;
    });
  }
  const interactive = stdout.isTTY === true && env.TERM !== 'dumb';
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    interactive,
    styled: interactive && (env.NO_COLOR ?? '') === '', // https://no-color.org
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
