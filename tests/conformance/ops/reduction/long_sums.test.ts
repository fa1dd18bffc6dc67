/** Long sums of float32 lose no digits: every kind against float64, however the numbers lie. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../../src/autograd/backward.ts';
import { compile } from '../../../../src/graph/compile_function.ts';
import { meanAbsoluteError, meanSquaredError } from '../../../../src/losses/index.ts';
import { referenceOnly } from '../../../../src/ops/execute/execute.ts';
import { mean, sum } from '../../../../src/ops/reduction/reduction.ts';
import { logSumExp } from '../../../../src/ops/reduction/softmax.ts';
import { norm, variance } from '../../../../src/ops/reduction/statistics.ts';
import { broadcastTo, transpose } from '../../../../src/ops/shape/views.ts';
import type { ReduceOptions } from '../../../../src/tensor/axes.ts';
import { full, parameter, type Tensor, tensor, zeros } from '../../../tensors.ts';

const N = 10_000_000;
const tenths = new Float32Array(N).fill(0.1);
/** Rising from 0.5 to 1.5: no two blocks are alike, and the order is the worst for adding on. */
const rising = Float32Array.from(tenths, (_, i) => 0.5 + i / N);

interface Kind {
  readonly name: string;
  readonly run: (x: Tensor, options?: ReduceOptions) => Tensor;
  readonly exact: (values: Float32Array) => number;
}

const total = (values: Float32Array, f = (x: number) => x) => {
  let all = 0;
  for (const value of values) all += f(value);
  return all;
};
const average = (values: Float32Array) => total(values) / values.length;

const kinds: readonly Kind[] = [
  { name: 'sum', run: sum, exact: (values) => total(values) },
  { name: 'mean', run: mean, exact: average },
  { name: 'norm', run: norm, exact: (values) => Math.sqrt(total(values, (x) => x * x)) },
  { name: 'logSumExp', run: logSumExp, exact: (values) => Math.log(total(values, Math.exp)) },
  {
    name: 'variance',
    run: variance,
    exact: (values) => {
      const center = average(values);
      return total(values, (x) => (x - center) ** 2) / values.length;
    },
  },
];

/** The relative error at most, and for a true 0 the error itself. */
function expectClose(received: number, exact: number): void {
  expect(Math.abs(received - exact)).toBeLessThanOrEqual(1e-6 * Math.max(Math.abs(exact), 1e-8));
}

function compiled(compute: () => Tensor): Tensor {
  const run = compile((one: Tensor) => compute().mul(one));
  run(tensor(1));
  expect(run.obstacle()).toBeUndefined();
  return run(tensor(1));
}

describe('ten million numbers', () => {
  it.each(kinds.slice(0, 3))('$name', ({ run, exact }) => {
    const x = tensor(tenths);
    const received = run(x);
    expectClose(received.item(), exact(tenths));
    expect(compiled(() => run(x))).toBeBitIdenticalTo(received);
  });
});

/** The same numbers, lying in different ways. */
const part = rising.filter((_, i) => i % 50 === 0);
const lying: readonly { name: string; x: Tensor; options: ReduceOptions }[] = [
  { name: 'rows', x: tensor(part, { shape: [1, part.length] }), options: { axis: 1 } },
  { name: 'columns', x: tensor(part, { shape: [part.length, 1] }), options: { axis: 0 } },
  { name: 'several axes', x: tensor(part, { shape: [20, 10, 1000] }), options: {} },
  {
    name: 'strides',
    x: transpose(tensor(part, { shape: [200, 1000] })),
    options: { axis: [0, 1] },
  },
  {
    name: 'neighbouring columns',
    x: transpose(broadcastTo(tensor(part), [2, part.length])),
    options: { axis: 0 },
  },
];

describe.each(lying)('along $name', ({ x, options }) => {
  it.each(kinds)('$name', ({ run, exact }) => {
    const both = [referenceOnly(() => run(x, options)), compiled(() => run(x, options))];
    for (const received of both) {
      for (const value of received.toTypedArray()) expectClose(value, exact(part));
    }
    expect(both[1]).toBeBitIdenticalTo(both[0]);
  });
});

describe('what is made of sums', () => {
  const count = 300_000;

  it('the mean of a loss', () => {
    const outputs = full([count, 1], 0.1);
    const targets = zeros([count, 1]);
    const slope = Math.fround(0.1);
    expectClose(meanAbsoluteError().mean(outputs, targets).item(), slope);
    expectClose(meanSquaredError().mean(outputs, targets).item(), slope ** 2);
  });

  it('the gradient of what was broadcast', () => {
    const bias = parameter([0, 0]);
    const output = broadcastTo(bias, [count, 2]).mul(0.1);
    const [gradient] = gradients(output.sum(), [bias]);
    for (const value of gradient?.toTypedArray() ?? []) {
      expectClose(value, count * Math.fround(0.1));
    }
  });
});
