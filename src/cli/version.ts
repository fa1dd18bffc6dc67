import { createRequire } from 'node:module';

/** The version of the package that this file is a part of: packages may import themselves. */
export function version(): string {
  return createRequire(import.meta.url)('epochal/package.json').version;
}
