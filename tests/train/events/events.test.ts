/** What a run tells, in which order, and that it is told before or after the fact as it says. */
import { describe, expect, it } from 'vitest';
import { StateError } from '../../../src/errors/errors.ts';
import { batchNorm, dense, dropout, type ModelState, tanh } from '../../../src/nn/index.ts';
import { adam } from '../../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions, type TrainingEvent } from '../../../src/train/index.ts';
import { full, type Tensor, tensor } from '../../tensors.ts';
import { network, ofType, options, regression } from '../tasks.ts';

const train = regression();
const validation = regression({ samples: 5, seed: 9 });
const layers = () => [
  dense({ units: 4 }),
  batchNorm(),
  dropout({ rate: 0.3 }),
  tanh(),
  dense({ units: 2 }),
];

function makeTrainer(overrides: Partial<TrainerOptions> = {}): Trainer {
  const model = network(layers());
  return new Trainer(options({ model, optimizer: adam({ learningRate: 0.1 }), ...overrides }));
}

const LETTERS: Readonly<Record<TrainingEvent['type'], string>> = {
  trainStart: 'T',
  epochStart: 'E',
  iterationStart: 'I',
  forward: 'f',
  loss: 'l',
  backward: 'b',
  update: 'u',
  iterationEnd: 'i',
  validation: 'v',
  epochEnd: 'e',
  trainStop: 's',
  trainEnd: 't',
};
const spelled = (events: Iterable<TrainingEvent>) =>
  [...events].map(({ type }) => LETTERS[type]).join('');

describe('the order of events', () => {
  const iteration = 'I(flb)+ui';
  const grammar = new RegExp(`^T(E(${iteration}v?)+(v?e)?)*st$`);

  it.each<[string, Partial<TrainerOptions>, string]>([
    ['plain', {}, 'TEIflbuiIflbuiIflbuieEIflbuiIflbuiIflbuiest'],
    ['in one batch', { batchSize: 50 }, 'TEIflbuieEIflbuiest'],
    ['with micro-batches', { accumulate: 2, epochs: 1 }, 'TEIflbflbuiIflbflbuiIflbuiest'],
    ['ended within an epoch', { iterations: 4 }, 'TEIflbuiIflbuiIflbuieEIflbuist'],
    ['ended with an epoch', { iterations: 3 }, 'TEIflbuiIflbuiIflbuiest'],
  ])('%s', (_, overrides, expected) => {
    const run = makeTrainer(overrides).run({ train });
    const letters = spelled(run);
    expect(letters).toBe(expected);
    expect(letters).toMatch(grammar);
  });

  it.each<[string, Partial<TrainerOptions>, string]>([
    ['each epoch', {}, 'TEIflbuiIflbuiIflbuiveEIflbuiIflbuiIflbuivest'],
    [
      'each second epoch',
      { validateEvery: { epochs: 2 } },
      'TEIflbuiIflbuiIflbuieEIflbuiIflbuiIflbuivest',
    ],
    [
      'each second iteration',
      { validateEvery: { iterations: 2 }, iterations: 4 },
      'TEIflbuiIflbuivIflbuieEIflbuivst',
    ],
    [
      'each third iteration',
      { validateEvery: { iterations: 3 }, iterations: 4 },
      'TEIflbuiIflbuiIflbuiveEIflbuist',
    ],
  ])('with validation %s', (_, overrides, expected) => {
    const letters = spelled(makeTrainer(overrides).run({ train, validation }));
    expect(letters).toBe(expected);
    expect(letters).toMatch(grammar);
  });

  it('of a training run that has reached its end', () => {
    const complete = makeTrainer({ epochs: 1 });
    for (const _ of complete.run({ train }));
    expect(() => [...complete.run({ train })]).toThrow('trainer.epochs = 2');
    const trainer = makeTrainer({ epochs: 1 });
    trainer.resume(complete.checkpoint());
    const [start, stop, end, ...more] = [...trainer.run({ train })];
    expect(more).toEqual([]);
    expect(start.type).toBe('trainStart');
    expect(stop).toMatchObject({ type: 'trainStop', reason: 'epochs', epoch: 1, iteration: 3 });
    expect(end).toMatchObject({ type: 'trainEnd', reason: 'epochs', epoch: 1, iteration: 3 });
    expect(trainer.history.epochs).toHaveLength(1);
  });
});

