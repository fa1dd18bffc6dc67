/** A model from an MLPClassifier or MLPRegressor of scikit-learn, with the scalers in front of it. */
import type { Inflate } from '../../formats/zip/unpack.ts';
import { asData, assemble, notUnderstood, reportOf } from '../blueprint.ts';
import type { ImportedModel } from '../imported.ts';
import { type Estimator, labelsOf, misfit, NETWORKS, SCALERS } from './estimator.ts';
import { readNetwork } from './network.ts';
import { readEstimators } from './read_npz.ts';
import { readSkops } from './read_skops.ts';
import { readScaler } from './scalers.ts';
import { checkSettings } from './settings.ts';
import { readTraining } from './training.ts';

interface Request {
  readonly bytes: Uint8Array;
  readonly format: 'sklearn' | 'skops';
  readonly inflate: Inflate | undefined;
}

/** @throws DataError for other estimators, by name, and for what does not fit together */
export function importSklearn(where: string, { bytes, format, inflate }: Request): ImportedModel {
  const { estimators, producer = '' } =
    format === 'skops'
      ? readSkops(where, bytes, inflate)
      : { estimators: readEstimators(where, bytes, inflate) };
  const types = estimators.map(({ type }) => type);
  const last = estimators.at(-1);
  const front = estimators.slice(0, -1);
  if (last === undefined || !NETWORKS.includes(last.type) || !front.every(isScaler)) {
    throw notUnderstood(
      where,
      types.join(', ') || 'nothing',
      `${SCALERS.join(' or ')}, none or several, and behind them ${NETWORKS.join(' or ')}`,
      'Save the pipeline that ends with the network.',
    );
  }
  for (const estimator of estimators) checkSettings(estimator);
  const network = readNetwork(last);
  const { columns, dtype, outputs, classNames } = network;
  const { loss, training, penalty, conventions, ignored } = readTraining(last, network);
  const { model, report } = assemble(where, network.parts(penalty), {
    inputShape: [columns],
    dtype,
  });
  const scalers = front.map((estimator) => {
    const scaler = asData(estimator.where, () => readScaler(estimator));
    if (String(scaler.rowShape) === String([columns])) return scaler;
    throw misfit(estimator, 'n_features_in_', `${columns} columns`, String(scaler.rowShape));
  });
  const featureNames = columnNames(estimators, columns);
  const names = {
    ...(classNames !== undefined && { classNames }),
    ...(featureNames !== undefined && { featureNames }),
  };
  model.names = names;
  return {
    ...{ model, scalers, loss, ...names },
    task: outputs === 'values' ? 'regression' : 'classification',
    ...(training !== undefined && { training }),
    report: reportOf(format, report, {
      ...{ producer, conventions, ignored },
      converted: [
        ...front.map(({ type }) => `${type} is a scaler of the inputs`),
        ...(outputs === 'values' ? [] : [WORDS[outputs]]),
      ],
    }),
  };
}

const isScaler = ({ type }: Estimator) => SCALERS.includes(type);

const WORDS = {
  classes: 'the last softmax is part of the loss: outputs are logits',
  labels: 'the last logistic is part of the loss: outputs are logits, one for each label',
  'two classes':
    'the last logistic is part of the loss: the output is the logit of the second class',
};

/** Those that were learned by the first estimator that knows any. */
function columnNames(
  estimators: readonly Estimator[],
  columns: number,
): readonly string[] | undefined {
  for (const estimator of estimators) {
    const names = labelsOf(estimator, 'feature_names_in_');
    if (names === undefined) continue;
    if (names.length === columns) return names;
    throw misfit(estimator, 'feature_names_in_', `${columns} names`, `${names.length}`);
  }
  return undefined;
}
