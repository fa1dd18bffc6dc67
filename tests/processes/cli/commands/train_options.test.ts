/** The options of a training run: each does what the library does when it is called by hand. */
import { expect, it } from 'vitest';
import { scheduleExamples } from '../../../../src/cli/learning/schedule_option.ts';
import {
  balancedClassWeights,
  diabetes,
  iris,
  split,
  standardize,
} from '../../../../src/data/index.ts';
import {
  adam,
  batchNorm,
  cosine,
  type Dataset,
  dense,
  elasticPenalty,
  huber,
  layerNorm,
  type Model,
  multiStep,
  reduceOnPlateau,
  relu,
  sequential,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
  warmUp,
} from '../../../../src/index.ts';
import { loadModel } from '../../../../src/node/index.ts';
import { writeDiabetes, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const [flowers, patients, uneven] = [at('iris.csv'), at('diabetes.csv'), at('uneven.csv')];
writeIris(flowers);
writeIris(at('rows.csv'), 100);
writeDiabetes(patients);
writeText(
  uneven,
  'a,b,y',
  ...Array.from({ length: 90 }, (_, i) => `${i % 13},${(i * 7) % 11},${i % 9 < 7 ? 'no' : 'yes'}`),
);

const BASE = ['--epochs', '6', '--seed', '7', '--hidden', '8'];

async function trained(file: string, target: string, ...options: string[]) {
  const saved = at('model.safetensors');
  const words = ['train', file, '--target', target, ...BASE, ...options, '--save', saved];
  const { code, out, err } = await run(words);
  expect([code, err]).toEqual([0, '']);
  return { out, file: loadModel(saved) };
}

const layers = (units: number) => [dense({ units: 8 }), relu(), dense({ units })];

interface ByHand extends Partial<Omit<TrainerOptions, 'model'>> {
  readonly model: Model;
  readonly data: Dataset;
  readonly stratify?: boolean;
}

/** The same with the library alone. */
async function byHand({ model, data, stratify = true, ...options }: ByHand) {
  const { train, validation } = split(data, { validation: 0.2, seed: 7, stratify });
  const scalers = [
    standardize(train),
    ...(stratify ? [] : [standardize(train, { of: 'targets' })]),
  ];
  const scaled = (part: Dataset) => scalers.reduce((set, scaler) => scaler.apply(set), part);
  const trainer = new Trainer({
    ...{ model, loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
    ...{ epochs: 6, batchSize: 16, seed: 7, ...options },
  });
  return { trainer, sets: { train: scaled(train), validation: scaled(validation) } };
}

function expectSame(file: { readonly model: Model }, { model }: { readonly model: Model }): void {
  const [own, wanted] = [file.model.state(), model.state()];
  expect(Object.keys(own)).toEqual(Object.keys(wanted));
  for (const [name, tensor] of Object.entries(wanted)) {
    expect(own[name].toTypedArray(), name).toEqual(tensor.toTypedArray());
  }
}

const network = (units: number, inputs = 4) =>
  sequential({ inputShape: [inputs], seed: 7 }, layers(units));

it.each([
  ['cosine:warmUp=5,minimum=0.1', warmUp(cosine({ minimum: 0.1 }), { over: 5 })],
  ['multiStep:milestones=2+4,factor=0.5', multiStep({ milestones: [2, 4], factor: 0.5 })],
  ['multiStep:milestones=3', multiStep({ milestones: [3] })],
] as const)('--schedule %s', async (written, schedule) => {
  const { file } = await trained(flowers, 'species', '--schedule', written);
  const model = network(3);
  const { trainer, sets } = await byHand({ model, data: iris(), schedule });
  await trainer.fit(sets);
  expectSame(file, { model });
});

it.each(scheduleExamples)('--schedule %s is taken', async (written) => {
  await trained(at('rows.csv'), 'species', '--schedule', written);
});

it('--schedule reduceOnPlateau lowers the learning rate, and says when', async () => {
  const words = ['--schedule', 'reduceOnPlateau:patience=1,factor=0.5', '--learning-rate', '0.9'];
  const { out, file } = await trained(flowers, 'species', ...words);
  const model = network(3);
  const optimizer = adam({ learningRate: 0.9 });
  const { trainer, sets } = await byHand({ model, data: iris(), optimizer });
  const reduce = reduceOnPlateau({ factor: 0.5, patience: { epochs: 1 } });
  await trainer.fit({ ...sets, callbacks: [reduce] });
  expectSame(file, { model });
  expect(reduce.reductions.length).toBeGreaterThan(0);
  for (const { epoch, to } of reduce.reductions) {
    expect(out).toContain(
      `learning rate  lowered to ${Number(to.toPrecision(4))} after epoch ${epoch}\n`,
    );
  }
});

it.each([
  ['batch', batchNorm],
  ['layer', layerNorm],
] as const)('--norm %s, with penalties', async (norm, layer) => {
  const words = ['--norm', norm, '--l1', '0.001', '--l2', '0.01'];
  const { file } = await trained(flowers, 'species', ...words);
  const weightPenalty = elasticPenalty({ l1: 0.001, l2: 0.01 });
  const model = sequential({ inputShape: [4], seed: 7 }, [
    dense({ units: 8, weightPenalty }),
    layer(),
    relu(),
    dense({ units: 3, weightPenalty }),
  ]);
  const { trainer, sets } = await byHand({ model, data: iris() });
  await trainer.fit(sets);
  expectSame(file, { model });
});

it('a single sample in a last batch is told before training, with what to do', async () => {
  // of 102 rows 81 are learned from: five batches of 16 and one of 1.
  const rows = Array.from({ length: 102 }, (_, i) => `${i},${i % 2 ? 'no' : 'yes'}`);
  const table = writeText(at('odd.csv'), 'a,y', ...rows);
  const words = ['--target', 'y', '--epochs', '1', '--validation', '0.2'];
  const { code, err } = await run([
    'train',
    table,
    ...words,
    '--norm',
    'batch',
    '--batch-size',
    '16',
  ]);
  expect(code).toBe(1);
  expect(err).toBe(
    'epochal: --norm batch: Expected at least 2 samples at a time in training; received 1, in a last batch of 1. Give another --batch-size, or choose --norm layer.\n',
  );
});

it('--loss huber:delta=0.5', async () => {
  const { out, file } = await trained(patients, 'progression', '--loss', 'huber:delta=0.5');
  const model = network(1, 10);
  const loss = huber({ delta: 0.5 });
  const { trainer, sets } = await byHand({ model, data: diabetes(), loss, stratify: false });
  await trainer.fit(sets);
  expectSame(file, { model });
  expect([file.loss, file.lossOptions]).toEqual(['huber', { delta: 0.5 }]);
  const last = trainer.history.validations.at(-1)?.loss ?? 0;
  expect(out).toContain(`loss                     ${last.toFixed(4)} (of scaled targets)`);
  const { out: inspected } = await run(['inspect', at('model.safetensors')]);
  expect(inspected).toContain('huber, delta 0.5');
});

it('--loss sigmoidBinaryCrossEntropy tells two classes apart by one output', async () => {
  const { file } = await trained(uneven, 'y', '--loss', 'sigmoidBinaryCrossEntropy');
  expect(file.model.outputShape).toEqual([1]);
  expect(file.loss).toBe(sigmoidBinaryCrossEntropy().name);
  const evaluated = await run(['evaluate', at('model.safetensors'), uneven, '--json']);
  const predicted = await run(['predict', at('model.safetensors'), uneven, '--probabilities']);
  const [header, ...rows] = predicted.out.trimEnd().split('\n');
  expect(header).toBe('y,probability,probability of no,probability of yes');
  const right = rows.filter((row, i) => row.startsWith(i % 9 < 7 ? 'no' : 'yes')).length;
  expect(JSON.parse(evaluated.out).metrics.accuracy).toBeCloseTo(right / 90, 12);
});

it('--class-weights balanced weighs by what is learned from; weights may be named', async () => {
  const { file } = await trained(flowers, 'species', '--class-weights', 'balanced');
  const { file: named } = await trained(flowers, 'species', '--class-weights', 'setosa=3');
  const model = network(3);
  const part = split(iris(), { validation: 0.2, seed: 7, stratify: true }).train;
  const loss = softmaxCrossEntropy({ classWeights: balancedClassWeights(part) });
  const { trainer, sets } = await byHand({ model, data: iris(), loss });
  await trainer.fit(sets);
  expectSame(file, { model });
  expect(file.lossOptions).toEqual({ classWeights: [1, 1, 1] });

  const other = network(3);
  const weighted = softmaxCrossEntropy({ classWeights: [3, 1, 1] });
  const own = await byHand({ model: other, data: iris(), loss: weighted });
  await own.trainer.fit(own.sets);
  expectSame(named, { model: other });
});

it('balanced weights find the rare class', async () => {
  const recall = async (...words: string[]) => {
    await trained(uneven, 'y', '--validation', '0', ...words);
    const { out } = await run(['predict', at('model.safetensors'), uneven]);
    return out.split('\n').filter((row) => row.startsWith('yes')).length;
  };
  expect(await recall('--class-weights', 'balanced')).toBeGreaterThan(await recall());
});

it('what to do about a rare class that is not found is an option, and more rows where it is given', async () => {
  const told = async (...words: string[]) => {
    const { out } = await trained(uneven, 'y', ...words);
    const [, diagnosis = ''] = out.split('The diagnosis');
    expect(diagnosis).not.toMatch(/classWeights|weightedSampling|balancedClassWeights/);
    return diagnosis.replaceAll(/\s+/g, ' ');
  };
  expect(await told()).toMatch(/never predicted: class "yes".* with --class-weights balanced;/);
  expect(await told('--class-weights', 'balanced')).toContain('of rare ones more rows help;');
});

it('--test keeps a part apart: the rest learns without it, and it is measured at the end', async () => {
  const saved = at('tested.safetensors');
  const words = [
    'train',
    flowers,
    '--target',
    'species',
    ...BASE,
    '--test',
    '0.2',
    '--save',
    saved,
  ];
  const { code, out } = await run([...words, '--json']);
  expect(code).toBe(0);
  const events = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ trainSamples: 90, testSamples: 30 });
  const { test, samples } = events.at(-1);
  const parts = split(iris(), { validation: 0.2, test: 0.2, seed: 7, stratify: true });
  const { predict, classNames = [] } = loadModel(saved);
  const classes = predict(parts.test.inputs).argmax().toTypedArray();
  const right = [...classes].filter((k, i) => k === parts.test.targets.toTypedArray()[i]).length;
  expect([samples, test.samples, test.metrics.accuracy]).toEqual([30, 30, right / 30]);
  expect(classNames).toEqual(['setosa', 'versicolor', 'virginica']);

  const shown = await run(words);
  expect(shown.out).toContain('kept apart: 30 samples for the test');
  expect(shown.out).toContain('The test, on 30 samples that nothing was decided by');
  const without = await run([...words, '--validation', '0']);
  expect(without.out).toContain('The result, on the 120 samples of the training part');
  expect(without.out).toContain('The test, on 30 samples');
});

