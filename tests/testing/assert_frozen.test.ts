/** The check of what must not move, and that it sees what does. */
import { beforeEach, describe, expect, it } from 'vitest';
import { OptionError, StateError } from '../../src/errors/errors.ts';
import { batchNorm, dense, type Model, residual, tanh } from '../../src/nn/index.ts';
import { assertFrozen } from '../../src/testing/index.ts';
import { Trainer } from '../../src/train/index.ts';
import { tensor } from '../tensors.ts';
import { network, options, regression } from '../train/tasks.ts';

const train = regression();
let model: Model;

beforeEach(() => {
  model = network([
    dense({ units: 4 }),
    residual([dense({ units: 4 }), batchNorm()]),
    tanh(),
    dense({ units: 2 }),
  ]);
});

/** Moves one element a little. */
function nudge(name: string): void {
  const state = model.state();
  const values = state[name].toTypedArray();
  values[1] += 2 ** -20;
  model.loadState({ ...state, [name]: tensor(values, { shape: state[name].shape }) });
}

describe('assertFrozen', () => {
  it('passes for a training run that learns the rest only, and gives what it returns', async () => {
    model.freeze({ first: 2 });
    const trainer = new Trainer(options({ model }));
    const history = await assertFrozen(model, () => trainer.fit({ train }));
    expect(history.epochs).toHaveLength(2);
    expect(assertFrozen(model, () => 7)).toBe(7);
  });

  it('names what moved, with the element', () => {
    model.freeze('layers.0');
    expect(() => assertFrozen(model, () => nudge('layers.0.weight'))).toThrow(StateError);
    expect(() => assertFrozen(model, () => nudge('layers.0.weight'))).toThrow(
      /^assertFrozen: 1 of 2 frozen tensors moved\. Expected the bits that they had before; received layers\.0\.weight \(at \[0, 1\] expected .*; 1 of 12 elements differ\)\. Look for what writes to it: assign, loadState, a callback\.$/,
    );
  });

  it('sees it after a promise, too', async () => {
    model.freeze('layers.0');
    const late = async () => {
      await Promise.resolve();
      nudge('layers.0.bias');
    };
    await expect(assertFrozen(model, late)).rejects.toThrow('layers.0.bias');
  });

  it('sees a layer that is thawed on the way', async () => {
    model.freeze('layers.0');
    const trainer = new Trainer(options({ model }));
    const thaw = () => model.unfreeze();
    const fit = () => trainer.fit({ train, callbacks: [thaw] });
    await expect(assertFrozen(model, fit)).rejects.toThrow('2 of 2 frozen tensors moved');
  });

  it('watches running statistics of what is frozen whole, and of nothing else', () => {
    const mean = 'layers.1.layers.1.runningMean';
    model.freeze('layers.1.layers.1');
    expect(() => assertFrozen(model, () => nudge(mean))).toThrow(mean);
    model.unfreeze('layers.1.layers.1.bias');
    assertFrozen(model, () => nudge(mean));
    assertFrozen(model, () => nudge('layers.3.weight'));
  });

  it('lets an error of the training through', () => {
    model.freeze('layers.0');
    const fail = () => {
      throw new RangeError('no');
    };
    expect(() => assertFrozen(model, fail)).toThrow(RangeError);
  });

  it('refuses to test nothing', () => {
    expect(() => assertFrozen(model, () => undefined)).toThrow(OptionError);
    expect(() => assertFrozen(model, () => undefined)).toThrow(
      'received one that learns as a whole',
    );
    model.freeze();
    expect(() => assertFrozen(model, 5 as unknown as () => void)).toThrow('a function that trains');
  });
});