describe('events carry', () => {
  it('epochs and iterations counted from 1, and what was asked for', () => {
    const events = [...makeTrainer().run({ train, validation })];
    const [start] = ofType(events, 'trainStart');
    expect(start.plan.iterations).toBe(6);
    expect(start.backend).toBe('wasm');
    expect(ofType(events, 'epochStart').map(({ epoch }) => epoch)).toEqual([1, 2]);
    const ends = ofType(events, 'iterationEnd');
    expect(ends.map(({ epoch, iteration }) => [epoch, iteration])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 5],
      [2, 6],
    ]);
    expect(ends.map(({ samplesSeen }) => samplesSeen)).toEqual([8, 16, 20, 28, 36, 40]);
    for (const { loss, gradientNorm } of ends) {
      expect(loss).toBeGreaterThan(0);
      expect(gradientNorm).toBeGreaterThan(0);
    }
    expect(ofType(events, 'trainEnd')).toEqual([
      { type: 'trainEnd', epoch: 2, iteration: 6, reason: 'epochs', message: '' },
    ]);
  });

  it('the rows of the batch, from which everything follows', () => {
    const model = network([dense({ units: 2 })]);
    const run = makeTrainer({ model, backend: 'reference' }).run({ train });
    let indices: Int32Array = new Int32Array();
    for (const event of run) {
      if (event.type === 'iterationStart') indices = event.indices;
      if (event.type !== 'forward') continue;
      const rows = (train.inputs.toArray() as number[][]).filter((_, i) => indices.includes(i));
      expect(event.outputs).toHaveShape([rows.length, 2]);
      const expected = model.predict(
        [...indices].map((i) => (train.inputs.toArray() as number[][])[i]),
      );
      expect(event.outputs).toBeBitIdenticalTo(expected);
    }
  });

  it.each(['reference', 'auto'] as const)(
    'activations by layer and gradients by parameter, %s',
    (backend) => {
      const trainer = makeTrainer({ backend });
      for (const event of trainer.run({ train })) {
        if (event.type === 'forward') {
          expect(Object.keys(event.activations)).toEqual([
            'layers.0',
            'layers.1',
            'layers.2',
            'layers.3',
            'layers.4',
          ]);
          expect(event.activations['layers.4']).toBeBitIdenticalTo(event.outputs);
          expect(event.activations['layers.3'].abs().max().item()).toBeLessThanOrEqual(1);
        }
        if (event.type === 'backward') {
          const parameters = trainer.model.parameters();
          expect(Object.keys(event.gradients)).toEqual(parameters.map(({ name }) => name));
          for (const p of parameters) expect(event.gradients[p.name]).toHaveShape(p.shape);
        }
        if (event.type === 'update') {
          for (const p of trainer.model.parameters()) {
            expect(event.parameters[p.name]).toBeBitIdenticalTo(p);
          }
        }
      }
    },
  );
});

