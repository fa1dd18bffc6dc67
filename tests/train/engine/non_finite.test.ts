/** Numbers that are not finite stop a training run with an error that says where; nothing is harmed. */
import { describe, expect, it, vi } from 'vitest';
import type { Dataset } from '../../../src/data/index.ts';
import { NonFiniteError } from '../../../src/errors/training.ts';
import { loss, meanSquaredError, softmaxCrossEntropy } from '../../../src/losses/index.ts';
import {
  batchNorm,
  dense,
  hardTanh,
  type ModelState,
  relu,
  residual,
} from '../../../src/nn/index.ts';
import { log } from '../../../src/ops/public.ts';
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamW,
  lamb,
  lion,
  lookahead,
  nadam,
  type Optimizer,
  radam,
  rmsprop,
  sgd,
} from '../../../src/optimizers/index.ts';
import {
  type Callback,
  Trainer,
  type TrainerOptions,
  type TrainingEvent,
} from '../../../src/train/index.ts';
import { Tensor, tensor, uniform } from '../../tensors.ts';
import { network, options, regression } from '../tasks.ts';

const train = regression();

/** The tensor with one element overwritten. */
function spoiled(t: Tensor, element: number, value: number): Tensor {
  const flat = t.toTypedArray();
  flat[element] = value;
  return tensor(flat, { shape: t.shape });
}

const bits = (state: ModelState) =>
  Object.entries(state).map(([name, t]) => `${name} ${Array.from(t.toTypedArray())}`);

interface Failure {
  readonly error: NonFiniteError;
  /** State of the network and the optimizer before the iteration, and after the error. */
  readonly before: string[];
  readonly after: string[];
}

function failureOf(
  overrides: Partial<TrainerOptions>,
  data: Dataset = train,
  act?: (event: TrainingEvent, trainer: Trainer) => void,
): Failure {
  const model = network([dense({ units: 4 }), batchNorm(), relu(), dense({ units: 2 })]);
  const trainer = new Trainer(
    options({ model, optimizer: adam({ learningRate: 0.01 }), shuffle: false, ...overrides }),
  );
  const state = () => [...bits(trainer.model.state()), ...bits(trainer.optimizerState())];
  let before = state();
  try {
    for (const event of trainer.run({ train: data })) {
      act?.(event, trainer);
      if (event.type === 'iterationStart') before = state();
    }
  } catch (error) {
    if (error instanceof NonFiniteError) return { error, before, after: state() };
    throw error;
  }
  throw new Error('the training went through');
}

/** Inputs times a factor. */
const scaled = (factor: number): Dataset => ({ ...train, inputs: train.inputs.mul(factor) });

const batchNormFirst = () => ({ model: network([batchNorm(), dense({ units: 2 })]) });

function expectFailure({ error, before, after }: Failure, expected: Partial<NonFiniteError>): void {
  const { epoch, iteration, phase, tensor: culprit } = error;
  expect({ epoch, iteration, phase, tensor: culprit }).toMatchObject(expected);
  expect(error.message).toContain(
    `epoch ${epoch}, iteration ${iteration}, phase ${phase}: the ${phase === 'backward' ? 'gradient' : phase} ` +
      `is not finite; the first tensor that went wrong is the ${culprit}. Expected finite numbers;`,
  );
  expect(error.message).toContain('The parameters are as they were before this iteration.');
  expect(after).toEqual(before);
}

