/** `epochal graduate`: a training run that goes on in PyTorch, on several processes or machines. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { positiveInteger } from '../../errors/options.ts';
import type { EarlyStoppingOptions, Trainer, TrainingState } from '../../index.ts';
import {
  exchangeCost,
  exportTraining,
  loadCheckpoint,
  previousGeneration,
} from '../../node/index.ts';
import { CHECKPOINT_FILE } from '../learning/checkpoints.ts';
import { readTable } from '../learning/data.ts';
import { plateauOf } from '../learning/schedule_option.ts';
import { STANDARD_INPUT } from '../learning/source.ts';
import { type Begun, prepareTraining, sameData } from '../learning/training_run.ts';
import { EXIT } from '../terminal/io.ts';
import { count, counted, type Report, report } from '../terminal/report.ts';
import { readArguments } from '../words/arguments.ts';
import { command } from '../words/command.ts';
import { choice, number, otherwise, path, required } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';
import { trainOperands, trainOptions } from './train.ts';

export const graduate = command({
  name: 'graduate',
  summary: 'a training run that goes on in PyTorch, on several processes or machines',
  operands: ['RUN'],
  options: {
    to: otherwise(
      choice('ENGINE', ['torchrun'], 'what trains it there; default torchrun'),
      'torchrun',
    ),
    out: required(path('FOLDER', 'where to write the job')),
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
    'What cannot be carried over is named before anything is written.',
  ],
  examples: [
    {
      line: 'epochal graduate run/ --to torchrun --out job/',
      what: 'then, in job/: torchrun --nproc_per_node=2 train.py',
    },
    { line: 'epochal import job/', what: 'what it has trained, as a model for epochal predict' },
  ],
  async run({ values, operands: [folder], io }) {
    const state = readRun(folder, (message) => io.err(`epochal: ${message}\n`));
    const begun = begunOf(folder, state);
    const { values: asked, operands } = readArguments(
      'epochal train',
      { options: trainOptions, operands: trainOperands },
      begun.words,
    );
    const file = values.data ?? resolve(begun.folder, placeOf(operands[0]));
    refusePlateau(plateauOf(asked.schedule).length > 0);
    const run = prepareTraining(readTable(file, asked), asked);
    const { trainer, train, validation, extras } = run;
    sameData(run, begun, '--data').loadState?.(state.callbacks.data);
    trainer.resume(state);
    if (values.epochs !== undefined) trainer.epochs = values.epochs;
    refuseFinished(trainer, asked.epochs);
    exportTraining(values.out, trainer, {
      ...{ train, extras },
      ...(validation && { validation }),
      ...(asked.earlyStopping !== undefined && { earlyStopping: stoppingOf(asked.earlyStopping) }),
    });
    const print = report(io);
    describeJob(print, values.out, trainer);
    return EXIT.success;
  },
});

const stoppingOf = (epochs: number): Omit<EarlyStoppingOptions, 'model'> => ({
  patience: { epochs },
});

function readRun(folder: string, warn: (message: string) => void): TrainingState {
  const path = join(folder, CHECKPOINT_FILE);
  if (!existsSync(path) && !existsSync(previousGeneration(path))) {
    throw new UsageError({
      where: `RUN, ${folder}`,
      expected: `the folder of a training run, with ${CHECKPOINT_FILE}`,
      received: 'none in it',
      remedy: `Train with --checkpoint ${quoted(folder)}.`,
    });
  }
  return loadCheckpoint(path, { warn });
}

/** @throws UsageError for a checkpoint that epochal train did not write */
function begunOf(folder: string, { callbacks }: TrainingState): Begun {
  const { words, folder: at } = callbacks.data?.values ?? {};
  const areTexts = Array.isArray(words) && words.every((word) => typeof word === 'string');
  if (areTexts && typeof at === 'string') return { words, folder: at };
  throw new UsageError({
    where: `RUN, ${folder}`,
    expected: 'a checkpoint of epochal train, which says what it was told',
    received: 'a checkpoint of another program',
    remedy: 'From a program of your own, call exportTraining of epochal/node.',
  });
}

function placeOf(operand: string): string {
  if (operand !== STANDARD_INPUT) return operand;
  throw new UsageError({
    where: 'RUN',
    expected: 'data that are in a file',
    received: 'a training run on standard input',
    remedy: 'Write them to a file, and give it: --data DATA.csv.',
  });
}

function refusePlateau(watches: boolean): void {
  if (!watches) return;
  throw new UsageError({
    where: 'RUN',
    expected: 'a schedule that is known beforehand',
    received: '--schedule plateau, which waits for losses',
    remedy: 'Train here, or with another schedule. Nothing was written.',
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

/** Numbers of processes that a plan is made for. */
const PROCESSES = [2, 4, 8];

function describeJob(print: Report, out: string, trainer: Trainer): void {
  const { model, history, epoch, epochs = epoch } = trainer;
  print.line(`${out}: ${counted(epochs - epoch, 'epoch')} to go after ${epoch}.`);
  print.line(
    `Run there: torchrun --nproc_per_node=2 train.py; then: epochal import ${quoted(out)}`,
  );
  const seconds = history.epochs.reduce((sum, one) => sum + one.seconds, 0);
  const [last] = history.epochs.slice(-1);
  const secondsPerIteration =
    last === undefined || seconds === 0 ? undefined : seconds / last.iteration;
  const costs = PROCESSES.map((processes) => ({
    processes,
    cost: exchangeCost(model, { processes, secondsPerIteration: secondsPerIteration ?? 1 }),
  }));
  print.heading('What it costs on several machines');
  print.line(`Gradients: ${count(costs[0].cost.gradientBytes)} bytes an iteration.`);
  for (const { processes, cost } of costs) {
    const { bytesSent, exchangeSeconds, speedUp } = cost;
    const speed =
      secondsPerIteration === undefined ? '' : `, ${speedUp.toPrecision(2)} times as fast`;
    print.line(
      `${processes} processes: each sends ${count(Math.round(bytesSent))} bytes, ` +
        `${(exchangeSeconds * 1e3).toPrecision(3)} ms at 10 Gbit/s${speed}`,
    );
  }
}
