/** What came of a training run: for people, and for programs. */

import { lossChart } from '../../charts/index.ts';
import { counted } from '../../formats/counted.ts';
import {
  type EarlyStopping,
  parameterCount,
  type ReduceOnPlateau,
  type TrainEndEvent,
  zeros,
} from '../../index.ts';
import { formatDiagnosis } from '../../selection/diagnosis.ts';
import { type Diagnosis, diagnose } from '../../selection/index.ts';
import type { InUse } from '../../threads/enable.ts';
import { count, type Report } from '../terminal/report.ts';
import { aboutClasses, REMEDIES } from '../words/diagnosis.ts';
import { WIDTH, wrap } from '../words/help.ts';
import { describeMetrics, type TaskEvaluation } from './outcome.ts';
import { threadsAsData, threadsFact } from './threads.ts';
import type { TrainingRun } from './training_run.ts';
import { usageOfModel } from './usage_of_model.ts';

/** A training run that has ended, and what was measured afterwards. */
export interface TrainingResult {
  readonly run: TrainingRun;
  readonly outcome: TaskEvaluation;
  /** Measured on what was kept apart. */
  readonly tested: TaskEvaluation | undefined;
  readonly plateau: readonly ReduceOnPlateau[];
  readonly stopping: EarlyStopping | undefined;
  readonly ending: TrainEndEvent | undefined;
  readonly seconds: number;
  readonly threads: InUse;
  /** The file that the model was saved as. */
  readonly saved: string | undefined;
  /** The file that it was to be saved as. */
  readonly asked: string | undefined;
  /** The file that a report of all this is written to. */
  readonly report?: string | undefined;
}

/** For programs: a diagnosis, where there are enough epochs for one, and the result. */
export function resultAsData({
  run,
  outcome,
  tested,
  stopping,
  ending,
  seconds,
  threads,
  saved,
  report,
}: TrainingResult): object[] {
  const { trainer, validation, extras } = run;
  const { epoch, iteration, samplesSeen } = trainer;
  const { samples, metrics } = outcome;
  const diagnosis = diagnosisOf(run, outcome);
  const result = {
    ...{ type: 'result', task: extras.task },
    ...{ part: validation === undefined ? 'train' : 'validation', samples, metrics },
    ...(tested !== undefined && { test: { samples: tested.samples, metrics: tested.metrics } }),
    ...{ epochs: epoch, iterations: iteration, samplesSeen, reason: ending?.reason },
    ...(stopping?.best !== undefined && { bestEpoch: stopping.best.epoch }),
    ...{
      seconds,
      ...threadsAsData(threads),
      ...(saved !== undefined && { saved }),
      ...(report !== undefined && { report }),
    },
  };
  return [...(diagnosis === undefined ? [] : [{ type: 'diagnosis', ...diagnosis }]), result];
}

/** For people: curves, diagnosis, confusion matrix, the numbers, and how to use the model. */
export function showResult(print: Report, result: TrainingResult): void {
  const { run, outcome, tested, saved, asked } = result;
  const { trainer, validation, extras } = run;
  const { epochs } = trainer.history;
  if (epochs.length > 1 && epochs.some(({ loss }) => Number.isFinite(loss))) {
    print.heading(validation === undefined ? 'The loss' : 'Both losses');
    print.line(lossChart(trainer.history));
  }
  const diagnosis = diagnosisOf(run, outcome);
  if (diagnosis !== undefined) {
    print.heading('The diagnosis');
    print.line(describeDiagnosis(diagnosis));
  }
  outcome.explain(print);
  const part = validation === undefined ? 'training' : 'validation';
  print.heading(`The result, on the ${counted(outcome.samples, 'sample')} of the ${part} part`);
  const page = result.report === undefined ? [] : [['report', result.report] as [string, string]];
  print.facts([...factsOf(result), ...page]);
  if (tested !== undefined) {
    print.heading(`The test, on ${counted(tested.samples, 'sample')} that nothing was decided by`);
    print.facts(describeMetrics(tested.metrics, unitOf(run)));
  }
  print.heading('Using the model');
  if (saved !== undefined) print.line(usageOfModel(saved, extras));
  else if (asked !== undefined) print.line(`It could not be saved as ${asked}.`);
  else print.line('It was not saved: add --save model.safetensors.');
}

/** Verdict and evidence, and the remedy in lines of a terminal. */
export function describeDiagnosis(diagnosis: Omit<Diagnosis, 'toString'>): string {
  const lines = formatDiagnosis({ ...diagnosis, remedy: '' }).trimEnd();
  return [lines, ...wrap(diagnosis.remedy, WIDTH)].join('\n');
}

/** The name of the target, in whose unit a regression is measured; of several it is nobody's. */
function unitOf({ extras }: TrainingRun): string | undefined {
  const [target, ...others] = extras.schema?.targets ?? [];
  return target?.kind === 'numeric' && others.length === 0 ? target.name : undefined;
}

export function factsOf({
  run,
  outcome,
  plateau,
  stopping,
  seconds,
  threads,
}: TrainingResult): [string, string][] {
  const { trainer } = run;
  const { best, reason } = stopping ?? {};
  const epochs = counted(trainer.epoch, 'epoch');
  return [
    ...describeMetrics(outcome.metrics, unitOf(run)),
    ...(reason === undefined ? [] : [['stopped', reason] as [string, string]]),
    ...(best === undefined
      ? []
      : [['weights', `of epoch ${best.epoch}, the best`] as [string, string]]),
    ...plateau.flatMap(({ reductions }) =>
      reductions.map(({ epoch, to }): [string, string] => [
        'learning rate',
        `lowered to ${Number(to.toPrecision(4))} after epoch ${count(epoch)}`,
      ]),
    ),
    ['trained', `${epochs}, ${counted(trainer.iteration, 'iteration')}, ${seconds.toFixed(2)} s`],
    threadsFact(threads),
  ];
}

/** What the curves say, and what options do about it; a single epoch is no curve. */
export function diagnosisOf(
  { trainer, train }: TrainingRun,
  { report }: Pick<TaskEvaluation, 'report'>,
): Omit<Diagnosis, 'toString'> | undefined {
  const { model, history, options } = trainer;
  if (history.epochs.length < 2) return undefined;
  const nothingLearned = zeros([train.size, ...model.outputShape], { dtype: model.dtype });
  const baseline = options.loss.mean(nothingLearned, train.targets).item();
  // Of targets that are all the same nothing is left once they are scaled.
  const known = baseline > 0 ? { baseline } : {};
  const found = diagnose(history, { ...known, parameters: parameterCount(model), report });
  const isWeighted = options.loss.options?.classWeights !== undefined;
  const ofClasses = found.warnings.length === 0 ? '' : ` ${aboutClasses(isWeighted)}`;
  return { ...found, remedy: `${REMEDIES[found.verdict]}${ofClasses}` };
}
