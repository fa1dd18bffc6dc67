/** What `resume` compares: everything that can be compared, and it says what differs. */
import { describe, expect, it } from 'vitest';
import { stream, weightedSampling } from '../../../src/data/index.ts';
import { OptionError, StateError } from '../../../src/errors/errors.ts';
import { abs, mul, sub } from '../../../src/index.ts';
import * as losses from '../../../src/losses/index.ts';
import { accuracy, f1, rootMeanSquaredError, topKAccuracy } from '../../../src/metrics/index.ts';
import { dense, gelu, type LayerLike, relu, sequential } from '../../../src/nn/index.ts';
import { adam, sgd } from '../../../src/optimizers/index.ts';
import { writeCheckpoint } from '../../../src/persistence/index.ts';
import * as schedules from '../../../src/schedules/index.ts';
import { formulaLoss, formulaSchedule } from '../../../src/symbolic/index.ts';
import {
  type Callback,
  earlyStopping,
  gradualUnfreezing,
  jsonLines,
  movingAverage,
  Trainer,
  type TrainerOptions,
} from '../../../src/train/index.ts';
import { classification, regression } from '../tasks.ts';

const classes = classification({ samples: 12 });
const numbers = regression({ samples: 12, outputs: 3 });

const hidden = (): LayerLike[] => [dense({ units: 4 }), relu(), dense({ units: 3 })];

