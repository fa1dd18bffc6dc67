/** Results as a table: sorted, written, read by people. */
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/persistence/index.ts';
import { choice, gridSearch, randomSearch, uniform } from '../../../src/selection/index.ts';

const result = await gridSearch({
  grid: { rate: [0.01, 0.1], kind: ['b', 'a'], hidden: choice([16], [16, 8]) },
  epochs: 2,
  seed: 7,
  goal: 'maximum',
  objective: ({ rate, kind, hidden }, { trial }) => {
    if (trial === 3)
      throw new RangeError('a message, "quoted", that is longer than any table wants it');
    const score = rate * hidden.length + (kind === 'a' ? 1 / 3 : 0);
    return {
      score,
      iterations: 8,
      ...(trial > 4 && { accuracy: trial === 6 ? Number.NaN : score / 2 }),
    };
  },
});
const trials = (table: typeof result.table) => table.rows.map(({ trial }) => trial);

describe('the table', () => {
  it('has the best first, and what failed last', () => {
    expect(trials(result.table)).toEqual([8, 7, 4, 6, 5, 2, 1, 3]);
    expect(result.table.rows[0]).toBe(result.best);
  });

  it.each<[string, number[]]>([
    ['trial', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['score', [8, 7, 4, 6, 5, 2, 1, 3]],
    ['rate', [4, 2, 1, 3, 8, 7, 6, 5]],
    ['kind', [8, 7, 4, 3, 6, 5, 2, 1]],
    ['hidden', [8, 4, 6, 2, 7, 5, 1, 3]],
    ['accuracy', [5, 7, 8, 4, 6, 2, 1, 3]],
    ['error', [3, 8, 7, 4, 6, 5, 2, 1]],
  ])('is sorted by %s', (name, expected) => {
    expect(trials(result.sortBy(name))).toEqual(expected);
    expect(trials(result.table)).toEqual([8, 7, 4, 6, 5, 2, 1, 3]);
  });

  it('is sorted the other way round, with what is missing last all the same', () => {
    expect(trials(result.sortBy('score', { descending: true }))).toEqual([1, 2, 5, 6, 4, 7, 8, 3]);
    expect(trials(result.sortBy('accuracy', { descending: true }))).toEqual([
      8, 7, 5, 4, 6, 2, 1, 3,
    ]);
    expect(trials(result.sortBy('kind').sortBy('rate'))).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
  });

  it('has no other columns', () => {
    const names = 'trial, rate, kind, hidden, epochs, iterations, score, accuracy, error';
    expect(result.table.names.join(', ')).toBe(names);
    expect(() => result.sortBy('toString')).toThrow(
      `sortBy: Expected one of ${names}; received "toString".`,
    );
    expect(() => result.sortBy('rate', { ascending: true } as object)).toThrow('unknown option');
  });

  it('becomes a CSV file, with every figure', () => {
    const csv = writeCsv(result.sortBy('trial').columns());
    expect(csv.split('\n').slice(0, 5)).toEqual([
      'trial,rate,kind,hidden,epochs,iterations,score,accuracy,error',
      '1,0.01,b,[16],2,8,0.01,"",""',
      '2,0.01,b,"[16,8]",2,8,0.02,"",""',
      '3,0.01,a,[16],2,"","","","RangeError: a message, ""quoted"", that is longer than any table wants it"',
      '4,0.01,a,"[16,8]",2,8,0.35333333333333333,"",""',
    ]);
  });

  it('is read by people', () => {
    expect(`${result}`).toMatchInlineSnapshot(`
      "gridSearch: 8 trials, 1 failed
      trained: 16 epochs = 56 iterations
      best: trial 8, score 0.5333 with rate 0.1, kind "a", hidden [16,8]

      trial  rate  kind  hidden  epochs  iterations   score  accuracy  error
      -------------------------------------------------------------------------------------------------------------------
          8   0.1  a     [16,8]       2           8  0.5333    0.2667
          7   0.1  a     [16]         2           8  0.4333    0.2167
          4  0.01  a     [16,8]       2           8  0.3533
          6   0.1  b     [16,8]       2           8     0.2       NaN
          5   0.1  b     [16]         2           8     0.1      0.05
          2  0.01  b     [16,8]       2           8    0.02
          1  0.01  b     [16]         2           8    0.01
          3  0.01  a     [16]         2                                RangeError: a message, "quoted", that is longer..."
    `);
  });

  it('shows twenty rows of many, and all when asked', async () => {
    const many = await randomSearch({
      ...{ space: { x: uniform(0, 1) }, trials: 30, epochs: 1, objective: ({ x }) => x },
    });
    expect(`${many}`.split('\n')).toHaveLength(4 + 2 + 20 + 1);
    expect(`${many}`).toContain('... and 10 more, which the table shows');
    expect(`${many.table}`.split('\n')).toHaveLength(32);
  });
});
