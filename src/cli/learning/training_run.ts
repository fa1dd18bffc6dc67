/** A training run that a command line asks for, ready to start: the parts, the scalers, the Trainer. */
import { createHash } from 'node:crypto';
import { type Scaler, split, standardize } from '../../data/index.ts';
import { type Callback, DataError, type Dataset, range, StateError, Trainer } from '../../index.ts';
import type { ReadExtras } from '../../persistence/model_description.ts';
import { counted } from '../terminal/report.ts';
import { number, otherwise } from '../words/options.ts';
import type { TableToLearn } from './data.ts';
import { makeModel, type NetworkValues, objectives, trainerOptions } from './network.ts';

/** The option of the commands that judge by a part of the rows. */
export const validationPart = otherwise(
  number(
    'PART',
    {
      expected: 'a fraction from 0 to below 1',
      example: '0.2',
      accepts: (value: unknown) => typeof value === 'number' && value >= 0 && value < 1,
    },
    'the part of the rows to judge by, 0 for none; default 0.2',
  ),
  0.2,
);

export interface TrainingRun {
  readonly trainer: Trainer;
  /** Scaled; what the Trainer is given. */
  readonly train: Dataset;
  readonly validation: Dataset | undefined;
  /** What the result is measured on, as it came: the validation part, or all there is. */
  readonly judged: Dataset;
  /** What the model file needs to say. */
  readonly extras: ReadExtras;
}

/**
 * Splits, with all classes in both parts; standardizes, by what the training part says alone; and makes
 * the network. The targets of a regression are standardized too, so that the learning rate does not
 * depend on their unit.
 * @param fraction the part for validation; 0 for none
 */
export function prepareTraining(
  table: TableToLearn,
  fraction: number,
  values: NetworkValues,
): TrainingRun {
  const { dataset, schema, task } = table;
  checkDivisible(table, fraction);
  const parts = partsOf(table, fraction, values);
  const scalers: Scaler[] = [standardize(parts.train)];
  if (task === 'regression') scalers.push(standardize(parts.train, { of: 'targets' }));
  const scaled = (part: Dataset) => scalers.reduce((data, scaler) => scaler.apply(data), part);
  const model = makeModel(dataset, values);
  const { classNames, featureNames } = dataset;
  const options = trainerOptions(task, model, values);
  // Of one sample there is no variance to explain.
  const isMeasured = task === 'classification' || parts.validation?.size !== 1;
  return {
    trainer: new Trainer(isMeasured ? options : { ...options, metrics: {} }),
    train: scaled(parts.train),
    validation: parts.validation && scaled(parts.validation),
    judged: parts.validation ?? parts.train,
    extras: {
      ...{ task, loss: objectives[task].loss().name, schema, scalers, metadata: {} },
      ...(classNames !== undefined && { classNames }),
      ...(featureNames !== undefined && { featureNames }),
    },
  };
}

function checkDivisible({ file, dataset }: TableToLearn, fraction: number): void {
  const { size } = dataset;
  if (fraction > 0 && size < 2) {
    throw new DataError({
      where: file,
      expected: 'two rows or more, of which one is to judge by',
      received: counted(size, 'row'),
      remedy: 'Add rows, or judge by none: --validation 0.',
    });
  }
}

/** By sample of the part that is judged: its row in the table, from 0. */
export function judgedRows(
  table: TableToLearn,
  fraction: number,
  values: NetworkValues,
): Int32Array {
  const { targets, size, classNames } = table.dataset;
  const inputs = range(size, { dtype: 'int32' });
  const numbered = { inputs, targets, size, ...(classNames && { classNames }) };
  const { train, validation = train } = partsOf({ ...table, dataset: numbered }, fraction, values);
  return Int32Array.from(validation.inputs.toTypedArray());
}

function partsOf(
  { dataset, task }: TableToLearn,
  fraction: number,
  { seed }: NetworkValues,
): { readonly train: Dataset; readonly validation?: Dataset } {
  if (fraction === 0) return { train: dataset };
  return split(dataset, { validation: fraction, seed, stratify: task === 'classification' });
}

/** Refuses to resume on other data than the training began with: the numbers would be of neither. */
export function sameData({ train, validation }: TrainingRun): Callback {
  const sha256 = fingerprint(validation === undefined ? [train] : [train, validation]);
  return Object.assign(() => {}, {
    key: 'data',
    state: () => ({ values: { sha256 }, tensors: {} }),
    loadState({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
      if (values.sha256 === sha256) return;
      throw new StateError({
        where: '--resume',
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
