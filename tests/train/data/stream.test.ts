/** Training on samples that come one after another gives what training on them in memory gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  fromArrays,
  type StreamOptions,
  stream,
  subset,
} from '../../../src/data/index.ts';
import { DataError, OptionError, StateError } from '../../../src/errors/errors.ts';
import { dense, dropout } from '../../../src/nn/index.ts';
import { adam, sgd } from '../../../src/optimizers/index.ts';
import { exponential } from '../../../src/schedules/index.ts';
import {
  type Callback,
  earlyStopping,
  Trainer,
  type TrainerOptions,
  type TrainingState,
} from '../../../src/train/index.ts';
import { network, options, regression } from '../tasks.ts';

const data = regression({ samples: 22 });
const validation = regression({ samples: 6, seed: 8 });
const rowsFrom = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, i) => start + i);

/** The dataset in parts of these sizes, again and again. */
async function* inParts(dataset: Dataset, sizes: readonly number[]): AsyncGenerator<Dataset> {
  for (let at = 0, i = 0; at < dataset.size; i++) {
    const end = Math.min(dataset.size, at + sizes[i % sizes.length]);
    await Promise.resolve();
    yield subset(dataset, rowsFrom(at, end));
    at = end;
  }
}

const streamOf = (sizes: readonly number[] = [5], more: Partial<StreamOptions> = {}) =>
  stream({ open: () => inParts(data, sizes), samples: 22, ...more });

const makeTrainer = (overrides: Partial<TrainerOptions> = {}) => {
  const model = network([dense({ units: 4 }), dropout({ rate: 0.2 }), dense({ units: 2 })]);
  const own = { model, optimizer: adam({ learningRate: 0.1 }), epochs: 3, recordIterations: true };
  return new Trainer(options({ ...own, shuffle: false, ...overrides }));
};

function outcome({ model, history, epoch, iteration, samplesSeen }: Trainer) {
  const records = history.epochs.map(({ seconds: _, ...record }) => record);
  const state = Object.entries(model.state()).map(([name, t]) => [name, ...t.toTypedArray()]);
  const { validations, iterations } = history;
  return { state, records, validations, iterations, epoch, iteration, samplesSeen };
}

