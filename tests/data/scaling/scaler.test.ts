import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScalerDescription, Tensor } from '../../../src/data/index.ts';
import {
  diabetes,
  fromArrays,
  iris,
  minMax,
  scalerFromJSON,
  standardize,
} from '../../../src/data/index.ts';
import { DataError, DtypeError, ShapeError } from '../../../src/errors/index.ts';
import { parameter, tensor } from '../../../src/tensor/create.ts';
import type { NestedArray } from '../../../src/tensor/rank.ts';
import { uniform } from '../../tensors.ts';

interface Record {
  readonly name: string;
  readonly inputs: number[][];
  readonly standardize: { mean: number[]; deviation: number[]; scaled: number[][] };
  readonly minMax: { minimum: number[]; range: number[]; scaled: number[][] };
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../fixtures/sklearn/scalers.json', import.meta.url), 'utf8'),
) as { cases: readonly Record[] };

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

  it('has a deviation where its square is too small or too large for float64', () => {
    for (const scale of [1e-200, 1e200, 2 ** -1060]) {
      const rows = table([[0], [2 * scale]]);
      expect(standardize(rows).deviation.toArray()).toEqual([scale]);
      expect(standardize(rows).apply(rows).inputs.toArray()).toEqual([[-1], [1]]);
    }
  });

  it('keeps its digits for a million rows', () => {
    const inputs = new Float64Array(1e6).map((_, row) => (row % 2 === 0 ? 0.1 : 0.2));
    const { mean, deviation } = standardize(fromArrays({ inputs, targets: inputs }));
    expect(mean.toTypedArray()[0]).toBeCloseTo(0.15, 15);
    expect(deviation.toTypedArray()[0]).toBeCloseTo(0.05, 15);
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

describe.each(cases)('scikit-learn: $name', (record) => {
  const train = fromArrays({ inputs: record.inputs, targets: record.inputs, dtype: 'float32' });
  const one = (value: NestedArray) => (value as number[][]).flat();

  it.each([
    ['standardize', standardize(train), record.standardize.scaled, 12],
    // scikit-learn computes x * scale + shift, whose digits cancel far from 0.
    ['minMax', minMax(train, { low: -1, high: 1 }), record.minMax.scaled, 9],
  ] as const)(
    '%s is right in float32, there and back, also out of a file',
    (_, fitted, scaled, digits) => {
      const loaded = scalerFromJSON(JSON.parse(JSON.stringify(fitted)));
      for (const scaler of [fitted, loaded]) {
        const inputs = scaler.apply(train).inputs;
        expect(inputs.dtype).toBe('float32');
        one(inputs.toArray()).forEach((value, k) => {
          expect(Math.abs(value - scaled.flat()[k])).toBeLessThan(
            6e-8 * Math.max(1, Math.abs(value)),
          );
        });
        const exact = scaler.transform(tensor(record.inputs, { dtype: 'float64' }));
        one(exact.toArray()).forEach((value, k) => {
          expect(value).toBeCloseTo(scaled.flat()[k], digits);
        });
        const back = one(scaler.invert(exact).toArray());
        record.inputs.flat().forEach((value, k) => {
          const size = Math.max(...record.inputs.map((row) => Math.abs(row[k % row.length])));
          expect(Math.abs(back[k] - value)).toBeLessThan(1e-14 * size);
        });
      }
    },
  );

  it('has its statistics in all digits of float64', () => {
    const { mean, deviation } = standardize(train);
    const { minimum, range } = minMax(train);
    const relative = (tensor: Tensor, values: readonly number[]) =>
      Math.max(
        ...Array.from(tensor.toTypedArray(), (own, k) => Math.abs(own / (values[k] || 1) - 1)),
      );
    expect([minimum.toArray(), range.toArray()]).toEqual([
      record.minMax.minimum,
      record.minMax.range.map((value) => value || 1),
    ]);
    expect(relative(deviation, record.standardize.deviation)).toBeLessThan(1e-14);
    mean.toTypedArray().forEach((own, k) => {
      expect(Math.abs(own - record.standardize.mean[k])).toBeLessThan(
        1e-14 * record.standardize.deviation[k] + 1e-15 * Math.abs(own),
      );
    });
  });
});

it('is right for 0, 8, 16, 24 beyond a hundred million', () => {
  const far = fromArrays({ inputs: [0, 8, 16, 24].map((k) => 1e8 + k), targets: [0, 0, 0, 0] });
  const scaled = standardize(far).apply(far).inputs.toTypedArray();
  expect(scaled).toEqual(Float32Array.of(-3, -1, 1, 3).map((k) => k / Math.sqrt(5)));
});

it('a column that spans more than float64 does is refused, not made NaN', () => {
  const wide = fromArrays({ inputs: Float64Array.of(-1.7e308, 1.7e308), targets: [0, 1] });
  expect(() => minMax(wide)).toThrow(DataError);
  expect(() => standardize(wide)).toThrow(/column 0 \("without a name"\)/);
});

it('whole numbers are not scaled: they could not hold the result', () => {
  expect(() => standardize(iris()).transform(tensor(Int32Array.of(1, 2, 3, 4)))).toThrow(
    DtypeError,
  );
});

describe('a scaler out of a file is refused', () => {
  const json = standardize(iris()).toJSON();
  const { mean, deviation } = json.values;

  it.each<[string, unknown]>([
    ['of an unknown name', { ...json, name: 'robust' }],
    ['that is nothing', null],
    ['of something else', { ...json, of: 'weights' }],
    ['without values', { ...json, values: undefined }],
    ['without one of them', { ...json, values: { mean } }],
    ['with texts', { ...json, values: { mean, deviation: ['1', '1', '1', '1'] } }],
    ['with a deviation of 0', { ...json, values: { mean, deviation: [1, 1, 0, 1] } }],
    ['with nothing for a number', { ...json, values: { mean: [1, null, 1, 1], deviation } }],
    ['of rows that differ', { ...json, values: { mean, deviation: [1] } }],
    ['without limits', { ...json, name: 'minMax', values: { minimum: mean, range: deviation } }],
  ])('%s', (_, given) => {
    expect(() => scalerFromJSON(given as ScalerDescription)).toThrow(DataError);
  });
});

it('sets of many rows, which are scaled in blocks, have the bits of one computation, strided or not', () => {
  const whole = uniform([7001, 6], { seed: 5, low: 90, high: 110 });
  for (const x of [
    whole,
    whole.slice([1, 7000], [1, 4]),
    whole.transpose().slice([0, 3]).transpose(),
  ]) {
    const dataset = { inputs: x, targets: x, size: x.shape[0] };
    const scalers = [standardize(dataset), minMax(dataset, { low: -1, high: 3 })];
    for (const scaler of scalers) {
      const traced = parameter(x); // has a gradient to pass on, and so is one computation
      expect(scaler.transform(x)).toBeBitIdenticalTo(scaler.transform(traced));
      expect(scaler.invert(x)).toBeBitIdenticalTo(scaler.invert(traced));
      scaler.transform(traced).sum().backward();
      expect(traced.gradient?.shape).toEqual(x.shape);
    }
  }
  const scaler = standardize({ inputs: whole, targets: whole, size: 7001 });
  expect(() => scaler.transform(tensor(1))).toThrow('rows of shape [6]');
});
