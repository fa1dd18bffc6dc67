/** A training run as a folder that PyTorch trains on several processes or machines. */
import type { Dataset } from '../data/dataset.ts';
import { isStream } from '../data/stream/stream.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument, having, object, oneOf, optional, readOptions } from '../errors/options.ts';
import { writeNpy } from '../formats/numpy/npy.ts';
import { writeTorch } from '../formats/pickle/torch.ts';
import { encodeText } from '../formats/text.ts';
import { toPyTorch } from '../interop/pytorch/pytorch.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { reshape } from '../ops/shape/views.ts';
import { type ModelExtras, writeModel } from '../persistence/index.ts';
import { tensor } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type EarlyStoppingOptions, earlyStopping } from '../train/index.ts';
import type { TrainingPlan } from '../train/plan.ts';
import type { Trainer } from '../train/trainer.ts';
import { hasBatchNorm, networkProgram } from './network.ts';
import { objectiveProgram, takesClasses } from './objective.ts';
import { Obstacles } from './obstacles.ts';
import { optimizerProgram, optimizerTensors, thereOf } from './optimizer.ts';
import { ORDER_PROGRAM } from './order_program.ts';
import { pythonOrNone, pythonText } from './python.ts';
import { readme } from './readme.ts';
import { TRAIN_PROGRAM } from './train_program.ts';

export interface ExportTrainingOptions {
  readonly to?: 'torchrun' | undefined;
  readonly train: Dataset;
  readonly validation?: Dataset | undefined;
  /** Ends the training there as `earlyStopping` does here; it watches `validation.loss`. */
  readonly earlyStopping?: Omit<EarlyStoppingOptions, 'model'> | undefined;
  /** What the model that comes back is to know: scalers, the schema, names. */
  readonly extras?: ModelExtras | undefined;
}

/** The files of a job by name. */
export type TrainingJob = Readonly<Record<string, Uint8Array>>;

const trainerRule = /* @__PURE__ */ having('a Trainer', 'new Trainer({ … })', 'checkpoint');

/**
 * A training run as the files of a folder that runs as `torchrun --nproc_per_node=N train.py`: the network as
 * code of `torch.nn`, weights and the state of the optimizer, the data, and a loop with
 * DistributedDataParallel that takes the samples in the same order. It begins where the Trainer is: anew, or
 * after what it has trained or resumed.
 *
 * Losses and weights agree with those here within rounding, on any number of processes. Dropout draws other
 * masks there; batch normalization takes its statistics from the share of one process.
 * @throws OptionError naming everything that cannot be carried over, such as a layer of your own, a stream,
 * or an optimizer other than sgd, adam and adamW
 */
export function trainingJob(trainer: Trainer, options: ExportTrainingOptions): TrainingJob {
  checkArgument('exportTraining', trainer, trainerRule);
  const {
    train,
    validation,
    earlyStopping: stopping,
    extras,
  } = readOptions<ExportTrainingOptions>('exportTraining', options, {
    to: optional(oneOf('torchrun')),
    train: object,
    validation: optional(object),
    earlyStopping: optional(object),
    extras: optional(object),
  });
  const obstacles = new Obstacles();
  const { model } = trainer;
  const { loss, optimizer, sampling } = trainer.options;
  if (isStream(train)) obstacles.add('a stream of samples');
  if (sampling !== undefined) obstacles.add(`the sampling ${sampling.name}`);
  const programs = {
    'model.py': networkProgram(model, obstacles),
    'objective.py': objectiveProgram(loss, model, obstacles),
    'optimizer.py': optimizerProgram(optimizer, model, obstacles),
    'order.py': ORDER_PROGRAM,
    'train.py': TRAIN_PROGRAM,
  };
  const patience = stopping === undefined ? undefined : readStopping(stopping, obstacles);
  if (patience !== undefined && validation === undefined) {
    obstacles.add('early stopping without a validation set');
  }
  obstacles.check();
  checkPresent(train, validation);
  const plan = trainer.plan(train, { validation: validation !== undefined });
  checkUnfinished(trainer, plan);
  const state = trainer.checkpoint();
  const started = optimizerTensors(state, model);
  const factors = factorsOf(plan, optimizer.learningRate);
  const classes = takesClasses(loss);
  return {
    ...Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, encodeText(text)])),
    'settings.py': encodeText(settings(trainer, plan, patience)),
    'requirements.txt': encodeText('torch>=1.13\nnumpy>=1.22\n'),
    'README.md': encodeText(readme(trainer, plan, patience !== undefined)),
    'start/model.safetensors': writeModel(model, { loss, ...extras }),
    'start/weights.pt': writeTorch('exportTraining', toPyTorch(model)),
    ...(Object.keys(started).length > 0 && {
      'start/optimizer.pt': writeTorch('exportTraining', started),
    }),
    ...(factors && { 'data/learning_rate_factors.npy': writeNpy(factors) }),
    ...data('train', train, classes),
    ...(validation && data('validation', validation, classes)),
  };
}