it.each([
  ['3', 2],
  ['2 epochs', 3],
  ['10 iterations', 4],
] as const)('--validate-every "%s" judges that often', async (every, times) => {
  const words = ['--validate-every', every, '--json'];
  const { code, out } = await run(['train', flowers, '--target', 'species', ...BASE, ...words]);
  expect(code).toBe(0);
  expect(out.match(/"type":"validation"/g)).toHaveLength(times);
});

it('a training run with all of it is resumed to the bit', async () => {
  const words = [
    ...['train', flowers, '--target', 'species', '--seed', '7', '--hidden', '8'],
    ...['--schedule', 'reduceOnPlateau:patience=1', '--learning-rate', '0.9', '--norm', 'batch'],
    ...['--l2', '0.01', '--class-weights', 'balanced', '--test', '0.1', '--batch-size', '15'],
  ];
  const kept = ['--checkpoint', at('run'), '--resume'];
  expect((await run([...words, '--epochs', '3', ...kept])).err).toBe('');
  const [a, b] = [at('a.safetensors'), at('b.safetensors')];
  expect((await run([...words, '--epochs', '7', ...kept, '--save', a])).err).toBe('');
  expect((await run([...words, '--epochs', '7', '--save', b])).err).toBe('');
  expectSame(loadModel(a), loadModel(b));
  const changed = await run(
    [...words, '--epochs', '8', ...kept, '--class-weights=setosa=2'].filter(
      (word, i, all) =>
        word !== 'balanced' && !(word === '--class-weights' && all[i + 1] === 'balanced'),
    ),
  );
  expect(changed.err).toContain('(--loss, --class-weights)');
});

it('search takes them, and trains with what it found', async () => {
  const grid = 'norm=none,batch schedule=cosine,stepDecay:every=2,reduceOnPlateau l2=0.001';
  const words = ['search', flowers, '--target', 'species', ...BASE, '--batch-size', '15'];
  const { code, out } = await run([...words, '--grid', grid]);
  expect(code).toBe(0);
  const command = /^ {2}npx epochal (train .*)$/m.exec(out)?.[1] ?? '';
  const best = /best: trial \d+, score (\S+)/.exec(out)?.[1];
  const again = await run(command.split(' '));
  expect(again.code).toBe(0);
  const loss = /^loss +(\S+)$/m.exec(again.out)?.[1];
  expect(Number(loss)).toBeCloseTo(Number(best), 3);
});
