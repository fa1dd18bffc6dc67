import { describe, expect, it } from 'vitest';
import { split } from '../../src/data/index.ts';
import { Trainer } from '../../src/index.ts';
import { type CompareRunsOptions, compareRuns } from '../../src/selection/index.ts';
import type { HistoryData } from '../../src/train/index.ts';
import { regression } from '../train/tasks.ts';
import { training } from './tasks.ts';

interface Shape {
  readonly iterations: number;
  readonly samples?: number;
  readonly seconds?: number;
  /** Whether the epoch with this number is validated. */
  readonly validated?: (epoch: number) => boolean;
}

/** A history of these validation losses, one for each epoch; the training loss is half of it. */
function history(losses: readonly number[], shape: Shape): HistoryData {
  const { iterations, samples = 100, seconds = 1, validated = () => true } = shape;
  const epochs = losses.map((loss, at) => {
    const moment = { epoch: at + 1, iteration: (at + 1) * iterations };
    const validation = { ...moment, loss, metrics: { score: -loss } };
    return {
      ...moment,
      samplesSeen: (at + 1) * samples,
      loss: loss / 2,
      ...(validated(at + 1) && { validation }),
      learningRate: 0.1,
      gradientNorm: 1,
      seconds,
    };
  });
  return { epochs, validations: [], iterations: [] };
}

// Small batches learn more in an epoch, large ones more in a second.
const small = history([8, 6, 4, 2], { iterations: 10, seconds: 4 });
const large = history([9, 8, 7, 6, 5, 4, 3, 1], { iterations: 1, seconds: 1 });

const along = (axis: string, comparison: ReturnType<typeof compareRuns>) => {
  const found = comparison.axes.find((one) => one.axis === axis);
  if (found === undefined) throw new Error(`no axis ${axis}`);
  return found;
};

