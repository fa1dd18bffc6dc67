/** The common objective: train a network with the values of a trial, and take a number of its history. */

import { datasetRule } from '../../data/check_dataset.ts';
import type { Dataset } from '../../data/dataset.ts';
import { isStream } from '../../data/stream/stream.ts';
import { describe } from '../../errors/describe.ts';
import { DataError, OptionError } from '../../errors/errors.ts';
import { callable, oneOf, optional, record, string, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Callback } from '../../train/callbacks/callback.ts';
import { type TrainingData, validationSets } from '../../train/data/training_data.ts';
import {
  checkMonitored,
  type Goal,
  goalOf,
  type Measurement,
  measurements,
  monitorsOf,
  validationNumbers,
} from '../../train/events/monitor.ts';
import type { History } from '../../train/history/history.ts';
import type { TrainerOptions } from '../../train/options.ts';
import { Trainer } from '../../train/trainer.ts';
import type { Objective, TrialRequest } from './objective.ts';

/** The options of a Trainer, but for how long it trains. */
export type TrialTraining = Omit<TrainerOptions, 'epochs' | 'iterations'>;

export interface TrainerObjectiveOptions<V> {
  /**
   * Called for each trial: gives the options of a Trainer, with a new model. The Trainer's seed is the
   * trial's if it is left out.
   */
  readonly training: (values: V, request: TrialRequest) => TrialTraining;
  readonly train: Dataset;
  readonly validation?: TrainingData['validation'];
  /** The score: `validation.loss` (default), `validation.` and the name of a metric, or `loss`. */
  readonly monitor?: string;
  /** Which way is better; default `minimum` for losses. Metrics need it said. */
  readonly goal?: Goal;
  /**
   * Which measurement is the score: the `last` (default), or the `best` so far, which flatters: it was
   * chosen by the same samples.
   */
  readonly epoch?: 'last' | 'best';
  /** Callbacks of each training run, such as `({ model }) => [earlyStopping({ patience, model })]`. */
  readonly callbacks?: (trainer: Trainer, values: V) => readonly Callback[];
}

/**
 * Trains a network for each trial and scores it by a number of its history. The table has the other
 * numbers that were measured at the same time, too.
 *
 * In `successiveHalving` a trial's Trainer is kept, so that survivors continue from where they were. With
 * `callbacks` they are trained anew instead, because early stopping puts weights back at every end. The
 * result is the same either way: all training runs are planned for the largest number of epochs, over which
 * a schedule stretches, and halt where the trial is scored.
 *
 * @throws OptionError for options that do not fit. What is thrown in a trial is noted by the search
 * @example
 * const objective = trainerObjective({
 *   training: ({ learningRate, units }: { learningRate: number; units: number }, { seed }) => ({
 *     model: sequential({ inputShape: [4], seed }, [dense({ units }), relu(), dense({ units: 3 })]),
 *     loss: softmaxCrossEntropy(), optimizer: adam({ learningRate }), metrics: { accuracy },
 *   }),
 *   train, validation, monitor: 'validation.accuracy', goal: 'maximum',
 * });
 */
