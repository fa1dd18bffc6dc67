/** A training run that was interrupted anywhere and taken up again is the training without interruption. */
import { describe, expect, it } from 'vitest';
import { linearRegression, weightedSampling } from '../../../src/data/index.ts';
import { DataError, OptionError, StateError } from '../../../src/errors/errors.ts';
import {
  adam,
  batchNorm,
  type Callback,
  type CallbackState,
  checkpoint,
  cosine,
  csvLog,
  dense,
  dropout,
  earlyStopping,
  huber,
  lookahead,
  meanSquaredError,
  movingAverage,
  type Optimizer,
  r2,
  relu,
  sequential,
  sgd,
  Trainer,
  type TrainerOptions,
  type TrainingState,
} from '../../../src/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/index.ts';
import '../../tensors.ts';

// 22 samples in batches of 4: six iterations an epoch, the last of two samples.
const train = linearRegression({ samples: 22, features: 2, noise: 0.5, seed: 1 });
const validation = linearRegression({ samples: 9, features: 2, noise: 0.5, seed: 2 });
const validations = {
  clean: validation,
  noisy: linearRegression({ features: 2, noise: 3, seed: 3 }),
};

interface Training {
  readonly trainer: Trainer;
  readonly callbacks: readonly Callback[];
  readonly written: string[];
  readonly average: ReturnType<typeof movingAverage>;
  readonly stopping: ReturnType<typeof earlyStopping>;
}

const momentum = (): Optimizer => sgd({ learningRate: 0.02, momentum: 0.9 });

/** Everything anew, as in another process. */
function begin(overrides: Partial<TrainerOptions> = {}): Training {
  const layers = [
    dense({ units: 5 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.3 }),
    dense({ units: 1 }),
  ];
  const model = sequential({ inputShape: [2], seed: 3 }, layers);
  const trainer = new Trainer({
    model,
    loss: meanSquaredError(),
    optimizer: momentum(),
    schedule: cosine(),
    epochs: 9,
    batchSize: 4,
    recordIterations: true,
    clip: { globalNorm: 5 },
    seed: 3,
    ...overrides,
  });
  const written: string[] = [];
  const stopping = earlyStopping({ patience: { epochs: 2 }, model });
  const average = movingAverage({ model, decay: 0.9 });
  const log = csvLog({
    write: (text) => written.push(text.split(',').toSpliced(6, 1).join()), // without the seconds
  });
  return { trainer, stopping, average, written, callbacks: [stopping, average, log] };
}

const bits = (named: Record<string, unknown>) =>
  Object.entries(named).map(([name, t]) => [
    name,
    ...((t as { toTypedArray(): ArrayLike<number> }).toTypedArray() as never),
  ]);

/** Everything that a training run leaves behind, without what a clock says. */
function outcome({ trainer, average, stopping }: Training) {
  const { model, history, epoch, iteration, samplesSeen } = trainer;
  const { epochs, validations: measured, iterations } = history;
  const records = epochs.map(({ seconds: _, ...record }) => record);
  const own = bits(model.state());
  average.apply();
  const averaged = bits(model.state());
  average.restore();
  const { best, reason } = stopping;
  const optimizer = bits(trainer.optimizerState());
  const counters = { epoch, iteration, samplesSeen };
  return { counters, records, measured, iterations, own, averaged, best, reason, optimizer };
}

/** Trains, and keeps a checkpoint at every event that allows one, as the bytes of a file. */
async function trainWhole(training: Training, data = { train, validation } as object) {
  const files: { at: string; bytes: Uint8Array; written: number }[] = [];
  const keep: Callback = (event, control) => {
    if (event.type !== 'iterationEnd' && event.type !== 'epochEnd' && event.type !== 'trainStop')
      return;
    control.checkpoint((state) => {
      const at = `${event.type} ${event.iteration}`;
      files.push({ at, bytes: writeCheckpoint(state), written: training.written.length });
    });
  };
  // First in the list: what is kept is the training after all were told.
  await training.trainer.fit({ ...data, callbacks: [keep, ...training.callbacks] } as never);
  return files;
}

const CASES: readonly { title: string; overrides: Partial<TrainerOptions>; data?: object }[] = [
  { title: 'compiled', overrides: {} },
  { title: 'on the reference', overrides: { backend: 'reference', epochs: 3 } },
  {
    title: 'with micro-batches and adam',
    overrides: { accumulate: 2, optimizer: adam(), epochs: 3 },
  },
  {
    title: 'with several validation sets, in the middle of epochs',
    overrides: { validateEvery: { iterations: 4 }, epochs: 4 },
    data: { train, validation: validations },
  },
];

