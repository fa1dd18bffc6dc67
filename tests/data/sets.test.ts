/** The bundled sets are the published ones: written out as CSV again, they have the same SHA-256. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Dataset, diabetes, digits, iris } from '../../src/data/index.ts';

const PIXEL_SCALE = 16;

/** The CSV of a set: header, then a line for each sample, the target last. */
function csv(set: Dataset, target: string, cell: (value: number) => string): string {
  const names = set.classNames;
  const rows = set.inputs.toArray() as number[][];
  const targets = set.targets.toTypedArray();
  const lines = rows.map((row, i) => {
    const last = names === undefined ? `${targets[i]}` : names[targets[i]];
    return [...row.map(cell), last].join(',');
  });
  return `${[[...(set.featureNames ?? []), target].join(','), ...lines].join('\n')}\n`;
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('digits', () => {
  const set = digits();

  it('are the published ones', () => {
    expect(sha256(csv(set, 'digit', (value) => `${value * PIXEL_SCALE}`))).toBe(
      '1a8c0ce573804cf39bc6fdc9a6cc8f23d15cbf27a72575c1ca5fac15163717d0',
    );
  });

  it('are 1797 rows of 64 pixels from 0 to 1, and 10 classes', () => {
    expect([set.inputs.shape, set.targets.shape, set.size]).toEqual([[1797, 64], [1797], 1797]);
    const pixels = Array.from(set.inputs.toTypedArray());
    expect([
      pixels.reduce((a, b) => Math.min(a, b)),
      pixels.reduce((a, b) => Math.max(a, b)),
    ]).toEqual([0, 1]);
    const counts = new Array<number>(10).fill(0);
    for (const digit of set.targets.toTypedArray()) counts[digit] += 1;
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(set.classNames).toEqual([...'0123456789']);
  });

  it('have the mean that scikit-learn gives for its copy', () => {
    const levels = Array.from(set.inputs.toTypedArray(), (pixel) => pixel * PIXEL_SCALE);
    expect(mean(levels)).toBeCloseTo(4.884164579855314, 12);
  });
});

describe('iris', () => {
  const set = iris({ dtype: 'float64' });

  it('are the published ones', () => {
    expect(sha256(csv(set, 'species', (value) => value.toFixed(1)))).toBe(
      'b6b8efc86732bc48c9fbddba53e2c191fd4f263c0ee98e2b1b7d3543e8d2121d',
    );
  });

  it("have rows 35 and 38 as in Fisher's paper", () => {
    const rows = set.inputs.toArray() as number[][];
    expect([rows[34], rows[37]]).toEqual([
      [4.9, 3.1, 1.5, 0.2],
      [4.9, 3.6, 1.4, 0.1],
    ]);
    expect(set.classNames).toEqual(['setosa', 'versicolor', 'virginica']);
  });
});

describe('diabetes', () => {
  const set = diabetes({ dtype: 'float64' });

  it('are the published ones', () => {
    expect(sha256(csv(set, 'progression', String))).toBe(
      '9193026b7622ff944f0a6855a10107b24caf50dad69787c46e6890e69c27faca',
    );
  });

  it('are 442 rows of 10 measurements, and values to predict in a column', () => {
    expect([set.inputs.shape, set.targets.shape]).toEqual([
      [442, 10],
      [442, 1],
    ]);
    const targets = Array.from(set.targets.toTypedArray());
    expect(mean(targets)).toBeCloseTo(152.13348416289594, 10);
  });
});

describe('every set', () => {
  it.each([
    ['digits', digits],
    ['iris', iris],
    ['diabetes', diabetes],
  ])(
    '%s is made anew at each call, in float32 unless asked, and says whom it is from',
    (_, set) => {
      const first = set();
      first.inputs.assign(new Array(first.inputs.size).fill(0));
      expect(
        set()
          .inputs.toTypedArray()
          .some((value) => value !== 0),
      ).toBe(true);
      expect(first.inputs.dtype).toBe('float32');
      expect(set({ dtype: 'float64' }).inputs.dtype).toBe('float64');
      expect(set.attribution).toMatch(/\b(19|20)\d\d\b/);
      expect(() => set({ dtype: 'int32' } as object)).toThrow(/dtype/);
    },
  );
});
