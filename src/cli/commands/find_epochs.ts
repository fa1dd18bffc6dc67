/** `epochal find-epochs`: how many epochs, by cross-validation. */
import { textCurves } from '../../charts/text_curves.ts';
import { standardize } from '../../data/index.ts';
import { count as counting, positiveInteger, type Rule } from '../../errors/options.ts';
import { saveModel } from '../../node/index.ts';
import {
  type CrossValidation,
  crossValidate,
  type FitScaler,
  type SelectionEvent,
} from '../../selection/index.ts';
import type { InUse } from '../../threads/enable.ts';
import { dataOptions, describeTable, readTable, type TableToLearn } from '../learning/data.ts';
import { checkDestination } from '../learning/destination.ts';
import { networkOptions, trainerOptions } from '../learning/network.ts';
import { objectiveOf } from '../learning/objective.ts';
import { refusePlateau } from '../learning/schedule_option.ts';
import { threadsAsData, threadsFact, threadsOption, withThreads } from '../learning/threads.ts';
import { troubles } from '../learning/troubles.ts';
import { wordsWith } from '../learning/usage_of_model.ts';
import { writeOrRescue } from '../rescue.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { count, type Report, report, silent } from '../terminal/report.ts';
import { type Call, command } from '../words/command.ts';
import { choice, flag, number, otherwise, path } from '../words/options.ts';

const twoOrMore: Rule<unknown> = {
  expected: 'a whole number, 2 or more',
  example: '5',
  accepts: (value) => positiveInteger.accepts(value) && (value as number) >= 2,
};

const options = {
  ...dataOptions,
  ...networkOptions,
  folds: otherwise(number('K', twoOrMore, 'parts that the rows are dealt into; default 5'), 5),
  repeats: otherwise(number('N', counting, 'how often they are dealt anew; default 1'), 1),
  save: path('FILE', 'trains on all rows for as long as recommended, and saves that model'),
  refit: otherwise(
    choice(
      'UNIT',
      ['epochs', 'iterations'],
      'what that training has as many of as a fold had: epochs or iterations; default epochs',
    ),
    'epochs',
  ),
  threads: threadsOption,
  json: flag('the curve and what follows from it as one JSON object'),
};

export const findEpochs = command({
  name: 'find-epochs',
  summary: 'how many epochs to train: the loss of every epoch, by cross-validation',
  operands: ['DATA.csv'],
  options,
  details: [
    'Deals the rows into K parts. For each of them a network learns from all others and is judged by ' +
      'this part after each epoch, so that K training runs give the whole curve: its mean, how certain it ' +
      'is, and the fewest epochs that cannot be told from the best. --epochs says how far the curve ' +
      'goes. Columns are standardized within each fold, by what is learned from alone.',
  ],
  examples: [
    {
      line: 'epochal find-epochs iris.csv --target species --epochs 60',
      what: 'how many of 60 epochs are enough',
    },
    {
      line: 'epochal find-epochs iris.csv --target species --epochs 60 --repeats 3 --save model.safetensors',
      what: 'a more certain answer, and the model that follows from it',
    },
  ],
  run: (call) => withThreads(call.values.threads, (threads) => run(call, threads)),
});

