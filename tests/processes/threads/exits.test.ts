/** A program that computes with several threads ends as it did before: nobody waits for a thread. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand, writeDigits } from '../../cli/files.ts';
import { workFolder } from '../../cli/run.ts';

const { folder, at } = workFolder();

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('training_program.ts', import.meta.url))],
    ...{ outfile: at('program.mjs'), bundle: true, platform: 'node', format: 'esm' },
    ignoreAnnotations: true,
  });
  await bundleCommand(at('epochal.mjs'));
  writeDigits(at('digits.csv'), 400);
});

interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly out: string;
  /** Milliseconds from its last words to its end. */
  readonly lingered: number;
}

function runs(words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, words, { cwd: folder });
  let [out, err, last] = ['', '', performance.now()];
  child.stdout.on('data', (text) => {
    out += text;
    last = performance.now();
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) =>
    child.on('exit', (code) => resolve({ code, err, out, lingered: performance.now() - last })),
  );
}

/** An idle thread ends after ten seconds. A program that waits for it takes that long. */
const SOON = 5000;

describe('a program ends', () => {
  it.each(['at its end', 'predicting', 'in the middle', 'at once'])('%s', async (how) => {
    const { code, err, out, lingered } = await runs(['program.mjs', how]);
    expect([code, err, out]).toEqual([0, '', 'true true\n']);
    expect(lingered).toBeLessThan(SOON);
  });

  it('by an error, with its code', async () => {
    const { code, err, lingered } = await runs(['program.mjs', 'by an error']);
    expect(code).toBe(1);
    expect(err).toContain('RangeError: of the program');
    expect(lingered).toBeLessThan(SOON);
  });

  it('as a command', async () => {
    const words = ['train', 'digits.csv', '--target', 'digit', '--hidden', '256,256'];
    const { code, err, out, lingered } = await runs([
      ...['epochal.mjs', ...words, '--batch-size', '96', '--epochs', '30', '--threads', '3'],
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^threads +[23]$/m);
    expect(lingered).toBeLessThan(SOON);
  });
});
