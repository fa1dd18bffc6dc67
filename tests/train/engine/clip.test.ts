/** Clipping of gradients, against the arithmetic by hand, and against PyTorch. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../../src/errors/errors.ts';
import { dense } from '../../../src/nn/index.ts';
import { type Optimizer, sgd } from '../../../src/optimizers/index.ts';
import { clipScalars } from '../../../src/train/engine/clip_gradients.ts';
import { gradientNorm, normOf } from '../../../src/train/engine/gradient_norm.ts';
import { update } from '../../../src/train/engine/phases.ts';
import { type Clip, Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { regularization } from '../../fixtures/pytorch/regularization.ts';
import { type Tensor, tensor, zeros } from '../../tensors.ts';
import { network, ofType, options } from '../tasks.ts';

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
  type Dtype = 'float32' | 'float64';

  /** An update with a learning rate of 1 leads zeros to the negative of the clipped gradients. */
  function clipped(clip: Clip, gradients: readonly Tensor[], dtype: Dtype): Tensor[] {
    const optimizer = sgd({ learningRate: 1 });
    const learned = gradients.map(({ shape }) => {
      return { parameter: zeros(shape, { dtype }), optimizer, state: {} };
    });
    const engine = { gradientNorm: () => normOf(gradients).item(), gradients: () => gradients };
    const norm = gradientNorm(engine, { epoch: 1, iteration: 1 }, learned, dtype);
    const given = (numbers: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(numbers).map(([name, x]) => [name, tensor(x, { dtype })]));
    const limits = clipScalars(clip, norm, dtype);
    const scalars = new Map<Optimizer | Clip, Record<string, Tensor>>([
      [optimizer, given({ learningRate: 1 })],
    ]);
    if (limits !== undefined) scalars.set(clip, given(limits));
    update(learned, gradients, scalars, clip, new Map());
    return learned.map(({ parameter }) => parameter.neg());
  }

  it.each([
    ...regularization.clipping.map((one) => ({ ...one, dtype: 'float64' as const, within: 1e-14 })),
    ...regularization.clippingOfLarge.flatMap((one) => [
      { ...one, dtype: 'float64' as const, within: 1e-14 },
      { ...one, dtype: 'float32' as const, within: 1e-6 },
    ]),
  ])('$clip in $dtype', ({ clip, gradients, clipped: expected, dtype, within }) => {
    const own = [gradients.weight, gradients.bias].map((values) => tensor(values, { dtype }));
    const [weight, bias] = clipped(clip, own, dtype);
    const tolerance = { relativeTolerance: within, absoluteTolerance: 0 };
    expect(weight).toBeCloseToTensor(tensor(expected.weight, { dtype }), tolerance);
    expect(bias).toBeCloseToTensor(tensor(expected.bias, { dtype }), tolerance);
  });
});

describe.each(['reference', 'wasm'] as const)('on %s, gradients whose squares', (backend) => {
  /** What one update of each of three iterations subtracts from the weights, and the norms that are told. */
  function moved(gradient: readonly number[], overrides: Partial<TrainerOptions> = {}) {
    const model = network([dense({ units: 1, useBias: false })], { features: gradient.length });
    model.parameters()[0].assign(gradient.map(() => 0));
    const trainer = new Trainer(
      options({
        model,
        loss: { name: 'output', perSample: (y) => y, mean: (y) => y.sum() },
        optimizer: sgd({ learningRate: 1 }),
        backend,
        epochs: 3,
        ...overrides,
      }),
    );
    const train = { inputs: tensor([gradient]), targets: tensor([[0]]), size: 1 };
    const updates: number[][] = [];
    const norms: number[] = [];
    let before = gradient.map(() => 0);
    for (const event of trainer.run({ train })) {
      if (event.type !== 'update') continue;
      const after = Array.from(event.parameters['layers.0.weight'].toTypedArray());
      updates.push(after.map((value, i) => before[i] - value));
      norms.push(event.gradientNorm);
      before = after;
    }
    return { updates, norms };
  }

  /** Each number divided by what it should be. */
  const shares = (values: readonly number[][], expected: readonly number[]) =>
    values.map((row) => row.map((value, i) => value / expected[i]));
  const ones = (rows: number, columns = 2) =>
    new Array(rows).fill(new Array(columns).fill(expect.closeTo(1, 6)));

  it.each<[string, Partial<TrainerOptions>]>([
    ['globalNorm', { clip: { globalNorm: 1 } }],
    ['norm', { clip: { norm: 1 } }],
    ['globalNorm after value', { clip: { value: 1e21, globalNorm: 1 } }],
    ['globalNorm after norm', { clip: { norm: 1e21, globalNorm: 1 } }],
    ['globalNorm of micro-batches', { clip: { globalNorm: 1 }, accumulate: 2 }],
  ])('overflow are clipped by %s: 3e20 and 4e20 move by 0.6 and 0.8', (_, overrides) => {
    const { updates, norms } = moved([3e20, 4e20], overrides);
    expect(shares(updates, [0.6, 0.8])).toEqual(ones(3));
    expect(shares([norms], [5e20, 5e20, 5e20])).toEqual(ones(1, 3));
  });

  it.each([{ globalNorm: 1 }, { norm: 1 }])(
    'overflow, and whose norm does so, too, are clipped by %o',
    (clip) => {
      const { updates, norms } = moved([3e38, 3e38], { clip, epochs: 1 });
      expect(shares(updates, [Math.SQRT1_2, Math.SQRT1_2])).toEqual(ones(1));
      expect(norms[0] / (3e38 * Math.SQRT2)).toBeCloseTo(1, 6);
    },
  );

  it('overflow continue without a limit, too', () => {
    const { updates } = moved([3e20, 4e20], { optimizer: sgd({ learningRate: 1e-20 }) });
    expect(shares(updates, [3, 4])).toEqual(ones(3));
  });

  it('vanish have a norm, and are left alone by a limit above it', () => {
    const { updates, norms } = moved([3e-30, 4e-30], { clip: { globalNorm: 1 }, epochs: 1 });
    expect(shares(updates, [3e-30, 4e-30])).toEqual(ones(1));
    expect(norms[0] / 5e-30).toBeCloseTo(1, 6);
  });

  it('are 0 have the norm 0', () => {
    const { updates, norms } = moved([0, 0], { clip: { globalNorm: 1, norm: 1 } });
    expect([updates, norms]).toEqual([new Array(3).fill([0, 0]), [0, 0, 0]]);
  });
});

describe('clip', () => {
  it.each<[string, unknown, string]>([
    [
      'a number',
      1,
      'Trainer.clip: Expected an object { name: value }; received 1. Pass for example clip: { globalNorm: 1 }',
    ],
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
