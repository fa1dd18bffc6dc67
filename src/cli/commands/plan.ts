/** `epochal plan`: the arithmetic of epochs. It needs no data, only how many there are. */
import { positiveInteger } from '../../errors/options.ts';
import { counted } from '../../formats/counted.ts';
import { firstStretch } from '../../train/history/stretches.ts';
import type { TrainingPlan } from '../../train/plan.ts';
import { planTraining } from '../../train/plan_training.ts';
import { EXIT } from '../terminal/io.ts';
import { count } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { flag, number, otherwise, required } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

export const plan = command({
  name: 'plan',
  summary: 'epochs, iterations and batches of a training run, counted before it starts',
  operands: [],
  options: {
    samples: required(number('N', positiveInteger, 'samples to learn from')),
    batchSize: otherwise(number('N', positiveInteger, 'samples of one iteration; default 32'), 32),
    epochs: number('N', positiveInteger, 'complete passes over the samples'),
    iterations: number('N', positiveInteger, 'updates; training ends with whichever is first'),
    dropLast: flag('leaves a last batch out that is smaller than the others'),
    json: flag('the plan as one JSON object'),
  },
  details: [
    'An epoch uses every sample once. An iteration is one update, for one batch. The last batch of an ' +
      'epoch is smaller where the batch size does not divide the number of samples.',
  ],
  examples: [
    {
      line: 'epochal plan --samples 1000 --batch-size 128 --epochs 10',
      what: 'how many iterations ten epochs are',
    },
    {
      line: 'epochal plan --samples 60000 --batch-size 64 --iterations 10000',
      what: 'how many epochs ten thousand iterations are',
    },
  ],
  async run({ values, io }) {
    const { samples, batchSize, dropLast, epochs, iterations, json } = values;
    if (epochs === undefined && iterations === undefined) {
      throw new UsageError({
        where: 'epochal plan',
        expected: '--epochs N, --iterations N, or both',
        received: 'neither',
        remedy: 'Add for example --epochs 10.',
      });
    }
    const planned = planTraining({
      ...{ samples, epochs, iterations },
      stretches: [firstStretch({ batchSize, dropLast })],
      rateScales: [],
      validateEvery: { epochs: 1 },
      validation: false,
      accumulate: 1,
      schedule: undefined,
      sampling: undefined,
      learningRate: 0,
    });
    if (json) {
      const { validations: _, ...numbers } = planned;
      io.out(`${JSON.stringify(numbers)}\n`);
    } else {
      io.out(`${describePlan(planned)}\n\n${describeBatches(planned, samples)}\n`);
    }
    return EXIT.success;
  },
});

/** The plan in words, without validations where there are none. */
export function describePlan(planned: TrainingPlan): string {
  const lines = String(planned).split('\n');
  return (planned.validations > 0 ? lines : lines.slice(0, -1)).join('\n');
}

/** `7 batches of 128 and one of 104 are 1,000 samples: every sample once` */
function describeBatches(planned: TrainingPlan, samples: number): string {
  const { iterationsPerEpoch, batchSize, lastBatchSize } = planned;
  const whole = lastBatchSize === batchSize ? iterationsPerEpoch : iterationsPerEpoch - 1;
  const last = whole === iterationsPerEpoch ? 0 : lastBatchSize;
  const used = whole * batchSize + last;
  const parts = [
    ...(whole > 0
      ? [`${count(whole)} ${whole === 1 ? 'batch' : 'batches'} of ${count(batchSize)}`]
      : []),
    ...(last > 0 ? [`one of ${count(last)}`] : []),
  ];
  const every =
    used === samples ? 'every one once' : `${count(samples - used)} are left out, others each time`;
  return `an epoch: ${parts.join(' and ')}, ${counted(used, 'sample')}: ${every}`;
}
