/** Files that Node does not read at once. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readInParts } from '../../../src/node/load.ts';

const folder = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('are read in parts, the last of them shorter; what is cut off meanwhile is missing', () => {
  const path = join(folder, 'large');
  const contents = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  fs.writeFileSync(path, contents);
  for (const part of [1, 7, 250, 999, 1000, 4096]) {
    const descriptor = fs.openSync(path, 'r');
    expect(readInParts(descriptor, 1000, part)).toEqual(contents);
    fs.closeSync(descriptor);
  }
  const descriptor = fs.openSync(path, 'r');
  expect(readInParts(descriptor, 1200, 300)).toEqual(contents);
  fs.closeSync(descriptor);
});
