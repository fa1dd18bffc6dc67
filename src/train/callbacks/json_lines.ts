/** A log for machines: one JSON object a line. */
import { callable, readOptions } from '../../errors/options.ts';
import type { Callback } from '../callback.ts';

export interface JsonLinesOptions {
  /** Where text goes; called with one whole line at a time, its end included. */
  readonly write: (text: string) => void;
}

/**
 * Writes every `validation`, every `epochEnd` and the `trainEnd`, as the event is, in one line each
 * (https://jsonlines.org). Numbers come back bit for bit with `JSON.parse`. What JSON has no number for
 * is written as the text `"NaN"`, `"Infinity"`, `"-Infinity"` or `"-0"`, which `Number` reads.
 *
 * @throws OptionError for unknown or missing options
 * @example
 * const log = createWriteStream('run.jsonl');
 * const callbacks = [jsonLines({ write: (text) => log.write(text) })];
 */
export function jsonLines(options: JsonLinesOptions): Callback {
  const { write } = readOptions<JsonLinesOptions>('jsonLines', options, { write: callable });
  return (event) => {
    switch (event.type) {
      case 'validation':
      case 'epochEnd':
      case 'trainEnd':
        write(`${JSON.stringify(event, (_, value) => writable(value))}\n`);
        break;
      default:
    }
  };
}

function writable(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}
