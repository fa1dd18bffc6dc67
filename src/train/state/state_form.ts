/** What the state of a training has to look like: asked before it is written, and before it is taken up. */
import {
  aCondition,
  aCount,
  aNumber,
  anObject,
  aText,
  byName,
  checkForm,
  listOf,
  perhaps,
  record,
  test,
} from '../../errors/form.ts';
import { Tensor } from '../../tensor/tensor.ts';
import type { TrainingState } from './training_state.ts';

const moment = { epoch: aCount, iteration: aCount };
const measured = { ...moment, loss: aNumber };
const learned = { ...measured, learningRate: aNumber, gradientNorm: aNumber };

const validation = record({
  ...measured,
  metrics: byName(aNumber),
  trainingLoss: perhaps(aNumber),
});

const tensorsByName = byName(test('a tensor', (value) => value instanceof Tensor));

const stretch = record({
  ...moment,
  samplesSeen: aCount,
  batchSize: aCount,
  dropLast: aCondition,
});

const atLeastOne = test('one or more', (list) => (list as readonly unknown[]).length > 0);

const training = record({
  recipe: anObject,
  data: perhaps(anObject),
  progress: record({
    ...moment,
    iterationInEpoch: aCount,
    samplesSeen: aCount,
    samples: perhaps(aCount),
    validationDue: aCondition,
    endDue: aCondition,
    untold: listOf(record({ ...measured, type: aText })),
    rateScales: listOf(record({ iteration: aCount, scale: aNumber })),
    stretches: (list) => listOf(stretch)(list) ?? atLeastOne(list),
    totals: record({
      lossSum: aNumber,
      samples: aCount,
      gradientNormSum: aNumber,
      iterations: aCount,
      learningRate: aNumber,
    }),
    epochs: listOf(
      record({
        ...learned,
        samplesSeen: aCount,
        validation: perhaps(validation),
        seconds: aNumber,
      }),
    ),
    validations: listOf(validation),
    iterations: listOf(record({ ...learned, batchSize: aCount })),
  }),
  model: tensorsByName,
  names: record({ classNames: perhaps(listOf(aText)), featureNames: perhaps(listOf(aText)) }),
  optimizer: tensorsByName,
  frozen: listOf(aText),
  rested: byName(aCount),
  callbacks: byName(record({ values: anObject, tensors: tensorsByName })),
});

/**
 * @param where who asks
 * @throws DataError naming the first part that is missing or of another kind
 */
export function checkState(where: string, state: unknown): asserts state is TrainingState {
  const remedy = 'Take a state as checkpoint() or loadCheckpoint(path) gives it.';
  checkForm(where, training, state, remedy);
}
