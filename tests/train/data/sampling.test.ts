/** Training on samples that are drawn: as many as there are, but not every one once. */
import { describe, expect, it } from 'vitest';
import { batchIndices, stream, weightedSampling } from '../../../src/data/index.ts';
import { OptionError, ShapeError } from '../../../src/errors/errors.ts';
import { Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { options, regression } from '../tasks.ts';

const train = regression();
const weights = Array.from({ length: 20 }, (_, i) => (i < 10 ? 0 : i));
const sampling = weightedSampling({ weights });
const makeTrainer = (overrides: Partial<TrainerOptions> = {}) =>
  new Trainer(options({ sampling, seed: 5, ...overrides }));

function rowsOf(trainer: Trainer): number[][] {
  const rows: number[][] = [];
  for (const event of trainer.run({ train })) {
    if (event.type === 'iterationStart') rows.push([...event.indices]);
  }
  return rows;
}

describe('a Trainer with a sampling', () => {
  it('draws each epoch anew, from the seed', () => {
    const rows = rowsOf(makeTrainer());
    const drawn = [1, 2].flatMap((epoch) =>
      batchIndices({ samples: 20, batchSize: 8, seed: 5, epoch, sampling }).map((b) => [...b]),
    );
    expect(rows).toEqual(drawn);
    expect(rows.map(({ length }) => length)).toEqual([8, 8, 4, 8, 8, 4]);
    expect(Math.min(...rows.flat())).toBeGreaterThanOrEqual(10);
    expect(rowsOf(makeTrainer({ seed: 6 }))).not.toEqual(rows);
  });

  it('continues within an epoch as if nothing had been', () => {
    const [whole, parts, rest] = [makeTrainer(), makeTrainer(), makeTrainer()];
    const rows = rowsOf(whole);
    for (const event of parts.run({ train })) {
      if (event.type === 'iterationEnd' && event.iteration === 4) break;
    }
    rest.resume(parts.checkpoint());
    expect(rowsOf(rest)).toEqual(rows.slice(4));
    const bits = (trainer: Trainer) => trainer.model.parameters().map((p) => [...p.toTypedArray()]);
    expect(bits(rest)).toEqual(bits(whole));
  });

  it('says in its plan that an epoch is none in the strict sense', () => {
    expect(`${makeTrainer().plan(train)}`.split('\n').at(-1)).toBe(
      'an epoch is as many samples, drawn by weightedSampling: not every sample once',
    );
    expect(makeTrainer().plan(train).sampling).toBe('weightedSampling');
    expect(makeTrainer({ sampling: undefined }).plan(train)).not.toHaveProperty('sampling');
  });

  it('is refused without shuffling, for a stream, for other datasets, and for what is none', async () => {
    expect(() => makeTrainer({ shuffle: false })).toThrow(
      'Trainer.shuffle: Expected true beside weightedSampling, which draws an order of its own; ' +
        'received false. Leave shuffle out.',
    );
    expect(() => makeTrainer({ sampling: weights as never })).toThrow(OptionError);
    await expect(makeTrainer().fit({ train: stream({ open: () => [train] }) })).rejects.toThrow(
      'Trainer.sampling: Expected a training set in memory',
    );
    const other = regression({ samples: 19 });
    expect(() => [...makeTrainer().run({ train: other })]).toThrow(ShapeError);
  });
});
