/** Random shapes that broadcast: values, and gradients that are summed back to the shapes of inputs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { broadcastTo } from '../../src/ops/shape/views.ts';
import { parameter, type Tensor, uniform } from '../tensors.ts';
import { grid, gridOf, type Index, indices, read, tensorOf } from './records/grid.ts';
import { records } from './records/index.ts';
import { randomInputs } from './records/samples.ts';

const common = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });

/** Several shapes that broadcast to a common one: with axes in front left out, and axes of size 1. */
function broadcastable(count: number): fc.Arbitrary<{ shape: Index; inputs: Index[] }> {
  return common.chain((shape) => {
    const one = fc
      .tuple(fc.nat({ max: shape.length }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
      .map(([left, ones]) => shape.map((n, axis) => (ones[axis] ? 1 : n)).slice(left));
    const others = fc.array(one, { minLength: count - 1, maxLength: count - 1 });
    // One input has the common shape itself; which one varies.
    return fc.tuple(others, fc.nat({ max: count - 1 })).map(([rest, at]) => ({
      shape,
      inputs: rest.toSpliced(at, 0, shape),
    }));
  });
}

/** The sum of what belongs to each element of a smaller shape. */
function summedTo(shape: Index, gradient: Tensor): Tensor {
  const whole = gridOf(gradient);
  const missing = whole.shape.length - shape.length;
  const sums = grid(shape, (index) =>
    indices(whole.shape)
      .filter((other) => index.every((i, axis) => shape[axis] === 1 || i === other[axis + missing]))
      .reduce((total, other) => total + read(whole, other), 0),
  );
  return tensorOf(sums);
}

const several = records.filter(({ scalar }) => (scalar?.length ?? 0) > 1);

describe('shapes that broadcast', () => {
  it.each(several)('$name agrees with its oracle', ({ cases: [example], scalar }) => {
    const count = scalar?.length ?? 0;
    fc.assert(
      fc.property(broadcastable(count), ({ shape, inputs: shapes }) => {
        const inputs = randomInputs(example, shapes, 'float64');
        const expected = tensorOf(example.oracle(...inputs.map(gridOf)));
        const received = example.run(...inputs);
        expect(received).toHaveShape(shape);
        expect(received).toBeCloseToTensor(expected);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each(several.filter(({ differentiable }) => differentiable))(
    '$name gives each input the gradients of all its copies',
    ({ cases: [example], scalar }) => {
      const count = scalar?.length ?? 0;
      fc.assert(
        fc.property(broadcastable(count), ({ shape, inputs: shapes }) => {
          const inputs = randomInputs(example, shapes, 'float64').map((x) => parameter(x));
          const copies = inputs.map((x) => parameter(broadcastTo(x, shape)));
          const outputGradient = uniform(shape, { dtype: 'float64', seed: 1 });
          const ours = gradients(example.run(...inputs), inputs, { outputGradient });
          const apart = gradients(example.run(...copies), copies, { outputGradient });
          ours.forEach((gradient, k) => {
            const alone = apart[k];
            if (alone === null) expect(gradient).toBeNull();
            else expect(gradient).toBeCloseToTensor(summedTo(shapes[k], alone));
          });
        }),
        { seed: 2, numRuns: 50 },
      );
    },
  );
});
