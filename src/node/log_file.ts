/** Files that grow while a training goes on. */

import { appendFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DataError } from '../errors/errors.ts';
import { checkPath } from './check_path.ts';
import { codeOf, FileError } from './file_error.ts';

/** What `csvLog` and `jsonLines` write to. */
export interface LogFile {
  /** @throws FileError */
  write(text: string): void;
  /**
   * Leaves the first bytes and goes on behind them.
   * @throws DataError when the file has fewer, FileError when there is none
   */
  truncate(bytes: number): void;
}

/**
 * A log that a new training begins anew, replacing what was there, and that a training resumed from a
 * checkpoint cuts back to where it was then and goes on with. Every line is with the operating system
 * before the training goes on, so that it outlasts the process.
 *
 * @example
 * const callbacks = [csvLog(logFile('run/log.csv')), jsonLines(logFile('run/log.jsonl'))];
 */
export function logFile(path: string): LogFile {
  checkPath('logFile', path);
  let begun = false;
  return {
    write(text) {
      writing(path, () => (begun ? appendFileSync : writeFileSync)(path, text));
      begun = true;
    },
    truncate(bytes) {
      writing(path, () => {
        const { size } = statSync(path);
        if (size < bytes) throw tooShort(path, size, bytes);
        truncateSync(path, bytes);
      });
      begun = true;
    },
  };
}

/**
 * What `tensorBoard` writes to: a new event file in a folder, `events.out.tfevents.SECONDS.HOST.PROCESS`,
 * made with the first record. A resumed training has one of its own; TensorBoard reads them in turn.
 *
 * @throws FileError from the function that it returns
 * @example
 * const callbacks = [tensorBoard({ write: eventFile('runs/first') })];
 */
export function eventFile(folder: string): (bytes: Uint8Array) => void {
  checkPath('eventFile', folder);
  let path: string | undefined;
  return (bytes) => {
    path ??= writing(folder, () => makeEventFile(folder));
    const file = path;
    writing(file, () => appendFileSync(file, bytes));
  };
}

function makeEventFile(folder: string): string {
  const seconds = String(Math.floor(Date.now() / 1000)).padStart(10, '0');
  for (let number = 0; ; number++) {
    const name = `events.out.tfevents.${seconds}.${hostname()}.${process.pid}.${number}`;
    const path = join(folder, name);
    try {
      writeFileSync(path, '', { flag: 'wx' });
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Does what may fail for reasons of the operating system. */
function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    throw new FileError(
      { where: `writing ${path}`, expected: 'a file that can be written' },
      { cause },
    );
  }
}

function tooShort(path: string, size: number, bytes: number): DataError {
  return new DataError({
    where: `resuming the log ${path}`,
    expected: `the log of the interrupted training, ${bytes} bytes or more`,
    received: `${size} bytes`,
    remedy:
      'Put the log back, or resume without its callback: resume({ ...state, callbacks: {} }).',
  });
}
