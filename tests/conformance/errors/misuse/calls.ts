/**
 * For each function that users can call, by name, arguments that are right, made anew for each call:
 * the walk puts wrong values in their places, one at a time. The names are read from the modules; a
 * function that is missing here fails the test, and so does a name that no module has.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as data from '../../../../src/data/index.ts';
import * as core from '../../../../src/index.ts';
import * as interop from '../../../../src/interop/index.ts';
import * as losses from '../../../../src/losses/all.ts';
import * as activations from '../../../../src/nn/activations/elementwise.ts';
import * as allActivations from '../../../../src/nn/activations/index.ts';
import * as layers from '../../../../src/nn/all.ts';
import * as functions from '../../../../src/ops/public.ts';
import { optimizerNames } from '../../../../src/optimizers/from_json.ts';
import * as persistence from '../../../../src/persistence/index.ts';
import * as selection from '../../../../src/selection/index.ts';
import * as testing from '../../../../src/testing/index.ts';
import { records } from '../../../ops/records/index.ts';

const { tensor, parameter, dense, sequential, sgd, adam, meanSquaredError, Trainer } = core;

export type Arguments = () => readonly unknown[];

/** Objects that functions have returned. */
export const MADE = new WeakSet<object>();
const made = <T extends object>(value: T): T => {
  MADE.add(value);
  return value;
};
/** Made once: training runs take time. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

let defined = 0;
/** Each job is written into a folder of its own. */
let jobs = 0;
/** A name is defined once. */
function unusedName(): string {
  defined++;
  return `own${defined}`;
}

const x = () =>
  tensor([
    [1, 2],
    [3, 4],
  ]);
const labels = () => tensor([0, 1], { dtype: 'int32' });
export const model = () => made(sequential({ inputShape: [2], seed: 1 }, [dense({ units: 2 })]));
const matrix = () => ({
  counts: [
    [1, 0],
    [1, 2],
  ],
  classNames: ['a', 'b'],
});
const point = () => ({
  ...{ epoch: 1, iteration: 1, values: [1], trainingLoss: 1, mean: 1, standardError: 0 },
});
export const dataset = () =>
  data.fromArrays({
    inputs: [
      [1, 2],
      [3, 4],
      [5, 7],
      [6, 5],
    ],
    targets: [
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ],
  });
export const classes = () =>
  data.fromArrays({
    inputs: [
      [1, 2],
      [3, 4],
      [5, 7],
      [6, 5],
    ],
    targets: ['a', 'b', 'a', 'b'],
  });
export const trainer = () =>
  new Trainer({
    model: model(),
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 1,
    batchSize: 2,
  });
export const trained = once(() => {
  const own = trainer();
  for (const _ of own.run({ train: dataset(), validation: dataset() }));
  return own;
});
const deep = () =>
  made(sequential({ inputShape: [2], seed: 1 }, [dense({ units: 2 }), dense({ units: 2 })]));
const frozen = () => {
  const own = deep();
  own.freeze('layers.0');
  return own;
};
const trainedLong = once(() => {
  const own = new Trainer({ ...training(), epochs: 12 });
  for (const _ of own.run({ train: dataset(), validation: dataset() }));
  return own;
});
const early = () =>
  core.earlyStopping({ model: model(), monitor: 'loss', patience: { epochs: 1 } });
