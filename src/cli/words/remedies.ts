/** What can be done about an error, in words of the options of commands: a sentence for each kind of advice. */
import type { Advice, NumberNotation, RecipeDifference } from '../../errors/advice.ts';
import type { Complaint } from '../../errors/errors.ts';
import { optionName } from './options.ts';
import { quoted } from './quoted.ts';

/** A remedy, and what else of a complaint has other words on a command line. */
export type Worded = string | (Partial<Complaint> & Pick<Complaint, 'remedy'>);

type Wording = { readonly [K in Advice['kind']]: (advice: Advice & { kind: K }) => Worded };

const ANOTHER_FOLDER = 'or give another folder to --checkpoint.';
const AS_BEFORE = `Resume with the options of before, ${ANOTHER_FOLDER}`;
const LOWER_RATE =
  'Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.';

const WORDING: Wording = {
  impute: () => 'Remove the row, or have it imputed: --missing median, mean or mode.',
  imputeInTraining: () => 'Remove the row, or train the model with --missing median.',
  imputeMode: () => 'Choose --missing mode.',
  ignoreUnknown: () => 'The model knows no other; to pass over such cells: --unknown ignore.',
  dateOrder: ({ column }) =>
    `Say it: --date-order dmy or --date-order mdy, or ${listed('--categorical', column)}.`,
  columnWithComma: ({ column }) =>
    `Did you mean ${inList(column) ?? column}? In a list a name with a comma has quotes of its own.`,
  ignoreColumn: ({ column }) => `Leave the column out: ${listed('--ignore', column)}.`,
  ignoreOrDeclare: ({ column }) =>
    `Leave the column out: ${listed('--ignore', column)}, or declare it: ${listed('--categorical', column)}.`,
  declareCategorical: ({ column }) => `Or declare the column: ${listed('--categorical', column)}.`,
  correctOrMarkMissing: () =>
    'Correct the cells, or say which mean a missing value: --missing-values A,B.',
  notation: ({ notations }) =>
    `Say how numbers are written: ${notations.map(notationOptions).join(' or ')}.`,
  notationInTraining: ({ notation: { decimal, thousands } }) => {
    const between = thousands === '' ? '' : ` and ${inQuotes(thousands)} between thousands`;
    return `The model was trained on numbers with ${inQuotes(decimal)} before the fraction${between}; say where they are written otherwise: ${decimal === '.' ? "--decimal ','" : "--decimal '.'"}.`;
  },
  wholeNumbers: ({ dtype }) =>
    `Keep the digits with --dtype ${dtype}, or round with --dtype float32.`,
  widerDtype: ({ dtype }) => `Try --dtype ${dtype}.`,
  widerDtypeInTraining: ({ dtype }) =>
    `Correct the cell, or train the model with --dtype ${dtype}.`,
  noHeader: () => 'Is there no header? --no-header.',
  delimiterInTraining: ({ found }) => `Leave --delimiter out, or give ${delimiterOption(found)}.`,
  delimiter: ({ found }) => `Leave --delimiter out, or give ${delimiterOption(found)}.`,

  modelFile: () => 'Give a model that epochal train --save has written.',
  sameRecipe: ({ differences }) => ({
    where: '--resume',
    ...settingsOf(differences),
    remedy: AS_BEFORE,
  }),
  sameSamples: () => ({
    where: '--resume',
    remedy: `Resume with the file and the --validation of before, ${ANOTHER_FOLDER}`,
  }),
  sameCallbacks: ({ missing }) => ({
    where: '--resume',
    expected: `the options that the training was interrupted with, ${callbackOption(missing)} among them`,
    received: 'others',
    remedy: `Add ${callbackOption(missing)}, ${ANOTHER_FOLDER}`,
  }),
  callbackOptions: ({ key }) => ({ where: `--resume, ${callbackOption(key)}`, remedy: AS_BEFORE }),
  sameSearch: () => ({
    where: '--checkpoint',
    problem: 'the trials are those of another search',
    expected: 'those of this one, with the same --grid, --trials and --epochs',
    received: 'others',
    remedy: `Give the options of before, ${ANOTHER_FOLDER}`,
  }),
  damagedSearch: ({ trial }) => ({
    where: trial === undefined ? '--checkpoint' : `--checkpoint, trial ${trial}`,
    problem: 'what was kept of the trials is damaged',
    remedy: `Remove the file that holds it: what it held is run again, ${ANOTHER_FOLDER}`,
  }),
  trialTwice: ({ trial }) => ({
    where: `--checkpoint, trial ${trial}`,
    remedy: `Remove trial_${trial}.json: its other result is in search.json. Another version of epochal may have written one of them.`,
  }),

  lowerLearningRate: () => LOWER_RATE,
  lowerRateOrDecay: () => 'Lower --learning-rate or --weight-decay, and begin again.',
  finiteLoss: () => 'Train again with a lower --learning-rate, or plot another log.',
  validateOrDrawLoss: () => 'Train with --validation, or plot the loss.',
  finiteFolds: () => ({
    where: 'the folds',
    expected: 'an epoch in which the validation loss is finite in every fold',
    remedy: LOWER_RATE,
  }),
  measurable: ({ metric }) => ({
    where: metric,
    expected: 'outputs of which this can be measured',
    remedy: LOWER_RATE,
  }),
  representable: ({ option, dtype }) => ({
    where: optionOf(option),
    remedy: `Choose a number that ${dtype} can hold${dtype === 'float64' ? '' : ', or --dtype float64'}.`,
  }),
  fewerElements: () => ({ where: 'the network', remedy: 'Lower --hidden.' }),

  smallerBatch: ({ samples }) => ({
    where: '--batch-size',
    expected: `at most ${samples}, the number of samples, with --drop-last`,
    remedy: 'Lower --batch-size, or leave --drop-last out.',
  }),
  otherBatch: () => ({
    where: '--norm batch',
    remedy: 'Give another --batch-size, or choose --norm layer.',
  }),
  otherFraction: ({ part }) => {
    const option = part === 'test' ? '--test' : '--validation';
    return {
      where: option,
      remedy: `Give another part to ${option}, leave out the rows of such classes, or train without it: ${option} 0.`,
    };
  },
  lowerFraction: ({ test }) => ({
    where: test ? '--validation, --test' : '--validation',
    problem: 'nothing is left to train on',
    remedy: test ? 'Lower --validation or --test.' : 'Lower --validation.',
  }),
  fewerFolds: ({ most }) => ({
    where: '--folds',
    remedy:
      most < 2 ? 'Add rows of such a class, or remove them.' : `Give at most --folds ${most}.`,
  }),
};

