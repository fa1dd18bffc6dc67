/** The built lab in the installed package, or in a checkout: where it is, and what a path of it leads to. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { StateError } from '../../errors/errors.ts';

/** The page that is opened first. */
export const FIRST_PAGE = 'lab/one_iteration.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface LabFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** @throws StateError where it was not built */
export function labFolder(): string {
  const root = dirname(createRequire(import.meta.url).resolve('epochal/package.json'));
  const folder = join(root, 'dist/site');
  if (existsSync(join(folder, FIRST_PAGE))) return folder;
  throw new StateError({
    where: 'epochal learn',
    expected: `the built pages of the lab in ${folder}`,
    received: 'none',
    remedy: 'Run in the checkout: npm run build && npm run site:build && npm run site:pack.',
  });
}

/**
 * @param path as a browser asks for it, with `/` before it; without an ending it is a page
 * @returns undefined for what is not a file of the folder
 */
export function labFile(folder: string, path: string): LabFile | undefined {
  const asked = decoded(path === '/' ? `/${FIRST_PAGE}` : path);
  if (asked === undefined) return undefined;
  const file = join(folder, extname(asked) === '' ? `${asked}.html` : asked);
  const inside = relative(folder, file);
  const type = TYPES[extname(file)];
  if (type === undefined || inside.split(sep)[0] === '..') return undefined;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return { type, bytes: readFileSync(file) };
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
