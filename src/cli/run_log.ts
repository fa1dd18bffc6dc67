/** The log of a training in a folder: for programs and for spreadsheets; and how it is read again. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Callback,
  csvLog,
  DataError,
  type EpochRecord,
  type HistoryData,
  jsonLines,
  type ValidationRecord,
} from '../index.ts';
import { FileError, logFile } from '../node/index.ts';

/**
 * Callbacks that write `log.jsonl` and `log.csv` into a folder, which is made: anew, or behind what was
 * there at the checkpoint that the training goes on from.
 * @throws FileError
 */
export function runLog(folder: string): Callback[] {
  makeFolder(folder);
  return [jsonLines(logFile(join(folder, 'log.jsonl'))), csvLog(logFile(join(folder, 'log.csv')))];
}

/** @throws FileError */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new FileError({ where: `making ${folder}`, expected: 'a folder' }, { cause });
  }
}

/** The epochs and validations of a log. @throws DataError naming the line that is none */
export function readLog(where: string, text: string): Pick<HistoryData, 'epochs' | 'validations'> {
  const epochs: EpochRecord[] = [];
  const validations: ValidationRecord[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const event = parse(line);
    if (event === undefined) {
      throw new DataError({
        where: `${where}, line ${at + 1}`,
        expected: 'a JSON object a line, as epochal train --log writes them',
        received: line.slice(0, 40),
        remedy: 'Give a file that epochal train --log has written.',
      });
    }
    const readable = revive(event) as { type?: string };
    if (readable.type === 'epochEnd') epochs.push(checked(where, at, readable));
    if (readable.type === 'validation') validations.push(checked(where, at, readable));
  });
  return { epochs, validations };
}

/** What plots read of a record: enough of it has to be there. */
function checked<T>(where: string, at: number, event: object): T {
  const { epoch, iteration, loss, metrics = {} } = event as Partial<ValidationRecord>;
  const whole = [epoch, iteration, loss].every((value) => typeof value === 'number');
  if (whole && typeof metrics === 'object' && metrics !== null) return { metrics, ...event } as T;
  throw new DataError({
    where: `${where}, line ${at + 1}`,
    expected: 'epoch, iteration and loss',
    received: Object.keys(event).join(', '),
    remedy: 'Give a file that epochal train --log has written.',
  });
}

function parse(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers that JSON does not have were written as texts. An event has records that have metrics. */
function revive(value: unknown, depth = 3): unknown {
  if (typeof value === 'string' && /^(NaN|-?Infinity|-0)$/.test(value)) return Number(value);
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, revive(part, depth - 1)]);
  return Object.fromEntries(parts);
}