describe.each(CASES)('$title', ({ overrides, data = { train, validation } }) => {
  it('continues from every iteration as if nothing had been', async () => {
    const whole = begin(overrides);
    const files = await trainWhole(whole, data);
    const expected = outcome(whole);
    expect(files.length).toBeGreaterThan(3 * 7);
    for (const { at, bytes, written } of files) {
      const again = begin(overrides);
      again.trainer.resume(readCheckpoint(bytes));
      await again.trainer.fit({ ...data, callbacks: again.callbacks } as never);
      expect(outcome(again), at).toEqual(expected);
      expect([...whole.written.slice(0, written), ...again.written], at).toEqual(whole.written);
    }
  });
});

it('the training of these tests is stopped early, and not by its last epoch', async () => {
  const whole = begin();
  await trainWhole(whole);
  expect(whole.stopping.reason).toMatch('has not improved for 2 epochs');
  expect(whole.trainer.epoch).toBeLessThan(9);
});

it('a learning rate that callbacks have scaled stays scaled', async () => {
  const scale = (): Callback => (event, control) => {
    if (event.type === 'iterationEnd' && event.iteration % 4 === 0) control.scaleLearningRate(0.5);
  };
  const [whole, parts, rest] = [begin(), begin(), begin()];
  await whole.trainer.fit({ train, callbacks: [scale()] });
  let kept: TrainingState | undefined;
  const keep = checkpoint({
    every: { iterations: 9 },
    atEnd: false,
    save: (state) => {
      kept ??= state;
    },
  });
  await parts.trainer.fit({ train, callbacks: [keep, scale()] });
  rest.trainer.resume(kept as TrainingState);
  expect(rest.trainer.iteration).toBe(9);
  await rest.trainer.fit({ train, callbacks: [scale()] });
  expect(bits(rest.trainer.model.state())).toEqual(bits(whole.trainer.model.state()));
  const rates = whole.trainer.history.iterations.map(({ learningRate }) => learningRate);
  const planned = Array.from(whole.trainer.plan(train).ledger(), (entry) => entry.learningRate);
  const unscaled = Array.from(begin().trainer.plan(train).ledger(), (entry) => entry.learningRate);
  expect(rates.slice(0, 9)).toEqual(
    unscaled.slice(0, 9).map((rate, i) => rate * 0.5 ** Math.floor(i / 4)),
  );
  // Asked afterwards, the ledger knows what has become of the learning rate.
  expect(rates).toEqual(planned);
  const resumed = Array.from(rest.trainer.plan(train).ledger(), (entry) => entry.learningRate);
  expect(resumed).toEqual(planned);
});

it('freezing outlasts an interruption', async () => {
  const [whole, rest] = [begin(), begin()];
  whole.trainer.model.freeze('layers.0');
  rest.trainer.resume(whole.trainer.checkpoint());
  await whole.trainer.fit({ train });
  await rest.trainer.fit({ train });
  expect(bits(rest.trainer.model.state())).toEqual(bits(whole.trainer.model.state()));
  const frozen = rest.trainer.model.parameters().filter(({ requiresGrad }) => !requiresGrad);
  expect(frozen.map(({ name }) => name)).toEqual(['layers.0.weight', 'layers.0.bias']);
});

it('how long a layer had rested outlasts it, too: optimizers count its own updates', async () => {
  const thaw: Callback = (event) => {
    if (event.type === 'iterationEnd' && event.iteration === 9) trained.model.unfreeze();
  };
  const make = () => begin({ optimizer: adam({ learningRate: 0.02 }), epochs: 4 }).trainer;
  let trained = make();
  trained.model.freeze('layers.0');
  const states: TrainingState[] = [];
  const keep = checkpoint({
    every: { iterations: 1 },
    save: (state) => {
      states.push(state);
    },
  });
  await trained.fit({ train, callbacks: [thaw, keep] });
  const whole = trained;
  expect(states.at(-1)?.rested).toEqual({ 'layers.0.weight': 9, 'layers.0.bias': 9 });
  for (const state of states) {
    trained = make();
    trained.resume(readCheckpoint(writeCheckpoint(state)));
    await trained.fit({ train, callbacks: [thaw] });
    expect(bits(trained.model.state())).toEqual(bits(whole.model.state()));
  }
});

