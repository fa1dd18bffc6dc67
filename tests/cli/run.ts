/** Runs commands within the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/terminal/io.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param io what is special about the terminal */
export async function run(words: readonly string[], io: Partial<Io> = {}): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    styled: false,
    outlastOutput: () => {},
    interruption: () => new AbortController().signal,
    ...io,
  });
  return { code, out, err };
}

/** A folder of its own for a file of tests; `at` gives paths in it. */
export function workFolder(): { readonly folder: string; at(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'epochal-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return { folder, at: (name) => join(folder, name) };
}
