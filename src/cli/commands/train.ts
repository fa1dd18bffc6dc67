/** `epochal train`: learns from a CSV file and shows everything about it. */
import { positiveInteger } from '../../errors/options.ts';
import {
  type Callback,
  type EarlyStopping,
  earlyStopping,
  jsonLines,
  parameterCount,
  progressBar,
  type TrainEndEvent,
  zeros,
} from '../../index.ts';
import { writeFileAtomically } from '../../node/index.ts';
import { readModel, writeModel } from '../../persistence/index.ts';
import { type Diagnosis, diagnose } from '../../selection/index.ts';
import { chart } from '../chart.ts';
import { takenUp, whenInterrupted } from '../checkpoints.ts';
import { type Call, command } from '../command.ts';
import { dataOptions, describeTable, readTable } from '../data.ts';
import { WIDTH, wrap } from '../help.ts';
import { EXIT, type Io } from '../io.ts';
import { lossCurves } from '../loss_curves.ts';
import { networkOptions } from '../network.ts';
import { flag, number, text } from '../options.ts';
import { describeMetrics, measure, type Outcome } from '../outcome.ts';
import { inWordsOfOptions } from '../remedies.ts';
import { count, counted, type Report, report, silent } from '../report.ts';
import { runLog } from '../run_log.ts';
import { prepareTraining, sameData, type TrainingRun, validationPart } from '../training_run.ts';
import { UsageError } from '../usage_error.ts';
import { usageOfModel } from '../usage_of_model.ts';
import { describePlan } from './plan.ts';

const options = {
  ...dataOptions,
  ...networkOptions,
  validation: validationPart,
  earlyStopping: number(
    'N',
    positiveInteger,
    'ends the training after N epochs in which the validation loss was not lowered, and goes back to the weights of the best epoch',
  ),
  save: text('FILE', 'where to save the model, with all that is needed to use it'),
  log: text('FOLDER', 'where to write log.jsonl and log.csv, a line for each epoch'),
  checkpoint: text('FOLDER', 'where to keep the training at the ends of epochs, to go on from'),
  resume: flag('goes on from the checkpoint, if there is one; to the bit, as if uninterrupted'),
  json: flag('one JSON object a line: start, epochs, and at last the result'),
};

