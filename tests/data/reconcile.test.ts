/** Two sets of names: everything is found by name, or refused with the difference. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  fromArrays,
  minMax,
  oneHotTargets,
  scalerFromJSON,
  standardize,
} from '../../src/data/index.ts';
import { reconcile } from '../../src/data/reconcile.ts';
import { DataError, OptionError, ShapeError } from '../../src/errors/index.ts';
import { tensor } from '../tensors.ts';

const pets = (targets: string[], classNames?: string[]) =>
  fromArrays({ inputs: targets.map((_, row) => [row]), targets, classNames });
const known = { classNames: ['cat', 'dog', 'owl'] };
const brought = (dataset: Dataset) => reconcile('set', dataset, known, 'the training set');

describe('classes', () => {
  it('get the numbers of the others, which no sample need have', () => {
    const own = brought(pets(['owl', 'dog', 'owl']));
    expect(own.targets.toArray()).toEqual([2, 1, 2]);
    expect(own.classNames).toEqual(known.classNames);
    expect(brought(pets(['owl', 'dog'], ['wolf', 'owl', 'dog'])).targets.toArray()).toEqual([2, 1]);
  });

  it('as columns get their places, whether of 0 and 1 or of -1 and 1', () => {
    const hot = oneHotTargets(pets(['owl', 'dog']));
    expect(hot.targets.toArray()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(brought(hot).targets.toArray()).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    const signs = brought({ ...hot, targets: hot.targets.mul(2).sub(1) });
    expect(signs.targets.toArray()).toEqual([
      [-1, -1, 1],
      [-1, 1, -1],
    ]);
  });

  it('of one output that tells two apart are turned round', () => {
    const two = { classNames: ['no', 'yes'] };
    const column = { ...pets(['yes', 'no'], ['yes', 'no']), targets: tensor([[0], [1]]) };
    expect(reconcile('set', column, two, 'x').targets.toArray()).toEqual([[1], [0]]);
    const signs = { ...column, targets: tensor([[-1], [1]]) };
    expect(reconcile('set', signs, two, 'x').targets.toArray()).toEqual([[1], [-1]]);
  });

  it('that samples have and the others do not are refused, by name', () => {
    const wolves = pets(['dog', 'wolf']);
    for (const dataset of [wolves, oneHotTargets(wolves)]) {
      expect(() => brought(dataset)).toThrow(DataError);
      expect(() => brought(dataset)).toThrow(
        'set.classNames: Expected classes of the training set, "cat", "dog", "owl"; received samples of "wolf". Leave these samples out',
      );
    }
  });

  it('that cannot be found in the targets are refused', () => {
    const odd = { ...pets(['dog', 'owl']), targets: tensor([[0.5], [0.25]]) };
    expect(() => brought(odd)).toThrow('the same names in the same order');
    const strange = { ...pets(['dog', 'owl']), targets: tensor([0, 7], { dtype: 'int32' }) };
    expect(() => brought(strange)).toThrow('2 names, and class 7');
    expect(() => brought({ ...odd, classNames: ['dog', 'dog'] })).toThrow(OptionError);
  });

  it('stay as they are where names are equal, or on one side only', () => {
    const same = pets(['owl'], ['cat', 'dog', 'owl']);
    expect(brought(same)).toBe(same);
    const nameless = { ...same, classNames: undefined };
    expect(brought(nameless)).toBe(nameless);
    expect(reconcile('set', same, {}, 'x')).toBe(same);
  });
});

describe('columns', () => {
  const columns = { featureNames: ['a', 'b'] };
  const table = (featureNames: string[], inputs: number[][]) =>
    fromArrays({ inputs, targets: inputs.map(() => 0), featureNames });

  it('are brought into the order of the others', () => {
    const own = reconcile(
      'set',
      table(
        ['b', 'a'],
        [
          [1, 2],
          [3, 4],
        ],
      ),
      columns,
      'x',
    );
    expect(own.inputs.toArray()).toEqual([
      [2, 1],
      [4, 3],
    ]);
    expect(own.featureNames).toEqual(['a', 'b']);
  });

  it('that are missing, or others, are refused with the difference', () => {
    const attempt = () => reconcile('set', table(['a', 'c'], [[1, 2]]), columns, 'the model');
    expect(attempt).toThrow(DataError);
    expect(attempt).toThrow(
      'set.featureNames: Expected the columns of the model; received none named "b", and others named "c". Give both the same columns, in any order.',
    );
    const unnamed = { ...table(['b', 'a'], [[1, 2]]), inputs: tensor([[1, 2, 3]]) };
    expect(() => reconcile('set', unnamed, columns, 'x')).toThrow(ShapeError);
  });

  it('are scaled by name, also by a scaler out of JSON', () => {
    const train = table(
      ['a', 'b'],
      [
        [0, 100],
        [2, 300],
      ],
    );
    const other = table(['b', 'a'], [[200, 1]]);
    for (const fitted of [standardize(train), minMax(train, { low: -1 })]) {
      for (const scaler of [fitted, scalerFromJSON(JSON.parse(JSON.stringify(fitted)))]) {
        expect(scaler.apply(other).inputs.toArray()).toEqual([[0, 0]]);
        expect(scaler.apply(other).featureNames).toEqual(['a', 'b']);
        expect(() => scaler.apply(table(['c', 'a'], [[1, 2]]))).toThrow('none named "b"');
      }
    }
    const spoiled = { ...standardize(train).toJSON(), featureNames: [1, 2] };
    expect(() => scalerFromJSON(spoiled as never)).toThrow(DataError);
  });
});

it('every sample keeps its class and its values, whatever the orders are', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const order = fc.shuffledSubarray(names, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(order, order, fc.array(fc.nat(4), { minLength: 1 }), (own, wanted, rows) => {
      const dataset = fromArrays({
        inputs: rows.map((row) => own.map((name) => names.indexOf(name) * 10 + row)),
        targets: rows.map((row) => own[row]),
        classNames: own,
        featureNames: own,
      });
      const to = { classNames: wanted, featureNames: wanted };
      const result = reconcile('set', dataset, to, 'x');
      const hot = reconcile('set', oneHotTargets(dataset), to, 'x');
      const classes = Array.from(result.targets.toTypedArray(), (k) => wanted[k]);
      expect(classes).toEqual(rows.map((row) => own[row]));
      expect(hot.targets.argmax().toArray()).toEqual(result.targets.toArray());
      expect(result.inputs.toArray()).toEqual(
        rows.map((row) => wanted.map((name) => names.indexOf(name) * 10 + row)),
      );
    }),
  );
});

it('a class that no sample has need not be known', () => {
  const known = { classNames: ['a', 'b', 'c'] };
  const own = {
    inputs: tensor([[1], [2]]),
    targets: tensor([
      [0, 1, 0],
      [1, 0, 0],
    ]),
    size: 2,
    classNames: ['b', 'a', 'stranger'],
  };
  expect(reconcile('set', own, known, 'x').targets.toArray()).toEqual([
    [1, 0, 0],
    [0, 1, 0],
  ]);
  const used = {
    ...own,
    targets: tensor([
      [0, 1, 0],
      [0, 0, 1],
    ]),
  };
  expect(() => reconcile('set', used, known, 'x')).toThrow('stranger');
});
