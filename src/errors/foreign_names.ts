/**
 * Options by the names that Keras, PyTorch, tfjs, scikit-learn and brain.js have for them, and where each is
 * found here. Names are in camelCase: `max_iter` is looked up as `maxIter`. The chapter docs/coming_from.md
 * shows this table. What takes part in training passes it on to `readOptions`; tensors do not pay for it.
 */
import { type ForeignMembers, namesIn } from './foreign_members.ts';
import type { Misplaced } from './options.ts';

/** Names with spaces between them, and what they are answered with. */
export const answers: ForeignMembers = {
  // networks
  activation: 'Write it as a layer: dense({ units: 8 }), relu().',
  bias: 'Write useBias: dense({ useBias: false }).',
  kernelInitializer: 'Write weightInitializer: dense({ weightInitializer }).',
  kernelRegularizer:
    'Write weightPenalty: dense({ weightPenalty: l2Penalty({ strength: 0.01 }) }).',
  biasRegularizer: 'Write biasPenalty: dense({ biasPenalty }).',
  kernelConstraint: 'Write weightConstraint: dense({ weightConstraint }).',
  'inFeatures inputDim inputShape inputSize numFeatures': 'Write sequential({ inputShape: [4] }).',
  outFeatures: 'Write units: dense({ units: 8 }).',
  'hiddenLayers hiddenLayerSizes': 'Write layers: dense({ units: 8 }), relu().',
  p: 'Write rate: dropout({ rate: 0.5 }).',
  'trainable requiresGrad': "Write model.freeze('layers.0').",
  'device nJobs': 'There is no choice: it runs on the processor.',
  // optimizers and schedules
  'lr learningRate learningRateInit':
    'Write learningRate in the optimizer: adam({ learningRate: 0.001 }).',
  eps: 'Write epsilon: adam({ epsilon: 1e-8 }).',
  betas: 'Write adam({ beta1: 0.9, beta2: 0.999 }).',
  alpha: 'Write sgd({ l2: 0.0001 }), or leakyRelu({ negativeSlope: 0.01 }).',
  weightDecay: 'Write adamW({ weightDecay: 0.01 }), or sgd({ l2: 0.01 }).',
  'momentum nesterovsMomentum': 'Write sgd({ momentum: 0.9, nesterov: true }).',
  'clipnorm clipvalue globalClipnorm maxGradNorm clip':
    'Write clip in the Trainer: clip: { globalNorm: 1 }.',
  'decay gamma scheduler lrScheduler schedule':
    'Write schedule in the Trainer: schedule: exponential({ factor: 0.9 }).',
  'params parameters': 'The Trainer gives them; for some of them write sgd({ groups }).',
  // training runs
  'epochs maxIter maxEpochs': 'Write epochs in the Trainer: epochs: 20, in total.',
  iterations: 'Write epochs in the Trainer; iterations are updates.',
  'batchSize shuffle metrics':
    'Write it in the Trainer: batchSize: 32, shuffle: true, metrics: { accuracy }.',
  'randomState manualSeed': 'Write seed: sequential({ seed: 7 }), and in the Trainer.',
  'verbose log logPeriod': 'Write a callback in fit: progressBar().',
  'validationData train validation callbacks signal':
    'Write it in fit: fit({ train, validation, callbacks, signal }).',
  'validationSplit validationFraction testSize':
    'Write split(dataset, { validation: 0.2, test: 0.2 }).',
  validationFreq: 'Write validateEvery in the Trainer: validateEvery: { epochs: 1 }.',
  'x y inputs targets size': 'Write fit({ train: fromArrays({ inputs, targets }) }).',
  'patience earlyStopping nIterNoChange':
    'Write a callback in fit: earlyStopping({ patience: { epochs: 5 }, model }).',
  restoreBestWeights: 'Write restoreBest: earlyStopping({ restoreBest: true }).',
  'tol errorThresh': 'Write minDelta: earlyStopping({ minDelta: 0.0001 }).',
  mode: "Write goal: earlyStopping({ goal: 'minimum' }).",
  'initialEpoch warmStart': 'Write trainer.resume(state), or fit again.',
  sampleWeight: 'Write fromArrays({ sampleWeights }).',
  'classWeight weight posWeight': 'Write softmaxCrossEntropy({ classWeights: [1, 2] }).',
  'criterion loss': 'Write loss in the Trainer: loss: meanSquaredError().',
  'solver optimizer': 'Write optimizer in the Trainer: optimizer: adam().',
  fromLogits: 'The name says it: softmaxCrossEntropy() takes logits.',
  reduction: 'Write loss.mean(outputs, targets), or loss.perSample.',
};

// @__NO_SIDE_EFFECTS__
function byName(members: ForeignMembers): Misplaced {
  return Object.fromEntries(namesIn(members));
}

export const foreignNames: Misplaced = /* @__PURE__ */ byName(answers);

/** What tensors are told, which come without the rest. */
export const foreignNamesOfTensors: Misplaced = {
  requiresGrad: 'Write parameter(values).',
  requires_grad: 'Write parameter(values).',
};

/** Where the option is here that other libraries call by this name; undefined for other names. */
export function answerTo(name: string): string | undefined {
  return lookUp(foreignNames, camelCase(name));
}

/** `max_iter` and `max-iter` are `maxIter`. */
export function camelCase(name: string): string {
  return name.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function lookUp(table: Misplaced, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Monitors without a prefix, which others have. */
export const monitors: Misplaced = {
  trainLoss: 'loss',
  acc: 'validation.accuracy',
  accuracy: 'validation.accuracy',
};

/** Metrics by shorter names. */
const measures: Misplaced = { acc: 'accuracy', score: 'accuracy' };

/**
 * A monitor by the name that Keras and others have for it, as it is called here: `val_accuracy` is
 * `validation.accuracy`. Undefined for other names.
 */
export function monitorHere(name: string): string | undefined {
  const words = camelCase(name);
  const [, measured] = /^(?:validation|valid|val)([A-Z].*)$/.exec(words) ?? [];
  if (measured === undefined) return lookUp(monitors, words);
  const metric = measured.charAt(0).toLowerCase() + measured.slice(1);
  return `validation.${lookUp(measures, metric) ?? metric}`;
}
