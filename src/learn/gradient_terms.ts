/** One weight's gradient, taken apart: what each sample adds to it, and by which paths. */
import { gradients } from '../autograd/backward.ts';
import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { naturalNumber, optional, readOptions, string } from '../errors/options.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { pathsFrom, type Stage } from './paths.ts';

export interface GradientTermsOptions {
  readonly model: Model;
  readonly loss: Loss;
  /** The name of a dense layer, such as `layers.0`. */
  readonly layer: string;
  /** Which of its inputs the weight belongs to; left out for the bias of the unit. */
  readonly input?: number;
  /** Which of its units. */
  readonly unit: number;
}

/** What one sample adds to the gradient of the weight. */
export interface GradientTerm {
  /** The row of the sample. */
  readonly sample: number;
  /** What came in over the weight: the activation before it; 1 for a bias. */
  readonly activation: number;
  /** How the mean loss changes with the unit's sum: `∂L / ∂z`, the share of this sample. */
  readonly delta: number;
  /** `activation · delta`, rounded to the dtype of the model. */
  readonly product: number;
  /** How delta comes about: a product of slopes and weights for each path from the unit to an output. */
  readonly paths: readonly GradientPath[];
}

export interface GradientPath {
  /** The unit of each dense layer behind this one that the path goes through; the last is an output. */
  readonly units: readonly number[];
  /** Slopes of activations and weights from the unit's sum to the output, multiplied. */
  readonly factor: number;
  /** How the mean loss changes with that output. */
  readonly outputGradient: number;
}

export interface GradientTerms {
  readonly terms: readonly GradientTerm[];
  /** The gradient of the weight. For a weight it is the sum of the products, in order, each sum rounded. */
  readonly gradient: number;
}

/**
 * The gradient of one weight (or bias) of a dense layer as a sum over samples of (activation in) · (delta out), for
 * the mean loss of a batch in evaluation mode, without penalties. The products of a weight, added in the order of
 * the samples with each sum rounded, are its gradient to the bit: that is how the matrix product adds. The products
 * of a bias are the same numbers that its sum adds in blocks.
 *
 * Paths are listed where only dense layers and activations of single elements follow, and no more than 4096 of
 * them for a sample; otherwise there are none. Their factors times output gradients add up to delta, up to rounding.
 * @throws OptionError for a layer, input or unit that there is not
 */
export function gradientTerms(options: GradientTermsOptions, batch: Dataset): GradientTerms {
  const { model, loss, layer, input, unit } = readOptions<GradientTermsOptions>(
    'gradientTerms',
    options,
    {
      model: modelRule,
      loss: lossRule,
      layer: string,
      input: optional(naturalNumber),
      unit: naturalNumber,
    },
  );
  checkDataset('gradientTerms.batch', batch);
  const at = positionOf(model, layer);
  const [inputs, units] = model.layers[at].built.parameters?.weight.shape ?? [0, 0];
  if (input !== undefined) checkBelow('input', input, inputs);
  else if (model.layers[at].built.parameters?.bias === undefined) throw noBias(layer);
  checkBelow('unit', unit, units);

  const stages: Stage[] = [];
  let last = batch.inputs;
  const outputs = model.forward(batch.inputs, {
    observe(name, output) {
      const index = model.layers.findIndex((one) => one.name === name);
      if (index >= 0) stages[index] = { layer: model.layers[index], input: last, output };
      if (index >= 0) last = output;
    },
  });
  const mean = loss.mean(outputs, batch.targets, batch.sampleWeights);
  const { weight, bias } = model.layers[at].built.parameters as Record<string, Tensor>;
  const [deltas, outputGradients, whole] = gradients(mean, [
    stages[at].output,
    outputs,
    input === undefined ? bias : weight,
  ]);
  if (deltas === null || outputGradients === null || whole === null) {
    throw new Error('a layer that the loss does not depend on');
  }
  const [activationAt, deltaAt, outputGradientAt] = [stages[at].input, deltas, outputGradients].map(
    cellsOf,
  );
  const wayOut = pathsFrom(stages.slice(at + 1), unit);
  const terms = Array.from({ length: batch.size }, (_, sample): GradientTerm => {
    const activation = input === undefined ? 1 : activationAt(sample, input);
    const delta = deltaAt(sample, unit);
    const product =
      model.dtype === 'float32' ? Math.fround(activation * delta) : activation * delta;
    const paths = wayOut(sample).map(({ units: passed, factor }) => ({
      ...{ units: passed, factor },
      outputGradient: outputGradientAt(sample, passed.at(-1) ?? unit),
    }));
    return { sample, activation, delta, product, paths };
  });
  const gradient = cellsOf(whole)(...(input === undefined ? [unit] : [input, unit]));
  return { terms, gradient };
}

/** Reads elements of a tensor, of which one copy is made. */
function cellsOf(x: Tensor): (...index: readonly number[]) => number {
  const values = x.toTypedArray();
  return (...index) => values[index.reduce((at, i, axis) => at * x.shape[axis] + i, 0)];
}

function positionOf(model: Model, name: string): number {
  const at = model.layers.findIndex((one) => one.name === name && one.layer.type === 'dense');
  if (at >= 0) return at;
  const dense = model.layers.filter(({ layer }) => layer.type === 'dense');
  throw new OptionError({
    where: 'gradientTerms.layer',
    expected: `the name of a dense layer: ${dense.map((one) => one.name).join(', ') || 'there is none'}`,
    received: describe(name),
    remedy: 'Choose one of these.',
  });
}

function checkBelow(what: string, value: number, size: number): void {
  if (value < size) return;
  throw new OptionError({
    where: `gradientTerms.${what}`,
    expected: `a whole number from 0 to ${size - 1}`,
    received: describe(value),
    remedy: `The layer has ${size} ${what}s, counted from 0.`,
  });
}

function noBias(layer: string): OptionError {
  return new OptionError({
    where: 'gradientTerms.input',
    expected: `which input of ${layer} the weight belongs to`,
    received: 'none, and the layer has no bias',
    remedy: 'Give input, counted from 0.',
  });
}
