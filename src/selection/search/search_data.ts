/** A search as plain JSON, and what is refused when one is resumed. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import {
  checkArgument,
  naturalNumber,
  object,
  optional,
  positiveInteger,
  record,
  string,
} from '../../errors/options.ts';
import { checkParts, fields, listOf } from '../../errors/parts.ts';
import type { Seed } from '../../tensor/rng.ts';
import type { Goal } from '../../train/events/monitor.ts';
import type { Failure, TrialRecord } from './record.ts';
import type { Distribution, Values } from './space.ts';

export const DAMAGED = 'The file is damaged, or was written by another version.';

/** Which search it is: two with the same identity have the same trials, and the same results. */
export interface SearchIdentity {
  readonly method: 'gridSearch' | 'randomSearch' | 'successiveHalving';
  /** The parameters in their order, lists written as choices. */
  readonly space: readonly (readonly [name: string, distribution: Distribution])[];
  readonly seed: Seed;
  readonly goal: Goal;
  /** The `name` of the function. Two of the same name cannot be told apart. */
  readonly objective: string;
  /** The options that say how long to train. */
  readonly budget: Readonly<Record<string, number>>;
}

/** A record as JSON: metrics that JSON has no number for are texts, such as `"NaN"`. */
export type RecordData = Omit<TrialRecord, 'metrics' | 'score' | 'error' | 'iterations'> & {
  readonly metrics: Readonly<Record<string, number | string>>;
  readonly score?: number;
  readonly error?: Failure;
  readonly iterations?: number;
};

/** What `JSON.stringify(result)` writes. */
export interface SearchData extends SearchIdentity {
  /** How many trials the search has, those included that have not ended. */
  readonly trials: number;
  readonly records: readonly RecordData[];
}

export function writeRecord(record: TrialRecord<unknown>): RecordData {
  const { values, metrics, score, error, iterations, ...rest } = record;
  const writable = Object.entries(metrics).map(([name, value]) => [
    name,
    Number.isFinite(value) && !Object.is(value, -0) ? value : value === 0 ? '-0' : String(value),
  ]);
  return {
    ...rest,
    values: values as Values,
    ...(score !== undefined && { score }),
    ...(error !== undefined && { error }),
    ...(iterations !== undefined && { iterations }),
    metrics: Object.fromEntries(writable),
  };
}

/** An earlier result, or its JSON. */
export type EarlierResult = SearchData | { toJSON(): SearchData };

/** What a record of the search must say, besides what came out. */
export interface Expected {
  readonly trials: number;
  /** The numbers of epochs at which trials are scored. */
  readonly epochs: readonly number[];
  valuesOf(trial: number): Values;
  seedOf(trial: number): number;
}

/** The name of an evaluation among others. */
export const keyOf = (trial: number, epochs: number): string => `${trial} at ${epochs}`;

/** The JSON of an earlier result. */
export function dataOf(given: EarlierResult): SearchData {
  return 'toJSON' in given && typeof given.toJSON === 'function'
    ? given.toJSON()
    : (given as SearchData);
}

/**
 * The records of earlier results, by `keyOf`. What several have is taken from the first.
 * @param where the name of a result in messages, by its index
 * @throws DataError unless they come from the same search, naming what differs; for a trial that was run
 * twice and has two scores
 */
export function readResults(
  where: (index: number) => string,
  given: readonly EarlierResult[],
  identity: SearchIdentity,
  expected: Expected,
): Map<string, TrialRecord> {
  const records = new Map<string, TrialRecord>();
  for (const [index, result] of given.entries()) {
    const at = where(index);
    checkArgument(at, result, object);
    for (const [key, record] of readResult(at, dataOf(result), identity, expected)) {
      const before = records.get(key);
      if (before === undefined) records.set(key, record);
      else checkSame(at, before, record);
    }
  }
  return records;
}

