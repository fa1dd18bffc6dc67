/** Constraints: where they bring a parameter, and what they leave alone. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/errors.ts';
import {
  type Architecture,
  type Constraint,
  dense,
  maxNorm,
  modelFromJSON,
  nonNegative,
  residual,
  sequential,
  unitNorm,
} from '../../src/nn/index.ts';
import { regularization } from '../fixtures/pytorch/regularization.ts';
import { type Tensor, tensor, uniform } from '../tensors.ts';

/** The norm of the weights into each unit. */
const norms = (w: Tensor) => Array.from(w.square().sum({ axis: 0 }).sqrt().toTypedArray());

describe('maxNorm', () => {
  it.each(regularization.maxNorm)('of $max is what PyTorch has', ({ max, result }) => {
    const own = maxNorm({ max }).apply(tensor(regularization.parameter, { dtype: 'float64' }));
    // PyTorch divides by the norm plus 1e-7.
    expect(own).toBeCloseToTensor(tensor(result, { dtype: 'float64' }), {
      relativeTolerance: 3e-7,
      absoluteTolerance: 0,
    });
  });

  it.each(['float32', 'float64'] as const)('bounds each unit by itself in %s', (dtype) => {
    const w = tensor(
      [
        [3, 0.3, 0],
        [4, 0.4, 0],
      ],
      { dtype },
    );
    const limited = maxNorm({ max: 2 }).apply(w);
    expect(limited.slice(null, [0, 1])).toBeCloseToTensor([[1.2], [1.6]]);
    expect(limited.slice(null, [1])).toBeBitIdenticalTo(w.slice(null, [1]));
  });

  it('holds within rounding, and leaves alone what fits, to the bit', () => {
    const w = uniform([50, 40], { seed: 1, low: -2, high: 2 });
    const limited = maxNorm({ max: 1 }).apply(w);
    expect(Math.max(...norms(limited))).toBeLessThan(1 + 1e-6);
    expect(Math.min(...norms(limited))).toBeGreaterThan(1 - 1e-6);
    expect(maxNorm({ max: 20 }).apply(w)).toBeBitIdenticalTo(w);
  });

  it('bounds each number of a bias, which is all that a unit has of it', () => {
    const bias = tensor([3, -0.5, -4, 0]);
    expect(maxNorm({ max: 2 }).apply(bias)).toBeBitIdenticalTo(tensor([2, -0.5, -2, 0]));
  });

  it('hides no NaN', () => {
    expect(
      maxNorm({ max: 1 })
        .apply(tensor([[Number.NaN], [1]]))
        .toArray(),
    ).toEqual([[Number.NaN], [1]]);
  });
});

describe('unitNorm', () => {
  it('gives each unit the norm 1, and leaves nothing where there is nothing', () => {
    const w = uniform([30, 7], { seed: 2 }).mul(tensor([1, 2, 3, 4, 5, 6, 0]));
    const one = unitNorm().apply(w);
    expect(norms(one).slice(0, 6)).toEqual(new Array(6).fill(expect.closeTo(1, 6)));
    expect(norms(one)[6]).toBe(0);
    expect(
      unitNorm()
        .apply(tensor([-3, 0.5, 0]))
        .toArray(),
    ).toEqual([-1, 1, 0]);
  });
});

describe.each([3e20, 3e37, 1e-30, 1e-38])(
  'weights of about %d, whose squares leave float32,',
  (size) => {
    const w = tensor([
      [3 * size, -size],
      [4 * size, 0],
    ]);

    it('have the norm 1 after unitNorm', () => {
      expect(unitNorm().apply(w)).toBeCloseToTensor([
        [0.6, -1],
        [0.8, 0],
      ]);
    });

    it('have at most their norm after maxNorm, unit by unit', () => {
      const limited = maxNorm({ max: 2.5 * size }).apply(w);
      const expected = tensor([
        [1.5 * size, -size],
        [2 * size, 0],
      ]);
      const tolerance = { relativeTolerance: 1e-6, absoluteTolerance: 0 };
      expect(limited).toBeCloseToTensor(expected, tolerance);
      expect(limited.slice(null, [1])).toBeBitIdenticalTo(w.slice(null, [1]));
      expect(maxNorm({ max: 5.1 * size }).apply(w)).toBeBitIdenticalTo(w);
    });
  },
);

describe('nonNegative', () => {
  it('cuts off what is below 0', () => {
    expect(
      nonNegative()
        .apply(tensor([[-1, 2, Number.NaN]]))
        .toArray(),
    ).toEqual([[0, 2, Number.NaN]]);
  });
});

describe('the constraints of a model', () => {
  const model = sequential({ inputShape: [3] }, [
    dense({ units: 3, weightConstraint: maxNorm({ max: 3 }), biasConstraint: nonNegative() }),
    residual([dense({ units: 3, weightConstraint: unitNorm() })]),
    dense({ units: 1, useBias: false, biasConstraint: nonNegative() }),
  ]);

  it('are known by the names of the parameters', () => {
    const named = [...model.constraints].map(([name, constraint]) => [name, constraint.name]);
    expect(named).toEqual([
      ['layers.0.weight', 'maxNorm'],
      ['layers.0.bias', 'nonNegative'],
      ['layers.1.layers.0.weight', 'unitNorm'],
    ]);
  });

  it('do not touch the initial weights', () => {
    const free = sequential({ inputShape: [3] }, [
      dense({ units: 3 }),
      residual([dense({ units: 3 })]),
      dense({ units: 1, useBias: false }),
    ]);
    for (const [name, value] of Object.entries(free.state())) {
      expect(model.state()[name]).toBeBitIdenticalTo(value);
    }
  });

  it('are written as JSON, and come back', () => {
    const json: Architecture = JSON.parse(JSON.stringify(model));
    expect(json.layers[0].options.weightConstraint).toEqual({
      name: 'maxNorm',
      options: { max: 3 },
    });
    const twin = modelFromJSON(json);
    expect(twin.toJSON()).toEqual(model.toJSON());
    expect([...twin.constraints.keys()]).toEqual([...model.constraints.keys()]);
  });

  it('may be some of your own, which cannot be read back', () => {
    const own: Constraint = { name: 'small', options: {}, apply: (p) => p.mul(0.5) };
    const made = sequential({ inputShape: [2] }, [dense({ units: 1, weightConstraint: own })]);
    const read = () => modelFromJSON(JSON.parse(JSON.stringify(made)));
    expect(read).toThrow(DataError);
    expect(read).toThrow('the name of a constraint: maxNorm, nonNegative, unitNorm');
  });
});

describe('a constraint refuses', () => {
  it.each<[string, () => unknown, string]>([
    ['a norm of 0', () => maxNorm({ max: 0 }), 'maxNorm.max: Expected a finite number above 0'],
    ['no norm', () => maxNorm({} as never), 'maxNorm.max'],
    ['what is unknown', () => unitNorm({ axis: 0 } as never), 'unknown option "axis"'],
    [
      'to be a number',
      () => dense({ units: 1, weightConstraint: 3 as never }),
      'dense.weightConstraint: Expected a constraint, such as maxNorm({ max: 3 }); received 3',
    ],
    [
      'to be a function that would make one',
      () => dense({ units: 1, biasConstraint: nonNegative as never }),
      'dense.biasConstraint',
    ],
  ])('%s', (_, make, says) => {
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });
});
