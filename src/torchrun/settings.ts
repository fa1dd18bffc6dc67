/** `settings.py`: what was asked for; and the learning rates, which a schedule may change. */
import { tensor } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { thereOf } from './optimizer.ts';
import type { Prepared } from './prepare.ts';
import { pythonBoolean, pythonOrNone, pythonText } from './python.ts';

export function settingsProgram({ trainer, plan, stopping }: Prepared): string {
  const { model, options } = trainer;
  const { batchSize, accumulate, shuffle, dropLast, seed, clip, validateEvery } = options;
  const [unit, patience] = Object.entries(stopping?.patience ?? { epochs: undefined })[0];
  const frozen = model
    .parameters()
    .flatMap(({ name, requiresGrad }) => (requiresGrad ? [] : [pythonText(thereOf(name))]));
  const every = validateEvery as { readonly epochs?: number; readonly iterations?: number };
  return `"""What was asked for."""

DTYPE = ${pythonText(model.dtype)}
SEED = ${pythonText(`${typeof seed}:${seed}`)}  # decides the order of samples
BATCH_SIZE = ${batchSize}
MICRO_BATCH_SIZE = ${Math.ceil(batchSize / accumulate)}  # samples at a time, on all processes together
SHUFFLE = ${pythonBoolean(shuffle)}
DROP_LAST = ${pythonBoolean(dropLast)}
ITERATIONS = ${plan.iterations}  # in total: ${plan.epochs} epochs${plan.iterationsInPartialEpoch > 0 ? ` and ${plan.iterationsInPartialEpoch} iterations of one more` : ''}
ITERATIONS_PER_EPOCH = ${plan.iterationsPerEpoch}
FROZEN = [${frozen.join(', ')}]

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
RESTORE_BEST = ${pythonBoolean(stopping?.restoreBest ?? true)}
`;
}

/** What the schedule, and what has scaled it, makes of the learning rate; undefined where that is nothing. */
export function learningRateFactors({ trainer, plan }: Prepared): Tensor | undefined {
  const { learningRate } = trainer.options.optimizer;
  const values = Float64Array.from({ length: plan.iterations }, (_, index) =>
    learningRate === 0 ? plan.factorAt(index + 1) : plan.learningRateAt(index + 1) / learningRate,
  );
  if (values.every((value) => value === 1)) return undefined;
  return tensor(values, { shape: [values.length], dtype: 'float64' });
}