describe('checkpoint()', () => {
  it('saves every so many epochs or iterations, and once at the end', async () => {
    const saved = async (options: object, overrides: Partial<TrainerOptions> = { epochs: 3 }) => {
      const { trainer } = begin(overrides);
      const at: number[] = [];
      const save = (state: TrainingState) => {
        at.push(state.progress.iteration);
      };
      await trainer.fit({ train, callbacks: [checkpoint({ save, ...options })] });
      return at;
    };
    expect(await saved({})).toEqual([6, 12, 18]);
    expect(await saved({ every: { epochs: 2 } })).toEqual([12, 18]);
    expect(await saved({ every: { epochs: 2 }, atEnd: false })).toEqual([12]);
    expect(await saved({ every: { iterations: 7 } })).toEqual([7, 14, 18]);
    expect(await saved({ every: { epochs: 2 } }, { iterations: 14, epochs: undefined })).toEqual([
      12, 14,
    ]);
  });

  it('waits for what saves', async () => {
    const { trainer } = begin({ epochs: 1 });
    const order: string[] = [];
    const save = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('saved');
    };
    const watch: Callback = ({ type }) => {
      if (type === 'trainEnd') order.push('ended');
    };
    await trainer.fit({ train, callbacks: [checkpoint({ save }), watch] });
    expect(order).toEqual(['saved', 'ended']);
  });

  it('of an interrupted training has the weights of the training, not the best ones', async () => {
    const { trainer, callbacks, stopping } = begin({ epochs: 30 });
    let kept: TrainingState | undefined;
    const save = (state: TrainingState) => {
      kept = state;
    };
    const later: Callback = (event, control) => {
      if (event.type === 'epochEnd' && stopping.best?.epoch !== event.epoch) control.stop();
    };
    await trainer.fit({
      train,
      validation,
      callbacks: [...callbacks, later, checkpoint({ save })],
    });
    const tensors = kept?.callbacks.earlyStopping.tensors ?? {};
    expect(bits(trainer.model.state())).toEqual(bits(tensors)); // the best ones were put back
    expect(bits(kept?.model ?? {})).not.toEqual(bits(tensors));
  });

  it('does not come when an error ends the training', async () => {
    const { trainer } = begin();
    const save = () => {
      throw new Error('saved');
    };
    const fail: Callback = (event) => {
      if (event.type === 'update') throw new Error('mine');
    };
    await expect(trainer.fit({ train, callbacks: [checkpoint({ save }), fail] })).rejects.toThrow(
      'mine',
    );
  });

  it('refuses what does not fit', () => {
    const given = (options: unknown) => () => checkpoint(options as never);
    expect(given({})).toThrow('checkpoint.save: Expected a function');
    expect(given({ save() {}, every: 5 })).toThrow(
      'an interval { epochs: n } or { iterations: n }',
    );
    expect(given({ save() {}, path: 'x' })).toThrow(OptionError);
  });
});

describe('control.checkpoint', () => {
  it('is refused at events in between, where callbacks could not be taken up', async () => {
    const { trainer } = begin();
    const early: Callback = (event, control) => {
      if (event.type === 'forward') control.checkpoint(() => {});
    };
    await expect(trainer.fit({ train, callbacks: [early] })).rejects.toThrow(
      'control.checkpoint: Expected one of the events iterationEnd, epochEnd, trainStop; received ' +
        'forward. Wait for one of them.',
    );
  });
});

