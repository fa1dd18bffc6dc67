/** A log for spreadsheets and data frames. */
import { boolean, readOptions, withDefault } from '../../errors/options.ts';
import { quotedCell } from '../../formats/csv/quote.ts';
import type { Callback } from '../callbacks/callback.ts';
import type { EpochEndEvent } from '../events/events.ts';
import { validationNumbers } from '../events/monitor.ts';
import type { ValidationRecord } from '../history/history.ts';
import type { CallbackState } from '../state/training_state.ts';
import { countedText, type LogOptions, logRules, type ResolvedLogOptions } from './counted_text.ts';

export interface CsvLogOptions extends LogOptions {
  /**
   * Whether the names of the columns come first; default true. A training that was resumed from a
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
 * gradientNorm, seconds`, then those of validations, such as `validation.loss`.
 *
 * Which metrics there are is known from the first validation on. Where it comes later than at the end
 * of the first epoch, the rows before it are held back until then.
 *
 * Numbers come back bit for bit: each is written with as many digits as tell it from its neighbours.
 *
 * A resumed training goes on where the log was at the checkpoint, see `truncate`: apart from seconds it
 * becomes what it would be without the interruption, to the byte.
 * @throws OptionError for unknown or missing options
 * @example
 * const callbacks = [csvLog(logFile('run.csv'))]; // logFile from epochal/node
 */
export function csvLog(options: CsvLogOptions): Callback {
  const { header, ...log } = readOptions<Resolved>('csvLog', options, {
    ...logRules,
    header: withDefault(boolean, true),
  });
  const text = countedText(log);
  const heldBack: Row[] = [];
  let columns: readonly string[] | undefined;
  /** A validation that may turn out to be the one at the end of an epoch. */
  let latest: Row | undefined;

  const rowOf = (row: Row) => line((columns ?? []).map((name) => field(row.get(name))));

  const names = () => (header ? [line((columns ?? []).map((name) => quotedCell(name)))] : []);

  /** From here on the columns are known. */
  function begin(validation: readonly string[]): void {
    if (columns !== undefined) return;
    columns = ['epoch', 'iteration', ...TRAINING, ...validation];
    text.write(...names(), ...heldBack.splice(0).map(rowOf));
  }

  function add(row: Row): void {
    if (columns === undefined) heldBack.push(row);
    else text.write(rowOf(row));
  }

  const callback: Callback = (event) => {
    // Where an epoch ends is not known before it does.
    if (latest !== undefined && event.type !== 'epochEnd') add(latest);
    latest = undefined;
    switch (event.type) {
      case 'trainStart':
        if (event.plan.validations === 0) begin([]);
        break;
      case 'validation':
        begin([...validationNumbers(event).keys()]);
        latest = validationRow(event);
        break;
      case 'epochEnd':
        add(epochRow(event));
        break;
      case 'trainEnd':
        if (heldBack.length > 0) begin([]);
        break;
      default:
    }
  };
  return Object.assign(callback, {
    key: 'csvLog',
    state: (): CallbackState => ({
      values: {
        ...text.state(),
        columns,
        heldBack: heldBack.map((row) => [...row]),
        latest: latest === undefined ? undefined : [...latest],
      },
      tensors: {},
    }),
    loadState({ values }: CallbackState) {
      const left = text.goOn(values);
      columns = values.columns as readonly string[] | undefined;
      const rows = values.heldBack as [string, number][][];
      heldBack.splice(0, heldBack.length, ...rows.map((row) => new Map(row)));
      latest = values.latest === undefined ? undefined : new Map(values.latest as []);
      if (left === 0 && columns !== undefined && Number(values.written) > 0) text.write(...names());
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
