/** What a metric is, and the forms in which the library's own are handed out. */
import { describe } from '../errors/describe.ts';
import { OptionError, ShapeError } from '../errors/errors.ts';
import { anything, optional, type Rules, readOptions } from '../errors/options.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { readWeights, type Weights } from './weights.ts';

/**
 * A number that says how good outputs are. Metrics see the outputs for a whole set at once, so that
 * nothing is averaged over batches. A function of outputs and targets is one; the library's own also
 * say beforehand what they cannot measure.
 */
export interface Metric {
  /**
   * @param outputs `[samples, ...]`, as the network gives them
   * @param targets as the dataset has them
   */
  (outputs: Tensor, targets: Tensor, context?: MetricContext): number;
  /**
   * Called before a training run, and reads no outputs.
   * @throws EpochalError for targets, or a loss, that it does not fit
   */
  readonly check?: (outputsShape: Shape, targets: Tensor, context?: MetricContext) => void;
  /** All options with defaults filled in, by which two metrics of one name are told apart. */
  readonly options?: MetricOptions;
}

/** What the Trainer and `evaluate` tell a metric beside outputs and targets. */
export interface MetricContext {
  /** By which the network is trained: it knows what outputs are. */
  readonly loss?: Loss | undefined;
  /** How much each sample counts, `[samples]`: those of the dataset, if it has any. */
  readonly sampleWeights?: Tensor | undefined;
}

export type MetricOptions = Readonly<Record<string, unknown>>;

/** A metric as it stands, which with options gives another: `f1` or `f1({ average: 'micro' })`. */
export interface MetricWithOptions<O> {
  (outputs: Tensor, targets: Tensor, context?: MetricContext): number;
  (options?: O): Metric;
  readonly check: (outputsShape: Shape, targets: Tensor, context?: MetricContext) => void;
  readonly options: MetricOptions;
}

/** What is known of outputs before they are computed, and what they are to be compared with. */
export interface Comparison {
  readonly shape: Shape;
  readonly dtype: Dtype;
  readonly targets: Tensor;
  readonly loss: Loss | undefined;
  readonly weights: Weights;
}

/** @throws OptionError, ShapeError, DataError for a context that is none, or does not fit */
export function compare(
  where: string,
  shape: Shape,
  dtype: Dtype,
  targets: Tensor,
  context: MetricContext | undefined,
): Comparison {
  const { loss, sampleWeights } = readOptions<Resolved>(where, context, CONTEXT);
  return { shape, dtype, targets, loss, weights: readWeights(where, shape[0], sampleWeights) };
}

interface Resolved {
  readonly loss: Loss | undefined;
  readonly sampleWeights: Tensor | undefined;
}

const CONTEXT: Rules<Resolved> = {
  loss: optional(lossRule),
  sampleWeights: optional(anything),
};

/** Reads the targets and refuses what does not fit; what it gives turns the outputs into the number. */
export type Reading = (comparison: Comparison) => (outputs: Tensor) => number;

/** How a metric reads once its options are known. */
export interface Configured {
  readonly options: MetricOptions;
  readonly read: Reading;
}

// @__NO_SIDE_EFFECTS__
export function metric(name: string, { options, read }: Configured): Metric & { check: Check } {
  const measure = (outputs: Tensor, targets: Tensor, context?: MetricContext): number => {
    checkPair(name, outputs, targets, `It is a metric as it stands: metrics: { ${name} }.`);
    return read(compare(name, outputs.shape, outputs.dtype, targets, context))(outputs);
  };
  const check: Check = (shape, targets, context) => {
    read(compare(name, shape, 'float32', targets, context));
  };
  return withOptions(withCheck(name, measure, check), options);
}

// @__NO_SIDE_EFFECTS__
export function metricWithOptions<O>(
  name: string,
  configure: (options: O | undefined) => Configured,
): MetricWithOptions<O> {
  const configured = configure(undefined);
  const standing = metric(name, configured);
  const call = (first?: Tensor | O, targets?: Tensor, context?: MetricContext): number | Metric => {
    if (!(first instanceof Tensor)) return metric(name, configure(first));
    checkPair(name, first, targets);
    return standing(first, targets as Tensor, context);
  };
  const made = withOptions(withCheck(name, call, standing.check), configured.options);
  return made as MetricWithOptions<O>;
}

/** What gives a metric only when it is called with options. */
// @__NO_SIDE_EFFECTS__
export function metricFactory<O>(
  name: string,
  example: string,
  configure: (options: O) => Configured,
): (options: O) => Metric {
  const call = (options: O): Metric => {
    if (options instanceof Tensor) throw uncalled();
    return metric(name, configure(options));
  };
  const uncalled = () =>
    new OptionError({
      where: name,
      expected: 'options',
      received: 'a tensor',
      remedy: `Call it to get the metric: metrics: { ${name}: ${name}(${example}) }.`,
    });
  return withCheck(name, call, () => {
    throw uncalled();
  });
}

/** What gives a table, to be printed after a training run: no metric. */
// @__NO_SIDE_EFFECTS__
export function tableOf<O, T>(
  name: string,
  make: (outputs: Tensor, targets: Tensor, options?: O) => T,
): (outputs: Tensor, targets: Tensor, options?: O) => T {
  const call = (outputs: Tensor, targets: Tensor, options?: O): T => {
    checkPair(name, outputs, targets, `Pass both: ${name}(model.predict(inputs), targets).`);
    return make(outputs, targets, options);
  };
  return withCheck(name, call, () => {
    throw new OptionError({
      where: name,
      expected: 'a function that gives a number',
      received: 'one that gives a table',
      remedy: `Print it after the training: ${name}(model.predict(inputs), targets).`,
    });
  });
}

type Check = NonNullable<Metric['check']>;

/** A function with its name, and a check beforehand. */
function withCheck<F extends object>(name: string, run: F, check: Check): F & { check: Check } {
  return Object.defineProperties(run, {
    name: { value: name },
    check: { value: check },
  }) as F & { check: Check };
}

function withOptions<F extends object>(run: F, options: MetricOptions): F {
  return Object.defineProperty(run, 'options', { value: options });
}

function checkPair(where: string, outputs: unknown, targets: unknown, remedy?: string): void {
  if (outputs instanceof Tensor && targets instanceof Tensor) {
    if (outputs.rank > 0 && targets.rank > 0) return;
    throw new ShapeError({
      where,
      expected: 'outputs and targets [samples, ...]',
      received: 'a scalar',
      remedy: 'Reshape it: x.reshape([1]).',
    });
  }
  const given = outputs instanceof Tensor ? `outputs and ${describe(targets)}` : describe(outputs);
  throw new OptionError({
    where,
    expected: `outputs and targets${remedy === undefined ? ', or options' : ', two tensors'}`,
    received: outputs === undefined ? 'nothing' : given,
    remedy: remedy ?? `Pass both: ${where}(outputs, targets).`,
  });
}
