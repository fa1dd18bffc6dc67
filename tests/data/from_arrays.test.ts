import { describe, expect, it } from 'vitest';
import { type ArraysOptions, fromArrays, oneHotTargets, Tensor } from '../../src/data/index.ts';
import { DataError, OptionError, ShapeError } from '../../src/errors/index.ts';
import { tensor } from '../../src/tensor/create.ts';

const inputs = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const targets = [[1], [2], [3]];
const given = (options: object) => () => fromArrays(options as ArraysOptions);

describe('a dataset from arrays', () => {
  it('has inputs and values in float32, or in float64 if asked', () => {
    const dataset = fromArrays({ inputs, targets });
    expect(dataset.size).toBe(3);
    expect(dataset.inputs.toArray()).toEqual(inputs);
    expect([dataset.inputs.dtype, dataset.targets.dtype]).toEqual(['float32', 'float32']);
    const double = fromArrays({ inputs, targets, sampleWeights: [1, 0, 2], dtype: 'float64' });
    expect(double.inputs.dtype).toBe('float64');
    expect(double.targets.dtype).toBe('float64');
    expect(double.sampleWeights?.dtype).toBe('float64');
  });

  it('takes typed arrays and tensors, of whatever dtype', () => {
    const dataset = fromArrays({
      inputs: tensor(new Float64Array([1, 2, 3, 4, 5, 6]), { shape: [3, 2] }),
      targets: Float64Array.of(1, 2, 3),
    });
    expect(dataset.inputs.toArray()).toEqual(inputs);
    expect(dataset.targets.toArray()).toEqual(targets);
    expect(dataset.inputs).toBeInstanceOf(Tensor);
  });

  it('does not become float64 by labels, which float32 holds', () => {
    const dtypes = (targets: Float64Array) => {
      const made = fromArrays({ inputs: [[1], [2], [3]], targets });
      return [made.inputs.dtype, made.targets.dtype];
    };
    expect(dtypes(Float64Array.of(0, 1, 2))).toEqual(['float32', 'float32']);
    expect(dtypes(Float64Array.of(-1, 1, 1))).toEqual(['float32', 'float32']);
    expect(dtypes(Float64Array.of(0, 1, 0.5))).toEqual(['float64', 'float64']);
    expect(dtypes(Float64Array.of(0, 1, 16_777_217))).toEqual(['float64', 'float64']);
  });

  it('says how rows and numbers of other kinds are converted', () => {
    const refusal = (rows: unknown) => () =>
      fromArrays({ inputs: rows as number[], targets: [0, 1] });
    expect(refusal([Float32Array.of(1), Float32Array.of(2)])).toThrow(
      'rows.map((row) => Array.from(row))',
    );
    expect(refusal([1n, 2n])).toThrow('Number(value)');
  });

  it('rounds nothing unasked that came in float64, whichever part it was', () => {
    const fine = 1 + 2 ** -40;
    const double = Float64Array.of(fine, 2, 3);
    const column = [1, 2, 3];
    for (const dataset of [
      fromArrays({ inputs: tensor(double), targets: column }),
      fromArrays({ inputs: double, targets: Float32Array.from(column) }),
      fromArrays({ inputs: Float32Array.from(column), targets: double }),
      fromArrays({ inputs: column, targets: column, sampleWeights: double }),
    ]) {
      const { inputs, targets, sampleWeights } = dataset;
      expect([inputs.dtype, targets.dtype]).toEqual(['float64', 'float64']);
      expect([inputs, targets, sampleWeights].some((x) => x?.toTypedArray()[0] === fine)).toBe(
        true,
      );
    }
    const asked = fromArrays({ inputs: double, targets: double, dtype: 'float32' });
    expect([asked.inputs.dtype, asked.targets.dtype]).toEqual(['float32', 'float32']);
  });

  it('refuses int32 inputs that float32 does not hold', () => {
    const inputs = Int32Array.of(1, 16_777_216, 16_777_217);
    for (const given of [inputs, tensor(inputs)]) {
      expect(() => fromArrays({ inputs: given, targets: [1, 2, 3] })).toThrow(
        /received 16777217 at element 2, which would become 16777216. Pass \{ dtype: 'float64' \}/,
      );
      const { inputs: held } = fromArrays({ inputs: given, targets: [1, 2, 3], dtype: 'float64' });
      expect(held.toArray()).toEqual([[1], [16_777_216], [16_777_217]]);
    }
  });

  it('keeps more axes as they are, and makes a flat list a column', () => {
    const images = fromArrays({ inputs: [[[1, 2]], [[3, 4]]], targets: [0.5, 1.5] });
    expect(images.inputs.shape).toEqual([2, 1, 2]);
    expect(images.targets.shape).toEqual([2, 1]);
    expect(fromArrays({ inputs: [1, 2], targets: [1, 2] }).inputs.shape).toEqual([2, 1]);
  });

  it('has only the fields that were given', () => {
    expect(Object.keys(fromArrays({ inputs, targets }))).toEqual(['inputs', 'targets', 'size']);
  });
});