describe.each(['reference', 'wasm'] as const)('on %s, the error names', (backend) => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'inputs that are %d, in the batch they come in',
    (value) => {
      // Sample 10 is in the second of three batches of 8.
      const data = { ...train, inputs: spoiled(train.inputs, 31, value) };
      const failure = failureOf({ backend }, data);
      expectFailure(failure, {
        epoch: 1,
        iteration: 2,
        phase: 'loss',
        tensor: 'inputs of the batch',
      });
      expect(failure.error.received).toBe(`${value} at element 7`);
    },
  );

  it('targets', () => {
    const data = { ...train, targets: spoiled(train.targets, 39, Number.NaN) };
    // The check before training would find it; a loss of one's own has none.
    const own = loss('own', (y, t) => y.sub(t).square().mean({ axis: 1 }));
    expectFailure(failureOf({ backend, loss: own }, data), {
      iteration: 3,
      tensor: 'targets of the batch',
    });
  });

  it('sample weights', () => {
    const sampleWeights = spoiled(uniform([20], { low: 0, seed: 1 }), 0, Number.POSITIVE_INFINITY);
    expectFailure(failureOf({ backend }, { ...train, sampleWeights }), {
      iteration: 1,
      tensor: 'sample weights of the batch',
    });
  });

  it.each([
    ['that learn', () => {}],
    ['that are frozen', ({ model }: Trainer) => model.freeze('layers.3')],
  ])('parameters %s', (_, prepare) => {
    const failure = failureOf({ backend }, train, (event, trainer) => {
      if (event.type === 'trainStart') prepare(trainer);
      if (event.type !== 'iterationEnd' || event.iteration !== 4) return;
      const bias = trainer.model.parameters()[5];
      bias.assign(spoiled(bias, 1, Number.NaN));
    });
    expectFailure(failure, { epoch: 2, iteration: 5, tensor: 'parameter layers.3.bias' });
  });

  it('the first layer whose output went wrong', () => {
    const model = network([
      dense({ units: 4 }),
      residual([(x) => log(x.sub(10)), dense({ units: 4 })]),
      dense({ units: 2 }),
    ]);
    expectFailure(failureOf({ backend, model }), {
      epoch: 1,
      iteration: 1,
      tensor: 'output of layers.1.layers.0',
    });
  });

  it('the loss, where everything before it is finite', () => {
    const failure = failureOf({
      backend,
      loss: loss('root', (y) => y.sub(10).sqrt().mean({ axis: 1 })),
    });
    expectFailure(failure, { iteration: 1, phase: 'loss', tensor: 'loss' });
    expect(failure.error.received).toBe('NaN');
  });

  it('the gradient nearest to the loss, where the loss itself is finite', () => {
    // The root has an infinite slope at 0, where it is 0.
    const steep = loss('steep', (y) => y.sub(y.detach()).abs().sqrt().mean({ axis: 1 }));
    const failure = failureOf({ backend, loss: steep });
    expectFailure(failure, {
      iteration: 1,
      phase: 'backward',
      tensor: 'gradient of layers.3.bias',
    });
    expect(failure.error.received).toMatch(/at element 0$/);
  });

  it('the iteration in which a training run diverges', () => {
    const failure = failureOf({ backend, optimizer: sgd({ learningRate: 1e30 }), epochs: 50 });
    expect(failure.error.iteration).toBeGreaterThan(1);
    expectFailure(failure, { epoch: Math.ceil(failure.error.iteration / 3) });
  });

  it('micro-batches, too: what others have added is forgotten', () => {
    const data = { ...train, inputs: spoiled(train.inputs, 3 * 7, Number.NaN) }; // the last of 4
    expectFailure(failureOf({ backend, accumulate: 4 }, data), {
      iteration: 1,
      tensor: 'inputs of the batch',
    });
  });

  it('what is wrong, and a corrected training continues from there', () => {
    const whole = new Trainer(options({ model: network(), backend, shuffle: false }));
    for (const _ of whole.run({ train }));
    const inputs = train.inputs.mul(1);
    const trainer = new Trainer(options({ model: network(), backend, shuffle: false }));
    inputs.assign(spoiled(inputs, 30, Number.NaN));
    const data = { ...train, inputs };
    expect(() => [...trainer.run({ train: data })]).toThrow(NonFiniteError);
    expect(trainer.iteration).toBe(1);
    inputs.assign(train.inputs);
    for (const _ of trainer.run({ train: data }));
    expect(bits(trainer.model.state())).toEqual(bits(whole.model.state()));
  });
});

