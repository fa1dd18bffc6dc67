/**
 * What event files say, as records: the messages `Event` and `Summary` of TensorBoard.
 * Source: event.proto, summary.proto and tensor.proto in tensorboard/compat/proto
 */

import {
  type Bytes,
  bytesField,
  doubleField,
  doublesField,
  floatField,
  integerField,
  message,
  stringField,
} from '../../../formats/protobuf/write.ts';
import type { Histogram } from './histogram.ts';
import { record } from './record.ts';

/** When, in seconds since 1970, and after how many iterations. */
export interface When {
  readonly time: number;
  readonly iteration: number;
}

/** The first record of a file. */
export function versionRecord(when: When): Bytes {
  return event(when, stringField(3, 'brain.Event:2'));
}

/** Says that what was told for this iteration and later ones does not count: it comes again. */
export function restartRecord(when: When): Bytes {
  const start = 1;
  return event(when, bytesField(7, integerField(1, start)));
}

/** Numbers by their tags. */
export function scalarsRecord(when: When, values: readonly (readonly [string, number])[]): Bytes {
  return summaries(when, values, (value) => floatField(2, value));
}

/** Histograms by their tags. */
export function histogramsRecord(
  when: When,
  values: readonly (readonly [string, Histogram])[],
): Bytes {
  return summaries(when, values, ({ min, max, count, sum, sumOfSquares, limits, counts }) =>
    bytesField(
      5,
      message(
        doubleField(1, min),
        doubleField(2, max),
        doubleField(3, count),
        doubleField(4, sum),
        doubleField(5, sumOfSquares),
        doublesField(6, limits),
        doublesField(7, counts),
      ),
    ),
  );
}

/** A text, in which TensorBoard reads Markdown. */
export function textRecord(when: When, tag: string, text: string): Bytes {
  const [stringType, vectorOfOne] = [7, bytesField(2, integerField(1, 1))];
  const tensor = message(
    integerField(1, stringType),
    bytesField(2, vectorOfOne),
    stringField(8, text),
  );
  const metadata = bytesField(1, stringField(1, 'text'));
  return summaries(when, [[tag, text]], () =>
    message(bytesField(8, tensor), bytesField(9, metadata)),
  );
}

function summaries<T>(
  when: When,
  values: readonly (readonly [tag: string, value: T])[],
  content: (value: T) => Bytes,
): Bytes {
  const each = values.map(([tag, value]) => {
    return bytesField(1, message(stringField(1, tag), content(value)));
  });
  return event(when, bytesField(5, message(...each)));
}

function event({ time, iteration }: When, content: Bytes): Bytes {
  return record(message(doubleField(1, time), integerField(2, iteration), content));
}
