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
    'i32.eq': 0x46,
    'i32.ne': 0x47,
    'i32.lt_u': 0x49,
    'i32.add': 0x6a,
    'i32.sub': 0x6b,
    'i32.mul': 0x6c,
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
    'f32x4.abs': 0xfd_e0,
    'f32x4.neg': 0xfd_e1,
    'f32x4.sqrt': 0xfd_e3,
    'f32x4.ceil': 0xfd_67,
    'f32x4.floor': 0xfd_68,
    'f32x4.trunc': 0xfd_69,
    'f32x4.nearest': 0xfd_6a,
    'f32x4.convert_i32x4_s': 0xfd_fa,
    'i32x4.trunc_sat_f32x4_s': 0xfd_f8,
    'f32x4.demote_f64x2_zero': 0xfd_5e,
    'f64x2.promote_low_f32x4': 0xfd_5f,
    'f64x2.abs': 0xfd_ec,
    'f64x2.neg': 0xfd_ed,
    'f64x2.sqrt': 0xfd_ef,
    'f64x2.ceil': 0xfd_74,
    'f64x2.floor': 0xfd_75,
    'f64x2.trunc': 0xfd_7a,
    'f64x2.nearest': 0xfd_94,
  }),
  ...family(['v128', 'v128'], 'v128', {
    'v128.and': 0xfd_4e,
    'v128.andnot': 0xfd_4f,
    'v128.or': 0xfd_50,
    'v128.xor': 0xfd_51,
    'i32x4.add': 0xfd_ae,
    'i32x4.mul': 0xfd_b5,
    'f32x4.eq': 0xfd_41,
    'f32x4.ne': 0xfd_42,
    'f32x4.lt': 0xfd_43,
    'f32x4.gt': 0xfd_44,
    'f32x4.le': 0xfd_45,
    'f32x4.ge': 0xfd_46,
    'f32x4.add': 0xfd_e4,
    'f32x4.sub': 0xfd_e5,
    'f32x4.mul': 0xfd_e6,
    'f32x4.div': 0xfd_e7,
    'f32x4.min': 0xfd_e8,
    'f32x4.max': 0xfd_e9,
    'f32x4.pmin': 0xfd_ea,
    'f32x4.pmax': 0xfd_eb,
    'f64x2.eq': 0xfd_47,
    'f64x2.ne': 0xfd_48,
    'f64x2.lt': 0xfd_49,
    'f64x2.gt': 0xfd_4a,
    'f64x2.le': 0xfd_4b,
    'f64x2.ge': 0xfd_4c,
    'f64x2.add': 0xfd_f0,
    'f64x2.sub': 0xfd_f1,
    'f64x2.mul': 0xfd_f2,
    'f64x2.div': 0xfd_f3,
    'f64x2.min': 0xfd_f4,
    'f64x2.max': 0xfd_f5,
    'f64x2.pmin': 0xfd_f6,
    'f64x2.pmax': 0xfd_f7,
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
