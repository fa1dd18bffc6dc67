/** From the outputs of a model to what it predicts, in the words of its file. */
import {
  cast,
  concat,
  exp,
  greater,
  reshape,
  sigmoid,
  softmax,
  sub,
  type Tensor,
} from '../../index.ts';
import { classesIn } from '../../persistence/csv/schema.ts';
import type { ModelFile } from '../../persistence/index.ts';

type Described = Pick<ModelFile, 'loss' | 'task' | 'schema' | 'model'>;

/** Whether the model tells classes apart; a file that does not say so may have a schema that does. */
export function isClassifier({ task, schema }: Pick<ModelFile, 'task' | 'schema'>): boolean {
  return (task ?? (classesIn(schema) === undefined ? '' : 'classification')) === 'classification';
}

/** The class of each sample, int32 `[samples]`: of the highest score, or by one score alone. */
export function classesOf(file: Described, outputs: Tensor): Tensor {
  const [samples, scores] = outputs.shape;
  if (scores !== 1) return outputs.argmax();
  const threshold = file.loss === 'binaryCrossEntropyOfProbabilities' ? 0.5 : 0;
  return reshape(cast(greater(outputs, threshold), 'int32'), [samples]);
}

/**
 * The probability of each class, `[samples, classes]`, where the loss that the model was trained with
 * tells what its outputs are.
 */
export function probabilitiesOf({ loss }: Described, outputs: Tensor): Tensor | undefined {
  switch (loss) {
    case 'softmaxCrossEntropy':
      return softmax(outputs);
    case 'negativeLogLikelihood':
      return exp(outputs);
    case 'sigmoidBinaryCrossEntropy':
      return bothClasses(sigmoid(outputs));
    case 'binaryCrossEntropyOfProbabilities':
      return bothClasses(outputs);
    default:
      return undefined;
  }
}

function bothClasses(ofSecond: Tensor): Tensor | undefined {
  if (ofSecond.shape[1] !== 1) return undefined; // outputs that are yes or no apart from each other
  return concat([sub(1, ofSecond), ofSecond], { axis: 1 });
}
