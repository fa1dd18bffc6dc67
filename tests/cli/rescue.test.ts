/** What a command has made is kept, whatever became of the place where it was to go. */
import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { dirname } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeIris } from './files.ts';
import { type Ended, run, workFolder } from './run.ts';

const { at } = workFolder();
const training = ['train', at('iris.csv'), '--target', 'species', '--epochs', '3', '--seed', '7'];

beforeAll(() => {
  writeIris(at('iris.csv'));
  mkdirSync(at('tmp'));
});

beforeEach(() => {
  vi.stubEnv('TMPDIR', at('tmp'));
  vi.spyOn(os, 'homedir').mockReturnValue(at('nobody'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs a command whose folder for results disappears while it computes. */
async function runWithoutFolder(words: readonly string[], file: string): Promise<Ended> {
  mkdirSync(dirname(file));
  let shown = '';
  const ended = await run([...words, file], {
    out(text) {
      rmSync(dirname(file), { recursive: true, force: true });
      shown += text;
    },
  });
  return { ...ended, out: shown };
}

const kept = (err: string) =>
  /^epochal: It is not lost: it is kept as (.*)\.$/m.exec(err)?.[1] ?? '';

describe('a model whose folder is gone at the end', () => {
  it('of train is kept among temporary files, and nothing else is lost', async () => {
    const { code, out, err } = await runWithoutFolder([...training, '--save'], at('gone/a.st'));
    expect(code).toBe(1);
    expect(err).toContain('gone/a.st: Expected a file that can be written; received no such file');
    expect(kept(err)).toMatch(/tmp\/epochal-rescued-\w+\/a\.st$/);
    expect(out).toContain(`It is saved as ${kept(err)}.`);
    expect((await run(['evaluate', kept(err), at('iris.csv')])).code).toBe(0);
  });

  it('of find-epochs likewise', async () => {
    const words = ['find-epochs', ...training.slice(1), '--folds', '2', '--save'];
    const { code, out, err } = await runWithoutFolder(words, at('gone/b.st'));
    expect(code).toBe(1);
    expect(out).toContain(`is saved as ${kept(err)}.`);
    expect((await run(['evaluate', kept(err), at('iris.csv')])).code).toBe(0);
  });

  it('is said to be nowhere where there is no other place', async () => {
    vi.stubEnv('TMPDIR', at('nowhere'));
    const { code, out, err } = await runWithoutFolder([...training, '--save'], at('gone/c.st'));
    expect(code).toBe(1);
    expect(err).toContain(`Nor could it be written to ${at('nowhere')} or ${at('nobody')}.`);
    expect(out).toContain(`It could not be saved as ${at('gone/c.st')}.`);
  });
});

it('so are the table of a search, and its best trial is shown', async () => {
  const grid = ['--grid', 'hidden=2,4', '--table'];
  const words = ['search', ...training.slice(1), ...grid];
  const { code, out, err } = await runWithoutFolder(words, at('gone/t.csv'));
  expect(code).toBe(1);
  expect(kept(err)).toMatch(/t\.csv$/);
  expect(out).toContain('hidden');
});

it('and a training run that was interrupted, whose checkpoint has no place any more', async () => {
  const controller = new AbortController();
  const folder = at('kept');
  const words = [...training.slice(0, 4), '--epochs', '40', '--checkpoint', folder];
  const interrupted = await run(words, {
    out(text) {
      if (!text.includes('epoch 3') && !/epoch +3\//.test(text)) return;
      rmSync(folder, { recursive: true, force: true });
      controller.abort('SIGINT');
    },
    interruption: () => controller.signal,
  });
  expect(interrupted.code).toBe(130);
  const goOn = /^ {2}npx epochal (train .*) --checkpoint (\S+) --resume$/m.exec(interrupted.err);
  expect(goOn?.[2]).toBe(at('tmp/epochal-interrupted'));
  const again = await run([
    ...(goOn?.[1] ?? '').split(' '),
    '--checkpoint',
    goOn?.[2] ?? '',
    '--resume',
  ]);
  expect(again.code).toBe(0);
  expect(again.out).toMatch(/Continuing after \d+ iterations, in epoch/);
});

it.runIf(process.platform === 'linux')('what cannot be written to is said before', async () => {
  for (const [file, reason] of [
    ['/dev/null', 'a device or pipe'],
    ['/proc/model.st', 'no'],
    [at(`${'n'.repeat(230)}.st`), 'a name that is too long'],
  ]) {
    const { code, out, err } = await run([...training, '--save', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`writing ${file}: Expected a file that can be written; received`);
    expect(err).toContain(reason);
  }
});
