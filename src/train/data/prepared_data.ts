/** The data of a training run, checked, and all in the terms of one set of names. */
import { checkDataset } from '../../data/check_dataset.ts';
import type { Dataset } from '../../data/dataset.ts';
import { joinNames, reconcile } from '../../data/reconcile.ts';
import { isStream, type SampleStream } from '../../data/stream/stream.ts';
import type { Names } from '../../nn/names.ts';
import {
  checkFit,
  checkKinds,
  checkValidation,
  labelOf,
  type NamedSets,
  type TrainingData,
  type TrainingTask,
} from './training_data.ts';

export interface PreparedData {
  readonly train: Dataset | SampleStream;
  /** The validation sets; a single one has no name. */
  readonly validation: NamedSets;
  /** What the model will have learned; of a stream that has not begun, as far as it is known. */
  readonly names: Names;
  /** Brings a part of a stream into these terms when it comes. */
  accept(part: Dataset): Dataset;
  /** Refuses one that does not fit. */
  check(part: Dataset): void;
}

const TRAINING_SET = 'the training set';

/**
 * Names are those that the model has, for it has learned from them; where it has none, those of the
 * training set, or of the first part of a stream that does not say them. The other sets are brought into
 * these terms by name.
 * @throws OptionError for what is no dataset; ShapeError, DtypeError, DataError for one that does not
 * fit the model, the loss, a metric, or the names
 */
export function prepareData(task: TrainingTask, data: TrainingData): PreparedData {
  const given = checkKinds(task, data);
  const { model } = task;
  let names = model.names;
  const accept = (part: Dataset): Dataset => {
    const owner = names === model.names ? 'the model' : TRAINING_SET;
    const own = reconcile('Trainer, train', part, names, owner);
    names = joinNames(names, own);
    return own;
  };
  const check = (part: Dataset) => checkFit(task, 'train', part);
  let { train } = data;
  if (isStream(train)) names = joinNames(names, train);
  else {
    train = accept(train);
    check(train);
  }
  const inTheseTerms = (sets: NamedSets) =>
    sets.map(([name, dataset]) => {
      const label = labelOf(name);
      const own = reconcile(`Trainer, ${label}`, dataset, names, TRAINING_SET);
      checkValidation(task, label, own);
      return [name, own] as const;
    });
  let validation = inTheseTerms(given);
  return {
    train,
    get validation() {
      return validation;
    },
    get names() {
      return names;
    },
    accept(part) {
      checkDataset('Trainer, train', part);
      const known = Object.keys(names).length;
      const own = accept(part);
      if (Object.keys(names).length > known) validation = inTheseTerms(validation);
      return own;
    },
    check,
  };
}
