/** Penalties and constraints in a training run: what is counted, when, and how often. */
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { meanSquaredError } from '../../../src/losses/index.ts';
import {
  dense,
  elasticPenalty,
  gaussianNoise,
  l1Penalty,
  l2Penalty,
  type Model,
  maxNorm,
  nonNegative,
  tanh,
  unitNorm,
} from '../../../src/nn/index.ts';
import { adam, lookahead, sgd } from '../../../src/optimizers/index.ts';
import {
  evaluate,
  Trainer,
  type TrainerOptions,
  type TrainingState,
} from '../../../src/train/index.ts';
import { regularization } from '../../fixtures/pytorch/regularization.ts';
import { tensor } from '../../tensors.ts';
import { network, ofType, options, regression } from '../../train/tasks.ts';

const strength = 0.1;
const data = regression();
const doubles = regression({ dtype: 'float64' });

const bare = (dtype: 'float32' | 'float64' = 'float32') =>
  network([dense({ units: 4 }), tanh(), dense({ units: 2 })], { dtype });

function penalized(dtype: 'float32' | 'float64' = 'float32'): Model {
  const parts = { weightPenalty: l2Penalty({ strength }), biasPenalty: l2Penalty({ strength }) };
  const layers = [dense({ units: 4, ...parts }), tanh(), dense({ units: 2, ...parts })];
  return network(layers, { dtype });
}

function train(overrides: Partial<TrainerOptions>, set = data): Trainer {
  const trainer = new Trainer(options({ recordIterations: true, ...overrides }));
  for (const _ of trainer.run({ train: set }));
  return trainer;
}

const losses = ({ history }: Trainer) => history.iterations.map(({ loss }) => loss);

describe.each([
  ['float64', 'reference', 1e-12, 1e-12],
  ['float32', 'reference', 2e-6, 1e-5],
  ['float32', 'wasm', 2e-6, 1e-5],
] as const)('a regularized training in %s, %s', (dtype, backend, lossTolerance, tolerance) => {
  it('has the losses, penalties included, and the weights of PyTorch', () => {
    const golden = regularization.training;
    const { inputs, targets, learningRate, momentum, batchSize, iterations, globalNorm } = golden;
    const model = network(
      [
        dense({
          units: 6,
          weightPenalty: elasticPenalty(golden.first),
          weightConstraint: maxNorm({ max: golden.max }),
        }),
        tanh(),
        dense({
          units: 2,
          weightPenalty: l2Penalty(golden.last),
          biasPenalty: l1Penalty(golden.lastBias),
        }),
      ],
      { dtype },
    );
    for (const p of model.parameters()) p.assign(tensor(golden.initial[p.name], { dtype }));
    const trainer = train(
      {
        model,
        optimizer: sgd({ learningRate, momentum }),
        ...{ batchSize, iterations, backend, epochs: undefined, shuffle: false },
        clip: { globalNorm },
      },
      fromArrays({ inputs, targets, dtype }),
    );
    const off = losses(trainer).map((loss, i) => Math.abs(loss / golden[dtype].losses[i] - 1));
    expect(off).toHaveLength(iterations);
    expect(Math.max(...off)).toBeLessThan(lossTolerance);
    for (const [name, values] of Object.entries(golden[dtype].final)) {
      expect(model.state()[name], name).toBeCloseToTensor(tensor(values, { dtype: 'float64' }), {
        relativeTolerance: tolerance,
        absoluteTolerance: tolerance,
      });
    }
  });
});

describe('a penalty', () => {
  it.each(['reference', 'wasm'] as const)(
    'of squares trains as l2 of the optimizer does, to the bit, on %s',
    (backend) => {
      for (const make of [sgd, adam]) {
        const [a, b] = [penalized(), bare()];
        train({ model: a, optimizer: make({ learningRate: 0.05 }), backend });
        train({ model: b, optimizer: make({ learningRate: 0.05, l2: strength }), backend });
        for (const [name, value] of Object.entries(b.state())) {
          expect(a.state()[name], name).toBeBitIdenticalTo(value);
        }
      }
    },
  );

  it('is part of the loss that is told, and of the gradient norm; l2 of the optimizer is not', () => {
    const model = penalized('float64');
    const first = bare('float64');
    const cost = model.penalty()?.item() ?? 0;
    const [own] = train({ model, iterations: 1 }, doubles).history.iterations;
    const optimizer = sgd({ learningRate: 0.1, l2: strength });
    const [other] = train({ model: first, optimizer, iterations: 1 }, doubles).history.iterations;
    expect(cost).toBeGreaterThan(0.1);
    expect(own.loss - other.loss).toBeCloseTo(cost, 13);
    expect(own.gradientNorm).not.toBeCloseTo(other.gradientNorm, 3);
  });

  it('is not part of what evaluation measures', () => {
    const model = penalized();
    const loss = meanSquaredError();
    const measured = evaluate({ model, loss }, data).loss;
    expect(measured).toBe(loss.mean(model.predict(data.inputs), data.targets).item());
    const trainer = new Trainer(
      options({ model, evaluateTraining: true, optimizer: sgd({ learningRate: 0 }), epochs: 1 }),
    );
    for (const _ of trainer.run({ train: data, validation: data }));
    const [validation] = trainer.history.validations;
    expect(validation.loss).toBe(measured);
    expect(validation.trainingLoss).toBe(measured);
    const [epoch] = trainer.history.epochs;
    expect(epoch.loss).toBeCloseTo(measured + (model.penalty()?.item() ?? 0), 5);
  });

  it.each([2, 3, 8])('counts once in an iteration of up to %i micro-batches', (accumulate) => {
    const run = (parts: number) =>
      train({ model: penalized('float64'), accumulate: parts, shuffle: false }, doubles);
    const [whole, cut] = [run(1), run(accumulate)];
    losses(cut).forEach((loss, i) => {
      expect(loss).toBeCloseTo(losses(whole)[i], 12);
    });
    for (const [name, value] of Object.entries(whole.model.state())) {
      expect(cut.model.state()[name], name).toBeCloseToTensor(value);
    }
  });

  it('of magnitudes brings weights of no use to 0, one of squares does not', () => {
    // Of eight features only the first one matters.
    const inputs = regression({ features: 8, samples: 64, seed: 4 }).inputs;
    const set = { inputs, targets: inputs.slice(null, [0, 1]), size: 64 };
    const small = (weightPenalty: ReturnType<typeof l1Penalty>) => {
      const model = network([dense({ units: 1, weightPenalty })], { features: 8 });
      train({ model, optimizer: sgd({ learningRate: 0.01 }), epochs: 400, batchSize: 64 }, set);
      const [first, ...others] = model.parameters()[0].abs().toTypedArray();
      expect(first).toBeGreaterThan(0.5);
      return others.filter((w) => w < 2 * 0.01 * 0.1).length; // two updates by the penalty alone
    };
    expect(small(l1Penalty({ strength: 0.1 }))).toBe(7);
    expect(small(l2Penalty({ strength: 0.1 }))).toBeLessThan(3);
  });

  it('of a frozen parameter is a constant', () => {
    const model = penalized();
    model.freeze('layers.0');
    const before = model.state();
    train({ model });
    expect(model.state()['layers.0.weight']).toBeBitIdenticalTo(before['layers.0.weight']);
    expect(model.state()['layers.2.weight']).not.toBeBitIdenticalTo(before['layers.2.weight']);
  });
});