describe('a stream in the order of the dataset', () => {
  it.each<[string, Partial<TrainerOptions>]>([
    ['as it is', {}],
    ['with micro-batches', { accumulate: 3 }],
    ['with dropLast', { dropLast: true }],
    ['in one batch', { batchSize: 50 }],
    ['on the reference', { backend: 'reference' }],
    ['validated within epochs', { validateEvery: { iterations: 2 } }],
    ['that ends within an epoch', { iterations: 5 }],
  ])('gives the bits of the dataset, %s', async (_, overrides) => {
    const [inMemory, streamed] = [makeTrainer(overrides), makeTrainer(overrides)];
    await inMemory.fit({ train: data, validation });
    await streamed.fit({ train: streamOf(), validation });
    expect(outcome(streamed)).toEqual(outcome(inMemory));
  });

  it('does so whatever the parts are', async () => {
    const inMemory = makeTrainer({ backend: 'reference' });
    await inMemory.fit({ train: data });
    const expected = outcome(inMemory);
    const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        sizes.filter((list) => list.some((n) => n > 0)),
        async (parts) => {
          const trainer = makeTrainer({ backend: 'reference' });
          await trainer.fit({ train: streamOf(parts) });
          expect(outcome(trainer)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('compiles one plan for each batch size, not one for each batch or epoch', async () => {
    const trainer = makeTrainer();
    await trainer.fit({ train: streamOf() });
    expect(trainer.reports()).toHaveLength(2);
  });

  it('may be a plain iterable, with sample weights', async () => {
    const weighted = fromArrays({
      inputs: [
        [1, 2, 3],
        [3, 2, 1],
      ],
      targets: [
        [1, 1],
        [0, 1],
      ],
      sampleWeights: [1, 0.25],
    });
    const [inMemory, streamed] = [makeTrainer(), makeTrainer()];
    await inMemory.fit({ train: weighted });
    await streamed.fit({ train: stream({ open: () => [weighted], samples: 2 }) });
    expect(outcome(streamed)).toEqual(outcome(inMemory));
  });
});

describe('a training run on a stream', () => {
  it('continues from every iteration, having read over what it had used', async () => {
    const make = () => makeTrainer({ shuffle: true });
    const train = () => streamOf([3, 4], { shuffleBuffer: 6 });
    const whole = make();
    const states: TrainingState[] = [];
    const keep: Callback = (event, control) => {
      if (event.type === 'iterationEnd') {
        control.checkpoint((state) => {
          states.push(state);
        });
      }
    };
    await whole.fit({ train: train(), callbacks: [keep] });
    expect(states).toHaveLength(9);
    for (const state of states) {
      const rest = make();
      rest.resume(state);
      await rest.fit({ train: train() });
      expect(outcome(rest)).toEqual(outcome(whole));
    }
  });

  it('closes what it opened, when it ends within an epoch', async () => {
    let open = 0;
    const counted = stream({
      async *open() {
        open++;
        try {
          yield* inParts(data, [4]);
        } finally {
          open--;
        }
      },
    });
    await makeTrainer({ epochs: undefined, iterations: 4 }).fit({ train: counted });
    await Promise.resolve();
    expect(open).toBe(0);
  });

  it('says which samples were in a batch, in the order in which they came', async () => {
    const seen: number[][] = [];
    const watch: Callback = (event) => {
      if (event.type === 'iterationStart') seen.push([...event.indices]);
    };
    await makeTrainer({ epochs: 1 }).fit({ train: streamOf(), callbacks: [watch] });
    expect(seen).toEqual([rowsFrom(0, 8), rowsFrom(8, 16), rowsFrom(16, 22)]);
  });
});

describe('shuffleBuffer', () => {
  const numbered = fromArrays({ inputs: rowsFrom(0, 22), targets: rowsFrom(0, 22) });
  const orders = async (shuffleBuffer: number, seed = 1) => {
    const model = network([dense({ units: 1 })], { features: 1 });
    const trainer = new Trainer(
      options({
        model,
        optimizer: sgd({ learningRate: 0 }),
        epochs: 2,
        batchSize: 1,
        seed,
        backend: 'reference',
      }),
    );
    const order: number[][] = [[], []];
    const watch: Callback = (event) => {
      if (event.type !== 'forward') return;
      const [[output]] = event.outputs.toArray() as number[][];
      const [weight, bias] = model.parameters().map((p) => p.item());
      order[event.epoch - 1].push(Math.round((output - bias) / weight) + 0); // no -0, where the weight is negative
    };
    const train = stream({ open: () => inParts(numbered, [4]), samples: 22, shuffleBuffer });
    await trainer.fit({ train, callbacks: [watch] });
    return order;
  };

  it('uses every sample once in each epoch, in another order each time, by the seed', async () => {
    const [first, second] = await orders(8);
    for (const order of [first, second])
      expect(order.toSorted((a, b) => a - b)).toEqual(rowsFrom(0, 22));
    expect(first).not.toEqual(rowsFrom(0, 22));
    expect(second).not.toEqual(first);
    expect((await orders(8))[0]).toEqual(first);
    expect((await orders(8, 2))[0]).not.toEqual(first);
    expect((await orders(100))[0].toSorted((a, b) => a - b)).toEqual(rowsFrom(0, 22));
  });

  it('lets no sample come earlier than the buffer allows', async () => {
    const [order] = await orders(4);
    order.forEach((sample, place) => {
      expect(sample).toBeLessThanOrEqual(place + 4);
    });
  });
});

describe('an epoch without a batch', () => {
  const endless = (open: () => Iterable<Dataset>, overrides: Partial<TrainerOptions> = {}) =>
    makeTrainer({ epochs: undefined, iterations: 20, ...overrides }).fit({
      train: stream({ open }),
    });

  it('is refused, where it would be opened again without end', async () => {
    const empty = 'stream.open: Expected samples in each epoch; received none in epoch';
    await expect(endless(() => [])).rejects.toThrow(`${empty} 1. Let open() begin`);
    const onlyOnce = [data].values();
    await expect(endless(() => onlyOnce)).rejects.toThrow(`${empty} 2.`);
    await expect(endless(() => [data], { batchSize: 23, dropLast: true })).rejects.toThrow(
      'stream.open: Expected a batch of 23 samples in each epoch, with dropLast; received 22 in ' +
        'epoch 1. Lower batchSize, or leave dropLast out.',
    );
  });

  it('is refused where fewer come than a training run within the epoch had used', async () => {
    const overrides = { epochs: undefined, iterations: 20 };
    const [first, second] = [makeTrainer({ ...overrides, iterations: 2 }), makeTrainer(overrides)];
    await first.fit({ train: stream({ open: () => [data] }) });
    second.resume(first.checkpoint());
    const fewer = stream({ open: () => [subset(data, rowsFrom(0, 8))] });
    await expect(second.fit({ train: fewer })).rejects.toThrow(
      'stream.open: Expected the samples that epoch 1 began with; received 8, of which 2 batches ' +
        'of 8 had been made. Open the same stream.',
    );
    expect(second.iteration).toBe(2);
  });

  it('is none where a training run continues after the last batch', async () => {
    const overrides = { epochs: undefined, iterations: 7 };
    let state: TrainingState | undefined;
    const [whole, rest] = [makeTrainer(overrides), makeTrainer(overrides)];
    const train = stream({ open: () => [data] });
    const keep: Callback = (event) => {
      if (event.type === 'iterationEnd' && event.iteration === 3) state = whole.checkpoint();
    };
    await whole.fit({ train, callbacks: [keep] });
    rest.resume(state as TrainingState);
    await rest.fit({ train });
    expect(outcome(rest)).toEqual(outcome(whole));
  });
});

describe('an open() that gives nothing to go through', () => {
  it.each<[string, unknown, string]>([
    ['a number', 5, '5'],
    ['nothing', undefined, 'undefined'],
    ['a dataset', data, '{ '],
    ['a promise', Promise.resolve([data]), 'an object of class Promise'],
  ])('is refused: %s', async (_, given, shown) => {
    const train = stream({ open: () => given as never, samples: 22 });
    await expect(makeTrainer().fit({ train })).rejects.toThrow(
      `stream.open: Expected what for await can go through, a list or a generator of datasets; received ${shown}`,
    );
  });
});

describe('a stream of unknown length', () => {
  const unknown = () => streamOf([5], { samples: undefined });

  it('is planned by iterations, and the plan says what is not known', () => {
    const plan = makeTrainer({ epochs: undefined, iterations: 7 }).plan(unknown());
    expect(plan).toMatchObject({
      samples: Number.NaN,
      iterationsPerEpoch: Number.NaN,
      iterations: 7,
    });
    expect(plan.lastBatchSize).toBeNaN();
    expect(`${plan}`).toBe(
      'an unknown number of samples in batches of 8\none epoch:  until the stream ends\nin total:   7 iterations',
    );
    expect(Array.from(plan.ledger(), ({ learningRate }) => learningRate)).toHaveLength(7);
  });

  it('asks for iterations, and for a schedule that counts them', async () => {
    await expect(makeTrainer().fit({ train: unknown() })).rejects.toThrow(
      'plan: nobody knows how many samples the stream has. Expected iterations, and no schedule ' +
        'by epochs; received no iterations. Pass new ' +
        'Trainer({ iterations }), or say how many there are: stream({ samples }).',
    );
    const schedule = exponential({ factor: 0.9, per: 'epoch' });
    expect(() => makeTrainer({ iterations: 9, schedule }).plan(unknown())).toThrow('by epochs');
  });

  it('has epochs all the same, which end when it does', async () => {
    const overrides = { epochs: undefined, iterations: 8 };
    const [inMemory, streamed] = [makeTrainer(overrides), makeTrainer(overrides)];
    await inMemory.fit({ train: data, validation });
    await streamed.fit({ train: unknown(), validation });
    expect(outcome(streamed)).toEqual(outcome(inMemory));
    expect(streamed.epoch).toBe(2);
  });

  it('ends a last epoch that is complete', async () => {
    const trainer = makeTrainer({ epochs: undefined, iterations: 6 });
    await trainer.fit({ train: unknown() });
    expect([trainer.epoch, trainer.history.epochs.length]).toEqual([2, 2]);
  });

  it('needs a patience that does not count epochs', async () => {
    const trainer = makeTrainer({ epochs: undefined, iterations: 6 });
    const stopping = earlyStopping({ patience: { epochs: 1 }, model: trainer.model });
    await expect(
      trainer.fit({ train: unknown(), validation, callbacks: [stopping] }),
    ).rejects.toThrow('Pass patience: { validations: n }');
  });
});

describe('what does not fit', () => {
  const fitted = (train: unknown, overrides: Partial<TrainerOptions> = {}) =>
    makeTrainer(overrides).fit({ train } as never);

  it('is refused when it comes', async () => {
    await expect(fitted(streamOf([5], { samples: 23 }))).rejects.toThrow(
      'stream.samples: Expected 23 samples in each epoch, as was said; received 22 in epoch 1.',
    );
    await expect(fitted(streamOf([5], { samples: 21 }))).rejects.toThrow(
      'received more in epoch 1',
    );
    const other = regression({ features: 4 });
    await expect(fitted(stream({ open: () => [data, other], samples: 42 }))).rejects.toThrow(
      'stream.open: Expected parts like the first: inputs float32 [22, 3], targets float32 [22, 2];',
    );
    await expect(fitted(stream({ open: () => [[1, 2]] as never, samples: 2 }))).rejects.toThrow(
      DataError,
    );
    await expect(fitted(stream({ open: () => [other], samples: 20 }))).rejects.toThrow(
      'Trainer, train.inputs: Expected inputs of shape [samples, 3]; received [20, 4]',
    );
  });

  it('an error of the stream comes out of fit, and training can continue with a whole one', async () => {
    let broken = true;
    const train = stream({
      samples: 22,
      async *open() {
        yield* inParts(subset(data, rowsFrom(0, 12)), [4]);
        if (broken) throw new Error('the disk is gone');
        yield* inParts(subset(data, rowsFrom(12, 22)), [4]);
      },
    });
    const [trainer, whole] = [makeTrainer(), makeTrainer()];
    await expect(trainer.fit({ train })).rejects.toThrow('the disk is gone');
    expect(trainer.iteration).toBe(1);
    broken = false;
    await trainer.fit({ train });
    await whole.fit({ train: data });
    expect(outcome(trainer)).toEqual(outcome(whole));
  });

  it('is refused before: options, run(), evaluateTraining, another length', async () => {
    expect(() => stream({} as never)).toThrow(OptionError);
    expect(() => stream({ open: () => [], buffer: 3 } as never)).toThrow('unknown option "buffer"');
    expect(() => makeTrainer().run({ train: streamOf() } as never)).toThrow(
      'run.train: Expected a dataset, because run() waits for nothing; received a stream.',
    );
    await expect(fitted(streamOf(), { evaluateTraining: true })).rejects.toThrow(OptionError);
    await expect(fitted(streamOf([5], { shuffleBuffer: 3 }))).rejects.toThrow(
      'Trainer.shuffle: Expected true beside a shuffleBuffer; received a stream.',
    );
    const trainer = makeTrainer({ iterations: 2 });
    await trainer.fit({ train: streamOf() });
    await expect(trainer.fit({ train: streamOf([5], { samples: undefined }) })).rejects.toThrow(
      StateError,
    );
  });
});
