/** Bugs that were found in other libraries, each of which a test here must catch. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import * as initializers from '../../src/initializers/index.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import * as nn from '../../src/nn/index.ts';
import { dense } from '../../src/nn/index.ts';
import { adam, sgd } from '../../src/optimizers/index.ts';
import { random } from '../../src/tensor/rng.ts';
import { Trainer } from '../../src/train/index.ts';
import { type Tensor, tensor, uniform } from '../tensors.ts';
import { counting, network, ofType, options, regression } from './tasks.ts';

const BACKENDS = ['reference', 'wasm'] as const;

describe.each(BACKENDS)('on %s', (backend) => {
  it('the bias correction of Adam is neither missing nor multiplied', () => {
    // The loss is the output, so the gradient of the bias is 1 in every iteration. Corrected, mean and
    // mean square are then 1, and every update is the learning rate. Without correction the first
    // would be 3.2 times as large, with its inverse 3.2e-4 of it.
    const model = network([dense({ units: 1 })], { features: 1 });
    const trainer = new Trainer(
      options({
        model,
        loss: { name: 'output', perSample: (y) => y, mean: (y) => y.mean() },
        optimizer: adam({ learningRate: 0.125 }),
        backend,
        epochs: 20,
      }),
    );
    const biases = [0];
    for (const event of trainer.run({
      train: regression({ samples: 8, features: 1, outputs: 1 }),
    })) {
      if (event.type === 'update') biases.push(event.parameters['layers.0.bias'].item());
    }
    const updates = biases.slice(1).map((bias, i) => biases[i] - bias);
    expect(updates).toEqual(new Array(20).fill(expect.closeTo(0.125, 5)));
  });

  it.each(Object.entries(ACTIVATIONS()))('%s is no other activation', (name, formula) => {
    const activation = (nn as unknown as Record<string, () => nn.Layer>)[name];
    const model = network([dense({ units: 4 }), activation(), dense({ units: 2 })]);
    const optimizer = sgd({ learningRate: 1e-3 });
    const trainer = new Trainer(options({ model, optimizer, backend, epochs: 2 }));
    let rows = 0;
    for (const event of trainer.run({ train: WIDE })) {
      if (event.type !== 'forward') continue;
      const [before, after] = [event.activations['layers.0'], event.activations['layers.1']];
      expect(after).toBeCloseToTensor((before.toArray() as number[][]).map(formula), {
        relativeTolerance: 1e-5,
        absoluteTolerance: 1e-5,
      });
      rows += before.shape[0];
    }
    expect(rows).toBe(40);
    expect(trainer.reports()).toHaveLength(backend === 'wasm' ? 2 : 0);
  });

  it.each([1, 3])(
    'the last batch of an epoch leaves no gradient behind, %d micro-batches',
    (accumulate) => {
      const train = regression({ samples: 10 });
      const loss = meanSquaredError();
      const model = network();
      const trainer = new Trainer(
        options({ model, loss, backend, accumulate, batchSize: 4, epochs: 3, optimizer: sgd() }),
      );
      let [last, rows]: [boolean, Tensor] = [false, tensor(new Int32Array())];
      for (const event of trainer.run({ train })) {
        if (event.type === 'iterationStart') rows = tensor(event.indices);
        if (event.type === 'loss')
          last = event.microBatch === Math.ceil(rows.size / Math.ceil(4 / accumulate));
        if (event.type !== 'backward' || !last) continue;
        const outputs = model.forward(train.inputs.gather(rows));
        const fresh = gradients(loss.mean(outputs, train.targets.gather(rows)), model.parameters());
        model.parameters().forEach(({ name }, i) => {
          expect(event.gradients[name], `${name}, iteration ${event.iteration}`).toBeCloseToTensor(
            fresh[i] as Tensor,
            { absoluteTolerance: 1e-6 },
          );
        });
      }
      expect(trainer.iteration).toBe(9);
    },
  );

  it('the loss of an epoch is the mean over its samples: losses 0..9 in batches of 4 are 4.5, not 5.167', () => {
    const model = network([dense({ units: 1, useBias: false })], { features: 1 });
    model.parameters()[0].assign([1]);
    const trainer = new Trainer(
      options({
        model,
        loss: { name: 'output', perSample: (y) => y, mean: (y) => y.mean() },
        optimizer: sgd({ learningRate: 0 }),
        backend,
        batchSize: 4,
        epochs: 2,
        shuffle: false,
      }),
    );
    const events = [...trainer.run({ train: counting([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) })];
    expect(ofType(events, 'iterationEnd').map(({ loss }) => loss)).toEqual([
      1.5, 5.5, 8.5, 1.5, 5.5, 8.5,
    ]);
    expect(ofType(events, 'epochEnd').map(({ loss }) => loss)).toEqual([4.5, 4.5]);
  });
});

describe('the normal generator', () => {
  const drawn = 200_000;
  const { normal } = random(1, 'bugs of peers');
  const initial = initializers.normal({ standardDeviation: 1 }).sample({
    ...{ shape: [drawn], dtype: 'float32', fanIn: 1, fanOut: 1 },
    random: random(2, 'bugs of peers'),
  });

  it.each([
    ['itself', Float64Array.from({ length: drawn }, normal)],
    ['through the initializer', initial],
  ])('%s is not cut off at either end, nor thinned out there', (_, values) => {
    const beyond = (limit: number) => [
      values.filter((value) => value > limit).length,
      values.filter((value) => value < -limit).length,
    ];
    // Expected on each side: 270 beyond 3, 6.3 beyond 4; within five deviations of that.
    for (const count of beyond(3)) expect(Math.abs(count - 270)).toBeLessThan(5 * Math.sqrt(270));
    for (const count of beyond(4)) expect(count).toBeGreaterThan(0);
    for (const count of beyond(4)) expect(count).toBeLessThan(6.3 + 5 * Math.sqrt(6.3));
  });
});

/** Inputs from -4 to 4, where all activations differ, and a few samples more than a batch. */
const inputs = uniform([20, 3], { low: -4, high: 4, seed: 3 });
const WIDE = { inputs, targets: regression().targets, size: 20 };

