/** Measuring a model on a whole set, compiled from the second time on. */
import { describe, expect, it } from 'vitest';
import { loss as lossOf, meanSquaredError, softmaxCrossEntropy } from '../../src/losses/index.ts';
import { accuracy } from '../../src/metrics/index.ts';
import { dense, tanh } from '../../src/nn/index.ts';
import { div } from '../../src/ops/elementwise/arithmetic.ts';
import { executor } from '../../src/ops/execute/execute.ts';
import { reference } from '../../src/ops/execute/reference.ts';
import { mean } from '../../src/ops/reduction/reduction.ts';
import { evaluate, Trainer } from '../../src/train/index.ts';
import { type Tensor, uniform } from '../tensors.ts';
import { classification, network, options, regression } from './tasks.ts';

const model = network();
const classifier = network([dense({ units: 5 }), tanh(), dense({ units: 3 })]);
const sampleWeights = uniform([20], { low: 0, high: 2, seed: 4 });

describe('evaluate', () => {
  it('gives the bits of the reference, the first time, compiled, and for other weights and sets', () => {
    const weighted = { ...regression(), sampleWeights };
    const cases = [
      {
        model,
        loss: meanSquaredError(),
        sets: [regression(), weighted, regression({ samples: 7 })],
      },
      { model: classifier, loss: softmaxCrossEntropy(), sets: [classification()] },
    ];
    for (const { sets, ...request } of cases) {
      for (let time = 1; time <= 4; time++) {
        for (const set of sets) {
          const measured = evaluate({ ...request, metrics: { accuracy: () => time } }, set);
          const reference = evaluate({ ...request, backend: 'reference' }, set);
          expect(measured.loss).toBe(reference.loss);
          expect(measured.metrics).toEqual({ accuracy: time });
        }
        request.model
          .parameters()[0]
          .assign(uniform([3, request.model.parameters()[0].shape[1]], { seed: time }));
      }
    }
  });

  it('measures on references alone where they are asked for, metrics included', () => {
    const executors: (typeof reference)[] = [];
    const metrics = {
      own: (outputs: Tensor) => {
        executors.push(executor());
        return outputs.mean().item();
      },
    };
    const request = { model, loss: meanSquaredError(), metrics };
    evaluate({ ...request, backend: 'reference' }, regression());
    evaluate(request, regression());
    const training = options({ model, metrics, epochs: 1, backend: 'reference' });
    for (const _ of new Trainer(training).run({ train: regression(), validation: regression() }));
    expect(executors.map((one) => one === reference)).toEqual([true, false, true]);
  });

  it('takes a loss of one’s own, though it looks at values, which no plan can', () => {
    const own = lossOf('own', (outputs, targets) => {
      const scale = outputs.abs().max().item();
      return mean(div(outputs.sub(targets).square(), scale), { axis: 1 });
    });
    const first = evaluate({ model, loss: own }, regression()).loss;
    for (const seed of [1, 2, 3]) {
      model.parameters()[0].assign(uniform([3, 4], { seed }));
      const { loss } = evaluate({ model, loss: own }, regression());
      expect(loss).toBe(evaluate({ model, loss: own, backend: 'reference' }, regression()).loss);
      expect(loss).not.toBe(first);
    }
  });

  it('measures metrics on the outputs of the whole set', () => {
    const set = classification();
    const { metrics } = evaluate(
      { model: classifier, loss: softmaxCrossEntropy(), metrics: { accuracy } },
      set,
    );
    expect(metrics.accuracy).toBe(accuracy(classifier.predict(set.inputs), set.targets));
  });
});
