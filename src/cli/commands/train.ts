/** `epochal train`: learns from a CSV file and shows everything about it. */
import { join } from 'node:path';
import { counted } from '../../formats/counted.ts';
import {
  type Callback,
  earlyStopping,
  jsonLines,
  parameterCount,
  progressBar,
  type TrainEndEvent,
  type TrainingPlan,
} from '../../index.ts';
import { previousGeneration, writeFileAtomically } from '../../node/index.ts';
import { predictor, writeModel } from '../../persistence/index.ts';
import type { InUse } from '../../threads/enable.ts';
import { CHECKPOINT_FILE, takenUp, whenInterrupted } from '../learning/checkpoints.ts';
import { describeTable, readTable, type TableToLearn } from '../learning/data.ts';
import { checkDestination, claimFolder, type OtherFiles } from '../learning/destination.ts';
import { measure } from '../learning/outcome.ts';
import { inOwnWords, LOG_FILES, runLog } from '../learning/run_log.ts';
import { plateauOf, watchesLoss } from '../learning/schedule_option.ts';
import { withThreads } from '../learning/threads.ts';
import { trainOperands, trainOptions } from '../learning/train_options.ts';
import { trainingReport } from '../learning/training_report.ts';
import { resultAsData, showResult } from '../learning/training_result.ts';
import {
  judgedRows,
  prepareTraining,
  sameData,
  type TrainingRun,
} from '../learning/training_run.ts';
import { troubles } from '../learning/troubles.ts';
import { writeOrRescue } from '../rescue.ts';
import { EXIT, type Io } from '../terminal/io.ts';
import { type Report, report, silent } from '../terminal/report.ts';
import { type Call, command } from '../words/command.ts';
import { UsageError } from '../words/usage_error.ts';
import { describePlan } from './plan.ts';

export const train = command({
  name: 'train',
  summary: 'learns from a CSV file, and shows network, plan, progress and result',
  operands: trainOperands,
  options: trainOptions,
  details: [
    'Finds out from the target column whether classes or numbers are to be predicted. Columns of ' +
      'numbers are standardized, columns of names become a feature for each name. One seed gives one ' +
      'result, to the bit.',
    'Ctrl-C saves the training and says how to continue.',
  ],
  examples: [
    { line: 'epochal train iris.csv --target species', what: 'everything as it is by default' },
    {
      line: 'epochal train iris.csv --target species --hidden 16,16 --epochs 200 --early-stopping 10 --save model.safetensors',
      what: 'until it no longer gets better, and keep the model',
    },
    {
      line: 'epochal train data.csv --target price --ignore id --missing median --optimizer sgd --learning-rate 0.05',
      what: 'a table with an id and with gaps',
    },
    {
      line: 'epochal train data.csv --target price --epochs 1000 --checkpoint run/ --resume --log run/',
      what: 'may be killed and started again, as often as need be',
    },
  ],
  run: (call) => withThreads(call.values.threads, (threads) => runTrain(call, threads)),
});

type TrainCall = Call<typeof trainOptions>;

async function runTrain(call: TrainCall, threads: InUse): Promise<number> {
  const { values, operands, io } = call;
  checkTogether(values);
  claimDestinations(call);
  const table = readTable(operands[0], values);
  const run = prepareTraining(table, values);
  const { trainer, train, validation } = run;
  const print = values.json ? silent : report(io);
  if (values.json) writeJson(io, startAsData(table, run, values));
  else showStart(print, table, run);
  takenUp(trainer, values, print, io);
  const stopping =
    values.earlyStopping === undefined
      ? undefined
      : earlyStopping({ patience: { epochs: values.earlyStopping }, model: trainer.model });
  const plateau = plateauOf(values.schedule);
  const beside = troubles(io);
  const log = values.log === undefined ? undefined : runLog(values.log, trainer.history, beside);
  const sync = () => log?.sync();
  const interruption = whenInterrupted({ ...call, sync, troubles: beside }, io.interruption());
  let ending: TrainEndEvent | undefined;
  const remember: Callback = (event) => {
    if (event.type === 'trainEnd') ending = event;
  };
  const show = values.json ? io.out : io.control;
  const callbacks = [
    sameData(run, { words: call.words, folder: process.cwd() }),
    ...(stopping === undefined ? [] : [stopping]),
    ...plateau,
    values.json ? eventsTo(show) : progressBar({ write: show, interactive: io.interactive }),
    ...(log?.callbacks ?? []),
    ...interruption.callbacks,
    remember,
  ];
  const start = performance.now();
  await trainer.fit({ train, validation, callbacks, signal: interruption.signal });
  sync();
  if (interruption.signal.aborted) return interruption.explain(trainer, io, values.json);

  const write = (path: string) => writeFileAtomically(path, writeModel(trainer.model, run.extras));
  const saved = values.save && writeOrRescue(values.save, write, { troubles: beside, io });
  const file = predictor(trainer, run.extras);
  const outcome = measure(file, run.judged);
  const tested = run.test && measure(file, run.test);
  const seconds = (performance.now() - start) / 1000;
  const ended = {
    ...{ run, outcome, tested, plateau, stopping, ending, seconds, saved, threads },
    asked: values.save,
  };
  const html =
    values.report === undefined ? '' : trainingReport(table, ended, judgedRows(table, values));
  const writeReport = (path: string) => writeFileAtomically(path, new TextEncoder().encode(html));
  const reported =
    values.report && writeOrRescue(values.report, writeReport, { troubles: beside, io });
  const result = { ...ended, report: reported };
  if (values.json) for (const object of resultAsData(result)) writeJson(io, object);
  else showResult(print, result);
  return beside.any ? EXIT.failure : EXIT.success;
}

