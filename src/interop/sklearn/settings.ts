/**
 * The settings of each estimator, by the constructors of scikit-learn 1.2 to 1.7: all that change a prediction
 * or a training run are read, or told as not carried over. A setting that is not known is refused.
 */
import { notUnderstood } from '../blueprint.ts';
import { type Estimator, misfit, numberOf, plainOf, textOf } from './estimator.ts';

const NETWORK = [
  'hidden_layer_sizes activation solver alpha batch_size learning_rate learning_rate_init power_t max_iter loss',
  'shuffle random_state tol verbose warm_start momentum nesterovs_momentum early_stopping validation_fraction',
  'beta_1 beta_2 epsilon n_iter_no_change max_fun',
].join(' ');

const SETTINGS: Readonly<Record<string, string>> = {
  MLPClassifier: NETWORK,
  MLPRegressor: NETWORK,
  StandardScaler: 'copy with_mean with_std',
  MinMaxScaler: 'feature_range copy clip',
};

/** Names of what `fit` has learned end with an underscore there, and private ones begin with one. */
const isSetting = (name: string) => !name.startsWith('_') && !name.endsWith('_');

/** @throws DataError for a setting that is not known, by name */
export function checkSettings(estimator: Estimator): void {
  const { type, where, attributes } = estimator;
  const known = SETTINGS[type].split(' ');
  const other = [...attributes.keys()].find((name) => isSetting(name) && !known.includes(name));
  if (other === undefined) return;
  throw notUnderstood(
    where,
    `the setting ${other}`,
    `settings of ${type}: ${known.join(', ')}`,
    'Leave it out if it changes neither predictions nor updates, or export as ONNX with skl2onnx.',
  );
}

/** What a network is trained by there, where it is not what its class has. */
const LOSSES: Readonly<Record<string, string>> = {
  MLPClassifier: 'log_loss',
  MLPRegressor: 'squared_error',
};

/** @throws DataError where the network was trained by another loss than its class has in 1.2 */
export function checkLoss(estimator: Estimator): void {
  const usual = LOSSES[estimator.type];
  const loss = textOf(estimator, 'loss') ?? usual;
  if (loss !== usual) throw misfit(estimator, 'loss', usual, loss);
}

/** What decides there about order, learning rate and end of a training run, and is not carried over. */
export function notCarriedOver(estimator: Estimator): string[] {
  const plain = (name: string) => plainOf(estimator, name);
  const rate = textOf(estimator, 'learning_rate') ?? 'constant';
  const power = rate === 'invscaling' ? ` with power_t ${plain('power_t') ?? 0.5}` : '';
  const tolerance = numberOf(estimator, 'tol');
  const patience = numberOf(estimator, 'n_iter_no_change');
  const fraction = plain('validation_fraction') ?? 0.1;
  const isEarly = plain('early_stopping') === true;
  const seed = plain('random_state');
  const monitor = isEarly ? '' : "monitor: 'loss', ";
  return [
    ...(plain('solver') === 'sgd' && rate !== 'constant'
      ? [`learning_rate ${JSON.stringify(rate)}${power}: give the Trainer a schedule`]
      : []),
    ...(isEarly
      ? [
          `early_stopping on ${fraction} of the samples: split them, and give fit the callback earlyStopping()`,
        ]
      : []),
    ...(tolerance !== undefined && patience !== undefined
      ? [
          `tol ${tolerance} and n_iter_no_change ${patience}, which end training there: give fit earlyStopping({ ${monitor}minDelta: ${tolerance}, patience: { epochs: ${patience} } })`,
        ]
      : []),
    ...(seed === undefined ? [] : [`random_state ${seed}: samples are shuffled in another order`]),
    ...(plain('warm_start') === true
      ? ['warm_start: fit of a Trainer always continues from the weights that the model has']
      : []),
    ...(estimator.attributes.has('_optimizer')
      ? ['_optimizer, the state of the optimizer, which begins anew']
      : []),
  ];
}
