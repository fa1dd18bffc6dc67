/** A plan in words. */
import type { Figures } from './plan.ts';

export function formatPlan(plan: Figures): string {
  const n = (value: number) => value.toLocaleString('en-US');
  if (Number.isNaN(plan.samples)) {
    return [
      `an unknown number of samples in batches of ${n(plan.batchSize)}`,
      'one epoch:  until the stream ends',
      `in total:   ${n(plan.iterations)} iterations`,
    ].join('\n');
  }
  const last =
    plan.lastBatchSize === plan.batchSize ? '' : `, the last of ${n(plan.lastBatchSize)} samples`;
  const partial =
    plan.iterationsInPartialEpoch === 0
      ? ''
      : ` and ${n(plan.iterationsInPartialEpoch)} iterations of one more`;
  const drawn =
    plan.sampling === undefined
      ? []
      : [`an epoch is as many samples, drawn by ${plan.sampling}: not every sample once`];
  return [
    `${n(plan.samples)} samples in batches of ${n(plan.batchSize)}`,
    `one epoch:  ${n(plan.iterationsPerEpoch)} iterations${last}`,
    `in total:   ${n(plan.epochs)} epochs${partial} = ${n(plan.iterations)} iterations, ${n(plan.samplesSeen)} samples seen`,
    `validation: ${n(plan.validations)} times`,
    ...drawn,
  ].join('\n');
}
