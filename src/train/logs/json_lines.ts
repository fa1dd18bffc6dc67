/** A log for machines: one JSON object a line. */
import { forJson } from '../../errors/for_json.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Callback } from '../callbacks/callback.ts';
import type { CallbackState } from '../state/training_state.ts';
import { countedText, type LogOptions, logRules, type ResolvedLogOptions } from './counted_text.ts';

export interface JsonLinesOptions extends LogOptions {}

/**
 * Writes every `validation`, every `epochEnd` and the `trainEnd`, as the event is, in one line each
 * (https://jsonlines.org). Numbers come back bit for bit with `JSON.parse`. What JSON has no number for
 * is written as the text `"NaN"`, `"Infinity"`, `"-Infinity"` or `"-0"`, which `Number` reads.
 *
 * A resumed training continues where the log was at the checkpoint, see `truncate`.
 *
 * @throws OptionError for unknown or missing options
 * @example
 * const callbacks = [jsonLines(logFile('run.jsonl'))]; // logFile from epochal/node
 */
export function jsonLines(options: JsonLinesOptions): Callback {
  const text = countedText(readTrainingOptions<ResolvedLogOptions>('jsonLines', options, logRules));
  const callback: Callback = (event) => {
    switch (event.type) {
      case 'validation':
      case 'epochEnd':
      case 'trainEnd':
        text.write(`${JSON.stringify(forJson({ ...event, error: undefined }))}\n`);
        break;
      default:
    }
  };
  return Object.assign(callback, {
    key: 'jsonLines',
    state: (): CallbackState => ({ values: text.state(), tensors: {} }),
    loadState({ values }: CallbackState) {
      text.goOn(values);
    },
  });
}
