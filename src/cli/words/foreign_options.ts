/** Options by the names that other libraries and commands have for them: what the command has in their place. */
import { answerTo, camelCase } from '../../errors/foreign_names.ts';
import { optionName } from './options.ts';

/** From a name, without dashes in front, to an option of the command. */
export const foreignOptions: Readonly<Record<string, string>> = {
  lr: '--learning-rate',
  learningRateInit: '--learning-rate',
  batch: '--batch-size',
  optimiser: '--optimizer',
  solver: '--optimizer',
  maxIter: '--epochs',
  maxEpochs: '--epochs',
  iterations: '--epochs',
  testSize: '--validation',
  validationSplit: '--validation',
  validationFraction: '--validation',
  patience: '--early-stopping',
  nIterNoChange: '--early-stopping',
  layers: '--hidden',
  hiddenLayerSizes: '--hidden',
  hiddenLayers: '--hidden',
  units: '--hidden',
  randomState: '--seed',
  randomSeed: '--seed',
  clipnorm: '--clip',
  maxGradNorm: '--clip',
  label: '--target',
  y: '--target',
  sep: '--delimiter',
  separator: '--delimiter',
  output: '--save',
  model: '--save',
  p: '--dropout',
  alpha: '--weight-decay',
  decay: '--weight-decay',
  wd: '--weight-decay',
};

/** What the command says and does without an option. */
export const unasked: Readonly<Record<string, string>> = {
  verbose: 'Nothing is needed: every epoch is shown; --json gives a line for each.',
  shuffle: 'Nothing is needed: every epoch has an order of its own.',
  device: 'Nothing is needed: it runs on the processor.',
};

/**
 * What to write in the place of an option that a command does not have; undefined for names that nobody knows.
 * @param known the options that the command has
 */
export function remedyForForeign(name: string, known: readonly string[]): string | undefined {
  const key = camelCase(name.replace(/^-+/, ''));
  const [option] = [foreignOptions, unasked].flatMap((table) =>
    Object.hasOwn(table, key) ? [table[key]] : [],
  );
  if (option === undefined || !option.startsWith('--')) return option;
  return known.includes(option) ? `Write ${option}.` : undefined;
}

/** Where a name of another library is found in a program; not for options that other commands have. */
export function answerForPrograms(name: string): string | undefined {
  const key = camelCase(name.replace(/^-+/, ''));
  const isOption = Object.values(foreignOptions).includes(optionName(key));
  const answer = isOption ? undefined : answerTo(key);
  return answer && `The command has none; in a program: ${lowerFirst(answer)}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
