/**
 * Random computations for executors that must give the same bits: programs of a few instructions over a
 * pool of tensors, with state that is overwritten on the way. Data only, so that fast-check can shrink.
 */
import fc from 'fast-check';
import { gradients } from '../../src/autograd/backward.ts';
import * as activations from '../../src/nn/activations/index.ts';
import { assign } from '../../src/ops/assign.ts';
import * as arithmetic from '../../src/ops/elementwise/arithmetic.ts';
import { cast } from '../../src/ops/elementwise/cast.ts';
import { greater, where } from '../../src/ops/elementwise/comparison.ts';
import { exp, log } from '../../src/ops/elementwise/exponential.ts';
import { clip, maximum, minimum } from '../../src/ops/elementwise/extrema.ts';
import { abs, square } from '../../src/ops/elementwise/unary.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { dropoutMask } from '../../src/ops/random/dropout_mask.ts';
import { normalNoise } from '../../src/ops/random/normal_noise.ts';
import { max, mean, min, sum } from '../../src/ops/reduction/reduction.ts';
import { softmax } from '../../src/ops/reduction/softmax.ts';
import { concat } from '../../src/ops/shape/concat.ts';
import { detach } from '../../src/ops/shape/detach.ts';
import { argmax, gather } from '../../src/ops/shape/indexing.ts';
import { pad, slice } from '../../src/ops/shape/slice.ts';
import { broadcastTo, expandDims, reshape, transpose } from '../../src/ops/shape/views.ts';
import type { Operand } from '../../src/tensor/tensor.ts';
import { parameter, type Tensor, tensor, uniform } from '../tensors.ts';

/** What is done, to which tensors of the pool, and in which of its ways. Numbers count modulo. */
export interface Instruction {
  readonly name: keyof typeof instructions;
  readonly a: number;
  readonly b: number;
  readonly way: number;
}

/** What a program works with. Each run of it has its own. */
export interface World {
  readonly parameters: readonly Tensor[];
  /** Overwritten by assignments, and there again at the next run. */
  readonly states: readonly Tensor[];
  /** An int32 scalar. */
  readonly counter: Tensor;
}

export function makeWorld(seed: number): World {
  const drawn = (shape: number[], stream: number) => uniform(shape, { seed: seed + stream });
  return {
    parameters: [parameter(drawn([3, 4], 1)), parameter(drawn([4], 2)), parameter(drawn([], 3))],
    states: [drawn([3, 4], 4), drawn([4, 4], 5), drawn([1, 4], 6)],
    counter: tensor(seed, { dtype: 'int32' }),
  };
}

const unary = [
  activations.relu,
  activations.tanh,
  activations.sigmoid,
  (x: Tensor) => activations.elu(x),
  activations.mish,
  arithmetic.neg,
  abs,
  square,
  exp,
  (x: Tensor) => log(arithmetic.add(abs(x), 0.5)),
  (x: Tensor) => clip(x, { min: -0.5, max: 0.5 }),
  (x: Tensor) => softmax(x),
  detach,
];
const binary = [
  arithmetic.add,
  arithmetic.sub,
  arithmetic.mul,
  arithmetic.div,
  minimum,
  maximum,
  greater,
  (a: Tensor, b: Operand) => where(greater(a, 0), a, b),
];
const reductions = [sum, max, min, mean];
const LARGEST = 150;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length];

function fits(a: Tensor, b: Tensor): boolean {
  const rank = Math.max(a.rank, b.rank);
  const size = (x: Tensor, axis: number) => x.shape[axis - rank + x.rank] ?? 1;
  const sizes = Array.from({ length: rank }, (_, axis) => [size(a, axis), size(b, axis)]);
  const product = sizes.reduce((total, [m, n]) => total * Math.max(m, n), 1);
  return sizes.every(([m, n]) => m === n || m === 1 || n === 1) && product <= LARGEST;
}

/** The tensors of the pool from some place on, for each operand; the first that fits is taken. */
type Choose = (
  a: readonly Tensor[],
  b: readonly Tensor[],
  way: number,
  world: World,
) => Tensor | undefined;

const sameShape = (a: Tensor, b: Tensor) => a.shape.join() === b.shape.join();

