/** The chapter for those who come from other libraries holds the tables that errors answer from, and true numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignOptions, unasked } from '../../src/cli/words/foreign_options.ts';
import { fromArrays } from '../../src/data/index.ts';
import {
  type Foreign,
  type ForeignMembers,
  foreignToHistories,
  foreignToLosses,
  foreignToModels,
  foreignToOptimizers,
  foreignToTensors,
  foreignToTrainers,
} from '../../src/errors/foreign_members.ts';
import { answers, foreignNamesOfTensors, monitors } from '../../src/errors/foreign_names.ts';
import {
  adagrad,
  adam,
  batchNorm,
  dense,
  earlyStopping,
  hardSigmoid,
  initializers,
  type Layer,
  l2Penalty,
  loss,
  meanSquaredError,
  type Optimizer,
  parameter,
  reduceOnPlateau,
  relu,
  rmsprop,
  sequential,
  sgd,
  type Tensor,
  Trainer,
  type TrainerOptions,
  tensor,
} from '../../src/index.ts';
import { root } from './execute.ts';
import { documents } from './markdown.ts';
import { rowsOf, tableBelow } from './tables.ts';

const chapter = documents().find(({ path }) => path === 'docs/coming_from.md')?.text ?? '';

const code = (name: string) => `\`${name}\``;
const listed = (table: Readonly<Record<string, string>>, prefix: string) =>
  Object.entries(table).map(([name, answer]) => [code(prefix + name), answer]);

const members = ({ owner, methods, properties }: Foreign) =>
  Object.entries<string>({ ...methods, ...properties } satisfies ForeignMembers).map(
    ([names, answer]) => [
      names
        .split(' ')
        .map((name) => code(`${owner}.${name}`))
        .join(', '),
      answer,
    ],
  );

/** `maxIter` as it is typed behind two dashes. */
const flag = (name: string) =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

describe('the chapter for those who come from other libraries', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    [
      'Options',
      [
        ...Object.entries(answers).map(([names, answer]) => [
          names.split(' ').map(code).join(', '),
          answer,
        ]),
        ...listed({ requiresGrad: foreignNamesOfTensors.requiresGrad }, 'tensor: '),
      ],
    ],
    [
      'Methods and properties',
      [
        ...members(foreignToModels),
        ...members(foreignToTrainers),
        ...members(foreignToOptimizers),
        ...members(foreignToLosses),
        ...members(foreignToHistories),
        ...members(foreignToTensors),
      ],
    ],
    ['Monitors', Object.entries(monitors).map((row) => row.map(code))],
    [
      'Flags of the command',
      [...foreignOptions, ...Object.entries(unasked)].map(([names, ...answers]) => [
        names.split(' ').map(flag).map(code).join(', '),
        answers.map((answer) => (answer.startsWith('--') ? code(answer) : answer)).join(' or '),
      ]),
    ],
  ])('shows the table that errors answer from: %s', (heading, rows) => {
    const shown = tableBelow(chapter, heading);
    const whole = rows.map(([name, answer]) => `| ${name} | ${answer} |\n`).join('');
    expect(shown.map((cells) => `| ${cells.join(' | ')} |\n`).join('')).toBe(whole);
  });
});

const RATE_1 = { learningRate: 1, epsilon: 1e-8 };

/** The same questions as in tests/fixtures/peers/, asked of this library. */
const here = {
  /** One weight of 2, and a bias of 0, or other layers. */
  trainer(more: Partial<TrainerOptions> = {}, layers: readonly Layer[] = [dense({ units: 1 })]) {
    const model = sequential({ inputShape: [1], seed: 7 }, layers);
    if (layers.length === 1) model.parameters()[0].assign([2]);
    const optimizer = sgd({ learningRate: 1e-30 });
    return new Trainer({ model, loss: meanSquaredError(), optimizer, epochs: 1, ...more });
  },
  async runningVariance() {
    const trainer = here.trainer({ shuffle: false }, [batchNorm(), dense({ units: 1 })]);
    const targets = [[0], [0], [0], [0]];
    await trainer.fit({ train: fromArrays({ inputs: [[1], [2], [3], [6]], targets }) });
    return trainer.model.state()['layers.0.runningVariance'].item();
  },
  /** Of a weight whose gradient is 1e-6. */
  update(optimizer: Optimizer) {
    const output = loss('output', (outputs) => outputs.reshape([-1]));
    const layers = [dense({ units: 1, useBias: false, weightInitializer: initializers.zeros() })];
    const model = sequential({ inputShape: [1] }, layers);
    const trainer = here.trainer({ model, optimizer, loss: output });
    for (const _ of trainer.run({ train: fromArrays({ inputs: [[1e-6]], targets: [0] }) }));
    return model.parameters()[0].item();
  },
  async lastEpoch() {
    const trainer = here.trainer({ epochs: 50 });
    const stopping = earlyStopping({ patience: { epochs: 2 }, model: trainer.model });
    await trainer.fit({ ...ONE, callbacks: [stopping] });
    return trainer.epoch;
  },
  async reducedAfter() {
    const plateau = reduceOnPlateau({ patience: { epochs: 2 } });
    await here.trainer({ epochs: 10 }).fit({ ...ONE, callbacks: [plateau] });
    return plateau.reductions[0].epoch;
  },
  async penalized() {
    const weightPenalty = l2Penalty({ strength: 2 });
    const trainer = here.trainer({}, [dense({ units: 1, weightPenalty })]);
    return (await trainer.fit(ONE)).epochs[0];
  },
  slope(f: (x: Tensor) => Tensor, at: readonly number[]) {
    const x = parameter(at);
    f(x).sum().backward();
    return x.gradient?.toTypedArray()[0] ?? Number.NaN;
  },
};

