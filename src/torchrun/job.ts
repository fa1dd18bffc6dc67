/** A training run as a folder that PyTorch trains on several processes or machines. */
import type { Dataset } from '../data/dataset.ts';
import { writeNpy } from '../formats/numpy/npy.ts';
import { writeTorch } from '../formats/pickle/torch.ts';
import { encodeText } from '../formats/text.ts';
import { toPyTorch } from '../interop/pytorch/pytorch.ts';
import type { Model } from '../nn/sequential.ts';
import type { ModelState } from '../nn/state.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { reshape } from '../ops/shape/views.ts';
import { writeCheckpoint, writeModel } from '../persistence/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Trainer } from '../train/trainer.ts';
import { hasBatchNorm } from './network.ts';
import { takesClasses } from './objective.ts';
import { optimizerTensors } from './optimizer.ts';
import { describeDifferences } from './plan.ts';
import { type ExportTrainingOptions, type Prepared, prepareJob } from './prepare.ts';
import { BATCH_NORM, PROGRAMS } from './programs/index.ts';
import { progressOf } from './progress.ts';
import { readme } from './readme.ts';
import { learningRateFactors, settingsProgram } from './settings.ts';

/** The files of a job by name. */
export type TrainingJob = Readonly<Record<string, Uint8Array>>;

/**
 * A training run as the files of a folder that runs as `torchrun --nproc_per_node=N train.py`: the network as
 * code of `torch.nn`, weights and the state of the optimizer, the data, and a loop with
 * DistributedDataParallel that takes the samples in the same order. It begins where the Trainer is: anew, or
 * after what it has trained or resumed.
 *
 * Losses and weights agree with those here within rounding, on any number of processes, but for the masks of
 * dropout.
 * @throws OptionError naming everything that cannot be carried over, such as a layer of your own, a stream,
 * or an optimizer other than sgd, adam and adamW; as `fit` does for data that do not fit
 */
export function trainingJob(trainer: Trainer, options: ExportTrainingOptions): TrainingJob {
  const prepared = prepareJob('exportTraining', trainer, options);
  const { plan, stopping, programs } = prepared;
  const { model } = trainer;
  const texts = {
    ...PROGRAMS,
    ...programs,
    ...(hasBatchNorm(model) && BATCH_NORM),
    'settings.py': settingsProgram(prepared),
    'requirements.txt': 'torch>=1.13\nnumpy>=1.22\n',
    'README.md': readme(model, plan, describeDifferences(prepared)),
    'start/progress.json': `${JSON.stringify(progressOf(prepared.state, stopping !== undefined))}\n`,
  };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, encodeText(text)])),
    ...beginning(prepared),
    ...data(prepared),
  };
}

/** What has been learned so far, as it is read here and there. */
function beginning({ trainer, state, extras, stopping }: Prepared): TrainingJob {
  const { model, options } = trainer;
  const optimizer = optimizerTensors(state, model);
  const { values, tensors: best } = state.callbacks.earlyStopping ?? { values: {}, tensors: {} };
  const torch = (tensors: Readonly<Record<string, Tensor>>) =>
    writeTorch('exportTraining', tensors);
  return {
    'start/training.checkpoint': writeCheckpoint(state),
    'start/model.safetensors': writeModel(model, { loss: options.loss, ...extras }),
    'start/weights.pt': torch(toPyTorch(model)),
    ...(Object.keys(optimizer).length > 0 && { 'start/optimizer.pt': torch(optimizer) }),
    ...(stopping !== undefined &&
      values.hasBest === true && { 'start/best.pt': torch(toPyTorch(withState(model, best))) }),
  };
}

/** The same model, of other weights, as far as `toPyTorch` reads it. */
const withState = (model: Model, state: ModelState): Model => ({ ...model, state: () => state });

function data(prepared: Prepared): TrainingJob {
  const { train, validation, trainer } = prepared;
  const classes = takesClasses(trainer.options.loss);
  const factors = learningRateFactors(prepared);
  return {
    ...(factors && { 'data/learning_rate_factors.npy': writeNpy(factors) }),
    ...samples('train', train, classes),
    ...(validation && samples('validation', validation, classes)),
  };
}

function samples(name: string, { inputs, targets, sampleWeights }: Dataset, classes: boolean) {
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