async function run(
  { values, operands, words, io }: Call<typeof options>,
  threads: InUse,
): Promise<number> {
  if (values.save !== undefined) {
    checkDestination('--save', values.save, [[operands[0], 'the data']]);
    io.outlastOutput();
  }
  refusePlateau(values.schedule);
  const table = readTable(operands[0], values);
  const { dataset, task, schema } = table;
  const print = values.json ? silent : report(io);
  const signal = io.interruption();
  const ofTargets: FitScaler = (part) => standardize(part, { of: 'targets' });
  print.line(describeTable(table));
  // Of one sample there is no variance to explain.
  const isMeasured = task === 'classification' || dataset.size >= 2 * values.folds;
  const result = await crossValidate({
    dataset,
    k: values.folds,
    repeats: values.repeats,
    stratify: task === 'classification',
    scale: task === 'regression' ? [standardize, ofTargets] : standardize,
    seed: values.seed,
    training: ({ train, seed }) => {
      const training = trainerOptions(task, train, values, seed);
      return isMeasured ? training : { ...training, metrics: {} };
    },
    progress: values.json ? () => {} : showProgress(io, print),
    signal,
  }).catch((error) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (result === undefined) return interrupted(io, signal);
  let saved: string | undefined;
  const beside = troubles(io);
  if (values.save !== undefined) {
    const { model, scalers } = await result.refit({ by: values.refit, signal });
    const { classNames, featureNames } = dataset;
    const { described } = objectiveOf(task, dataset, values);
    const extras = {
      ...{ task, ...described, schema, scalers },
      ...(classNames !== undefined && { classNames }),
      ...(featureNames !== undefined && { featureNames }),
    };
    const write = (path: string) => saveModel(path, model, extras);
    saved = writeOrRescue(values.save, write, { troubles: beside, io });
  }
  if (values.json) io.out(`${JSON.stringify(asData(result, table, saved, threads))}\n`);
  else show(print, result, words, saved, threads);
  return beside.any ? EXIT.failure : EXIT.success;
}

function asData(
  { plan, curve, best, recommended, k, repeats, monitor }: CrossValidation,
  { task }: TableToLearn,
  saved: string | undefined,
  threads: InUse,
): object {
  const { runs, epochs, iterations, samplesSeen } = plan;
  return {
    ...{ type: 'result', task, folds: k, repeats, monitor },
    plan: { runs, epochs, iterations, samplesSeen },
    ...{ recommended, best, curve },
    ...threadsAsData(threads),
    ...(saved !== undefined && { saved }),
  };
}

function show(
  print: Report,
  result: CrossValidation,
  words: readonly string[],
  saved: string | undefined,
  threads: InUse,
): void {
  const { curve, recommended } = result;
  const [, ...rest] = String(result).split('\n'); // the plan has been shown
  print.heading('The epochs');
  print.line(rest.join('\n').trim());
  print.facts([threadsFact(threads)]);
  print.heading('The mean over the folds');
  print.line(
    textCurves({
      title: '',
      x: { label: 'epoch', whole: true },
      y: { label: result.monitor },
      curves: [
        { name: 'training', points: curve.map((p) => [p.epoch, p.trainingLoss]) },
        { name: 'validation', points: curve.map((p) => [p.epoch, p.mean]) },
      ],
    }),
  );
  print.heading('Using it');
  const own = wordsWith(words, { epochs: recommended.epochs }, ['folds', 'repeats', 'refit']);
  print.line(
    saved === undefined
      ? `  npx epochal train ${own}`
      : `The model, trained on all rows for as long, is saved as ${saved}.`,
  );
}

/** What it will cost, and how far it is. */
function showProgress(io: Terminal, print: Report) {
  return (event: SelectionEvent) => {
    if (event.type === 'start') {
      print.heading('The plan');
      print.line(String(event.plan));
      print.heading('The folds');
    }
    if (event.type === 'epochEnd' && io.interactive) {
      const { run: at, runs, epochs, record } = event;
      io.control(`\r\u001b[Kfold ${at}/${runs}  epoch ${record.epoch}/${epochs}`);
    }
    if (event.type === 'runEnd') {
      const losses = event.history.validations.map(({ loss }) => loss);
      const lowest = losses.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      const epoch = losses.indexOf(lowest) + 1;
      if (io.interactive) io.control('\r\u001b[K');
      print.line(
        `fold ${event.run}/${event.runs}  lowest validation loss ${lowest.toFixed(4)} at epoch ${count(epoch)}`,
      );
    }
  };
}

/** Half of the folds are no answer. */
export function interrupted(io: Terminal, signal: AbortSignal): number {
  if (io.interactive) io.control('\r\u001b[K');
  io.err('epochal: interrupted; nothing was written.\n');
  return EXIT[signal.reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;
}
