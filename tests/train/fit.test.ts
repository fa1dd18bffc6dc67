/** The asynchronous side: callbacks, stopping, aborting, errors, and air for the event loop. */
import { describe, expect, it } from 'vitest';
import { OptionError, StateError } from '../../src/errors/errors.ts';
import { dense, type ModelState } from '../../src/nn/index.ts';
import { adam } from '../../src/optimizers/index.ts';
import {
  type Callback,
  type FitRequest,
  Trainer,
  type TrainerOptions,
  type TrainingEvent,
} from '../../src/train/index.ts';
import { network, ofType, options, regression } from './tasks.ts';

const train = regression();
const validation = regression({ samples: 6, seed: 8 });

const makeTrainer = (overrides: Partial<TrainerOptions> = {}) =>
  new Trainer(
    options({ model: network(), optimizer: adam({ learningRate: 0.1 }), epochs: 4, ...overrides }),
  );

const bits = (state: ModelState) =>
  Object.entries(state).map(([name, t]) => [name, ...t.toTypedArray()]);

/** What a training run has come to, without the time it took. */
function outcome({ model, history, epoch, iteration, samplesSeen }: Trainer) {
  const records = history.epochs.map(({ seconds: _, ...record }) => record);
  return { state: bits(model.state()), records, epoch, iteration, samplesSeen };
}

/** Acts once, when the training has done so many iterations. */
const atIteration =
  (iterations: number, act: (control: Parameters<Callback>[1]) => void): Callback =>
  (event, control) => {
    if (event.type === 'iterationEnd' && event.iteration === iterations) act(control);
  };

async function endOf(trainer: Trainer, request: Partial<FitRequest>) {
  const events: TrainingEvent[] = [];
  const keep = (event: TrainingEvent) => {
    events.push(event);
  };
  await trainer.fit({ train, ...request, callbacks: [...(request.callbacks ?? []), keep] });
  const [{ type: _, ...end }] = ofType(events, 'trainEnd');
  return end;
}

describe('fit()', () => {
  it('is the loop of run(): same bits, same history', async () => {
    const [fitted, ran] = [makeTrainer(), makeTrainer()];
    const history = await fitted.fit({ train, validation });
    for (const _ of ran.run({ train, validation }));
    expect(outcome(fitted)).toEqual(outcome(ran));
    expect(history).toBe(fitted.history);
  });

  it('continues from where it is: twice is once, only longer', async () => {
    const whole = makeTrainer();
    await whole.fit({ train, validation });
    const parts = makeTrainer();
    // 3 iterations in an epoch: once in the middle of one, once at its end.
    expect(
      await endOf(parts, { validation, callbacks: [atIteration(4, (c) => c.stop())] }),
    ).toEqual({
      epoch: 1,
      iteration: 4,
      reason: 'stopped',
      message: '',
    });
    await endOf(parts, { validation, callbacks: [atIteration(9, (c) => c.stop())] });
    expect([parts.epoch, parts.iteration]).toEqual([3, 9]);
    expect((await endOf(parts, { validation })).reason).toBe('epochs');
    expect(outcome(parts)).toEqual(outcome(whole));
    await expect(endOf(parts, {})).rejects.toThrow(
      'fit: Expected something left to train; received a training run that is complete: 4 of 4 ' +
        'epochs. Set a larger total, such as trainer.epochs = 8, or make a new Trainer.',
    );
    expect(outcome(parts)).toEqual(outcome(whole));
  });

  it('says what is complete where what was resumed is more than was planned', async () => {
    const [long, short] = [makeTrainer(), makeTrainer({ epochs: 3 })];
    await long.fit({ train });
    short.resume(long.checkpoint());
    expect((await endOf(short, {})).reason).toBe('epochs');
    await expect(endOf(short, {})).rejects.toThrow(
      'received a training run that is complete: 4 of 3 epochs. Set a larger ' +
        'total, such as trainer.epochs = 8, or make a new Trainer.',
    );
  });

  it('trains on when epochs or iterations are raised', async () => {
    const [raised, whole] = [makeTrainer({ epochs: 2 }), makeTrainer()];
    await raised.fit({ train, validation });
    for (const few of [1, 1.5, '3']) {
      expect(() => Object.assign(raised, { epochs: few })).toThrow(
        'Trainer.epochs: Expected a whole number, 2 or more: so many there have been;',
      );
    }
    raised.epochs = 4;
    expect([raised.epochs, raised.options.epochs, raised.plan(train).epochs]).toEqual([4, 4, 4]);
    await raised.fit({ train, validation });
    await whole.fit({ train, validation });
    expect(outcome(raised)).toEqual(outcome(whole));
    const byIterations = makeTrainer({ epochs: undefined, iterations: 5 });
    await byIterations.fit({ train });
    await expect(byIterations.fit({ train })).rejects.toThrow('5 of 5 iterations');
    byIterations.iterations = 7;
    await byIterations.fit({ train });
    expect(byIterations.iteration).toBe(7);
  });

  it('is not given other totals while it runs', async () => {
    const set = atIteration(2, () => {
      trainer.epochs = 9;
    });
    const trainer = makeTrainer();
    await expect(trainer.fit({ train, callbacks: [set] })).rejects.toThrow(StateError);
    expect(trainer.epochs).toBe(4);
  });

  it('lets other tasks have their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns++;
    }, 1);
    const wide = network([dense({ units: 200 }), dense({ units: 2 })]);
    const trainer = makeTrainer({ model: wide, epochs: undefined, iterations: 1_000_000 });
    // However slow the machine: ends as soon as a timer has come between iterations.
    await trainer.fit({
      train,
      callbacks: [
        (event, control) => {
          if (event.type === 'iterationEnd' && turns > 0) control.stop();
        },
      ],
    });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(trainer.iteration).toBeLessThan(1_000_000);
  });
});