const one = fromArrays({ inputs: [[1]], targets: [[1]] });
const ONE = { train: one, validation: one };

/** What the real libraries printed: tests/fixtures/peers/. */
const peer = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, 'tests/fixtures/peers', `${name}.json`), 'utf8'));

/** `kinks.max` of what a library printed; a list stands for its first element. */
function measured(library: string, path: string): number | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], peer(library));
  const [value] = Array.isArray(found) ? found : [found];
  return value as number | undefined;
}

describe('its numbers', () => {
  const inOrder = ['pytorch', 'keras', 'tfjs', 'scikit_learn'];

  it.each<[string, string, () => number | Promise<number>]>([
    ['running variance of', 'batchNormRunningVariance', here.runningVariance],
    ['`hardSigmoid` of 1', 'hardSigmoidAt1', () => hardSigmoid(tensor([1])).item()],
    ['first update by `adam`', 'firstUpdate.adam', () => here.update(adam(RATE_1))],
    ['the same by `rmsprop`', 'firstUpdate.rmsprop', () => here.update(rmsprop(RATE_1))],
    ['the same by `adagrad`', 'firstUpdate.adagrad', () => here.update(adagrad(RATE_1))],
    ['early stopping', 'patience2', here.lastEpoch],
    ['reduction on a plateau', 'plateauPatience2', here.reducedAfter],
    ['training loss of 1', 'penalty.with.loss', async () => (await here.penalized()).loss],
    [
      'its validation loss',
      'penalty.with.valLoss',
      async () => (await here.penalized()).validation?.loss ?? Number.NaN,
    ],
    ['slope of `relu`', 'kinks.relu', () => here.slope(relu, [0])],
    ['slope of `abs`', 'kinks.abs', () => here.slope((x) => x.abs(), [0])],
    ['slope of `clip`', 'kinks.clip', () => here.slope((x) => x.clip({ min: -1, max: 1 }), [1])],
    ['slope of `max` ', 'kinks.max', () => here.slope((x) => x.max(), [1, 1])],
    ['slope of `maximum`', 'kinks.maximum', () => here.slope((x) => x.maximum(tensor([1])), [1])],
  ])('are those that the libraries print: %s', async (beginning, path, own) => {
    const row = rowsOf(chapter).find(([what]) => what.startsWith(beginning));
    const shown = row?.slice(1) ?? [];
    const digits = Math.max(...shown.map((cell) => cell.split('.')[1]?.length ?? 0));
    const printed = [await own(), ...inOrder.map((library) => measured(library, path))];
    expect(shown).toEqual(printed.map((value) => value?.toFixed(digits) ?? ''));
  });

  it('are those after the epoch', () => {
    const predictions = rowsOf(chapter).filter(([, type]) => /^float(32|64)/.test(type));
    const files = new Map([
      ['PyTorch', 'pytorch'],
      ['Keras', 'keras'],
      ['tfjs', 'tfjs'],
    ]);
    files.set('brain.js', 'brain').set('scikit-learn', 'scikit_learn');
    for (const [library, , sigmoid, linear] of predictions.slice(1)) {
      const file = files.get(library) ?? '';
      expect(measured(file, 'loop.prediction')?.toFixed(7), library).toBe(sigmoid || linear);
    }
    expect(predictions.length).toBe(6);
    const [, ...own] = /```text\n(.+)\n(.+)\n```/.exec(chapter) ?? [];
    expect(own.map((value) => Number(value).toFixed(7))).toEqual(predictions[0].slice(2));
  });

  it('are those of the versions that it names', () => {
    for (const [library, name] of [
      ['keras', 'Keras'],
      ['tfjs', 'tfjs'],
    ]) {
      expect(chapter).toContain(`${name} ${(peer(library) as { version: string }).version}`);
    }
    expect(chapter).toContain(
      `scikit-learn ${(peer('scikit_learn') as { version: string }).version}`,
    );
    expect(chapter).toContain(`brain.js ${(peer('brain') as { version: string }).version}`);
    expect((peer('pytorch') as { version: string }).version).toMatch(/^1\.13\.0/);
    expect(measured('scikit_learn', 'maxIter3.samples')).toBe(15);
    expect(measured('scikit_learn', 'maxIter3.epochs')).toBe(3);
  });
});
