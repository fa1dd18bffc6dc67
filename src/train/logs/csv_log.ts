/** A log for spreadsheets and data frames. */
import { boolean, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { quotedCell } from '../../formats/csv/quote.ts';
import type { Callback } from '../callbacks/callback.ts';
import type { EpochEndEvent } from '../events/events.ts';
import { isOfValidation, validationNumbers } from '../events/monitor.ts';
import type { ValidationRecord } from '../history/history.ts';
import type { CallbackState } from '../state/training_state.ts';
import { countedText, type LogOptions, logRules, type ResolvedLogOptions } from './counted_text.ts';

export interface CsvLogOptions extends LogOptions {
  /**
   * Whether the names of the columns come first; default true. A training run that was resumed from a
   * checkpoint does not write them again.
   */
  readonly header?: boolean;
}

const TRAINING = ['samplesSeen', 'loss', 'learningRate', 'gradientNorm', 'seconds'] as const;

type Row = ReadonlyMap<string, number>;

interface Resolved extends ResolvedLogOptions {
  readonly header: boolean;
}

/**
 * Writes comma-separated values (RFC 4180, lines ended by a line feed): one row for each epoch, with
 * the validation at its end; validations within an epoch have a row of their own, in which the columns
 * of training are empty. The columns are `epoch, iteration, samplesSeen, loss, learningRate,
 * gradientNorm, seconds`, then those of validations, such as `validation.loss`, for every number that
 * validations of this training measure, whether or not it gets as far as the first one.
 *
 * Where a training run continues and measures more than before, such as on a validation set that is new, the
 * names of the columns come once more, the new ones at the end, and the rows after them have those.
 *
 * Numbers come back bit for bit: each is written with as many digits as tell it from its neighbours.
 *
 * A resumed training continues where the log was at the checkpoint, see `truncate`: apart from seconds it
 * becomes what it would be without the interruption, to the byte.
 * @throws OptionError for unknown or missing options
 * @example
 * const callbacks = [csvLog(logFile('run.csv'))]; // logFile from epochal/node
 */
export function csvLog(options: CsvLogOptions): Callback {
  const { header, ...log } = readTrainingOptions<Resolved>('csvLog', options, {
    ...logRules,
    header: withDefault(boolean, true),
  });
  const text = countedText(log);
  /** Those of the rows so far; empty before the first. */
  let columns: readonly string[] = [];
  /** What validations of this training measure. */
  let measured: readonly string[] = [];
  /** A validation that may turn out to be the one at the end of an epoch. */
  let latest: Row | undefined;

  const names = () => (header ? [line(columns.map((name) => quotedCell(name)))] : []);

  function add(row: Row): void {
    const all = [...columns, 'epoch', 'iteration', ...TRAINING, ...measured, ...row.keys()];
    const known = columns.length;
    columns = [...new Set(all)];
    text.write(
      ...(columns.length > known ? names() : []),
      line(columns.map((name) => field(row.get(name)))),
    );
  }

  const callback: Callback = (event) => {
    // Where an epoch ends is not known before it does.
    if (latest !== undefined && event.type !== 'epochEnd') add(latest);
    latest = undefined;
    switch (event.type) {
      case 'trainStart':
        measured = (event.monitors ?? []).filter(isOfValidation);
        break;
      case 'validation':
        latest = validationRow(event);
        break;
      case 'epochEnd':
        add(epochRow(event));
        break;
      default:
    }
  };
  return Object.assign(callback, {
    key: 'csvLog',
    state: (): CallbackState => ({
      values: {
        ...text.state(),
        columns: [...columns],
        latest: latest === undefined ? undefined : [...latest],
      },
      tensors: {},
    }),
    loadState({ values }: CallbackState) {
      const left = text.goOn(values);
      columns = values.columns as readonly string[];
      latest = values.latest === undefined ? undefined : new Map(values.latest as []);
      if (left === 0 && Number(values.written) > 0) text.write(...names());
    },
  });
}

function validationRow(record: ValidationRecord): Row {
  const { epoch, iteration } = record;
  return new Map([['epoch', epoch], ['iteration', iteration], ...validationNumbers(record)]);
}

function epochRow(record: EpochEndEvent): Row {
  const { epoch, iteration, validation } = record;
  // One from within the epoch has had its own row.
  const atEnd = validation?.iteration === iteration ? validationNumbers(validation) : [];
  return new Map<string, number>([
    ['epoch', epoch],
    ['iteration', iteration],
    ...TRAINING.map((name): [string, number] => [name, record[name]]),
    ...atEnd,
  ]);
}

function line(fields: readonly string[]): string {
  return `${fields.join(',')}\n`;
}

function field(value: number | undefined): string {
  if (value === undefined) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}
