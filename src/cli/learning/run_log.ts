/** The log of a training run in a folder: for programs and for spreadsheets; and how it is read again. */
import { join } from 'node:path';
import {
  type Callback,
  csvLog,
  DataError,
  EpochalError,
  type EpochRecord,
  type HistoryData,
  jsonLines,
  type TrainingEvent,
  type ValidationRecord,
} from '../../index.ts';
import { logFile } from '../../node/index.ts';
import { outbox } from '../../train/logs/outbox.ts';
import { wordsOf } from '../words/complaint.ts';
import type { Troubles } from './troubles.ts';

export const LOG_FILES = ['log.jsonl', 'log.csv'] as const;

export interface RunLog {
  readonly callbacks: readonly Callback[];
  /** Lets what was written outlast a power cut. */
  sync(): void;
}

/**
 * Callbacks that write `log.jsonl` and `log.csv` into a folder, anew. Of a training run that was resumed
 * they first write all that its history knows, so that whatever became of the log of before, or whether
 * there was one, it is that of an uninterrupted training. What cannot be written is written later.
 */
export function runLog(
  folder: string,
  history: Pick<HistoryData, 'epochs' | 'validations'>,
  { attempt }: Troubles,
): RunLog {
  const logs = LOG_FILES.map((name) => {
    const file = logFile(join(folder, name));
    const { send } = outbox(file.write);
    const write = (text: string) => attempt(() => send(text));
    const makeLog = name === 'log.csv' ? csvLog : jsonLines;
    let past: string[] | undefined;
    const tell = makeLog({ write: (text) => (past === undefined ? write(text) : past.push(text)) });
    const callback: Callback = (event, control) => {
      if (event.type !== 'trainStart') return tell(inOwnWords(event), control);
      past = [];
      for (const earlier of [event, ...eventsOf(history)]) tell(earlier, control);
      write(past.join(''));
      past = undefined;
    };
    return { callback, sync: () => attempt(file.sync) };
  });
  return {
    callbacks: logs.map(({ callback }) => callback),
    sync: () => {
      for (const { sync } of logs) sync();
    },
  };
}

/** The same event; an error that ended the training speaks of options, as it does on the terminal. */
export function inOwnWords(event: TrainingEvent): TrainingEvent {
  if (event.type !== 'trainEnd' || !(event.error instanceof EpochalError)) return event;
  return { ...event, message: `${event.error.name}: ${wordsOf(event.error)}` };
}

/** What a training run has told so far, in its order: at the end of an epoch the validation comes first. */
function eventsOf({
  epochs,
  validations,
}: Pick<HistoryData, 'epochs' | 'validations'>): TrainingEvent[] {
  const events: TrainingEvent[] = [
    ...validations.map((record) => ({ type: 'validation' as const, ...record })),
    ...epochs.map((record) => ({ type: 'epochEnd' as const, ...record })),
  ];
  return events.sort((a, b) => iterationOf(a) - iterationOf(b));
}

const iterationOf = (event: TrainingEvent) => ('iteration' in event ? event.iteration : 0);

/** The epochs and validations of a log. @throws DataError naming the line that is none */
export function readLog(where: string, text: string): HistoryData {
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
  return { epochs, validations, iterations: [] };
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
