/** `epochal find-learning-rate`: what the library's finder finds, with the options of train. */
import { expect, it } from 'vitest';
import { iris, split, standardize } from '../../../../src/data/index.ts';
import {
  dense,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../../../src/index.ts';
import { learningRateFinder } from '../../../../src/selection/index.ts';
import { writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const flowers = at('iris.csv');
writeIris(flowers);
const words = [
  'find-learning-rate',
  flowers,
  '--target',
  'species',
  '--seed',
  '7',
  '--hidden',
  '8',
];
const own = [
  '--optimizer',
  'sgd',
  '--batch-size',
  '24',
  '--from',
  '0.001',
  '--to',
  '5',
  '--rates',
  '60',
];

async function byHand() {
  const { train } = split(iris(), { validation: 0.2, seed: 7, stratify: true });
  const model = sequential({ inputShape: [4], seed: 7 }, [
    dense({ units: 8 }),
    relu(),
    dense({ units: 3 }),
  ]);
  const trainer = new Trainer({
    ...{ model, loss: softmaxCrossEntropy(), optimizer: sgd(), epochs: 50, batchSize: 24, seed: 7 },
  });
  const scaled = standardize(train).apply(train);
  return learningRateFinder(trainer, { train: scaled, from: 0.001, to: 5, iterations: 60 });
}

it('tries the rates that the library tries, and finds the same', async () => {
  const { code, out, err } = await run([...words, ...own, '--json']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toEqual({
    type: 'result',
    ...JSON.parse(JSON.stringify(await byHand())),
    ...{ threads: 1, oneThread: 'too little work that threads can share' },
  });
});

it('shows table, curve and the command that trains with it', async () => {
  const { suggestion = 0 } = await byHand();
  const { code, out, err } = await run([...words, ...own]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`suggestion: ${suggestion.toExponential(1)}`);
  expect(out).toContain('↑ suggested: ');
  const command = /^ {2}npx epochal (.*)$/m.exec(out)?.[1] ?? '';
  expect(command).toContain(`--learning-rate ${Number(suggestion.toPrecision(2))}`);
  expect(command).not.toContain('--rates');
  const trained = await run([...command.split(' '), '--epochs', '2']);
  expect([trained.code, trained.err]).toEqual([0, '']);
});

it('shows no command where the loss never fell', async () => {
  const rates = ['--from', '1e-30', '--to', '1e-28', '--rates', '12'];
  const { code, out } = await run([...words.slice(0, 4), ...rates]);
  expect(code).toBe(0);
  expect(out).toContain('no suggestion: the loss never fell');
  expect(out).not.toContain('npx epochal train');
});

it.each([
  [['--from', '1', '--to', '0.1'], 2, 'a learning rate above the first one, --from 1'],
  [['--rates', '9'], 2, 'Expected a whole number, 10 or more; received "9". Give for example 100.'],
  [['--to', '0'], 2, 'Expected a finite number above 0; received "0"'],
] as const)('refuses %j', async (wrong, code, says) => {
  const ended = await run([...words, ...wrong]);
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toContain(says);
});

it('a table with one class is refused', async () => {
  const table = writeText(at('one.csv'), 'a,y', '1,x', '2,x');
  const { code, err } = await run(['find-learning-rate', table, '--target', 'y']);
  expect([code, err.includes('two classes or more')]).toEqual([1, true]);
});
