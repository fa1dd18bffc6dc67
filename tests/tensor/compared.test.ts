/** What comparisons, snapshots and clones of test libraries and of the engine see of a tensor. */
import { deepStrictEqual, notDeepStrictEqual } from 'node:assert/strict';
import { inspect } from 'node:util';
import { chai, describe, expect, it } from 'vitest';
import { dense, parameter, sequential, tensor } from '../../src/index.ts';

const matrix = tensor([
  [1, 2],
  [3, 4],
]);

/** Every way to compare two values deeply, and whether it finds them equal. */
const comparisons: Readonly<Record<string, (a: unknown, b: unknown) => void>> = {
  toEqual: (a, b) => expect(a).toEqual(b),
  toStrictEqual: (a, b) => expect(a).toStrictEqual(b),
  toMatchObject: (a, b) => expect({ a }).toMatchObject({ a: b }),
  chai: (a, b) => chai.assert.deepEqual(a, b),
  node: (a, b) => deepStrictEqual(a, b),
};

describe.each(Object.entries(comparisons))('compared by %s', (_, compare) => {
  it('tensors are equal that have the same dtype, shape and values', () => {
    const learned = parameter([1, 2]);
    learned.name = 'weight';
    learned.square().sum().backward();
    compare(learned, tensor([1, 2]));
    compare(tensor([0, 1]).add(1), tensor([1, 2]));
    compare(
      matrix.transpose(),
      tensor([
        [1, 3],
        [2, 4],
      ]),
    );
    compare(tensor([Number.NaN]), tensor([Number.NaN]));
    compare({ state: { weight: tensor(1) } }, { state: { weight: tensor(1) } });
  });

  it.each([
    ['values', tensor([1, 3])],
    ['shape', tensor([[1, 2]])],
    ['dtype', tensor([1, 2], { dtype: 'float64' })],
    ['class', { dtype: 'float32', shape: [2], values: [1, 3] }],
  ])('tensors differ in %s', (_, other) => {
    expect(() => compare(tensor([1, 2]), other)).toThrow();
    expect(() => compare({ of: tensor([1, 2]) }, { of: other })).toThrow();
  });

  it('a view differs from the whole', () => {
    expect(() => compare(matrix, matrix.transpose())).toThrow();
  });
});

describe('a tensor', () => {
  it('has the same snapshot whichever operations made it', () => {
    expect(matrix.transpose()).toMatchInlineSnapshot(`
      {
        "dtype": "float32",
        "shape": [
          2,
          2,
        ],
        "values": [
          [
            1,
            3,
          ],
          [
            2,
            4,
          ],
        ],
      }
    `);
    expect(
      tensor([
        [1, 3],
        [2, 4],
      ]),
    ).toMatchInlineSnapshot(`
      {
        "dtype": "float32",
        "shape": [
          2,
          2,
        ],
        "values": [
          [
            1,
            3,
          ],
          [
            2,
            4,
          ],
        ],
      }
    `);
    notDeepStrictEqual(matrix, matrix.transpose());
  });

  it('keeps its numbers in JSON', () => {
    const special = tensor([
      [0.1, Number.NaN],
      [Number.NEGATIVE_INFINITY, -0],
    ]);
    expect(JSON.stringify({ special })).toBe(
      '{"special":{"dtype":"float32","shape":[2,2],"values":[[0.10000000149011612,"NaN"],["-Infinity","-0"]]}}',
    );
    expect(JSON.stringify(tensor(2, { dtype: 'int32' }))).toBe(
      '{"dtype":"int32","shape":[],"values":2}',
    );
  });

  it('keeps its numbers in a clone', () => {
    const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 2 })]);
    const { 'layers.0.weight': weight } = model.state();
    const { dtype, shape, values } = structuredClone(weight);
    expect({ dtype, shape, values }).toEqual({
      dtype: 'float32',
      shape: [1, 2],
      values: weight.toArray(),
    });
  });

  it('is shown by the console as text', () => {
    expect(inspect({ matrix })).toContain('tensor float32 [2, 2]');
  });
});
