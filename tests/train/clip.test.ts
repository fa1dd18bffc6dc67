/** Clipping of gradients, against the arithmetic by hand, and against PyTorch. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import { dense } from '../../src/nn/index.ts';
import { type Optimizer, sgd } from '../../src/optimizers/index.ts';
import { clipScalars } from '../../src/train/clip_gradients.ts';
import { type Clip, Trainer } from '../../src/train/index.ts';
import { normOf, update } from '../../src/train/phases.ts';
import { regularization } from '../fixtures/pytorch/regularization.ts';
import { type Tensor, tensor, zeros } from '../tensors.ts';
import { network, ofType, options } from './tasks.ts';

const RATE = 0.5;

/**
 * What one update subtracts, divided by the learning rate: the gradient after clipping. The gradient
 * before is known: for the outputs x · w + b, their sum being the loss, it is x for w and 1 for b.
 */
function updateOf(clip: Clip | undefined, backend: 'reference' | 'wasm') {
  const model = network([dense({ units: 1 })], { features: 3 });
  const train = { inputs: tensor([[3, -4, 12]]), targets: tensor([[0]]), size: 1 };
  const before = model.state();
  const trainer = new Trainer(
    options({
      model,
      loss: { name: 'output', perSample: (y) => y, mean: (y) => y.sum() },
      optimizer: sgd({ learningRate: RATE }),
      backend,
      epochs: 3,
      ...(clip && { clip }),
    }),
  );
  const norms = ofType([...trainer.run({ train })], 'update').map(
    ({ gradientNorm }) => gradientNorm,
  );
  const after = model.state();
  const moved = (name: string) =>
    Array.from(
      before[name]
        .sub(after[name])
        .div(3 * RATE)
        .toTypedArray(),
    );
  return { weight: moved('layers.0.weight'), bias: moved('layers.0.bias')[0], norms };
}

const close = (values: number[]) => values.map((value) => expect.closeTo(value, 5));
const norm = Math.sqrt(9 + 16 + 144 + 1);
const all = 1 / norm;

describe.each(['reference', 'wasm'] as const)('on %s, gradients [3, -4, 12] and 1', (backend) => {
  it.each<[string, Clip | undefined, number[], number]>([
    ['stay without clip', undefined, [3, -4, 12], 1],
    ['are held between -value and value', { value: 3.5 }, [3, -3.5, 3.5], 1],
    ['each shrink to a norm', { norm: 6.5 }, [1.5, -2, 6], 1],
    ['shrink together to a common norm', { globalNorm: 1 }, [3 * all, -4 * all, 12 * all], all],
    ['are left alone below the limits', { value: 20, norm: 20, globalNorm: 20 }, [3, -4, 12], 1],
    // By value to [3, -3, 3], 1; each to the norm 3, from √27: [√3, -√3, √3], 1; together to 1, from √10.
    [
      'are clipped by value, norm and common norm, in this order',
      { value: 3, norm: 3, globalNorm: 1 },
      [Math.sqrt(0.3), -Math.sqrt(0.3), Math.sqrt(0.3)],
      Math.sqrt(0.1),
    ],
  ])('%s', (_, clip, weight, bias) => {
    const update = updateOf(clip, backend);
    expect(update.weight).toEqual(close(weight));
    expect(update.bias).toBeCloseTo(bias, 5);
    expect(update.norms).toEqual(close([norm, norm, norm])); // told as it was before clipping
  });
});

describe('what PyTorch clips is clipped alike', () => {
  /** An update with a learning rate of 1 leads zeros to the negative of the clipped gradients. */
  function clipped(clip: Clip, named: Readonly<Record<string, Tensor>>): Tensor[] {
    const optimizer = sgd({ learningRate: 1 });
    const gradients = Object.values(named);
    const learned = gradients.map(({ shape, dtype }) => {
      return { parameter: zeros(shape, { dtype }), optimizer, state: {} };
    });
    const double = (value: number) => tensor(value, { dtype: 'float64' });
    const limits = clipScalars(clip, normOf(gradients).item(), 'float64');
    const scalars = new Map<Optimizer | Clip, Record<string, Tensor>>([
      [optimizer, { learningRate: double(1) }],
      ...(limits === undefined
        ? []
        : [[clip, { scale: double(limits.scale), factor: double(limits.factor) }] as const]),
    ]);
    update(learned, gradients, scalars, clip, new Map());
    return learned.map(({ parameter }) => parameter.neg());
  }

  it.each(regularization.clipping)('$clip', ({ clip, gradients, clipped: expected }) => {
    const double = (values: number[] | number[][]) => tensor(values, { dtype: 'float64' });
    const [weight, bias] = clipped(clip, {
      weight: double(gradients.weight),
      bias: double(gradients.bias),
    });
    const tolerance = { relativeTolerance: 1e-14, absoluteTolerance: 0 };
    expect(weight).toBeCloseToTensor(double(expected.weight), tolerance);
    expect(bias).toBeCloseToTensor(double(expected.bias), tolerance);
  });
});

describe('clip', () => {
  it.each<[string, unknown, string]>([
    ['a number', 1, 'Trainer.clip: Expected an object; received 1'],
    ['an unknown kind', { max: 1 }, 'Trainer.clip: unknown option "max"'],
    ['another spelling', { globalnorm: 1 }, 'Did you mean globalNorm?'],
    ['0', { value: 0 }, 'Trainer.clip.value: Expected a finite number above 0; received 0'],
    ['less than 0', { norm: -1 }, 'Trainer.clip.norm'],
    ['infinity', { globalNorm: Number.POSITIVE_INFINITY }, 'Trainer.clip.globalNorm'],
  ])('refuses %s', (_, clip, says) => {
    const make = () => new Trainer(options({ clip: clip as Clip }));
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });
});
