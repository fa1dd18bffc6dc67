/** The noise layer: when it acts, on what it depends, and that it is not dropout's twin. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import {
  dense,
  gaussianNoise,
  type LayerLike,
  modelFromJSON,
  sequential,
} from '../../src/nn/index.ts';
import { ones, type Tensor, tensor, uniform, zeros } from '../tensors.ts';

const draw = (counter: number) => tensor(counter, { dtype: 'int32' });

/** What the layer adds. */
function noise(
  standardDeviation: number,
  {
    seed = 1,
    counter = 1,
    shape = [40, 1000],
    dtype = 'float32' as const,
    before = [] as LayerLike[],
  } = {},
): Tensor {
  const layers = [...before, gaussianNoise({ standardDeviation })];
  const model = sequential({ inputShape: shape.slice(1), seed, dtype }, layers);
  return model.forward(zeros(shape, { dtype }), { training: true, counter: draw(counter) });
}

const numbers = (x: Tensor) => Array.from(x.toTypedArray());
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('gaussianNoise in training', () => {
  it.each([0.1, 1, 25])('adds numbers of mean 0 and standard deviation %d', (deviation) => {
    const values = numbers(noise(deviation)).map((x) => x / deviation);
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(values.length));
    expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(
      4 * Math.sqrt(2 / values.length),
    );
  });

  it('has both tails', () => {
    const values = numbers(noise(1));
    expect(Math.max(...values)).toBeGreaterThan(3.8);
    expect(Math.min(...values)).toBeLessThan(-3.8);
  });

  it('adds to what there is', () => {
    const shape = [3, 4];
    const model = sequential({ inputShape: [4], seed: 1 }, [
      gaussianNoise({ standardDeviation: 2 }),
    ]);
    const x = uniform(shape, { seed: 3 });
    const context = { training: true, counter: draw(1) };
    expect(model.forward(x, context)).toBeBitIdenticalTo(x.add(noise(2, { shape })));
  });

  it('is a pure function of seed, layer, iteration and element', () => {
    const own = noise(1);
    expect(noise(1)).toBeBitIdenticalTo(own);
    expect(numbers(noise(1, { shape: [1, 70] }))).toEqual(numbers(own).slice(0, 70));
    const others = {
      'the next iteration': noise(1, { counter: 2 }),
      'another seed': noise(1, { seed: 2 }),
      'another layer': noise(1, { before: [(x) => x.mul(1)] }),
    };
    for (const [what, other] of Object.entries(others)) {
      const correlation = own.mul(other).mean().item();
      expect(Math.abs(correlation), what).toBeLessThan(4 / Math.sqrt(own.size));
    }
  });

  it('lets gradients through as they are', () => {
    const model = sequential({ inputShape: [5] }, [gaussianNoise({ standardDeviation: 3 })]);
    const x = Object.assign(ones([4, 5]), { requiresGrad: true });
    model
      .forward(x, { training: true, counter: draw(3) })
      .sum()
      .backward();
    expect(x.gradient).toBeBitIdenticalTo(ones([4, 5]));
  });
});

describe('gaussianNoise otherwise', () => {
  const x = uniform([5, 6], { seed: 1 });

  it('does nothing in evaluation', () => {
    const model = sequential({ inputShape: [6] }, [gaussianNoise({ standardDeviation: 9 })]);
    expect(model.predict(x)).toBeBitIdenticalTo(x);
    expect(model.forward(x)).toBeBitIdenticalTo(x);
  });

  it('does nothing with a deviation of 0', () => {
    expect(noise(0, { shape: [2, 3] })).toBeBitIdenticalTo(zeros([2, 3]));
  });

  it('leaves the initial weights of other layers as they are, and comes back from JSON', () => {
    const build = (...layers: LayerLike[]) =>
      sequential({ inputShape: [6], seed: 7 }, [dense({ units: 3 }), ...layers]);
    const noisy = build(gaussianNoise({ standardDeviation: 0.5 }));
    expect(noisy.predict(x)).toBeBitIdenticalTo(build().predict(x));
    const twin = modelFromJSON(JSON.parse(JSON.stringify(noisy)));
    const context = { training: true, counter: draw(1) };
    expect(twin.forward(x, context)).toBeBitIdenticalTo(noisy.forward(x, context));
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '1', undefined])('refuses %s', (given) => {
    const options = { standardDeviation: given as number };
    expect(() => gaussianNoise(options)).toThrow(OptionError);
    expect(() => gaussianNoise(options)).toThrow('gaussianNoise.standardDeviation: Expected a');
  });

  it('says what its option is called', () => {
    const options = { stddev: 1 } as unknown as { standardDeviation: number };
    expect(() => gaussianNoise(options)).toThrow('Did you mean standardDeviation?');
  });
});
