/**
 * The instructions that emitted code is made of: from the WebAssembly MVP, fixed-width SIMD and bulk
 * memory, and for threads a few atomic ones on words. Nothing of relaxed SIMD, whose results differ
 * between machines.
 *
 * Opcodes are as in the specification (chapter "Index of Instructions"). Those of two bytes, a
 * prefix and a number, are written 0xfd_nn (SIMD), 0xfc_nn (bulk memory) and 0xfe_nn (threads).
 */

/** An i64 occurs as a constant only: how long to wait, in nanoseconds. */
export type ValueType = 'i32' | 'i64' | 'v128';
export type ResultType = ValueType | 'void';

/** What an instruction carries in its own bytes, by kind, as arguments of `op`. */
export interface Immediates {
  none: [];
  /** A constant added to the address: part of the instruction, so it costs no time. */
  memory: [offset?: number];
  memoryLane: [offset: number, lane: number];
  /** For each of 16 bytes, which of the 32 bytes of both operands it comes from. */
  shuffle: [bytes: readonly number[]];
  i32: [value: number];
  v128: [shape: 'i32x4' | 'f32x4' | 'f64x2', lanes: readonly number[]];
  copy: [];
  fill: [];
}

/** Immediates of the instructions that a function builder adds by itself. */
export interface ControlImmediates {
  /** A local, a function, or a block counted from the inside; the label is for readers. */
  index: [index: number, label: string];
  /** The start of a block that gives nothing. */
  block: [label: string];
}

export interface Instruction<
  Takes extends readonly ValueType[] = readonly ValueType[],
  Gives extends ResultType = ResultType,
  Kind extends keyof Immediates = keyof Immediates,
> {
  readonly opcode: number;
  readonly takes: Takes;
  readonly gives: Gives;
  readonly immediate: Kind;
}

/** Instructions that share what they take from the operand stack, give to it, and carry. */
function family<
  const Takes extends readonly ValueType[],
  Gives extends ResultType,
  Opcodes extends Readonly<Record<string, number>>,
  Kind extends keyof Immediates = 'none',
>(takes: Takes, gives: Gives, opcodes: Opcodes, immediate?: Kind) {
  const members: Record<string, Instruction<Takes, Gives, Kind>> = {};
  for (const [name, opcode] of Object.entries(opcodes)) {
    members[name] = { opcode, takes, gives, immediate: immediate ?? ('none' as Kind) };
  }
  return members as { readonly [Name in keyof Opcodes]: Instruction<Takes, Gives, Kind> };
}

/** The opcodes of instructions that follow one another in the specification, from the first on. */
function inOrder<const Type extends string, const Names extends readonly string[]>(
  type: Type,
  first: number,
  names: Names,
) {
  return Object.fromEntries(names.map((name, i) => [`${type}.${name}`, first + i])) as {
    readonly [Name in `${Type}.${Names[number]}`]: number;
  };
}

export const comparisons = ['eq', 'ne', 'lt', 'gt', 'le', 'ge'] as const;
export const arithmetic = ['add', 'sub', 'mul', 'div', 'min', 'max', 'pmin', 'pmax'] as const;

