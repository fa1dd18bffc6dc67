import { EpochalError } from '../../errors/errors.ts';

/** A command line that says nothing that can be done. */
export class UsageError extends EpochalError {
  override readonly name = 'UsageError';
}
