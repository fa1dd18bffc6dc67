/** What a run is given: the data, and by `fit` who listens, what ends it, and how long others wait. */
import { isStream } from '../data/stream/stream.ts';
import { OptionError } from '../errors/errors.ts';
import { object, optional, type Rule, type Rules, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { Callback } from './callbacks/callback.ts';
import type { TrainingData } from './data/training_data.ts';

export interface FitRequest extends TrainingData {
  readonly callbacks?: readonly Callback[] | undefined;
  /** Ends the training after the current iteration. */
  readonly signal?: AbortSignal | undefined;
  /**
   * After how many milliseconds of computing other tasks of the event loop have their turn, at the end of
   * the phase or of the part of a validation that is under way; default 16, a frame. Infinity: never.
   */
  readonly yieldEvery?: number | undefined;
}

type ReadRequest = FitRequest & Required<Pick<FitRequest, 'callbacks' | 'yieldEvery'>>;

const dataRules: Rules<TrainingData> = { train: object, validation: optional(object) };

const callbackList: Rule<never> = {
  expected: 'an array of functions (event, control) => ...',
  example: '[(event) => console.log(event.type)]',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'function'),
};

export const abortSignal: Rule<never> = {
  expected: 'an AbortSignal, such as that of an AbortController',
  example: 'new AbortController().signal',
  accepts(value) {
    const { aborted, addEventListener } = (value ?? {}) as Partial<AbortSignal>;
    return typeof aborted === 'boolean' && typeof addEventListener === 'function';
  },
};

const duration: Rule<never> = {
  expected: 'milliseconds, 0 or more, or Infinity',
  example: '16',
  accepts: (value) => typeof value === 'number' && value >= 0,
};

/** @throws OptionError naming the option that does not fit */
export function readFitRequest(request: FitRequest) {
  return readTrainingOptions<ReadRequest>('fit', request, {
    ...dataRules,
    callbacks: withDefault<readonly Callback[]>(callbackList, []),
    signal: optional(abortSignal),
    yieldEvery: withDefault(duration, 16),
  });
}

/** @throws OptionError as for `fit`, and for a stream */
export function readRunRequest(request: TrainingData): TrainingData {
  const data = readTrainingOptions('run', request, dataRules);
  if (!isStream(data.train)) return data;
  throw new OptionError({
    where: 'run.train',
    expected: 'a dataset, because run() waits for nothing',
    received: 'a stream',
    remedy: 'Use await fit({ train }).',
  });
}
