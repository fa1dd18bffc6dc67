/** Options by the names that other libraries and commands have for them: what the command has in their place. */
import { answerTo, camelCase } from '../../errors/foreign_names.ts';
import { optionName } from './options.ts';

/** Names without dashes in front, with spaces between them, and options of the command: the first that it has. */
export const foreignOptions: readonly (readonly [names: string, ...answers: string[]])[] = [
  ['lr eta0 learningRateInit', '--learning-rate'],
  ['batch bs', '--batch-size'],
  ['optimiser solver', '--optimizer'],
  ['criterion lossFunction', '--loss'],
  ['scheduler lrScheduler', '--schedule'],
  ['maxIter maxEpochs numEpochs iterations', '--epochs'],
  ['testSize testSplit', '--test', '--validation'],
  ['validationSplit validationFraction validationSize valSplit', '--validation'],
  ['validationFreq evalEvery', '--validate-every'],
  ['patience nIterNoChange restoreBestWeights', '--early-stopping'],
  ['layers hiddenLayerSizes hiddenLayers hiddenUnits units', '--hidden'],
  ['batchNorm batchNormalization', '--norm batch'],
  ['layerNorm layerNormalization', '--norm layer'],
  ['p dropoutRate', '--dropout'],
  ['alpha', '--l2'],
  ['decay wd', '--weight-decay'],
  ['clipnorm globalClipnorm maxGradNorm', '--clip'],
  ['classWeight', '--class-weights'],
  ['randomState randomSeed', '--seed'],
  ['label labels y', '--target'],
  ['indexCol drop', '--ignore'],
  ['naValues', '--missing-values'],
  ['fillna impute', '--missing'],
  ['handleUnknown', '--unknown'],
  ['dayfirst', '--date-order dmy'],
  ['sep separator', '--delimiter'],
  ['precision', '--dtype'],
  ['output model', '--save'],
  ['warmStart', '--resume'],
  ['predictProba proba', '--probabilities'],
];

/** What the command says and does without an option. */
export const unasked: Readonly<Record<string, string>> = {
  verbose: 'Nothing is needed: every epoch is shown; --json gives a line for each.',
  shuffle: 'Nothing is needed: every epoch has an order of its own.',
  'normalize standardize': 'Nothing is needed: columns of numbers are standardized.',
  'device gpu nJobs': 'Nothing is needed: it runs on the processor.',
};

const optionOf = (answer: string): string => answer.split(' ')[0];

/**
 * What to write in the place of an option that a command does not have; undefined for names that nobody knows.
 * @param known the options that the command has
 */
export function remedyForForeign(name: string, known: readonly string[]): string | undefined {
  const key = camelCase(name.replace(/^-+/, ''));
  const isNamed = ([names]: readonly [string, ...string[]]) => names.split(' ').includes(key);
  const [, ...answers] = foreignOptions.find(isNamed) ?? [''];
  const answer = answers.find((one) => known.includes(optionOf(one)));
  return answer ? `Write ${answer}.` : Object.entries(unasked).find(isNamed)?.[1];
}

/** Where a name of another library is found in a program; not for options that other commands have. */
export function answerForPrograms(name: string): string | undefined {
  const key = camelCase(name.replace(/^-+/, ''));
  const isOption = foreignOptions.some(([, ...all]) => all.map(optionOf).includes(optionName(key)));
  const answer = isOption ? undefined : answerTo(key);
  return answer && `The command has none; in a program: ${lowerFirst(answer)}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