describe('targets are classes', () => {
  it('when they are names: sorted, or as classNames orders them', () => {
    const names = ['b', 'a', 'b'];
    const sorted = fromArrays({ inputs, targets: names });
    expect(sorted.classNames).toEqual(['a', 'b']);
    expect(sorted.targets.toArray()).toEqual([1, 0, 1]);
    expect(sorted.targets.dtype).toBe('int32');
    const ordered = fromArrays({ inputs, targets: names, classNames: ['c', 'b', 'a'] });
    expect(ordered.targets.toArray()).toEqual([1, 2, 1]);
  });

  it('when they are int32, or classNames is given', () => {
    const byArray = fromArrays({ inputs, targets: Int32Array.of(2, 0, 1) });
    expect([byArray.targets.dtype, byArray.targets.shape]).toEqual(['int32', [3]]);
    const byTensor = fromArrays({ inputs, targets: tensor([2, 0, 1], { dtype: 'int32' }) });
    expect(byTensor.targets.toArray()).toEqual([2, 0, 1]);
    const byNames = fromArrays({ inputs, targets: [0, 1, 0], classNames: ['no', 'yes'] });
    expect(byNames.targets.dtype).toBe('int32');
  });

  it('or classes says how many there are, however they are written', () => {
    const hot = [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ];
    const written = [[2, 0, 1], [[2], [0], [1]], hot, tensor(hot, { dtype: 'int32' })];
    const typed = [Uint8Array, Int32Array, Float32Array, Float64Array].map((T) => T.of(2, 0, 1));
    for (const targets of [...written, ...typed]) {
      const dataset = fromArrays({ inputs, targets, classes: 3 });
      expect([dataset.targets.dtype, dataset.inputs.dtype]).toEqual(['int32', 'float32']);
      expect(dataset.targets.toArray()).toEqual([2, 0, 1]);
    }
    const flags = fromArrays({ inputs, targets: [true, false, true], classNames: ['no', 'yes'] });
    expect(flags.targets.toArray()).toEqual([1, 0, 1]);
  });

  it('and are not decided otherwise: whole numbers may be values', () => {
    const given = [[0, 1, 0], [false, true, false], Uint8Array.of(0, 1, 0), Int8Array.of(0, 1, 0)];
    for (const targets of given) {
      const dataset = fromArrays({ inputs, targets });
      expect(dataset.targets.dtype).toBe('float32');
      expect(dataset.targets.toArray()).toEqual([[0], [1], [0]]);
    }
    const labels = fromArrays({
      inputs,
      targets: [
        [true, false],
        [true, true],
        [false, false],
      ],
    });
    expect(labels.targets.toArray()).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('with a class for each, or the row is named', () => {
    const classNames = ['no', 'yes'];
    expect(given({ inputs, targets: ['no', 'maybe', 'yes'], classNames })).toThrow(
      /one of "no", "yes"; received "maybe" in row 1/,
    );
    expect(given({ inputs, targets: ['no', null, 'yes'] })).toThrow(/null in row 1/);
    expect(given({ inputs, targets: [0, 1, 2], classNames })).toThrow(
      /0 to 1; received 2 in row 2/,
    );
    expect(given({ inputs, targets: [0, 0.5, 1], classNames })).toThrow(/0\.5 in row 1/);
    expect(given({ inputs, targets: Int32Array.of(0, -1, 1) })).toThrow(/-1 in row 1/);
    expect(
      given({
        inputs,
        targets: [
          [0, 1],
          [1, 1],
          [0, 1],
        ],
        classNames,
      }),
    ).toThrow(ShapeError);
    expect(
      given({
        inputs,
        targets: [
          [0, 1],
          [1, 0],
          [0, 1],
        ],
        classes: 3,
      }),
    ).toThrow(ShapeError);
    expect(given({ inputs, targets: [0, 1, 3], classes: 3 })).toThrow(
      /0 to 2; received 3 in row 2/,
    );
    expect(given({ inputs, targets: [0, 1, 1], classes: 3, classNames })).toThrow(
      /Expected 2, as there are names in classNames; received 3/,
    );
    expect(given({ inputs, targets: ['a', 'b', 'a'], classes: 3 })).toThrow(
      /Expected 2, as there are different names in the targets; received 3.*classNames/,
    );
    expect(given({ inputs, targets: ['a', 'b', 'a'], classNames: ['a', 'a'] })).toThrow(
      OptionError,
    );
  });

  it('that can be made one-hot', () => {
    const dataset = fromArrays({ inputs, targets: ['b', 'a', 'b'], classNames: ['a', 'b', 'c'] });
    const hot = oneHotTargets(dataset);
    expect(hot.targets.toArray()).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(hot.targets.dtype).toBe('float32');
    expect(oneHotTargets({ ...dataset, classNames: undefined }).targets.shape).toEqual([3, 2]);
    expect(oneHotTargets(dataset, { classes: 5 }).targets.shape).toEqual([3, 5]);
    expect(oneHotTargets(hot).targets.toArray()).toEqual(hot.targets.toArray());
    const parts = fromArrays({ inputs, targets: [0, 1.5, 1] });
    expect(() => oneHotTargets(parts)).toThrow(/are classes: .*received 1\.5 in sample 1/);
    const unnamed = { ...dataset, classNames: ['a'] };
    expect(() => oneHotTargets(unnamed)).toThrow(/classes from 0 to 0, .*received 1 in sample 0/);
  });
});

describe('data that is not what it should be', () => {
  it('is refused with row and column', () => {
    const featureNames = ['length', 'width'];
    const holes = [
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ];
    expect(given({ inputs: holes, targets })).toThrow(/NaN in row 1, column 1\./);
    expect(given({ inputs: holes, targets, featureNames })).toThrow(
      /NaN in row 1, column 1 \("width"\)/,
    );
    expect(
      given({
        inputs: [
          [1, 2],
          [3, null],
          [5, 6],
        ],
        targets,
      }),
    ).toThrow(/null in row 1, column 1/);
    expect(
      given({
        inputs: [
          [1, 2],
          ['3', 4],
          [5, 6],
        ],
        targets,
      }),
    ).toThrow(/"3" in row 1, column 0/);
    expect(given({ inputs, targets: [[1], [Number.POSITIVE_INFINITY], [3]] })).toThrow(
      /targets.*Infinity in row 1/,
    );
    expect(
      given({
        inputs: [
          [[1], [2]],
          [[3], [Number.NaN]],
        ],
        targets: [1, 2],
      }),
    ).toThrow(/row 1, column 1, 0/);
  });

  it('is refused when rounding to float32 makes it infinite', () => {
    expect(given({ inputs: [[1e39]], targets: [1] })).toThrow(DataError);
    expect(given({ inputs: [[1e39]], targets: [1], dtype: 'float64' })).not.toThrow();
  });

  it('is refused when lengths differ, rows are ragged, or nothing is there', () => {
    expect(given({ inputs, targets: [[1], [2]] })).toThrow(/Expected 3, one for each.*received 2/);
    expect(given({ inputs: [[1, 2], [3]], targets: [1, 2] })).toThrow(/ragged/);
    expect(given({ inputs: [], targets: [] })).toThrow(/one sample or more/);
    expect(given({ inputs: 5, targets: [1] })).toThrow(ShapeError);
    expect(given({ inputs, targets, featureNames: ['a'] })).toThrow(/featureNames/);
    expect(given({ inputs, targets, featureNames: ['a', 'a'] })).toThrow(/all different/);
  });

  it('is refused when weights are negative, all 0, or too few', () => {
    expect(given({ inputs, targets, sampleWeights: [1, -1, 1] })).toThrow(/-1 in row 1/);
    expect(given({ inputs, targets, sampleWeights: [0, 0, 0] })).toThrow(/one above 0/);
    expect(given({ inputs, targets, sampleWeights: [1, 2] })).toThrow(ShapeError);
    expect(given({ inputs, targets, sampleWeights: [[1], [2], [3]] })).toThrow(DataError);
  });

  it('is refused when an option is unknown', () => {
    expect(given({ inputs, target: targets })).toThrow(/Did you mean targets/);
    expect(given({ inputs })).toThrow(/fromArrays\.targets.*nothing/);
  });
});
