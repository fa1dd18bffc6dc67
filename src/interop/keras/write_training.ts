/** How a model was trained, in the words of Keras 3: what it was compiled with, and the variables of its optimizer. */
import { OptionError } from '../../errors/errors.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import { tensor } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ExportTraining } from '../exported.ts';
import { momentumProduct } from '../momentum_product.ts';
import { layoutOf, listedVariables } from './listed_state.ts';

type Options = Optimizer['options'];
type Config = Readonly<Record<string, unknown>>;

const moments = ({ beta1, beta2, epsilon }: Options) => ({ beta_1: beta1, beta_2: beta2, epsilon });

const OPTIMIZERS: Readonly<Record<string, readonly [className: string, (o: Options) => Config]>> = {
  sgd: ['SGD', ({ momentum, nesterov }) => ({ momentum, nesterov })],
  adam: ['Adam', (o) => ({ ...moments(o), amsgrad: o.amsgrad })],
  adamW: ['AdamW', (o) => ({ ...moments(o), amsgrad: o.amsgrad })],
  adamax: ['Adamax', moments],
  nadam: ['Nadam', moments],
  rmsprop: [
    'RMSprop',
    ({ rho, momentum, epsilon, centered }) => ({ rho, momentum, epsilon, centered }),
  ],
  adagrad: [
    'Adagrad',
    ({ initialAccumulator, epsilon }) => ({
      initial_accumulator_value: initialAccumulator,
      epsilon,
    }),
  ],
  adadelta: ['Adadelta', ({ rho, epsilon }) => ({ rho, epsilon })],
  lion: ['Lion', ({ beta1, beta2 }) => ({ beta_1: beta1, beta_2: beta2 })],
};

const binary = (isLogits: boolean) => (options: Config) => ({
  from_logits: isLogits,
  label_smoothing: options.labelSmoothing ?? 0,
});

const LOSSES: Readonly<Record<string, readonly [className: string, (o: Config) => Config]>> = {
  meanSquaredError: ['MeanSquaredError', () => ({})],
  meanAbsoluteError: ['MeanAbsoluteError', () => ({})],
  huber: ['Huber', ({ delta }) => ({ delta })],
  logCosh: ['LogCosh', () => ({})],
  poisson: ['Poisson', () => ({})],
  klDivergence: ['KLDivergence', () => ({})],
  hinge: ['Hinge', () => ({})],
  squaredHinge: ['SquaredHinge', () => ({})],
  softmaxCrossEntropy: ['SparseCategoricalCrossentropy', () => ({ from_logits: true })],
  crossEntropyOfProbabilities: ['SparseCategoricalCrossentropy', () => ({ from_logits: false })],
  sigmoidBinaryCrossEntropy: ['BinaryCrossentropy', binary(true)],
  binaryCrossEntropyOfProbabilities: ['BinaryCrossentropy', binary(false)],
};

/** @throws OptionError for an optimizer or a loss that Keras has not, by name */
export function compileConfig({ optimizer, loss }: ExportTraining): Config {
  return {
    optimizer: described('keras.optimizers', optimizerConfig(optimizer)),
    loss: loss === undefined ? null : described('keras.losses', lossConfig(loss)),
    ...{ loss_weights: null, metrics: null, weighted_metrics: null },
  };
}

const described = (module: string, [className, config]: readonly [string, Config]) => ({
  ...{ module, class_name: className, config, registered_name: null },
});

function optimizerConfig(optimizer: Optimizer): readonly [string, Config] {
  const { name, learningRate, options, groups } = optimizer;
  const found = Object.hasOwn(OPTIMIZERS, name) ? OPTIMIZERS[name] : undefined;
  const isPlain = groups.length === 0 && options.l2 === 0 && (options.momentumDecay ?? 1) === 1;
  if (found === undefined || !isPlain) {
    const more = isPlain ? '' : ', with groups, l2 or a momentumDecay other than 1';
    throw unknown('optimizer', `${name}${more}`, Object.keys(OPTIMIZERS));
  }
  const [className, config] = found;
  const decay = options.weightDecay === 0 ? null : options.weightDecay;
  return [className, { learning_rate: learningRate, weight_decay: decay, ...config(options) }];
}

