/** Runs what the documents show of a terminal, in a folder that has the bundled sets as CSV files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bundleCommand, writeDiabetes, writeDigits, writeIris } from '../cli/files.ts';

export interface Shell {
  /** Everything that a line prints, errors too. */
  run(line: string): string;
  close(): void;
}

/** A shell in which `npx epochal` is the command of these sources. */
export async function openShell(): Promise<Shell> {
  const tools = mkdtempSync(join(tmpdir(), 'epochal-tools-'));
  const folder = mkdtempSync(join(tmpdir(), 'epochal-session-'));
  await bundleCommand(join(tools, 'epochal.mjs'));
  const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(tools, 'epochal.mjs')}' "$@"\n`;
  writeFileSync(join(tools, 'npx'), npx, { mode: 0o755 });
  writeIris(join(folder, 'iris.csv'));
  writeDiabetes(join(folder, 'diabetes.csv'));
  writeDigits(join(folder, 'digits.csv'));
  const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}` };
  return {
    run(line) {
      const { stdout } = spawnSync('sh', ['-c', `{ ${line}\n} 2>&1`], {
        ...{ cwd: folder, encoding: 'utf8', env },
      });
      return stdout.replaceAll(/[ \t]+$/gm, '');
    },
    close() {
      for (const path of [tools, folder]) rmSync(path, { recursive: true });
    },
  };
}

/** A block of `console`: lines after `$ ` with what they print. */
export interface Entered {
  readonly line: string;
  readonly output: string;
}

export function enteredIn(content: string): Entered[] {
  return content
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { line: part.slice(0, end), output: part.slice(end + 1) };
    });
}

export function written(entered: readonly Entered[]): string {
  return entered.map(({ line, output }) => `$ ${line}\n${output}`).join('');
}

/** Without what differs from run to run: how long it took. */
export function timeless(output: string): string {
  return output
    .replaceAll(/\d+(\.\d+)? m?s\b/g, '… s')
    .replaceAll(/"seconds":[\d.e-]+/g, '"seconds":…');
}
