import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OptionError } from '../../../src/errors/index.ts';
import {
  type Callback,
  checkpoint,
  csvLog,
  jsonLines,
  Trainer,
  type TrainingState,
  tensorBoard,
} from '../../../src/index.ts';
import { eventFile, FileError, logFile } from '../../../src/node/index.ts';
import { interrupted } from '../../train/callbacks/interrupted.ts';
import { options, regression } from '../../train/tasks.ts';
import { failAt } from './faulty_disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'epochal-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fail = (): never => {
  throw Object.assign(new Error('full'), { code: 'ENOSPC' });
};
const attempt = (run: () => void) => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};
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

  it('continues behind the bytes that it is cut back to', () => {
    const path = join(folder, 'cut.log');
    writeFileSync(path, 'Ω\nlost\n');
    const log = logFile(path);
    log.truncate(3);
    log.write('next\n');
    expect(read(path)).toBe('Ω\nnext\n');
  });

  it('continues behind the last whole line of a log that is shorter or another one, and says so', () => {
    const path = join(folder, 'short.log');
    const warnings: string[] = [];
    const warn = (text: string) => warnings.push(text);
    for (const [contents, left] of [
      ['one\ntw', 'one\n'],
      ['one\n', 'one\n'],
      ['half', ''],
      ['one\nanother, longer', 'one\n'],
      [undefined, ''],
    ] as const) {
      rmSync(path, { force: true });
      if (contents !== undefined) writeFileSync(path, contents);
      const log = logFile(path, { warn });
      expect(log.truncate(9)).toBe(left.length);
      log.write('next\n');
      expect(read(path)).toBe(`${left}next\n`);
      expect(warnings.splice(0)).toEqual([
        `resuming the log ${path}: Expected 9 bytes, as at the checkpoint; received ${left.length} in whole lines. What is missing is lost; the log continues behind them.`,
      ]);
    }
    const long = `${'a'.repeat(200_000)}\n`;
    writeFileSync(path, `${long}${long}${long}`);
    expect(logFile(path, { warn }).truncate(500_000)).toBe(400_002);
    expect(() => logFile(join(folder, 'none', 'a.log')).write('a')).toThrow(FileError);
    expect(() => logFile(path, { sync: true } as object)).toThrow(OptionError);
  });

  it('takes a line back that fits only by half, whatever call fails, and never glues one to it', () => {
    const path = join(folder, 'full.log');
    for (let at = 0; ; at++) {
      const { fileSystem, calls } = failAt(at, 'ENOSPC');
      const log = logFile(path, { fileSystem });
      const lines = ['first', 'second', 'third'].map((word) => `${word} line\n`);
      const fitting = lines.filter((line) => attempt(() => log.write(line)));
      if (calls.length <= at) break;
      const kept = read(path).split(/(?<=\n)/);
      // The last line is there if its file was only not closed; the next line would take it back.
      const isLast = calls[at] === 'closeSync' && fitting[1] === 'second line\n';
      expect(kept).toEqual(isLast ? lines : fitting);
      expect(fitting.length).toBe(2);
    }
  });

  it('has each line once that is offered until it fits, whatever call fails', () => {
    const path = join(folder, 'offered.log');
    for (let at = 0; ; at++) {
      const { fileSystem, calls } = failAt(at, 'ENOSPC');
      const log = logFile(path, { fileSystem });
      const lines = ['first', 'second', 'third'].map((word) => `${word} line\n`);
      for (const line of lines) while (!attempt(() => log.write(line)));
      expect(read(path)).toBe(lines.join(''));
      if (calls.length <= at) break;
    }
  });

  it('takes it back with the next line, where that was not possible at once', () => {
    const path = join(folder, 'broken.log');
    let isBroken = false;
    const writeSync = (descriptor: number, bytes: Uint8Array, from: number, length: number) => {
      if (isBroken && from > 0) fail();
      return fs.writeSync(descriptor, bytes, from, isBroken ? 3 : length);
    };
    const ftruncateSync = (descriptor: number, size?: number) =>
      isBroken ? fail() : fs.ftruncateSync(descriptor, size);
    const fileSystem = { ...fs, ftruncateSync, writeSync: writeSync as typeof fs.writeSync };
    const log = logFile(path, { fileSystem });
    log.write('first\n');
    isBroken = true;
    expect(() => log.write('second\n')).toThrow('a full disk');
    expect(read(path)).toBe('first\nsec');
    expect(() => log.write('second\n')).toThrow('a full disk');
    isBroken = false;
    log.write('third\n');
    expect(read(path)).toBe('first\nthird\n');
  });

  it('is on the disk before a checkpoint counts on it, its name too', async () => {
    const path = join(folder, 'synced.log');
    const { fileSystem, calls } = failAt(Number.POSITIVE_INFINITY, 'EIO');
    const taken: string[][] = [];
    const keep = checkpoint({
      save: () => {
        taken.push(calls.splice(0));
      },
    });
    const callbacks = [csvLog(logFile(path, { fileSystem })), keep];
    await new Trainer(options({ epochs: 3 })).fit({ train: regression(), callbacks });
    const ofTimes = taken.map((names) => names.filter((name) => /write|fsync/.test(name)));
    expect(ofTimes[0].slice(-3)).toEqual(['writeSync', 'fsyncSync', 'fsyncSync']);
    expect(ofTimes[1].slice(-2)).toEqual(['writeSync', 'fsyncSync']);
    const failing = logFile(path, { fileSystem: { ...fs, fsyncSync: fail } });
    const fitting = new Trainer(options({ epochs: 3 })).fit({
      train: regression(),
      callbacks: [jsonLines(failing), checkpoint({ save: () => {} })],
    });
    await expect(fitting).rejects.toThrow(FileError);
  });

  it('has every line once room was made on a full disk', async () => {
    for (const log of [csvLog, jsonLines]) {
      const path = join(folder, 'room.log');
      let isFull = false;
      const writeSync = (descriptor: number, bytes: Uint8Array, from: number, length: number) => {
        if (isFull) fail();
        return fs.writeSync(descriptor, bytes, from, length);
      };
      const fileSystem = { ...fs, writeSync: writeSync as typeof fs.writeSync };
      const fill: Callback = (event) => {
        isFull = event.type === 'epochStart' && event.epoch === 2;
      };
      const trainer = new Trainer(options({ epochs: 3 }));
      const callbacks = [log(logFile(path, { fileSystem })), fill];
      const stop: Callback = (event) => {
        if (event.type === 'iterationEnd' && event.epoch === 2) isFull = true;
      };
      const run = () => trainer.fit({ train: regression(), callbacks: [callbacks[0], fill, stop] });
      await expect(run()).rejects.toThrow('a full disk');
      isFull = false;
      await run();
      const epochs = read(path).match(
        log === csvLog ? /^\d(?=,)/gm : /(?<="epochEnd","epoch":)\d/g,
      );
      expect(epochs).toEqual(['1', '2', '3']);
    }
  });

  it('begins with the names of the columns again where a log is gone', async () => {
    const path = join(folder, 'gone.csv');
    const data = { train: regression() };
    const make = () => {
      const log = logFile(path, { warn: () => {} });
      return { trainer: new Trainer(options({ epochs: 4 })), callbacks: [csvLog(log)] };
    };
    const first = make();
    let state: TrainingState | undefined;
    const keep = checkpoint({
      every: { epochs: 2 },
      atEnd: false,
      save: (s) => {
        state ??= s;
      },
    });
    await first.trainer.fit({ ...data, callbacks: [...first.callbacks, keep] });
    const [names] = read(path).split('\n');
    rmSync(path);
    const second = make();
    second.trainer.resume(state as TrainingState);
    await second.trainer.fit({ ...data, callbacks: second.callbacks });
    const rows = read(path).trimEnd().split('\n');
    expect(rows[0]).toBe(names);
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['3', '4']);
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
    first.write(Uint8Array.of(1, 255));
    second.write(Uint8Array.of(2));
    first.write(Uint8Array.of(3));
    for (const { sync } of [first, second, eventFile(runs)]) sync();
    const names = readdirSync(runs).sort();
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^events\.out\.tfevents\.\d{10}\..+\.\d+\.\d$/.test(name))).toBe(
      true,
    );
    expect(names.map((name) => [...readFileSync(join(runs, name))])).toEqual([[1, 255, 3], [2]]);
  });

  it('holds whole records, also after one that fitted only by half', () => {
    const runs = mkdtempSync(join(folder, 'full-'));
    let room = 5;
    const writeSync = (descriptor: number, bytes: Uint8Array, from: number, length: number) => {
      if (room === 0) fail();
      const taken = fs.writeSync(descriptor, bytes, from, Math.min(length, room));
      room -= taken;
      return taken;
    };
    const fileSystem = { ...fs, writeSync: writeSync as typeof fs.writeSync };
    const { write } = eventFile(runs, { fileSystem });
    write(Uint8Array.of(1, 2, 3));
    expect(() => write(Uint8Array.of(4, 5, 6))).toThrow('a full disk');
    room = 9;
    write(Uint8Array.of(7));
    const [name] = readdirSync(runs);
    expect([...readFileSync(join(runs, name))]).toEqual([1, 2, 3, 7]);
  });

  it('says what is wrong with the folder', async () => {
    const fitting = new Trainer(options()).fit({
      train: regression(),
      callbacks: [tensorBoard(eventFile(join(folder, 'nowhere')))],
    });
    await expect(fitting).rejects.toThrow(FileError);
  });
});
