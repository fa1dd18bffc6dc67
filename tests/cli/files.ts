/** The bundled sets as CSV files, and the command as one file. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Dataset, diabetes, digits, iris } from '../../src/data/index.ts';
import { saveCsv } from '../../src/node/index.ts';
import type { CsvValues } from '../../src/persistence/index.ts';

/** Bundles the command into a file that starts fast. */
export async function bundleCommand(outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url))],
    outfile,
    ...{ bundle: true, platform: 'node', format: 'esm', external: ['tinypool'] },
    ignoreAnnotations: true, // `sideEffects: false` leaves one file out, see tsup.config.ts
  });
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
