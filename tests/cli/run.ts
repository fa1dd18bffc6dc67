/** Runs commands within the test, and writes the bundled sets as the files that they read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { type Dataset, diabetes, digits, iris } from '../../src/data/index.ts';
import { saveCsv } from '../../src/node/index.ts';
import type { CsvValues } from '../../src/persistence/index.ts';

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

/** @param rows how many; all of them by default */
export function writeIris(path: string, rows?: number): void {
  write(path, iris(), 'species', rows);
}

export function writeDiabetes(path: string): void {
  write(path, diabetes(), 'progression');
}

export function writeDigits(path: string, rows?: number): void {
  write(path, digits(), 'digit', rows);
}

export function writeText(path: string, ...lines: readonly string[]): string {
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function write(path: string, data: Dataset, target: string, rows = data.size): void {
  const { featureNames = [], classNames } = data;
  const columns = featureNames.map((name, k): [string, CsvValues] => [
    name,
    data.inputs.slice([0, rows], [k, k + 1]).reshape([-1]),
  ]);
  const goals = [...data.targets.reshape([-1]).toTypedArray()].slice(0, rows);
  const named = goals.map((value) =>
    classNames === undefined || target === 'digit' ? value : classNames[value],
  );
  saveCsv(path, [...columns, [target, named]]);
}