describe('callbacks', () => {
  it('are told every event, one after the other, in the order they were given', async () => {
    const told: string[] = [];
    const tell =
      (name: string): Callback =>
      ({ type }) => {
        told.push(`${name} ${type}`);
      };
    await makeTrainer({ epochs: 1 }).fit({ train, callbacks: [tell('a'), tell('b')] });
    const types = [...makeTrainer({ epochs: 1 }).run({ train })].map(({ type }) => type);
    expect(told).toEqual(types.flatMap((type) => [`a ${type}`, `b ${type}`]));
  });

  it('are waited for where they are asynchronous', async () => {
    const trace: string[] = [];
    const slow: Callback = async ({ type }) => {
      trace.push(`${type} begins`);
      await new Promise((resolve) => setTimeout(resolve, 0));
      trace.push(`${type} ends`);
    };
    await makeTrainer({ iterations: 1 }).fit({ train, callbacks: [slow] });
    trace.forEach((line, i) => {
      if (i % 2 === 1) expect(line).toBe(trace[i - 1].replace('begins', 'ends'));
    });
    expect(trace.at(-1)).toBe('trainEnd ends');
  });

  it('see an iteration’s values while they are awaited', async () => {
    const shapes: number[][] = [];
    await makeTrainer({ iterations: 3 }).fit({
      train,
      callbacks: [
        async (event) => {
          await Promise.resolve();
          if (event.type === 'forward') shapes.push([...event.outputs.shape]);
        },
      ],
    });
    expect(shapes).toEqual([
      [8, 2],
      [8, 2],
      [4, 2],
    ]);
  });

  it.each<[string, TrainingEvent['type'], number]>([
    ['before the first iteration', 'trainStart', 0],
    ['at the start of an epoch', 'epochStart', 0],
    ['in the middle of an iteration, which is finished', 'forward', 1],
    ['after an update', 'update', 1],
    ['at the end of an iteration', 'iterationEnd', 1],
    ['at the end of an epoch', 'epochEnd', 3],
  ])('stop the training %s', async (_, type, iterations) => {
    const trainer = makeTrainer();
    const stop: Callback = (event, control) => {
      if (event.type === type) control.stop('enough');
    };
    const end = await endOf(trainer, { callbacks: [stop] });
    expect(end).toMatchObject({ reason: 'stopped', message: 'enough', iteration: iterations });
    expect(trainer.iteration).toBe(iterations);
  });

  it('stop from outside, too', async () => {
    const trainer = makeTrainer();
    trainer.stop(); // of no effect on a training run that begins later
    const end = await endOf(trainer, {
      callbacks: [atIteration(2, () => trainer.stop('outside'))],
    });
    expect(end).toMatchObject({ reason: 'stopped', message: 'outside', iteration: 2 });
  });

  it('that stop in the last iteration of an epoch let the epoch end', async () => {
    const trainer = makeTrainer();
    const end = await endOf(trainer, { validation, callbacks: [atIteration(3, (c) => c.stop())] });
    expect(end).toMatchObject({ epoch: 1, iteration: 3, reason: 'stopped' });
    expect(trainer.history.epochs).toHaveLength(1);
    expect(trainer.history.validations).toHaveLength(1);
  });
});

