import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Callback,
  type Control,
  earlyStopping,
  type Patience,
  type ReduceOnPlateauOptions,
  reduceOnPlateau,
  type Schedule,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import { interrupted } from '../callbacks/interrupted.ts';
import { scripted, train, validation } from '../scripted.ts';
import { flat, network, options, regression } from '../tasks.ts';
import '../../tensors.ts';

const WATCHED = { monitor: 'validation.scripted', goal: 'minimum' } as const;

async function run(
  values: readonly number[],
  asked: Partial<ReduceOnPlateauOptions> & { readonly patience: Patience },
  overrides: Partial<TrainerOptions> = {},
) {
  const { trainer } = scripted(values, { epochs: values.length, ...overrides });
  const reduce = reduceOnPlateau({ ...WATCHED, factor: 0.5, ...asked });
  await trainer.fit({ train, validation, callbacks: [reduce] });
  const rates = trainer.history.epochs.map(({ learningRate }) => learningRate);
  return { reduce, rates, epochs: reduce.reductions.map(({ epoch }) => epoch) };
}

describe('reduceOnPlateau does what others do, counted as they count', () => {
  const read = (library: string) => {
    const path = new URL(`../../fixtures/${library}/plateau.json`, import.meta.url);
    return JSON.parse(readFileSync(path, 'utf8')).runs;
  };

  /** PyTorch tolerates `patience` measurements; Keras lets the last one of a cooldown count. */
  const ours = {
    pytorch: { patience: 1, cooldown: 0 },
    keras: { patience: 0, cooldown: -1 },
  };

  it.each(['pytorch', 'keras'] as const)('%s', async (library) => {
    const recorded = read(library);
    expect(recorded.length).toBeGreaterThan(20);
    for (const { options: theirs, metrics, learningRates } of recorded) {
      const cooldown = theirs.cooldown + ours[library].cooldown;
      const reduce = reduceOnPlateau({
        monitor: 'validation.scripted',
        goal: theirs.goal === 'max' ? 'maximum' : 'minimum',
        factor: theirs.factor,
        patience: { validations: theirs.patience + ours[library].patience },
        minDelta: theirs.threshold,
        cooldown: cooldown > 0 ? { validations: cooldown } : undefined,
        minLearningRate: theirs.minimum ?? 0,
      });
      const rates = ratesOf(reduce, metrics, theirs.learningRate);
      for (const [epoch, rate] of rates.entries()) {
        expect(Math.abs(rate / learningRates[epoch] - 1)).toBeLessThan(1e-13);
      }
    }
  });
});

/** The learning rates of epochs, one iteration each, that a callback makes of metrics. */
function ratesOf(callback: Callback, metrics: readonly number[], initial: number): number[] {
  const { trainer } = scripted([1], { epochs: metrics.length, batchSize: train.size });
  let rate = initial;
  const control = {
    scaleLearningRate(factor: number) {
      rate *= factor;
    },
  } as Control;
  callback({ type: 'trainStart', plan: trainer.plan(train), backend: 'reference' }, control);
  return metrics.map((scriptedValue, at) => {
    const moment = { epoch: at + 1, iteration: at + 1 };
    const learningRate = rate;
    const numbers = { loss: 0, batchSize: 1, learningRate, gradientNorm: 0, samplesSeen: at + 1 };
    callback({ type: 'iterationEnd', ...moment, ...numbers }, control);
    const measured = { loss: 0, metrics: { scripted: scriptedValue } };
    callback({ type: 'validation', ...moment, ...measured }, control);
    return learningRate;
  });
}

describe('a reduction', () => {
  it('comes where earlyStopping would end the training, and acts from the next iteration on', async () => {
    const { reduce, rates } = await run([3, 2, 2, 2, 2], { patience: { validations: 2 } });
    expect(reduce.reductions).toEqual([{ epoch: 4, iteration: 12, from: 0.01, to: 0.005 }]);
    expect(rates).toEqual([0.01, 0.01, 0.01, 0.01, 0.005]);
    expect(reduce.best).toEqual({ value: 2, epoch: 2, iteration: 6 });
  });

  it('is followed by waiting anew', async () => {
    const { epochs } = await run(new Array(10).fill(1), { patience: { validations: 3 } });
    expect(epochs).toEqual([4, 7, 10]);
  });

  it('in epochs counts parts of them', async () => {
    const every = { validateEvery: { iterations: 2 } };
    const { reduce } = await run(new Array(9).fill(1), { patience: { epochs: 2 } }, every);
    // Best at 2; 6 iterations later 8; then 14, 20 and 26.
    expect(reduce.reductions.map(({ iteration }) => iteration)).toEqual([8, 14, 20, 26]);
  });

  it.each<[Patience, number[]]>([
    [{ validations: 2 }, [3, 7, 11]],
    [{ epochs: 2 }, [3, 7, 11]],
    [{ epochs: 1 }, [3, 6, 9, 12]],
  ])('is followed by a cooldown of %o', async (cooldown, expected) => {
    const flatValues = new Array(12).fill(1);
    const { epochs } = await run(flatValues, { patience: { validations: 2 }, cooldown });
    expect(epochs).toEqual(expected);
  });

  it('keeps what was better during the cooldown as the mark', async () => {
    const values = [5, 5, 4, 4.5, 4.5, 4.5, 4.5];
    const asked = { patience: { validations: 1 }, cooldown: { validations: 2 } };
    const { epochs, reduce } = await run(values, asked);
    expect(epochs).toEqual([2, 5]);
    expect(reduce.best?.value).toBe(4);
  });

  it('stops exactly at the minimum, and is not noted there', async () => {
    const asked = { patience: { validations: 1 }, minLearningRate: 0.003 };
    const { reduce, rates } = await run(new Array(6).fill(1), asked);
    expect(rates).toEqual([0.01, 0.01, 0.005, 0.003, 0.003, 0.003]);
    expect(reduce.reductions.map(({ to }) => to)).toEqual([0.005, 0.003]);
  });

  it('multiplies what a schedule gives, and is not made at a rate of 0', async () => {
    const schedule: Schedule = { name: 'own', unit: 'epoch', factor: (n) => (n < 2 ? 0 : n) };
    const asked = { patience: { validations: 1 } };
    const { reduce, rates } = await run([1, 1, 0, 0, 0], asked, { schedule });
    expect(reduce.reductions.map(({ from, to }) => [from, to])).toEqual([
      [0.03, 0.015],
      [0.02, 0.01],
    ]);
    expect(rates).toEqual([0, 0, 0.02, 0.03, 0.02]);
  });

  it('of infinite values comes as of one that does not improve', async () => {
    const { epochs } = await run(new Array(4).fill(Number.POSITIVE_INFINITY), {
      patience: { validations: 2 },
    });
    expect(epochs).toEqual([2, 4]);
  });

  it('is made by each of several for itself', async () => {
    const { trainer } = scripted(new Array(6).fill(1), { epochs: 6 });
    const callbacks = [2, 3].map((validations) =>
      reduceOnPlateau({ ...WATCHED, factor: 0.5, patience: { validations } }),
    );
    await trainer.fit({ train, validation, callbacks });
    expect(callbacks.map(({ reductions }) => reductions.map(({ epoch }) => epoch))).toEqual([
      [3, 5],
      [4],
    ]);
    expect(trainer.history.epochs.at(-1)?.learningRate).toBe(0.01 * 0.125);
  });
});