export const instructions = {
  ...family([], 'i32', { 'i32.const': 0x41 }, 'i32'),
  ...family([], 'i64', { 'i64.const': 0x42 }, 'i32'),
  ...family([], 'v128', { 'v128.const': 0xfd_0c }, 'v128'),

  ...family(['i32'], 'i32', { 'i32.load': 0x28 }, 'memory'),
  ...family(['i32', 'i32'], 'void', { 'i32.store': 0x36 }, 'memory'),
  ...family(['i32', 'i32', 'i32'], 'void', { 'memory.copy': 0xfc_0a }, 'copy'),
  ...family(['i32', 'i32', 'i32'], 'void', { 'memory.fill': 0xfc_0b }, 'fill'),
  ...family(
    ['i32'],
    'v128',
    {
      'v128.load': 0xfd_00,
      'v128.load32_splat': 0xfd_09,
      'v128.load32_zero': 0xfd_5c,
      'v128.load64_zero': 0xfd_5d,
    },
    'memory',
  ),
  ...family(['i32', 'v128'], 'void', { 'v128.store': 0xfd_0b }, 'memory'),
  ...family(['i32', 'v128'], 'v128', { 'v128.load32_lane': 0xfd_56 }, 'memoryLane'),
  ...family(
    ['i32', 'v128'],
    'void',
    { 'v128.store32_lane': 0xfd_5a, 'v128.store64_lane': 0xfd_5b },
    'memoryLane',
  ),

  ...family(['i32'], 'i32', { 'i32.eqz': 0x45, 'i32.ctz': 0x68 }),
  ...family(['i32', 'i32'], 'i32', {
    ...inOrder('i32', 0x46, ['eq', 'ne']),
    'i32.lt_u': 0x49,
    ...inOrder('i32', 0x6a, ['add', 'sub', 'mul']),
    'i32.div_u': 0x6e,
    'i32.rem_u': 0x70,
    'i32.and': 0x71,
    'i32.shr_u': 0x76,
  }),

  ...family(['i32'], 'i32', { 'i32.atomic.load': 0xfe_10 }, 'memory'),
  ...family(['i32', 'i32'], 'void', { 'i32.atomic.store': 0xfe_17 }, 'memory'),
  // The number that was there before.
  ...family(['i32', 'i32'], 'i32', { 'i32.atomic.rmw.add': 0xfe_1e }, 'memory'),
  ...family(['i32', 'i32', 'i32'], 'i32', { 'i32.atomic.rmw.cmpxchg': 0xfe_48 }, 'memory'),
  // How many were woken up.
  ...family(['i32', 'i32'], 'i32', { 'memory.atomic.notify': 0xfe_00 }, 'memory'),
  // 0: woken up; 1: another number was there; 2: the time is over.
  ...family(['i32', 'i32', 'i64'], 'i32', { 'memory.atomic.wait32': 0xfe_01 }, 'memory'),

  ...family(['i32'], 'v128', { 'i32x4.splat': 0xfd_11 }),
  ...family(['v128', 'v128'], 'v128', { 'i8x16.shuffle': 0xfd_0d }, 'shuffle'),
  ...family(['v128', 'v128', 'v128'], 'v128', { 'v128.bitselect': 0xfd_52 }),
  ...family(['v128', 'i32'], 'v128', {
    'i32x4.shl': 0xfd_ab,
    'i32x4.shr_u': 0xfd_ad,
    'i64x2.shl': 0xfd_cb,
    'i64x2.shr_u': 0xfd_cd,
  }),
  ...family(['v128'], 'v128', {
    'v128.not': 0xfd_4d,
    ...inOrder('f32x4', 0xfd_e0, ['abs', 'neg']),
    'f32x4.sqrt': 0xfd_e3,
    ...inOrder('f32x4', 0xfd_67, ['ceil', 'floor', 'trunc', 'nearest']),
    'f32x4.convert_i32x4_s': 0xfd_fa,
    'i32x4.trunc_sat_f32x4_s': 0xfd_f8,
    'f32x4.demote_f64x2_zero': 0xfd_5e,
    'f64x2.promote_low_f32x4': 0xfd_5f,
    ...inOrder('f64x2', 0xfd_ec, ['abs', 'neg']),
    'f64x2.sqrt': 0xfd_ef,
    ...inOrder('f64x2', 0xfd_74, ['ceil', 'floor']),
    'f64x2.trunc': 0xfd_7a,
    'f64x2.nearest': 0xfd_94,
  }),
  ...family(['v128', 'v128'], 'v128', {
    ...inOrder('v128', 0xfd_4e, ['and', 'andnot', 'or', 'xor']),
    'i32x4.add': 0xfd_ae,
    'i32x4.mul': 0xfd_b5,
    ...inOrder('f32x4', 0xfd_41, comparisons),
    ...inOrder('f32x4', 0xfd_e4, arithmetic),
    ...inOrder('f64x2', 0xfd_47, comparisons),
    ...inOrder('f64x2', 0xfd_f0, arithmetic),
  }),
} as const;

export type Instructions = typeof instructions;
export type InstructionName = keyof Instructions;

/** Instructions that a function builder adds by itself. */
export const control = {
  block: { opcode: 0x02, immediate: 'block' },
  loop: { opcode: 0x03, immediate: 'block' },
  if: { opcode: 0x04, immediate: 'block' },
  end: { opcode: 0x0b, immediate: 'none' },
  br: { opcode: 0x0c, immediate: 'index' },
  br_if: { opcode: 0x0d, immediate: 'index' },
  call: { opcode: 0x10, immediate: 'index' },
  'local.get': { opcode: 0x20, immediate: 'index' },
  'local.set': { opcode: 0x21, immediate: 'index' },
  'local.tee': { opcode: 0x22, immediate: 'index' },
} as const;
