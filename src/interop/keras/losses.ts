/** Losses of Keras by name. */
import * as losses from '../../losses/all.ts';
import { CLASS_OUTPUTS } from '../../losses/class_outputs.ts';
import { type Loss, loss } from '../../losses/loss.ts';
import { surprisal } from '../../losses/surprisal.ts';
import { neg } from '../../ops/elementwise/arithmetic.ts';
import { notUnderstood } from '../blueprint.ts';
import { type Configured, chosen, flagOf, numberOf, own, watched } from './settings.ts';
import { snakeCase } from './weights.ts';

type Make = (settings: Configured) => Loss;

const labelSmoothing = (settings: Configured) => {
  const amount = numberOf(settings, 'label_smoothing', 0);
  return amount === 0 ? {} : { labelSmoothing: amount };
};

const crossEntropy: Make = (settings) =>
  flagOf(settings, 'from_logits', false)
    ? losses.softmaxCrossEntropy(labelSmoothing(settings))
    : ofProbabilities(settings);

const MAKERS: Readonly<Record<string, Make>> = {
  mean_squared_error: () => losses.meanSquaredError(),
  mean_absolute_error: () => losses.meanAbsoluteError(),
  huber: (settings) => losses.huber({ delta: numberOf(settings, 'delta', 1) }),
  log_cosh: () => losses.logCosh(),
  poisson: () => losses.poisson(),
  kl_divergence: () => losses.klDivergence(),
  hinge: () => losses.hinge(),
  squared_hinge: () => losses.squaredHinge(),
  cosine_similarity: () => losses.cosineSimilarity(),
  binary_crossentropy: (settings) =>
    flagOf(settings, 'from_logits', false)
      ? losses.sigmoidBinaryCrossEntropy(labelSmoothing(settings))
      : losses.binaryCrossEntropyOfProbabilities(labelSmoothing(settings)),
  categorical_crossentropy: crossEntropy,
  sparse_categorical_crossentropy: crossEntropy,
};

/** What else they are called. */
const ALIASES: Readonly<Record<string, string>> = {
  mse: 'mean_squared_error',
  mae: 'mean_absolute_error',
  huber_loss: 'huber',
  logcosh: 'log_cosh',
  kld: 'kl_divergence',
  kullback_leibler_divergence: 'kl_divergence',
};

/** `MeanSquaredError`, `meanSquaredError` and `mse` are `mean_squared_error`. */
export function nameOf(name: string): string {
  const known = snakeCase(name);
  return ALIASES[known] ?? known;
}

/** Cross entropy of probabilities, as a last layer of softmax gives them: `-ln p` of the class. */
function ofProbabilities(settings: Configured): Loss {
  const ofLogarithms = losses.negativeLogLikelihood();
  if (numberOf(settings, 'label_smoothing', 0) !== 0) {
    throw notUnderstood(
      settings.where,
      'label smoothing of probabilities',
      'label smoothing of logits',
      'Leave the last softmax out, and train with softmaxCrossEntropy({ labelSmoothing }).',
    );
  }
  const made = loss(
    'crossEntropyOfProbabilities',
    (outputs, targets) => ofLogarithms.perSample(neg(surprisal(outputs)), targets),
    ofLogarithms.checkTargets,
  );
  return { ...made, classOutputs: { ...CLASS_OUTPUTS.softmaxCrossEntropy, kind: 'probabilities' } };
}

const OWN = 'Give the Trainer a loss of yours.';
/** How Keras calls the mean over samples, through the years. */
const MEANS = [
  'auto',
  'mean',
  'mean_with_sample_weight',
  'sum_over_batch_size',
  'sum_by_nonzero_weights',
];
const HARMLESS: ReadonlySet<string> = new Set(['name', 'dtype', 'fn']);

/** @throws DataError for a loss that has no counterpart, or several, or other means than over samples */
export function lossOf(where: string, value: unknown): Loss | undefined {
  const [first, another] = Array.isArray(value) ? value : [value];
  if (first === undefined || first === null) return undefined;
  const isNamed = typeof first === 'string' || 'class_name' in first || 'className' in first;
  const { name, config } = chosen(
    where,
    isNamed && another === undefined ? first : 'several losses',
  );
  const { config: settings, unread } = watched(config, HARMLESS);
  const known = nameOf(name);
  if (Object.hasOwn(MAKERS, known)) {
    const reduction = own(settings, 'reduction') ?? 'auto';
    if (!MEANS.includes(String(reduction))) {
      throw notUnderstood(where, `${name}, ${reduction} of the samples`, 'their mean', OWN);
    }
    const made = MAKERS[known]({ where, config: settings });
    const isLast = (own(settings, 'axis') ?? -1) === -1;
    const other = isLast ? unread()[0] : 'another axis';
    if (other === undefined) return made;
    throw notUnderstood(where, `${name} with ${other}`, 'a loss without it', OWN);
  }
  throw notUnderstood(where, name, `a loss of ${Object.keys(MAKERS).join(', ')}`, OWN);
}
