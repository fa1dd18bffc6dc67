/** A loss takes what the last layer makes: logits, probabilities or their logarithms. */
import { OptionError } from '../errors/errors.ts';
import type { Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';

/**
 * Softmax before `softmaxCrossEntropy`, sigmoid before `sigmoidBinaryCrossEntropy` and their kin train, slowly
 * and to something else, and nothing shows it: so they are refused.
 * @throws OptionError naming the layer and what to do about it
 */
export function checkOutputKind(where: string, model: Model, { name, classOutputs }: Loss): void {
  const last = model.layers.at(-1);
  const made = last?.layer.outputs;
  const taken = classOutputs?.kind;
  if (last === undefined || made === undefined) return;
  if (taken === undefined || taken === 'scores' || taken === made) return;
  throw new OptionError({
    where: `${where}.loss`,
    expected: `a loss that takes ${SAID[made]}, as ${last.layer.type} makes`,
    received: `${name}, which takes ${SAID[taken]}`,
    remedy:
      taken === 'logits'
        ? `Leave ${last.layer.type} out: ${name} contains it. Probabilities of a trained network: softmax or sigmoid of model.predict(inputs).`
        : `${taken === 'logProbabilities' ? 'End with logSoftmax()' : 'End with softmax() or sigmoid()'}, or use softmaxCrossEntropy() or sigmoidBinaryCrossEntropy(), which take logits.`,
  });
}

const SAID = {
  logits: 'logits (any numbers)',
  probabilities: 'probabilities',
  logProbabilities: 'logarithms of probabilities',
};
