/** `README.md` of a job: how it is run, what comes back, and what is otherwise than here. */
import type { TrainingPlan } from '../train/plan.ts';
import type { Trainer } from '../train/trainer.ts';
import { exchangeCost } from './cost.ts';
import { hasBatchNorm } from './network.ts';

export function readme(
  { model, options, epoch, iteration }: Trainer,
  plan: TrainingPlan,
  stops: boolean,
): string {
  const { gradientBytes } = exchangeCost(model, { processes: 1, secondsPerIteration: 1 });
  const types = JSON.stringify(model.layers.map(({ layer }) => layer));
  const differences = [
    'Sums are added up in another order, so numbers agree within rounding.',
    ...(/"dropout"/.test(types)
      ? ['Dropout draws other masks, others on each number of processes.']
      : []),
    ...(hasBatchNorm(model)
      ? [
          'Batch normalization takes mean and variance of the share of one process, not of the whole batch: with one process as before.',
        ]
      : []),
    ...(stops && iteration > 0
      ? ['Early stopping begins anew: what was best before the job does not count.']
      : []),
    ...(Object.keys(options.metrics).length > 0
      ? [`Metrics (${Object.keys(options.metrics).join(', ')}) are not measured; the losses are.`]
      : []),
  ];
  return `# A training run for PyTorch

    pip install -r requirements.txt
    torchrun --nproc_per_node=2 train.py

One process computes as many numbers: \`python train.py\`. On several machines, as torchrun has it:

    torchrun --nnodes=2 --nproc_per_node=2 --rdzv_backend=c10d --rdzv_endpoint=HOST:29400 train.py

It trains ${plan.iterations} iterations (${plan.epochs} epochs of ${plan.iterationsPerEpoch}), batch size ${plan.batchSize},
with the samples of each epoch in the order that the seed gives. After every epoch there is a checkpoint to continue
from: \`torchrun --nproc_per_node=2 train.py --resume checkpoints/epoch_${String(epoch + 1).padStart(4, '0')}.pt\`. Every process exchanges
${gradientBytes} bytes of gradients in an iteration.

In \`trained/\` come to be: \`weights.pt\` (a state_dict), \`optimizer.pt\`, \`log.jsonl\` (a line for each epoch and
validation). \`epochal import .\` makes a model of it.

What is otherwise than in the library it comes from:

${differences.map((line) => `- ${line}\n`).join('')}`;
}