describe('an AbortSignal', () => {
  it('that was aborted before lets nothing begin', async () => {
    const trainer = makeTrainer();
    const before = outcome(trainer);
    const end = await endOf(trainer, { signal: AbortSignal.abort('no time') });
    expect(end).toEqual({ epoch: 0, iteration: 0, reason: 'aborted', message: 'no time' });
    expect(outcome(trainer)).toEqual(before);
  });

  it('ends the training after the current iteration, and it can continue', async () => {
    const whole = makeTrainer();
    await whole.fit({ train });
    const trainer = makeTrainer();
    const controller = new AbortController();
    const callbacks = [atIteration(5, () => controller.abort('closed'))];
    const end = await endOf(trainer, { signal: controller.signal, callbacks });
    expect(end).toEqual({ epoch: 1, iteration: 5, reason: 'aborted', message: 'closed' });
    await trainer.fit({ train });
    expect(outcome(trainer)).toEqual(outcome(whole));
  });

  it('is no longer listened to afterwards', async () => {
    const trainer = makeTrainer({ epochs: 2 });
    const controller = new AbortController();
    const callbacks = [atIteration(1, (control) => control.stop())];
    await trainer.fit({ train, signal: controller.signal, callbacks });
    const later = atIteration(2, () => controller.abort());
    expect((await endOf(trainer, { callbacks: [later] })).reason).toBe('epochs');
  });

  it('takes effect while a callback is awaited', async () => {
    const trainer = makeTrainer();
    const controller = new AbortController();
    const wait: Callback = async ({ type }) => {
      if (type !== 'loss') return;
      setTimeout(() => controller.abort(), 0);
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const end = await endOf(trainer, { signal: controller.signal, callbacks: [wait] });
    expect(end).toMatchObject({ reason: 'aborted', iteration: 1 });
  });
});

describe('an error in a callback', () => {
  const PLACES = [
    'trainStart',
    'epochStart',
    'iterationStart',
    'forward',
    'loss',
    'backward',
    'update',
    'iterationEnd',
    'validation',
    'epochEnd',
  ] as const;

  it.each(PLACES)(
    'at %s comes out of fit, and training can continue as if nothing had been',
    async (type) => {
      const whole = makeTrainer();
      await whole.fit({ train, validation });
      const trainer = makeTrainer();
      let seen = 0;
      const failing: Callback = (event) => {
        if (event.type === type && ++seen === (type === 'trainStart' ? 1 : 2))
          throw new Error('mine');
      };
      await expect(trainer.fit({ train, validation, callbacks: [failing] })).rejects.toThrow(
        'mine',
      );
      await trainer.fit({ train, validation });
      expect(outcome(trainer)).toEqual(outcome(whole));
    },
  );

  it('that is asynchronous comes out, too', async () => {
    const trainer = makeTrainer();
    const failing: Callback = () => Promise.reject(new Error('later'));
    await expect(trainer.fit({ train, callbacks: [failing] })).rejects.toThrow('later');
    await trainer.fit({ train });
    expect(trainer.epoch).toBe(4);
  });

  it('in a metric leaves the trainer usable', async () => {
    let broken = true;
    const metric = () => {
      if (broken) throw new Error('metric');
      return 1;
    };
    const trainer = makeTrainer({ metrics: { metric } });
    await expect(trainer.fit({ train, validation })).rejects.toThrow('metric');
    expect([trainer.epoch, trainer.iteration]).toEqual([0, 3]);
    broken = false;
    await trainer.fit({ train, validation });
    expect(trainer.epoch).toBe(4);
    expect(trainer.history.validations.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(trainer.history.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
  });
});

describe('a second training at the same time', () => {
  it('is refused, and the first continues', async () => {
    const trainer = makeTrainer();
    const first = trainer.run({ train });
    first.next();
    await expect(trainer.fit({ train })).rejects.toThrow(StateError);
    expect(() => trainer.run({ train }).next()).toThrow(
      'Trainer.run: Expected one run at a time; received a second one. Finish the first, or leave ' +
        'it with break or return().',
    );
    for (const _ of first);
    expect(trainer.epoch).toBe(4);
  });

  it('is welcome once the first was left', () => {
    const trainer = makeTrainer();
    for (const event of trainer.run({ train })) if (event.type === 'forward') break;
    expect([...trainer.run({ train })].at(-1)).toMatchObject({ reason: 'epochs', iteration: 12 });
  });

  it('of another trainer on the same model goes along, each iteration on its own', () => {
    const together = (backend: 'reference' | 'wasm') => {
      const model = network();
      const trainers = [1, 2].map((seed) => makeTrainer({ model, seed, backend }));
      const runs = trainers.map((trainer) => trainer.run({ train }));
      for (let open = 2; open > 0; ) {
        open = runs.filter((run) => !run.next().done).length; // event by event in turn
      }
      return bits(model.state());
    };
    expect(together('wasm')).toEqual(together('reference'));
  });
});

describe('what fit() is given', () => {
  const given = (request: unknown) => makeTrainer().fit(request as FitRequest);

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'fit.train: Expected an object; received nothing'],
    ['a dataset', train, 'Write fit({ train: fromArrays({ inputs, targets }) }).'],
    [
      'no dataset',
      { train: { inputs: [] } },
      'Trainer, train: Expected a dataset { inputs, targets, size }',
    ],
    ['no validation set', { train, validation: {} }, 'Trainer, validation: Expected a dataset'],
    ['epochs', { train, epochs: 3 }, 'Write epochs in the Trainer: epochs: 20, in total.'],
    ['batchSize', { train, batchSize: 3 }, 'Write it in the Trainer: batchSize: 32'],
    [
      'a fraction',
      { train, validationSplit: 0.2 },
      'Write split(dataset, { validation: 0.2, test: 0.2 }).',
    ],
    ['a misspelt set', { train, validationn: train }, 'Did you mean validation?'],
    [
      'one callback',
      { train, callbacks: () => {} },
      'an array of functions (event, control) => ...',
    ],
    ['a callback that is none', { train, callbacks: [3] }, 'an array of functions'],
    [
      'a controller',
      { train, signal: new AbortController() },
      'fit.signal: Expected an AbortSignal',
    ],
  ])('%s is refused', async (_, request, says) => {
    await expect(given(request)).rejects.toThrow(OptionError);
    await expect(given(request)).rejects.toThrow(says);
  });

  it('is refused by run() alike', () => {
    expect(() =>
      makeTrainer()
        .run(train as never)
        .next(),
    ).toThrow('Write fit({ train: fromArrays({ inputs, targets }) }).');
    expect(() =>
      makeTrainer()
        .run({} as never)
        .next(),
    ).toThrow('run.train');
  });
});
