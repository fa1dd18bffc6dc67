/** Digits: a network that learns to read handwritten digits, and what its layers make of one that is drawn. */
import {
  accuracy,
  adam,
  type Dataset,
  dense,
  type Model,
  noGrad,
  relu,
  sequential,
  softmax,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from 'epochal';
import { digits, split } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import { BLACK, packDrawing, SIDE, unpackDrawing } from '../core/drawing.ts';
import { Session, type View } from '../core/view.ts';
import {
  type DigitsEpoch,
  type DigitsResult,
  type DrawingAsked,
  type DrawingSeen,
  digitsView,
  type LayerSeen,
  type ReadDigit,
} from '../views/digits.ts';

const PIXELS = SIDE * SIDE;
const LAYERS = new Map([
  ['layers.1', 'First hidden layer'],
  ['layers.3', 'Second hidden layer'],
  ['layers.4', 'Output layer'],
]);

export const digitsRun: View<DigitsResult, DrawingAsked, DrawingSeen> = {
  ...digitsView,
  *run({ units, epochs: last, learningRate, seed }) {
    const { train, validation } = split(digits(), { validation: 0.2, seed: 7, stratify: true });
    const model = sequential({ inputShape: [PIXELS], seed: Number(seed) }, [
      dense({ units: Number(units) }),
      relu(),
      dense({ units: 16 }),
      relu(),
      dense({ units: 10 }),
    ]);
    const trainer = new Trainer({
      model,
      loss: softmaxCrossEntropy(),
      optimizer: adam({ learningRate: Number(learningRate) }),
      epochs: Number(last),
      batchSize: 32,
      evaluateTraining: true,
      seed: Number(seed),
    });
    const epochs: DigitsEpoch[] = [];
    const samples = { training: train.size, validation: validation.size };
    const session = (examples: Pick<DigitsResult, 'misread' | 'wellRead'>) =>
      new Session<DigitsResult, DrawingAsked, DrawingSeen>(
        {
          ...{ epochs: [...epochs], firstLayer: incomingWeights(model), samples },
          ...examples,
          weights: fingerprint(model),
        },
        { answer: (asked) => lookAt(model, asked) },
      );
    yield session({ misread: [], wellRead: [] });
    for (const event of trainer.run({ train, validation })) {
      if (event.type === 'iterationEnd') yield;
      if (event.type !== 'epochEnd') continue;
      const { loss, trainingLoss } = trainer.history.validations[event.epoch - 1];
      epochs.push({
        ...{ epoch: event.epoch, training: Number(trainingLoss), validation: loss },
        accuracy: accuracy(model.predict(validation.inputs), validation.targets),
      });
      yield session({ misread: [], wellRead: [] });
    }
    return session(readAll(model, validation));
  },
};

/** Of each unit of the first layer, its 64 weights. */
function incomingWeights(model: Model): number[][] {
  const [weight] = model.parameters();
  return weight.transpose().toArray({ rank: 2 });
}

/** What is misread, in the order of the set, and the first of each class that is not. */
function readAll(model: Model, { inputs, targets }: Dataset) {
  const outputs = model.predict(inputs).toArray({ rank: 2 });
  const pictures = inputs.toArray({ rank: 2 });
  const read = Array.from(targets.toTypedArray(), (target, sample): ReadDigit => {
    const drawing = packDrawing(pictures[sample].map((part) => part * BLACK));
    return { drawing, target, predicted: largestOf(outputs[sample]) };
  });
  const right = read.filter(({ target, predicted }) => target === predicted);
  return {
    misread: read.filter(({ target, predicted }) => target !== predicted),
    wellRead: Array.from({ length: 10 }, (_, digit) =>
      right.find(({ target }) => target === digit),
    ).filter((one) => one !== undefined),
  };
}

function lookAt(model: Model, asked: DrawingAsked): DrawingSeen {
  const levels = unpackDrawing(asked.drawing);
  if (levels === undefined) throw new Error('A drawing has 64 pixels.');
  const inputs = tensor([levels.map((level) => level / BLACK)]);
  const layers: LayerSeen[] = [];
  const outputs = noGrad(() =>
    model.forward(inputs, {
      observe(name, output) {
        const title = LAYERS.get(name);
        if (title === undefined) return;
        layers.push({ name: title, activations: Array.from(output.toTypedArray()) });
      },
    }),
  );
  const probabilities = Array.from(softmax(outputs).toTypedArray());
  return { asked, layers, probabilities, predicted: largestOf(probabilities) };
}

function largestOf(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
