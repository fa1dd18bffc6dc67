import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { OptionError } from '../../src/errors/errors.ts';
import { compile } from '../../src/graph/compile_function.ts';
import { assign } from '../../src/ops/assign.ts';
import { relu, tanh } from '../../src/ops/elementwise/activations.ts';
import { add, mul } from '../../src/ops/elementwise/arithmetic.ts';
import { cast } from '../../src/ops/elementwise/cast.ts';
import { square } from '../../src/ops/elementwise/unary.ts';
import { referenceOnly } from '../../src/ops/execute/execute.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { sum } from '../../src/ops/reduction/reduction.ts';
import { detach } from '../../src/ops/shape/detach.ts';
import { argmax, oneHot } from '../../src/ops/shape/indexing.ts';
import { transpose } from '../../src/ops/shape/views.ts';
import { full, parameter, type Tensor, tensor, uniform, zeros } from '../tensors.ts';

const x = uniform([3, 4], { seed: 1 });
const y = uniform([3, 4], { seed: 2 });
const weight = () => parameter(uniform([4, 2], { seed: 3 }));

describe('a compiled function', () => {
  it('gives for new inputs what the function itself gives', () => {
    const plain = (a: Tensor) => sum(square(tanh(mul(a, 3))), { axis: 0 });
    const compiled = compile(plain);
    for (const input of [x, y, x]) expect(compiled(input)).toBeBitIdenticalTo(plain(input));
  });

  it('is compiled once for each combination of shapes and dtypes', () => {
    const compiled = compile((a: Tensor, b: Tensor) => add(a, b));
    const pairs = [
      [x, y],
      [y, x],
      [x, full([4], 1)],
      [full([4], 2), x],
      [tensor([1], { dtype: 'int32' }), tensor([2], { dtype: 'int32' })],
    ];
    for (const [a, b] of [...pairs, ...pairs]) {
      expect(compiled(a, b)).toBeBitIdenticalTo(add(a, b));
    }
    expect(compiled.reports()).toHaveLength(4);
  });

  it('runs the function as it is up to the call that it is to be compiled at', () => {
    let runs = 0;
    const counted = (a: Tensor) => {
      runs++;
      return mul(a, 2);
    };
    const compiled = compile(counted, { atCall: 3 });
    for (let call = 1; call <= 5; call++) {
      compiled(x);
      expect(compiled.reports()).toHaveLength(call < 3 ? 0 : 1);
    }
    expect(runs).toBe(4); // twice as it stands, twice to be traced
  });

  it('reads inputs of any layout', () => {
    const compiled = compile((a: Tensor) => add(a, 1));
    const turned = transpose(uniform([4, 3], { seed: 5 }));
    compiled(x);
    expect(compiled(turned)).toBeBitIdenticalTo(add(turned, 1));
  });

  it('gives results that later calls leave alone', () => {
    const compiled = compile((a: Tensor) => mul(a, 2));
    compiled(x);
    const first = compiled(x);
    compiled(y);
    expect(first).toBeBitIdenticalTo(mul(x, 2));
  });

  it('gives several results, one of them a view of another', () => {
    const plain = (a: Tensor) => {
      const product = mul(a, 2);
      return [product, transpose(product), sum(product)];
    };
    const compiled = compile(plain);
    compiled(x);
    compiled(y).forEach((result, k) => {
      expect(result).toBeBitIdenticalTo(plain(y)[k]);
    });
  });

  it.each([
    ['an input', (a: Tensor) => a],
    ['a view of an input', (a: Tensor) => transpose(a)],
    ['a constant', () => full([2], 3)],
  ])('may give %s', (_, plain: (a: Tensor) => Tensor) => {
    const compiled = compile((a: Tensor) => [plain(a), mul(a, 2)]);
    for (const input of [x, y]) {
      const [first, second] = compiled(input);
      expect(first).toBeBitIdenticalTo(plain(input));
      expect(second).toBeBitIdenticalTo(mul(input, 2));
    }
  });

  it('takes whole numbers', () => {
    const classes = [tensor([1, 0, 2], { dtype: 'int32' }), tensor([2, 2, 0], { dtype: 'int32' })];
    const plain = (a: Tensor) => mul(oneHot(a, 3), 2);
    const compiled = compile(plain);
    for (const one of classes) expect(compiled(one)).toBeBitIdenticalTo(plain(one));
    expect(compiled.reports()[0].fallbacks).toEqual([]);
  });

  it('runs operations on float64 by their reference, with the right results', () => {
    const double = uniform([3, 4], { seed: 1, dtype: 'float64' });
    const plain = (a: Tensor) => sum(relu(mul(a, a)), { axis: 1 });
    const compiled = compile(plain);
    compiled(double);
    expect(compiled(double)).toBeBitIdenticalTo(plain(double));
    expect(compiled.reports()[0].fallbacks).toEqual(['mul', 'relu', 'sum']);
  });

  it('reports the operations that had no compiled form, and compiles what is around them', () => {
    const plain = (a: Tensor) => mul(cast(argmax(add(a, 1)), 'float32'), 2);
    const compiled = compile(plain);
    compiled(x);
    expect(compiled(y)).toBeBitIdenticalTo(plain(y));
    const [{ fallbacks, kernels }] = compiled.reports();
    expect(fallbacks).toEqual(['argmax']);
    expect(kernels.map(({ kind }) => kind)).toEqual(['loop', 'fallback', 'loop']);
  });

  it('reads a float32 scalar of its own making as a number, and a captured one from memory', () => {
    const factor = tensor(2);
    const compiled = compile((a: Tensor) => mul(mul(a, factor), 3));
    compiled(x);
    factor.assign([5]);
    expect(compiled(x)).toBeBitIdenticalTo(mul(mul(x, 5), 3));
  });

  it('gives whole results after its memory has grown', () => {
    const compiled = compile((a: Tensor) => mul(a, 2));
    const large = uniform([200, 300], { seed: 1 });
    compiled(x);
    compiled(large);
    expect(compiled(y)).toBeBitIdenticalTo(mul(y, 2));
    expect(compiled(large)).toBeBitIdenticalTo(mul(large, 2));
  });
});