describe.each(['reference', 'auto'] as const)('in the phases, on %s,', (backend) => {
  const bits = (state: ModelState): string =>
    Object.entries(state)
      .map(([name, t]) => `${name} ${Array.from(t.toTypedArray())}`)
      .join('\n');

  it('only update changes parameters, running statistics and the optimizer’s state', () => {
    const trainer = makeTrainer({ backend, accumulate: 2 });
    const all = () => bits(trainer.model.state()) + bits(trainer.optimizerState());
    let before = all();
    let updates = 0;
    for (const { type } of trainer.run({ train, validation })) {
      const now = all();
      expect(now === before, type).toBe(type !== 'update');
      if (type === 'update') updates++;
      before = now;
    }
    expect(updates).toBe(6);
  });

  it('every parameter, statistic and moment takes part in the update', () => {
    const trainer = makeTrainer({ backend });
    const named = (): ModelState => ({ ...trainer.model.state(), ...trainer.optimizerState() });
    const before = named();
    for (const _ of trainer.run({ train }));
    const unchanged = Object.entries(named()).filter(
      ([name, t]) => bits({ t }) === bits({ t: before[name] }),
    );
    expect(unchanged).toEqual([]);
  });

  it('values are copies: writing to them changes nothing', () => {
    const spoil = (values: Iterable<Tensor>) => {
      for (const value of values) value.assign(full(value.shape, 7));
    };
    const outcome = (spoiling: boolean) => {
      const trainer = makeTrainer({ backend });
      const losses: number[] = [];
      for (const event of trainer.run({ train })) {
        if (event.type === 'iterationEnd') losses.push(event.loss);
        if (!spoiling) continue;
        if (event.type === 'iterationStart') event.indices.fill(0);
        if (event.type === 'forward') spoil([event.outputs, ...Object.values(event.activations)]);
        if (event.type === 'backward') spoil(Object.values(event.gradients));
        if (event.type === 'update') spoil(Object.values(event.parameters));
        spoil(Object.values(trainer.optimizerState()));
        spoil(Object.values(trainer.model.state()));
      }
      return [losses, bits(trainer.model.state())];
    };
    expect(outcome(true)).toEqual(outcome(false));
  });

  it('values that were read stay, whatever comes later', () => {
    const kept: { name: string; copy: Tensor; before: number[] }[] = [];
    const keep = (name: string, copy: Tensor) =>
      kept.push({ name, copy, before: Array.from(copy.toTypedArray()) });
    for (const event of makeTrainer({ backend }).run({ train })) {
      if (event.type === 'forward') keep('outputs', event.outputs);
      if (event.type === 'backward') keep('gradient', event.gradients['layers.0.weight']);
      if (event.type === 'update') keep('parameter', event.parameters['layers.0.weight']);
    }
    expect(kept).toHaveLength(18);
    for (const { name, copy, before } of kept) {
      expect(Array.from(copy.toTypedArray()), name).toEqual(before);
    }
  });

  it('values that a later phase has overwritten cannot be read, rather than being wrong', () => {
    const events = [...makeTrainer({ backend, epochs: 1 }).run({ train })];
    const [forward] = ofType(events, 'forward');
    const [backward] = ofType(events, 'backward');
    const updates = ofType(events, 'update');
    expect(() => forward.outputs).toThrow(StateError);
    expect(() => forward.activations).toThrow(
      'event.activations: Expected to be read before the next phase; received an event of the ' +
        'past. Keep the values when the event comes: const { activations } = event.',
    );
    expect(() => backward.gradients).toThrow(StateError);
    expect(() => updates[0].parameters).toThrow(StateError);
    expect(Object.keys(updates[2].parameters)).toHaveLength(6); // the last phase there was
  });
});

describe('a learner who steps through the phases with next()', () => {
  it('sees the chain rule at work: weight - learningRate · gradient', () => {
    const model = network([dense({ units: 1, useBias: false })], { features: 1 });
    model.parameters()[0].assign([0.5]);
    const data = { inputs: tensor([[1], [2], [3]]), targets: tensor([[2], [4], [6]]), size: 3 };
    const run = new Trainer(options({ model, epochs: 1, shuffle: false })).run({ train: data });
    const until = <T extends TrainingEvent['type']>(type: T) => {
      for (;;) {
        const { value } = run.next();
        const event = value as TrainingEvent;
        if (event.type === type) return event as Extract<TrainingEvent, { type: T }>;
      }
    };
    expect(until('forward').outputs).toBeCloseToTensor([[0.5], [1], [1.5]]);
    // ((0.5 - 2)² + (1 - 4)² + (1.5 - 6)²) / 3
    expect(until('loss').loss).toBeCloseTo(10.5, 5);
    // 2/3 · (1 · -1.5 + 2 · -3 + 3 · -4.5)
    expect(until('backward').gradients['layers.0.weight']).toBeCloseToTensor([[-14]]);
    expect(model.parameters()[0].item()).toBe(0.5);
    expect(until('update').parameters['layers.0.weight']).toBeCloseToTensor([[0.5 + 0.1 * 14]]);
    run.return({} as never);
  });
});
