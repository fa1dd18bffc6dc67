/**
 * What the walk finds accepted, and why that is right. A place such as `adam(0).beta1` is an argument
 * and, if it is an options object, an option of it. Whatever is accepted and does not stand here fails
 * the test, and so does what stands here and is refused.
 */
import * as activations from '../../../../src/nn/activations/elementwise.ts';
import { optimizerNames } from '../../../../src/optimizers/from_json.ts';
import { unaryOfFloats } from './calls.ts';

interface Acceptance {
  readonly reason: string;
  readonly values: readonly string[];
  readonly places: string;
}

const REASONS = {
  left: 'May be left out, and undefined is the same as that.',
  nothing: 'Every argument has a default, or the function does without.',
  unknown:
    'An object that may hold more: a dataset or a description with fields of its own; a plan is asked with all the options of the search.',
  numbers: 'A number, in the range that is documented.',
  texts: 'A text, such as a name, a seed, a path or a formula.',
  true: 'A condition.',
  lists: 'A list of what is wanted, or of nothing: a shape, values of any kind to choose from.',
  empty: 'Values by name, of which there may be none; or options that are all left out.',
  functions: 'A function; what it returns shows when it is called.',
  tensors: 'A tensor of a shape and dtype that is computed with, or that is not looked at here.',
  any: 'Has a meaning: null is the whole of an axis, and loadPart reports whatever does not fit.',
} as const;

/** Places of every activation of single elements, and of every optimizer. */
const ofActivations = (place: string) =>
  Object.keys(activations)
    .map((name) => `${name}${place}`)
    .join(' ');
const ofOptimizers = (...places: string[]) =>
  optimizerNames.flatMap((name) => places.map((place) => `${name}${place}`)).join(' ');