describe('compareRuns', () => {
  it('holds runs against each other at quarters of what the shorter one used up', () => {
    const { axes } = compareRuns({ small, large }, { by: 'epochs' });
    expect(axes.map(({ axis }) => axis)).toEqual(['epochs', 'iterations', 'samples', 'seconds']);
    expect(axes.map(({ budgets }) => budgets)).toEqual([
      [1, 2, 3, 4],
      [2, 4, 6, 8],
      [100, 200, 300, 400],
      [2, 4, 6, 8],
    ]);
    expect(axes[0].reached.large.map(({ value }) => value)).toEqual([9, 8, 7, 6]);
  });

  it('takes the last measurement by then, and never one between two', () => {
    const comparison = compareRuns({ small, large }, { by: 'seconds' });
    expect(along('seconds', comparison).reached.small).toEqual([
      {}, // the first epoch takes four seconds
      { value: 8, at: 4 },
      { value: 8, at: 4 },
      { value: 6, at: 8 },
    ]);
    expect(along('seconds', comparison).reached.large).toEqual([
      { value: 8, at: 2 },
      { value: 6, at: 4 },
      { value: 4, at: 6 },
      { value: 1, at: 8 },
    ]);
  });

  it('has a winner on each axis, and warns where the verdict changes', () => {
    const comparison = compareRuns({ small, large }, { by: 'epochs' });
    expect(comparison.axes.map(({ winner }) => winner)).toEqual([
      'small',
      undefined, // within 8 iterations small has not finished an epoch
      'small',
      'large',
    ]);
    expect(comparison.winner).toBe('small');
    expect(comparison.warnings).toEqual([
      'the verdict changes: at 4 epochs small is best (2.000), but at 8.00 seconds large is best (1.000)',
    ]);
    expect(compareRuns({ small, large }, { by: 'seconds' }).winner).toBe('large');
  });

  it('warns of a tie, which is a verdict, but not where one run has no measurement', () => {
    const slow = history([3, 2], { iterations: 10, seconds: 1 });
    const fast = history([2, 1], { iterations: 10, seconds: 0.5 });
    const even = history([3, 3], { iterations: 10, seconds: 0.5 });
    const tie = compareRuns({ slow, even }, { by: 'epochs', against: ['seconds'] });
    expect(tie.warnings).toEqual([
      'the verdict changes: at 2 epochs slow is best (2.000), but at 1.00 seconds no run is best',
    ]);
    const late = history([5, 4], { iterations: 10, seconds: 9 });
    for (const by of ['epochs', 'seconds'] as const) {
      const { axes, warnings } = compareRuns(
        { late, fast },
        { by, against: ['seconds', 'epochs'] },
      );
      expect(axes.some(({ reached }) => reached.late.at(-1)?.value === undefined)).toBe(true);
      expect(warnings).toEqual([]);
    }
  });

  it('checks against the axes asked for only', () => {
    const { axes, warnings } = compareRuns(
      { small, large },
      { by: 'epochs', against: ['samples'] },
    );
    expect(axes.map(({ axis }) => axis)).toEqual(['epochs', 'samples']);
    expect(warnings).toEqual([]);
  });

  it('takes the best so far when asked, as for weights that are put back', () => {
    const overfitted = history([3, 1, 5, 9], { iterations: 10 });
    const steady = history([4, 4, 4, 4], { iterations: 10 });
    const winner = (take: 'last' | 'best') =>
      compareRuns({ overfitted, steady }, { by: 'epochs', take }).winner;
    expect([winner('last'), winner('best')]).toEqual(['steady', 'overfitted']);
  });

  it('compares other numbers with their goal, and the training loss without validation', () => {
    const score = { monitor: 'validation.score', goal: 'maximum' } as const;
    expect(compareRuns({ small, large }, { by: 'epochs', ...score }).winner).toBe('small');
    expect(compareRuns({ small, large }, { by: 'epochs', ...score, goal: 'minimum' }).winner).toBe(
      'large',
    );
    const unvalidated = history([3, 2], { iterations: 1, validated: () => false });
    const comparison = compareRuns({ unvalidated, large }, { by: 'epochs', monitor: 'loss' });
    expect(along('epochs', comparison).reached.unvalidated.at(-1)).toEqual({ value: 1, at: 2 });
  });

  it('skips epochs without a validation', () => {
    const seldom = history([9, 1, 9, 1, 9], {
      iterations: 1,
      validated: (epoch) => epoch % 2 === 0,
    });
    const { axes } = compareRuns({ seldom, large }, { by: 'epochs' });
    expect(axes[0].reached.seldom).toEqual([
      {},
      { value: 1, at: 2 },
      { value: 1, at: 2 },
      { value: 1, at: 4 },
    ]);
  });

  it('gives no prize for a tie, and none for what is not finite', () => {
    const twin = compareRuns({ small, other: small }, { by: 'epochs' });
    expect(twin.winner).toBeUndefined();
    expect(twin.warnings).toEqual([]);
    const broken = JSON.parse(JSON.stringify(history([1, Number.NaN], { iterations: 10 })));
    const fine = history([9, 9], { iterations: 10 });
    expect(compareRuns({ broken, fine }, { by: 'epochs' }).winner).toBe('fine');
  });

  it('reads the JSON of real histories', async () => {
    const { train, validation } = split(regression({ samples: 60, outputs: 1 }), {
      validation: 0.3,
    });
    const trained = async (batchSize: number) => {
      const trainer = new Trainer(training({ batchSize, epochs: 8 })({ train, seed: 1 }));
      return JSON.parse(JSON.stringify(await trainer.fit({ train, validation }))) as HistoryData;
    };
    const runs = { one: await trained(1), all: await trained(42) };
    const comparison = compareRuns(runs, { by: 'epochs', against: ['iterations'] });
    expect(comparison.winner).toBe('one');
    expect(along('epochs', comparison).reached.one.at(-1)?.value).toBe(
      runs.one.epochs[7].validation?.loss,
    );
  });

  it('reads as two tables and the warnings', () => {
    expect(`${compareRuns({ small, large }, { by: 'epochs', against: ['seconds'] })}`).toBe(
      [
        'validation.loss  1 epoch  2 epochs  3 epochs  4 epochs',
        'small              8.000     6.000     4.000     2.000',
        'large              9.000     8.000     7.000     6.000',
        '',
        'at equal  budget  small  large   best',
        'epochs         4  2.000  6.000  small',
        'seconds     8.00  6.000  1.000  large',
        '',
        'Warning: the verdict changes: at 4 epochs small is best (2.000), but at 8.00 seconds large is best (1.000).',
      ].join('\n'),
    );
  });

  it.each<[string, object, Partial<CompareRunsOptions>, RegExp]>([
    ['a single run', { small }, {}, /two histories or more/],
    ['no histories', { small, large: 3 }, {}, /two histories or more, by name/],
    ['nothing', null as never, {}, /two histories or more/],
    [
      'an unknown axis',
      { small, large },
      { by: 'hours' as never },
      /compareRuns\.by: Expected one of "epochs"/,
    ],
    ['an unknown check', { small, large }, { against: ['hours' as never] }, /compareRuns\.against/],
    [
      'an unknown metric',
      { small, large },
      { monitor: 'validation.f1', goal: 'maximum' },
      /validation\.score/,
    ],
    [
      'a metric without goal',
      { small, large },
      { monitor: 'validation.score' },
      /compareRuns\.goal/,
    ],
    [
      'a run that was never validated',
      { small, blind: history([1], { iterations: 1, validated: () => false }) },
      {},
      /compareRuns\.runs\.blind: Expected a history in which validation\.loss was measured; received 1 epoch/,
    ],
  ])('refuses %s', (_, runs, options, message) => {
    expect(() => compareRuns(runs as never, { by: 'epochs', ...options })).toThrow(message);
  });
});
