/** A module as the bytes that an engine compiles. */
import { type ByteWriter, createBytes } from './bytes.ts';
import type { WasmFunction } from './function.ts';
import {
  type ControlImmediates,
  control,
  type Immediates,
  instructions,
  type ValueType,
} from './instructions.ts';
import type { Value } from './values.ts';

/** Under which names a module imports its memory, and what an instance must therefore be given. */
export const memoryImport = { module: 'epochal', field: 'memory' } as const;

const typeCodes: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };

/** The most pages that a memory can have: addresses have 32 bits. */
export const MOST_PAGES = 65_536;

/**
 * Encodes functions, in the order of their numbers, of which some can be called from outside.
 * @param shared whether the memory is one that several threads work in
 */
export function encode(
  functions: readonly WasmFunction[],
  entries: ReadonlySet<WasmFunction>,
  shared = false,
): Uint8Array {
  const out = createBytes();
  const section = <T>(id: number, items: readonly T[], write: (item: T) => void) => {
    out.byte(id);
    out.sized(() => out.list(items, write));
  };
  const types = new Map<string, { readonly number: number; readonly of: WasmFunction }>();
  const numbers = functions.map((f) => {
    const key = `${Object.values(f.parameters)} ${f.result}`;
    const type = types.get(key) ?? { number: types.size, of: f };
    types.set(key, type);
    return type.number;
  });

  for (const byte of [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]) out.byte(byte);
  section(1, [...types.values()], ({ of: { parameters, result } }) => {
    out.byte(0x60);
    out.list(Object.values(parameters), (type) => out.byte(typeCodes[type]));
    out.list(result === 'void' ? [] : [result], (type) => out.byte(typeCodes[type]));
  });
  section(2, [memoryImport], ({ module, field }) => {
    out.name(module);
    out.name(field);
    for (const byte of [0x02, shared ? 0x03 : 0x00, 0x00]) out.byte(byte);
    if (shared) out.unsigned(MOST_PAGES);
  });
  section(3, numbers, out.unsigned);
  section(7, [...entries], ({ name, index }) => {
    out.name(name);
    out.byte(0x00);
    out.unsigned(index);
  });
  section(10, functions, (f) => out.sized(() => encodeBody(out, f)));
  return out.bytes();
}

function encodeBody(out: ByteWriter, { parameters, locals, stream }: WasmFunction): void {
  const runs: { type: ValueType; count: number }[] = [];
  for (const { type } of locals.slice(Object.keys(parameters).length)) {
    const last = runs.at(-1);
    if (last?.type === type) last.count += 1;
    else runs.push({ type, count: 1 });
  }
  out.list(runs, ({ type, count }) => {
    out.unsigned(count);
    out.byte(typeCodes[type]);
  });
  for (const instruction of stream) encodeInstruction(out, instruction);
  out.byte(0x0b);
}

/** Of all instructions, for one look-up each: there are thousands in a plan. */
const encodings = /* @__PURE__ */ new Map<
  Value['name'],
  { readonly opcode: number; readonly immediate: keyof AnyImmediates }
>(/* @__PURE__ */ Object.entries({ ...instructions, ...control }) as never);

function encodeInstruction(out: ByteWriter, { name, immediates }: Value): void {
  const { opcode, immediate } = encodings.get(name) as NonNullable<
    ReturnType<typeof encodings.get>
  >;
  if (opcode > 0xff) {
    out.byte(opcode >> 8);
    out.unsigned(opcode & 0xff);
  } else out.byte(opcode);
  const encode: (out: ByteWriter, ...immediates: never[]) => void = encoders[immediate];
  encode(out, ...(immediates as never[]));
}

type AnyImmediates = Immediates & ControlImmediates;

/**
 * The alignment that memory instructions promise, as a power of two: that of a float32. It is a
 * hint only; what lies at a less aligned address is read correctly too.
 */
export const ALIGNMENT = 2;

const laneTypes = { i32x4: 'i32', f32x4: 'f32', f64x2: 'f64' } as const;

const encoders: {
  readonly [Kind in keyof AnyImmediates]: (
    out: ByteWriter,
    ...immediates: AnyImmediates[Kind]
  ) => void;
} = {
  none() {},
  memory(out, offset = 0) {
    out.byte(ALIGNMENT);
    out.unsigned(offset);
  },
  memoryLane(out, offset, lane) {
    out.byte(ALIGNMENT);
    out.unsigned(offset);
    out.byte(lane);
  },
  shuffle: (out, bytes) => bytes.forEach(out.byte),
  i32: (out, value) => out.signed(value),
  v128(out, shape, lanes) {
    for (const lane of lanes) out.fixed(laneTypes[shape], lane);
  },
  copy(out) {
    out.byte(0);
    out.byte(0);
  },
  fill: (out) => out.byte(0),
  index: (out, index) => out.unsigned(index),
  block: (out) => out.byte(0x40),
};