describe('resume', () => {
  const stateAfter = (iterations: number, training = begin()) => {
    for (const event of training.trainer.run({ train })) {
      if (event.type === 'iterationEnd' && event.iteration === iterations) break;
    }
    return training.trainer.checkpoint();
  };
  const changed = (overrides: Partial<TrainerOptions>) => () =>
    begin(overrides).trainer.resume(stateAfter(2));

  it('in the middle of an iteration is the training before it', () => {
    const { trainer } = begin();
    for (const event of trainer.run({ train })) {
      if (event.type === 'backward' && event.iteration === 5) break;
    }
    const { progress, model } = trainer.checkpoint();
    expect(progress.iteration).toBe(4);
    expect(bits(model)).toEqual(bits(stateAfter(4).model));
  });

  it.each<[string, Partial<TrainerOptions>]>([
    ['seed', { seed: 4 }],
    ['batchSize', { batchSize: 5 }],
    ['shuffle', { shuffle: false }],
    ['dropLast', { dropLast: true }],
    ['sampling', { sampling: weightedSampling({ weights: new Array(22).fill(1) }) }],
    ['optimizer.settings.momentum', { optimizer: sgd({ learningRate: 0.02, momentum: 0.8 }) }],
    ['optimizer.name', { optimizer: lookahead({ optimizer: momentum() }) }],
    ['schedule', { schedule: undefined }],
    ['schedule.options.minimum', { schedule: cosine({ minimum: 0.1 }) }],
    ['loss.name', { loss: huber() }],
    ['clip.globalNorm', { clip: { globalNorm: 4 } }],
    ['accumulate', { accumulate: 2 }],
    ['validateEvery.epochs', { validateEvery: { epochs: 2 } }],
    ['metrics', { metrics: { r2 } }],
    ['evaluateTraining', { evaluateTraining: true }],
  ])('refuses another %s', (name, overrides) => {
    expect(changed(overrides)).toThrow(StateError);
    expect(changed(overrides)).toThrow(`resume, ${name}: Expected what the training began with`);
  });

  it('tells what look-ahead is around', () => {
    const around = (inner: Optimizer) => begin({ optimizer: lookahead({ optimizer: inner }) });
    const state = stateAfter(2, around(adam({ learningRate: 0.02 })));
    expect(() => around(momentum()).trainer.resume(state)).toThrow('resume, optimizer');
  });

  it('says what to do, and takes what is meant', () => {
    expect(changed({ seed: 4 })).toThrow(
      'resume, seed: Expected what the training began with, 3; received 4. Make the Trainer with the ' +
        'same seed, or, if the change is meant, allow it: resume(state, { allow: ["seed"] }).',
    );
    const { trainer } = begin({ seed: 4 });
    trainer.resume(stateAfter(2), { allow: ['seed'] });
    expect(trainer.iteration).toBe(2);
  });

  it.each<[string, Partial<TrainerOptions>]>([
    ['epochs', { epochs: 30 }],
    ['iterations', { epochs: undefined, iterations: 20 }],
    ['backend', { backend: 'reference' }],
    ['recordIterations', { recordIterations: false }],
  ])('takes another %s', (_, overrides) => {
    const { trainer } = begin(overrides);
    trainer.resume(stateAfter(2));
    expect(trainer.iteration).toBe(2);
  });

  it('refuses other layers, and changes nothing then', () => {
    const other = sequential({ inputShape: [2], seed: 3 }, [dense({ units: 1 })]);
    const { trainer } = begin({ model: other });
    const before = bits(other.state());
    expect(() => trainer.resume(stateAfter(2))).toThrow('resume, model');
    expect(() => trainer.resume(stateAfter(2), { allow: ['model'] })).toThrow(DataError);
    const state = stateAfter(2);
    const { optimizer } = trainer.checkpoint();
    const mixed = { ...state, optimizer, recipe: trainer.checkpoint().recipe };
    expect(() => trainer.resume(mixed)).toThrow(DataError);
    expect(bits(other.state())).toEqual(before);
    expect(bits(trainer.optimizerState())).toEqual(bits(optimizer));
    expect(trainer.iteration).toBe(0);
  });

  it('refuses a missing callback before anything is trained, and another dataset', async () => {
    const { trainer, callbacks } = begin();
    const whole = begin();
    const files = await trainWhole(whole);
    trainer.resume(readCheckpoint(files[3].bytes));
    await expect(trainer.fit({ train, validation })).rejects.toThrow(
      'fit.callbacks: Expected the callbacks that the training was interrupted with: earlyStopping, ' +
        'movingAverage, csvLog; received none with a state. Pass earlyStopping again, or leave it out ' +
        'for good: resume({ ...state, callbacks: {} }).',
    );
    await expect(trainer.fit({ train: validation, callbacks })).rejects.toThrow(
      'Expected the 22 samples that the training began with',
    );
    expect(trainer.iteration).toBe(4);
  });

  it('refuses what is no state, and to be called while it runs', () => {
    const { trainer } = begin();
    expect(() => trainer.resume({} as never)).toThrow(
      'resume.recipe: Expected an object { name: value }; received nothing. Take a state as ' +
        'checkpoint() or loadCheckpoint(path) gives it.',
    );
    expect(() => trainer.resume(undefined as never)).toThrow(DataError);
    trainer.run({ train }).next();
    expect(() => trainer.resume(stateAfter(1))).toThrow('resume: Expected one run at a time');
  });

  it('gives two callbacks of a kind a state each, in their order', async () => {
    const counter = (): Callback & { count: number } => {
      const count: Callback = (event) => {
        if (event.type === 'iterationEnd') own.count++;
      };
      const own = Object.assign(count, {
        count: 0,
        key: 'counter',
        state: (): CallbackState => ({ values: { count: own.count }, tensors: {} }),
        loadState: ({ values }: CallbackState) => {
          own.count = values.count as number;
        },
      });
      return own;
    };
    const [first, second] = [counter(), counter()];
    second.count = 100;
    const { trainer } = begin();
    await trainer.fit({
      train,
      callbacks: [first, second, (e, c) => e.type === 'epochEnd' && c.stop()] as Callback[],
    });
    const [third, fourth] = [counter(), counter()];
    const { trainer: rest } = begin({ epochs: 1 });
    rest.resume(trainer.checkpoint());
    await rest.fit({ train, callbacks: [third, fourth] });
    expect([third.count, fourth.count]).toEqual([6, 106]);
  });
});