const training = () => ({
  model: model(),
  loss: meanSquaredError(),
  optimizer: sgd({ learningRate: 0.1 }),
  epochs: 1,
});
const path = (name: string) => join(tmpdir(), `epochal-misuse-${process.pid}-${name}`);
const write = () => undefined;
const bytes = (text: string) => new TextEncoder().encode(text);
const csv = () => bytes('a,b\n1,2\n3,4\n');
const grid = () => ({
  grid: { a: [1, 2] },
  objective: ({ a }: Readonly<Record<string, unknown>>) => Number(a),
  epochs: 1,
});
const space = () => ({
  ...grid(),
  grid: undefined,
  space: { a: selection.uniform(0, 1) },
  trials: 2,
});
const searched = () => {
  const { grid: _, ...others } = space();
  return { ...others, seed: 1 };
};
const found = JSON.stringify(
  await selection.gridSearch({ grid: { a: [1] }, epochs: 1, objective: ({ a }) => a }),
);
const halving = () => {
  const { trials, epochs, ...others } = searched();
  return { ...others, trials: 4, minEpochs: 1, maxEpochs: 4 };
};
const folded = () => ({ dataset: dataset(), k: 2, training });
const unary: Arguments = () => [x()];
const binary: Arguments = () => [x(), x()];
const reduction: Arguments = () => [x(), { axis: 0, keepDims: true }];
const nothing: Arguments = () => [];
const scores: Arguments = () => [x(), labels()];
const regression: Arguments = () => [x(), x()];

/** Elementwise operations with one input and no options. */
const unaryRecords = records.filter(({ name, scalar, cases }) => {
  return (
    name in functions &&
    scalar?.length === 1 &&
    cases.every(({ samples }) => samples[0].length === 1)
  );
});
export const unaryNames = unaryRecords.map(({ name }) => name);
/** Those of them that take floats only. */
export const unaryOfFloats = unaryRecords
  .filter(({ dtypes }) => !dtypes.includes('int32'))
  .map(({ name }) => name);

/** The same arguments for many. */
function each(names: string, args: Arguments): Record<string, Arguments> {
  return Object.fromEntries(names.split(' ').map((name) => [name, args]));
}

