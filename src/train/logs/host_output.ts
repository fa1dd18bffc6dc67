/** Where text goes if nobody says where: the terminal in Node, Deno and Bun, elsewhere the console. */

export interface Output {
  readonly write: (text: string) => void;
  /** Whether a line can be overwritten. */
  readonly interactive: boolean;
  readonly columns: () => number;
}

/** What is used of the host. The core runs in browsers too, so nothing of it needs to be there. */
interface Host {
  readonly process?: {
    readonly stdout?: {
      readonly isTTY?: boolean;
      readonly columns?: number;
      write?(text: string): unknown;
    };
  };
  readonly console: { log(text: string): void };
}

export function hostOutput(host: Host = globalThis): Output {
  const stdout = host.process?.stdout;
  if (typeof stdout?.write === 'function') {
    return {
      write: (text) => stdout.write?.(text),
      interactive: stdout.isTTY === true,
      columns: () => stdout.columns ?? 80,
    };
  }
  let begun = '';
  return {
    write(text) {
      const lines = (begun + text).split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) host.console.log(line);
    },
    interactive: false,
    columns: () => 80,
  };
}