function checkUnfinished(trainer: Trainer, { iterations }: TrainingPlan): void {
  if (trainer.iteration < iterations) return;
  throw new OptionError({
    where: 'exportTraining',
    expected: 'a training run that has iterations to go',
    received: `${trainer.iteration} of ${iterations} done`,
    remedy: `Raise the total: trainer.epochs = ${trainer.epoch + 10}.`,
  });
}

function checkPresent(train: Dataset, validation: Dataset | undefined): void {
  for (const [name, set] of Object.entries({ train, validation })) {
    if (set === undefined || ('inputs' in set && 'targets' in set)) continue;
    throw new OptionError({
      where: `exportTraining.${name}`,
      expected: 'a dataset, with inputs and targets',
      received: describe(set),
      remedy: 'Pass one dataset; several validation sets with names stay here.',
    });
  }
}

type Stopping = Omit<EarlyStoppingOptions, 'model'>;

function readStopping(given: Stopping, obstacles: Obstacles): Stopping {
  earlyStopping({ ...given, restoreBest: false }); // checks them
  if (given.monitor !== undefined && given.monitor !== 'validation.loss') {
    obstacles.add(`early stopping by ${given.monitor}`);
  }
  return given;
}

/** What the schedule, and what has scaled it, makes of the learning rate; undefined where that is nothing. */
function factorsOf(plan: TrainingPlan, learningRate: number): Tensor | undefined {
  const values = Float64Array.from({ length: plan.iterations }, (_, index) =>
    learningRate === 0 ? plan.factorAt(index + 1) : plan.learningRateAt(index + 1) / learningRate,
  );
  if (values.every((value) => value === 1)) return undefined;
  return tensor(values, { shape: [values.length], dtype: 'float64' });
}

function data(name: string, { inputs, targets, sampleWeights }: Dataset, classes: boolean) {
  return {
    [`data/${name}_inputs.npy`]: writeNpy(inputs),
    [`data/${name}_targets.npy`]: writeNpy(classes ? asClasses(inputs, targets) : targets),
    ...(sampleWeights && { [`data/${name}_weights.npy`]: writeNpy(sampleWeights) }),
  };
}

/** Classes may be whole floats here, and are integers there; distributions are floats in both. */
function asClasses({ shape: [samples] }: Tensor, targets: Tensor): Tensor {
  if (targets.dtype === 'int32' || targets.size !== samples) return targets;
  return cast(reshape(targets, [samples]), 'int32');
}

function settings(trainer: Trainer, plan: TrainingPlan, stopping: Stopping | undefined): string {
  const { model, options, epoch } = trainer;
  const { batchSize, accumulate, shuffle, dropLast, seed, clip, validateEvery } = options;
  const { iterationInEpoch } = trainer.checkpoint().progress;
  const [unit, patience] = Object.entries(stopping?.patience ?? { epochs: undefined })[0];
  const truth = (value: boolean) => (value ? 'True' : 'False');
  const frozen = model
    .parameters()
    .flatMap(({ name, requiresGrad }) => (requiresGrad ? [] : [name]));
  const every = validateEvery as { readonly epochs?: number; readonly iterations?: number };
  return `"""What was asked for."""

DTYPE = ${pythonText(model.dtype)}
SEED = ${pythonText(`${typeof seed}:${seed}`)}  # decides the order of samples
BATCH_SIZE = ${batchSize}
MICRO_BATCH_SIZE = ${Math.ceil(batchSize / accumulate)}
SHUFFLE = ${truth(shuffle)}
DROP_LAST = ${truth(dropLast)}
ITERATIONS = ${plan.iterations}  # in total: ${plan.epochs} epochs of ${plan.iterationsPerEpoch}
SMALLEST_SHARE = ${hasBatchNorm(model) ? 2 : 1}  # samples that a process computes at least
FROZEN = ${JSON.stringify(frozen.map(thereOf))}

# Where it begins
EPOCHS_DONE = ${epoch}
ITERATIONS_DONE = ${trainer.iteration}
ITERATIONS_OF_EPOCH_DONE = ${iterationInEpoch}

# Limits on gradients, in this order
CLIP_VALUE = ${pythonOrNone(clip?.value)}
CLIP_NORM = ${pythonOrNone(clip?.norm)}
CLIP_GLOBAL_NORM = ${pythonOrNone(clip?.globalNorm)}

# When the validation set is measured, and early stopping
VALIDATE_EPOCHS = ${pythonOrNone(every.epochs)}
VALIDATE_ITERATIONS = ${pythonOrNone(every.iterations)}
PATIENCE = ${pythonOrNone(patience)}
PATIENCE_UNIT = ${pythonText(unit)}
MIN_DELTA = ${pythonOrNone(stopping?.minDelta ?? 0)}
RESTORE_BEST = ${truth(stopping?.restoreBest ?? true)}
`;
}
