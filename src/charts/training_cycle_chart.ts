/** What happens in an iteration, and how often in a training run. */

import { checkArgument, optional, type Rule, readOptions } from '../errors/options.ts';
import { counted } from '../formats/counted.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { TrainingPlan } from '../train/plan.ts';
import type { Cycle } from './cycle.ts';
import { type ChartOptions, chartRules, type ReadChartOptions } from './options.ts';
import { svgCycle } from './svg_cycle.ts';
import { textCycle } from './text_cycle.ts';

export interface TrainingCycleChartOptions extends Omit<ChartOptions, 'height'> {
  /** What is trained: then its parameters are counted, too. */
  readonly model?: Model | undefined;
}

interface Read extends Omit<ReadChartOptions, 'height'> {
  readonly model: Model | undefined;
}

const COUNTS = [
  'batchSize',
  'iterations',
  'iterationsPerEpoch',
  'epochs',
  'iterationsInPartialEpoch',
] as const;

/** What takes a plan. */
export const planRule: Rule<never> = {
  expected: 'a plan',
  example: 'trainer.plan(train)',
  accepts(value) {
    const plan = (value ?? {}) as Partial<TrainingPlan>;
    return COUNTS.every((name) => typeof plan[name] === 'number');
  },
};

/**
 * The cycle of forward, loss, backward and update, with the counts of a training run: how large its batches are,
 * how many iterations an epoch has and the whole of it, and with `model` how many parameters change in each.
 *
 * @param plan `trainer.plan(train)`
 * @returns lines of text, or an SVG document, whose height follows from its width
 * @throws OptionError for anything else
 * @example console.log(trainingCycleChart(trainer.plan(train), { model }));
 */
export function trainingCycleChart(
  plan: TrainingPlan,
  options?: TrainingCycleChartOptions,
): string {
  const { height: _, ...shared } = chartRules;
  const { model, ...read } = readOptions<Read>('trainingCycleChart', options, {
    ...shared,
    model: optional(modelRule),
  });
  checkArgument('trainingCycleChart', plan, planRule);
  const cycle = cycleOf(plan, model);
  return read.as === 'svg' ? svgCycle(cycle, read) : textCycle(cycle, read);
}

function cycleOf(plan: TrainingPlan, model: Model | undefined): Cycle {
  const { batchSize, microBatches = 1 } = plan;
  const parameters = model?.summary().trainableParameters;
  const each = parameters === undefined ? 'each parameter' : counted(parameters, 'parameter');
  const gradient =
    parameters === undefined ? 'a gradient for each parameter' : counted(parameters, 'gradient');
  const samples = counted(batchSize, 'sample');
  const accumulated =
    microBatches === 1
      ? []
      : [
          `forward, loss and backward ${microBatches} times an iteration: gradients of micro-batches add up`,
        ];
  const all = `${plan}`.split('\n');
  const lines = plan.validations === 0 ? all.filter((line) => !/^validation:/.test(line)) : all;
  return {
    phases: [
      { name: 'forward', does: `outputs for a batch of ${samples}` },
      { name: 'loss', does: 'one number: how wrong they are' },
      { name: 'backward', does: `${gradient}: how the loss depends on it` },
      { name: 'update', does: `the optimizer changes ${each}` },
    ],
    rounds: counted(plan.iterations, 'iteration'),
    division: divisionOf(plan),
    counts: [...lines, ...accumulated],
  };
}

function divisionOf({
  iterationsPerEpoch,
  epochs,
  iterationsInPartialEpoch,
}: TrainingPlan): string {
  if (Number.isNaN(iterationsPerEpoch)) return 'epochs as long as the stream';
  const partial =
    iterationsInPartialEpoch === 0 ? '' : `, and ${iterationsInPartialEpoch} of one more`;
  const whole = epochs === 1 ? 'one epoch' : `each of ${epochs.toLocaleString('en-US')} epochs`;
  if (epochs === 0) return `of the ${iterationsPerEpoch.toLocaleString('en-US')} of an epoch`;
  return `${iterationsPerEpoch.toLocaleString('en-US')} in ${whole}${partial}`;
}