describe('what a compiled function captures', () => {
  it('may change between calls', () => {
    const w = weight();
    const compiled = compile((a: Tensor) => matmul(a, w));
    compiled(x);
    w.assign(uniform([4, 2], { seed: 9 }));
    expect(compiled(x)).toBeBitIdenticalTo(detach(matmul(x, w)));
  });

  it('is overwritten by assignments at every call', () => {
    const [total, expected] = [zeros([3, 4]), zeros([3, 4])];
    const compiled = compile((a: Tensor) => {
      assign(total, add(total, a));
      return sum(total);
    });
    for (const input of [x, y, x]) {
      compiled(input);
      assign(expected, add(expected, input));
      expect(total).toBeBitIdenticalTo(expected);
    }
  });

  it('may be shared by two of them', () => {
    const w = weight();
    const project = compile((a: Tensor) => matmul(a, w));
    const shrink = compile(() => {
      assign(w, mul(w, 0.5));
      return sum(w);
    });
    const own = parameter(w);
    for (let call = 0; call < 3; call++) {
      expect(project(x)).toBeBitIdenticalTo(detach(matmul(x, own)));
      shrink();
      own.assign(mul(own, 0.5));
    }
  });

  it('gets gradients inside, also for inputs that are parameters', () => {
    const w = weight();
    const plain = (a: Tensor) => {
      const loss = sum(square(matmul(a, w)));
      return gradients(loss, a.requiresGrad ? [a, w] : [w]) as Tensor[];
    };
    const compiled = compile(plain);
    for (const input of [x, y, parameter(x), parameter(y)]) {
      const expected = plain(input);
      const received = compiled(input);
      expect(received).toHaveLength(expected.length);
      received.forEach((gradient, k) => {
        expect(gradient).toBeBitIdenticalTo(expected[k]);
      });
    }
    expect(compiled.reports()).toHaveLength(2);
  });

  it('sends no gradients through the results, at the first call as at later ones', () => {
    const w = weight();
    const compiled = compile((a: Tensor) => matmul(a, w));
    for (const input of [x, y]) {
      const result = compiled(input);
      expect([result.requiresGrad, result.source]).toEqual([false, null]);
    }
  });
});

