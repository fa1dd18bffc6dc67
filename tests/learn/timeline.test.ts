/** Any moment of a training run, forwards and backwards, equals the same moment of a run that goes straight on. */
import { describe, expect, it } from 'vitest';
import { moons } from '../../src/data/index.ts';
import {
  adam,
  batchNorm,
  cosine,
  dense,
  dropout,
  OptionError,
  StateError,
  sequential,
  sgd,
  sigmoidBinaryCrossEntropy,
  type Tensor,
  Trainer,
  type TrainerOptions,
  tanh,
} from '../../src/index.ts';
import { type Moment, type Place, timeline } from '../../src/learn/index.ts';

const train = moons({ samples: 50, noise: 0.1, seed: 7 });
const validation = moons({ samples: 20, noise: 0.1, seed: 8 });

const make = (changed: Partial<TrainerOptions> = {}) =>
  new Trainer({
    model: sequential({ inputShape: [2], seed: 7 }, [
      dense({ units: 6 }),
      batchNorm(),
      tanh(),
      dropout({ rate: 0.2 }),
      dense({ units: 1 }),
    ]),
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: adam({ learningRate: 0.02 }),
    schedule: cosine({ warmUp: 3 }),
    epochs: 12,
    batchSize: 16,
    seed: 7,
    ...changed,
  });

const bits = (named: Readonly<Record<string, Tensor>>) =>
  Object.fromEntries(Object.entries(named).map(([name, x]) => [name, x.toTypedArray()]));

/** What a moment holds, with its numbers in arrays. */
const numbersOf = ({ state, optimizer, outputs, activations, gradients, ...rest }: Moment) => ({
  ...rest,
  state: bits(state),
  optimizer: bits(optimizer),
  ...(outputs && { outputs: outputs.toTypedArray() }),
  ...(activations && { activations: bits(activations) }),
  ...(gradients && { gradients: bits(gradients) }),
});

/** Every moment of a run that goes straight on. */
function straight(trainer: Trainer): ReturnType<typeof numbersOf>[] {
  const moments: ReturnType<typeof numbersOf>[] = [];
  let seen: Partial<Moment> = {};
  const note = (place: Place) =>
    moments.push(
      numbersOf({
        ...seen,
        ...place,
        state: trainer.model.state(),
        optimizer: trainer.optimizerState(),
      } as Moment),
    );
  for (const event of trainer.run({ train, validation })) {
    if (!('iteration' in event)) continue;
    const { iteration, epoch } = event;
    switch (event.type) {
      case 'iterationStart': {
        const { indices, batchSize, learningRate } = event;
        seen = { epoch, rows: indices, batchSize, learningRate };
        note({ iteration, phase: 'start' });
        break;
      }
      case 'forward':
        seen = { ...seen, outputs: event.outputs, activations: event.activations };
        note({ iteration, phase: 'forward' });
        break;
      case 'loss':
        seen = { ...seen, loss: event.loss };
        note({ iteration, phase: 'loss' });
        break;
      case 'backward':
        seen = { ...seen, gradients: event.gradients };
        note({ iteration, phase: 'backward' });
        break;
      case 'update':
        seen = { ...seen, gradientNorm: event.gradientNorm };
        note({ iteration, phase: 'update' });
        break;
      default:
    }
  }
  return moments;
}

