/** `epochal import`: what a job of `epochal graduate` has trained, as a model. */
import { join } from 'node:path';
import { counted } from '../../formats/counted.ts';
import type { TrainingState } from '../../index.ts';
import {
  importTraining,
  saveCheckpoint,
  type TrainedJob,
  writeFileAtomically,
} from '../../node/index.ts';
import { writeModel } from '../../persistence/index.ts';
import { CHECKPOINT_FILE } from '../learning/checkpoints.ts';
import { checkDestination, claimFolder } from '../learning/destination.ts';
import { wordsWith } from '../learning/usage_of_model.ts';
import { EXIT } from '../terminal/io.ts';
import { report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { path } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';

export const importJob = command({
  name: 'import',
  summary: 'what torchrun has made of a job of epochal graduate, as a model',
  operands: ['JOB'],
  options: {
    checkpoint: path(
      'FOLDER',
      'where to keep the training run, to continue here: epochal train --checkpoint FOLDER --resume',
    ),
    save: path('FILE', 'where to save the model; default JOB/trained/model.safetensors'),
  },
  details: [
    'JOB is the folder that epochal graduate wrote, in which train.py has come to its end.',
  ],
  examples: [
    { line: 'epochal import job/ --save model.safetensors', what: 'for epochal predict' },
    {
      line: 'epochal import job/ --checkpoint back/',
      what: 'and the training run, to continue here',
    },
    { line: 'epochal plot job/trained/log.jsonl', what: 'the losses there' },
  ],
  async run({ values, operands: [folder], io }) {
    const { predictor, state, ...job } = importTraining(folder);
    const to = values.save ?? join(folder, 'trained', 'model.safetensors');
    const start = join(folder, 'start');
    checkDestination('--save', to, [
      [join(start, 'model.safetensors'), 'the model that the job began with'],
      [join(start, 'training.checkpoint'), 'the training run that the job began with'],
    ]);
    const kept = values.checkpoint;
    if (kept !== undefined) claimFolder('--checkpoint', kept, [CHECKPOINT_FILE], []);
    writeFileAtomically(to, writeModel(predictor));
    if (kept !== undefined) saveCheckpoint(join(kept, CHECKPOINT_FILE), state);
    const print = report(io);
    print.line(`${to}: ${howLong(job)}.`);
    if (job.reason !== undefined) print.line(`Early stopping: ${job.reason}.`);
    const { epochs, validations } = state.progress;
    const losses = [
      ['training loss', epochs.at(-1)?.loss],
      ['validation loss', validations.at(-1)?.loss],
    ] as const;
    for (const [name, loss] of losses) {
      if (loss !== undefined) print.line(`${name}: ${loss.toPrecision(4)}`);
    }
    print.line(`Use it: epochal predict ${quoted(to)} DATA.csv`);
    if (kept !== undefined) print.line(`Continue here: ${continuation(state, kept)}`);
    return EXIT.success;
  },
});

function howLong({ epoch, iteration, processes }: Omit<TrainedJob, 'predictor' | 'state'>): string {
  const on = processes === 1 ? 'one process' : `${processes} processes`;
  return `after ${counted(epoch, 'epoch')}, ${counted(iteration, 'iteration')}, on ${on}`;
}

/** The command that trains on, with more epochs; `...` for what another program knows. */
function continuation({ callbacks, progress }: TrainingState, folder: string): string {
  const { words } = callbacks.data?.values ?? {};
  const again = { checkpoint: folder, epochs: String(2 * progress.epoch) };
  const told = Array.isArray(words) ? wordsWith(words, again, []) : `... --checkpoint ${folder}`;
  return `npx epochal train ${told} --resume`;
}