describe('a compiled function as a part of another computation', () => {
  it('sends no gradients through its results, whoever computes', () => {
    const inner = compile((a: Tensor) => mul(a, 2));
    const w = weight();
    const gradientOf = () => gradients(sum(add(inner(w), w)), [w])[0] as Tensor;
    for (const compute of [gradientOf, compile(gradientOf), () => referenceOnly(gradientOf)]) {
      expect(compute()).toBeBitIdenticalTo(full([4, 2], 1));
    }
  });

  it('runs no emitted code where the reference is asked for', () => {
    const compiled = compile((a: Tensor) => tanh(a));
    expect(referenceOnly(() => compiled(x))).toBeBitIdenticalTo(tanh(x));
    expect(compiled.reports()).toEqual([]);
  });
});

describe('a function that cannot be compiled', () => {
  it.each([
    ['a computed value', (a: Tensor) => (sum(a).item() > 0 ? mul(a, 2) : mul(a, 3))],
    ['an input', (a: Tensor) => ((a.toTypedArray()[0] ?? 0) > 0 ? mul(a, 2) : mul(a, 3))],
  ])('because it looks at %s runs as it is, and says why', (_, plain) => {
    const compiled = compile(plain);
    for (const input of [full([2], 1), full([2], -1)]) {
      expect(compiled(input)).toBeBitIdenticalTo(plain(input));
    }
    expect(compiled.obstacle()).toContain('numbers were read or written');
    expect(compiled.reports()).toEqual([]);
  });

  it('because it looks at what it captured runs as it is', () => {
    const scale = tensor(2);
    const compiled = compile((a: Tensor) => mul(a, scale.item()));
    compiled(x);
    scale.assign([3]);
    expect(compiled(x)).toBeBitIdenticalTo(mul(x, 3));
  });

  it('does not include one that calls another compiled one', () => {
    const inner = compile((a: Tensor) => mul(a, 2));
    const outer = compile((a: Tensor) => add(inner(add(a, 1)), 1));
    for (const input of [x, y, x, y]) {
      expect(outer(input)).toBeBitIdenticalTo(add(mul(add(input, 1), 2), 1));
    }
    expect(outer.obstacle()).toBeUndefined();
    expect(outer.reports()).toHaveLength(1);
  });

  it('throws what the function throws, and later calls are not affected', () => {
    const compiled = compile((a: Tensor) => matmul(a, a));
    expect(() => compiled(x)).toThrow('inner sizes differ');
    const square = uniform([3, 3], { seed: 1 });
    compiled(square);
    expect(compiled(square)).toBeBitIdenticalTo(matmul(square, square));
  });

  it('is refused if it is no function, or gives no tensors', () => {
    expect(() => compile(x as never)).toThrow(OptionError);
    expect(() => compile((() => 3) as never)()).toThrow(
      'compile: Expected a function that gives a tensor or an array of tensors; received 3',
    );
  });
});

describe('what a compiled function keeps', () => {
  it('is bounded, however many shapes it is called with', () => {
    const compiled = compile((a: Tensor) => a.mul(2).sum());
    for (let size = 1; size <= 100; size++) {
      const input = uniform([size], { seed: size });
      for (let call = 0; call < 2; call++) {
        expect(compiled(input)).toBeBitIdenticalTo(input.mul(2).sum());
      }
      expect(compiled.reports().length).toBeLessThanOrEqual(64);
    }
    const first = uniform([1], { seed: 1 });
    expect(compiled(first)).toBeBitIdenticalTo(first.mul(2).sum());
  });

  it('takes parameters along when it starts anew', () => {
    const w = weight();
    const compiled = compile((a: Tensor) => a.matmul(w));
    for (let size = 1; size <= 20; size++) {
      const input = uniform([size, 4], { seed: size });
      compiled(input);
      w.assign(w.mul(1.5));
      expect(compiled(input)).toBeBitIdenticalTo(input.matmul(w));
    }
  });
});

it('a compiled oneHot refuses what oneHot refuses', () => {
  const compiled = compile((classes: Tensor) => oneHot(classes, 3));
  const whole = (...values: number[]) => tensor(values, { dtype: 'int32' });
  compiled(whole(0, 2));
  expect(compiled(whole(1, 2))).toBeBitIdenticalTo(oneHot(whole(1, 2), 3));
  expect(compiled.reports()).toHaveLength(1);
  for (const outside of [-1, 3]) {
    expect(() => compiled(whole(1, outside))).toThrow(
      `oneHot: index out of range. Expected 0 to 2; received ${outside}`,
    );
  }
  expect(compiled(whole(2, 0))).toBeBitIdenticalTo(oneHot(whole(2, 0), 3));
});
