import { describe, expect, it } from 'vitest';
import {
  type Callback,
  type EarlyStoppingOptions,
  earlyStopping,
  type Model,
  type ModelState,
  type Patience,
  type TrainEndEvent,
  type TrainerOptions,
} from '../../../src/index.ts';
import { scripted, train, validation } from '../scripted.ts';
import '../../tensors.ts';

const WATCHED = { monitor: 'validation.scripted', goal: 'minimum' } as const;

interface Asked extends Partial<EarlyStoppingOptions> {
  readonly patience: Patience;
}

/** Trains on scripted values, and notes the weights at every validation. */
async function run(values: readonly number[], asked: Asked, options?: Partial<TrainerOptions>) {
  const { model, trainer } = scripted(values, options);
  const stopping = earlyStopping({ ...WATCHED, model, ...asked });
  const states: ModelState[] = [];
  let end: TrainEndEvent | undefined;
  const watch: Callback = (event) => {
    if (event.type === 'validation') states.push(model.state());
    if (event.type === 'trainEnd') end = event;
  };
  await trainer.fit({ train, validation, callbacks: [watch, stopping] });
  return { model, trainer, stopping, states, end };
}

function bits(state: ModelState): number[][] {
  return Object.values(state).map((value) => [...value.toTypedArray()]);
}

const validationsOf = async (values: readonly number[], asked: Asked) =>
  (await run(values, asked)).trainer.history.validations.length;

describe('patience', () => {
  it('of 5 stops after 5 validations without improvement, not 4 or 6', async () => {
    expect(await validationsOf([3, 2, 1, 2], { patience: { validations: 5 } })).toBe(3 + 5);
    expect(await validationsOf([3, 2, 1, 2], { patience: { epochs: 5 } })).toBe(3 + 5);
  });

  it('of 1 stops at the first validation that is no better', async () => {
    expect(await validationsOf([3, 2, 2, 1], { patience: { validations: 1 } })).toBe(3);
  });

  it('begins anew with each improvement, even at the last moment', async () => {
    const values = [5, 6, 6, 4, 6, 6, 3, 6, 6, 6];
    expect(await validationsOf(values, { patience: { validations: 3 } })).toBe(10);
  });

  it('never ends a training run that keeps getting better', async () => {
    const falling = Array.from({ length: 30 }, (_, i) => -i);
    const { end, stopping } = await run(falling, { patience: { validations: 1 } });
    expect(end?.reason).toBe('epochs');
    expect(stopping.reason).toBeUndefined();
  });

  it('counts validations, or the epochs between them', async () => {
    const every = { validateEvery: { epochs: 2 } };
    const byValidations = await run([1, 2], { patience: { validations: 3 } }, every);
    expect(byValidations.trainer.epoch).toBe(2 + 3 * 2);
    // 2 + 3 epochs are over at epoch 5, which is not validated; the next one is.
    const byEpochs = await run([1, 2], { patience: { epochs: 3 } }, every);
    expect(byEpochs.trainer.epoch).toBe(6);
  });

  it('in epochs counts parts of them when validations come by iterations', async () => {
    const every = { validateEvery: { iterations: 2 } };
    // The best is at iteration 2; two epochs are 6 iterations.
    const { trainer } = await run([1, 2], { patience: { epochs: 2 } }, every);
    expect(trainer.iteration).toBe(8);
    const byValidations = await run([1, 2], { patience: { validations: 2 } }, every);
    expect(byValidations.trainer.iteration).toBe(2 + 2 * 2);
  });

  it('begins anew, without forgetting the best, when a stopped training continues', async () => {
    const { model, trainer } = scripted([1, 2]);
    const stopping = earlyStopping({ ...WATCHED, patience: { validations: 2 }, model });
    await trainer.fit({ train, validation, callbacks: [stopping] });
    expect(trainer.epoch).toBe(3);
    await trainer.fit({ train, validation, callbacks: [stopping] });
    expect([trainer.epoch, stopping.best?.epoch]).toEqual([5, 1]);
  });

  it('continues where it was when something else ended the training', async () => {
    const { model, trainer } = scripted([1, 2]);
    const stopping = earlyStopping({ ...WATCHED, patience: { validations: 4 }, model });
    const leave: Callback = (event, control) => {
      if (event.type === 'epochEnd' && event.epoch === 3) control.stop('left');
    };
    await trainer.fit({ train, validation, callbacks: [stopping, leave] });
    await trainer.fit({ train, validation, callbacks: [stopping] });
    expect(trainer.epoch).toBe(5);
  });
});

