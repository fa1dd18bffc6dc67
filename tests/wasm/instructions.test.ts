import { describe, expect, it } from 'vitest';
import type { InstructionName } from '../../src/wasm/instructions.ts';
import { instructions } from '../../src/wasm/instructions.ts';
import type { Value } from '../../src/wasm/values.ts';
import { op } from '../../src/wasm/values.ts';
import { execute, numberOf, shared, wordsOf } from './run.ts';

const f32 = (...lanes: number[]) => [...new Uint32Array(new Float32Array(lanes).buffer)];
const f64 = (...lanes: number[]) => [...new Uint32Array(new Float64Array(lanes).buffer)];
const all = 0xffffffff;

/** A computed result and what it must be. */
type Case = () => [received: unknown, expected: unknown];

type VectorOperands = readonly (readonly number[])[];
const vector =
  (
    operands: VectorOperands,
    expected: readonly number[],
    build: (...operands: Value<'v128'>[]) => Value<'v128'>,
  ): Case =>
  () => [wordsOf(operands, build), expected];

type Unary = 'v128.not' | `${'f32x4' | 'f64x2'}.${'abs' | 'neg' | 'sqrt' | Rounding}` | Conversion;
type Rounding = 'ceil' | 'floor' | 'trunc' | 'nearest';
type Conversion =
  | 'f32x4.convert_i32x4_s'
  | 'i32x4.trunc_sat_f32x4_s'
  | 'f32x4.demote_f64x2_zero'
  | 'f64x2.promote_low_f32x4';
const unary = (name: Unary, a: readonly number[], expected: readonly number[]) => ({
  [name]: vector([a], expected, (x) => op(name, x)),
});

type Binary =
  | `v128.${'and' | 'andnot' | 'or' | 'xor'}`
  | `i32x4.${'add' | 'mul'}`
  | `${'f32x4' | 'f64x2'}.${'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge'}`
  | `${'f32x4' | 'f64x2'}.${'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'pmin' | 'pmax'}`;
const binary = (
  name: Binary,
  a: readonly number[],
  b: readonly number[],
  expected: readonly number[],
) => ({ [name]: vector([a, b], expected, (x, y) => op(name, x, y)) });

type Shift = `${'i32x4' | 'i64x2'}.${'shl' | 'shr_u'}`;
const shift = (name: Shift, a: readonly number[], bits: number, expected: readonly number[]) => ({
  [name]: vector([a], expected, (x) => op(name, x, bits)),
});

type Integer =
  `i32.${'eq' | 'ne' | 'lt_u' | 'add' | 'sub' | 'mul' | 'div_u' | 'rem_u' | 'and' | 'shr_u'}`;
/** Several operands, so that no instruction passes for its neighbour in the table. */
const integer = (name: Integer, ...rows: [a: number, b: number, expected: number][]) => ({
  [name]: () => [rows.map(([a, b]) => numberOf(op(name, a, b))), rows.map((row) => row[2])],
});

/** Waits at address 0. */
const waitFor = (at: Value<'i32'>, expected: number, nanoseconds: number) =>
  op('memory.atomic.wait32', at, expected, op('i64.const', nanoseconds));

const nan = Number.NaN;
const bytes = (...values: number[]) => Uint8Array.from(values);
const [low, high] = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
];

