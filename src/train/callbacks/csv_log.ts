/** A log for spreadsheets and data frames. */
import { boolean, callable, readOptions, withDefault } from '../../errors/options.ts';
import type { Callback } from '../callback.ts';
import type { EpochEndEvent } from '../events.ts';
import type { ValidationRecord } from '../history.ts';
import { validationNumbers } from '../monitor.ts';
import type { CallbackState } from '../training_state.ts';

export interface CsvLogOptions {
  /** Where text goes; called with one whole line at a time, its end included. */
  readonly write: (text: string) => void;
  /**
   * Whether the names of the columns come first; default true. A training that was resumed from a
   * checkpoint does not write them again.
   */
  readonly header?: boolean;
}

const TRAINING = ['samplesSeen', 'loss', 'learningRate', 'gradientNorm', 'seconds'] as const;

type Row = ReadonlyMap<string, number>;

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
 * @throws OptionError for unknown or missing options
 * @example
 * const log = createWriteStream('run.csv');
 * const callbacks = [csvLog({ write: (text) => log.write(text) })];
 */
export function csvLog(options: CsvLogOptions): Callback {
  const { write, header } = readOptions<Required<CsvLogOptions>>('csvLog', options, {
    write: callable,
    header: withDefault(boolean, true),
  });
  const heldBack: Row[] = [];
  let columns: readonly string[] | undefined;
  let iterationsPerEpoch = 1;

  const writeRow = (row: Row) => {
    write(line((columns ?? []).map((name) => field(row.get(name)))));
  };

  /** From here on the columns are known. */
  function begin(validation: readonly string[]): void {
    if (columns !== undefined) return;
    columns = ['epoch', 'iteration', ...TRAINING, ...validation];
    if (header) write(line(columns.map(quoted)));
    for (const row of heldBack.splice(0)) writeRow(row);
  }

  function add(row: Row): void {
    if (columns === undefined) heldBack.push(row);
    else writeRow(row);
  }

  const callback: Callback = (event) => {
    switch (event.type) {
      case 'trainStart':
        iterationsPerEpoch = event.plan.iterationsPerEpoch;
        if (event.plan.validations === 0) begin([]);
        break;
      case 'validation':
        begin([...validationNumbers(event).keys()]);
        if (event.iteration % iterationsPerEpoch !== 0) add(validationRow(event));
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
      values: { columns, heldBack: heldBack.map((row) => [...row]) },
      tensors: {},
    }),
    loadState({ values }: CallbackState) {
      columns = values.columns as readonly string[] | undefined;
      const rows = values.heldBack as [string, number][][];
      heldBack.splice(0, heldBack.length, ...rows.map((row) => new Map(row)));
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

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
