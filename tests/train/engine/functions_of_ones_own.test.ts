/** Losses and layers of one's own that use what no tensor holds: the compiled path must not freeze it. */
import { describe, expect, it } from 'vitest';
import { linearRegression } from '../../../src/data/index.ts';
import { toNdarray } from '../../../src/interop/ndarray.ts';
import { loss, meanSquaredError } from '../../../src/losses/index.ts';
import { dense, type Model, residual, sequential } from '../../../src/nn/index.ts';
import { defineOptimizer, lookahead, sgd } from '../../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { type Tensor, tensor } from '../../tensors.ts';

const train = linearRegression({ features: 3, samples: 20, seed: 7 });
type Layers = Parameters<typeof sequential>[1];

interface Own {
  readonly layers?: () => Layers;
  readonly loss?: () => TrainerOptions['loss'];
  readonly optimizer?: () => TrainerOptions['optimizer'];
  readonly around?: (model: Model) => Model;
  readonly updated?: () => void;
  readonly epochEnd?: (trainer: Trainer) => void;
}

/** The losses of the epochs, and why the reference ran if it did. */
function trained(of: Own, backend: 'auto' | 'reference') {
  const { layers, loss: own, optimizer, around = (model) => model, updated, epochEnd } = of;
  const model = around(
    sequential({ inputShape: [3], seed: 7 }, layers?.() ?? [dense({ units: 1 })]),
  );
  const trainer = new Trainer({
    ...{ model, backend, epochs: 4, batchSize: 8, seed: 1 },
    loss: own?.() ?? meanSquaredError(),
    optimizer: optimizer?.() ?? sgd({ learningRate: 0.01 }),
  });
  const losses: number[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type === 'update') updated?.();
    if (event.type !== 'epochEnd') continue;
    losses.push(event.loss);
    epochEnd?.(trainer);
  }
  return { losses, obstacle: trainer.obstacle };
}

function expectSame(make: () => Own): string | undefined {
  const auto = trained(make(), 'auto');
  expect(auto.losses).toEqual(trained(make(), 'reference').losses);
  return auto.obstacle;
}

