import { expect, it } from 'vitest';
import { type Patience, Trainer, whatIf, whatIfRecorder } from '../../../src/index.ts';
import { interrupted } from '../callbacks/interrupted.ts';
import { scripted, train, validation } from '../scripted.ts';
import { flat, network, options, regression } from '../tasks.ts';
import '../../tensors.ts';

const WATCHED = { monitor: 'validation.scripted', goal: 'minimum' } as const;
const VALUES = [5, 3, 4, 4, 2, 3, 3, 3, 3, 1, 2];

it('says at the end what whatIf says of the history, and stops nothing', async () => {
  const patience: Patience[] = [{ validations: 1 }, { epochs: 2 }, { epochs: 4 }, { epochs: 99 }];
  for (const validateEvery of [{ epochs: 1 }, { iterations: 2 }]) {
    const { trainer } = scripted(VALUES, { epochs: VALUES.length, validateEvery });
    const recorder = whatIfRecorder({ ...WATCHED, minDelta: 0.5, patience });
    const history = await trainer.fit({ train, validation, callbacks: [recorder] });
    expect(trainer.epoch).toBe(VALUES.length);
    expect(recorder.records).toEqual(
      patience.map((one) => ({
        patience: one,
        ...whatIf(history, { ...WATCHED, minDelta: 0.5, patience: one }),
      })),
    );
    expect(recorder.records.map(({ stopped }) => stopped)).toEqual([true, true, true, false]);
  }
});

it('follows the training loss, and takes a number alone as so many measurements', async () => {
  const { trainer } = scripted([1], { epochs: 5 });
  const recorder = whatIfRecorder({ monitor: 'loss', goal: 'maximum', patience: [2, 3] });
  const history = await trainer.fit({ train, callbacks: [recorder] });
  expect(recorder.records.map(({ patience }) => patience)).toEqual([{ epochs: 2 }, { epochs: 3 }]);
  const asked = { monitor: 'loss', goal: 'maximum', patience: 3 } as const;
  expect(recorder.records[1]).toMatchObject(whatIf(history, asked));
});

it('reports at once where each would have ended the training', async () => {
  const { trainer } = scripted(VALUES, { epochs: VALUES.length });
  const told: [epoch: number, text: string][] = [];
  const report = (text: string) => told.push([trainer.epoch, text]);
  const recorder = whatIfRecorder({ ...WATCHED, patience: [4, 2], report });
  await trainer.fit({ train, validation, callbacks: [recorder] });
  expect(told).toEqual([
    [
      4,
      'would end at epoch 4, iteration 12: validation.scripted has not improved for 2 validations: the best was 3 at epoch 2, iteration 6',
    ],
    [
      9,
      'would end at epoch 9, iteration 27: validation.scripted has not improved for 4 validations: the best was 2 at epoch 5, iteration 15',
    ],
  ]);
});

it('has no record as long as nothing was measured', async () => {
  const { trainer } = scripted([Number.POSITIVE_INFINITY], { epochs: 2 });
  const recorder = whatIfRecorder({ ...WATCHED, patience: [1] });
  await trainer.fit({ train, validation, callbacks: [recorder] });
  expect(recorder.records).toEqual([]);
});

it.each(['reference', 'wasm'] as const)('continues after a resume, on %s', async (backend) => {
  const data = { train: regression(), validation: regression({ seed: 2 }) };
  const make = () => {
    const model = network();
    const trainer = new Trainer(options({ model, backend, epochs: 5, seed: 5, accumulate: 2 }));
    const recorder = whatIfRecorder({ patience: [1, 2, 9], minDelta: 0.2 });
    const byLoss = whatIfRecorder({ monitor: 'loss', patience: [2], minDelta: 1 });
    return { model, trainer, recorder, byLoss, callbacks: [recorder, byLoss] };
  };
  const whole = make();
  await whole.trainer.fit({ ...data, callbacks: whole.callbacks });
  const silent = make();
  await silent.trainer.fit(data);
  expect(flat(silent.model.state())).toBeBitIdenticalTo(flat(whole.model.state()));
  for (let at = 1; at < whole.trainer.iteration - 1; at++) {
    const resumed = await interrupted(make, data, { checkpointAt: at, dieAt: at + 2 });
    expect(resumed.recorder.records).toEqual(whole.recorder.records);
    expect(resumed.byLoss.records).toEqual(whole.byLoss.records);
  }
});

it.each<[string, object, string]>([
  ['no patience', {}, 'whatIfRecorder.patience'],
  ['an empty list', { patience: [] }, 'an array'],
  ['a patience of 0', { patience: [3, 0] }, '1 or more'],
  ['a metric without a goal', { patience: [3], monitor: 'validation.a' }, '"minimum" or "maximum"'],
  [
    'validations of no validation',
    { patience: [{ validations: 1 }], monitor: 'loss' },
    'epochs: 1',
  ],
  ['an unknown option', { patience: [3], model: {} }, 'unknown option'],
])('%s is refused', async (_, given, message) => {
  expect(() => whatIfRecorder(given as never)).toThrow(message);
});

it('refuses to watch what is never measured', async () => {
  const fitting = scripted([1]).trainer.fit({
    train,
    callbacks: [whatIfRecorder({ patience: [1] })],
  });
  await expect(fitting).rejects.toThrow('whatIfRecorder.monitor');
});
