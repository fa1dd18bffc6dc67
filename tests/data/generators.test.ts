import { describe, expect, it } from 'vitest';
import {
  blobs,
  circles,
  type Dataset,
  type GeneratorOptions,
  linearRegression,
  moons,
  spirals,
  xor,
} from '../../src/data/index.ts';
import { OptionError } from '../../src/errors/index.ts';

const points = ({ inputs, targets }: Dataset) => {
  const classes = targets.toArray() as number[];
  return (inputs.toArray() as number[][]).map(([x, y], i) => ({ x, y, own: classes[i] }));
};

const classifiers: [string, (options?: GeneratorOptions) => Dataset][] = [
  ['xor', xor],
  ['spirals', spirals],
  ['moons', moons],
  ['circles', circles],
  ['blobs', blobs],
];

describe.each([...classifiers, ['linearRegression', linearRegression] as const])(
  '%s',
  (_, make) => {
    it('has as many samples as asked, in the dtype asked', () => {
      const dataset = make({ samples: 31, dtype: 'float64' });
      expect(dataset.size).toBe(31);
      expect(dataset.inputs.shape[0]).toBe(31);
      expect(dataset.targets.shape[0]).toBe(31);
      expect(dataset.inputs.dtype).toBe('float64');
    });

    it('is the same for the same seed, another for another', () => {
      const values = (seed: number | string) =>
        make({ samples: 20, noise: 0.5, seed }).inputs.toArray();
      expect(values(3)).toEqual(values(3));
      expect(values(3)).not.toEqual(values(4));
      expect(values(3)).not.toEqual(values('3'));
    });

    it('refuses unfit options', () => {
      expect(() => make({ samples: 0 })).toThrow(OptionError);
      expect(() => make({ noise: -1 })).toThrow(OptionError);
      expect(() => make({ sample: 3 } as GeneratorOptions)).toThrow(/Did you mean samples/);
      expect(() => make({ seed: null } as unknown as GeneratorOptions)).toThrow(/seed/);
    });
  },
);

describe.each(classifiers)('the classes of %s', (_, make) => {
  it('are int32, in turn and equally many', () => {
    const { targets } = make({ samples: 60 });
    const classes = targets.toArray() as number[];
    const count = Math.max(...classes) + 1;
    expect(targets.dtype).toBe('int32');
    expect(classes).toEqual(Array.from({ length: 60 }, (__, i) => i % count));
  });

  it('are spread by noise of the deviation asked for', () => {
    const options = { samples: 4000, seed: 11, dtype: 'float64' as const };
    const exact = make({ ...options, noise: 0 }).inputs.toTypedArray();
    const noisy = make({ ...options, noise: 0.25 }).inputs.toTypedArray();
    const squares = noisy.map((value, k) => (value - exact[k]) ** 2) as Float64Array;
    const deviation = Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
    expect(deviation).toBeGreaterThan(0.24);
    expect(deviation).toBeLessThan(0.26);
  });
});

describe('the shapes', () => {
  const exact = { noise: 0, dtype: 'float64' } as const;

  it('of xor are the truth table', () => {
    for (const { x, y, own } of points(xor())) expect(own).toBe(Number(x !== y));
    expect(new Set(points(xor()).map(({ x, y }) => `${x}${y}`)).size).toBe(4);
  });

  it('of circles are two radii', () => {
    for (const { x, y, own } of points(circles({ ...exact, inner: 0.3 }))) {
      expect(Math.hypot(x, y)).toBeCloseTo(own === 0 ? 1 : 0.3, 12);
    }
  });

  it('of moons are half circles around (0, 0) and (1, 1/2)', () => {
    for (const { x, y, own } of points(moons(exact))) {
      expect(Math.hypot(x - own, y - own / 2)).toBeCloseTo(1, 12);
      expect(own === 0 ? y > 0 : y < 0.5).toBe(true);
    }
  });

  it('of spirals are arms at the angle of their radius', () => {
    const turns = 1.5;
    for (const { x, y, own } of points(spirals({ ...exact, classes: 3, turns }))) {
      const radius = Math.hypot(x, y);
      const angle = 2 * Math.PI * (turns * radius + own / 3);
      expect(x).toBeCloseTo(radius * Math.cos(angle), 12);
      expect(y).toBeCloseTo(radius * Math.sin(angle), 12);
      expect(radius).toBeLessThan(1);
    }
  });

  it('of blobs are centers within the cube', () => {
    const dataset = blobs({ ...exact, samples: 50, classes: 5, features: 3, spread: 2 });
    const centers = new Set((dataset.inputs.toArray() as number[][]).map((row) => row.join()));
    expect(dataset.inputs.shape).toEqual([50, 3]);
    expect(centers.size).toBe(5);
    expect(dataset.inputs.toTypedArray().every((value) => Math.abs(value) < 2)).toBe(true);
  });

  it('of linearRegression are a plane', () => {
    const { inputs, targets, weight, bias } = linearRegression({ ...exact, features: 3 });
    expect([weight.shape, bias.shape, targets.shape]).toEqual([[3, 1], [1], [100, 1]]);
    const [w, [b]] = [weight.toTypedArray(), bias.toTypedArray()];
    const rows = inputs.toArray() as number[][];
    (targets.toArray() as number[][]).forEach(([y], i) => {
      expect(y).toBeCloseTo(
        rows[i].reduce((sum, x, k) => sum + x * w[k], b),
        12,
      );
    });
  });
});
