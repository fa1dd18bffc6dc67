/** What an evaluation says of classes, and a diagnosis after it. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import {
  accuracy,
  binaryCrossEntropyOfProbabilities,
  type Dataset,
  dense,
  evaluate,
  type Loss,
  type Metric,
  type MetricContext,
  meanSquaredError,
  sequential,
  sgd,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { diagnose } from '../../src/selection/index.ts';
import { tensor } from '../tensors.ts';

/** A network that gives its input as it is, one number for each unit. */
function echo(units: number, last = [] as ReturnType<typeof sigmoid>[]) {
  const model = sequential({ inputShape: [units] }, [dense({ units }), ...last]);
  const weight = Array.from({ length: units }, (_, i) =>
    Array.from({ length: units }, (_, j) => +(i === j)),
  );
  model.parameters()[0].assign(tensor(weight));
  return model;
}

const inputs = [
  [2, 0, 0],
  [3, 1, 0],
  [1, 0, 0],
  [0, 4, 0],
];
const targets = ['cat', 'cat', 'owl', 'dog'];
const pets = fromArrays({ inputs, targets, classNames: ['cat', 'dog', 'owl'] });
const loss = softmaxCrossEntropy();
const reportOf = (model: ReturnType<typeof echo>, own: Loss, dataset: Dataset) =>
  evaluate({ model, loss: own }, dataset).report;

describe('evaluate', () => {
  it('reports on what was, though the dataset is overwritten before anyone looks', () => {
    const targets = tensor(Int32Array.of(0, 1, 2));
    const sampleWeights = tensor([1, 2, 3]);
    const set = {
      inputs: tensor([
        [3, 0, 0],
        [0, 3, 0],
        [3, 0, 0],
      ]),
      targets,
      sampleWeights,
      size: 3,
    };
    const expected = evaluate({ model: echo(3), loss }, set).report?.toString();
    const { ...judged } = evaluate({ model: echo(3), loss }, set);
    const later = evaluate({ model: echo(3), loss }, set);
    targets.storage.data.fill(1);
    sampleWeights.storage.data.fill(1);
    expect(later.report?.toString()).toBe(expected);
    expect(judged.report?.toString()).toBe(expected);
    expect(later.report).toBe(later.report);
    expect(Object.keys(later)).toEqual(['loss', 'metrics', 'report']);
  });

  it('shows its report on the console', () => {
    const judged = evaluate({ model: echo(3), loss }, pets);
    expect(inspect(judged)).toContain(inspect(judged.report).split('\n')[0]);
    expect(inspect(judged)).not.toContain('Getter');
  });

  it('reports on classes, by name', () => {
    const { metrics, report } = evaluate({ model: echo(3), loss, metrics: { accuracy } }, pets);
    expect(report?.accuracy).toBe(metrics.accuracy);
    expect([report?.accuracy, report?.baseline]).toEqual([0.75, 0.5]);
    expect(report?.warnings).toEqual(['never predicted: class "owl"']);
    expect(report?.classes.map(({ name }) => name)).toEqual(['cat', 'dog', 'owl']);
  });

  it('knows names that the model has learned', () => {
    const model = echo(3);
    model.names = { classNames: ['cat', 'dog', 'owl'] };
    const numbered = fromArrays({ inputs, targets: [0, 0, 2, 1] });
    expect(reportOf(model, loss, numbered)?.warnings).toEqual(['never predicted: class "owl"']);
    expect(reportOf(echo(3), loss, numbered)?.warnings).toEqual(['never predicted: class "2"']);
  });

  it('reads one output by the loss, logits or probabilities', () => {
    const few = fromArrays({ inputs: [[-2], [0.2], [0.4]], targets: [false, true, true] });
    const right = { accuracy: 1, baseline: 2 / 3, rocAuc: 1, warnings: [] };
    expect(reportOf(echo(1), sigmoidBinaryCrossEntropy(), few)).toMatchObject(right);
    const ofProbabilities = binaryCrossEntropyOfProbabilities();
    expect(reportOf(echo(1, [sigmoid()]), ofProbabilities, few)).toMatchObject(right);
  });

  it('reports on nothing that is no class', () => {
    const numbers = fromArrays({ inputs: [[1], [2]], targets: [0, 1] });
    expect(evaluate({ model: echo(1), loss: meanSquaredError() }, numbers)).not.toHaveProperty(
      'report',
    );
    const soft = fromArrays({ inputs: [[1], [2]], targets: [0.25, 1] });
    expect(reportOf(echo(1), sigmoidBinaryCrossEntropy(), soft)).toBeUndefined();
  });

  it('weighs metrics, the report and the loss by the weights of the samples', () => {
    const weighted = { ...pets, sampleWeights: tensor([1, 1, 6, 0]) };
    const seen: (MetricContext | undefined)[] = [];
    const own: Metric = (_outputs, _targets, context) => seen.push(context);
    const request = { model: echo(3), loss, metrics: { accuracy, own } };
    const { metrics, report } = evaluate(request, weighted);
    expect([metrics.accuracy, report?.accuracy, report?.baseline]).toEqual([0.25, 0.25, 0.75]);
    expect(seen).toEqual([{ loss, sampleWeights: weighted.sampleWeights }]);
  });
});

describe('a training run', () => {
  it('weighs the metrics of its validation', () => {
    const train = (sampleWeights: number[]) => {
      const options = { loss, optimizer: sgd({ learningRate: 0 }), epochs: 1, shuffle: false };
      const trainer = new Trainer({ ...options, model: echo(3), metrics: { accuracy } });
      const validation = { ...pets, sampleWeights: tensor(sampleWeights) };
      return trainer.fit({ train: pets, validation });
    };
    return train([1, 1, 6, 0]).then(({ epochs }) => {
      expect(epochs[0].validation?.metrics).toEqual({ accuracy: 0.25 });
    });
  });
});

describe('diagnose', () => {
  it('tells what the losses do not show, with what to do', async () => {
    const options = { loss, optimizer: sgd({ learningRate: 0.01 }), epochs: 3, seed: 1 };
    const trainer = new Trainer({ ...options, model: echo(3) });
    const history = await trainer.fit({ train: pets });
    const { report } = evaluate({ model: echo(3), loss }, pets);
    const found = diagnose(history, { report });
    expect(found.warnings).toEqual(['never predicted: class "owl"']);
    expect(`${found}`).toMatch(/^ {2}never predicted: class "owl"$/m);
    expect(found.remedy).toContain('balancedClassWeights(train)');
    const silent = diagnose(history);
    expect([silent.warnings, silent.remedy.includes('classWeights')]).toEqual([[], false]);
    expect(() => diagnose(history, { report: [] as never })).toThrow('evaluate({ model, loss }');
  });
});
