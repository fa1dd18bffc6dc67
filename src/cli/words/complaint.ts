import type { EpochalError } from '../../errors/errors.ts';
import { inWordsOfOptions } from './remedies.ts';

/** What went wrong, in one line. */
export function complaint({ message }: EpochalError): string {
  const line = inWordsOfOptions(message).replaceAll(/\s+/g, ' ');
  return `${line.startsWith('epochal') ? '' : 'epochal: '}${line}\n`;
}
