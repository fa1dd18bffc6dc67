/** The bit contract at its root: each lane operation and each formula, as SIMD and on numbers. */
import { describe, expect, it } from 'vitest';
import { float32, words } from '../../src/numerics/float32.ts';
import * as functions from '../../src/numerics/functions/index.ts';
import { cosOfTurns } from '../../src/numerics/functions/trigonometry.ts';
import { uniformAt } from '../../src/numerics/hash.ts';
import type { Formula, Lanes } from '../../src/numerics/lanes.ts';
import { boxMuller, normalAt } from '../../src/numerics/normal.ts';
import { createMemory, instantiate } from '../../src/wasm/engine.ts';
import { createModule } from '../../src/wasm/module.ts';
import type { Vector } from '../../src/wasm/simd_lanes.ts';
import { simdLanes } from '../../src/wasm/simd_lanes.ts';
import { vectorLoop } from '../../src/wasm/vector_loop.ts';
import { canonicalBits, patterns } from './patterns.ts';

/** Computes one output from inputs side by side, as a vector loop. */
function computeSimd(
  inputs: readonly Float32Array[],
  columns: number,
  body: (l: ReturnType<typeof simdLanes>, inputs: readonly Vector[], index: Vector) => Vector,
): Float32Array {
  const module = createModule();
  const at = (i: number) => 4 * columns * i;
  module.entry('run', {}, 'void', (f) => {
    const l = simdLanes();
    vectorLoop(f, {
      rows: 1,
      columns,
      inputs: inputs.map((_, i) => ({ pointer: at(i), rowStride: columns, columnStride: 1 })),
      outputs: [{ pointer: at(inputs.length), rowStride: columns }],
      body: (values, index) => [body(l, values, index)],
    });
  });
  const memory = createMemory(at(inputs.length + 1));
  inputs.forEach((input, i) => {
    new Float32Array(memory.buffer, at(i), columns).set(input);
  });
  instantiate(module.bytes(), memory).run();
  return new Float32Array(memory.buffer, at(inputs.length), columns).slice();
}

function expectSameBits(formula: Formula, arity: number, random = 20_001) {
  const inputs = patterns(arity, random);
  const simd = computeSimd(inputs, inputs[0].length, (l, values) => formula(l, ...values));
  const reference = inputs[0].map((_, i) => formula(float32, ...inputs.map((input) => input[i])));
  const [received, expected] = [canonicalBits(simd), canonicalBits(reference)];
  const at = expected.findIndex((bits, i) => bits !== received[i]);
  const where = inputs.map((input) => input[at]).join(', ');
  expect(at < 0 ? 'same' : `f(${where}) is ${simd[at]} instead of ${reference[at]}`).toBe('same');
}

type Operations = Exclude<keyof Lanes<unknown, unknown>, 'precision' | 'inDouble'>;

const truth = <V, M>(l: Lanes<V, M>, mask: M) => l.select(mask, l.constant(1), l.constant(2));

/** Each operation as a formula, with its arity. */
const operations: Record<Operations, [arity: 1 | 2, formula: Formula]> = {
  constant: [1, (l, x) => l.add(x, l.constant(0.1))],
  add: [2, (l, x, y) => l.add(x, y)],
  sub: [2, (l, x, y) => l.sub(x, y)],
  mul: [2, (l, x, y) => l.mul(x, y)],
  div: [2, (l, x, y) => l.div(x, y)],
  sqrt: [1, (l, x) => l.sqrt(x)],
  neg: [1, (l, x) => l.neg(x)],
  abs: [1, (l, x) => l.abs(x)],
  min: [2, (l, x, y) => l.min(x, y)],
  max: [2, (l, x, y) => l.max(x, y)],
  floor: [1, (l, x) => l.floor(x)],
  ceil: [1, (l, x) => l.ceil(x)],
  trunc: [1, (l, x) => l.trunc(x)],
  nearest: [1, (l, x) => l.nearest(x)],
  eq: [2, (l, x, y) => truth(l, l.eq(x, y))],
  ne: [2, (l, x, y) => truth(l, l.ne(x, y))],
  lt: [2, (l, x, y) => truth(l, l.lt(x, y))],
  le: [2, (l, x, y) => truth(l, l.le(x, y))],
  gt: [2, (l, x, y) => truth(l, l.gt(x, y))],
  ge: [2, (l, x, y) => truth(l, l.ge(x, y))],
  and: [2, (l, x, y) => truth(l, l.and(l.lt(x, y), l.lt(x, l.constant(1))))],
  or: [2, (l, x, y) => truth(l, l.or(l.lt(x, y), l.lt(x, l.constant(1))))],
  not: [2, (l, x, y) => truth(l, l.not(l.lt(x, y)))],
  select: [2, (l, x, y) => l.select(l.lt(x, y), x, y)],
  copySign: [2, (l, x, y) => l.copySign(x, y)],
  pow2: [1, (l, x) => l.pow2(x)],
  exponent: [1, (l, x) => l.exponent(x)],
  significand: [1, (l, x) => l.select(l.eq(x, x), l.significand(x), x)],
};