describe('an improvement', () => {
  it('is not an equal value', async () => {
    const { stopping, trainer } = await run([2, 2], { patience: { validations: 2 } });
    expect([trainer.epoch, stopping.best?.epoch]).toEqual([3, 1]);
  });

  it('is one by more than minDelta, and small ones add up', async () => {
    const asked = { patience: { validations: 2 }, minDelta: 0.5 };
    // 0.5 less is too little, twice; the third 0.25 below the mark of 4 makes 0.75.
    expect(await validationsOf([4, 3.5, 3.5], asked)).toBe(3);
    expect(await validationsOf([4, 3.75, 3.25, 3.25], asked)).toBe(5);
  });

  it('too small to count still gives the best weights', async () => {
    const asked = { patience: { validations: 2 }, minDelta: 1 };
    const { model, states, stopping } = await run([4, 3.5, 3.6], asked);
    expect(stopping.best).toEqual({ value: 3.5, epoch: 2, iteration: 6 });
    expect(bits(model.state())).toEqual(bits(states[1]));
  });

  it('is a larger value where the goal is the maximum', async () => {
    const asked = { goal: 'maximum', patience: { validations: 2 }, minDelta: 0.1 } as const;
    const { stopping, trainer } = await run([0.5, 0.9, 0.95, 0.7], asked);
    expect([trainer.epoch, stopping.best?.value]).toEqual([4, 0.95]);
  });

  it('is never a value that is not finite', async () => {
    const { stopping, trainer } = await run([Number.POSITIVE_INFINITY], {
      patience: { validations: 3 },
    });
    expect([trainer.epoch, stopping.best]).toEqual([3, undefined]);
    expect(stopping.reason).toContain('never been a number');
  });
});

describe('the best weights', () => {
  const values = [3, 1, 2];

  it.each<[string, Partial<TrainerOptions>, Patience]>([
    ['patience', {}, { validations: 4 }],
    ['the last epoch', { epochs: 5 }, { validations: 100 }],
    ['the last iteration, within an epoch', { iterations: 14 }, { validations: 100 }],
  ])('are put back when %s ended the training', async (_, options, patience) => {
    const { model, states } = await run(values, { patience }, options);
    expect(bits(model.state())).toEqual(bits(states[1]));
    expect(bits(model.state())).not.toEqual(bits(states[2]));
  });

  it('are put back when an AbortSignal ended the training', async () => {
    const { model, trainer } = scripted(values);
    const stopping = earlyStopping({ ...WATCHED, patience: { epochs: 9 }, model });
    const abort = new AbortController();
    let best: number[][] = [];
    const watch: Callback = (event) => {
      if (event.type === 'validation' && event.epoch === 2) best = bits(model.state());
      if (event.type === 'iterationEnd' && event.iteration === 11) abort.abort();
    };
    const { signal } = abort;
    await trainer.fit({ train, validation, callbacks: [stopping, watch], signal });
    expect(bits(model.state())).toEqual(best);
  });

  it('are put back after an error, too', async () => {
    const { model, trainer } = scripted(values);
    const stopping = earlyStopping({ ...WATCHED, patience: { epochs: 9 }, model });
    let best: number[][] = [];
    const fail: Callback = (event) => {
      if (event.type === 'validation' && event.epoch === 2) best = bits(model.state());
      if (event.type === 'iterationEnd' && event.iteration === 11) throw new Error('planted');
    };
    const failing = trainer.fit({ train, validation, callbacks: [stopping, fail] });
    await expect(failing).rejects.toThrow('planted');
    expect(bits(model.state())).toEqual(best);
  });

  it('stay where they are without restoreBest, or without a measurement', async () => {
    const asked = { patience: { validations: 2 }, restoreBest: false };
    const { model, states } = await run(values, asked);
    expect(bits(model.state())).toEqual(bits(states[3]));

    const { model: other, trainer } = scripted(values);
    const before = bits(other.state());
    const callbacks = [earlyStopping({ patience: { epochs: 1 }, model: other })];
    await trainer.fit({ train, validation, callbacks, signal: AbortSignal.abort() });
    expect(bits(other.state())).toEqual(before);
  });

  it('are those of the validation, compiled or not', async () => {
    const { model, states } = await run(values, { patience: { epochs: 2 } }, { backend: 'auto' });
    expect(bits(model.state())).toEqual(bits(states[1]));
  });
});

