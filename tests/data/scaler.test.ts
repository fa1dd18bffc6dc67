import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScalerDescription, Tensor } from '../../src/data/index.ts';
import {
  diabetes,
  fromArrays,
  iris,
  minMax,
  scalerFromJSON,
  standardize,
} from '../../src/data/index.ts';
import { DataError, DtypeError, ShapeError } from '../../src/errors/index.ts';
import { tensor } from '../../src/tensor/create.ts';

const table = (inputs: number[][], dtype: 'float32' | 'float64' = 'float64') =>
  fromArrays({ inputs, targets: inputs.map(([first]) => [first * 2]), dtype });

const columns = (x: Tensor) => {
  const rows = x.toArray() as number[][];
  return rows[0].map((_, k) => rows.map((row) => row[k]));
};

const tables = fc
  .array(
    fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ min: -1, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((rows) => table(rows));

describe('standardize', () => {
  it('gives columns of mean 0 and deviation 1, the divisor being n', () => {
    const scaled = standardize(iris({ dtype: 'float64' })).apply(iris({ dtype: 'float64' }));
    for (const column of columns(scaled.inputs)) {
      const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
      const square = column.reduce((sum, x) => sum + x * x, 0) / column.length;
      expect(mean).toBeCloseTo(0, 12);
      expect(square).toBeCloseTo(1, 12);
    }
  });

  it('knows the training part only', () => {
    const scaler = standardize(table([[0], [2]]));
    expect(scaler.mean.toArray()).toEqual([1]);
    expect(scaler.deviation.toArray()).toEqual([1]);
    expect(scaler.apply(table([[11]])).inputs.toArray()).toEqual([[10]]);
  });

  it('makes a constant column 0, even where its mean is rounded', () => {
    const constant = table(new Array(3).fill([0.1, 7]));
    const scaler = standardize(constant);
    expect(scaler.deviation.toArray()).toEqual([1, 1]);
    expect(scaler.apply(constant).inputs.toArray()).toEqual(new Array(3).fill([0, 0]));
    expect(scaler.transform(tensor([[0.1, 9]], { dtype: 'float64' })).toArray()).toEqual([[0, 2]]);
  });

  it('does not divide by a deviation too small for its dtype', () => {
    const tiny = table([[0], [5e-324]]);
    expect(standardize(tiny).apply(tiny).inputs.toArray()).toEqual([[0], [5e-324]]);
  });

  it('is not thrown off by a mean far from 0', () => {
    const [deviation] = standardize(
      table([[1e9], [1e9 + 1], [1e9 + 2]]),
    ).deviation.toArray() as number[];
    expect(deviation).toBeCloseTo(Math.sqrt(2 / 3), 12);
  });
});

describe('minMax', () => {
  it('puts columns between low and high, and a constant one at low', () => {
    const scaler = minMax(
      table([
        [0, 5],
        [10, 5],
        [5, 5],
      ]),
      { low: -1, high: 1 },
    );
    expect(
      scaler
        .apply(
          table([
            [0, 5],
            [10, 5],
            [5, 5],
          ]),
        )
        .inputs.toArray(),
    ).toEqual([
      [-1, -1],
      [1, -1],
      [0, -1],
    ]);
    expect(scaler.transform(tensor([[20, 6]], { dtype: 'float64' })).toArray()).toEqual([[3, 1]]);
    expect(scaler.minimum.toArray()).toEqual([0, 5]);
  });

  it('wants low below high', () => {
    expect(() => minMax(iris(), { low: 1, high: 1 })).toThrow(/low below high/);
  });
});

describe.each([
  ['standardize', standardize],
  ['minMax', minMax],
])('a scaler of %s', (_, fitOn) => {
  it('can be inverted', () => {
    fc.assert(
      fc.property(tables, (dataset) => {
        const scaler = fitOn(dataset);
        const back = scaler.invert(scaler.apply(dataset).inputs).toTypedArray();
        dataset.inputs.toTypedArray().forEach((value, k) => {
          expect(Math.abs(back[k] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
        });
      }),
    );
  });

  it('is the same after JSON', () => {
    const data = iris();
    const scaler = fitOn(data);
    const copy = scalerFromJSON(JSON.parse(JSON.stringify(scaler)));
    expect(copy.transform(data.inputs).toArray()).toEqual(scaler.transform(data.inputs).toArray());
    expect(copy.invert(data.inputs).toArray()).toEqual(scaler.invert(data.inputs).toArray());
    expect([copy.of, copy.rowShape]).toEqual(['inputs', [4]]);
  });

  it('of targets scales targets only, and turns predictions back', () => {
    const data = diabetes();
    const scaler = fitOn(data, { of: 'targets' });
    const scaled = scaler.apply(data);
    expect(scaled.inputs).toBe(data.inputs);
    expect(scaled.targets.toArray()).not.toEqual(data.targets.toArray());
    const [[back]] = scaler.invert(scaled.targets).toArray() as number[][];
    expect(back).toBeCloseTo(151, 3);
  });

  it('leaves the dataset as it was, in its dtype', () => {
    const data = iris();
    const before = data.inputs.toArray();
    expect(fitOn(data).apply(data).inputs.dtype).toBe('float32');
    expect(data.inputs.toArray()).toEqual(before);
  });

  it('refuses other columns, and classes', () => {
    const scaler = fitOn(iris());
    expect(() => scaler.apply(table([[1]], 'float32'))).toThrow(ShapeError);
    expect(() => scaler.transform(tensor([1, 2, 3, 4]))).toThrow(ShapeError);
    expect(() => fitOn(iris(), { of: 'targets' })).toThrow(DtypeError);
  });
});

describe('a scaler out of a file is refused', () => {
  const json = standardize(iris()).toJSON();
  const { mean, deviation } = json.values;

  it.each<[string, unknown]>([
    ['of an unknown name', { ...json, name: 'robust' }],
    ['that is nothing', null],
    ['of something else', { ...json, of: 'weights' }],
    ['of another dtype', { ...json, dtype: 'int32' }],
    ['without values', { ...json, values: undefined }],
    ['without one of them', { ...json, values: { mean } }],
    ['with texts', { ...json, values: { mean, deviation: ['1', '1', '1', '1'] } }],
    ['of rows that differ', { ...json, values: { mean, deviation: [1] } }],
    ['without limits', { ...json, name: 'minMax', values: { minimum: mean, range: deviation } }],
  ])('%s', (_, given) => {
    expect(() => scalerFromJSON(given as ScalerDescription)).toThrow(DataError);
  });
});