/** What has shorter instructions than those that it is written in. */
const shortened: Record<string, [arity: 1 | 2, formula: Formula]> = {
  'the smaller, else the second': [2, (l, x, y) => l.select(l.lt(x, y), x, y)],
  'the larger, else the first': [2, (l, x, y) => l.select(l.lt(x, y), y, x)],
  'the smaller, else the first': [2, (l, x, y) => l.select(l.lt(y, x), y, x)],
  'the larger, else the second': [2, (l, x, y) => l.select(l.lt(y, x), x, y)],
  'not what was compared': [2, (l, x, y) => l.select(l.lt(x, y), y, l.neg(x))],
  'of a number and itself': [1, (l, x) => l.select(l.lt(x, x), x, x)],
  'one or zero': [2, (l, x, y) => l.select(l.lt(x, y), x, l.constant(0))],
  'zero or one': [2, (l, x, y) => l.select(l.lt(x, y), l.constant(0), y)],
  'one or minus zero': [2, (l, x, y) => l.select(l.lt(x, y), x, l.constant(-0))],
  'zero at least': [1, (l, x) => l.max(x, l.constant(0))],
  'minus zero at least': [1, (l, x) => l.max(x, l.constant(-0))],
  'below zero': [1, (l, x) => l.neg(l.abs(x))],
};

describe('SIMD lanes give the bits of the float32 reference', () => {
  it.each(Object.entries(shortened))('%s', (_, [arity, formula]) => {
    expectSameBits(formula, arity);
  });

  it.each(Object.entries(operations))('%s', (_, [arity, formula]) => {
    expectSameBits(formula, arity);
  });

  it.each(Object.entries(operations))('%s, in double', (_, [arity, formula]) => {
    // A division by 3 fills all bits of the float64; the remainder brings the lowest into view.
    expectSameBits(
      (l, ...inputs) => {
        const whole: Formula = (d, ...x) => formula(d, ...x.map((a) => d.div(a, d.constant(3))));
        const upper = l.inDouble(whole, ...inputs);
        const lower = l.inDouble(
          (d, ...x) => d.sub(whole(d, ...x), x[x.length - 1]),
          ...inputs,
          upper,
        );
        return l.select(l.eq(lower, l.constant(0)), upper, lower);
      },
      arity,
      5_000,
    );
  });

  it.each(Object.entries({ ...functions, cosOfTurns }))('%s', (_, formula: Formula) => {
    expectSameBits(formula, formula.length - 1);
  });

  it('normal numbers of three uniform ones', () => {
    expectSameBits((l, high, turns) => boxMuller(l, l.abs(high), l.constant(0.3), turns), 2);
  });

  it('normal numbers, at every element, to the end of the tail', () => {
    const [key, counter] = [0x12345678, -7];
    const simd = computeSimd([], 4003, (l, _, index) =>
      normalAt(l, l.word(key), l.word(counter), index),
    );
    const lanes = { ...float32, ...words };
    const reference = simd.map((_, i) => normalAt(lanes, key, counter, i));
    expect(canonicalBits(simd)).toEqual(canonicalBits(reference));
  });

  it('the hash, at every element, to the end of the tail', () => {
    const [key, counter] = [0x12345678, -7];
    const simd = computeSimd([], 1003, (l, _, index) =>
      uniformAt(l, l.word(key), l.word(counter), index),
    );
    const reference = simd.map((_, i) => uniformAt(words, key, counter, i));
    expect(canonicalBits(simd)).toEqual(canonicalBits(reference));
  });
});

describe('an instance of SIMD lanes', () => {
  it('gives the same expression for the same computation, and tells -0 from 0', () => {
    const l = simdLanes();
    const one = l.constant(1);
    expect(l.add(one, l.constant(2))).toBe(l.add(l.constant(1), l.constant(2)));
    expect(l.add(one, l.constant(2))).not.toBe(l.add(l.constant(2), one));
    expect(l.constant(0)).not.toBe(l.constant(-0));
    expect(l.shiftRightWord(one, 3)).not.toBe(l.shiftRightWord(one, 4));
  });
});