describe('every moment, to the bit', () => {
  it.each<[string, Partial<TrainerOptions>]>([
    ['compiled', {}],
    ['on the reference path', { backend: 'reference' }],
    ['with momentum, clipped', { optimizer: sgd({ momentum: 0.9 }), clip: { globalNorm: 0.5 } }],
  ])('%s', (_, changed) => {
    const expected = straight(make(changed));
    const run = timeline({ training: () => make(changed), train, validation, every: 5 });
    expect(run.iterations).toBe(48);
    expect(expected).toHaveLength(48 * 5);
    const order = expected.map((_, k) => (k * 101) % expected.length); // there and back
    for (const k of order) {
      const { iteration, phase } = expected[k] as Place;
      expect(numbersOf(run.at({ iteration, phase }))).toEqual(expected[k]);
    }
    expect(run.recorded).toBe(48);
  });

  it('the beginning, and where nothing was recorded yet', () => {
    const run = timeline({ training: make, train });
    expect(run.recorded).toBe(0);
    const beginning = run.at({ iteration: 0 });
    expect(bits(beginning.state)).toEqual(bits(make().model.state()));
    expect(beginning).toMatchObject({ epoch: 0, batchSize: 0, phase: 'update' });
    run.at({ iteration: 7, phase: 'forward' });
    expect(run.recorded).toBe(7);
    expect(run.advance(3)).toBe(true);
    expect(run.advance()).toBe(false);
    expect([run.losses.length, run.epochs.length]).toEqual([48, 12]);
    expect(run.epochs.at(-1)?.epoch).toBe(12);
  });

  it('with gradient accumulation, where the gradients are those of the whole batch', () => {
    const changed = { accumulate: 2, epochs: 2 };
    const trainer = make(changed);
    const found: Record<string, unknown>[] = [];
    let gradients = {};
    let loss = 0;
    for (const event of trainer.run({ train })) {
      if (event.type === 'backward') gradients = bits(event.gradients);
      if (event.type === 'iterationEnd') loss = event.loss;
      if (event.type === 'iterationEnd') found.push({ gradients, loss });
    }
    const run = timeline({ training: () => make(changed), train });
    found.forEach((expected, k) => {
      expect(numbersOf(run.at({ iteration: k + 1 }))).toMatchObject(expected);
    });
  });
});

it('goes from phase to phase, both ways', () => {
  const run = timeline({ training: make, train });
  const places: Place[] = [{ iteration: 0, phase: 'update' }];
  for (let at = run.after(places[0]); at; at = run.after(at)) places.push(at);
  expect(places).toHaveLength(1 + 48 * 5);
  expect(places.slice(1, 6).map(({ phase }) => phase)).toEqual([
    'start',
    'forward',
    'loss',
    'backward',
    'update',
  ]);
  const back: Place[] = [places[places.length - 1]];
  for (let at = run.before(back[0]); at; at = run.before(at)) back.push(at);
  expect(back.reverse()).toEqual(places);
});

it('keeps within its memory, and answers the same', () => {
  const wide = timeline({ training: make, train, every: 1 });
  wide.advance();
  expect(wide.every).toBe(1);
  const narrow = timeline({ training: make, train, every: 1, memory: wide.memory / 5 });
  narrow.advance();
  expect(narrow.memory).toBeLessThanOrEqual(wide.memory / 5);
  expect(narrow.every).toBe(8);
  const least = timeline({ training: make, train, every: 1, memory: 1 });
  for (const iteration of [48, 3, 17]) {
    const expected = numbersOf(wide.at({ iteration }));
    expect(numbersOf(narrow.at({ iteration }))).toEqual(expected);
    expect(numbersOf(least.at({ iteration }))).toEqual(expected);
  }
});

it('explains an iteration: the graph has the loss and the gradients of the run', () => {
  const run = timeline({ training: make, train });
  for (const iteration of [1, 30]) {
    const { values } = run.explain({ iteration });
    const moment = run.at({ iteration });
    expect(values.at(-1)?.tensor.item()).toBe(moment.loss);
    const parameters = values.filter(({ operation }) => operation === 'parameter');
    const gradients = Object.values(moment.gradients ?? {}).map((x) => x.toTypedArray());
    expect(parameters.map(({ tensor }) => tensor.gradient?.toTypedArray())).toEqual(gradients);
  }
});

describe('refuses', () => {
  it.each<[string, () => unknown, string]>([
    [
      'a Trainer in place of what makes one',
      () => timeline({ training: make() as never, train }),
      'training',
    ],
    [
      'what makes something else',
      () => timeline({ training: (() => 3) as never, train }),
      'new Trainer',
    ],
    [
      'an iteration that is not planned',
      () => timeline({ training: make, train }).at({ iteration: 49 }),
      '0 to 48',
    ],
    [
      'a phase that there is not',
      () => timeline({ training: make, train }).at({ iteration: 1, phase: 'end' as never }),
      '"forward"',
    ],
    [
      'the graph of the beginning',
      () => timeline({ training: make, train }).explain({ iteration: 0 }),
      'Explain iteration 1',
    ],
  ])('%s', (_, act, says) => {
    expect(act).toThrow(OptionError);
    expect(act).toThrow(says);
  });

  it('a Trainer that has trained already', () => {
    const trainer = make();
    for (const event of trainer.run({ train })) if (event.type === 'iterationEnd') break;
    expect(() => timeline({ training: () => trainer, train })).toThrow(StateError);
  });
});