describe.each(['reference', 'wasm'] as const)('a constraint on %s', (backend) => {
  it('holds after every update, whatever the optimizer', () => {
    const max = 0.3;
    const model = network([
      dense({ units: 4, weightConstraint: maxNorm({ max }), biasConstraint: nonNegative() }),
      tanh(),
      dense({ units: 2, weightConstraint: unitNorm() }),
    ]);
    const optimizer = adam({ learningRate: 0.2 });
    const trainer = new Trainer(options({ model, optimizer, backend, epochs: 3 }));
    const updates = ofType([...watch(trainer)], 'update');
    expect(updates).toHaveLength(9);

    function* watch(of: Trainer) {
      for (const event of of.run({ train: data })) {
        if (event.type === 'update') {
          const { parameters: p } = event;
          const norms = (name: string) => p[name].square().sum({ axis: 0 }).sqrt().toTypedArray();
          expect(Math.max(...norms('layers.0.weight'))).toBeLessThan(max * (1 + 1e-6));
          expect(Math.min(...p['layers.0.bias'].toTypedArray())).toBeGreaterThanOrEqual(0);
          for (const norm of norms('layers.2.weight')) expect(norm).toBeCloseTo(1, 6);
        }
        yield event;
      }
    }
  });

  it('does not move what is frozen', () => {
    const model = network([
      dense({ units: 4, weightConstraint: maxNorm({ max: 0.01 }) }),
      dense({ units: 2 }),
    ]);
    model.freeze('layers.0');
    const before = model.state();
    train({ model, backend });
    expect(model.state()['layers.0.weight']).toBeBitIdenticalTo(before['layers.0.weight']);
  });
});

describe('noise', () => {
  it('is another in each micro-batch, and none in validation', () => {
    const model = network([gaussianNoise({ standardDeviation: 1 }), dense({ units: 2 })]);
    const seen = new Set<number>();
    const trainer = new Trainer(
      options({
        model,
        batchSize: 4,
        accumulate: 4,
        shuffle: false,
        optimizer: sgd({ learningRate: 0 }),
      }),
    );
    const still = { inputs: data.inputs.mul(0), targets: data.targets, size: data.size };
    let forwards = 0;
    for (const event of trainer.run({ train: still, validation: still })) {
      if (event.type !== 'forward') continue;
      seen.add(event.activations['layers.0'].toTypedArray()[0]);
      forwards++;
    }
    expect(seen.size).toBe(forwards);
    const [first, second] = trainer.history.validations;
    expect(first.loss).toBe(second.loss);
  });
});

describe('an interrupted training', () => {
  /** Everything on this page at once, anew as in another process. */
  const begin = () =>
    new Trainer(
      options({
        model: network([
          gaussianNoise({ standardDeviation: 0.2 }),
          dense({
            units: 4,
            weightPenalty: elasticPenalty({ l1: 0.01, l2: 0.1 }),
            weightConstraint: maxNorm({ max: 0.5 }),
          }),
          tanh(),
          dense({ units: 2 }),
        ]),
        optimizer: lookahead({ optimizer: adam({ learningRate: 0.05 }), syncPeriod: 4 }),
        epochs: 3,
        recordIterations: true,
      }),
    );

  it('continues to the bit from every iteration, within a period of look-ahead, too', () => {
    const whole = begin();
    const states: TrainingState[] = [];
    for (const event of whole.run({ train: data })) {
      if (event.type === 'iterationEnd') states.push(whole.checkpoint());
    }
    expect(states).toHaveLength(9);
    states.forEach((state, done) => {
      const again = begin();
      again.resume(state);
      for (const _ of again.run({ train: data }));
      expect(losses(again)).toEqual(losses(whole));
      for (const [name, value] of Object.entries({
        ...whole.model.state(),
        ...whole.optimizerState(),
      })) {
        const own = { ...again.model.state(), ...again.optimizerState() };
        expect(own[name], `${name}, from iteration ${done + 1}`).toBeBitIdenticalTo(value);
      }
    });
  });
});