const cases = {
  'i32.const': () => [numberOf(op('i32.const', -7)), -7],
  'v128.const': () => [
    [
      wordsOf([], () => op('v128.const', 'i32x4', [1, -1, 2, -2])),
      wordsOf([], () => op('v128.const', 'f32x4', [0.5, -0, 1e-45, 3])),
      wordsOf([], () => op('v128.const', 'f64x2', [0.1, -0])),
    ],
    [[1, all, 2, all - 1], f32(0.5, -0, 1e-45, 3), f64(0.1, -0)],
  ],

  'i32.load': () => {
    const memory = execute(
      (f) => f.run(op('i32.store', 0, op('i32.load', 1, 2))),
      bytes(9, 9, 9, 1),
    );
    return [memory.getInt32(0, true), 1];
  },
  'i32.store': () => {
    const memory = execute((f) => f.run(op('i32.store', 8, -2, 4)));
    return [
      [memory.getInt32(8), memory.getInt32(12, true), memory.getInt32(16)],
      [0, -2, 0],
    ];
  },
  'memory.copy': () => {
    const memory = execute((f) => f.run(op('memory.copy', 1, 0, 3)), bytes(1, 2, 3, 4, 5));
    return [[0, 1, 2, 3, 4].map((at) => memory.getUint8(at)), [1, 1, 2, 3, 5]];
  },
  'memory.fill': () => {
    const memory = execute((f) => f.run(op('memory.fill', 1, 7, 2)), bytes(1, 2, 3, 4));
    return [[0, 1, 2, 3].map((at) => memory.getUint8(at)), [1, 7, 7, 4]];
  },
  'v128.load': vector([low, high], [2, 3, 4, 5], () => op('v128.load', 1, 3)),
  'v128.load32_splat': vector([low, high], [6, 6, 6, 6], () => op('v128.load32_splat', 16, 4)),
  'v128.load32_zero': vector([low, high], [6, 0, 0, 0], () => op('v128.load32_zero', 16, 4)),
  'v128.load64_zero': vector([low, high], [6, 7, 0, 0], () => op('v128.load64_zero', 16, 4)),
  'v128.load32_lane': vector([low, high], [5, 6, 1, 8], (_, b) =>
    op('v128.load32_lane', 0, b, 0, 2),
  ),
  'v128.store': () => {
    const value = op('v128.const', 'i32x4', low);
    const memory = execute((f) => f.run(op('v128.store', 4, value, 4)));
    const read = [4, 8, 12, 16, 20, 24].map((at) => memory.getInt32(at, true));
    return [read, [0, ...low, 0]];
  },
  'v128.store32_lane': () => {
    const value = op('v128.const', 'i32x4', low);
    const memory = execute((f) => f.run(op('v128.store32_lane', 4, value, 4, 2)));
    return [[4, 8, 12].map((at) => memory.getInt32(at, true)), [0, 3, 0]];
  },
  'v128.store64_lane': () => {
    const value = op('v128.const', 'i32x4', low);
    const memory = execute((f) => f.run(op('v128.store64_lane', 4, value, 4, 1)));
    return [[4, 8, 12, 16].map((at) => memory.getInt32(at, true)), [0, 3, 4, 0]];
  },

  'i32.ctz': () => [
    [numberOf(op('i32.ctz', 1)), numberOf(op('i32.ctz', 40))],
    [0, 3],
  ],
  'i32.eqz': () => [
    [numberOf(op('i32.eqz', 0)), numberOf(op('i32.eqz', 2))],
    [1, 0],
  ],
  ...integer('i32.eq', [2, 2, 1], [2, 3, 0]),
  ...integer('i32.ne', [2, 2, 0], [2, 3, 1]),
  ...integer('i32.lt_u', [-1, 1, 0], [1, -1, 1], [1, 1, 0]),
  ...integer('i32.add', [2 ** 31 - 1, 1, -(2 ** 31)]),
  ...integer('i32.sub', [3, 5, -2]),
  ...integer('i32.mul', [65_537, 65_537, 131_073]),
  ...integer('i32.div_u', [-2, 2, 2 ** 31 - 1], [7, 2, 3]),
  ...integer('i32.rem_u', [-2, 3, 2], [17, 5, 2]),
  ...integer('i32.and', [0b1100, 0b1010, 0b1000]),
  ...integer('i32.shr_u', [-4, 2, 2 ** 30 - 1]),

  'i64.const': () => [
    // Not woken up: so long it waited.
    [1e6, 2e6].map((nanoseconds) => shared((at) => waitFor(at, 0, nanoseconds)).result),
    [2, 2],
  ],
  'i32.atomic.load': () => [shared((at) => op('i32.atomic.load', at, 4), [8, 9]).result, 9],
  'i32.atomic.store': () => {
    const { words } = shared((_, f) => {
      f.run(op('i32.atomic.store', 8, -2, 4));
      return op('i32.const', 0);
    });
    return [[...words.slice(2, 5)], [0, -2, 0]];
  },
  'i32.atomic.rmw.add': () => {
    const { result, words } = shared((at) => op('i32.atomic.rmw.add', at, 5, 4), [1, 7]);
    return [
      [result, ...words.slice(0, 2)],
      [7, 1, 12],
    ];
  },
  'i32.atomic.rmw.cmpxchg': () => {
    const exchange = (expected: number) => {
      const { result, words } = shared(
        (at) => op('i32.atomic.rmw.cmpxchg', at, expected, 9, 4),
        [1, 7],
      );
      return [result, words[1]];
    };
    return [
      [exchange(7), exchange(8)],
      [
        [7, 9],
        [7, 7],
      ],
    ];
  },
  'memory.atomic.notify': () => [shared((at) => op('memory.atomic.notify', at, -1)).result, 0],
  'memory.atomic.wait32': () => [
    [0, 1].map((expected) => shared((at) => waitFor(at, expected, 1000)).result),
    [2, 1],
  ],

  'i32x4.splat': vector([], [all, all, all, all], () => op('i32x4.splat', -1)),
  'i8x16.shuffle': vector([low, high], [4, 5, 1, 8], (a, b) =>
    op('i8x16.shuffle', a, b, [12, 13, 14, 15, 16, 17, 18, 19, 0, 1, 2, 3, 28, 29, 30, 31]),
  ),
  'v128.bitselect': vector(
    [
      [0xf0, 1, all, 5],
      [0x0f, 2, 0, 6],
      [0x3c, 0, all, all],
    ],
    [0x33, 2, all, 5],
    (a, b, m) => op('v128.bitselect', a, b, m),
  ),
  ...shift('i32x4.shl', [1, 0x80000001, 3, all], 4, [16, 16, 48, 0xfffffff0]),
  ...shift('i32x4.shr_u', [16, 0x80000000, 3, all], 4, [1, 0x08000000, 0, 0x0fffffff]),
  ...shift('i64x2.shl', [0xf0000001, 0, 1, all], 4, [0x10, 0xf, 0x10, 0xfffffff0]),
  ...shift('i64x2.shr_u', [0x10, 0xf, 0, 0x80000000], 4, [0xf0000001, 0, 0, 0x08000000]),

  ...unary('v128.not', [0, all, 1, 2], [all, 0, all - 1, all - 2]),
  ...unary(
    'f32x4.abs',
    f32(-0, 1, -2, Number.NEGATIVE_INFINITY),
    f32(0, 1, 2, Number.POSITIVE_INFINITY),
  ),
  ...unary('f32x4.neg', f32(-0, 1, -2, 0), f32(0, -1, 2, -0)),
  ...unary('f32x4.sqrt', f32(-0, 2, 9, 0.25), f32(-0, Math.sqrt(2), 3, 0.5)),
  ...unary('f32x4.ceil', f32(1.5, -1.5, -0.5, 2.5), f32(2, -1, -0, 3)),
  ...unary('f32x4.floor', f32(1.5, -1.5, -0.5, 2.5), f32(1, -2, -1, 2)),
  ...unary('f32x4.trunc', f32(1.7, -1.7, -0.5, 2.5), f32(1, -1, -0, 2)),
  ...unary('f32x4.nearest', f32(1.5, -1.7, -0.5, 2.5), f32(2, -2, -0, 2)),
  ...unary(
    'f32x4.convert_i32x4_s',
    [1, all, 0x80000000, 16_777_217],
    f32(1, -1, -(2 ** 31), 2 ** 24),
  ),
  ...unary('i32x4.trunc_sat_f32x4_s', f32(-1.9, 3e9, -3e9, Number.NaN), [
    all,
    0x7fffffff,
    0x80000000,
    0,
  ]),
  ...unary('f32x4.demote_f64x2_zero', f64(0.1, -1e300), f32(0.1, Number.NEGATIVE_INFINITY, 0, 0)),
  ...unary('f64x2.promote_low_f32x4', f32(0.1, -0, 3, 4), f64(Math.fround(0.1), -0)),
  ...unary('f64x2.abs', f64(-0, -1e300), f64(0, 1e300)),
  ...unary('f64x2.neg', f64(-0, 1e300), f64(0, -1e300)),
  ...unary('f64x2.sqrt', f64(2, 9), f64(Math.SQRT2, 3)),
  ...unary('f64x2.ceil', f64(1.5, -1.5), f64(2, -1)),
  ...unary('f64x2.floor', f64(1.5, -1.5), f64(1, -2)),
  ...unary('f64x2.trunc', f64(1.7, -1.7), f64(1, -1)),
  ...unary('f64x2.nearest', f64(2.5, -1.7), f64(2, -2)),

  ...binary('v128.and', [12, 0, all, 1], [10, all, 5, 2], [8, 0, 5, 0]),
  ...binary('v128.andnot', [12, 0, all, all], [10, all, 5, 0], [4, 0, all - 5, all]),
  ...binary('v128.or', [12, 0, all, 1], [10, 0, 5, 2], [14, 0, all, 3]),
  ...binary('v128.xor', [12, 0, all, 1], [10, 0, 5, 2], [6, 0, all - 5, 3]),
  ...binary('i32x4.add', [1, all, 3, 4], [1, 2, 3, 5], [2, 1, 6, 9]),
  ...binary('i32x4.mul', [65_537, all, 3, 4], [65_537, 2, 3, 5], [131_073, all - 1, 9, 20]),
  ...binary('f32x4.eq', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [all, 0, 0, 0]),
  ...binary('f32x4.ne', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [0, all, all, all]),
  ...binary('f32x4.lt', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [0, all, 0, 0]),
  ...binary('f32x4.gt', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [0, 0, 0, all]),
  ...binary('f32x4.le', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [all, all, 0, 0]),
  ...binary('f32x4.ge', f32(0, 1, nan, 2), f32(-0, 2, nan, 1), [all, 0, 0, all]),
  ...binary(
    'f32x4.add',
    f32(1, -0, 1, 5),
    f32(2 ** -24, -0, 2 ** -23, -5),
    f32(1, -0, 1 + 2 ** -23, 0),
  ),
  ...binary('f32x4.sub', f32(1, 0, 1, 5), f32(3, 0, 0.5, -5), f32(-2, 0, 0.5, 10)),
  ...binary(
    'f32x4.mul',
    f32(1.5, -0, 0.1, 1e-30),
    f32(3, 2, 0.1, 1e-30),
    f32(4.5, -0, Math.fround(0.1) ** 2, 0),
  ),
  ...binary(
    'f32x4.div',
    f32(1, 1, -1, 9),
    f32(3, 0, 0, 2),
    f32(1 / 3, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 4.5),
  ),
  ...binary('f32x4.min', f32(0, -0, 1, 5), f32(-0, 0, 2, -5), f32(-0, -0, 1, -5)),
  ...binary('f32x4.max', f32(0, -0, 1, 5), f32(-0, 0, 2, -5), f32(0, 0, 2, 5)),
  // Of equal numbers, and where one is NaN, the first.
  ...binary('f32x4.pmin', f32(0, nan, 2, 5), f32(-0, 0, 1, nan), f32(0, nan, 1, 5)),
  ...binary('f32x4.pmax', f32(-0, nan, 1, 5), f32(0, 0, 2, nan), f32(-0, nan, 2, 5)),
  ...binary('f64x2.eq', f64(0, nan), f64(-0, nan), [all, all, 0, 0]),
  ...binary('f64x2.ne', f64(0, nan), f64(-0, nan), [0, 0, all, all]),
  ...binary('f64x2.lt', f64(1, 2), f64(2, 2), [all, all, 0, 0]),
  ...binary('f64x2.gt', f64(1, 3), f64(1, 2), [0, 0, all, all]),
  ...binary('f64x2.le', f64(2, 3), f64(2, 2), [all, all, 0, 0]),
  ...binary('f64x2.ge', f64(2, 1), f64(2, 2), [all, all, 0, 0]),
  ...binary('f64x2.add', f64(0.1, 1), f64(0.2, -1), f64(0.1 + 0.2, 0)),
  ...binary('f64x2.sub', f64(0.3, 1), f64(0.1, -1), f64(0.3 - 0.1, 2)),
  ...binary('f64x2.mul', f64(0.1, 3), f64(0.1, -1), f64(0.1 * 0.1, -3)),
  ...binary('f64x2.div', f64(1, 3), f64(3, -2), f64(1 / 3, -1.5)),
  ...binary('f64x2.min', f64(0, 3), f64(-0, -2), f64(-0, -2)),
  ...binary('f64x2.max', f64(-0, 3), f64(0, -2), f64(0, 3)),
  ...binary('f64x2.pmin', f64(0, 3), f64(-0, -2), f64(0, -2)),
  ...binary('f64x2.pmax', f64(-0, -2), f64(0, 3), f64(-0, 3)),
} as unknown as Record<InstructionName, Case>;

describe('every instruction of the table', () => {
  it.each(Object.keys(instructions) as InstructionName[])('%s computes what it should', (name) => {
    expect(cases, 'has a case').toHaveProperty([name]);
    const [received, expected] = cases[name]();
    expect(received).toEqual(expected);
  });

  it('has an opcode of its own', () => {
    const opcodes = Object.values(instructions).map(({ opcode }) => opcode);
    expect(new Set(opcodes).size).toBe(opcodes.length);
  });
});
