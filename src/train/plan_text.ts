/** A plan in words. */
import { counted } from '../formats/counted.ts';
import type { Figures } from './plan.ts';

export function formatPlan(plan: Figures): string {
  if (Number.isNaN(plan.samples)) {
    return [
      `an unknown number of samples in batches of ${plan.batchSize.toLocaleString('en-US')}`,
      'one epoch:  until the stream ends',
      `in total:   ${counted(plan.iterations, 'iteration')}`,
    ].join('\n');
  }
  const last =
    plan.lastBatchSize === plan.batchSize
      ? ''
      : `, the last of ${counted(plan.lastBatchSize, 'sample')}`;
  const partial =
    plan.iterationsInPartialEpoch === 0
      ? ''
      : ` and ${counted(plan.iterationsInPartialEpoch, 'iteration')} of one more`;
  const drawn =
    plan.sampling === undefined
      ? []
      : [`an epoch is as many samples, drawn by ${plan.sampling}: not every sample once`];
  return [
    `${counted(plan.samples, 'sample')} in batches of ${plan.batchSize.toLocaleString('en-US')}`,
    `one epoch:  ${counted(plan.iterationsPerEpoch, 'iteration')}${last}`,
    `in total:   ${counted(plan.epochs, 'epoch')}${partial} = ${counted(plan.iterations, 'iteration')}, ${counted(plan.samplesSeen, 'sample')} seen`,
    `validation: ${counted(plan.validations, 'time')}`,
    ...drawn,
  ].join('\n');
}
