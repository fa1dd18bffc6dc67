/**
 * Anyone who throws, stops or aborts, and wherever: the others hear every event once, the training can go
 * on, and it comes out as if nothing had been.
 */
import { describe, expect, it } from 'vitest';
import { type Dataset, stream, subset } from '../../../../src/data/index.ts';
import type { ModelState } from '../../../../src/nn/index.ts';
import { adam } from '../../../../src/optimizers/index.ts';
import {
  type Callback,
  movingAverage,
  Trainer,
  type TrainerOptions,
  type TrainingEvent,
} from '../../../../src/train/index.ts';
import { network, options, regression } from '../../../train/tasks.ts';

const train = regression({ samples: 10 });
const validation = regression({ samples: 6, seed: 8 });

const makeTrainer = (overrides: Partial<TrainerOptions> = {}) =>
  new Trainer(
    options({
      ...{ model: network(), optimizer: adam({ learningRate: 0.1 }), epochs: 2, batchSize: 4 },
      ...{ recordIterations: true, backend: 'reference', ...overrides },
    }),
  );

const bits = (state: ModelState) =>
  Object.entries(state).map(([name, t]) => [name, ...t.toTypedArray()]);

function outcome({ model, history, epoch, iteration, samplesSeen }: Trainer) {
  const records = history.epochs.map(({ seconds: _, ...record }) => record);
  const { validations, iterations } = history;
  const counters = { epoch, iteration, samplesSeen };
  return { state: bits(model.state()), records, validations, iterations, counters };
}

/** What was told, as text; of what happens once only: iterations, validations and ends of epochs. */
function listener() {
  const heard: string[] = [];
  const all: string[] = [];
  const listen: Callback = (event: TrainingEvent) => {
    const moment = 'iteration' in event ? ` ${event.iteration}` : '';
    all.push(`${event.type}${moment}`);
    if (['iterationEnd', 'validation', 'epochEnd'].includes(event.type)) {
      heard.push(`${event.type}${moment}`);
    }
  };
  return { heard, all, listen };
}

const CASES = [
  { title: 'validation by epochs', overrides: {} },
  { title: 'validation by iterations', overrides: { validateEvery: { iterations: 2 } } },
  { title: 'an end by iterations', overrides: { iterations: 4, validateEvery: { iterations: 2 } } },
  { title: 'micro-batches', overrides: { accumulate: 2 } },
] satisfies { title: string; overrides: Partial<TrainerOptions> }[];

describe.each(CASES)('with $title', ({ overrides }) => {
  const whole = makeTrainer(overrides);
  const { heard, all, listen } = listener();
  const run = whole.fit({ train, validation, callbacks: [listen] });

  it('a callback that throws at any event takes nothing from the others', async () => {
    await run;
    const expected = outcome(whole);
    for (let at = 0; at < all.length; at++) {
      const trainer = makeTrainer(overrides);
      const [before, after] = [listener(), listener()];
      const average = movingAverage({ model: trainer.model, decay: 0.9 });
      let count = 0;
      const fail: Callback = () => {
        if (count++ === at) throw new Error('planted');
      };
      const callbacks = [before.listen, fail, average, after.listen];
      const first = trainer.fit({ train, validation, callbacks });
      await expect(first, all[at]).rejects.toThrow('planted');
      expect(before.all, all[at]).toEqual(after.all);
      expect(after.all.at(-1), all[at]).toMatch('trainEnd');
      await trainer.fit({ train, validation, callbacks });
      expect(outcome(trainer), all[at]).toEqual(expected);
      expect(after.heard, all[at]).toEqual(heard);
      expect(average.iterations, all[at]).toBe(whole.iteration);
    }
  });

  it('a run left at any event, or thrown into, tells the rest to the next one, once', async () => {
    await run;
    const expected = outcome(whole);
    for (const leave of ['return', 'throw'] as const) {
      for (let at = 0; at < all.length; at++) {
        const trainer = makeTrainer(overrides);
        const { heard: told, listen: note } = listener();
        const control = {} as Parameters<Callback>[1];
        const events = trainer.run({ train, validation });
        for (let i = 0; i <= at; i++) note(events.next().value as TrainingEvent, control);
        if (leave === 'return') events.return(trainer.history);
        else {
          try {
            for (let next = events.throw(new Error('mine')); !next.done; next = events.next()) {
              note(next.value, control);
            }
          } catch {}
        }
        for (const event of trainer.run({ train, validation })) note(event, control);
        expect(outcome(trainer), `${leave} ${all[at]}`).toEqual(expected);
        expect(told, `${leave} ${all[at]}`).toEqual(heard);
      }
    }
  });

  it('one that is stopped or aborted at any event can continue', async () => {
    await run;
    const expected = outcome(whole);
    for (const how of ['stop', 'abort'] as const) {
      for (let at = 0; at < all.length - 2; at++) {
        const trainer = makeTrainer(overrides);
        const { heard: told, listen: note } = listener();
        const controller = new AbortController();
        let count = 0;
        const leave: Callback = (_, control) => {
          if (count++ !== at) return;
          if (how === 'stop') control.stop();
          else controller.abort();
        };
        const callbacks = [leave, note];
        await trainer.fit({ train, validation, callbacks, signal: controller.signal });
        await trainer.fit({ train, validation, callbacks });
        expect(outcome(trainer), `${how} ${all[at]}`).toEqual(expected);
        expect(told, `${how} ${all[at]}`).toEqual(heard);
      }
    }
  });
});

