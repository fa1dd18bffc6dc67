import { describe, expect, it } from 'vitest';
import { run } from '../../../cli/run.ts';

const plan = async (...words: string[]) => {
  const { code, out, err } = await run(['plan', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out;
};

describe('plan', () => {
  it('counts iterations, with the last batch', async () => {
    const out = await plan('--samples', '1000', '--batch-size', '128', '--epochs', '10');
    expect(out).toContain('one epoch:  8 iterations, the last of 104 samples\n');
    expect(out).toContain('in total:   10 epochs = 80 iterations, 10,000 samples seen\n');
    expect(out).toContain('7 batches of 128 and one of 104, 1,000 samples: every one once\n');
    expect(out).not.toContain('validation');
  });

  it.each([
    [['--samples', '96', '--epochs', '1'], '3 batches of 32, 96 samples: every one once'],
    [['--samples', '5', '--epochs', '1'], 'one of 5, 5 samples: every one once'],
    [['--samples', '40', '--epochs', '1'], '1 batch of 32 and one of 8, 40 samples'],
    [
      ['--samples', '100', '--epochs', '1', '--drop-last'],
      '3 batches of 32, 96 samples: 4 are left out, others each time',
    ],
    [['--samples', '100', '--iterations', '10'], '2 epochs and 2 iterations of one more'],
    [['--samples', '100', '--iterations', '10', '--epochs', '2'], '2 epochs = 8 iterations'],
  ])('%j', async (words, says) => {
    expect(await plan(...words)).toContain(says);
  });

  it('is one object for machines', async () => {
    expect(
      JSON.parse(
        await plan('--samples', '1000', '--batch-size', '128', '--epochs', '10', '--json'),
      ),
    ).toEqual({
      ...{ samples: 1000, batchSize: 128, iterationsPerEpoch: 8, lastBatchSize: 104 },
      ...{ epochs: 10, iterations: 80, iterationsInPartialEpoch: 0, samplesSeen: 10000 },
    });
  });

  it('wants to know how long', async () => {
    expect(await run(['plan', '--samples', '10'])).toMatchObject({ code: 2 });
    const { code, err } = await run([
      ...['plan', '--samples', '10', '--epochs', '1', '--batch-size', '20', '--drop-last'],
    ]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/--batch-size of at most 10 with --drop-/),
    ]);
  });
});
