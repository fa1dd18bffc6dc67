/** `epochal graduate`: a training run that goes on in PyTorch, on several processes or machines. */
import { positiveInteger } from '../../errors/options.ts';
import type { Trainer, TrainingState } from '../../index.ts';
import { type ExportTrainingOptions, exportTraining, planExport } from '../../node/index.ts';
import { askedOf, begunOf, readRun } from '../learning/begun_run.ts';
import { readTable } from '../learning/data.ts';
import { prepareTraining, sameData } from '../learning/training_run.ts';
import { EXIT } from '../terminal/io.ts';
import { report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { choice, flag, number, otherwise, path } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';

export const graduate = command({
  name: 'graduate',
  summary: 'a training run that goes on in PyTorch, on several processes or machines',
  operands: ['RUN'],
  options: {
    to: otherwise(
      choice('ENGINE', ['torchrun'], 'what trains it there; default torchrun'),
      'torchrun',
    ),
    out: path('FOLDER', 'where to write the job: a folder that is empty or not there yet'),
    plan: flag('says what the job would be and what it costs, and writes nothing'),
    data: path(
      'DATA.csv',
      'where the data are now; default where the training run began with them',
    ),
    epochs: number(
      'N',
      positiveInteger,
      'the epochs to reach in total; default those that were asked for',
    ),
  },
  details: [
    'RUN is the folder that epochal train --checkpoint wrote. The job has the network as code of torch.nn, ' +
      'weights and the state of the optimizer, the data, and a loop that takes the samples in the same order, so ' +
      'that the losses are those of training on here, within rounding, on any number of processes.',
    'What cannot be carried over is named before anything is written, and so is what is otherwise there.',
  ],
  examples: [
    {
      line: 'epochal graduate run/ --to torchrun --out job/',
      what: 'then, in job/: torchrun --nproc_per_node=2 train.py',
    },
    {
      line: 'epochal graduate run/ --plan',
      what: 'the gradients that are exchanged, and whether several processes help',
    },
    { line: 'epochal import job/', what: 'what it has trained, as a model for epochal predict' },
  ],
  async run({ values, operands: [folder], io }) {
    const out = values.plan ? undefined : destinationOf(values.out);
    const state = readRun(`RUN, ${folder}`, folder, (message) => io.err(`epochal: ${message}\n`));
    const { trainer, exported } = takeUp(folder, state, values);
    const print = report(io);
    print.line(String(planExport(trainer, exported)));
    if (out === undefined) return EXIT.success;
    exportTraining(out, trainer, exported);
    print.line(`\nRun it in ${quoted(out)}: torchrun --nproc_per_node=2 train.py`);
    print.line(`Then: epochal import ${quoted(out)}`);
    return EXIT.success;
  },
});

function destinationOf(out: string | undefined): string {
  if (out !== undefined) return out;
  throw new UsageError({
    where: '--out',
    expected: 'a folder for the job: --out FOLDER',
    received: 'none',
    remedy: 'Add --out job/, or --plan to write nothing.',
  });
}

/** The training run as it was left, with its data. */
function takeUp(
  folder: string,
  state: TrainingState,
  { data, epochs }: { readonly data?: string; readonly epochs?: number },
): { readonly trainer: Trainer; readonly exported: ExportTrainingOptions } {
  const begun = begunOf(`RUN, ${folder}`, state, OF_ANOTHER);
  const { values: asked, table } = askedOf(begun);
  const run = prepareTraining(readTable(data ?? table ?? refuseInput(), asked), asked);
  const { trainer, train, validation, extras } = run;
  sameData(run, begun, '--data').loadState?.(state.callbacks.data);
  trainer.resume(state);
  if (epochs !== undefined) trainer.epochs = epochs;
  refuseFinished(trainer, asked.epochs);
  const { earlyStopping } = asked;
  return {
    trainer,
    exported: {
      ...{ train, extras },
      ...(validation && { validation }),
      ...(earlyStopping !== undefined && {
        earlyStopping: { patience: { epochs: earlyStopping } },
      }),
    },
  };
}

const OF_ANOTHER = 'From a program of your own, call exportTraining of epochal/node.';

function refuseInput(): never {
  throw new UsageError({
    where: 'RUN',
    expected: 'data that are in a file',
    received: 'a training run on standard input',
    remedy: 'Write them to a file, and give it: --data DATA.csv.',
  });
}

function refuseFinished({ epoch, epochs = epoch }: Trainer, asked: number): void {
  if (epoch < epochs) return;
  throw new UsageError({
    where: 'RUN',
    expected: 'a training run that has epochs to go',
    received: `${epoch} of ${asked} done`,
    remedy: `Ask for more in total: --epochs ${epoch + asked}.`,
  });
}
