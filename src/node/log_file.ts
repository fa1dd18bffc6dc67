/** Files that grow while a training run continues. */
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { callable, object, readOptions, withDefault } from '../errors/options.ts';
import { checkPath } from './check_path.ts';
import { codeOf, FileError } from './file_error.ts';
import { type AppendingFileSystem, growingFile } from './growing_file.ts';

/** What `csvLog` and `jsonLines` write to. */
export interface LogFile {
  /** All of the text, or none of it. @throws FileError */
  write(text: string): void;
  /**
   * Leaves the first bytes and continues behind them; where there are fewer, behind the last whole line
   * that there is.
   * @returns how many bytes are left
   * @throws FileError
   */
  truncate(bytes: number): number;
  /** Lets what was written outlast a power cut. @throws FileError */
  sync(): void;
}

export interface LogFileOptions {
  /** Told of a log that has lost lines; by default Node prints a warning. */
  readonly warn?: ((message: string) => void) | undefined;
  readonly fileSystem?: AppendingFileSystem | undefined;
}

/**
 * A log that a new training begins anew, replacing what was there, and that a training run resumed from a
 * checkpoint cuts back to where it was then and continues with. Every line is with the operating system
 * before the training continues, so that it outlasts the process, and on the disk before a checkpoint
 * that counts on it.
 *
 * @throws OptionError for unknown or unfit options
 * @example
 * const callbacks = [csvLog(logFile('run/log.csv')), jsonLines(logFile('run/log.jsonl'))];
 */
export function logFile(path: string, options?: LogFileOptions): LogFile {
  checkPath('logFile', path);
  const { warn, fileSystem } = readOptions<Required<LogFileOptions>>('logFile', options, {
    warn: withDefault(callable, (message: string) => process.emitWarning(message)),
    fileSystem: withDefault(object, fs),
  });
  const file = growingFile(path, fileSystem);
  return {
    write: (text) => writing(path, () => file.append(new TextEncoder().encode(text))),
    truncate(bytes) {
      const left = writing(path, () => file.cut(bytes));
      if (left < bytes) {
        warn(
          `resuming the log ${path}: Expected ${bytes} bytes, as at the checkpoint; received ${left} in whole lines. What is missing is lost; the log continues behind them.`,
        );
      }
      return left;
    },
    sync: () => writing(path, () => file.sync()),
  };
}

/** What `tensorBoard` writes to. */
export interface EventFile {
  /** All of a record, or nothing of it. @throws FileError */
  write(bytes: Uint8Array): void;
  /** Lets what was written outlast a power cut. @throws FileError */
  sync(): void;
}

/**
 * A new event file in a folder, `events.out.tfevents.SECONDS.HOST.PROCESS.NUMBER`, made with the first
 * record. A resumed training has one of its own; TensorBoard reads them in turn.
 *
 * @example
 * const callbacks = [tensorBoard(eventFile('runs/first'))];
 */
export function eventFile(folder: string, options?: Pick<LogFileOptions, 'fileSystem'>): EventFile {
  checkPath('eventFile', folder);
  const { fileSystem } = readOptions<Required<Pick<LogFileOptions, 'fileSystem'>>>(
    'eventFile',
    options,
    { fileSystem: withDefault(object, fs) },
  );
  let file: ReturnType<typeof growingFile> | undefined;
  let path = folder;
  return {
    write(bytes) {
      file ??= writing(folder, () => {
        path = makeEventFile(folder, fileSystem);
        return growingFile(path, fileSystem);
      });
      const present = file;
      writing(path, () => present.append(bytes));
    },
    sync: () => writing(path, () => file?.sync()),
  };
}

function makeEventFile(folder: string, fileSystem: AppendingFileSystem): string {
  const seconds = String(Math.floor(Date.now() / 1000)).padStart(10, '0');
  for (let number = 0; ; number++) {
    const name = `events.out.tfevents.${seconds}.${hostname()}.${process.pid}.${number}`;
    const path = join(folder, name);
    try {
      fileSystem.closeSync(fileSystem.openSync(path, 'wx'));
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
    throw new FileError(
      { where: `writing ${path}`, expected: 'a file that can be written' },
      { cause },
    );
  }
}
