/** `README.md` of a job: how it is run, what comes back, and what is otherwise than here. */
import type { Model } from '../nn/sequential.ts';
import type { TrainingPlan } from '../train/plan.ts';
import { exchangeCost } from './cost.ts';

export function readme(model: Model, plan: TrainingPlan, differences: readonly string[]): string {
  const { gradientBytes } = exchangeCost(model, { processes: 1, secondsPerIteration: 1 });
  return `# A training run for PyTorch

    pip install -r requirements.txt
    torchrun --nproc_per_node=2 train.py

One process gives the same numbers: \`python train.py\`. On several machines, on each of them:

    torchrun --nnodes=2 --nproc_per_node=2 --rdzv_backend=c10d --rdzv_endpoint=HOST:29400 train.py

The folder, which all of them need, is read by all and written by the first process only. Where there is a GPU
for each process of a machine they use nccl, otherwise gloo.

It trains ${plan.iterations} iterations in total (${plan.iterationsPerEpoch} an epoch, batch size ${plan.batchSize}), with the samples of each
epoch in the order that the seed gives. An iteration exchanges ${gradientBytes} bytes of gradients.

After every epoch there is a checkpoint, to continue from on any number of processes:

    torchrun --nproc_per_node=2 train.py --resume checkpoints/epoch_0001.pt

| file | what it has |
| --- | --- |
| \`model.py\`, \`objective.py\`, \`optimizer.py\` | what is trained, and by which loss |
| \`settings.py\` | batch size, epochs, clipping, early stopping |
| \`train.py\` and the others | the loop; the same in every job |
| \`start/\`, \`data/\` | where it begins, and the samples |
| \`trained/weights.pt\` | a state_dict: the best weights where early stopping keeps them, or the last |
| \`trained/last.pt\`, \`trained/optimizer.pt\` | what the last iteration left |
| \`trained/log.jsonl\` | a line for each epoch and validation |

\`epochal import .\` makes a model of it. What is otherwise than in the library it comes from:

${differences.map((line) => `- ${line}\n`).join('')}`;
}