/** Every activation in plain numbers, row by row. */
function ACTIVATIONS(): Readonly<Record<string, (row: number[]) => number[]>> {
  const each = (f: (x: number) => number) => (row: number[]) => row.map(f);
  const softplus = (x: number) => Math.log1p(Math.exp(x));
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const [scale, alpha] = [1.0507009873554805, 1.6732632423543772];
  const normalCdf = (x: number) => {
    // Simpson's rule over the density, from 0 to x.
    const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
    const n = 2000;
    const h = x / n;
    let sum = density(0) + density(x);
    for (let i = 1; i < n; i++) sum += density(i * h) * (i % 2 === 1 ? 4 : 2);
    return 0.5 + (sum * h) / 3;
  };
  const exponentials = (row: number[]) => row.map(Math.exp);
  const total = (row: number[]) => exponentials(row).reduce((a, b) => a + b, 0);
  return {
    relu: each((x) => Math.max(x, 0)),
    leakyRelu: each((x) => (x > 0 ? x : 0.01 * x)),
    elu: each((x) => (x > 0 ? x : Math.expm1(x))),
    selu: each((x) => scale * (x > 0 ? x : alpha * Math.expm1(x))),
    gelu: each((x) => x * normalCdf(x)),
    geluTanh: each(
      (x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    ),
    silu: each((x) => x * sigmoid(x)),
    mish: each((x) => x * Math.tanh(softplus(x))),
    softplus: each(softplus),
    sigmoid: each(sigmoid),
    tanh: each(Math.tanh),
    hardSigmoid: each((x) => Math.min(Math.max(x + 3, 0), 6) / 6),
    hardTanh: each((x) => Math.min(Math.max(x, -1), 1)),
    softmax: (row) => exponentials(row).map((e) => e / total(row)),
    logSoftmax: (row) => row.map((x) => x - Math.log(total(row))),
  };
}
