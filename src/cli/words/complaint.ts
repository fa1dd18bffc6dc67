import { type EpochalError, messageOf } from '../../errors/errors.ts';
import { wordedParts } from './remedies.ts';

/** What an error says, in words of the options of commands. */
export function wordsOf(error: EpochalError): string {
  const { where, problem, expected, received, remedy, advice } = error;
  const own = advice === undefined ? {} : wordedParts(advice);
  return messageOf({ where, problem, expected, received, remedy, ...own }).replaceAll(/\s+/g, ' ');
}

/** What went wrong, in one line. */
export function complaint(error: EpochalError): string {
  const line = wordsOf(error);
  return `${/^epochal( [a-z-]+)?:/.test(line) ? '' : 'epochal: '}${line}\n`;
}