export function trainerObjective<V>(options: TrainerObjectiveOptions<V>): Objective<V> {
  const read = readTrainingOptions<Resolved<V>>('trainerObjective', options, {
    training: { ...callable, expected: 'a function that gives the options of a Trainer' },
    train: {
      ...datasetRule,
      accepts: (value) => isStream(value) || datasetRule.accepts(value),
      within: (value) => (isStream(value) ? undefined : datasetRule.within?.(value)),
    },
    validation: optional(record),
    monitor: withDefault(string, 'validation.loss'),
    goal: optional(oneOf('minimum', 'maximum')),
    epoch: withDefault(oneOf('last', 'best'), 'last'),
    callbacks: optional(callable),
  });
  const { training, train, validation, monitor, epoch, callbacks } = read;
  const goal = goalOf('trainerObjective', monitor, read.goal);
  if (monitor !== 'loss' && validation === undefined) {
    throw new OptionError({
      where: 'trainerObjective.validation',
      expected: `a dataset to measure ${monitor} on`,
      received: 'nothing',
      remedy: "Pass validation, or monitor: 'loss' for the training loss.",
    });
  }

  const sets = validationSets('trainerObjective', validation).map(([name]) => name);

  async function objective(values: V, request: TrialRequest) {
    const make = () => {
      const made = makeTrainer(training(values, request), request);
      checkMonitored('trainerObjective', monitor, monitorsOf(made.options, sets));
      return made;
    };
    const trainer = callbacks === undefined ? request.keep(make) : make();
    const own = callbacks?.(trainer, values) ?? [];
    if (trainer.epoch < request.epochs) {
      const { signal } = request;
      await trainer.fit({ train, validation, signal, callbacks: [haltAt(request.epochs), ...own] });
    }
    const { history, iteration } = trainer;
    const measured = measurements('trainerObjective', monitor, history);
    const chosen = epoch === 'last' ? measured.at(-1) : best(measured, goal);
    if (chosen === undefined) {
      throw new DataError({
        where: 'trainerObjective.monitor',
        expected: `a training run in which ${monitor} is measured`,
        received: 'none that is a number',
        remedy:
          'Give validation data or another monitor, and lower learning rates if all losses are NaN.',
      });
    }
    return {
      score: chosen.value,
      iterations: iteration,
      ...(epoch === 'best' && { bestEpoch: chosen.epoch }),
      ...otherNumbers(history, chosen, monitor),
    };
  }
  // By its name a search that is resumed knows what was scored.
  Object.defineProperty(objective, 'name', { value: `${epoch} ${monitor}` });
  return Object.assign(objective, { goal });
}

interface Resolved<V> extends Required<Omit<TrainerObjectiveOptions<V>, Unset>> {
  readonly validation: TrainingData['validation'];
  readonly goal: Goal | undefined;
  readonly callbacks: TrainerObjectiveOptions<V>['callbacks'];
}

type Unset = 'validation' | 'goal' | 'callbacks';

function makeTrainer(options: TrialTraining, { seed, maxEpochs }: TrialRequest): Trainer {
  const misplaced = ['epochs', 'iterations'].find((name) => name in options);
  if (misplaced !== undefined) {
    throw new OptionError({
      where: 'trainerObjective.training',
      expected: 'the options of a Trainer without epochs and iterations',
      received: `${misplaced}: ${describe((options as Readonly<Record<string, unknown>>)[misplaced])}`,
      remedy: 'How long to train is for the search to say: its epochs are the same for all trials.',
    });
  }
  return new Trainer({ seed, ...options, epochs: maxEpochs });
}

/** Ends a training run that may continue later. First of the callbacks: what another says is the last word. */
function haltAt(epochs: number): Callback {
  return (event, control) => {
    if (event.type === 'epochEnd' && event.epoch >= epochs) control.stop(`${epochs} epochs`);
  };
}

/** The first of the best; not a number is never better. */
function best(measured: readonly Measurement[], goal: Goal): Measurement | undefined {
  const sign = goal === 'minimum' ? 1 : -1;
  const numbers = measured.filter(({ value }) => !Number.isNaN(value));
  return numbers.reduce<Measurement | undefined>(
    (found, one) => (found && sign * found.value <= sign * one.value ? found : one),
    undefined,
  );
}

/** What else was measured when the score was. */
function otherNumbers(history: History, { iteration }: Measurement, monitor: string) {
  const epoch = history.epochs.findLast((record) => record.iteration === iteration);
  const validation = history.validations.findLast((record) => record.iteration === iteration);
  const numbers: [string, number][] = [
    ...(epoch === undefined ? [] : [['loss', epoch.loss] as [string, number]]),
    ...(validation === undefined ? [] : validationNumbers(validation)),
  ];
  return Object.fromEntries(numbers.filter(([name]) => name !== monitor));
}
