/** What a job will be, what is otherwise there, and what it costs: before anything is written. */
import { withText } from '../formats/text_table.ts';
import type { LayerLike } from '../nn/layer.ts';
import type { EpochRecord } from '../train/index.ts';
import type { Trainer } from '../train/trainer.ts';
import { type ExchangeCost, exchangeCost, learningNumbers } from './cost.ts';
import { type ExportTrainingOptions, type Prepared, prepareJob } from './prepare.ts';

export interface ExportPlan {
  /** Complete epochs that there have been, and in total. */
  readonly epochsDone: number;
  readonly epochs: number;
  /** Updates that there have been, and in total. */
  readonly iterationsDone: number;
  readonly iterations: number;
  /** What is otherwise there than here, in words. */
  readonly differences: readonly string[];
  /** Seconds of an iteration here, the median over the epochs; undefined before the first. */
  readonly secondsPerIteration: number | undefined;
  /**
   * How many of them are computing, at most: that of a small network is a part of its iterations, and the rest
   * happens in every process.
   */
  readonly secondsOfComputing: number | undefined;
  /** Bytes of gradients that an iteration exchanges. */
  readonly gradientBytes: number;
  /**
   * On 2, 4 and 8 processes, at ten gigabits a second, with as much computing as there was here; empty before
   * the first epoch. `exchangeCost` computes it for others.
   */
  readonly costs: readonly ExchangeCost[];
  toString(): string;
}

const PROCESSES = [2, 4, 8];

/**
 * Operations a second that any processor does. What an iteration takes longer than its operations so is not
 * computing, but everything around it.
 */
const SLOWEST = 1e9;
/** Of an iteration, for each number that learns and each sample: forward, and twice as much backward. */
const OPERATIONS = 6;

/**
 * What `exportTraining` would write, and what it costs to train on several processes.
 * @throws as `exportTraining` does, naming everything that cannot be carried over
 * @example console.log(String(planExport(trainer, { train, validation })));
 */
export function planExport(trainer: Trainer, options: ExportTrainingOptions): ExportPlan {
  const prepared = prepareJob('planExport', trainer, options);
  const { plan } = prepared;
  const { model, history } = trainer;
  const secondsPerIteration = medianSeconds(history.epochs);
  const { gradientBytes } = exchangeCost(model, { processes: 1, secondsPerIteration: 1 });
  const operations = OPERATIONS * learningNumbers(model) * plan.batchSize;
  const secondsOfComputing =
    secondsPerIteration && Math.min(secondsPerIteration, operations / SLOWEST);
  const costs =
    secondsOfComputing === undefined
      ? []
      : PROCESSES.map((processes) =>
          exchangeCost(model, { processes, secondsPerIteration: secondsOfComputing }),
        );
  const described = {
    ...{ epochsDone: trainer.epoch, epochs: plan.epochs },
    ...{ iterationsDone: trainer.iteration, iterations: plan.iterations },
    ...{ differences: describeDifferences(prepared), secondsPerIteration, secondsOfComputing },
    ...{ gradientBytes, costs },
  };
  return withText(described, () => formatPlan(described));
}

/** The first epoch, in which code is compiled, and pauses of the machine do not count. */
function medianSeconds(epochs: readonly EpochRecord[]): number | undefined {
  const each = epochs.map(({ seconds, iteration }, at) => {
    return seconds / (iteration - (epochs[at - 1]?.iteration ?? 0));
  });
  return each.sort((a, b) => a - b)[each.length >> 1];
}

/** What is otherwise there than here. */
export function describeDifferences({ trainer, validation }: Prepared): string[] {
  const { model, options } = trainer;
  const metrics = Object.keys(options.metrics);
  const layers = model.layers.map(({ layer }) => layer);
  return [
    'Sums are added up in another order, so numbers agree within rounding.',
    ...(layers.some(hasDropout)
      ? ['Dropout draws other masks, others on each number of processes.']
      : []),
    ...(metrics.length > 0 && validation !== undefined
      ? [`Metrics (${metrics.join(', ')}) are not measured; the losses are.`]
      : []),
    ...(options.evaluateTraining ? ['The training set is not measured at validations.'] : []),
  ];
}

function hasDropout(layer: LayerLike): boolean {
  if (!('type' in layer)) return false;
  if (layer.type === 'residual') return (layer.options.layers as LayerLike[]).some(hasDropout);
  return layer.type === 'dropout' && Number(layer.options.rate) > 0;
}

function formatPlan(plan: Omit<ExportPlan, 'toString'>): string {
  const { epochsDone, epochs, iterationsDone, iterations } = plan;
  const { secondsPerIteration, secondsOfComputing } = plan;
  const n = (value: number) => Math.round(value).toLocaleString('en-US');
  const ms = (seconds: number) => `${Number((seconds * 1e3).toPrecision(3))} ms`;
  return [
    `epochs ${n(epochsDone)} to ${n(epochs)}, iterations ${n(iterationsDone)} to ${n(iterations)}`,
    `gradients: ${n(plan.gradientBytes)} bytes an iteration`,
    ...(secondsPerIteration === undefined || secondsOfComputing === undefined
      ? []
      : [
          `an iteration took ${ms(secondsPerIteration)} here, ${ms(secondsOfComputing)} of them computing at most; ` +
            'at 10 Gbit/s between machines:',
        ]),
    ...plan.costs.map(
      ({ processes, bytesSent, exchangeSeconds, speedUp, helpsFrom }) =>
        `${processes} processes: each sends ${n(bytesSent)} bytes in ${ms(exchangeSeconds)}, ` +
        `${Number(speedUp.toPrecision(2))} times as fast; they help ${
          Number.isFinite(helpsFrom)
            ? `from ${n(Number(helpsFrom.toPrecision(2)))} parameters on`
            : 'with larger batches only'
        }`,
    ),
    ...plan.differences,
  ].join('\n');
}
