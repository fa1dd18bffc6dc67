/** Training runs that Keras 2 left after three updates go on here, whichever optimizers it had then. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError } from '../../../src/errors/index.ts';
import { adagrad, adam, lion, sgd, Trainer } from '../../../src/index.ts';
import { importModel } from '../../../src/interop/index.ts';
import { namedState } from '../../../src/interop/keras/named_state.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`state2/${name}`, folder)));
const told = JSON.parse(readFileSync(new URL('keras2_state.json', folder), 'utf8'));
const { inputs, targets } = told;
const runs = Object.keys(told).filter((name) => name.endsWith('.h5'));

/** The same file, with another text of that length wherever one stands. */
function changed(name: string, from: string, to: string): Uint8Array {
  expect(to).toHaveLength(from.length);
  const text = Buffer.from(bytesOf(name)).toString('latin1');
  expect(text).toContain(from);
  return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}

describe('a training run of Keras 2, after three updates', () => {
  it.each(runs)('%s goes on with the same losses and weights', async (name) => {
    const { model, training, report } = importModel(bytesOf(name));
    expect(report.ignored).toEqual([]);
    expect(training?.optimizerState?.updates).toBe(3);
    const { optimizer, loss, ...others } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const options = { model, optimizer, loss, ...others, epochs: 3, batchSize: 3, shuffle: false };
    const { epochs } = await new Trainer(options).fit({ train: fromArrays({ inputs, targets }) });
    const closely = { absoluteTolerance: 1e-6, relativeTolerance: 0 };
    const losses = tensor(epochs.map((one) => one.loss));
    expect(losses).toBeCloseToTensor(tensor(told[name].losses), closely);
    expect(model.predict(inputs)).toBeCloseToTensor(tensor(told[name].after), closely);
  });

  it('is the one of an optimizer before 2.11, where the file says so', () => {
    const conventions = (name: string) => importModel(bytesOf(name)).report.conventions.join();
    const under = /epsilon is added to the root here, and under it there/;
    expect(conventions('legacy_rmsprop.h5')).not.toMatch(under);
    expect(conventions('legacy_adagrad.h5')).not.toMatch(under);
    expect(conventions('legacy_centered.h5')).toMatch(under);
    expect(conventions('rmsprop.h5')).toMatch(under);
    expect(conventions('adagrad.h5')).toMatch(under);
    const decayOf = (name: string) => importModel(bytesOf(name)).training?.optimizer?.options;
    expect(decayOf('legacy_nadam.h5')?.momentumDecay).toBe(0.004);
    expect(decayOf('nadam.h5')?.momentumDecay).toBe(1);
  });
});

describe('what is not understood', () => {
  const ignored = (bytes: Uint8Array) => importModel(bytes).report.ignored;

  it('begins anew, and is named: no number of updates, and another slot', () => {
    const anew = 'optimizer_weights, the state of the optimizer, which begins anew: ';
    expect(ignored(changed('legacy_adam.h5', 'iter:0', 'itex:0'))).toEqual([
      `${anew}["Adam/itex", "Adam/dense/kernel/m", "Adam/dense/bias/m"]`,
    ]);
    const { training, report } = importModel(changed('legacy_rmsprop.h5', 'rms:0', 'rmx:0'));
    expect(report.ignored).toEqual([
      `${anew}["RMSprop/dense/kernel/rmx", "RMSprop/dense/bias/rmx", "RMSprop/head/dense/kernel/rmx"]`,
    ]);
    expect(Object.keys(training ?? {})).toEqual(['optimizer', 'loss']);
  });
});

describe('variables by their names', () => {
  const variables = (...names: string[]) =>
    names.map((name, i) => ({
      ...{ name, from: name },
      tensor: /iter/.test(name) ? tensor(i) : tensor([i, i]),
    }));
  const match = (ours: string, theirs: string) => ({ ours, theirs });
  const first = [match('layers.0.weight', 'b/kernel:0')];
  const read = (optimizer: ReturnType<typeof adam>, learning: typeof first, ...names: string[]) =>
    namedState('test', { optimizer, learning, variables: variables(...names) });

  it('are found in any order and any scope, and behind one another', () => {
    const learning = [...first, match('layers.1.weight', 'a/b/kernel:0')];
    const { slots } = read(
      sgd({ momentum: 0.5, learningRate: 0.5 }),
      learning,
      'training/SGD/a/b/kernel/momentum:0',
      'training/SGD/b/kernel/momentum:0',
      'training/SGD/iter:0',
    );
    expect(slots.get('layers.0.weight.momentum')).toMatchObject({ factor: -2 });
    expect(slots.get('layers.0.weight.momentum')?.tensor).toBeCloseToTensor(tensor([1, 1]));
    expect(slots.get('layers.1.weight.momentum')?.tensor).toBeCloseToTensor(tensor([0, 0]));
  });

  it('are found without a scope, where one layer is called what another is inside of', () => {
    const learning = [...first, match('layers.1.weight', 'a/b/kernel:0')];
    const names = ['iter:0', 'a/b/kernel/accumulator:0', 'b/kernel/accumulator:0'];
    const { slots } = read(adagrad(), learning, ...names);
    expect(slots.get('layers.0.weight.sumOfSquares')?.tensor).toBeCloseToTensor(tensor([2, 2]));
  });

  it('may be none: the number of updates, a learning rate, and momenta that nothing asks for', () => {
    const names = ['iteration:0', 'learning_rate:0', 'SGD/m/b/kernel:0'];
    expect(read(sgd(), first, ...names).slots.size).toBe(0);
    expect(read(sgd(), first, 'SGD/iter:0').slots.size).toBe(0);
    expect(read(adam(), [], 'Adam/iter:0').slots.size).toBe(0);
  });

  it.each([
    [adam(), ['Adam/iterations:0', 'training/Adam/Variable:0'], 'a variable iter or iteration'],
    [adam(), ['iteration:0', 'Adam/m/b/kernel:0'], 'Adam/v/b/kernel'],
    [
      adagrad(),
      ['iteration:0', 'accumulator/b/kernel:0', 'm/b/kernel:0'],
      'variables of adagrad only',
    ],
    [sgd(), ['iteration:0', 'SGD/average/b/kernel:0'], 'variables of sgd only'],
    [lion(), ['Lion/iter:0', 'Lion/b/kernel/m:0'], 'variables of lion after 2.11'],
  ])('of %o that do not fit are refused', (optimizer, names, expected) => {
    const error = refusal(() => read(optimizer, first, ...names));
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ expected });
  });
});
