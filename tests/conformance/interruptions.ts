/** Random training runs with everything in them, and the ways in which they are interrupted. */
import fc from 'fast-check';
import { type Dataset, stream, subset, weightedSampling } from '../../src/data/index.ts';
import * as schedules from '../../src/schedules/index.ts';
import {
  type Callback,
  checkpoint,
  csvLog,
  type EarlyStopping,
  type Every,
  earlyStopping,
  gradualUnfreezing,
  jsonLines,
  type MovingAverage,
  movingAverage,
  type ReduceOnPlateau,
  reduceOnPlateau,
  Trainer,
  type TrainingData,
  tensorBoard,
  type WhatIfRecorder,
  whatIfRecorder,
} from '../../src/train/index.ts';
import { build, type Training } from './build.ts';
import { type TrainingSpec, training } from './networks.ts';

const SCHEDULES = {
  none: undefined,
  constant: schedules.constant({ factor: 0.5 }),
  linear: schedules.linear(),
  polynomial: schedules.polynomial({ power: 2, per: 'epoch' }),
  exponential: schedules.exponential({ factor: 0.7 }),
  stepDecay: schedules.stepDecay({ every: 2, factor: 0.5, per: 'iteration' }),
  multiStep: schedules.multiStep({ milestones: [1, 2] }),
  cosine: schedules.cosine({ warmUp: 2 }),
  cosineRestarts: schedules.cosineRestarts({ first: 3, per: 'iteration' }),
  oneCycle: schedules.oneCycle(),
  inverseSquareRoot: schedules.inverseSquareRoot({ warmUp: 3 }),
  warmUp: schedules.warmUp(schedules.exponential({ factor: 0.9, per: 'iteration' }), { over: 3 }),
  join: schedules.join([schedules.constant(), schedules.cosine()], { at: [3] }),
};

export type Kind = 'die' | 'throw' | 'stop' | 'abort';

export interface Interruption {
  readonly kind: Kind;
  /** At which part of all events, from 0 to below 1. */
  readonly at: number;
  /** The same of the checkpoint before, of a process that dies. */
  readonly savedAt: number;
}

export interface InterruptedSpec {
  readonly training: TrainingSpec;
  readonly schedule: keyof typeof SCHEDULES;
  readonly source: 'memory' | 'weighted' | 'unshuffled' | 'stream' | 'buffered' | 'endless';
  readonly validateEvery: Every;
  readonly sets: 'none' | 'one' | 'two';
  readonly evaluateTraining: boolean;
  /** The part of the iterations at which it ends; 1 for the epochs. */
  readonly end: number;
  readonly callbacks: readonly (keyof Callbacks)[];
  readonly place: number;
  readonly interruptions: readonly Interruption[];
}

export interface Callbacks {
  readonly stopping?: EarlyStopping;
  readonly reduce?: ReduceOnPlateau;
  readonly average?: MovingAverage;
  readonly recorder?: WhatIfRecorder;
  readonly thaw?: Callback;
  readonly csv?: Callback;
  readonly json?: Callback;
  readonly board?: Callback;
  readonly keep?: Callback;
}

const NAMES = [
  ...(['stopping', 'reduce', 'average', 'recorder', 'thaw'] as const),
  ...(['csv', 'json', 'board', 'keep'] as const),
];

const part = fc.double({ min: 0, max: 0.999, noNaN: true });

