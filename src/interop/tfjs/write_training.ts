/** How a model was trained, in the words of TensorFlow.js: what it is compiled with, and the variables of its optimizer. */
import { OptionError } from '../../errors/errors.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import { tensor } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ExportTraining } from '../exported.ts';
import { listedVariables } from '../keras/listed_state.ts';
import { legacyName } from '../keras/named_state.ts';

type Options = Optimizer['options'];
type Written = readonly [className: string, config: Options];

const OPTIMIZERS: Readonly<Record<string, (options: Options) => Written>> = {
  sgd: ({ momentum, nesterov }) =>
    momentum === 0 ? ['SGD', {}] : ['Momentum', { momentum, useNesterov: nesterov }],
  adam: ({ beta1, beta2, epsilon }) => ['Adam', { beta1, beta2, epsilon }],
  adamax: ({ beta1, beta2, epsilon }) => ['Adamax', { beta1, beta2, epsilon, decay: 0 }],
  rmsprop: ({ rho, momentum, epsilon, centered }) => [
    'RMSProp',
    { decay: rho, momentum, epsilon, centered },
  ],
  adagrad: ({ initialAccumulator }) => ['Adagrad', { initialAccumulatorValue: initialAccumulator }],
  adadelta: ({ rho, epsilon }) => ['Adadelta', { rho, epsilon }],
};

type Ending = 'softmax' | 'sigmoid';

/** Losses by name take probabilities there, so that one of logits has an activation before it. */
const LOSSES: Readonly<Record<string, readonly [name: string, ending?: Ending]>> = {
  meanSquaredError: ['mean_squared_error'],
  meanAbsoluteError: ['mean_absolute_error'],
  logCosh: ['logcosh'],
  poisson: ['poisson'],
  klDivergence: ['kullback_leibler_divergence'],
  hinge: ['hinge'],
  squaredHinge: ['squared_hinge'],
  softmaxCrossEntropy: ['sparse_categorical_crossentropy', 'softmax'],
  crossEntropyOfProbabilities: ['sparse_categorical_crossentropy'],
  sigmoidBinaryCrossEntropy: ['binary_crossentropy', 'sigmoid'],
  binaryCrossEntropyOfProbabilities: ['binary_crossentropy'],
};

interface Compiled {
  /** What `model.compile` is given there. */
  readonly config: object;
  /** The activation that makes the outputs what the loss takes. */
  readonly ending: Ending | undefined;
}

/** @throws OptionError for an optimizer or a loss that TensorFlow.js has not, or does not read, by name */
export function compiled({ optimizer, optimizerState, loss }: ExportTraining): Compiled {
  const [className, config] = optimizerOf(optimizer);
  if (className === 'Adamax' && optimizerState !== undefined) {
    throw new OptionError({
      where: 'exportModel.training.optimizerState',
      expected: 'none for adamax, whose state TensorFlow.js neither saves nor loads',
      received: `the state after ${optimizerState.updates} updates`,
      remedy: 'Leave optimizerState out: adamax begins anew there.',
    });
  }
  const [name, ending] = lossOf(loss);
  const settings = { learningRate: optimizer.learningRate, ...config };
  const optimizerConfig = { class_name: className, config: settings };
  return { config: { loss: name, metrics: [], optimizer_config: optimizerConfig }, ending };
}

function optimizerOf({ name, options, groups }: Optimizer): Written {
  const write = Object.hasOwn(OPTIMIZERS, name) ? OPTIMIZERS[name] : undefined;
  const isPlain =
    groups.length === 0 && options.l2 === 0 && options.weightDecay === 0 && !options.amsgrad;
  if (write !== undefined && isPlain) return write(options);
  throw new OptionError({
    where: 'exportModel.training.optimizer',
    expected: `one that TensorFlow.js has, too: ${Object.keys(OPTIMIZERS).join(', ')}, without weightDecay, l2, amsgrad and groups`,
    received: `${name}${isPlain ? '' : ', with one of these'}`,
    remedy: 'Leave training out, and give compile() an optimizer there.',
  });
}

/** A model is compiled with both there, so none is no answer. */
function lossOf(loss: Loss | undefined) {
  const { name = 'none', options = {} } = loss ?? {};
  const isPlain = Object.entries(options).every(([key, value]) =>
    key === 'labelSmoothing' ? value === 0 : value === undefined,
  );
  if (Object.hasOwn(LOSSES, name) && isPlain) return LOSSES[name];
  throw new OptionError({
    where: 'exportModel.training.loss',
    expected: `a loss that TensorFlow.js finds by its name: ${Object.keys(LOSSES).join(', ')}, without options`,
    received: isPlain ? name : `${name} ${JSON.stringify(options)}`,
    remedy: 'Leave training out, and give compile() a loss there.',
  });
}

/** The variables of the optimizer in the order of TensorFlow.js; `theirs` names the parameters that learn. */
export function optimizerVariables(
  training: ExportTraining,
  learning: readonly Tensor[],
  theirs: readonly string[],
): { readonly name: string; readonly tensor: Tensor }[] {
  const { optimizer, optimizerState } = training;
  if (optimizerState === undefined) return [];
  const variables = listedVariables('tfjs', training, learning).map((one) => ({
    // RMSProp has a momentum without momentum, too.
    name: `${theirs[one.parameter]}/${legacyName(optimizer.name, one.ours ?? 'momentum')}`,
    tensor: one.tensor,
  }));
  return [
    { name: 'iter', tensor: tensor(optimizerState.updates, { dtype: 'int32' }) },
    ...variables,
  ];
}
