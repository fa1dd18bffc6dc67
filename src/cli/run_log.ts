/** The log of a training in a folder: for programs and for spreadsheets; and how it is read again. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
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
import { FileError, writeFileAtomically } from '../node/index.ts';

/**
 * Callbacks that write `log.jsonl` and `log.csv`, line by line, into a folder, which is made.
 * @param from the iteration that the training goes on from: what the log has of later ones, from a run
 * that was killed after its last checkpoint, will come again and is taken out; 0 begins anew
 * @throws FileError
 */
export function runLog(folder: string, from: number): Callback[] {
  return guard(folder, () => {
    mkdirSync(folder, { recursive: true });
    const [lines, rows] = [join(folder, 'log.jsonl'), join(folder, 'log.csv')];
    keepUntil(lines, from, (line) => iterationOfEvent(line));
    keepUntil(rows, from, (line, at) => (at === 0 ? 0 : Number(line.split(',')[1])));
    return [jsonLines({ write: appendTo(lines) }), csvLog({ write: appendTo(rows) })];
  });
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

function iterationOfEvent(line: string): number {
  const { type, iteration } = (parse(line) ?? {}) as { type?: string; iteration?: number };
  return (type === 'epochEnd' || type === 'validation') && iteration !== undefined
    ? iteration
    : Number.POSITIVE_INFINITY; // the end of an interrupted run, or half a line
}

/** Leaves the lines of a file whose iteration is not after `from`; of all files nothing at 0. */
function keepUntil(
  path: string,
  from: number,
  iterationOf: (line: string, at: number) => number,
): void {
  const before = from > 0 && existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const kept = before.filter((line, at) => line !== '' && iterationOf(line, at) <= from);
  writeFileAtomically(path, new TextEncoder().encode(kept.map((line) => `${line}\n`).join('')));
}

/** Each line is in the file when it was written, whatever happens to the program afterwards. */
function appendTo(path: string): (text: string) => void {
  return (text) =>
    guard(path, () => {
      const descriptor = openSync(path, 'a');
      try {
        writeSync(descriptor, text);
      } finally {
        closeSync(descriptor);
      }
    });
}

function guard<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError({ where: `writing ${path}`, expected: 'a place to write to' }, { cause });
  }
}