describe('the reason', () => {
  it('can be read, and is the message of the end', async () => {
    const { stopping, end } = await run([3, 1.25, 2], { patience: { validations: 4 } });
    expect(stopping.reason).toBe(
      'validation.scripted has not improved for 4 validations: the best was 1.25 at epoch 2, iteration 6',
    );
    expect(end).toMatchObject({ reason: 'stopped', message: stopping.reason });
  });
});

describe('the monitor', () => {
  const watching = async (monitor: string, options?: Partial<TrainerOptions>) => {
    const { model, trainer } = scripted([1], options);
    // Far from every minimum, so that each loss falls.
    for (const parameter of model.parameters()) parameter.assign(parameter.add(10));
    const goal = 'maximum';
    const stopping = earlyStopping({ monitor, goal, patience: { epochs: 3 }, model });
    await trainer.fit({ train, validation, callbacks: [stopping] });
    return { stopping, trainer };
  };

  it.each(['validation.loss', 'validation.trainingLoss', 'loss'])('may be %s', async (monitor) => {
    const { stopping, trainer } = await watching(monitor, { evaluateTraining: true });
    const { epochs, validations } = trainer.history;
    const first =
      monitor === 'loss'
        ? epochs[0].loss
        : validations[0][monitor === 'validation.loss' ? 'loss' : 'trainingLoss'];
    // The loss falls, and the goal asked for is the maximum: the first stays the best.
    expect([trainer.epoch, stopping.best?.value]).toEqual([4, first]);
  });

  it('is refused at the first validation when there is no such number, listing those there are', async () => {
    await expect(watching('validation.scriptde')).rejects.toThrow(
      'Expected one of loss, validation.loss, validation.scripted; received "validation.scriptde"',
    );
    await expect(watching('validation.trainingLoss')).rejects.toThrow('evaluateTraining: true');
  });

  it('is refused before training when nothing is validated', async () => {
    const { model, trainer } = scripted([1]);
    const callbacks = [earlyStopping({ patience: { epochs: 1 }, model })];
    await expect(trainer.fit({ train, callbacks })).rejects.toThrow('Pass a validation set');
    expect(trainer.iteration).toBe(0);
  });
});

describe('options', () => {
  const model = scripted([1]).model;
  const patience = { epochs: 3 };

  it.each<[string, object, string]>([
    ['patience without a unit', { model, patience: 5 }, '{ validations: n }'],
    ['patience of both units', { model, patience: { epochs: 1, validations: 1 } }, 'patience'],
    ['patience of 0', { model, patience: { epochs: 0 } }, '1 or more'],
    ['no patience', { model }, 'earlyStopping.patience'],
    [
      'validations of what is no validation',
      { model, monitor: 'loss', patience: { validations: 2 } },
      'Pass patience: { epochs: 2 }',
    ],
    [
      'a metric without a goal',
      { model, patience, monitor: 'validation.accuracy' },
      '"minimum" or "maximum"',
    ],
    ['an unknown kind of number', { model, patience, monitor: 'val_loss' }, 'validation.loss'],
    ['another goal', { model, patience, goal: 'min' }, 'goal'],
    ['a negative minDelta', { model, patience, minDelta: -1 }, 'minDelta'],
    ['no model to restore', { patience }, 'restoreBest: false'],
    ['a misspelled option', { model, patience, minDetla: 1 }, 'Did you mean minDelta?'],
  ])('%s is refused', (_, options, message) => {
    const make = () => earlyStopping(options as { patience: Patience; model: Model });
    expect(make).toThrow(message);
  });
});
