/** What `where` does not take reaches neither result nor gradient, of whatever operation and order. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { compile } from '../../../src/graph/compile_function.ts';
import { greater, where } from '../../../src/ops/elementwise/comparison.ts';
import { log, pow } from '../../../src/ops/elementwise/exponential.ts';
import { sqrt } from '../../../src/ops/elementwise/unary.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import { max, mean } from '../../../src/ops/reduction/reduction.ts';
import { logSoftmax, logSumExp, softmax } from '../../../src/ops/reduction/softmax.ts';
import { norm, variance } from '../../../src/ops/reduction/statistics.ts';
import { records } from '../../ops/records/index.ts';
import { parameter, type Tensor, tensor, zeros } from '../../tensors.ts';

/** Numbers as they are compared here: 0 has no sign. */
const unsigned = (result: Tensor) => Array.from(result.toTypedArray(), (value) => value + 0);

type Function = (x: Tensor) => Tensor;

/** The derivatives of first to third order, at each of the values. */
function derivatives(f: Function): (x: Tensor) => Tensor[] {
  return (x) => {
    const orders = [f(x)];
    for (let order = 1; order <= 3; order++) {
      const [next] = gradients(orders[order - 1].sum(), [x], { createGraph: true });
      orders.push(next as Tensor);
    }
    return orders.slice(1).map((one) => one.mul(1));
  };
}

const ways: Record<string, (f: Function, values: readonly number[]) => number[][]> = {
  reference: (f, values) => referenceOnly(() => derivatives(f)(parameter(values)).map(unsigned)),
  compiled: (f, values) => {
    const run = compile(derivatives(f));
    run(parameter(values));
    expect(run.obstacle()).toBeUndefined();
    expect(run.reports()).toHaveLength(1);
    return run(parameter(values)).map(unsigned);
  },
};

const bad = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0,
  -0,
  -2,
  3e38,
  -3e38,
];
const zero = (values: readonly number[]) => values.map(() => 0);
const elementwise = records.filter(
  ({ scalar, differentiable, operation }) =>
    scalar !== undefined && differentiable && operation?.name !== 'where',
);

describe.each(Object.entries(ways))('on the %s backend', (_, slopes) => {
  it('the gradient of a branch that is not taken', () => {
    const f = (x: Tensor) => where(greater(x, 0), sqrt(x), x);
    expect(slopes(f, [-1, -4, 4])).toEqual([
      [1, 1, 0.25],
      [0, 0, -0.03125],
      [0, 0, 0.01171875],
    ]);
    expect(slopes((x) => where(greater(x, 0), log(x), 0), [-1, 0, 2])).toEqual([
      [0, 0, 0.5],
      [0, 0, -0.25],
      [0, 0, 0.25],
    ]);
    const ends = slopes((x) => where(greater(x, 0), pow(x, 0.5), x), [0, -4, 4]);
    expect(ends[0]).toEqual([1, 1, 0.25]);
  });

  it.each(elementwise)('of $name, at whatever values', ({ cases, operation }) => {
    const inputs = operation?.gradients.length ?? 0;
    for (const { run } of cases) {
      for (let position = 0; position < inputs; position++) {
        for (const other of [...bad, 1]) {
          const given = (x: Tensor) =>
            Array.from({ length: inputs }, (_, i) => (i === position ? x : tensor(other)));
          const untaken = (x: Tensor) => where(zeros(x.shape), run(...given(x)), x);
          expect(slopes(untaken, bad)).toEqual([bad.map(() => 1), zero(bad), zero(bad)]);
          if (inputs === 1) break;
        }
      }
    }
  });

  it.each<(x: Tensor) => Tensor>([mean, max, norm, variance, logSumExp, softmax, logSoftmax])(
    'of %o',
    (reduce) => {
      for (const one of bad) {
        const values = [one, 1, 2];
        const untaken = (x: Tensor) => where(tensor(0), reduce(x), x);
        expect(slopes(untaken, values)).toEqual([values.map(() => 1), zero(values), zero(values)]);
      }
    },
  );
});