const instructions = {
  unary: ([a], _, way) => pick(a.rank > 0 ? unary : unary.slice(0, -2), way)(a),
  binary: ([a], candidates, way) => {
    const b = candidates.find((candidate) => fits(a, candidate));
    return b && pick(binary, way)(a, b);
  },
  number: ([a], _, way) => pick(binary, way)(a, pick([0.5, -2, 3], way)),
  reduce: ([a], _, way) =>
    pick(reductions, way)(a, {
      ...(a.rank > 0 && way % 5 > 0 && { axis: way % a.rank }),
      keepDims: way % 2 === 0,
    }),
  transpose: ([a]) => transpose(a),
  flatten: ([a]) => reshape(a, [-1]),
  rows: ([a], _, way) => {
    const count = pick([2, 3, 4], way);
    return a.size % count === 0 ? reshape(a, [count, -1]) : undefined;
  },
  expand: ([a], _, way) => (a.rank < 4 ? expandDims(a, way % (a.rank + 1)) : undefined),
  repeat: ([a], _, way) =>
    a.size * 3 <= LARGEST && a.rank < 4 ? broadcastTo(a, [2 + (way % 2), ...a.shape]) : undefined,
  slice: ([a], _, way) => {
    if (a.rank === 0 || a.shape[0] < 2) return undefined;
    return way % 2 === 0 ? slice(a, [1]) : slice(a, [0, -1]);
  },
  pad: ([a], _, way) =>
    a.size * 4 <= LARGEST
      ? pad(
          a,
          a.shape.map(() => [way % 2, 1]),
        )
      : undefined,
  concat: ([a], candidates) => {
    const rest = ({ shape }: Tensor) => shape.slice(1).join();
    const b = candidates.find((one) => one.rank === a.rank && rest(one) === rest(a));
    return a.rank > 0 && b && a.size + b.size <= LARGEST ? concat([a, b]) : undefined;
  },
  gather: ([a]) =>
    a.rank > 0 && a.size > 0 ? gather(a, tensor(Int32Array.of(a.shape[0] - 1, 0))) : undefined,
  argmax: ([a]) => (a.rank > 0 && a.size > 0 ? cast(argmax(a), 'float32') : undefined),
  matmul: ([a], candidates) => {
    const inner = a.shape[a.rank - 1];
    const b = candidates.find(({ rank, shape }) => rank === 2 && shape.includes(inner));
    if (a.rank < 2 || b === undefined) return undefined;
    return matmul(a, b.shape[0] === inner ? b : transpose(b));
  },
  draw: (_, __, way, { counter }) => {
    const shape = pick(
      [
        [3, 4],
        [2, 3, 4],
        [4, 4],
      ],
      way,
    );
    const attributes = { key: way, shape, dtype: 'float32' } as const;
    return way % 2 === 0
      ? dropoutMask(counter, { ...attributes, rate: 0.4 })
      : normalNoise(counter, attributes);
  },
  state: (_, __, way, { states }) => pick(states, way),
  assign: (candidates, _, way, { states }) => {
    const state = pick(states, way);
    const value = candidates.find((one) => sameShape(one, state) && one.storage !== state.storage);
    if (value !== undefined) assign(state, value);
    return undefined;
  },
} satisfies Record<string, Choose>;

const often: readonly Instruction['name'][] = [
  'unary',
  'binary',
  'number',
  'transpose',
  'state',
  'assign',
];

export const instruction: fc.Arbitrary<Instruction> = fc.record({
  name: fc.oneof(
    fc.constantFrom(...often),
    fc.constantFrom(...(Object.keys(instructions) as Instruction['name'][])),
  ),
  a: fc.nat(9),
  b: fc.nat(9),
  way: fc.nat(23),
});

/**
 * Runs a program.
 * @returns the last tensors of the pool, and the gradients of the parameters if there are any
 */
export function execute(program: readonly Instruction[], x: Tensor, world: World): Tensor[] {
  const pool: Tensor[] = [x, ...world.parameters, ...world.states];
  for (const { name, a, b, way } of program) {
    // Counted from the end, so that what was just computed is used most.
    const [first, second] = [a, b].map((back) => {
      const at = pool.length - (back % pool.length);
      return [...pool.slice(0, at).reverse(), ...pool.slice(at).reverse()];
    });
    const made = (instructions[name] as Choose)(first, second, way, world);
    if (made !== undefined) pool.push(made);
  }
  const results = pool.slice(-3).map((result) => arithmetic.mul(result, 1));
  const learned = pool.filter((one) => one.requiresGrad && one.source !== null).pop();
  if (learned === undefined) return results;
  const loss = sum(square(learned));
  const found = gradients(loss, world.parameters).filter((gradient) => gradient !== null);
  return [...results, loss, ...found];
}
