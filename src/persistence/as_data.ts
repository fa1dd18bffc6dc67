import { DataError, EpochalError } from '../errors/errors.ts';
import { UNCHANGED } from '../formats/remedies.ts';

/**
 * What a file says is data: where it does not fit, that is a DataError about the file, no matter where that is noticed.
 * @param reader the function that reads, which is no place in a file
 */
export function asData<T>(where: string, reader: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    const { problem, expected, received, remedy } = cause;
    const place = cause.where === reader ? where : `${where}, ${cause.where}`;
    throw new DataError(
      { where: place, problem, expected, received, remedy, advice: [UNCHANGED] },
      { cause },
    );
  }
}