describe('several that throw', () => {
  it('are all told, and the first error is the one', async () => {
    const trainer = makeTrainer();
    const heard: string[] = [];
    const fail = (name: string): Callback => {
      return (event) => {
        if (event.type !== 'validation') return;
        heard.push(name);
        throw new Error(name);
      };
    };
    const fitting = trainer.fit({ train, validation, callbacks: [fail('first'), fail('second')] });
    await expect(fitting).rejects.toThrow('first');
    expect(heard).toEqual(['first', 'second']);
  });

  it('while saving: every place is tried', async () => {
    const trainer = makeTrainer();
    let saved = 0;
    const ask: Callback = (event, control) => {
      if (event.type !== 'epochEnd' || event.epoch !== 1) return;
      control.checkpoint(() => Promise.reject(new Error('disk full')));
      control.checkpoint(({ progress }) => {
        saved = progress.epoch;
      });
    };
    await expect(trainer.fit({ train, callbacks: [ask] })).rejects.toThrow('disk full');
    expect(saved).toBe(1);
  });
});

/** The training set in parts; some take forever, until they are let go. */
function stalling(stallAt: number, known = true) {
  const parts: Dataset[] = [
    [0, 1, 2],
    [3, 4, 5, 6],
    [7, 8, 9],
  ].map((rows) => subset(train, rows));
  const waiting: (() => void)[] = [];
  let count = 0;
  let reached = () => {};
  const stalled = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const data = stream({
    ...(known && { samples: 10 }),
    async *open() {
      for (const part of parts) {
        if (count++ === stallAt) {
          reached();
          await new Promise<void>((resolve) => waiting.push(resolve));
        }
        yield part;
      }
    },
  });
  const letGo = () => {
    for (const go of waiting) go();
  };
  return { data, stalled, letGo };
}

describe('a stream that stalls', () => {
  it.each([0, 1, 2, 3, 4, 5])('is left by an abort, and by stop(), at part %i', async (at) => {
    for (const how of ['abort', 'stop'] as const) {
      const { data, stalled, letGo } = stalling(at);
      const order = { shuffle: false };
      const whole = makeTrainer(order);
      await whole.fit({ train, validation });
      const trainer = makeTrainer(order);
      const { heard, all, listen } = listener();
      const controller = new AbortController();
      const fitting = trainer.fit({
        ...{ train: data, validation, signal: controller.signal, callbacks: [listen] },
      });
      await stalled;
      if (how === 'abort') controller.abort('enough');
      else trainer.stop('enough');
      await fitting;
      expect(all.at(-1)).toMatch('trainEnd');
      // What comes too late must not get into the batches of the fit that continues.
      const again = trainer.fit({ train: data, validation, callbacks: [listen] });
      letGo();
      await again;
      expect(outcome(trainer)).toEqual(outcome(whole));
      expect(heard.filter((event) => event.startsWith('iterationEnd'))).toHaveLength(6);
    }
  });

  it('without a known length, too, and the epoch that was over is ended by the next fit', async () => {
    const { data, stalled } = stalling(3, false);
    const trainer = makeTrainer({ shuffle: false, iterations: 3, epochs: undefined });
    const { heard, listen } = listener();
    const stop: Callback = (event, control) => {
      if (event.type === 'iterationEnd' && event.iteration === 3) control.stop();
    };
    await trainer.fit({ train: data, validation, callbacks: [listen, stop] });
    expect([trainer.iteration, trainer.epoch]).toEqual([3, 0]);
    const again = trainer.fit({ train: data, validation, callbacks: [listen] });
    await stalled;
    trainer.stop();
    await again;
    expect(heard).toEqual(['iterationEnd 1', 'iterationEnd 2', 'iterationEnd 3']);
    await trainer.fit({ train: data, validation, callbacks: [listen] });
    expect(heard.slice(3)).toEqual(['validation 3', 'epochEnd 3']);
  });
});
