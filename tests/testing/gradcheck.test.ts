import { describe, expect, it } from 'vitest';
import { DtypeError, OptionError } from '../../src/errors/index.ts';
import { gelu, relu, tanh } from '../../src/nn/activations/index.ts';
import { mul } from '../../src/ops/elementwise/arithmetic.ts';
import { elementwise } from '../../src/ops/elementwise/elementwise.ts';
import { exp } from '../../src/ops/elementwise/exponential.ts';
import { unary } from '../../src/ops/functions.ts';
import { noGrad } from '../../src/ops/gradient_mode.ts';
import { gather } from '../../src/ops/shape/indexing.ts';
import { gradcheck, parameter, type Tensor, tensor, uniform } from '../tensors.ts';

const random = (shape: number[], seed = 1) => uniform(shape, { dtype: 'float64', seed });

/** x³, with the gradient rule given. */
function cube(rule: (g: Tensor, x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return unary(
    elementwise({
      name: 'cube',
      formula: () => (l, x) => l.mul(x, l.mul(x, x)),
      gradients: [(g, [x]) => rule(g, x)],
      rules: ['of the test'],
    }),
  );
}

const right = cube((g, x) => mul(g, mul(3, mul(x, x))));
const wrong = cube((g, x) => mul(g, mul(2, mul(x, x))));

describe('gradcheck passes', () => {
  it('right gradients, of first and second order', () => {
    const result = gradcheck(gelu, [random([3, 4])], { order: 2 });
    expect(result).toEqual({
      passed: true,
      message: 'gradcheck of gelu passed: 432 derivatives agree.',
      compared: 432,
      disagreement: undefined,
    });
  });

  it('functions of several inputs, of whole numbers too, and of any output shape', () => {
    const rows = tensor([2, 0, 2], { dtype: 'int32' });
    const fn = (x: Tensor, at: Tensor, y: Tensor) => gather(x, at).matmul(y);
    expect(gradcheck(fn, [random([3, 2]), rows, random([2, 4])], { order: 2 })).toPassGradcheck();
  });

  it('large functions, by random projections', () => {
    const result = gradcheck((x: Tensor) => tanh(right(x)), [random([60, 50])], { order: 2 });
    expect(result.message).toContain('8 derivatives along random directions agree');
  });

  it('large inputs: elements are moved in proportion', () => {
    expect(gradcheck(right, [tensor([1e6, -3e4], { dtype: 'float64' })])).toPassGradcheck();
  });

  it('what does not depend on its input, when the gradient says so too', () => {
    expect(gradcheck((x: Tensor) => x.mul(0), [random([2])])).toPassGradcheck();
    expect(gradcheck(() => tensor(1, { dtype: 'float64' }), [random([2])])).toPassGradcheck();
  });

  it('nothing at all', () => {
    expect(gradcheck(right, [random([0, 3])], { order: 2 }).compared).toBe(0);
  });
});

describe('gradcheck finds', () => {
  it('a wrong rule: its operation, input and element', () => {
    const x = tensor(
      [
        [0, 0],
        [0, 2],
      ],
      { dtype: 'float64' },
    );
    const { passed, message, disagreement } = gradcheck((a: Tensor) => wrong(a).add(1), [x]);
    expect(passed).toBe(false);
    expect(disagreement).toEqual({
      order: 1,
      operation: 'cube',
      input: 'input 0',
      element: [1, 1],
      numeric: expect.closeTo(12, 6),
      analytic: 8,
    });
    expect(message).toMatch(
      /^gradcheck of the function failed: the derivative of the output at \[1, 1\] with respect to input 0 at \[1, 1\] is 1[12]\.\d+ by finite differences, but 8 by the backward pass\. 1 of 16 derivatives disagree\./,
    );
    expect(message).toContain(
      'The operation cube disagrees on its own: look at its gradient rule.',
    );
  });

  it('one wrong element among thousands', () => {
    const at = 4321;
    const spoiled = cube((g, x) => {
      const values = mul(g, mul(3, mul(x, x)));
      if (x.size > 1) values.storage.data[at] *= -1;
      return values;
    });
    const { disagreement } = gradcheck(spoiled, [random([100, 50])]);
    expect(disagreement?.element).toEqual([Math.floor(at / 50), at % 50]);
  });

  it('a second derivative that is lost, when asked for order 2', () => {
    const frozen = cube((g, x) => mul(g, mul(3, mul(x, x)).detach()));
    expect(gradcheck(frozen, [random([3])])).toPassGradcheck();
    const { disagreement, message } = gradcheck(frozen, [random([3])], { order: 2 });
    expect(disagreement).toMatchObject({ order: 2, operation: 'cube', analytic: 0 });
    expect(message).toContain('the derivative of the gradient of input 0 at');
  });

  it('a part that is cut off, although every operation is right', () => {
    const cut = gradcheck((x: Tensor) => x.mul(x.detach()), [random([3])]);
    expect(cut.disagreement?.operation).toBeUndefined();
    expect(cut.message).toContain('is a part detached, or in noGrad?');
    expect(gradcheck((x: Tensor) => noGrad(() => exp(x)), [random([3])]).passed).toBe(false);
  });

  it('a kink that was hit', () => {
    const { message } = gradcheck(relu, [tensor([0, 1], { dtype: 'float64' })]);
    expect(message).toContain('The operation relu seems to have a kink there');
  });

  it('the input that is wrong, by number or by name', () => {
    const fn = (a: Tensor, b: Tensor) => a.add(wrong(b));
    expect(gradcheck(fn, [random([2]), random([2], 2)]).disagreement?.input).toBe('input 1');
    const named = parameter(random([2], 2), { name: 'layers.0.weight' });
    expect(gradcheck(fn, [random([2]), named]).disagreement?.input).toBe('layers.0.weight');
  });

  it('NaN on one side only', () => {
    const broken = cube((g) => mul(g, Number.NaN));
    expect(gradcheck(broken, [random([2])]).passed).toBe(false);
  });

  it('what is random', () => {
    let calls = 0;
    const { passed, message } = gradcheck((x: Tensor) => x.mul(++calls), [random([2])]);
    expect(passed).toBe(false);
    expect(message).toContain('two calls with the same inputs disagree');
  });
});

describe('gradcheck of a model', () => {
  const weight = parameter(random([3, 2]), { name: 'weight' });
  const model = (x: Tensor) => tanh(x.matmul(weight));

  it('checks the parameters that it is told of, and puts them back', () => {
    const before = tensor(weight.toTypedArray(), { shape: [3, 2] });
    const alone = gradcheck(model, [random([2, 3])]);
    const both = gradcheck(model, [random([2, 3])], { parameters: [weight] });
    expect(both).toPassGradcheck();
    expect(both.compared).toBe(2 * alone.compared);
    expect(weight).toBeBitIdenticalTo(before);
    expect(weight.gradient).toBeNull();
  });

  it('names the parameter that is wrong', () => {
    const bad = (x: Tensor) => x.matmul(wrong(weight));
    const { disagreement } = gradcheck(bad, [random([2, 3])], { parameters: [weight] });
    expect(disagreement).toMatchObject({ input: 'weight', operation: 'cube' });
  });
});

describe('gradcheck refuses', () => {
  it.each<[string, () => unknown, typeof DtypeError | typeof OptionError, string]>([
    ['float32', () => gradcheck(gelu, [uniform([2])]), DtypeError, "pass { dtype: 'float64' }"],
    ['arrays', () => gradcheck(gelu, [[1, 2] as unknown as Tensor]), DtypeError, 'received [1, 2]'],
    [
      'a function that gives no tensor',
      () => gradcheck((() => 3) as never, []),
      DtypeError,
      'what the function returns; received 3',
    ],
    [
      'a function that gives float32',
      () => gradcheck((x: Tensor) => x.cast('float32'), [random([1])]),
      DtypeError,
      'received float32',
    ],
    [
      'order 3',
      () => gradcheck(gelu, [random([1])], { order: 3 as 2 }),
      OptionError,
      'gradcheck.order: Expected one of 1, 2; received 3',
    ],
    [
      'unknown options',
      () => gradcheck(gelu, [random([1])], { eps: 1 } as object),
      OptionError,
      'unknown option "eps"',
    ],
  ])('%s', (_, call, error, says) => {
    expect(call).toThrow(error);
    expect(call).toThrow(says);
  });
});

it('leaves its inputs as they are', () => {
  const x = random([4]);
  const copy = tensor(x.toTypedArray());
  gradcheck(gelu, [x], { order: 2 });
  expect(x).toBeBitIdenticalTo(copy);
  expect(x.requiresGrad).toBe(false);
});
