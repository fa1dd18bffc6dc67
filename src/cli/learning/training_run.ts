/** A training run that a command line asks for, ready to start: the parts, the scalers, the Trainer. */
import { createHash } from 'node:crypto';
import { type Scaler, split, standardize } from '../../data/index.ts';
import type { Rule } from '../../errors/options.ts';
import { counted } from '../../formats/counted.ts';
import {
  type Callback,
  DataError,
  type Dataset,
  OptionError,
  range,
  StateError,
  Trainer,
  type TrainerOptions,
} from '../../index.ts';
import type { ReadExtras } from '../../persistence/model/extras.ts';
import { number, otherwise } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';
import type { TableToLearn } from './data.ts';
import { type NetworkValues, trainerOptions } from './network.ts';
import { objectiveOf } from './objective.ts';

const fraction: Rule<unknown> = {
  expected: 'a fraction from 0 to below 1',
  example: '0.2',
  accepts: (value) => typeof value === 'number' && value >= 0 && value < 1,
};

/** The option of the commands that judge by a part of the rows. */
export const validationPart = otherwise(
  number('PART', fraction, 'the part of the rows to judge by, 0 for none; default 0.2'),
  0.2,
);

/** The option of the commands that keep a part of the rows for the very end. */
export const testPart = otherwise(
  number(
    'PART',
    fraction,
    'the part of the rows that is kept apart and measured once, at the end; default none',
  ),
  0,
);

/** What becomes of the rows, and when they are judged. */
export interface PartValues {
  readonly validation: number;
  readonly test?: number;
  readonly validateEvery?: TrainerOptions['validateEvery'];
}

export interface TrainingRun {
  readonly trainer: Trainer;
  /** Scaled; what the Trainer is given. */
  readonly train: Dataset;
  readonly validation: Dataset | undefined;
  /** What the result is measured on, as it came: the validation part, or what is learned from. */
  readonly judged: Dataset;
  /** What had no part in anything, as it came. */
  readonly test: Dataset | undefined;
  /** What the model file needs to say. */
  readonly extras: ReadExtras;
}

/**
 * Splits, with all classes in both parts; standardizes, by what the training part says alone; and makes
 * the network. The targets of a regression are standardized too, so that the learning rate does not
 * depend on their unit.
 */
export function prepareTraining(
  table: TableToLearn,
  values: NetworkValues & PartValues,
): TrainingRun {
  const { dataset, schema, task } = table;
  const { validateEvery } = values;
  checkDivisible(table, values);
  const parts = partsOf(table, values);
  const scalers: Scaler[] = [standardize(parts.train)];
  if (task === 'regression') scalers.push(standardize(parts.train, { of: 'targets' }));
  const scaled = (part: Dataset) => scalers.reduce((data, scaler) => scaler.apply(data), part);
  const { classNames, featureNames } = dataset;
  const options = {
    ...trainerOptions(task, parts.train, values),
    ...(validateEvery !== undefined && { validateEvery }),
  };
  // Of one sample there is no variance to explain.
  const isMeasured = task === 'classification' || parts.validation?.size !== 1;
  return {
    trainer: new Trainer(isMeasured ? options : { ...options, metrics: {} }),
    train: scaled(parts.train),
    validation: parts.validation && scaled(parts.validation),
    judged: parts.validation ?? parts.train,
    test: parts.test,
    extras: {
      ...{
        task,
        ...objectiveOf(task, parts.train, values).described,
        schema,
        scalers,
        metadata: {},
      },
      ...(classNames !== undefined && { classNames }),
      ...(featureNames !== undefined && { featureNames }),
    },
  };
}

function checkDivisible(
  { file, dataset }: TableToLearn,
  { validation, test = 0 }: PartValues,
): void {
  const { size } = dataset;
  const parts = 1 + Number(validation > 0) + Number(test > 0);
  if (size >= parts) return;
  throw new DataError({
    where: file,
    expected: `${parts} rows or more, one for each part`,
    received: counted(size, 'row'),
    remedy: `Add rows, or judge by none: --validation 0${test > 0 ? ', without --test' : ''}.`,
  });
}

interface Parts {
  readonly train: Dataset;
  readonly validation?: Dataset;
  readonly test?: Dataset;
}

/** By sample of the part that is judged: its row in the table, from 0. */
export function judgedRows(
  table: TableToLearn,
  values: PartValues & Pick<NetworkValues, 'seed'>,
): Int32Array {
  const { targets, size, classNames } = table.dataset;
  const inputs = range(size, { dtype: 'int32' });
  const numbered = { inputs, targets, size, ...(classNames && { classNames }) };
  const { train, validation = train } = partsOf({ ...table, dataset: numbered }, values);
  return Int32Array.from(validation.inputs.toTypedArray());
}

function partsOf(
  { dataset, task }: TableToLearn,
  { validation, test = 0, seed }: PartValues & Pick<NetworkValues, 'seed'>,
): Parts {
  const stratify = task === 'classification';
  if (validation > 0) {
    return split(dataset, { validation, ...(test > 0 && { test }), seed, stratify });
  }
  if (test === 0) return { train: dataset };
  try {
    const held = split(dataset, { validation: test, seed, stratify });
    return { train: held.train, test: held.validation };
  } catch (cause) {
    if (!(cause instanceof OptionError)) throw cause;
    const { problem, expected } = cause;
    const received = `--test ${test}`;
    const remedy = 'Give another part to --test, or leave it out.';
    throw new UsageError({ where: '--test', problem, expected, received, remedy }, { cause });
  }
}

/** Under which a checkpoint keeps what data it is of. */
export const dataKey = 'data';

/** The command line that a training run began with, and where, by which its data are found again. */
export interface Begun {
  readonly words: readonly string[];
  readonly folder: string;
}

/** Refuses to resume on other data than the training began with: the numbers would be of neither. */
export function sameData(
  { train, validation }: TrainingRun,
  begun: Begun,
  where = '--resume',
): Callback {
  const sha256 = fingerprint(validation === undefined ? [train] : [train, validation]);
  return Object.assign(() => {}, {
    key: dataKey,
    state: () => ({ values: { sha256, ...begun }, tensors: {} }),
    loadState({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
      if (values.sha256 === sha256) return;
      throw new StateError({
        where,
        expected: 'the data that the training began with, split in the same way',
        received: 'others',
        remedy: 'Pass the same file, --validation and --seed, or another folder to --checkpoint.',
      });
    },
  });
}

/** Of all inputs and targets, as text. */
export function fingerprint(parts: readonly Dataset[]): string {
  const hash = createHash('sha256');
  for (const tensor of parts.flatMap(({ inputs, targets }) => [inputs, targets])) {
    hash.update(`${tensor.dtype} ${tensor.shape};`).update(tensor.toTypedArray());
  }
  return hash.digest('hex');
}
