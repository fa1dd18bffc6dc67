/** From the outputs of a network to what they say of classes: which, and how probable. */
import { describeShape } from '../errors/describe.ts';
import { StateError } from '../errors/errors.ts';
import { classOutputsOf } from '../losses/class_outputs.ts';
import type { ClassOutputs } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import { sigmoid } from '../ops/elementwise/activations.ts';
import { sub } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { greater } from '../ops/elementwise/comparison.ts';
import { exp } from '../ops/elementwise/exponential.ts';
import { softmax } from '../ops/reduction/softmax.ts';
import { concat } from '../ops/shape/concat.ts';
import { argmax } from '../ops/shape/indexing.ts';
import { reshape } from '../ops/shape/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { classesIn } from './csv/schema.ts';
import type { ReadExtras } from './model/extras.ts';
import { namesOf } from './model/learned_names.ts';

/** A model with what is known of its outputs. */
export type Described = Pick<ReadExtras, 'loss' | 'classOutputs' | 'task' | 'schema'> &
  Partial<Pick<ReadExtras, 'classNames'>> & { readonly model: Model };

/** Whether the model tells classes apart: by its task, else its loss, else the target of its table. */
export function isClassifier(described: Described): boolean {
  const { task, schema } = described;
  if (task !== undefined) return task === 'classification';
  return outputsOf(described) !== undefined || classesIn(schema) !== undefined;
}

/** Whether a sample may have several labels, or none. */
export function hasLabels(described: Described): boolean {
  return outputsOf(described)?.exclusive === false && columns(described) > 1;
}

/** Whether the loss says how outputs become probabilities. */
export function saysProbabilities(described: Described): boolean {
  const kind = outputsOf(described)?.kind;
  return kind !== undefined && kind !== 'scores';
}

/**
 * How probable each class is, `[samples, classes]`, the rows summing to 1; of several labels each by itself.
 * One output that tells two classes apart gives two columns.
 * @throws StateError where the loss does not say it
 */
export function probabilitiesOf(described: Described, outputs: Tensor): Tensor {
  const { kind, exclusive } = outputsOf(described) ?? {};
  if (!saysProbabilities(described)) throw unknown('predictProbabilities', described);
  if (kind === 'logProbabilities') return exp(outputs);
  const each = kind === 'logits' ? (exclusive ? softmax(outputs) : sigmoid(outputs)) : outputs;
  if (columns(described) > 1) return each;
  const second = reshape(each, [-1, 1]);
  return concat([sub(1, second), second], { axis: 1 });
}

/**
 * The class of each sample, int32 `[samples]`: of the highest score, or by one score alone.
 * @throws StateError where nobody knows from where on one score means class 1, and for several labels
 */
export function classesOf(described: Described, outputs: Tensor): Tensor {
  if (hasLabels(described)) {
    throw new StateError({
      where: 'predictClasses',
      expected: 'classes that exclude each other',
      received: `several labels, by ${described.loss}`,
      remedy: 'Use predictLabels(inputs).',
    });
  }
  if (!isClassifier(described) && namesOf(described).classNames === undefined) {
    throw unknown('predictClasses', described);
  }
  if (columns(described) > 1) return argmax(outputs);
  return reshape(yesOrNo('predictClasses', described, outputs), [-1]);
}

/** Of each label whether it is there, int32 `[samples, labels]`. */
export function labelsOf(described: Described, outputs: Tensor): Tensor {
  if (hasLabels(described)) return yesOrNo('predictLabels', described, outputs);
  throw new StateError({
    where: 'predictLabels',
    expected: 'a model with a loss for several labels, such as sigmoidBinaryCrossEntropy()',
    received: `the loss ${described.loss ?? 'unknown'}, of outputs ${describeShape(described.model.outputShape)}`,
    remedy: 'For one class of each sample use predictClasses(inputs).',
  });
}

function yesOrNo(where: string, described: Described, outputs: Tensor): Tensor {
  const kind = outputsOf(described)?.kind;
  if (kind === undefined) throw unknown(where, described);
  return cast(greater(outputs, kind === 'probabilities' ? 0.5 : 0), 'int32');
}

/** By the loss, or where there is none, as of an imported network, by a last layer that is sure. */
function outputsOf({ loss, classOutputs, task, model }: Described): ClassOutputs | undefined {
  if (loss !== undefined || task !== 'classification') return classOutputs ?? classOutputsOf(loss);
  const last = model.layers.at(-1)?.layer;
  if (classOutputs !== undefined || last === undefined || !('outputs' in last)) return classOutputs;
  const kind = last.outputs;
  if (kind === undefined || kind === 'logits') return undefined;
  return { kind, exclusive: last.type !== 'sigmoid' };
}

function columns({ model }: Described): number {
  return model.outputShape.at(-1) ?? 1;
}

function unknown(where: string, { loss }: Described): StateError {
  return new StateError({
    where,
    expected: 'a model whose loss says what outputs are of classes, such as softmaxCrossEntropy()',
    received: loss === undefined ? 'no loss' : `the loss ${loss}`,
    remedy:
      loss === undefined
        ? 'Say which: predictor(model, { loss }), or saveModel(path, model, { loss }).'
        : 'Its outputs are numbers, or scores: predict(inputs).',
  });
}
