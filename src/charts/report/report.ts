/** A training run in one file of HTML, for people who were not there. */
import {
  array,
  object,
  optional,
  type Rule,
  readOptions,
  record,
  string,
  withDefault,
} from '../../errors/options.ts';
import type { ConfusionMatrix } from '../../metrics/confusion_matrix.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { Model } from '../../nn/sequential.ts';
import { type HistoryData, historyRule } from '../../train/history/history.ts';
import type { TrainingPlan } from '../../train/plan.ts';
import { confusionMatrixChart } from '../confusion_matrix_chart.ts';
import { short } from '../figure.ts';
import { learningRateChart } from '../learning_rate_chart.ts';
import { lossChart } from '../loss_chart.ts';
import { planRule, trainingCycleChart } from '../training_cycle_chart.ts';
import { type Html, page, paragraph, picture, preformatted, section, table } from './html.ts';
import type { WorstSample } from './worst_samples.ts';

/** Anything that reads as text. */
interface Readable {
  toString(): string;
}

export interface ReportOptions {
  /** Of the training run. */
  readonly history: HistoryData;
  /** What stands at the top; default `Training report`. */
  readonly title?: string;
  /** The data in words: where they are from, how they were read, how they were split. */
  readonly data?: string;
  /** The network: the model, or anything that reads as text. */
  readonly model?: Readable;
  /** `trainer.plan(train)`, which is drawn as a cycle, or anything that reads as text. */
  readonly plan?: Readable;
  /** `diagnose(trainer.history)`, or anything that reads as text. */
  readonly diagnosis?: Readable;
  /** What was measured at the end, by name; numbers with four digits, texts as they are. */
  readonly metrics?: Readonly<Record<string, number | string>>;
  readonly confusionMatrix?: Pick<ConfusionMatrix, 'counts' | 'classNames'>;
  /** What `worstSamples` found. */
  readonly worst?: readonly WorstSample[];
  /** How the model is used, a program or commands. */
  readonly usage?: string;
}

const readable: Rule<never> = {
  expected: 'a text, or what reads as one',
  example: 'model.summary()',
  accepts: (value) =>
    typeof value === 'string' ||
    (object.accepts(value) && String(value) !== String({}) && !Array.isArray(value)),
};

type Read = {
  readonly [K in keyof Required<ReportOptions>]: ReportOptions[K] | undefined;
} & { readonly history: HistoryData; readonly title: string };

/**
 * A page with result, curves, diagnosis, confusion matrix, worst samples, network, plan and usage: whatever of it is given,
 * and what the history shows. It is one file, for light and dark screens, wide and narrow ones and paper. It
 * fetches nothing and runs no script; names and texts in it are escaped.
 *
 * @returns a document of HTML
 * @throws OptionError for options that do not fit
 * @example writeFileSync('report.html', report({ history: trainer.history, model: model.summary() }));
 */
export function report(options: ReportOptions): string {
  const read = readOptions<Read>('report', options, {
    history: historyRule,
    title: withDefault(string, 'Training report'),
    data: optional(string),
    model: optional(readable),
    plan: optional(readable),
    diagnosis: optional(readable),
    metrics: optional(record),
    confusionMatrix: optional(object),
    worst: optional(array),
    usage: optional(string),
  });
  const { title, data, model, plan, diagnosis, metrics, confusionMatrix, worst, usage } = read;
  const texts = (heading: string, text: Readable | undefined) =>
    text === undefined ? [] : [section(heading, preformatted(String(text)))];
  return page(title, 'en', [
    ...(metrics === undefined ? [] : [section('The result', metricsTable(metrics))]),
    ...curves(read.history),
    ...texts('The diagnosis', diagnosis),
    ...(confusionMatrix === undefined
      ? []
      : [section('Confusion matrix', matrixOf(confusionMatrix))]),
    ...(worst === undefined || worst.length === 0
      ? []
      : [section('The worst samples', ...worstOf(worst))]),
    ...texts('The data', data),
    ...texts('The network', model),
    ...planOf(plan, model),
    ...texts('Using the model', usage),
  ]);
}

/** As a cycle, if it is a plan of the library. */
function planOf(plan: Readable | undefined, model: Readable | undefined): Html[] {
  if (plan === undefined) return [];
  if (!planRule.accepts(plan)) return [section('The plan', preformatted(String(plan)))];
  const trained = modelRule.accepts(model) ? { model: model as Model } : {};
  const draw = (width: number) =>
    trainingCycleChart(plan as TrainingPlan, { as: 'svg', width, ...trained });
  return [section('The plan', picture(draw))];
}

function metricsTable(metrics: Readonly<Record<string, number | string>>): Html {
  const rows = Object.entries(metrics).map(([name, value]) => [
    name,
    typeof value === 'number' ? figures(value) : String(value),
  ]);
  return table([], rows, []);
}

/** Losses, each metric and the learning rate where it changed; a sentence where there is nothing to draw. */
function curves(history: HistoryData): Html[] {
  const { epochs, validations } = history;
  const losses = [...epochs, ...validations].map(({ loss }) => loss);
  if (!losses.some(Number.isFinite)) {
    return [
      section('The curves', paragraph('No epoch was completed with a loss that is a number.')),
    ];
  }
  const names = new Set(validations.flatMap(({ metrics }) => Object.keys(metrics)));
  const isMeasured = (name: string) =>
    validations.some(({ metrics }) => Number.isFinite(metrics[name]));
  const rates = new Set(epochs.map(({ learningRate }) => learningRate));
  const metrics = [...names].filter(isMeasured);
  return [
    section(
      'The curves',
      picture((width) => lossChart(history, sized(width))),
      ...metrics.map((metric) =>
        picture((width) => lossChart(history, { ...sized(width), metric })),
      ),
      ...(rates.size < 2 ? [] : [picture((width) => learningRateChart(history, sized(width)))]),
    ),
  ];
}

const sized = (width: number) => ({ as: 'svg', width, height: width < 500 ? 330 : 400 }) as const;

function matrixOf(matrix: Pick<ConfusionMatrix, 'counts' | 'classNames'>): Html {
  return picture((width) =>
    confusionMatrixChart(matrix, {
      as: 'svg',
      width: Math.min(width, 600),
      title: 'True and predicted classes',
    }),
  );
}

function worstOf(worst: readonly WorstSample[]): Html[] {
  const features = worst[0].features.map(([name]) => name);
  const rows = worst.map((sample) => [
    String(sample.row),
    figures(sample.loss),
    sample.target,
    sample.predicted,
    ...sample.features.map(([, value]) => figures(value)),
  ]);
  const numeric = [0, 1, ...features.map((_, k) => k + 4)];
  return [
    paragraph(
      'Those with the highest loss: what the network gets most wrong, and often mistakes in the data.',
    ),
    table(['row', 'loss', 'true', 'predicted', ...features], rows, numeric),
  ];
}

/** Four digits. */
const figures = (value: number) => short(value, 4);