export const interrupted: fc.Arbitrary<InterruptedSpec> = fc.record({
  // A training run of no batch at all is refused.
  training: training.filter(
    ({ dropLast, samples, batchSize }) => !dropLast || samples >= batchSize,
  ),
  schedule: fc.constantFrom(...(Object.keys(SCHEDULES) as (keyof typeof SCHEDULES)[])),
  source: fc.constantFrom('memory', 'weighted', 'unshuffled', 'stream', 'buffered', 'endless'),
  validateEvery: fc.oneof(
    fc.record({ epochs: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ iterations: fc.integer({ min: 1, max: 4 }) }),
  ),
  sets: fc.constantFrom('none', 'one', 'one', 'two'),
  evaluateTraining: fc.boolean(),
  end: fc.oneof(fc.constant(1), fc.double({ min: 0.3, max: 0.99, noNaN: true })),
  callbacks: fc.shuffledSubarray([...NAMES]),
  place: part,
  interruptions: fc.array(
    fc.record({
      kind: fc.constantFrom<Kind>('die', 'die', 'throw', 'stop', 'abort'),
      at: part,
      savedAt: part,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

export interface Begun extends Training {
  readonly data: TrainingData;
  readonly callbacks: Callbacks;
  readonly list: readonly Callback[];
  /** How the logs continue from there: as files would, that are still there. */
  readonly logs: Logs;
}

export interface Logs {
  csv: string;
  json: string;
}

/** Everything anew, as in another process that finds the logs of the first. */
export function begin(
  spec: InterruptedSpec,
  backend: 'auto' | 'reference',
  logs: Logs = { csv: '', json: '' },
): Begun {
  const { train, validation, trainer: plain } = build(spec.training, backend);
  const { source, schedule, sets, validateEvery } = spec;
  const isStream = ['stream', 'buffered', 'endless'].includes(source);
  const weights = Float64Array.from({ length: train.size }, (_, i) => 1 + (i % 3));
  const chosen = SCHEDULES[schedule];
  const perEpoch = plain.plan(train).iterationsPerEpoch;
  const total = perEpoch * spec.training.epochs;
  const ends = spec.end < 1 || source === 'endless';
  const trainer = new Trainer({
    ...plain.options,
    schedule: source === 'endless' && chosen?.unit === 'epoch' ? undefined : chosen,
    ...(source === 'weighted' && { sampling: weightedSampling({ weights }) }),
    shuffle: source !== 'unshuffled',
    validateEvery,
    metrics: { size: (outputs) => outputs.abs().mean().item() },
    evaluateTraining: spec.evaluateTraining && !isStream && sets !== 'none',
    recordIterations: true,
    ...(ends && { iterations: Math.max(1, Math.floor(total * spec.end)), epochs: undefined }),
  });
  const data: TrainingData = {
    train: isStream ? inParts(train, source) : train,
    ...(sets === 'one' && { validation }),
    ...(sets === 'two' && {
      validation: { first: validation, second: subset(validation, [2, 0]) },
    }),
  };
  const isWatched = trainer.plan(data.train, { validation: sets !== 'none' }).validations > 0;
  const callbacks = make(spec, trainer, isWatched, logs);
  const list = spec.callbacks.flatMap((name) => callbacks[name] ?? []);
  return { trainer, train, validation, data, callbacks, list, logs };
}

function inParts(train: Dataset, source: InterruptedSpec['source']) {
  const cuts = [0, 1, Math.ceil(train.size / 3), Math.ceil(train.size / 2), train.size];
  return stream({
    ...(source !== 'endless' && { samples: train.size }),
    shuffleBuffer: source === 'buffered' ? 5 : 0,
    async *open() {
      for (let i = 1; i < cuts.length; i++) {
        const rows = Array.from({ length: cuts[i] - cuts[i - 1] }, (_, row) => cuts[i - 1] + row);
        if (rows.length > 0) yield subset(train, rows);
      }
    },
  });
}

/** Continuing in the same process continues from the weights of the end, so they have to be the last ones. */
const inProcess = ({ interruptions }: InterruptedSpec) =>
  interruptions.some(({ kind }) => kind !== 'die');

function make(
  spec: InterruptedSpec,
  { model }: Trainer,
  isWatched: boolean,
  logs: Logs,
): Callbacks {
  const unknown = spec.source === 'endless';
  const monitor = isWatched ? 'validation.loss' : 'loss';
  const unit = isWatched && unknown ? 'validations' : 'epochs';
  const patience = (n: number) => (unit === 'epochs' ? { epochs: n } : { validations: n });
  const watches = isWatched || !unknown;
  const write = (name: keyof Logs) => ({
    write: (text: string) => {
      logs[name] += text;
    },
    truncate: (bytes: number) => {
      logs[name] = logs[name].slice(0, bytes);
    },
  });
  // The columns of a table are those of the first validation, which has to come before the first end.
  const early = 'epochs' in spec.validateEvery && spec.validateEvery.epochs === 1;
  const hasTable = !inProcess(spec) || !isWatched;
  return {
    ...(watches && {
      stopping: earlyStopping({
        ...{ monitor, patience: patience(1), model, restoreBest: !inProcess(spec) },
      }),
      reduce: reduceOnPlateau({ monitor, patience: patience(1), factor: 0.5 }),
      recorder: whatIfRecorder({ monitor, patience: [patience(1), patience(2)] }),
    }),
    average: movingAverage({ model, decay: 0.9 }),
    thaw: gradualUnfreezing({ model, every: { epochs: 1 } }),
    ...((hasTable || early) && { csv: csvLog(write('csv')) }),
    json: jsonLines(write('json')),
    board: tensorBoard({ write: () => {} }),
    keep: checkpoint({ save: () => {}, every: { iterations: 2 } }),
  };
}
