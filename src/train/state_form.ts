/** What the state of a training has to look like: asked before it is written, and before it is taken up. */
import {
  aCondition,
  aCount,
  aNumber,
  anObject,
  aText,
  byName,
  checkForm,
  type Form,
  perhaps,
  test,
} from '../errors/form.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { TrainingState } from './training_state.ts';

const MOMENT = { epoch: aCount, iteration: aCount };

const ITERATION = {
  ...MOMENT,
  batchSize: aCount,
  loss: aNumber,
  learningRate: aNumber,
  gradientNorm: aNumber,
};

const VALIDATION = {
  ...MOMENT,
  loss: aNumber,
  metrics: byName(aNumber),
  trainingLoss: perhaps(aNumber),
};

const EPOCH = {
  ...MOMENT,
  samplesSeen: aCount,
  loss: aNumber,
  validation: perhaps(VALIDATION),
  learningRate: aNumber,
  gradientNorm: aNumber,
  seconds: aNumber,
};

const tensorsByName = byName(test('a tensor', (value) => value instanceof Tensor));

const STRETCH = { ...MOMENT, samplesSeen: aCount, batchSize: aCount, dropLast: aCondition };

const STATE: Form = {
  recipe: anObject,
  data: perhaps(anObject),
  progress: {
    ...MOMENT,
    iterationInEpoch: aCount,
    samplesSeen: aCount,
    samples: perhaps(aCount),
    validationDue: aCondition,
    endDue: aCondition,
    untold: [{ type: aText, ...MOMENT, loss: aNumber }],
    rateScales: [{ iteration: aCount, scale: aNumber }],
    stretches: [STRETCH],
    totals: {
      lossSum: aNumber,
      samples: aCount,
      gradientNormSum: aNumber,
      iterations: aCount,
      learningRate: aNumber,
    },
    epochs: [EPOCH],
    validations: [VALIDATION],
    iterations: [ITERATION],
  },
  model: tensorsByName,
  optimizer: tensorsByName,
  frozen: [aText],
  rested: byName(aCount),
  callbacks: anObject,
};

const CALLBACK: Form = { values: anObject, tensors: tensorsByName };

/**
 * @param where who asks
 * @throws DataError naming the first part that is missing or of another kind
 */
export function checkState(where: string, state: unknown): asserts state is TrainingState {
  const remedy = 'Take a state as checkpoint() or loadCheckpoint(path) gives it.';
  checkForm(where, STATE, state, remedy);
  const { callbacks, progress } = state as TrainingState;
  checkForm(`${where}.progress.stretches[0]`, STRETCH, progress.stretches[0], remedy);
  for (const [key, own] of Object.entries(callbacks)) {
    checkForm(`${where}.callbacks.${key}`, CALLBACK, own, remedy);
  }
}