export const train = command({
  name: 'train',
  summary: 'learns from a CSV file, and shows network, plan, progress and result',
  operands: ['DATA.csv'],
  options,
  details: [
    'Finds out from the target column whether classes or numbers are to be predicted. Columns of ' +
      'numbers are standardized, columns of names become a feature for each name. One seed gives one ' +
      'result, to the bit.',
    'Ctrl-C saves the training and says how to go on.',
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
  run: runTrain,
});

type TrainCall = Call<typeof options>;

async function runTrain(call: TrainCall): Promise<number> {
  const { values, operands, io } = call;
  checkTogether(values);
  const table = readTable(operands[0], values);
  const run = prepareTraining(table, values.validation, values);
  const { trainer, train, validation, extras } = run;
  const print = values.json ? silent : report(io);
  const plan = trainer.plan(train, { validation: validation !== undefined });
  print.line(describeTable(table));
  print.heading('The network');
  print.line(String(trainer.model.summary()));
  print.heading('The plan');
  print.line(describePlan(plan));
  if (validation !== undefined) print.line(`judged by:  ${counted(validation.size, 'sample')}`);
  if (values.json) {
    const { size } = table.dataset;
    const { epochs, iterations, iterationsPerEpoch, batchSize, lastBatchSize } = plan;
    writeJson(io, {
      ...{ type: 'start', task: table.task, samples: size, trainSamples: train.size },
      ...{ parameters: parameterCount(trainer.model), seed: values.seed },
      plan: { epochs, iterations, iterationsPerEpoch, batchSize, lastBatchSize },
    });
  }
  print.heading('The training');
  takenUp(trainer, values, print);
  const stopping =
    values.earlyStopping === undefined
      ? undefined
      : earlyStopping({ patience: { epochs: values.earlyStopping }, model: trainer.model });
  const interruption = whenInterrupted(call, io.interruption());
  let ending: TrainEndEvent | undefined;
  const remember: Callback = (event) => {
    if (event.type === 'trainEnd') ending = event;
  };
  const write = (text: string) => io.out(text);
  const callbacks = [
    sameData(run),
    ...(stopping === undefined ? [] : [stopping]),
    values.json ? eventsTo(write) : progressBar({ write, interactive: io.interactive }),
    ...(values.log === undefined ? [] : runLog(values.log)),
    ...interruption.callbacks,
    remember,
  ];
  const start = performance.now();
  await trainer.fit({ train, validation, callbacks, signal: interruption.signal });
  if (interruption.signal.aborted) return interruption.explain(trainer, io, values.json);

  const bytes = writeModel(trainer.model, extras);
  if (values.save !== undefined) writeFileAtomically(values.save, bytes);
  const outcome = measure(readModel(bytes), run.judged);
  const seconds = (performance.now() - start) / 1000;
  const diagnosis = diagnosisOf(run);
  if (values.json) {
    if (diagnosis !== undefined) writeJson(io, { type: 'diagnosis', ...diagnosis });
    writeJson(io, resultOf(run, outcome, { stopping, ending, seconds, saved: values.save }));
  } else {
    showResult(print, run, { outcome, diagnosis }, { stopping, seconds, saved: values.save });
  }
  return EXIT.success;
}

/** Refuses options that mean nothing without others. */
function checkTogether(values: TrainCall['values']): void {
  const { earlyStopping: patience, validation, resume, checkpoint } = values;
  if (patience !== undefined && validation === 0) {
    throw new UsageError({
      where: '--early-stopping',
      expected: 'a validation part, whose loss it watches',
      received: '--validation 0',
    });
  }
  if (resume && checkpoint === undefined) {
    throw new UsageError({
      where: '--resume',
      expected: 'the folder of the checkpoint: --checkpoint FOLDER',
      received: 'none',
    });
  }
}

interface Ended {
  readonly stopping: EarlyStopping | undefined;
  readonly seconds: number;
  readonly saved: string | undefined;
}

function resultOf(
  { trainer, validation, extras }: TrainingRun,
  { samples, metrics }: Outcome,
  { stopping, ending, seconds, saved }: Ended & { readonly ending: TrainEndEvent | undefined },
): object {
  const { epoch, iteration, samplesSeen } = trainer;
  return {
    ...{ type: 'result', task: extras.task },
    ...{ part: validation === undefined ? 'train' : 'validation', samples, metrics },
    ...{ epochs: epoch, iterations: iteration, samplesSeen, reason: ending?.reason },
    ...(stopping?.best !== undefined && { bestEpoch: stopping.best.epoch }),
    ...{ seconds, ...(saved !== undefined && { saved }) },
  };
}

function showResult(
  print: Report,
  run: TrainingRun,
  { outcome, diagnosis }: { readonly outcome: Outcome; readonly diagnosis: Diagnosis | undefined },
  { stopping, seconds, saved }: Ended,
): void {
  const { trainer, validation, extras } = run;
  const { epochs } = trainer.history;
  if (epochs.length > 1) {
    print.heading(validation === undefined ? 'The loss' : 'Both losses');
    const [training, ...others] = lossCurves(trainer.history);
    const series = [{ ...training, mark: '●' }, ...others.map((one) => ({ ...one, mark: '○' }))];
    print.line(chart({ xLabel: 'epoch', series }));
  }
  if (diagnosis !== undefined) {
    print.heading('The diagnosis');
    const lines = inWordsOfOptions(String(diagnosis)).split('\n');
    print.line(lines.slice(0, -1).join('\n'));
    for (const line of wrap(lines.at(-1) ?? '', WIDTH)) print.line(line);
  }
  outcome.explain(print);
  const part = validation === undefined ? 'training' : 'validation';
  print.heading(`The result, on the ${counted(outcome.samples, 'sample')} of the ${part} part`);
  const target = extras.schema?.target;
  const best = stopping?.best;
  print.facts([
    ...describeMetrics(outcome.metrics, target?.kind === 'numeric' ? target.name : undefined),
    ...(stopping?.reason === undefined ? [] : [['stopped', stopping.reason] as const]),
    ...(best === undefined ? [] : [['weights', `of epoch ${best.epoch}, the best`] as const]),
    [
      'trained',
      `${counted(trainer.epoch, 'epoch')}, ${count(trainer.iteration)} iterations, ${seconds.toFixed(2)} s`,
    ],
  ]);
  print.heading('Using the model');
  if (saved === undefined) print.line('It was not saved: add --save model.safetensors.');
  else print.line(usageOfModel(saved, extras));
}

/** Each run prints its own events: a checkpoint keeps nothing of them. */
function eventsTo(write: (text: string) => void): Callback {
  const print = jsonLines({ write });
  return (event, control) => print(event, control);
}

/** What the curves say; a single epoch is no curve. */
function diagnosisOf({ trainer, train }: TrainingRun): Diagnosis | undefined {
  const { model, history, options } = trainer;
  if (history.epochs.length < 2) return undefined;
  const nothingLearned = zeros([train.size, ...model.outputShape]);
  const baseline = options.loss.mean(nothingLearned, train.targets).item();
  return diagnose(history, { baseline });
}

function writeJson(io: Io, value: object): void {
  io.out(`${JSON.stringify(value)}\n`);
}