describe.each(['reference', 'wasm'] as const)(
  'on %s, what an update would leave behind',
  (backend) => {
    /** A loss whose gradients are about 1e20 from iteration 3 on: finite, and their squares are not. */
    function huge(): Partial<TrainerOptions> & { readonly data: Dataset } {
      const scaled = loss('scaled', (y, t) => y.mul(t).mean({ axis: 1 }));
      const targets = train.targets.mul(0).add(1);
      return { loss: scaled, data: { ...train, targets: spoiled(targets, 39, 1e22) } };
    }

    it.each<[string, Optimizer]>([
      ['meanSquare', adam()],
      ['meanSquare', adam({ amsgrad: true })],
      ['meanSquare', adam({ learningRate: 1e-10 })],
      ['meanSquare', adamW()],
      ['meanSquare', nadam()],
      ['meanSquare', radam()],
      ['meanSquare', lamb()],
      ['meanSquare', rmsprop()],
      ['meanSquare', rmsprop({ centered: true, momentum: 0.9 })],
      ['meanSquare', adadelta()],
      ['sumOfSquares', adagrad()],
      ['meanSquare', lookahead({ optimizer: adam() })],
    ])('is looked through: the %s of %o', (name, optimizer) => {
      const { data, ...overrides } = huge();
      const model = network([dense({ units: 4 }), relu(), dense({ units: 2 })]);
      const failure = failureOf({ backend, model, optimizer, ...overrides }, data);
      expectFailure(failure, { epoch: 1, iteration: 3, phase: 'update' });
      expect(failure.error.tensor).toMatch(
        new RegExp(`^optimizer state layers\\.\\d\\.(weight|bias)\\.${name}$`),
      );
    });

    it('continues where nothing overflows, as momentum and signs do', () => {
      for (const optimizer of [sgd({ learningRate: 1e-25, momentum: 0.9 }), lion(), adamax()]) {
        const { data, ...overrides } = huge();
        const model = network([dense({ units: 4 }), relu(), dense({ units: 2 })]);
        const trainer = new Trainer(
          options({ model, backend, optimizer, epochs: 1, ...overrides }),
        );
        for (const _ of trainer.run({ train: data }));
        expect(trainer.iteration).toBe(3);
      }
    });

    it('is looked through where a learning rate is as large', () => {
      const failure = failureOf({ backend, optimizer: sgd({ learningRate: 3e38 }) });
      expectFailure(failure, { iteration: 1, phase: 'update' });
      expect(failure.error.tensor).toMatch(/^parameter layers/);
    });

    it('are running statistics, too: those of 1e25 have an infinite variance', () => {
      for (const accumulate of [1, 2]) {
        const failure = failureOf({ backend, accumulate, ...batchNormFirst() }, scaled(1e25));
        expectFailure(failure, {
          epoch: 1,
          iteration: 1,
          phase: 'update',
          tensor: 'buffer layers.0.runningVariance',
        });
      }
    });

    it('are running statistics in later iterations, too', () => {
      const failure = failureOf({ backend, ...batchNormFirst() }, train, (event, trainer) => {
        if (event.type !== 'iterationEnd' || event.iteration !== 4) return;
        trainer.model.loadState({
          ...trainer.model.state(),
          'layers.0.runningMean': tensor([0, Number.NaN, 0]),
        });
      });
      expectFailure(failure, { iteration: 5, tensor: 'buffer layers.0.runningMean' });
    });

    it('is found by the end, where every loss was finite', () => {
      // What grows by itself, behind an activation that makes a finite number of all there is.
      const optimizer = sgd({ groups: [{ parameters: 'layers.0', weightDecay: 1e16 }] });
      const model = network([dense({ units: 4 }), hardTanh(), dense({ units: 2 })]);
      const trainer = new Trainer(options({ model, backend, optimizer, iterations: 3, epochs: 9 }));
      const events: string[] = [];
      const start = () => {
        for (const { type } of trainer.run({ train })) events.push(type);
      };
      expect(start).toThrow(NonFiniteError);
      expect(start).toThrow(
        'iteration 3, phase update: the update is not finite; the first tensor that went wrong is the parameter layers.0.weight',
      );
      expect(events.filter((type) => type === 'loss')).toHaveLength(3);
      expect(events.at(-1)).toBe('trainEnd');
    });

    it('is looked through every hundredth iteration', () => {
      const model = network([dense({ units: 4 }), hardTanh(), dense({ units: 2 })]);
      const trainer = new Trainer(options({ model, backend, epochs: 1000 }));
      const [, bias] = model.parameters();
      const start = () => {
        for (const event of trainer.run({ train })) {
          if (event.type !== 'iterationEnd' || event.iteration !== 120) continue;
          bias.assign(bias.mul(0).add(Number.POSITIVE_INFINITY)); // hardTanh makes 1 of it, and learns nothing
        }
      };
      expect(start).toThrow('iteration 200, phase update');
      expect(start).toThrow('go on from a checkpoint: the parameters are those after');
    });

    it('is not kept in a checkpoint', async () => {
      const model = network();
      const trainer = new Trainer(options({ model, backend }));
      const [weight] = model.parameters();
      const kept: number[] = [];
      const callbacks: Callback[] = [
        (event, control) => {
          if (event.type !== 'iterationEnd') return;
          if (event.iteration === 3) weight.assign(weight.mul(0).sub(Number.POSITIVE_INFINITY));
          control.checkpoint(({ progress }) => {
            kept.push(progress.iteration);
          });
        },
      ];
      await expect(trainer.fit({ train, callbacks })).rejects.toThrow(
        'the first tensor that went wrong is the parameter layers.0.weight',
      );
      expect(kept).toEqual([1, 2]);
    });
  },
);