function begin(overrides: Partial<TrainerOptions> & { readonly layers?: LayerLike[] } = {}) {
  const { layers = hidden(), ...others } = overrides;
  return new Trainer({
    model: sequential({ inputShape: [3], seed: 1 }, layers),
    loss: losses.softmaxCrossEntropy(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 2,
    batchSize: 4,
    ...others,
  });
}

type Overrides = Parameters<typeof begin>[0];

/** Two ways to make a Trainer, and the place where they differ. */
const PAIRS: [where: string, first: Overrides, second: Overrides][] = [
  ...(
    [
      ['loss.options.labelSmoothing', losses.softmaxCrossEntropy({ labelSmoothing: 0.5 })],
      ['loss.options.classWeights', losses.softmaxCrossEntropy({ classWeights: [1, 2, 3] })],
      ['loss.name, loss', losses.meanSquaredError()],
    ] as const
  ).map(([where, loss]): [string, Overrides, Overrides] => [where.split(',')[0], {}, { loss }]),
  ['loss.options.delta', { loss: losses.huber() }, { loss: losses.huber({ delta: 2 }) }],
  [
    'loss.options.formula',
    { loss: formulaLoss('abs(prediction - target)') },
    { loss: formulaLoss('(prediction - target)^2') },
  ],
  [
    'loss.of[0]',
    { loss: losses.loss('mine', (y, t) => abs(sub(y, t)).mean({ axis: 1 })) },
    { loss: losses.loss('mine', (y, t) => mul(2, abs(sub(y, t))).mean({ axis: 1 })) },
  ],
  ...(
    [
      [{ factor: 0.9 }, { factor: 0.8 }, schedules.exponential, 'factor'],
      [{ minimum: 0 }, { minimum: 0.1 }, schedules.cosine, 'minimum'],
      [{ warmUp: 0 }, { warmUp: 3 }, schedules.cosine, 'warmUp'],
      [{ power: 2 }, { power: 3 }, schedules.polynomial, 'power'],
      [{ every: 2 }, { every: 3 }, schedules.stepDecay, 'every'],
      [{ milestones: [3000] }, { milestones: [3001] }, schedules.multiStep, 'milestones[0]'],
      [{ rise: 0.3 }, { rise: 0.4 }, schedules.oneCycle, 'rise'],
      [{ endFactor: 0 }, { endFactor: 0.5 }, schedules.linear, 'endFactor'],
      [{ factor: 1 }, { factor: 0.5 }, schedules.constant, 'factor'],
      [{ warmUp: 2 }, { warmUp: 5000 }, schedules.inverseSquareRoot, 'warmUp'],
      [{ first: 3 }, { first: 4 }, schedules.cosineRestarts, 'first'],
    ] as const
  ).map(([a, b, make, option]): [string, Overrides, Overrides] => [
    `schedule.options.${option}`,
    { schedule: (make as (options: object) => schedules.Schedule)(a) },
    { schedule: (make as (options: object) => schedules.Schedule)(b) },
  ]),
  [
    'schedule.options.schedules[1].options.minimum',
    { schedule: schedules.join([schedules.constant(), schedules.cosine()], { at: [5] }) },
    {
      schedule: schedules.join([schedules.constant(), schedules.cosine({ minimum: 0.5 })], {
        at: [5],
      }),
    },
  ],
  [
    'schedule.options.formula',
    { schedule: formulaSchedule('0.5 ^ epoch') },
    { schedule: formulaSchedule('0.6 ^ epoch') },
  ],
  [
    'schedule.factors',
    { schedule: { name: 'mine', unit: 'epoch', factor: () => 1 } },
    { schedule: { name: 'mine', unit: 'epoch', factor: (count) => 1 / (1 + count) } },
  ],
  [
    'sampling.options.weights',
    { sampling: weightedSampling({ weights: new Array(12).fill(1) }) },
    { sampling: weightedSampling({ weights: [2, ...new Array(11).fill(1)] }) },
  ],
  [
    'optimizer.groups[0].parameters',
    { optimizer: sgd({ groups: [{ parameters: (name) => name.endsWith('bias'), l2: 1 }] }) },
    { optimizer: sgd({ groups: [{ parameters: () => true, l2: 1 }] }) },
  ],
  [
    'optimizer.groups[0].learningRate',
    { optimizer: adam({ groups: [{ parameters: 'layers.0', learningRate: 1 }] }) },
    { optimizer: adam({ groups: [{ parameters: 'layers.0', learningRate: 2 }] }) },
  ],
  [
    'metrics[0].options.average',
    { metrics: { f1: f1({ average: 'micro' }) } },
    { metrics: { f1: f1({ average: 'macro' }) } },
  ],
  [
    'metrics[0].options.average',
    { metrics: { f1 } },
    { metrics: { f1: f1({ average: 'micro' }) } },
  ],
  [
    'metrics[0].options.threshold',
    { metrics: { accuracy } },
    { metrics: { accuracy: accuracy({ threshold: 0.5 }) } },
  ],
  [
    'metrics[0].options.k',
    { metrics: { top: topKAccuracy({ k: 1 }) } },
    { metrics: { top: topKAccuracy({ k: 2 }) } },
  ],
  ['metrics[0].name', { metrics: { a: f1 } }, { metrics: { b: f1 } }],
  [
    'metrics[0].metric',
    { metrics: { error: rootMeanSquaredError } },
    { metrics: { error: losses.meanAbsoluteError } },
  ],
  ['model.layers[1].type', {}, { layers: [dense({ units: 4 }), gelu(), dense({ units: 3 })] }],
  [
    'model.layers[1].of',
    { layers: [dense({ units: 4 }), (x) => mul(x, 2), dense({ units: 3 })] },
    { layers: [dense({ units: 4 }), (x) => mul(x, 3), dense({ units: 3 })] },
  ],
  ['seed', { seed: 1 }, { seed: '1' }],
];

describe('resume refuses, naming it,', () => {
  it.each(PAIRS)('another %s', (where, first, second) => {
    const state = begin(first).checkpoint();
    const trainer = begin(second);
    expect(() => trainer.resume(state)).toThrow(StateError);
    expect(() => trainer.resume(state)).toThrow(`resume, ${where}`);
    const [name] = where.split(/[.[]/);
    trainer.resume(state, { allow: [name] });
    for (const same of [first, second]) {
      begin(same).resume(begin(same).checkpoint());
    }
  });

  it('several at once, and takes them when all are allowed', () => {
    const state = begin({ seed: 1 }).checkpoint();
    const other = begin({ seed: 2, clip: { norm: 1 } });
    expect(() => other.resume(state)).toThrow(
      'resume, clip, seed: Expected what the training began with, nothing, 1; received {"norm":1}, 2. ' +
        'Make the Trainer with the same clip, seed, or, if the change is meant, allow it: ' +
        'resume(state, { allow: ["clip", "seed"] }).',
    );
    other.resume(state, { allow: ['clip', 'seed'] });
  });

  it('a name that stands for nothing', () => {
    const trainer = begin();
    const resume = () => trainer.resume(begin().checkpoint(), { allow: ['batchsize'] });
    expect(resume).toThrow(OptionError);
    expect(resume).toThrow('resume.allow: Expected names among model, loss, optimizer');
  });
});

describe('the data', () => {
  const trained = async (data = classes, validation = classes) => {
    const trainer = begin({ epochs: 1 });
    await trainer.fit({ train: data, validation });
    return trainer.checkpoint();
  };

  it.each([
    ['inputs', { ...classes, inputs: classes.inputs.mul(-1) }],
    ['targets', { ...classes, targets: classification({ samples: 12, seed: 2 }).targets }],
    ['sample weights', { ...classes, sampleWeights: classes.inputs.sum({ axis: 1 }).square() }],
  ])('with other %s are refused, and the state waits for the right ones', async (_, other) => {
    const trainer = begin();
    trainer.resume(await trained());
    const fitting = trainer.fit({ train: other, validation: classes });
    await expect(fitting).rejects.toThrow(
      'fit, train.contents: Expected the data that the training began',
    );
    const run = () => trainer.run({ train: other, validation: classes }).next();
    expect(run).toThrow('fit, train.contents');
    const judged = trainer.fit({ train: classes, validation: other });
    await expect(judged).rejects.toThrow('fit, validation[0].contents');
    expect(trainer.iteration).toBe(3);
    await trainer.fit({ train: classes, validation: classes });
    expect(trainer.epoch).toBe(2);
  });

  it('are the same in other memory, and others where that is allowed', async () => {
    const state = await trained();
    const copy = { ...classes, inputs: classes.inputs.mul(1), targets: classes.targets };
    const trainer = begin();
    trainer.resume(state);
    await trainer.fit({ train: copy, validation: copy });
    const other = begin();
    other.resume(state, { allow: ['train', 'validation'] });
    await other.fit({ train: { ...classes, inputs: classes.inputs.mul(2) } });
    expect(other.epoch).toBe(2);
  });

  it('of a stream are known by what it says of itself', async () => {
    const parts = (shuffleBuffer: number) =>
      stream({ samples: 12, shuffleBuffer, open: () => [classes] });
    const first = begin({ epochs: 1 });
    await first.fit({ train: parts(0) });
    const trainer = begin();
    trainer.resume(first.checkpoint());
    const other = trainer.fit({ train: parts(5) });
    await expect(other).rejects.toThrow('fit, train.shuffleBuffer: Expected');
    await expect(trainer.fit({ train: classes })).rejects.toThrow('fit, train.stream');
    await trainer.fit({ train: parts(0) });
    expect(trainer.epoch).toBe(2);
  });

  it('are drawn by a sampling of your own in the same order', async () => {
    const mine = (first: number) => ({
      name: 'mine',
      order: ({ samples }: { samples: number }) =>
        Int32Array.from({ length: samples }, (_, i) => (i + first) % samples),
    });
    const before = begin({ epochs: 1, sampling: mine(0) });
    await before.fit({ train: classes });
    const trainer = begin({ sampling: mine(1) });
    trainer.resume(before.checkpoint());
    await expect(trainer.fit({ train: classes })).rejects.toThrow('fit, sampling: Expected');
  });
});

describe('a callback', () => {
  const data = { train: numbers, validation: numbers };
  const plain = (overrides: Overrides = {}) =>
    begin({ loss: losses.meanSquaredError(), ...overrides });

  it.each<[string, (model: Trainer['model']) => Callback]>([
    ['earlyStopping.model', (model) => earlyStopping({ model, patience: { epochs: 1 } })],
    ['movingAverage.model', (model) => movingAverage({ model, decay: 0.5 })],
    ['callback.model', (model) => gradualUnfreezing({ model, every: { epochs: 1 } })],
  ])('with another model is refused before anything: %s', async (where, make) => {
    const trainer = plain();
    const fitting = trainer.fit({ ...data, callbacks: [make(plain().model)] });
    await expect(fitting).rejects.toThrow(`${where}: Expected the model that is trained`);
    expect(trainer.iteration).toBe(0);
    await trainer.fit({ ...data, callbacks: [make(trainer.model)] });
    expect(() => make({} as never)).toThrow('Expected a model');
  });

  it('that has followed another training is refused, one that is given its memory is not', async () => {
    const make = () => earlyStopping({ patience: { epochs: 5 }, restoreBest: false });
    const [first, second] = [plain(), plain()];
    const stopping = make();
    await first.fit({ ...data, callbacks: [stopping] });
    first.epochs = 3;
    await first.fit({ ...data, callbacks: [stopping] });
    await expect(second.fit({ ...data, callbacks: [stopping] })).rejects.toThrow(
      'fit.callbacks: Expected a earlyStopping of this training; received one that has followed ' +
        'another, and remembers it. Make a new one for each Trainer.',
    );
    expect(second.iteration).toBe(0);
    const resumed = plain({ epochs: 4 });
    resumed.resume(first.checkpoint());
    await resumed.fit({ ...data, callbacks: [stopping] });
    expect(stopping.best?.epoch).toBe(4);
  });

  it('whose fit was refused belongs to nobody yet', async () => {
    const average = plain();
    const log = jsonLines({ write: () => {} });
    const wrong = { ...data, train: classes };
    await expect(plain().fit({ ...wrong, callbacks: [log] })).rejects.toThrow();
    await average.fit({ ...data, callbacks: [log] });
  });

  it.each<[missing: string, given: object]>([
    ['key', { state: () => ({ values: {}, tensors: {} }) }],
    ['key', { state: () => ({ values: {}, tensors: {} }), loadState() {} }],
    ['loadState', { key: 'mine', state: () => ({ values: {}, tensors: {} }) }],
    ['state', { key: 'mine', loadState() {} }],
  ])('without %s is refused', async (missing, given) => {
    const callback = Object.assign(() => {}, given) as Callback;
    await expect(plain().fit({ ...data, callbacks: [callback] })).rejects.toThrow(
      `callback: Expected key, state and loadState together, for a checkpoint to keep it; received without ${missing}. Add what is missing.`,
    );
  });

  it('keeps its memory when a resumed training is saved before its first fit, or refused', async () => {
    const make = (epochs: number) => {
      const trainer = plain({ epochs });
      return {
        trainer,
        stopping: earlyStopping({ model: trainer.model, patience: { epochs: 9 } }),
      };
    };
    const first = make(1);
    await first.trainer.fit({ ...data, callbacks: [first.stopping] });
    const state = first.trainer.checkpoint();
    const { trainer } = make(2);
    trainer.resume(state);
    expect(writeCheckpoint(trainer.checkpoint())).toEqual(writeCheckpoint(state));
    const refusal: Callback = (event) => {
      if (event.type === 'trainStart') throw new Error('refused');
    };
    const attempts = [
      { ...data, train: { ...numbers, size: 7 } },
      { ...data, validation: {} as never },
      { ...data, callbacks: [] },
      {
        ...data,
        callbacks: [earlyStopping({ model: trainer.model, patience: { epochs: 9 } }), refusal],
      },
    ];
    for (const attempt of attempts) {
      const stopping = earlyStopping({ model: trainer.model, patience: { epochs: 9 } });
      const fitting = trainer.fit({ callbacks: [stopping], ...attempt });
      await expect(fitting).rejects.toThrow();
      expect(writeCheckpoint(trainer.checkpoint())).toEqual(writeCheckpoint(state));
    }
    const fresh = earlyStopping({ model: trainer.model, patience: { epochs: 9 }, minDelta: 1e9 });
    await trainer.fit({ ...data, callbacks: [fresh] });
    expect(trainer.checkpoint().callbacks.earlyStopping.values).toMatchObject({
      waiting: { markedAt: 3, waited: 1 },
    });
  });
});
