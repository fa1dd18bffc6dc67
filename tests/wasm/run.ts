/** What the tests of the assembler share: building a small function and running it. */
import { createMemory, createSharedMemory, instantiate } from '../../src/wasm/engine.ts';
import type { FunctionBuilder } from '../../src/wasm/function.ts';
import { createModule } from '../../src/wasm/module.ts';
import type { Value } from '../../src/wasm/values.ts';
import { op } from '../../src/wasm/values.ts';

/** Runs a function without parameters on a memory that begins with the given bytes. */
export function execute(
  body: (f: FunctionBuilder) => void,
  initial: Uint8Array = new Uint8Array(),
): DataView {
  const module = createModule();
  module.entry('test', {}, 'void', body);
  const memory = createMemory(65_536);
  new Uint8Array(memory.buffer).set(initial);
  instantiate(module.bytes(), memory).test();
  return new DataView(memory.buffer);
}

/** The number that an expression gives. */
export function numberOf(value: Value<'i32'>): number {
  const module = createModule();
  module.entry('test', {}, 'i32', () => value);
  return instantiate(module.bytes(), createMemory(65_536)).test();
}

/** Runs a function on memory that threads share, and what is there afterwards. */
export function shared(
  body: (zero: Value<'i32'>, f: FunctionBuilder) => Value<'i32'>,
  initial: readonly number[] = [],
): { result: number; words: Int32Array } {
  const module = createModule(true);
  module.entry('test', {}, 'i32', (f) => body(op('i32.const', 0), f));
  const memory = createSharedMemory(65_536);
  const words = new Int32Array(memory.buffer);
  words.set(initial);
  return { result: instantiate(module.bytes(), memory).test(), words };
}

/** The four words of a vector expression whose operands are vectors in memory. */
export function wordsOf(
  operands: readonly (readonly number[])[],
  build: (...operands: Value<'v128'>[]) => Value<'v128'>,
): number[] {
  const initial = new Uint8Array(Uint32Array.from(operands.flat()).buffer);
  const loads = operands.map((_, i) => op('v128.load', 0, 16 * i));
  const memory = execute((f) => f.run(op('v128.store', 0, build(...loads), 4096)), initial);
  return [0, 1, 2, 3].map((lane) => memory.getUint32(4096 + 4 * lane, true));
}
