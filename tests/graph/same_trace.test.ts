import { describe, expect, it } from 'vitest';
import { compile } from '../../src/graph/compile_function.ts';
import { pad, slice } from '../../src/ops/shape/slice.ts';
import { full, type Tensor, tensor, uniform } from '../tensors.ts';

const x = uniform([2, 3], { seed: 1 });

/** What a compiled function says of why it is run as it stands. */
function obstacleOf(compute: (x: Tensor) => Tensor): string | undefined {
  const compiled = compile(compute);
  compiled(x);
  return compiled.obstacle();
}

describe('a function that is another at each call is run as it stands', () => {
  let calls = 0;
  it.each<[string, (x: Tensor) => Tensor]>([
    ['a number', (a) => a.mul(++calls)],
    ['the numbers of an array', (a) => a.add(tensor([1, 2, ++calls]))],
    ['an operation', (a) => (++calls % 2 === 0 ? a.square() : a.abs())],
    ['how many operations', (a) => (++calls % 2 === 0 ? a.square() : a.square().abs())],
    ['an attribute', (a) => slice(a, null, [0, 1 + (++calls % 2)]).sum()],
    ['the order of operands', (a) => (++calls % 2 === 0 ? a.sub(a.square()) : a.square().sub(a))],
    [
      'a constant of another shape',
      (a) =>
        a
          .sum()
          .add(full([1 + (++calls % 2)], 1))
          .sum(),
    ],
    ['randomness of its own', (a) => a.mul(Math.random())],
  ])('where %s changes', (_, compute) => {
    expect(obstacleOf(compute)).toMatch(/^it is another computation each time/);
  });

  it('and gives what it gives each time', () => {
    let factor = 0;
    const compiled = compile((a: Tensor) => a.mul(++factor));
    const given = [1, 2, 3].map(() => compiled(full([1], 1)).item());
    expect(given[1] - given[0]).toBe(1);
    expect(given[2] - given[1]).toBe(1);
  });
});

it.each<[string, (x: Tensor) => Tensor]>([
  ['constants made anew', (a) => a.add(tensor([1, 2, 3])).mul(2)],
  [
    'attributes made anew',
    (a) =>
      pad(a, [
        [1, 0],
        [0, 1],
      ]),
  ],
  ['what was there before', (a) => a.add(x)],
  ['one input twice', (a) => a.mul(a)],
  ['NaN and -0', (a) => a.mul(Number.NaN).add(-0)],
])('a function with %s is compiled', (_, compute) => {
  expect(obstacleOf(compute)).toBeUndefined();
});