/** The parts of a complaint, in words of options. */
export function wordedParts(parts: readonly (Advice | string)[]): Partial<Complaint> {
  const worded = parts.map((part) => (typeof part === 'string' ? part : word(part)));
  const remedies = worded.map((part) => (typeof part === 'string' ? part : part.remedy));
  const others = worded.filter((part) => typeof part !== 'string');
  return Object.assign({}, ...others, { remedy: remedies.join(' ') });
}

function word<K extends Advice['kind']>(advice: Advice & { kind: K }): Worded {
  return WORDING[advice.kind](advice);
}

/** What an option of the library is called here, where that is not its own name. */
const OPTIONS: Readonly<Record<string, string>> = { globalNorm: '--clip', rate: '--dropout' };

/** The option that a callback comes from. */
const callbackOption = (key: string) =>
  key === 'reduceOnPlateau' ? `--schedule ${key}` : optionName(key);

const optionOf = (name: string) => OPTIONS[name] ?? optionName(name);

/** An option that takes names with commas between them. */
function listed(option: string, column: string): string {
  const name = inList(column);
  return name === undefined ? `rename it, and then ${option} with its name` : `${option} ${name}`;
}

/** A name as a list of names takes it, where it can be said there: see `list`. */
function inList(name: string): string | undefined {
  const plain = !name.includes(',') && name === name.trim() && !/^".*"$/.test(name);
  if (plain) return quoted(name);
  return name.includes('"') ? undefined : quoted(`"${name}"`);
}

function notationOptions({ decimal, thousands }: NumberNotation): string {
  const said = [
    ...(decimal === '.' ? [] : [`--decimal ${inQuotes(decimal)}`]),
    ...(thousands === '' ? [] : [`--thousands ${inQuotes(thousands)}`]),
  ];
  return said.join(' ');
}

function delimiterOption(found: string): string {
  return `--delimiter ${found === '\t' ? "'\\t'" : inQuotes(found)}`;
}

/** A mark beside the full stops and commas of a sentence. */
function inQuotes(mark: string): string {
  return mark === "'" ? `"${mark}"` : `'${mark}'`;
}

/** What a training run began with and what it would continue with, as the options that decide it. */
function settingsOf(
  differences: readonly RecipeDifference[],
): Pick<Complaint, 'expected' | 'received'> {
  const settings = differences.map(({ path, before, now }) => [
    settingOf(path, before) ?? `the same ${optionsBehind(path)}`,
    settingOf(path, now) ?? 'others',
  ]);
  const [before, now] = [0, 1].map((at) => [...new Set(settings.map((pair) => pair[at]))]);
  return {
    expected: `what the training began with, ${before.join(', ')}`,
    received: now.join(', '),
  };
}

/** An option with its value, where there is one for just this. */
function settingOf(path: string, value: string): string | undefined {
  const option = optionBehind(path);
  if (option === undefined) return undefined;
  if (value === 'nothing') return `no ${option}`;
  const read: unknown = JSON.parse(value);
  // Such as { "globalNorm": 1 }.
  const [setting] = typeof read === 'object' && read !== null ? Object.values(read) : [read];
  return `${option} ${quoted(String(setting))}`;
}

function optionBehind(path: string): string | undefined {
  if (path === 'optimizer.name') return '--optimizer';
  if (path.startsWith('optimizer.')) return optionName(path.slice(path.lastIndexOf('.') + 1));
  if (path.startsWith('clip')) return '--clip';
  if (path.startsWith('validateEvery')) return '--validate-every';
  if (path === 'model.seed') return '--seed';
  if (path === 'model.dtype') return '--dtype';
  return path === 'seed' || path === 'batchSize' ? optionName(path) : undefined;
}

function optionsBehind(path: string): string {
  if (/^(train|validation)\b/.test(path)) return 'data (the file, --missing, --validation)';
  if (path.startsWith('model.inputShape')) return 'columns (--ignore, --categorical)';
  if (path.startsWith('model.'))
    return 'network (--hidden, --activation, --dropout, --norm, --l1, --l2)';
  if (path.startsWith('schedule')) return '--schedule';
  if (path.startsWith('loss.options.')) return 'loss (--loss, --class-weights)';
  return 'task (--target, --task, --loss)';
}
