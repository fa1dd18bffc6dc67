import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../../src/errors/index.ts';
import { readCsv, writeCsv } from '../../../src/persistence/index.ts';
import { tensor } from '../../../src/tensor/create.ts';
import { refusal } from '../../persistence/files.ts';

/** The numbers of the only input after writing and reading. */
function again(values: Float32Array | Float64Array): number[] {
  const dtype = values instanceof Float32Array ? 'float32' : 'float64';
  const zeros = Array.from(values, () => 0);
  const text = writeCsv([
    ['x', tensor(values)],
    ['y', zeros],
  ]);
  return [...readCsv(text, { target: 'y', dtype }).dataset.inputs.toTypedArray()];
}

describe('writeCsv', () => {
  it('writes names, numbers and texts', () => {
    const text = writeCsv(Object.entries({ x: tensor([0.1, -0]), species: ['setosa', 'a,"b"'] }));
    expect(text).toBe('x,species\n0.1,setosa\n-0,"a,""b"""\n');
    const whole = writeCsv(new Map([['n', tensor([1, 2], { dtype: 'int32' })]]), {
      delimiter: ';',
    });
    expect(whole).toBe('n\n1\n2\n');
  });

  it('writes numbers that read back as the same bits', () => {
    const noDefault = { noDefaultInfinity: true, noNaN: true };
    fc.assert(
      fc.property(fc.float32Array({ ...noDefault, minLength: 1 }), (values) => {
        expect(again(values)).toEqual([...values]);
      }),
    );
    fc.assert(
      fc.property(fc.float64Array({ ...noDefault, minLength: 1 }), (values) => {
        expect(again(values)).toEqual([...values]);
      }),
    );
    const edges = [
      2 ** -149,
      2 ** -126,
      (2 - 2 ** -23) * 2 ** 127,
      16777217,
      1e21,
      1e-7,
      8388609.5,
    ];
    expect(again(Float32Array.from(edges))).toEqual([...Float32Array.from(edges)]);
  });

  it('writes float32 in the fewest digits that do', () => {
    const text = writeCsv([
      ['x', tensor([0.1, 1 / 3, 3.4028234663852886e38, 16777216, 0.0120000085, Number.NaN])],
    ]);
    expect(text.trim().split('\n').slice(1)).toEqual([
      '0.1',
      '0.33333334',
      '3.4028235e+38',
      '16777216',
      '0.0120000085',
      'NaN',
    ]);
  });

  it('writes texts that read back as they were', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (texts) => {
        const csv = writeCsv([
          ['text', texts],
          ['y', texts.map(() => 1)],
        ]);
        const options = {
          target: 'y',
          columns: { text: 'categorical' },
          missingValues: [],
        } as const;
        const [column] = readCsv(csv, options).schema.inputs;
        const categories = column.kind === 'categorical' ? [...column.categories] : [];
        expect(categories.sort()).toEqual([...new Set(texts)].sort());
      }),
    );
  });

  it('refuses columns that are none, or of different lengths', () => {
    const uneven = refusal(() =>
      writeCsv([
        ['a', [1]],
        ['b', [1, 2]],
      ]),
    );
    expect(uneven.received).toBe('1 and 2 values');
    expect(refusal(() => writeCsv([]))).toBeInstanceOf(OptionError);
    expect(refusal(() => writeCsv([['m', tensor([[1]])]])).received).toBe('shape [1, 1]');
    expect(refusal(() => writeCsv([['m', 5 as unknown as number[]]])).received).toBe('5');
  });
});
