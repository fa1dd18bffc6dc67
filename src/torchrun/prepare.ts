/** What is to be trained elsewhere, looked through before anything is written. */
import type { Dataset } from '../data/dataset.ts';
import { isStream } from '../data/stream/stream.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument, having, object, oneOf, optional, record } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { ModelExtras } from '../persistence/index.ts';
import { prepareData } from '../train/data/prepared_data.ts';
import { type EarlyStoppingOptions, earlyStopping, type TrainingState } from '../train/index.ts';
import type { TrainingPlan } from '../train/plan.ts';
import { checkRecipe } from '../train/state/check_recipe.ts';
import { describeData } from '../train/state/data_recipe.ts';
import type { Trainer } from '../train/trainer.ts';
import { networkProgram } from './network.ts';
import { objectiveProgram } from './objective.ts';
import { Obstacles } from './obstacles.ts';
import { optimizerProgram } from './optimizer.ts';

export type StoppingOptions = Omit<EarlyStoppingOptions, 'model'>;

export interface ExportTrainingOptions {
  /** The engine that trains it there; `torchrun` is PyTorch's. */
  readonly to?: 'torchrun' | undefined;
  readonly train: Dataset;
  readonly validation?: Dataset | undefined;
  /** Ends the training there as `earlyStopping` does here; it watches `validation.loss`. */
  readonly earlyStopping?: StoppingOptions | undefined;
  /** What the model that comes back is to know: scalers, the schema, names. */
  readonly extras?: ModelExtras | undefined;
}

/** What everything in a job is made of. */
export interface Prepared {
  readonly trainer: Trainer;
  /** Where it begins. */
  readonly state: TrainingState;
  readonly plan: TrainingPlan;
  readonly train: Dataset;
  readonly validation: Dataset | undefined;
  readonly stopping: StoppingOptions | undefined;
  readonly extras: ModelExtras | undefined;
  /** The programs that say what is trained, by name. */
  readonly programs: Readonly<Record<string, string>>;
}

const trainerRule = /* @__PURE__ */ having('a Trainer', 'new Trainer({ … })', 'checkpoint');

/** @throws OptionError naming everything that cannot be carried over; as `fit` does for unfit data */
export function prepareJob(
  where: string,
  trainer: Trainer,
  options: ExportTrainingOptions,
): Prepared {
  checkArgument(where, trainer, trainerRule);
  const given = readTrainingOptions<ExportTrainingOptions>(where, options, {
    to: optional(oneOf('torchrun')),
    train: object,
    validation: optional(object),
    earlyStopping: optional(object),
    extras: optional(record),
  });
  const { train, validation, earlyStopping: stopping, extras } = given;
  if (stopping !== undefined) earlyStopping({ ...stopping, restoreBest: false }); // checks them
  const obstacles = new Obstacles();
  const { model } = trainer;
  const { loss, optimizer, accumulate } = trainer.options;
  const classes = isStream(train) ? undefined : train.targets;
  const programs = {
    'model.py': networkProgram(model, accumulate, obstacles),
    'objective.py': objectiveProgram(loss, model, classes, obstacles),
    'optimizer.py': optimizerProgram(optimizer, model, obstacles),
  };
  refuseOthers(trainer, given, obstacles);
  obstacles.check();
  const data = prepareData(trainer.options, { train, validation });
  const state = stateOf(where, trainer, data);
  const plan = planOf(where, trainer, { train, validation });
  return {
    ...{ trainer, state, plan, stopping, extras, programs },
    train: data.train as Dataset,
    validation: data.validation[0]?.[1],
  };
}

/** Callbacks that change what is learned, and nobody calls there. */
const CALLBACKS = /^(reduceOnPlateau|movingAverage)(#|$)/;

function refuseOthers(
  trainer: Trainer,
  { train, validation, earlyStopping: stopping }: ExportTrainingOptions,
  obstacles: Obstacles,
): void {
  const { sampling } = trainer.options;
  if (isStream(train)) obstacles.add('a stream of samples');
  if (sampling !== undefined) obstacles.add(`the sampling ${sampling.name}`);
  if (validation !== undefined && !('inputs' in validation)) {
    obstacles.add('several validation sets');
  }
  const { callbacks, progress } = trainer.checkpoint();
  for (const key of Object.keys(callbacks)) {
    if (CALLBACKS.test(key)) obstacles.add(`the callback ${key}`);
  }
  if (stopping === undefined) {
    if (callbacks.earlyStopping !== undefined) {
      obstacles.add('the callback earlyStopping, unless its options are passed as earlyStopping');
    }
    return;
  }
  const { monitor = 'validation.loss' } = stopping;
  if (monitor !== 'validation.loss') obstacles.add(`early stopping by ${monitor}`);
  if (stopping.goal === 'maximum') obstacles.add('early stopping that seeks a maximum');
  if (validation === undefined) obstacles.add('early stopping without a validation set');
  if (callbacks.earlyStopping !== undefined && progress.stretches.length > 1) {
    obstacles.add('early stopping that has seen batches of another size');
  }
}

/** Where it is, with what can be known of the data, by which they are known again. */
function stateOf(
  where: string,
  trainer: Trainer,
  data: ReturnType<typeof prepareData>,
): TrainingState {
  const state = trainer.checkpoint();
  const present = describeData(data, trainer.options);
  if (state.data !== null) checkRecipe(where, [state.data, present], []);
  const progress = { ...state.progress, samples: (data.train as Dataset).size };
  return { ...state, progress, data: present, names: data.names };
}

/** As a run begins it, which looks through everything first. */
function planOf(
  where: string,
  trainer: Trainer,
  data: Pick<ExportTrainingOptions, 'train' | 'validation'>,
): TrainingPlan {
  const plan = trainer.plan(data.train, { validation: data.validation !== undefined });
  if (trainer.iteration >= plan.iterations) {
    throw new OptionError({
      where,
      expected: 'a training run that has iterations to go',
      received: `${trainer.iteration} of ${plan.iterations} done`,
      remedy: `Raise the total: trainer.epochs = ${trainer.epoch + 10}.`,
    });
  }
  const run = trainer.run(data);
  run.next();
  run.return(trainer.history);
  return plan;
}
