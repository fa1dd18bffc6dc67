/** What took hours to make is not lost because it cannot be written where it was to go. */
import { mkdtempSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import { basename, join } from 'node:path';
import { FileError } from '../node/index.ts';
import type { Troubles } from './learning/troubles.ts';
import type { Io } from './terminal/io.ts';

/**
 * Writes a file at the end of a command. Where that fails, says so and writes it to a new folder among
 * those for temporary files, or at home.
 * @returns where it is; undefined where it could be written nowhere
 */
export function writeOrRescue(
  path: string,
  write: (path: string) => void,
  { troubles, io }: { readonly troubles: Troubles; readonly io: Io },
): string | undefined {
  if (troubles.attempt(() => write(path))) return path;
  for (const place of [os.tmpdir(), os.homedir()]) {
    const file = written(place, basename(path), write);
    if (file === undefined) continue;
    io.err(`epochal: It is not lost: it is kept as ${file}.\n`);
    return file;
  }
  io.err(`epochal: Nor could it be written to ${os.tmpdir()} or ${os.homedir()}.\n`);
  return undefined;
}

function written(place: string, name: string, write: (path: string) => void): string | undefined {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(place, 'epochal-rescued-'));
    write(join(folder, name));
    return join(folder, name);
  } catch (error) {
    const isRefused = folder === undefined || error instanceof FileError;
    if (folder !== undefined) rmdirSync(folder);
    if (!isRefused) throw error;
    return undefined;
  }
}
