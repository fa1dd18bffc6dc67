/** Training runs that torch 1.13 left after three updates go on here with the numbers that they have there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { OptionError } from '../../../src/errors/index.ts';
import { adam, adamW, lion, meanSquaredError, Trainer } from '../../../src/index.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, sequential, tanh } from '../../../src/nn/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/interop/', import.meta.url);
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`torch_state/${name}.pt`, folder)));
const told = JSON.parse(readFileSync(new URL('torch_state.json', folder), 'utf8'));
const { inputs, targets } = told;
const train = fromArrays({ inputs, targets });

const network = () =>
  sequential({ inputShape: [4], seed: 1 }, [
    dense({ units: 3 }),
    tanh(),
    batchNorm(),
    dense({ units: 2 }),
  ]);

const RUNS = {
  plain: 'sgd',
  momentum: 'sgd',
  adam: 'adam',
  amsgrad: 'adam',
  adam_decay: 'adam',
  adamw: 'adamW',
  nadam: 'nadam',
  adamax: 'adamax',
  radam: 'radam',
  rmsprop: 'rmsprop',
  adagrad: 'adagrad',
  adadelta: 'adadelta',
};

describe('a training run of PyTorch, after three updates', () => {
  it.each(Object.entries(RUNS))(
    '%s continues with the same losses and weights',
    async (name, kind) => {
      const isAlike = name === 'adam_decay' || name === 'adamw';
      const { model, training, epoch, report } = importModel(bytesOf(name), {
        model: network(),
        ...(isAlike && { optimizer: kind }),
      });
      expect(report.ignored).toEqual(['2.num_batches_tracked']);
      expect(epoch).toBe(2);
      const { optimizer, ...others } = training ?? {};
      expect(optimizer?.name).toBe(kind);
      if (optimizer === undefined) throw new Error('nothing to learn by');
      const options = { model, optimizer, loss: meanSquaredError(), epochs: 3, batchSize: 3 };
      const { epochs } = await new Trainer({ ...options, ...others }).fit({ train });
      // torch 1.13 multiplies a product of NAdam by one factor too many, which later versions do not.
      const tolerance = name === 'nadam' ? 1e-3 : 1e-6;
      const closely = { absoluteTolerance: tolerance, relativeTolerance: tolerance };
      const losses = tensor(epochs.map((one) => one.loss));
      expect(losses).toBeCloseToTensor(tensor(told[name].losses), closely);
      expect(model.predict(inputs)).toBeCloseToTensor(tensor(told[name].after), closely);
    },
  );
});

describe('a training run on its way to PyTorch', () => {
  const imported = (bytes: Uint8Array, optimizer?: string) =>
    importModel(bytes, { model: network(), ...(optimizer && { optimizer }) });
  const exported = (name: string, kind: string) => {
    const isAlike = name === 'adam_decay' || name === 'adamw';
    const { model, training } = imported(bytesOf(name), isAlike ? kind : undefined);
    const { optimizer, optimizerState } = training ?? {};
    if (optimizer === undefined) throw new Error('nothing to learn by');
    const bytes = exportModel(model, { to: 'pytorch', training: { optimizer, optimizerState } });
    return { bytes, optimizer, optimizerState };
  };

  // torch 1.13 has continued with these, and got the numbers of torch_state.json to the bit.
  it.each(['amsgrad', 'nadam'] as const)('%s is the file that it has continued with', (name) => {
    expect(exported(name, RUNS[name]).bytes).toEqual(bytesOf(`ours_${name}`));
  });

  it.each(Object.entries(RUNS))('%s comes back with the same optimizer and state', (name, kind) => {
    const { bytes, optimizer, optimizerState } = exported(name, kind);
    const again = imported(bytes).training;
    expect([again?.optimizer?.name, again?.optimizer?.options]).toEqual([kind, optimizer.options]);
    expect(again?.optimizerState?.updates ?? 0).toBe(optimizerState?.updates);
    for (const [key, own] of Object.entries(optimizerState?.tensors ?? {})) {
      expect(again?.optimizerState?.tensors[key]).toBeBitIdenticalTo(own);
    }
  });

  it.each([adam({ weightDecay: 0.1 }), adamW({ l2: 0.1 })])(
    'is refused, where $name has the decay of the other',
    (optimizer) => {
      const error = refusal(() =>
        exportModel(network(), { to: 'pytorch', training: { optimizer } }),
      );
      expect(error).toBeInstanceOf(OptionError);
      expect(error.message).toMatch(/\(adamW: weightDecay\) as its only decay/);
    },
  );

  it('is refused by name, where PyTorch has no such optimizer', () => {
    const options = { to: 'pytorch', training: { optimizer: lion() } } as const;
    expect(refusal(() => exportModel(network(), options)).message).toMatch(/received lion with/);
  });
});

describe('what continues nothing', () => {
  it.each([
    ['asgd', /optimizer, which begins anew: one with lr, lambd/],
    ['dampening', /optimizer, which begins anew: one with lr, momentum, dampening/],
    ['groups', /optimizer, which begins anew: several groups of parameters/],
    ['adamw', /adam or adamW, which are alike in a file/],
  ])('%s is told, and the weights come', (name, reason) => {
    const { training, report } = importModel(bytesOf(name), { model: network() });
    expect(training).toBeUndefined();
    expect(report.ignored[0]).toMatch(reason);
  });

  it('an optimizer that does not exist is refused as an option', () => {
    const options = { model: network(), optimizer: 'adamw' };
    const error = refusal(() => importModel(bytesOf('adamw'), options));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(/Did you mean|adamW/);
  });
});