describe('finite numbers that are merely large', () => {
  it('continue: gradients whose squares overflow are no error, and have a norm', () => {
    const huge = loss('huge', (y) => y.mul(1e25).mean({ axis: 1 }));
    const optimizer = sgd({ learningRate: 1e-30 });
    const trainer = new Trainer(options({ model: network(), loss: huge, optimizer, epochs: 1 }));
    for (const event of trainer.run({ train })) {
      if (event.type !== 'update') continue;
      expect(event.gradientNorm).toBeGreaterThan(1e24);
      expect(event.gradientNorm).toBeLessThan(1e26);
    }
    expect(trainer.iteration).toBe(3);
  });

  it('such as logits of 1000 have a finite loss', () => {
    const model = network([dense({ units: 3 }), (x) => x.mul(1000)]);
    const data = { ...train, targets: tensor(new Int32Array(20)) };
    const trainer = new Trainer(options({ model, loss: softmaxCrossEntropy(), epochs: 1 }));
    for (const _ of trainer.run({ train: data }));
    expect(trainer.history.epochs[0].loss).toBeGreaterThan(1);
  });
});

describe('a loss that is checked before training', () => {
  it('finds targets that are not finite at once', () => {
    const data = { ...train, targets: spoiled(train.targets, 39, Number.NaN) };
    const trainer = new Trainer(options({ loss: meanSquaredError() }));
    expect(() => trainer.run({ train: data }).next()).toThrow('received NaN in sample 19');
    expect(trainer.iteration).toBe(0);
  });
});

it('copies no buffer in an iteration that goes well', () => {
  const copies = vi.spyOn(Tensor.prototype, 'toTypedArray');
  const layers = [dense({ units: 4 }), batchNorm(), dense({ units: 2 })];
  const trainer = new Trainer(options({ model: network(layers), epochs: 3, backend: 'wasm' }));
  const counts: number[] = [];
  for (const { type } of trainer.run({ train: regression() })) {
    if (type === 'iterationEnd') counts.push(copies.mock.calls.length);
  }
  copies.mockRestore();
  expect(counts.at(-1)).toBe(counts[2]); // the first epoch compiles
});
