/** Layers that do not learn, or not always. */
import { describe, expect, it } from 'vitest';
import { takeRows } from '../../src/data/index.ts';
import { OptionError } from '../../src/errors/errors.ts';
import { batchNorm, dense, l2Penalty, type Model, sequential, tanh } from '../../src/nn/index.ts';
import { adamW, sgd } from '../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions, type TrainingEvent } from '../../src/train/index.ts';
import { loadPart } from '../../src/transfer/index.ts';
import type { Tensor } from '../tensors.ts';
import { compareBackends } from './both_backends.ts';
import { network, options, regression } from './tasks.ts';

const train = regression();
const layers = () => [dense({ units: 4 }), batchNorm(), tanh(), dense({ units: 2 })];

function makeTrainer(overrides: Partial<TrainerOptions> = {}): Trainer {
  // Momentum and decay would move what is frozen, if they were let.
  const optimizer = adamW({ learningRate: 0.1, weightDecay: 0.1 });
  return new Trainer(options({ model: network(layers()), optimizer, epochs: 4, ...overrides }));
}

const valuesOf = (trainer: Trainer, name: string) =>
  [...trainer.model.state()[name].toTypedArray(), ...optimizerOf(trainer, name)].join();

/** Mean and mean square of Adam for a parameter. */
function optimizerOf(trainer: Trainer, name: string): number[] {
  const state: Readonly<Record<string, Tensor>> = trainer.optimizerState();
  return Object.entries(state)
    .filter(([key]) => key.startsWith(`${name}.`))
    .flatMap(([, t]) => [...t.toTypedArray()]);
}

/** Whether a parameter or its optimizer state changed, iteration by iteration. */
function changes(
  trainer: Trainer,
  name: string,
  act: (event: TrainingEvent) => void = () => {},
): boolean[] {
  const changed: boolean[] = [];
  let before = valuesOf(trainer, name);
  for (const event of trainer.run({ train })) {
    act(event);
    if (event.type !== 'update') continue;
    const now = valuesOf(trainer, name);
    changed.push(now !== before);
    before = now;
  }
  return changed;
}

const YES = new Array<boolean>(12).fill(true);
const NO = new Array<boolean>(12).fill(false);

describe.each(['reference', 'wasm'] as const)('on %s, a frozen layer', (backend) => {
  it('stays as it is to the bit, with its optimizer state; the others learn', () => {
    const frozen = makeTrainer({ backend });
    frozen.model.freeze('layers.0');
    expect(changes(frozen, 'layers.0.weight')).toEqual(NO);
    const others = makeTrainer({ backend });
    others.model.freeze('layers.0');
    expect(changes(others, 'layers.3.weight')).toEqual(YES);
  });

  it.each(['epochEnd', 'iterationEnd', 'iterationStart', 'forward', 'loss', 'backward'] as const)(
    'that is frozen at %s stops learning with the next iteration',
    (type) => {
      const trainer = makeTrainer({ backend });
      const changed = changes(trainer, 'layers.0.weight', (event) => {
        if (event.type === type && event.epoch === 2) trainer.model.freeze('layers.0');
      });
      // At its start an iteration is still to come; in its phases it is under way.
      const learned = { epochEnd: 6, iterationStart: 3 }[type as 'epochEnd'] ?? 4;
      expect(changed).toEqual(YES.map((_, i) => i < learned));
    },
  );

  it('learns again when it is thawed, from where it was', () => {
    const trainer = makeTrainer({ backend });
    const changed = changes(trainer, 'layers.0.weight', (event) => {
      if (event.type !== 'epochStart') return;
      if (event.epoch === 2) trainer.model.freeze('layers.0');
      if (event.epoch === 4) trainer.model.unfreeze();
    });
    expect(changed).toEqual(YES.map((_, i) => i < 3 || i >= 9));
  });

  it('is not among the gradients, and not in their norm', () => {
    const trainer = makeTrainer({ backend, optimizer: sgd() });
    trainer.model.freeze('layers.0');
    trainer.model.freeze('layers.1');
    let squares = 0;
    for (const event of trainer.run({ train })) {
      if (event.type === 'backward') {
        expect(Object.keys(event.gradients)).toEqual(['layers.3.weight', 'layers.3.bias']);
        squares = Object.values(event.gradients).reduce(
          (sum, g) => sum + g.square().sum().item(),
          0,
        );
      }
      if (event.type === 'update') expect(event.gradientNorm).toBeCloseTo(Math.sqrt(squares), 5);
    }
  });

  it('has its updates counted, and not those of the others: thawed late, Adam begins anew', () => {
    const learningRate = 0.01;
    const trainer = new Trainer(
      options({
        model: network(),
        optimizer: adamW({ learningRate, weightDecay: 0 }),
        epochs: 6,
        backend,
      }),
    );
    const [weight] = trainer.model.parameters();
    const moved: number[] = [];
    trainer.model.freeze('layers.0');
    let before = weight.toTypedArray();
    for (const event of trainer.run({ train })) {
      if (event.type !== 'iterationEnd') continue;
      const now = weight.toTypedArray();
      moved.push(Math.max(...now.map((value, i) => Math.abs(value - before[i]))));
      before = now;
      if (event.iteration === 9) trainer.model.unfreeze('layers.0');
    }
    expect(moved.slice(0, 9)).toEqual(new Array(9).fill(0));
    // The first update of Adam is the learning rate, whatever the gradient (Kingma and Ba, 2015).
    expect(moved[9] / learningRate).toBeCloseTo(1, 3);
    expect(Math.max(...moved) / learningRate).toBeLessThan(1.1);
  });

  it('of batch normalization keeps its running statistics, as long as it is frozen whole', () => {
    expect(changes(makeFrozen(backend, 'layers.1'), 'layers.1.runningMean')).toEqual(NO);
    expect(changes(makeFrozen(backend, 'layers.1'), 'layers.1.runningVariance')).toEqual(NO);
    expect(changes(makeFrozen(backend, 'layers.1.bias'), 'layers.1.runningMean')).toEqual(YES);
    expect(changes(makeFrozen(backend, 'layers.1'), 'layers.1.bias')).toEqual(NO);
  });

  it('of batch normalization computes in training what it computes in evaluation', () => {
    const trainer = makeFrozen(backend, 'layers.1');
    trainer.model.freeze('layers.0');
    let rows: Int32Array = new Int32Array();
    for (const event of trainer.run({ train })) {
      if (event.type === 'iterationStart') rows = event.indices;
      if (event.type !== 'forward') continue;
      const body = sequential({ inputShape: [3] }, layers().slice(0, 2));
      loadPart(body, trainer.model.state());
      const inputs = takeRows(train.inputs, rows);
      expect(event.activations['layers.1']).toBeBitIdenticalTo(body.predict(inputs));
    }
  });

  it('of batch normalization normalizes by its batches again when it is thawed', () => {
    const trainer = makeTrainer({ backend });
    const changed = changes(trainer, 'layers.1.runningMean', (event) => {
      if (event.type !== 'epochStart') return;
      if (event.epoch === 2) trainer.model.freeze('layers.1');
      if (event.epoch === 4) trainer.model.unfreeze('layers.1');
    });
    expect(changed).toEqual(YES.map((_, i) => i < 3 || i >= 9));
  });

  it('can be every one but the last', () => {
    const trainer = makeTrainer({ backend });
    trainer.model.freeze();
    trainer.model.unfreeze('layers.3.bias');
    expect(changes(trainer, 'layers.3.bias')).toEqual(YES);
  });
});

