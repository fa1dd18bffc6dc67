import { describe, expect, it } from 'vitest';
import { earlyStopping, type Patience, type TrainerOptions, whatIf } from '../../../src/index.ts';
import { random } from '../../../src/tensor/rng.ts';
import { scripted, train, validation } from '../scripted.ts';
import '../../tensors.ts';

const WATCHED = { monitor: 'validation.scripted', goal: 'minimum' } as const;

async function historyOf(values: readonly number[], options?: Partial<TrainerOptions>) {
  const { trainer } = scripted(values, options);
  return trainer.fit({ train, validation });
}

/** Noise around a valley. */
function noisyValley(seed: number): number[] {
  const noise = random(seed, 'valley');
  return Array.from({ length: 40 }, (_, i) => Math.abs(i - 12) / 10 + noise.uniform());
}

describe('whatIf', () => {
  const schemes: [string, Patience, Partial<TrainerOptions>][] = [
    ['validations', { validations: 3 }, {}],
    ['epochs', { epochs: 4 }, {}],
    ['epochs, validated now and then', { epochs: 3 }, { validateEvery: { epochs: 2 } }],
    ['epochs, validated by iterations', { epochs: 2 }, { validateEvery: { iterations: 2 } }],
    ['more than there are', { validations: 100 }, {}],
  ];

  it.each(schemes)('says what earlyStopping does: patience in %s', async (_, patience, options) => {
    for (const seed of [1, 2, 3]) {
      for (const minDelta of [0, 0.3]) {
        const values = noisyValley(seed);
        const said = whatIf(await historyOf(values, options), { ...WATCHED, patience, minDelta });
        const { model, trainer } = scripted(values, options);
        const stopping = earlyStopping({ ...WATCHED, patience, minDelta, model });
        await trainer.fit({ train, validation, callbacks: [stopping] });
        expect(said.stopped).toBe(stopping.reason !== undefined);
        expect(said.best).toEqual(stopping.best);
        expect(said.reason).toBe(stopping.reason ?? '');
        expect(said.end.iteration).toBe(trainer.history.validations.at(-1)?.iteration);
      }
    }
  });

  it('says what would have been saved, and what missed', async () => {
    const history = await historyOf([3, 1, 2, 2, 0.5, 2], { epochs: 8 });
    expect(whatIf(history, { ...WATCHED, patience: { epochs: 2 } })).toMatchObject({
      stopped: true,
      end: { value: 2, epoch: 4, iteration: 12 },
      best: { value: 1, epoch: 2, iteration: 6 },
      bestOfAll: { value: 0.5, epoch: 5, iteration: 15 },
      missed: 0.5,
      iterationsSaved: 4 * 3,
    });
    expect(whatIf(history, { ...WATCHED, patience: { epochs: 3 } })).toMatchObject({
      stopped: true,
      end: { epoch: 8 },
      missed: 0,
      iterationsSaved: 0,
    });
    expect(whatIf(history, { ...WATCHED, patience: { epochs: 4 } })).toMatchObject({
      stopped: false,
      missed: 0,
      iterationsSaved: 0,
      reason: '',
    });
  });

  it('takes a number alone as so many measurements', async () => {
    const history = await historyOf([1, 2], { epochs: 12, validateEvery: { epochs: 2 } });
    const count = whatIf(history, { ...WATCHED, patience: 3 });
    expect(count).toEqual(whatIf(history, { ...WATCHED, patience: { validations: 3 } }));
    expect(count.end.epoch).toBe(2 + 3 * 2);
    const loss = { monitor: 'loss', goal: 'maximum' } as const;
    expect(whatIf(history, { ...loss, patience: 3 }).end.epoch).toBe(4);
  });

  it('reads a history that was JSON', async () => {
    const history = await historyOf([1, 2], { epochs: 6 });
    const read = JSON.parse(JSON.stringify(history));
    const options = { ...WATCHED, patience: 2 };
    expect(whatIf(read, options)).toEqual(whatIf(history, options));
  });

  it('refuses what cannot be answered', async () => {
    const history = await historyOf([1, 2], { epochs: 2 });
    const none = { epochs: [], validations: [], iterations: [] };
    expect(() => whatIf(none, { patience: 2 })).toThrow('received none');
    expect(() => whatIf(none, { patience: { epochs: 2 } })).toThrow('complete epoch');
    expect(() => whatIf(history, { patience: 0 })).toThrow('whatIf.patience');
    expect(() =>
      whatIf(history, { patience: 2, monitor: 'validation.f1', goal: 'maximum' }),
    ).toThrow('validation.scripted');
    expect(() => whatIf(history, { patience: { validations: 2 }, monitor: 'loss' })).toThrow(
      'epochs',
    );
    const hopeless = await historyOf([Number.POSITIVE_INFINITY], { epochs: 2 });
    expect(() => whatIf(hopeless, { ...WATCHED, patience: 2 })).toThrow('not numbers');
  });
});