/** Of a trial that was run twice: whichever counted, the other result would be denied. */
function checkSame(where: string, before: TrialRecord, { trial, score, error }: TrialRecord): void {
  if (Object.is(score, before.score)) return;
  const outcome = (one: Pick<TrialRecord, 'score' | 'error'>) =>
    one.score === undefined ? `its failure, ${one.error?.name}` : `score ${one.score}`;
  throw new DataError({
    where: `${where}, trial ${trial}`,
    problem: 'it was run twice, and came out differently',
    expected: `${outcome(before)}, as before`,
    received: outcome({ score, error }),
    remedy:
      'Leave one of them out. Equal seeds give equal scores on the same data, with the same version of the library.',
    advice: [{ kind: 'trialTwice', trial }],
  });
}

function readResult(
  where: string,
  data: Partial<SearchData>,
  identity: SearchIdentity,
  expected: Expected,
): Map<string, TrialRecord> {
  for (const name of Object.keys(identity) as (keyof SearchIdentity)[]) {
    const [own, other] = [JSON.stringify(identity[name]), JSON.stringify(data[name])];
    if (own !== other) throw ofAnotherSearch(where, name, own, other);
  }
  checkParts(where, data, RECORDS, DAMAGED, [{ kind: 'damagedSearch', trial: undefined }]);
  const records = new Map<string, TrialRecord>();
  for (const item of (data as SearchData).records) {
    const record = readRecord(where, item, expected);
    const key = keyOf(record.trial, record.epochs);
    if (records.has(key)) {
      throw unfit(where, record.trial, 'each trial once', `two of trial ${key} epochs`);
    }
    records.set(key, record);
  }
  return records;
}

/** @param own, other as JSON */
export function ofAnotherSearch(
  where: string,
  name: keyof SearchData,
  own: string,
  other: string | undefined,
): DataError {
  return new DataError({
    where,
    problem: `it is the result of another search; ${name} differs`,
    expected: own,
    received: other ?? 'nothing',
    remedy: 'Give the options that it was begun with, or leave this result out.',
    advice: [{ kind: 'sameSearch' }],
  });
}

const RECORDS = fields({
  records: listOf(
    fields({
      trial: positiveInteger,
      epochs: positiveInteger,
      metrics: record,
      error: optional(fields({ name: string, message: string })),
      iterations: optional(naturalNumber),
      trainedEpochs: naturalNumber,
      trainedIterations: naturalNumber,
    }),
  ),
});

function readRecord(where: string, data: RecordData, expected: Expected): TrialRecord {
  const { trial, epochs, seed, score, error, iterations } = data;
  if (trial > expected.trials)
    throw unfit(where, trial, `trials from 1 to ${expected.trials}`, trial);
  if (!expected.epochs.includes(epochs)) {
    throw unfit(where, trial, `epochs: ${expected.epochs.join(' or ')}`, data.epochs);
  }
  const values = expected.valuesOf(trial);
  const [own, other] = [JSON.stringify(values), JSON.stringify(data.values)];
  if (own !== other) throw unfit(where, trial, `values ${own}`, data.values, other);
  if (seed !== expected.seedOf(trial))
    throw unfit(where, trial, `seed ${expected.seedOf(trial)}`, seed);
  if (error === undefined ? !Number.isFinite(score) : score !== undefined) {
    throw unfit(where, trial, 'a finite score, or an error', score);
  }
  return {
    trial,
    values,
    seed,
    epochs,
    score,
    error: error && { name: error.name, message: error.message },
    iterations,
    metrics: readMetrics(where, trial, data.metrics),
    trainedEpochs: data.trainedEpochs,
    trainedIterations: data.trainedIterations,
  };
}

const TEXTS = ['NaN', 'Infinity', '-Infinity', '-0'];

function readMetrics(
  where: string,
  trial: number,
  given: RecordData['metrics'],
): Record<string, number> {
  const metrics = Object.entries(given).map(([name, value]): [string, number] => {
    if (typeof value !== 'number' && !TEXTS.includes(value)) {
      throw unfit(where, trial, `a number as metric ${name}`, value);
    }
    return [name, Number(value)];
  });
  return Object.fromEntries(metrics);
}

function unfit(
  where: string,
  trial: number,
  expected: string,
  received: unknown,
  text = describe(received),
): DataError {
  return new DataError({
    where: `${where}, trial ${trial}`,
    expected,
    received: text,
    remedy: DAMAGED,
    advice: [{ kind: 'damagedSearch', trial }],
  });
}
