/** Training runs that Keras left after three updates go on here with the numbers that they have there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { sgd, Trainer } from '../../../src/index.ts';
import { type ImportedModel, importModel } from '../../../src/interop/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`state/${name}`, folder)));
const told = JSON.parse(readFileSync(new URL('keras_state.json', folder), 'utf8'));
const { inputs, targets } = told;
const train = fromArrays({ inputs, targets });

/** Three updates more. */
async function goOn({ model, training }: ImportedModel, backend: 'wasm' | 'reference' = 'wasm') {
  const { optimizer, loss, ...others } = training ?? {};
  if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
  const options = { model, optimizer, loss, ...others, epochs: 3, batchSize: 3, backend };
  const trainer = new Trainer({ ...options, shuffle: false });
  const { epochs } = await trainer.fit({ train });
  return { losses: epochs.map((epoch) => epoch.loss), trainer };
}

const runs = Object.keys(told).filter((name) => /\.(?:keras|h5)$/.test(name));

describe('a training run of Keras, after three updates', () => {
  it.each(runs)('%s goes on with the same losses and weights', async (name) => {
    const imported = importModel(bytesOf(name));
    expect(imported.report.ignored).toEqual([]);
    expect(imported.training?.optimizerState?.updates).toBe(3);
    const { losses } = await goOn(imported);
    expect(losses).toEqual(told[name].losses.map((one: number) => expect.closeTo(one, 6)));
    expect(imported.model.predict(inputs)).toBeCloseToTensor(tensor(told[name].after), {
      absoluteTolerance: 1e-6,
      relativeTolerance: 0,
    });
  });
});

describe('what restrains and freezes parameters there', () => {
  it('comes along: frozen layers, and a scale that does not exist there', () => {
    const { model, report } = importModel(bytesOf('frozen.keras'));
    const frozen = model.parameters().flatMap((one) => (one.requiresGrad ? [] : one.name));
    expect(frozen).toEqual(['layers.0.weight', 'layers.0.bias', 'layers.2.weight']);
    expect(report.conventions).toContain(
      'layers.0.weight, layers.0.bias, layers.2.weight: frozen, as there',
    );
  });

  it('comes along: penalties, whose squares have no half there, and constraints', () => {
    const { model } = importModel(bytesOf('restrained.keras'));
    const { options } = model.toJSON().layers[0];
    expect(options).toMatchObject({
      weightPenalty: { name: 'elasticPenalty', options: { l1: 0.0625, l2: 0.25 } },
      biasPenalty: { name: 'l2Penalty', options: { strength: 0.5 } },
      weightConstraint: { name: 'maxNorm', options: { max: 1 } },
      biasConstraint: { name: 'nonNegative' },
    });
  });
});

describe('a Trainer that goes on from elsewhere', () => {
  it('is saved and resumed with the count of updates', async () => {
    const whole = await goOn(importModel(bytesOf('adam.h5')));
    const first = importModel(bytesOf('adam.h5'));
    const { optimizer, loss, ...others } = first.training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const options = { optimizer, loss, batchSize: 3, shuffle: false };
    const begun = new Trainer({ model: first.model, ...options, ...others, epochs: 1 });
    await begun.fit({ train });
    const state = readCheckpoint(writeCheckpoint(begun.checkpoint()));
    // What is resumed has the updates of both; a Trainer without a start of its own takes them up.
    const { model } = importModel(bytesOf('adam.h5'));
    const resumed = new Trainer({ model, ...options, epochs: 3 });
    resumed.resume(state);
    await resumed.fit({ train });
    expect(model.parameters()[0]).toBeBitIdenticalTo(whole.trainer.model.parameters()[0]);
    expect(resumed.optimizerState()).toEqual(whole.trainer.optimizerState());
  });

  it('computes the same bits on both backends', async () => {
    for (const name of ['adam.h5', 'frozen.keras']) {
      const compiled = await goOn(importModel(bytesOf(name)));
      const reference = await goOn(importModel(bytesOf(name)), 'reference');
      expect(compiled.losses).toEqual(reference.losses);
    }
  });

  it('refuses a state of other layers or another optimizer, and no number of updates', () => {
    const { model, training } = importModel(bytesOf('adam.h5'));
    const { loss, optimizerState } = training ?? {};
    if (loss === undefined || optimizerState === undefined) throw new Error('nothing to learn by');
    const options = { model, loss, epochs: 1 };
    const other = refusal(() => new Trainer({ ...options, optimizer: sgd(), optimizerState }));
    expect(other).toBeInstanceOf(DataError);
    expect(other.message).toMatch(/^Trainer\.optimizerState: .*received layers\.0\.weight\.mean/s);
    const updates = refusal(
      () =>
        new Trainer({
          ...options,
          optimizer: sgd(),
          optimizerState: { tensors: {}, updates: -1 },
        }),
    );
    expect(updates).toBeInstanceOf(OptionError);
    expect(updates.message).toMatch(/Trainer\.optimizerState\.updates/);
  });
});