function lossConfig({ name, options = {} }: Loss): readonly [string, Config] {
  const found = Object.hasOwn(LOSSES, name) ? LOSSES[name] : undefined;
  const { classWeights, labelSmoothing } = options as Config;
  const isSmooth = found?.[0].startsWith('Sparse') && Number(labelSmoothing ?? 0) !== 0;
  if (found === undefined || classWeights !== undefined || isSmooth) {
    throw unknown('loss', `${name} ${JSON.stringify(options)}`, Object.keys(LOSSES));
  }
  const [className, config] = found;
  return [className, { reduction: 'sum_over_batch_size', ...config(options as Config) }];
}

function unknown(what: string, received: string, known: readonly string[]): OptionError {
  return new OptionError({
    where: `exportModel.training.${what}`,
    expected: `one that Keras has, too: ${known.join(', ')}, without class weights, smoothed classes and groups`,
    received,
    remedy: `Leave training out, and give compile() ${what === 'loss' ? 'a loss' : 'an optimizer'} there.`,
  });
}

/**
 * The variables of the optimizer in the order of Keras.
 * @param learning the parameters that learn there, in their order
 */
export function optimizerVariables(
  training: ExportTraining,
  learning: readonly Tensor[],
): Tensor[] {
  const { optimizer, optimizerState } = training;
  if (optimizerState === undefined) return [];
  const { updates } = optimizerState;
  const count = tensor(updates, { dtype: 'int32' });
  const variables = listedVariables('keras', training, learning).map((one) => one.tensor);
  const { tail } = layoutOf('keras', optimizer) ?? {};
  const rest = tail === 1 ? [momentumProduct(Number(optimizer.options.beta1), 1, updates)] : [];
  return [count, tensor(optimizer.learningRate), ...variables, ...rest];
}

/** The parameters of layers that learn, for Keras freezes whole layers. */
export function learningOf(model: Model): Tensor[] {
  return model
    .parameters()
    .filter(({ name }) => !isFrozen(model, layerOf(name)) && !isAbsent(model, name));
}

/**
 * Whether Keras does without a parameter: a scale of ones, or a bias of zeros, that is frozen in a normalization that
 * learns otherwise.
 */
export function isAbsent(model: Model, name: string): boolean {
  const layer = layerOf(name);
  const type = model.layers.find((one) => one.name === layer)?.layer.type;
  const own = model.parameters().find((parameter) => parameter.name === name);
  const isNorm = type === 'batchNorm' || type === 'layerNorm';
  if (!isNorm || own === undefined || own.requiresGrad || isFrozen(model, layer)) return false;
  const neutral = name.endsWith('.weight') ? 1 : 0;
  return own.toTypedArray().every((value) => value === neutral);
}

/** @throws OptionError where a parameter that is frozen here would learn there, or cannot be done without, by name */
export function checkFrozen(model: Model, system: 'keras' | 'tfjs'): void {
  const still = model.parameters().find(({ name, requiresGrad }) => {
    if (requiresGrad || isFrozen(model, layerOf(name))) return false;
    return system === 'tfjs' || !isAbsent(model, name);
  });
  if (still === undefined) return;
  const known = system === 'keras' ? ', or scales of 1 and biases of 0 in normalizations' : '';
  throw new OptionError({
    where: 'exportModel.training',
    expected: `parameters that are frozen in whole layers${known}, for layers learn as a whole there`,
    received: `${still.name} alone`,
    remedy: 'Freeze the whole layer or none of it; or leave training out.',
  });
}

export function isFrozen(model: Model, layer: string): boolean {
  const own = model.parameters().filter(({ name }) => layerOf(name) === layer);
  return own.length > 0 && own.every(({ requiresGrad }) => !requiresGrad);
}

const layerOf = (parameter: string) => parameter.slice(0, parameter.lastIndexOf('.'));