export const ACCEPTED: readonly Acceptance[] = [
  {
    places:
      'predictor.predict(0) predictor.predictProbabilities(0) predictor.predictClasses(0) labeller.predictLabels(0)',
    reason: 'No samples, of which nothing is predicted.',
    values: ['[]'],
  },
  {
    reason: REASONS.left,
    values: ['undefined'],
    places: `
      defineLayer(1).options defineOptimizer(1).options gridSearch(0).only randomSearch(0).only
      gradientTerms(0).input lossSurface(0).range lossSurface(0).points lossSurface(0).seed
      minimize(2).iterations timeline(0).memory timeline(0).every timeline.advance(0) timeline.at(0).phase
      timeline.before(0).phase timeline.after(0).phase
      ${ofActivations('(0)')} ${ofOptimizers('(0)', '(0).learningRate')}
      gradients(2) gradients(2).createGraph gradients(2).outputGradient compile(1)
      compile(1).atCall initializers.initializerFromJSON(0).options initializers.normal(0)
      initializers.normal(0).mean initializers.normal(0).standardDeviation initializers.orthogonal(0)
      initializers.orthogonal(0).gain initializers.truncatedNormal(0)
      initializers.truncatedNormal(0).mean initializers.truncatedNormal(0).standardDeviation
      initializers.uniform(0) initializers.uniform(0).min initializers.uniform(0).max full(2)
      full(2).dtype ones(1) ones(1).dtype parameter(1) parameter(1).shape parameter(1).dtype
      parameter(1).name range(1) range(1).dtype tensor(1) tensor(1).shape tensor(1).dtype zeros(1)
      zeros(1).dtype binaryCrossEntropyOfProbabilities(0) binaryCrossEntropyOfProbabilities(0).labelSmoothing
      sigmoidBinaryCrossEntropy(0) sigmoidBinaryCrossEntropy(0).labelSmoothing
      negativeLogLikelihood(0) negativeLogLikelihood(0).classWeights softmaxCrossEntropy(0)
      softmaxCrossEntropy(0).classWeights softmaxCrossEntropy(0).labelSmoothing huber(0)
      huber(0).delta loss(2) accuracy(0) f1(0) precision(0) recall(0) rocAuc(0) batchNorm(0) batchNorm(0).momentum
      batchNorm(0).epsilon dense(0).useBias dense(0).weightPenalty modelFromJSON(0).seed
      modelFromJSON(0).dtype modelFromJSON(1) layerNorm(0) layerNorm(0).epsilon elasticPenalty(0)
      elasticPenalty(0).l1 elasticPenalty(0).l2 sequential(0).seed sequential(0).dtype
       leakyRelu(1) leakyRelu(1).negativeSlope elu(1) elu(1).alpha
       softmax(0) softmax(1) softmax(1).axis logSoftmax(0) logSoftmax(1)
      logSoftmax(1).axis concat(1) concat(1).axis stack(1) stack(1).axis clip(1) clip(1).min
      clip(1).max argmax(1) argmax(1).axis gather(2) gather(2).axis oneHot(2) oneHot(2).dtype
      max(1) max(1).axis max(1).keepDims mean(1) mean(1).axis mean(1).keepDims min(1) min(1).axis
      min(1).keepDims sum(1) sum(1).axis sum(1).keepDims pad(2) pad(2).value logSumExp(1)
      logSumExp(1).axis logSumExp(1).keepDims norm(1) norm(1).axis norm(1).keepDims variance(1)
      variance(1).axis variance(1).keepDims variance(1).correction squeeze(1) transpose(1)
        adadelta(0).rho adadelta(0).epsilon
      adadelta(0).weightDecay
      adam(0).beta1 adam(0).epsilon adamW(0).beta1 adamW(0).epsilon
        adamax(0).beta1 adamax(0).epsilon
      optimizerFromJSON(0).options optimizerFromJSON(0).groups
      lamb(0).beta1 lamb(0).epsilon lion(0).beta1
      lookahead(0).syncPeriod lookahead(0).alpha nadam(0).beta1
      nadam(0).epsilon radam(0).beta1 radam(0).epsilon
         sgd(0).momentum sgd(0).groups constant(0)
      constant(0).factor cosine(0) cosine(0).over cosine(0).minimum cosineRestarts(0).growth
      inverseSquareRoot(0) inverseSquareRoot(0).warmUp linear(0) linear(0).over
      linear(0).startFactor multiStep(0).factor oneCycle(0) oneCycle(0).rise polynomial(0)
      polynomial(0).over polynomial(0).power stepDecay(0).factor checkpoint(0).every
      earlyStopping(0).monitor progressBar(0) progressBar(0).write progressBar(0).columns reduceOnPlateau(0).monitor
      reduceOnPlateau(0).factor evaluate(0).metrics evaluate(0).backend Trainer(0).batchSize Trainer(0).optimizerState
      discriminativeRates(1).factor loadPart(2) loadPart(2).only withHead(2) withHead(2).from
      withHead(2).seed batchIndices(0).seed oneHotTargets(0).classNames oneHotTargets(1)
      byteTensor(1).shape byteTensor(1).offset byteTensor(1).dtype
      oneHotTargets(1).classes fromArrays(0).sampleWeights fromArrays(0).featureNames
      fromArrays(0).dtype blobs(0) blobs(0).samples blobs(0).seed circles(0) circles(0).samples
      circles(0).seed linearRegression(0) linearRegression(0).samples linearRegression(0).seed
      moons(0) moons(0).samples moons(0).seed spirals(0) spirals(0).samples spirals(0).seed xor(0)
      xor(0).samples xor(0).seed minMax(1) minMax(1).low minMax(1).high
      balancedClassWeights(0).classNames balancedWeights(0).classNames split(1).test split(1).seed
      standardize(1) standardize(1).of stream(0).samples explain(1) explain(1).rows
      compareRuns(1).monitor diagnose(1) diagnose(1).baseline folds(0).seed
      learningRateFinder(1).iterations learningRateRangeTest(1).iterations validationCurve(0).name randomSearch(0).seed
      successiveHalving(0).seed gradcheck(2) gradcheck(2).order matchers.toBeCloseToTensor(2)
      matchers.toBeCloseToTensor(2).relativeTolerance testing.uniform(1) testing.uniform(1).seed
      testing.uniform(1).low testing.uniform(1).high testing.uniform(1).dtype readCheckpoint(1)
      readCheckpoint(1).file readCsvWith(2) readCsvWith(2).inputsOnly writeCsv(1)
      predictor(1) predictor(1).loss
      writeCsv(1).delimiter importModel(1) importModelFile(1) importModel(1).file exportModelFile(2)
      exportModelFile(2).to exportModelFile(2).labels exportModel(1).classNames
      exportModel(1).featureNames exportModel(1).modules exportModel(1).probabilities exportModel(1).loss
      exportModel(1).scalers exportModelFile(2).classNames exportModelFile(2).scalers
      importModel(1).model importModel(1).modules importModel(1).optimizer importModel(1).inPlace
      importModel(1).inflate importModelFile(1).model importModelFile(1).modules
      importModelFile(1).optimizer exportModel(1).labels readIdx(1) readIdx(1).file writeIdx(1) writeIdx(1).type readModel(1)
      readModel(1).file writeModel(1) writeModel(1).loss readNpy(1) readNpy(1).file readNpz(1)
      readNpz(1).file fromPyTorch(2) toPyTorch(1) toPyTorch(1).modules readSafetensors(1)
      readSafetensors(1).file writeSafetensors(0).metadata loadCheckpoint(1)
      exchangeCost(1).bytesPerSecond exchangeCost(1).latency planExport(1).validation exportTraining(2).to
      exportTraining(2).earlyStopping exportTraining(2).extras
      loadCheckpoint(1).warn loadCsvWith(2) loadCsvWith(2).inputsOnly loadNpz(1) saveCsv(2)
      saveCsv(2).delimiter saveIdx(2) saveIdx(2).type saveModel(2) saveModel(2).loss saveModel(3)
      saveModel(3).keepPrevious saveNpy(2) saveNpy(2).keepPrevious saveNpz(2) saveNpz(2).compress
      saveSafetensors(2) saveSafetensors(2).keepPrevious workerObjective(1)
      workerObjective(1).threads workerObjective(1).parallel enableThreads(0) enableThreads(0).threads writeFileAtomically(2) writeFileAtomically(2).keepPrevious
      Tensor.clip(0) Tensor.clip(0).min Tensor.clip(0).max Tensor.sum(0) Tensor.sum(0).axis
      Tensor.sum(0).keepDims Tensor.mean(0) Tensor.mean(0).axis Tensor.mean(0).keepDims
      Tensor.max(0) Tensor.max(0).axis Tensor.max(0).keepDims Tensor.min(0) Tensor.min(0).axis
      Tensor.min(0).keepDims Tensor.variance(0) Tensor.variance(0).axis
      Tensor.variance(0).keepDims Tensor.variance(0).correction Tensor.norm(0) Tensor.norm(0).axis
      Tensor.norm(0).keepDims Tensor.argmax(0) Tensor.argmax(0).axis Tensor.transpose(0)
      Tensor.gather(1) Tensor.gather(1).axis trainer.plan(1) trainer.plan(1).validation
      trainer.stop(0) trainer.resume(1) trainer.resume(1).allow trainer.fit(0).validation
      trainer.fit(0).callbacks trainer.run(0).validation model.forward(1)
      model.forward(1).training model.predict(1) model.predict(1).backend
      model.predictInParts(1) model.predictInParts(1).backend model.freeze(0)
      batchSizeChart(1) batchSizeChart(1).scale confusionMatrixChart(1) confusionMatrixChart(1).title
      histogramChart(1) histogramChart(1).bins learningRateChart(1) learningRateChart(1).as
      lossChart(1) lossChart(1).as lossChart(1).best report(0).title trainingCycleChart(1)
      trainingCycleChart(1).as
      model.unfreeze(0) loss.mean(2)`,
  },
  {
    reason: REASONS.nothing,
    values: ['nothing'],
    places: `
      timeline.advance()
      ${ofActivations('()')} ${ofOptimizers('()')}
      initializers.normal() initializers.orthogonal() initializers.truncatedNormal()
      initializers.uniform() binaryCrossEntropyOfProbabilities() sigmoidBinaryCrossEntropy()
      negativeLogLikelihood() softmaxCrossEntropy() huber() meanAbsoluteError() meanSquaredError()
      enableThreads() accuracy() f1() precision() recall() rocAuc() batchNorm() layerNorm() elasticPenalty()
      softmax() logSoftmax()
         constant() cosine() inverseSquareRoot() linear() oneCycle()
      polynomial() progressBar() blobs() circles() linearRegression() moons() spirals() xor() Tensor.clip()
      Tensor.sum() Tensor.mean() Tensor.max() Tensor.min() Tensor.variance() Tensor.norm()
      Tensor.argmax() Tensor.transpose() Tensor.slice() trainer.stop() model.freeze()
      model.unfreeze()`,
  },
  {
    reason: REASONS.unknown,
    values: ['an unknown option'],
    places: `
      gradientTerms(1) lossSurface(1) perSampleLosses(1) perSampleGradients(1)
      initializers.initializerFromJSON(0) modelFromJSON(0) optimizerFromJSON(0) evaluate(1)
      loadPart(1) oneHotTargets(0) minMax(0) subset(0) balancedClassWeights(0) balancedWeights(0)
      scalerFromJSON(0) split(0) standardize(0) gridSearchPlan(0) randomSearchPlan(0)
      successiveHalvingPlan(0) trainer.plan(0) scaler.apply(0)
      confusionMatrixChart(0)`,
  },
  {
    reason: REASONS.numbers,
    values: ['2 ** 40'],
    places: `
      exchangeCost(1).processes
      timeline(0).every
      byteTensor(1).scale compile(1).atCall topKAccuracy(0).k dense(0).units lookahead(0).syncPeriod cosine(0).over
      cosineRestarts(0).first cosineRestarts(0).growth inverseSquareRoot(0).warmUp linear(0).over
      polynomial(0).over stepDecay(0).every warmUp(1).over progressBar(0).columns
      Trainer(0).epochs Trainer(0).batchSize whatIf(1).patience batchIndices(0).batchSize
      stream(0).samples explain(1).rows gridSearch(0).epochs gridSearchPlan(0).epochs
      successiveHalving(0).maxEpochs successiveHalvingPlan(0).maxEpochs workerObjective(1).threads
      workerObjective(1).parallel`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', '-1', '1.5', '2 ** 40'],
    places: `
      lossSurface(0).seed
      initializers.constant(0).value initializers.normal(0).mean initializers.orthogonal(0).gain
      initializers.truncatedNormal(0).mean random(0) binaryAccuracy(0).threshold
      modelFromJSON(0).seed sequential(0).seed leakyRelu(1).negativeSlope variance(1).correction
      withHead(2).seed batchIndices(0).seed blobs(0).seed circles(0).seed linearRegression(0).seed
      moons(0).seed spirals(0).seed xor(0).seed split(1).seed folds(0).seed randomSearch(0).seed
      choice(0) choice(1) successiveHalving(0).seed testing.uniform(1).seed
      Tensor.variance(0).correction`,
  },
  {
    reason: REASONS.numbers,
    values: ['1.5', '2 ** 40'],
    places: `
      exchangeCost(1).secondsPerIteration exchangeCost(1).bytesPerSecond
      defineOptimizer(1).learningRate
      lossSurface(0).range timeline(0).memory
      initializers.normal(0).standardDeviation initializers.truncatedNormal(0).standardDeviation
      initializers.uniform(0).max huber(0).delta batchNorm(0).epsilon maxNorm(0).max
      layerNorm(0).epsilon adadelta(0).epsilon adam(0).epsilon adamW(0).epsilon adamax(0).epsilon
      lamb(0).epsilon nadam(0).epsilon radam(0).epsilon exponential(0).factor multiStep(0).factor
      polynomial(0).power stepDecay(0).factor minMax(1).high diagnose(1).baseline logUniform(1)
      uniform(1) testing.uniform(1).high`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', '-1'],
    places: `
      initializers.uniform(0).min softmax(1).axis logSoftmax(1).axis concat(1).axis stack(1).axis
      clip(1).min argmax(1).axis gather(2).axis max(1).axis mean(1).axis min(1).axis sum(1).axis
      logSumExp(1).axis norm(1).axis variance(1).axis expandDims(1) squeeze(1) minMax(1).low
      integer(0) uniform(0) testing.uniform(1).low Tensor.clip(0).min Tensor.sum(0).axis
      Tensor.mean(0).axis Tensor.max(0).axis Tensor.min(0).axis Tensor.variance(0).axis
      Tensor.norm(0).axis Tensor.argmax(0).axis Tensor.gather(1).axis`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', 'NaN', 'Infinity', '-1', '1.5', '2 ** 40'],
    places: `
      full(1) add(0) add(1) div(0) div(1) mul(0) mul(1) sub(0) sub(1) equal(0) equal(1) greater(0)
      greater(1) greaterEqual(0) greaterEqual(1) less(0) less(1) lessEqual(0) lessEqual(1)
      notEqual(0) notEqual(1) where(0) where(1) where(2) pow(0) pow(1) maximum(0) maximum(1)
      minimum(0) minimum(1) pad(2).value matchers.toBeCloseToTensor(1) Tensor.add(0) Tensor.sub(0)
      Tensor.mul(0) Tensor.div(0) Tensor.minimum(0) Tensor.maximum(0) Tensor.equal(0)
      Tensor.notEqual(0) Tensor.less(0) Tensor.lessEqual(0) Tensor.greater(0)
      Tensor.greaterEqual(0)`,
  },
  {
    reason: REASONS.numbers,
    values: ['0'],
    places: `
      gradientTerms(0).input gradientTerms(0).unit timeline.at(0).iteration timeline.before(0).iteration
      timeline.after(0).iteration
      byteTensor(1).offset range(0) binaryCrossEntropyOfProbabilities(0).labelSmoothing sigmoidBinaryCrossEntropy(0).labelSmoothing
      softmaxCrossEntropy(0).labelSmoothing batchNorm(0).momentum dropout(0).rate adadelta(0).rho
      adam(0).beta1 adamW(0).beta1 adamax(0).beta1 lamb(0).beta1 lion(0).beta1 nadam(0).beta1
      radam(0).beta1 sgd(0).momentum cosine(0).minimum oneCycle(0).rise random.permutation(0)`,
  },
  {
    reason: REASONS.numbers,
    values: ['-1', '1.5'],
    places: `
      byteTensor(1).scale byteTensor(1).offset`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', '1.5', '2 ** 40'],
    places: `
      exchangeCost(1).latency
      ${ofOptimizers('(0).learningRate')}
      gaussianNoise(0).standardDeviation elasticPenalty(0).l1 elasticPenalty(0).l2
      l1Penalty(0).strength l2Penalty(0).strength elu(1).alpha
      adadelta(0).weightDecay
         constant(0).factor
      linear(0).startFactor discriminativeRates(1).learningRate
      matchers.toBeCloseToTensor(2).relativeTolerance`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', 'Infinity', '1.5', '2 ** 40'],
    places: `
      clip(1).max Tensor.clip(0).max`,
  },
  {
    reason: REASONS.numbers,
    values: ['0', '2 ** 40'],
    places: `
      timeline.advance(0)
      batchIndices(0).epoch`,
  },
  {
    reason: REASONS.texts,
    values: ["''", "'abc'"],
    places: `
      lossSurface(0).seed
      parameter(1).name random(0) random(1) loss(0) modelFromJSON(0).seed sequential(0).seed
      groupOf(1) withHead(2).seed batchIndices(0).seed blobs(0).seed circles(0).seed
      linearRegression(0).seed moons(0).seed spirals(0).seed xor(0).seed split(1).seed
      folds(0).seed validationCurve(0).name randomSearch(0).seed choice(0) choice(1)
      predictor(1).loss
      successiveHalving(0).seed testing.uniform(1).seed readCheckpoint(1).file 
      importModel(1).file exportModel(1).loss readIdx(1).file
      readModel(1).file writeModel(1).loss readNpy(1).file readNpz(1).file readSafetensors(1).file
      saveModel(2).loss trainer.stop(0) confusionMatrixChart(1).title report(0).title`,
  },
  {
    reason: REASONS.texts,
    values: ["''"],
    places: `
      loadPart(2).only model.freeze(0) model.unfreeze(0)`,
  },
  {
    reason: REASONS.texts,
    values: ["'abc'"],
    places: `
      defineLayer(0) defineOptimizer(0) derivative(0) derivative(1) tex(0) saveCheckpoint(0)
      eventFile(0) logFile(0) exportModelFile(0) saveCsv(0) saveIdx(0) saveModel(0) saveNpy(0) saveNpz(0)
      saveSafetensors(0) workerObjective(0) previousGeneration(0) writeFileAtomically(0)`,
  },
  {
    reason: REASONS.true,
    values: ['true'],
    places: `
      gradients(2).createGraph dense(0).useBias max(1).keepDims mean(1).keepDims min(1).keepDims
      sum(1).keepDims logSumExp(1).keepDims norm(1).keepDims variance(1).keepDims choice(0)
      choice(1) exportModel(1).labels exportModel(1).probabilities exportModelFile(2).labels importModel(1).inPlace readCsvWith(2).inputsOnly loadCsvWith(2).inputsOnly saveModel(3).keepPrevious
      saveNpy(2).keepPrevious saveNpz(2).compress saveSafetensors(2).keepPrevious
      writeFileAtomically(2).keepPrevious Tensor.sum(0).keepDims Tensor.mean(0).keepDims
      Tensor.max(0).keepDims Tensor.min(0).keepDims Tensor.variance(0).keepDims
      Tensor.norm(0).keepDims trainer.plan(1).validation model.forward(1).training`,
  },
  {
    reason: REASONS.lists,
    values: ['[]'],
    places: `
      gradients(1) zeroGradients(0) residual(0) optimizerFromJSON(0).groups sgd(0).groups
      withHead(1) trainer.fit(0).callbacks exportModel(1).modules exportModel(1).scalers
      exportModelFile(2).scalers importModel(1).modules importModelFile(1).modules`,
  },
  {
    reason: REASONS.lists,
    values: ['[]', '[1]'],
    places: `
      full(0) ones(0) zeros(0) max(1).axis mean(1).axis min(1).axis sum(1).axis logSumExp(1).axis
      norm(1).axis variance(1).axis expandDims(1) squeeze(1) copyRows(1) takeRows(1)
      testing.uniform(0) Tensor.sum(0).axis Tensor.mean(0).axis Tensor.max(0).axis
      Tensor.min(0).axis Tensor.variance(0).axis Tensor.norm(0).axis
      gridSearch(0).only randomSearch(0).only`,
  },
  {
    reason: REASONS.lists,
    values: ['[]', '[1]', '[2 ** 40]'],
    places: `
      multiStep(0).milestones matchers.toBeCloseToTensor(1) matchers.toHaveShape(1)`,
  },
  {
    reason: REASONS.lists,
    values: ['[1]'],
    places: `
      sequential(0).inputShape`,
  },
  {
    reason: REASONS.lists,
    values: ['[1]', '[2 ** 40]'],
    places: `
      minimize(1)
      join(1).at whatIfRecorder(0).patience fromArrays(0).sampleWeights
      negativeLogLikelihood(0).classWeights softmaxCrossEntropy(0).classWeights`,
  },
  {
    reason: REASONS.lists,
    values: ['[]'],
    places: `
      trainer.resume(1).allow`,
  },
  {
    reason: REASONS.lists,
    values: ['[1]', "['abc']", '[2 ** 40]'],
    places: `
      fromArrays(0).targets`,
  },
  {
    reason: REASONS.lists,
    values: ['[]', '[1]', 'a typed array'],
    places: `
      subset(1)`,
  },
  {
    reason: REASONS.lists,
    values: ['[1]', '[2 ** 40]', 'a typed array'],
    places: `
      weightedSampling(0).weights`,
  },
  {
    reason: REASONS.lists,
    values: ['[1]', '[[1, 2], [3]]', "['abc']", '[undefined]', '[2 ** 40]'],
    places: `
      validationCurve(0).values`,
  },
  {
    reason: REASONS.lists,
    values: ['[]', '[1]', "['abc']", '[2 ** 40]'],
    places: `
      choice(0) choice(1)`,
  },
  {
    reason: REASONS.lists,
    values: ["['abc']"],
    places: `
      toPyTorch(1).modules exportModel(1).modules importModel(1).modules importModelFile(1).modules`,
  },
  {
    reason: REASONS.lists,
    values: ['a typed array'],
    places: `
      writeFileAtomically(1)`,
  },
  {
    reason: REASONS.empty,
    values: ['{}', '{ abc: 1 }', 'no prototype'],
    places: `
      defineLayer(1).options defineOptimizer(1).options`,
  },
  {
    reason: REASONS.empty,
    values: ['{}', 'no prototype'],
    places: `
      exportTraining(2).extras
      ${ofActivations('(0)')} ${ofOptimizers('(0)')}
      gradients(2) compile(1) initializers.initializerFromJSON(0).options initializers.normal(0)
      initializers.orthogonal(0) initializers.truncatedNormal(0) initializers.uniform(0) full(2)
      ones(1) parameter(1) range(1) tensor(1) zeros(1) binaryCrossEntropyOfProbabilities(0)
      sigmoidBinaryCrossEntropy(0) negativeLogLikelihood(0) softmaxCrossEntropy(0) huber(0)
      accuracy(0) f1(0) precision(0) recall(0) rocAuc(0) batchNorm(0) layerNorm(0) elasticPenalty(0)
      leakyRelu(1) elu(1)
          softmax(0) softmax(1) logSoftmax(0)
      logSoftmax(1) concat(1) stack(1) clip(1) argmax(1) gather(2) oneHot(2) max(1) mean(1) min(1)
      sum(1) pad(2) logSumExp(1) norm(1) variance(1)
       optimizerFromJSON(0).options
      constant(0) cosine(0) inverseSquareRoot(0) linear(0) oneCycle(0) polynomial(0)
      evaluate(0).metrics loadPart(2) withHead(2) oneHotTargets(1) progressBar(0) blobs(0) circles(0)
      linearRegression(0) moons(0) spirals(0) xor(0) minMax(1) standardize(1) explain(1)
      diagnose(1) gradcheck(2) matchers.toBeCloseToTensor(2) testing.uniform(1) readCheckpoint(1)
      predictor(1)
      readCsvWith(2) writeCsv(1) importModel(1) importModelFile(1) exportModelFile(2) readIdx(1) writeIdx(1) readModel(1) writeModel(1) readNpy(1)
      readNpz(1) writeNpz(0) fromPyTorch(2) toPyTorch(1) readSafetensors(1)
      writeSafetensors(0).tensors writeSafetensors(0).metadata loadCheckpoint(1) loadCsvWith(2)
      loadNpz(1) saveCsv(2) saveIdx(2) saveModel(2) saveModel(3) saveNpy(2) saveNpz(1) saveNpz(2)
      saveSafetensors(1).tensors saveSafetensors(2) workerObjective(1) enableThreads(0) writeFileAtomically(2)
      Tensor.clip(0) Tensor.sum(0) Tensor.mean(0) Tensor.max(0) Tensor.min(0) Tensor.variance(0)
      Tensor.norm(0) Tensor.argmax(0) Tensor.gather(1) trainer.plan(1) trainer.resume(1)
      model.forward(1) model.predict(1) model.predictInParts(1) batchSizeChart(1) confusionMatrixChart(1) histogramChart(1)
      learningRateChart(1) lossChart(1) trainingCycleChart(1)`,
  },
  {
    reason: REASONS.functions,
    values: ['a function', 'a factory', 'an operation', 'a class'],
    places: `
      writeFileAtomically(2).keepPrevious`,
  },
  {
    reason: REASONS.functions,
    values: ['a function', 'a factory', 'an operation'],
    places: `
      importModel(1).inflate
      defineLayer(1).build defineOptimizer(1).update compile(0) noGrad(0) loss(1) loss(2) checkpoint(0).save csvLog(0).write jsonLines(0).write
      progressBar(0).write progressBar(0).columns tensorBoard(0).write stream(0).open
      gridSearch(0).objective randomSearch(0).objective successiveHalving(0).objective
      trainerObjective(0).training assertFrozen(1) loadCheckpoint(1).warn`,
  },
  {
    reason: REASONS.functions,
    values: ['a function', 'an operation'],
    places: `
      minimize(0)
      gradcheck(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['a scalar'],
    places: `
      gradients(2).outputGradient add(0) add(1) div(0) div(1) mul(0) mul(1) sub(0) sub(1) equal(0)
      equal(1) greater(0) greater(1) greaterEqual(0) greaterEqual(1) less(0) less(1) lessEqual(0)
      lessEqual(1) notEqual(0) notEqual(1) where(0) where(1) where(2) pow(1) maximum(0) maximum(1)
      minimum(0) minimum(1) Tensor.add(0) Tensor.sub(0) Tensor.mul(0)
      Tensor.div(0) Tensor.minimum(0) Tensor.maximum(0) Tensor.equal(0) Tensor.notEqual(0)
      Tensor.less(0) Tensor.lessEqual(0) Tensor.greater(0) Tensor.greaterEqual(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['a scalar', 'an empty tensor', 'a float64 tensor', 'an int32 tensor'],
    places: `
      Tensor(0) toNdarray(0) abs(0) neg(0) sign(0) square(0) cast(0) detach(0) expandDims(0)
      explain(0) matchers.toBeCloseToTensor(0) matchers.toBeCloseToTensor(1)
      matchers.toBeBitIdenticalTo(0) matchers.toBeBitIdenticalTo(1) matchers.toHaveShape(0)
      writeIdx(0) writeNpy(0) writeNpz(0).a saveIdx(1) saveNpy(1) saveNpz(1).a histogramChart(0).a`,
  },
  {
    reason: REASONS.tensors,
    values: ['an int32 tensor'],
    places: `
      parameter(0) gather(0) copyRows(0) takeRows(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['a scalar', 'an empty tensor', 'a float64 tensor'],
    places: `
      ${ofActivations('(0)')} ${unaryOfFloats.map((name) => `${name}(0)`).join(' ')}
       pow(0) clip(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['an empty tensor', 'a float64 tensor'],
    places: `
      softmax(0) logSoftmax(0) mean(0) norm(0) variance(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['a float64 tensor', 'an int32 tensor'],
    places: `
      argmax(0) max(0) min(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['an empty tensor', 'a float64 tensor', 'an int32 tensor'],
    places: `
      sum(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['an empty tensor'],
    places: `
      pad(0) transpose(0)`,
  },
  {
    reason: REASONS.tensors,
    values: ['a float64 tensor'],
    places: `
      slice(0) logSumExp(0) squeeze(0) fromArrays(0).targets`,
  },
  {
    reason: REASONS.tensors,
    values: ['a scalar', 'an int32 tensor'],
    places: `
      broadcastTo(0)`,
  },
  {
    reason: REASONS.any,
    values: ['undefined', 'null', '[]', '[1]', '[undefined]'],
    places: `
      slice(1) slice(2) Tensor.slice(0) Tensor.slice(1)`,
  },
  {
    reason: REASONS.any,
    values: [
      '0',
      'undefined',
      'null',
      'NaN',
      'Infinity',
      '-1',
      '1.5',
      '2 ** 40',
      "''",
      "'abc'",
      'true',
      '[]',
      '[1]',
      '[[1, 2], [3]]',
      "['abc']",
      '[undefined]',
      '[2 ** 40]',
      '{}',
      '{ abc: 1 }',
      'no prototype',
      'a symbol',
      'a bigint',
      'a function',
      'a factory',
      'an operation',
      'a class',
      'an instance',
      'a date',
      'a map',
      'a promise',
      'a scalar',
      'an empty tensor',
      'a float64 tensor',
      'an int32 tensor',
      'a typed array',
    ],
    places: `
      loadPart(1).layers.0.weight loadPart(1).layers.0.bias`,
  },
];

const OF_ERRORS =
  'Made by the library, exported to be recognised: an error about an error would hide it.';
const OF_STATES = 'Called by fit, which turns whatever it throws into a DataError.';

const OF_PROTOCOLS = 'Has no argument, and is called by JSON.stringify and by texts.';

/** Functions that are exported, and that users do not call. */
export const PROTOCOL: Readonly<Record<string, string>> = {
  DataError: OF_ERRORS,
  DtypeError: OF_ERRORS,
  EpochalError: OF_ERRORS,
  FileError: OF_ERRORS,
  NonFiniteError: OF_ERRORS,
  OptionError: OF_ERRORS,
  ShapeError: OF_ERRORS,
  StateError: OF_ERRORS,
  'Tensor.toJSON': OF_PROTOCOLS,
  'trainer.toString': OF_PROTOCOLS,
  'model.toString': OF_PROTOCOLS,
  'history.toString': OF_PROTOCOLS,
  'Tensor.item':
    'Has no argument, and an error of its own for more than one element: see tests/tensor.',
  'earlyStopping.loadState': OF_STATES,
  'movingAverage.loadState': OF_STATES,
  runThread: 'Has no argument, and needs a worker of a page: see tests/conformance/threads.',
  'movingAverage.restore':
    'Has no argument, and needs an apply before it: see tests/train/callbacks.',
};

const WOULD_WRITE = 'A path like any other: the test would leave a file behind.';

/** What is not tried. */
export const SKIPPED: Readonly<Record<string, Omit<Acceptance, 'places'>>> = {
  'gradcheck(1)': { reason: 'The function that is tested throws, on no inputs.', values: ['[]'] },
  'saveCheckpoint(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'exportTraining(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'exportModelFile(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveCsv(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveIdx(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveModel(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveNpy(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveNpz(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'saveSafetensors(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
  'writeFileAtomically(0)': { reason: WOULD_WRITE, values: ["'abc'"] },
};