describe('what changes outside of tensors', () => {
  it('between epochs is noticed at the next one', () => {
    const obstacle = expectSame(() => {
      let beta = 1;
      return {
        loss: () => loss('annealed', (y, t) => y.sub(t).square().reshape([-1]).mul(beta)),
        epochEnd: () => {
          beta *= 0.1;
        },
      };
    });
    expect(obstacle).toMatch(/another computation each time/);
  });

  it('at every call is noticed before the first iteration', () => {
    // Traced twice before, so its own numbers are two calls further: only that it is noticed is told.
    let k = 0;
    const own: Own = {
      loss: () =>
        loss('own', (y, t) =>
          y
            .sub(t)
            .square()
            .reshape([-1])
            .mul(1 / ++k),
        ),
    };
    expect(trained(own, 'auto').obstacle).toMatch(/another computation each time/);
  });

  let calls = 0;
  const changing = () => 1 + 1e-3 * ++calls;
  const growing = defineOptimizer('growing', {
    learningRate: 0.01,
    update: ({ gradient }) => ({ direction: gradient.mul(changing()), state: {} }),
  });
  const layerOfOnesOwn = (x: Tensor) => x.mul(changing());

  it.each<[string, Own]>([
    ['a layer', { layers: () => [layerOfOnesOwn, dense({ units: 1 })] }],
    ['a layer within another', { layers: () => [residual([layerOfOnesOwn]), dense({ units: 1 })] }],
    [
      'a penalty',
      {
        layers: () => {
          const of = (p: Tensor) => p.square().sum().mul(changing());
          return [dense({ units: 1, weightPenalty: { name: 'own', options: {}, of } })];
        },
      },
    ],
    [
      'a constraint',
      {
        layers: () => {
          const apply = (p: Tensor) => p.mul(changing());
          return [dense({ units: 1, weightConstraint: { name: 'own', options: {}, apply } })];
        },
      },
    ],
    [
      'a model around another',
      {
        around: (model) => ({
          ...model,
          forward: (x, context) => model.forward(x, context).mul(changing()),
        }),
      },
    ],
    [
      'a penalty of a model around another',
      {
        around: (model) => ({
          ...model,
          penalty: () => model.parameters()[0].square().sum().mul(changing()),
        }),
      },
    ],
    [
      'a function put into a model',
      {
        around: (model) => {
          const { forward } = model;
          return Object.assign(model, {
            forward: (x: Tensor) => forward(x, { training: true }).mul(changing()),
          });
        },
      },
    ],
    ['an optimizer', { optimizer: () => growing() }],
    ['an optimizer within another', { optimizer: () => lookahead({ optimizer: growing() }) }],
  ])('in %s is noticed before the first iteration', (_, own) => {
    expect(trained(own, 'auto').obstacle).toMatch(/another computation each time/);
  });

  const times = (factor: () => Tensor) =>
    loss('own', (y, t) => y.sub(t).square().reshape([-1]).mul(factor()));

  it('does not matter where it is a tensor made in the first call', () => {
    const obstacle = expectSame(() => {
      let beta: Tensor | undefined;
      return {
        loss: () =>
          times(() => {
            beta ??= tensor(1);
            return beta;
          }),
        updated: () => beta?.assign([beta.item() * 0.9]),
      };
    });
    expect(obstacle).toBeUndefined();
  });

  it('does not matter where it is an array of which each call makes a tensor', () => {
    const obstacle = expectSame(() => {
      const beta = Float32Array.of(1);
      return {
        loss: () => times(() => tensor(beta)),
        updated: () => {
          beta[0] *= 0.9;
        },
      };
    });
    expect(obstacle).toBeUndefined();
  });

  it('is noticed where another tensor takes the place of one, with the same numbers at first', () => {
    const obstacle = expectSame(() => {
      let beta = tensor(1);
      return {
        loss: () => times(() => beta),
        updated: () => beta.assign([beta.item() * 0.9]),
        epochEnd: () => {
          beta.assign([1]);
          beta = tensor(1);
        },
      };
    });
    expect(obstacle).toMatch(/another operand of mul/);
  });

  it('does not matter where it is a tensor', () => {
    const obstacle = expectSame(() => {
      const beta = tensor(1);
      return {
        loss: () => loss('annealed', (y, t) => y.sub(t).square().reshape([-1]).mul(beta)),
        epochEnd: () => beta.assign([beta.item() * 0.1]),
      };
    });
    expect(obstacle).toBeUndefined();
  });
});

describe('a layer that looks at numbers is run as it stands', () => {
  it.each<[string, (x: Tensor) => number]>([
    ['toArray', (x) => (x.toArray() as number[][])[0][0]],
    ['toNdarray', (x) => toNdarray(x).get(0, 0)],
    ['storage.data', (x) => x.storage.data[0]],
  ])('by %s', (_, look) => {
    const obstacle = expectSame(() => ({
      layers: () => [
        dense({ units: 4 }),
        (x: Tensor) => x.mul(look(x) > 0 ? 1 : 2),
        dense({ units: 1 }),
      ],
    }));
    expect(obstacle).toMatch(/numbers were read or written/);
  });
});

describe('an array that someone else holds', () => {
  it('stays the memory of its tensor: what is written to it counts', () => {
    const obstacle = expectSame(() => {
      const mask = Float32Array.of(1, 1, 1);
      const factor = tensor(mask);
      return {
        layers: () => [(x: Tensor) => x.mul(factor), dense({ units: 1 })],
        epochEnd: () => {
          mask[0] *= 0.5;
          expect(factor.toArray()).toEqual([mask[0], 1, 1]);
        },
      };
    });
    expect(obstacle).toBeUndefined();
  });

  it('is read and written by an ndarray while a training run continues', () => {
    const obstacle = expectSame(() => {
      let first: ReturnType<typeof toNdarray> | undefined;
      return {
        epochEnd: ({ model }) => {
          const [weight] = model.parameters();
          first ??= toNdarray(weight);
          first.set(0, 0, first.get(0, 0) / 2);
          expect([...first.data]).toEqual([...weight.toTypedArray()]);
          expect(toNdarray(weight).data).toBe(first.data);
        },
      };
    });
    expect(obstacle).toBeUndefined();
  });
});
