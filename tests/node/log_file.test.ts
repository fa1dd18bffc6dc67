import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors/index.ts';
import { csvLog, jsonLines, Trainer, tensorBoard } from '../../src/index.ts';
import { eventFile, FileError, logFile } from '../../src/node/index.ts';
import { interrupted } from '../train/callbacks/interrupted.ts';
import { options, regression } from '../train/tasks.ts';

const folder = mkdtempSync(join(tmpdir(), 'epochal-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (path: string) => readFileSync(path, 'utf8');

describe('logFile', () => {
  it('begins anew with a new training, not before it writes', () => {
    const path = join(folder, 'new.log');
    writeFileSync(path, 'of an earlier one\n');
    const log = logFile(path);
    expect(read(path)).toBe('of an earlier one\n');
    log.write('first\n');
    log.write('second, Ω\n');
    expect(read(path)).toBe('first\nsecond, Ω\n');
  });

  it('goes on behind the bytes that it is cut back to', () => {
    const path = join(folder, 'cut.log');
    writeFileSync(path, 'Ω\nlost\n');
    const log = logFile(path);
    log.truncate(3);
    log.write('next\n');
    expect(read(path)).toBe('Ω\nnext\n');
  });

  it('refuses a log that is shorter or missing, and changes nothing', () => {
    const path = join(folder, 'short.log');
    writeFileSync(path, 'ab');
    expect(() => logFile(path).truncate(3)).toThrow(DataError);
    expect(() => logFile(path).truncate(3)).toThrow('Put the log back');
    expect(read(path)).toBe('ab');
    expect(() => logFile(join(folder, 'none.log')).truncate(3)).toThrow(FileError);
    expect(() => logFile(join(folder, 'none', 'a.log')).write('a')).toThrow(FileError);
  });

  it('makes logs of a resumed training those of an uninterrupted one', async () => {
    const data = { train: regression(), validation: regression({ seed: 2 }) };
    const making = (name: string) => () => ({
      trainer: new Trainer(options({ epochs: 4 })),
      callbacks: [
        csvLog(logFile(join(folder, `${name}.csv`))),
        jsonLines(logFile(join(folder, name))),
      ],
    });
    const whole = making('whole')();
    await whole.trainer.fit({ ...data, callbacks: whole.callbacks });
    await interrupted(making('resumed'), data, { checkpointAt: 4, dieAt: 11 });
    const columns = (name: string) =>
      read(join(folder, `${name}.csv`))
        .split('\n')
        .map((row) => row.split(',').toSpliced(6, 1));
    expect(columns('resumed')).toEqual(columns('whole'));
    const types = (name: string) =>
      read(join(folder, name))
        .trimEnd()
        .split('\n')
        .map((text) => [JSON.parse(text).type, JSON.parse(text).loss]);
    expect(types('resumed')).toEqual(types('whole'));
  });
});

describe('eventFile', () => {
  it('makes a new file with each first record, in the order in which TensorBoard reads them', () => {
    const runs = mkdtempSync(join(folder, 'runs-'));
    const [first, second] = [eventFile(runs), eventFile(runs)];
    expect(readdirSync(runs)).toEqual([]);
    first(Uint8Array.of(1, 255));
    second(Uint8Array.of(2));
    first(Uint8Array.of(3));
    const names = readdirSync(runs).sort();
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^events\.out\.tfevents\.\d{10}\..+\.\d+\.\d$/.test(name))).toBe(
      true,
    );
    expect(names.map((name) => [...readFileSync(join(runs, name))])).toEqual([[1, 255, 3], [2]]);
  });

  it('says what is wrong with the folder', async () => {
    const fitting = new Trainer(options()).fit({
      train: regression(),
      callbacks: [tensorBoard({ write: eventFile(join(folder, 'nowhere')) })],
    });
    await expect(fitting).rejects.toThrow(FileError);
  });
});
