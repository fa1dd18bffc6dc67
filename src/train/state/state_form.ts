/** What the state of a training run has to look like: asked before it is written, and before it is taken up. */
import {
  boolean,
  integer,
  naturalNumber,
  number,
  record,
  rule,
  string,
} from '../../errors/options.ts';
import { also, byName, checkParts, fields, listOf, orNothing } from '../../errors/parts.ts';
import { Tensor } from '../../tensor/tensor.ts';
import type { TrainingState } from './training_state.ts';

const moment = { epoch: naturalNumber, iteration: naturalNumber };
const measured = { ...moment, loss: number };
const learned = { ...measured, learningRate: number, gradientNorm: number };

const validation = fields({
  ...measured,
  metrics: byName(number),
  trainingLoss: orNothing(number),
});

const tensorsByName = byName(rule('a tensor', 'tensor([1])', (value) => value instanceof Tensor));

const stretch = fields({
  ...moment,
  samplesSeen: naturalNumber,
  batchSize: naturalNumber,
  dropLast: boolean,
});

const training = fields({
  recipe: record,
  data: orNothing(record),
  progress: fields({
    ...moment,
    iterationInEpoch: naturalNumber,
    samplesSeen: naturalNumber,
    samples: orNothing(naturalNumber),
    validationDue: boolean,
    endDue: boolean,
    untold: listOf(fields({ ...measured, type: string })),
    rateScales: listOf(fields({ iteration: naturalNumber, scale: number })),
    stretches: also(listOf(stretch), 'one or more', (list: unknown[]) => list.length > 0),
    totals: fields({
      lossSum: number,
      samples: naturalNumber,
      gradientNormSum: number,
      iterations: naturalNumber,
      learningRate: number,
    }),
    epochs: listOf(
      fields({
        ...learned,
        samplesSeen: naturalNumber,
        validation: orNothing(validation),
        seconds: number,
      }),
    ),
    validations: listOf(validation),
    iterations: listOf(fields({ ...learned, batchSize: naturalNumber })),
  }),
  model: tensorsByName,
  names: fields({ classNames: orNothing(listOf(string)), featureNames: orNothing(listOf(string)) }),
  optimizer: tensorsByName,
  frozen: listOf(string),
  rested: byName(integer),
  callbacks: byName(fields({ values: record, tensors: tensorsByName })),
});

/**
 * @param where who asks
 * @throws DataError naming the first part that is missing or of another kind
 */
export function checkState(where: string, state: unknown): asserts state is TrainingState {
  const remedy = 'Take a state as checkpoint() or loadCheckpoint(path) gives it.';
  checkParts(where, state, training, remedy);
}