describe('an interrupted training is the uninterrupted one', () => {
  const data = { train: regression(), validation: regression({ seed: 2 }) };

  it.each(['reference', 'wasm'] as const)('after every iteration, on %s', async (backend) => {
    const make = () => {
      const model = network();
      const validateEvery = { iterations: 2 };
      const trainer = new Trainer(
        options({ model, backend, epochs: 7, accumulate: 2, seed: 5, validateEvery }),
      );
      // An improvement this large is rare, so that patience runs out.
      const reduce = reduceOnPlateau({
        factor: 0.5,
        patience: { validations: 2 },
        cooldown: { epochs: 1 },
        minDelta: 0.2,
        minLearningRate: 0.02,
      });
      const byLoss = reduceOnPlateau({
        monitor: 'loss',
        factor: 0.9,
        patience: { epochs: 1 },
        minDelta: 1,
      });
      const stopping = earlyStopping({ patience: { epochs: 5 }, minDelta: 0.2, model });
      return { model, trainer, reduce, byLoss, stopping, callbacks: [reduce, byLoss, stopping] };
    };
    const whole = make();
    await whole.trainer.fit({ ...data, callbacks: whole.callbacks });
    expect(whole.reduce.reductions.length).toBeGreaterThan(1);
    expect(whole.byLoss.reductions.length).toBeGreaterThan(1);
    expect(whole.stopping.reason).toBeDefined();
    for (let at = 1; at < whole.trainer.iteration; at++) {
      const resumed = await interrupted(make, data, { checkpointAt: at, dieAt: at + 2 });
      expect(resumed.reduce.reductions).toEqual(whole.reduce.reductions);
      expect(resumed.byLoss.reductions).toEqual(whole.byLoss.reductions);
      expect(resumed.trainer.iteration).toBe(whole.trainer.iteration);
      expect(flat(resumed.model.state())).toBeBitIdenticalTo(flat(whole.model.state()));
    }
  });
});

describe('options', () => {
  const patience = { epochs: 3 };

  it.each<[string, object, string]>([
    ['no patience', {}, 'reduceOnPlateau.patience'],
    ['patience without a unit', { patience: 5 }, '{ validations: n }'],
    ['a factor of 1', { patience, factor: 1 }, 'above 0 and below 1'],
    ['a cooldown without a unit', { patience, cooldown: 2 }, 'reduceOnPlateau.cooldown'],
    [
      'a cooldown in what is not measured',
      { patience, monitor: 'loss', cooldown: { validations: 2 } },
      'Pass cooldown: { epochs: 2 }',
    ],
    ['a metric without a goal', { patience, monitor: 'validation.a' }, '"minimum" or "maximum"'],
    ['a negative minimum', { patience, minLearningRate: -1 }, 'minLearningRate'],
    ['a misspelled option', { patience, minLearningrate: 1 }, 'Did you mean minLearningRate?'],
  ])('%s is refused', (_, given, message) => {
    expect(() => reduceOnPlateau(given as { patience: Patience })).toThrow(message);
  });

  it('watching what is never measured is refused before training', async () => {
    const { trainer } = scripted([1]);
    const fitting = trainer.fit({ train, callbacks: [reduceOnPlateau({ patience })] });
    await expect(fitting).rejects.toThrow('Pass a validation set');
  });

  it.each(['patience', 'cooldown'])('in epochs of unknown length are refused: %s', (option) => {
    const given = { validations: 2 };
    const reduce = reduceOnPlateau({ patience: given, cooldown: given, [option]: { epochs: 2 } });
    const plan = { ...scripted([1]).trainer.plan(train), iterationsPerEpoch: Number.NaN };
    const begin = () => reduce({ type: 'trainStart', plan, backend: 'wasm' }, {} as Control);
    expect(begin).toThrow(`reduceOnPlateau.${option}`);
  });
});