export const CALLS: Readonly<Record<string, Arguments>> = {
  // The core.
  ...each(unaryNames.join(' '), unary),
  detach: unary,
  ...each(
    'add div equal greater greaterEqual less lessEqual maximum minimum mul notEqual sub',
    binary,
  ),
  ...each('max mean min norm sum', reduction),
  ...each(Object.keys(activations).join(' '), unary),
  ...each('elu', () => [x(), { alpha: 1 }]),
  ...each('leakyRelu', () => [x(), { negativeSlope: 0.1 }]),
  ...each('softmax logSoftmax', () => [x(), { axis: -1 }]),
  logSumExp: reduction,
  variance: () => [x(), { axis: 0, keepDims: true, correction: 1 }],
  argmax: () => [x(), { axis: 0 }],
  broadcastTo: () => [x(), [3, 2, 2]],
  cast: () => [x(), 'float64'],
  clip: () => [x(), { min: 0, max: 1 }],
  concat: () => [[x(), x()], { axis: 0 }],
  stack: () => [[x(), x()], { axis: 0 }],
  expandDims: () => [x(), 0],
  squeeze: () => [tensor([[1]]), 0],
  full: () => [[2], 1, { dtype: 'float32' }],
  zeros: () => [[2], { dtype: 'float32' }],
  ones: () => [[2], { dtype: 'float32' }],
  range: () => [3, { dtype: 'float32' }],
  tensor: () => [[1, 2], { shape: [2], dtype: 'float32' }],
  parameter: () => [[1, 2], { shape: [2], dtype: 'float32', name: 'w' }],
  fromNdarray: () => [made(core.toNdarray(x()))],
  toNdarray: unary,
  gather: () => [x(), labels(), { axis: 0 }],
  matmul: binary,
  oneHot: () => [labels(), 3, { dtype: 'float32' }],
  pad: () => [
    x(),
    [
      [0, 1],
      [1, 0],
    ],
    { value: 0 },
  ],
  pow: () => [x(), 2],
  reshape: () => [x(), [4]],
  slice: () => [x(), [0, 1], null],
  transpose: () => [x(), [1, 0]],
  where: () => [x().greater(1), x(), x()],
  backward: () => [parameter(2).square()],
  gradients: () => {
    const w = parameter(2);
    return [w.square(), [w], { createGraph: true, outputGradient: tensor(1) }];
  },
  zeroGradients: () => [[parameter(1)]],
  noGrad: () => [() => 1],
  compile: () => [(a: core.Tensor) => a.square(), { atCall: 2 }],
  normals: () => [made(core.random(1, 'a'))],
  random: () => [1, 'a'],
  Tensor: () => [tensor(1)],
  Trainer: () => [{ ...training(), batchSize: 2, optimizerState: { tensors: {}, updates: 1 } }],
  ...each('DataError DtypeError EpochalError OptionError ShapeError StateError', () => [
    { where: 'a', expected: 'b', received: 'c', remedy: 'd' },
  ]),
  NonFiniteError: () => [{}],
  ...each(Object.keys(losses).join(' '), nothing),
  ...each('accuracy classificationReport confusionMatrix', scores),
  ...each('f1 precision recall rocAuc', scores),
  ...each('r2 rootMeanSquaredError meanAbsoluteError meanSquaredError', regression),
  binaryAccuracy: () => [{ threshold: 0 }],
  topKAccuracy: () => [{ k: 1 }],
  ...each('negativeLogLikelihood', () => [{ classWeights: [1, 2] }]),
  softmaxCrossEntropy: () => [{ classWeights: [1, 2], labelSmoothing: 0.1 }],
  ...each('binaryCrossEntropyOfProbabilities sigmoidBinaryCrossEntropy', () => [
    { labelSmoothing: 0.1 },
  ]),
  huber: () => [{ delta: 1 }],
  loss: () => ['own', (a: core.Tensor, b: core.Tensor) => a.sub(b).mean({ axis: 1 }), () => {}],
  ...each(optimizerNames.join(' '), () => [{ learningRate: 0.1 }]),
  adadelta: () => [{ learningRate: 1, rho: 0.9, epsilon: 1e-6, weightDecay: 0 }],
  ...each('adam adamW adamax lamb nadam radam', () => [
    { learningRate: 0.1, beta1: 0.9, epsilon: 1e-8 },
  ]),
  lion: () => [{ learningRate: 0.1, beta1: 0.9 }],
  sgd: () => [{ learningRate: 0.1, momentum: 0.9, groups: [{ parameters: 'layers.0' }] }],
  lookahead: () => [{ optimizer: adam(), syncPeriod: 5, alpha: 0.5 }],
  groupOf: () => [made(adam()), 'layers.0.weight'],
  optimizerToJSON: () => [made(adam())],
  optimizerFromJSON: () => [core.optimizerToJSON(adam())],
  ...each(
    Object.keys(layers)
      .filter((name) => !(name in allActivations))
      .join(' '),
    nothing,
  ),
  batchNorm: () => [{ momentum: 0.9, epsilon: 1e-5 }],
  layerNorm: () => [{ epsilon: 1e-5 }],
  dense: () => [{ units: 2, useBias: true, weightPenalty: core.l2Penalty({ strength: 0.1 }) }],
  dropout: () => [{ rate: 0.5 }],
  gaussianNoise: () => [{ standardDeviation: 0.5 }],
  flatten: nothing,
  residual: () => [[dense({ units: 2 })]],
  sequential: () => [{ inputShape: [2], seed: 1, dtype: 'float32' }, [dense({ units: 2 })]],
  modelFromJSON: () => [model().toJSON(), made(model().state())],
  parameterCount: () => [model()],
  ...each('l1Penalty l2Penalty', () => [{ strength: 0.1 }]),
  elasticPenalty: () => [{ l1: 0.1, l2: 0.1 }],
  maxNorm: () => [{ max: 1 }],
  ...each('nonNegative unitNorm', nothing),
  constant: () => [{ factor: 1 }],
  cosine: () => [{ over: 5, minimum: 0.1 }],
  cosineRestarts: () => [{ first: 5, growth: 2 }],
  exponential: () => [{ factor: 0.9 }],
  inverseSquareRoot: () => [{ warmUp: 5 }],
  join: () => [[core.constant(), core.cosine()], { at: [5] }],
  linear: () => [{ over: 5, startFactor: 1 }],
  multiStep: () => [{ milestones: [5], factor: 0.1 }],
  oneCycle: () => [{ rise: 0.3 }],
  polynomial: () => [{ over: 5, power: 2 }],
  stepDecay: () => [{ every: 5, factor: 0.1 }],
  warmUp: () => [made(core.cosine()), { over: 5 }],
  evaluate: () => [
    { model: model(), loss: meanSquaredError(), metrics: { r2: core.r2 }, backend: 'auto' },
    dataset(),
  ],
  checkpoint: () => [{ save: () => {}, every: { epochs: 1 } }],
  csvLog: () => [{ write }],
  jsonLines: () => [{ write }],
  progressBar: () => [{ write, columns: 80 }],
  tensorBoard: () => [{ write }],
  earlyStopping: () => [{ model: model(), monitor: 'loss', patience: { epochs: 2 } }],
  gradualUnfreezing: () => [{ model: model(), every: { epochs: 1 } }],
  movingAverage: () => [{ model: model(), decay: 0.9 }],
  reduceOnPlateau: () => [{ monitor: 'loss', patience: { epochs: 2 }, factor: 0.5 }],
  whatIfRecorder: () => [{ patience: [1, 2] }],
  whatIf: () => [made(trained().history), { patience: { epochs: 1 } }],
  discriminativeRates: () => [model(), { learningRate: 0.1, factor: 0.5 }],
  loadPart: () => [model(), model().state(), { only: 'layers.0' }],
  withHead: () => [deep(), [dense({ units: 3 })], { from: 'layers.1', seed: 1 }],
  // epochal/data
  byteTensor: () => [
    Uint8Array.of(0, 51, 102, 255),
    { shape: [2, 2], scale: 1 / 255, offset: -0.5, dtype: 'float32' },
  ],
  balancedClassWeights: () => [classes()],
  balancedWeights: () => [classes()],
  batchIndices: () => [{ samples: 4, batchSize: 2, seed: 1, epoch: 1 }],
  ...each('blobs circles moons spirals xor linearRegression', () => [{ samples: 8, seed: 1 }]),
  ...each('diabetes digits iris', nothing),
  copyRows: () => [x(), [1], new Float32Array(2)],
  takeRows: () => [x(), [1]],
  subset: () => [dataset(), [1]],
  fromArrays: () => [
    {
      inputs: [[1, 2]],
      targets: [[1]],
      sampleWeights: [1],
      featureNames: ['a', 'b'],
      dtype: 'float32',
    },
  ],
  minMax: () => [dataset(), { low: 0, high: 1 }],
  standardize: () => [dataset(), { of: 'targets' }],
  oneHotTargets: () => [classes(), { classes: 2 }],
  scalerFromJSON: () => [JSON.parse(JSON.stringify(data.standardize(dataset())))],
  split: () => [dataset(), { validation: 0.25, test: 0.25, seed: 1 }],
  stream: () => [{ open: () => [dataset()], samples: 4 }],
  weightedSampling: () => [{ weights: [1, 2] }],
  // epochal/learn
  explain: () => [parameter(2).square(), { rows: 5 }],
  fingerprint: () => [model()],
  inspect: () => {
    const square = core.compile((a: core.Tensor) => a.square());
    for (let call = 0; call < 3; call++) square(x());
    return [made(square.reports()[0] as object)];
  },
  gradientTerms: () => [
    { model: model(), loss: meanSquaredError(), layer: 'layers.0', input: 0, unit: 0 },
    dataset(),
  ],
  lossSurface: () => [
    { model: model(), loss: meanSquaredError(), range: 0.5, points: 2, seed: 1 },
    dataset(),
  ],
  minimize: () => [
    (a: core.Tensor) => a.square(),
    [1],
    { optimizer: sgd({ learningRate: 0.1 }), iterations: 2 },
  ],
  perSampleGradients: () => [{ model: model(), loss: meanSquaredError() }, dataset()],
  perSampleLosses: () => [{ model: model(), loss: meanSquaredError() }, dataset()],
  timeline: () => [{ training: trainer, train: dataset(), memory: 1e6, every: 2 }],
  'timeline.advance': () => [1],
  'timeline.at': () => [{ iteration: 1, phase: 'loss' }],
  'timeline.before': () => [{ iteration: 1, phase: 'loss' }],
  'timeline.after': () => [{ iteration: 1, phase: 'loss' }],
  'timeline.explain': () => [{ iteration: 1 }],
  // epochal/symbolic
  derivative: () => ['x ^ 2', 'x'],
  tex: () => ['x ^ 2'],
  formulaActivation: () => ['a * x', { constants: { a: 2 } }],
  formulaLoss: () => ['a * (prediction - target) ^ 2', { constants: { a: 2 } }],
  formulaSchedule: () => ['a / (1 + epoch)', { constants: { a: 2 } }],
  // epochal/selection
  choice: () => [1, 2],
  integer: () => [1, 3],
  uniform: () => [0, 1],
  logUniform: () => [0.1, 1],
  compareRuns: () => [
    { a: trained().history, b: trained().history },
    { by: 'epochs', monitor: 'loss' },
  ],
  ...each('crossValidate crossValidationPlan learningCurve', () => [folded()]),
  validationCurve: () => [{ ...folded(), name: 'a', values: [1, 2], training }],
  diagnose: () => [made(trainedLong().history), { baseline: 1 }],
  folds: () => [{ dataset: dataset(), k: 2, seed: 1 }],
  gridSearch: () => [{ ...grid(), only: [1] }],
  gridSearchPlan: () => [{ grid: { a: [1, 2] }, epochs: 1 }],
  mergeSearches: () => [[JSON.parse(found)]],
  randomSearch: () => [{ ...searched(), only: [1] }],
  randomSearchPlan: () => [{ trials: 2, epochs: 1 }],
  successiveHalving: () => [halving()],
  successiveHalvingPlan: () => [{ trials: 4, minEpochs: 1, maxEpochs: 4 }],
  learningRateFinder: () => [trainer(), { train: dataset(), iterations: 10 }],
  learningRateRangeTest: () => [trainer(), { train: dataset(), iterations: 10 }],
  trainerObjective: () => [{ training, train: dataset(), validation: dataset() }],
  // epochal/charts
  lossChart: () => [trained().history, { as: 'svg', best: 'none' }],
  vegaLiteChart: () => [trained().history],
  learningRateChart: () => [trained().history, { as: 'svg' }],
  confusionMatrixChart: () => [matrix(), { title: 'a' }],
  histogramChart: () => [{ a: x() }, { bins: 8 }],
  learningCurveChart: () => [made({ monitor: 'loss', points: [{ samples: 1, best: point() }] })],
  batchSizeChart: () => [{ 8: trained().history }, { scale: 'log' }],
  trainingCycleChart: () => [made(trainer().plan(dataset())), { as: 'svg' }],
  report: () => [{ history: trained().history, title: 'a' }],
  worstSamples: () => [
    {
      outputs: tensor([
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ]),
      dataset: dataset(),
      loss: meanSquaredError(),
    },
  ],
  // epochal/testing
  assertFrozen: () => [frozen(), () => 1],
  gradcheck: () => [
    (a: core.Tensor) => a.square(),
    [tensor([1, 2], { dtype: 'float64' })],
    { order: 1 },
  ],
  'testing.uniform': () => [[2], { seed: 1, low: 0, high: 1, dtype: 'float32' }],
  // epochal/interop
  importModel: () => [
    interop.exportModel(model(), { to: 'tfjs' }),
    {
      ...{ file: 'a', model: model(), modules: ['a'], optimizer: 'adam', inPlace: false },
      inflate: () => new Uint8Array(0),
    },
  ],
  compareModels: () => [model(), model()],
  exportModel: () => [
    model(),
    {
      ...{ to: 'onnx', classNames: ['a', 'b'], featureNames: ['c', 'd'], modules: ['e'] },
      ...{ labels: true, probabilities: true, loss: 'softmaxCrossEntropy' },
      scalers: [data.standardize(dataset())],
    },
  ],

  defineLayer: () => [
    unusedName(),
    {
      options: { a: 1 },
      build: ({ inputShape }: { inputShape: number[] }) => ({ outputShape: inputShape }),
    },
  ],
  defineOptimizer: () => [
    unusedName(),
    { learningRate: 0.1, options: { a: 1 }, update: () => ({ state: {} }) },
  ],
  // epochal/persistence
  readCheckpoint: () => [persistence.writeCheckpoint(made(trained().checkpoint())), { file: 'a' }],
  writeCheckpoint: () => [made(trained().checkpoint())],
  readCsv: () => [csv(), { target: 'b' }],
  readCsvWith: () => [
    made(persistence.readCsv(csv(), { target: 'b' }).schema),
    csv(),
    { inputsOnly: true },
  ],
  writeCsv: () => [[['a', [1, 2]]], { delimiter: ';' }],
  readIdx: () => [persistence.writeIdx(x()), { file: 'a' }],
  writeIdx: () => [x(), { type: 'float32' }],
  readModel: () => [persistence.writeModel(model()), { file: 'a' }],
  writeModel: () => [model(), { loss: 'a' }],
  predictor: () => [model(), { loss: 'a' }],
  readNpy: () => [persistence.writeNpy(x()), { file: 'a' }],
  writeNpy: unary,
  readNpz: () => [persistence.writeNpz({ a: x() }), { file: 'a' }],
  writeNpz: () => [{ a: x() }],
  readSafetensors: () => [persistence.writeSafetensors({ tensors: { a: x() } }), { file: 'a' }],
  writeSafetensors: () => [{ tensors: { a: x() }, metadata: { a: 'b' } }],
  toPyTorch: () => [model(), { modules: ['fc'] }],
  fromPyTorch: () => [persistence.toPyTorch(model()), model(), {}],
  // epochal/node
  FileError: () => [{ where: 'a', expected: 'b' }, { cause: new Error() }],
  previousGeneration: () => ['a'],
  eventFile: () => [path('events')],
  logFile: () => [path('log')],
  readBytes: () => [path('bytes')],
  writeFileAtomically: () => [path('bytes'), bytes('a'), { keepPrevious: false }],
  saveCheckpoint: () => [path('a.checkpoint'), made(trained().checkpoint())],
  loadCheckpoint: () => [path('a.checkpoint'), { warn: () => {} }],
  saveCsv: () => [
    path('a.csv'),
    [
      ['a', [1, 2]],
      ['b', [3, 4]],
    ],
    { delimiter: ',' },
  ],
  loadCsv: () => [path('a.csv'), { target: 'b' }],
  loadCsvWith: () => [
    made(persistence.readCsv(csv(), { target: 'b' }).schema),
    path('a.csv'),
    { inputsOnly: true },
  ],
  saveIdx: () => [path('a.idx'), x(), { type: 'float32' }],
  loadIdx: () => [path('a.idx')],
  saveModel: () => [path('a.safetensors'), model(), { loss: 'a' }, { keepPrevious: false }],
  loadModel: () => [path('a.safetensors')],
  exportModelFile: () => [
    path('a.onnx'),
    model(),
    { to: 'onnx', classNames: ['a', 'b'], labels: true, scalers: [data.standardize(dataset())] },
  ],
  importModelFile: () => [path('a.onnx'), { model: model(), modules: ['a'], optimizer: 'adam' }],
  saveNpy: () => [path('a.npy'), x(), { keepPrevious: false }],
  loadNpy: () => [path('a.npy')],
  saveNpz: () => [path('a.npz'), { a: x() }, { compress: true }],
  loadNpz: () => [path('a.npz'), {}],
  saveSafetensors: () => [path('a.st'), { tensors: { a: x() } }, { keepPrevious: false }],
  loadSafetensors: () => [path('a.st')],
  exportTraining: () => [
    path(`job${jobs++}`),
    trainer(),
    {
      ...{ to: 'torchrun', train: dataset(), validation: dataset() },
      ...{ earlyStopping: { patience: { epochs: 1 } }, extras: {} },
    },
  ],
  planExport: () => [trainer(), { train: dataset(), validation: dataset() }],
  exchangeCost: () => [
    model(),
    { processes: 2, secondsPerIteration: 1, bytesPerSecond: 1e9, latency: 1e-3 },
  ],
  importTraining: () => ['tests/fixtures/torchrun/job'],
  workerObjective: () => [path('trial.mjs'), { parallel: 1, threads: 1 }],
  // Methods.
  'Tensor.slice': () => [[0, 1], null],
  'Tensor.assign': () => [[1, 2, 3, 4]],
  ...each('Tensor.toArray Tensor.toTypedArray Tensor.toString', nothing),
  'trainer.fit': () => [{ train: dataset(), validation: dataset(), callbacks: [() => {}] }],
  'trainer.run': () => [{ train: dataset(), validation: dataset() }],
  enableThreads: () => [{ threads: 'auto' }],
  'trainer.plan': () => [dataset(), { validation: true }],
  'trainer.resume': () => [made(trainer().checkpoint()), { allow: ['batchSize'] }],
  'trainer.stop': () => ['enough'],
  ...each('trainer.checkpoint trainer.reports trainer.optimizerState', nothing),
  ...each('model.predict', () => [x(), { backend: 'auto' }]),
  ...each('model.predictInParts', () => [x(), { backend: 'auto' }]),
  'model.forward': () => [x(), { training: true }],
  ...each(
    'model.parameters model.penalty model.state model.summary model.clone model.toJSON',
    nothing,
  ),
  'model.loadState': () => [model().state()],
  ...each('model.freeze model.unfreeze', () => ['layers.0']),
  ...each('history.toJSON scaler.toJSON summary.toString', nothing),
  'loss.perSample': regression,
  'loss.mean': () => [x(), x(), tensor([1, 1])],
  'loss.checkTargets': () => [[2, 2], x()],
  'metric.f1': scores,
  'scaler.apply': () => [dataset()],
  ...each('scaler.transform scaler.invert', unary),
  ...each('random.uniform random.normal', nothing),
  'random.integer': () => [5],
  'random.permutation': () => [5],
  ...each('compiled.reports compiled.obstacle', nothing),
  'predictor.predict': () => [x()],
  'predictor.predictProbabilities': () => [x()],
  'predictor.predictClasses': () => [x()],
  'labeller.predictLabels': () => [x()],
  ...each('movingAverage.state earlyStopping.state movingAverage.apply', nothing),
  ...each('movingAverage.restore', nothing),
  'movingAverage.loadState': () => [
    made(core.movingAverage({ model: model(), decay: 0.9 }).state?.() as object),
  ],
  'earlyStopping.loadState': () => [made(early().state?.() as object)],
  'initializers.constant': () => [{ value: 1 }],
  ...each('initializers.ones initializers.zeros', nothing),
  ...each('initializers.glorotNormal initializers.glorotUniform initializers.heNormal', nothing),
  ...each('initializers.heUniform initializers.lecunNormal initializers.lecunUniform', nothing),
  ...each('initializers.normal initializers.truncatedNormal', () => [
    { mean: 0, standardDeviation: 1 },
  ]),
  'initializers.orthogonal': () => [{ gain: 1 }],
  'initializers.uniform': () => [{ min: 0, max: 1 }],
  'initializers.initializerFromJSON': () => [{ name: 'zeros', options: {} }],
  'matchers.toBeCloseToTensor': () => [
    x(),
    [
      [1, 2],
      [3, 4],
    ],
    { relativeTolerance: 0.1 },
  ],
  'matchers.toBeBitIdenticalTo': binary,
  'matchers.toPassGradcheck': () => [
    made(testing.gradcheck((a: core.Tensor) => a.square(), [tensor([1, 2], { dtype: 'float64' })])),
  ],
  'matchers.toHaveShape': () => [x(), [2, 2]],
};