function makeFrozen(backend: 'reference' | 'wasm', prefix: string): Trainer {
  const trainer = makeTrainer({ backend });
  trainer.model.freeze(prefix);
  return trainer;
}

describe('whatever is frozen on the way, an iteration continues as it began', () => {
  const penalized = () => [
    dense({ units: 4, weightPenalty: l2Penalty({ strength: 0.1 }) }),
    ...layers().slice(1),
  ];

  it.each([
    ['frozen', (model: Model) => model.freeze({ first: 2 })],
    [
      'frozen and thawed in turn',
      (model: Model, iteration: number) =>
        iteration % 2 === 0 ? model.freeze({ first: 2 }) : model.unfreeze(),
    ],
  ] as const)('for layers that are %s, with the same bits on both backends', (_, change) => {
    const { difference, iterations } = compareBackends({
      ...options({ optimizer: adamW({ learningRate: 0.1 }), epochs: 4 }),
      model: () => network(penalized()),
      batchSize: 10,
      accumulate: 2,
      train,
      onEvent: (event, trainer) => {
        if (event.type === 'forward' && event.microBatch === 1) {
          change(trainer.model, event.iteration);
        }
      },
    });
    expect(difference).toBeUndefined();
    expect(iterations).toBe(8);
  });
});

describe('a model of which nothing learns', () => {
  it.each([
    ['because all is frozen', network(layers())],
    ['because there is nothing', network([tanh()])],
  ])('is refused, %s', (_, model) => {
    if (model.parameters().length > 0) model.freeze();
    const run = new Trainer(options({ model })).run({
      train: { ...train, targets: train.inputs.slice(null, [0, model.outputShape[0]]) },
    });
    expect(() => run.next()).toThrow(OptionError);
  });

  it('says what to do', () => {
    const model = network();
    model.freeze();
    const trainer = new Trainer(options({ model }));
    expect(() => trainer.run({ train }).next()).toThrow(
      'Trainer: Expected at least one parameter that learns; received a model without any. ' +
        'Unfreeze a layer: model.unfreeze().',
    );
    model.unfreeze();
    for (const _ of trainer.run({ train }));
    expect(trainer.epoch).toBe(2);
  });
});

it('a state resumed by the same Trainer brings its own rests, and not those of the engine', () => {
  const iterate = (trainer: Trainer, count: number) => {
    for (const event of trainer.run({ train })) {
      if (event.type === 'iterationEnd' && --count === 0) break;
    }
  };
  const weights = ({ model }: Trainer) =>
    Object.values(model.state()).map((value) => value.toTypedArray());
  const straight = makeTrainer();
  iterate(straight, 4);
  const trainer = makeTrainer();
  const beginning = trainer.checkpoint();
  trainer.model.freeze('layers.0');
  iterate(trainer, 2);
  trainer.model.unfreeze('layers.0');
  iterate(trainer, 2); // Adam counts two updates of this layer, and four of the other
  expect(weights(trainer)).not.toEqual(weights(straight));
  trainer.resume(beginning);
  iterate(trainer, 4);
  expect(weights(trainer)).toEqual(weights(straight));
});
