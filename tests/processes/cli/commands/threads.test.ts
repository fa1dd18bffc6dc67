/** `--threads`: the same files with any number, in every command; and a process that ends as before. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../../../src/node/index.ts';
import { bundleCommand, writeDigits, writeIris } from '../../../cli/files.ts';
import { workFolder } from '../../../cli/run.ts';

const { folder, at } = workFolder();

beforeAll(async () => {
  await bundleCommand(at('epochal.mjs'));
  writeDigits(at('digits.csv'), 600);
  writeIris(at('iris.csv'));
});

function finish(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('epochal.mjs'), ...words], {
    ...{ cwd: folder, encoding: 'utf8' },
    // A thread that kept the process from ending would do so for ten seconds or for ever.
    timeout: 100_000,
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

const objects = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const DIGITS = ['digits.csv', '--target', 'digit', '--hidden', '256,256', '--batch-size', '96'];

describe('epochal train --threads', () => {
  const words = ['train', ...DIGITS, '--epochs', '60', '--seed', '3'];

  it('saves the same bytes with any number, and says how many computed', () => {
    const results = ['1', '2', 'auto', '3'].map((threads) => {
      const out = finish(...words, '--threads', threads, '--save', `${threads}.st`, '--json');
      expect(readBytes(at(`${threads}.st`))).toEqual(readBytes(at('1.st')));
      return [objects(out)[0], objects(out).at(-1)];
    });
    expect(results.map(([start]) => start.threads)).toEqual([1, 2, 'auto', 3]);
    expect(results.map(([, { oneThread }]) => oneThread)[0]).toBeUndefined();
    const [one, two, , three] = results.map(([, { threads }]) => threads);
    expect([one, two]).toEqual([1, 2]);
    expect(three).toBeGreaterThan(1);
  });

  it('continues with another number, with the bits of an uninterrupted training run', () => {
    const kept = [...words.slice(0, -4), '--seed', '3', '--checkpoint', 'kept', '--resume'];
    const numbers = ['2', '1', '3', 'auto'];
    for (const [i, threads] of numbers.entries()) {
      const out = finish(
        ...[...kept, '--epochs', String(15 * (i + 1)), '--threads', threads],
        ...['--save', 'continued.st'],
      );
      if (i > 0) expect(out).toContain(`in epoch ${15 * i + 1}.`);
    }
    finish(...words, '--threads', '1', '--save', 'whole.st');
    expect(readBytes(at('continued.st'))).toEqual(readBytes(at('whole.st')));
  });

  it('says why one computed', () => {
    const iris = ['train', 'iris.csv', '--target', 'species', '--epochs', '2'];
    expect(finish(...iris)).toMatch(/^threads +1: too little work that threads can share$/m);
    expect(finish(...iris, '--threads', '1')).toMatch(/^threads +1$/m);
    expect(finish(...iris, '--dtype', 'float64')).toMatch(
      /^threads +1: too little work that threads can share$/m,
    );
    const [start, result] = [0, -1].map((k) => objects(finish(...iris, '--json')).at(k));
    expect(start.threads).toBe('auto');
    expect(result).toMatchObject({
      ...{ threads: 1, oneThread: 'too little work that threads can share' },
    });
  });
});

describe('every command that computes', () => {
  const everywhere: readonly (readonly string[])[] = [
    ['find-epochs', ...DIGITS, '--epochs', '3', '--folds', '2'],
    ['find-learning-rate', ...DIGITS, '--rates', '20'],
    ['evaluate', 'model.st', 'digits.csv'],
    ['predict', 'model.st', 'digits.csv', '--probabilities'],
    ['compare', 'model.st', 'model.st', '--data', 'digits.csv'],
  ];

  beforeAll(() => {
    finish('train', ...DIGITS, '--epochs', '1', '--save', 'model.st');
  });

  it.each(everywhere)('says the same with two threads: %s', (...words) => {
    const [one, two] = ['1', '2'].map((threads) => finish(...words, '--threads', threads));
    const plain = (text: string) =>
      text.replace(/^threads .*$/m, 'threads').replaceAll(/--threads \d/g, '');
    expect(plain(two)).toBe(plain(one));
    if (!['predict', 'compare'].includes(words[0])) expect(one).toMatch(/^threads +1$/m);
  });

  it('has the threads in the JSON of its result', () => {
    for (const words of everywhere.slice(0, 3)) {
      expect(objects(finish(...words, '--json', '--threads', '1')).at(-1).threads).toBe(1);
    }
  });

  it('continues a search with another number, and trains no trial twice', () => {
    const search = ['search', ...DIGITS, '--epochs', '3', '--grid', 'learning-rate=0.01,0.001'];
    const ranked = ['one.csv', 'two.csv'].map((table, i) => {
      const kept = ['--checkpoint', 'trials', '--resume', '--table', table];
      const out = finish(...search, ...kept, '--threads', String(i + 1));
      if (i > 0) expect(out).toContain('Continuing after 2 trials.');
      return readFileSync(at(table), 'utf8');
    });
    finish(...search, '--table', 'anew.csv', '--threads', '2');
    expect(ranked[1]).toBe(ranked[0]);
    expect(readFileSync(at('anew.csv'), 'utf8')).toBe(ranked[0]);
  });
});
