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

const DAMAGED = 'The file is damaged, or was written by another version.';

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

/**
 * The records of earlier results, by `keyOf`. Of a trial that several have, the first counts.
 * @throws DataError unless they come from the same search, naming what differs
 */
export function readResume(
  method: string,
  given: EarlierResult | readonly EarlierResult[],
  identity: SearchIdentity,
  expected: Expected,
): Map<string, TrialRecord> {
  const where = `${method}.resume`;
  if (!isList(given)) return readResult(where, given, identity, expected);
  const records = new Map<string, TrialRecord>();
  for (const [index, result] of given.entries()) {
    checkArgument(`${where}[${index}]`, result, object);
    for (const [key, record] of readResult(`${where}[${index}]`, result, identity, expected)) {
      if (!records.has(key)) records.set(key, record);
    }
  }
  return records;
}

const isList = (given: unknown): given is readonly EarlierResult[] => Array.isArray(given);

function readResult(
  where: string,
  given: EarlierResult,
  identity: SearchIdentity,
  expected: Expected,
): Map<string, TrialRecord> {
  const data: Partial<SearchData> =
    'toJSON' in given && typeof given.toJSON === 'function'
      ? given.toJSON()
      : (given as SearchData);
  for (const name of Object.keys(identity) as (keyof SearchIdentity)[]) {
    const [own, other] = [JSON.stringify(identity[name]), JSON.stringify(data[name])];
    if (own === other) continue;
    throw new DataError({
      where,
      problem: `it is the result of another search; ${name} differs`,
      expected: own,
      received: other ?? 'nothing',
      remedy: 'Resume with the options that it was begun with, or leave resume out.',
      advice: [{ kind: 'sameSearch' }],
    });
  }
  checkParts(where, data, RECORDS, DAMAGED, [{ kind: 'damagedSearch' }]);
  const records = new Map<string, TrialRecord>();
  for (const item of (data as SearchData).records) {
    const record = readRecord(where, item, expected);
    const key = keyOf(record.trial, record.epochs);
    if (records.has(key)) throw unfit(where, 'each trial once', `two of trial ${key} epochs`);
    records.set(key, record);
  }
  return records;
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
  if (trial > expected.trials) throw unfit(where, `trials from 1 to ${expected.trials}`, trial);
  const at = `${where}, trial ${trial}`;
  if (!expected.epochs.includes(epochs)) {
    throw unfit(at, `epochs: ${expected.epochs.join(' or ')}`, data.epochs);
  }
  const values = expected.valuesOf(trial);
  const [own, other] = [JSON.stringify(values), JSON.stringify(data.values)];
  if (own !== other) throw unfit(at, `values ${own}`, data.values, other);
  if (seed !== expected.seedOf(trial)) throw unfit(at, `seed ${expected.seedOf(trial)}`, seed);
  if (error === undefined ? !Number.isFinite(score) : score !== undefined) {
    throw unfit(at, 'a finite score, or an error', score);
  }
  return {
    trial,
    values,
    seed,
    epochs,
    score,
    error: error && { name: error.name, message: error.message },
    iterations,
    metrics: readMetrics(at, data.metrics),
    trainedEpochs: data.trainedEpochs,
    trainedIterations: data.trainedIterations,
  };
}

const TEXTS = ['NaN', 'Infinity', '-Infinity', '-0'];

function readMetrics(where: string, given: RecordData['metrics']): Record<string, number> {
  const metrics = Object.entries(given).map(([name, value]): [string, number] => {
    if (typeof value !== 'number' && !TEXTS.includes(value)) {
      throw unfit(where, `a number as metric ${name}`, value);
    }
    return [name, Number(value)];
  });
  return Object.fromEntries(metrics);
}

function unfit(where: string, expected: string, received: unknown, text = describe(received)) {
  return new DataError({
    where,
    expected,
    received: text,
    remedy: DAMAGED,
    advice: [{ kind: 'damagedSearch' }],
  });
}