/** Refuses to write over what is read, or what another process writes, before anything has changed. */
function claimDestinations({ values, operands: [data], io }: TrainCall): void {
  const { save, log, checkpoint, report: page } = values;
  const inputs = [[data, 'the data']] as const;
  if (checkpoint !== undefined) {
    const names = [CHECKPOINT_FILE, previousGeneration(CHECKPOINT_FILE)];
    claimFolder('--checkpoint', checkpoint, names, inputs);
  }
  if (log !== undefined) claimFolder('--log', log, LOG_FILES, inputs);
  if (save !== undefined) checkDestination('--save', save, [...inputs, ...othersOf(values)]);
  if (page !== undefined) {
    const model = save === undefined ? [] : [[save, 'the model'] as const];
    checkDestination('--report', page, [...inputs, ...model, ...othersOf(values)]);
  }
  if ([save, log, checkpoint, page].some((path) => path !== undefined)) io.outlastOutput();
}

function othersOf({ log, checkpoint }: TrainCall['values']): OtherFiles {
  return [
    ...(log === undefined ? [] : LOG_FILES.map((name) => [join(log, name), 'the log'] as const)),
    ...(checkpoint === undefined
      ? []
      : [[join(checkpoint, CHECKPOINT_FILE), 'the checkpoint'] as const]),
  ];
}

function planOf({ trainer, train, validation }: TrainingRun): TrainingPlan {
  return trainer.plan(train, { validation: validation !== undefined });
}

function showStart(print: Report, table: TableToLearn, run: TrainingRun): void {
  const { trainer, validation, test } = run;
  print.line(describeTable(table));
  print.heading('The network');
  print.line(String(trainer.model.summary()));
  print.heading('The plan');
  print.line(describePlan(planOf(run)));
  if (validation !== undefined) print.line(`judged by:  ${counted(validation.size, 'sample')}`);
  if (test !== undefined) print.line(`kept apart: ${counted(test.size, 'sample')} for the test`);
  print.heading('The training');
}

function startAsData(
  { task, dataset }: TableToLearn,
  run: TrainingRun,
  { threads }: TrainCall['values'],
): object {
  const { trainer, train, test } = run;
  const { epochs, iterations, iterationsPerEpoch, batchSize, lastBatchSize } = planOf(run);
  return {
    ...{ type: 'start', task, samples: dataset.size, trainSamples: train.size },
    ...(test !== undefined && { testSamples: test.size }),
    ...{ parameters: parameterCount(trainer.model), seed: trainer.options.seed, threads },
    plan: { epochs, iterations, iterationsPerEpoch, batchSize, lastBatchSize },
  };
}

/** Refuses options that mean nothing without others. */
function checkTogether(values: TrainCall['values']): void {
  const { earlyStopping: patience, validation, validateEvery, schedule } = values;
  const { resume, checkpoint } = values;
  const watching = [
    ...(patience === undefined ? [] : ['--early-stopping']),
    ...(validateEvery === undefined ? [] : ['--validate-every']),
    ...(watchesLoss(schedule) ? [`--schedule ${schedule.name}`] : []),
  ];
  if (watching.length > 0 && validation === 0) {
    const [where] = watching;
    throw new UsageError({
      where,
      expected: 'a validation part, whose loss it watches',
      received: '--validation 0',
      remedy: `Give for example --validation 0.2, or leave ${where.split(' ')[0]} out.`,
    });
  }
  if (resume && checkpoint === undefined) {
    throw new UsageError({
      where: '--resume',
      expected: 'the folder of the checkpoint: --checkpoint FOLDER',
      received: 'none',
      remedy: 'Add --checkpoint FOLDER, the one that the training was started with.',
    });
  }
}

/** Each run prints its own events: a checkpoint keeps nothing of them. */
function eventsTo(write: (text: string) => void): Callback {
  const print = jsonLines({ write });
  return (event, control) => print(inOwnWords(event), control);
}

function writeJson(io: Io, value: object): void {
  io.out(`${JSON.stringify(value)}\n`);
}
