/**
 * Operations with loops of their own, such as the matrix product, as emitted code outside of any plan: a
 * module for each operation, shape and layout, over one memory into which the operands are copied.
 */
import { type TypedArray, viewOf } from '../../tensor/dtype.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import { type Layout, packedCopy, type Strided } from '../../tensor/strided.ts';
import { growTo, instantiateUnlessRefused, newMemory, type WasmMemory } from '../../wasm/engine.ts';
import { createModule } from '../../wasm/module.ts';
import { wasmSupport } from '../../wasm/probe.ts';
import type { Executable, Outcome } from '../body.ts';
import type { KernelCode } from '../emission.ts';
import { attributesKey } from './attributes_key.ts';
import { emptyResult } from './results.ts';

/** With fewer elements in all operands it is not even looked up whether there is a kernel. */
const FEWEST_ELEMENTS = 192;

/** With fewer multiplications than this, copying and calling cost as much as they save. */
const FEWEST = 1024;

/** Nor does it pay to copy operands of more elements than this for each multiplication. */
const MOST_COPIED = 16;

/**
 * A kernel is compiled once it has been asked for this many multiplications in all, which take the
 * reference about as long as compiling does.
 */
const WORTH_COMPILING = 2 ** 18;

/** So many kernels are remembered; the oldest makes room for another. */
const REMEMBERED = 256;

/** A memory that has grown beyond this is let go after the call. */
const MOST_KEPT_BYTES = 2 ** 28;

const ALIGNMENT = 64;

interface Known {
  readonly code: KernelCode;
  /** The address of each operand, of the output, and of the scratch memory. */
  readonly addresses: readonly number[];
  readonly bytes: number;
  /** How much was asked for so far. */
  work: number;
  call?: () => void;
  /** Whether the engine would not compile it or has no memory for it, so that it is not asked again. */
  refused?: boolean;
}

/** By operation, shapes and layouts; undefined where there is nothing to compile. */
const known = new Map<string, Known | undefined>();
let memory: WasmMemory | undefined;

/** The result in emitted code, or undefined where there is none or it does not pay. */
export function runKernel<Attributes>(
  { body, name }: Executable<Attributes>,
  inputs: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided | undefined {
  if (body.kind !== 'kernel' || body.emit === undefined) return undefined;
  const elements = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (elements < FEWEST_ELEMENTS) return undefined;
  const operands = inputs.map(withoutGaps);
  const key = keyOf(name, operands, outcome, attributes);
  if (!known.has(key)) {
    if (known.size === REMEMBERED) known.delete([...known.keys()][0]);
    const output = { ...outcome, strides: contiguousStrides(outcome.shape), offset: 0 };
    const code = body.emit(operands, output, attributes);
    const least = Math.max(FEWEST, elements / MOST_COPIED);
    const pays = code !== undefined && code.work >= least && wasmSupport().available;
    known.set(key, pays ? placed(code, operands, outcome) : undefined);
  }
  const kernel = known.get(key);
  if (kernel === undefined || kernel.refused) return undefined;
  kernel.work += kernel.code.work;
  if (kernel.work < WORTH_COMPILING) return undefined;
  body.check?.(inputs, attributes);
  memory ??= newMemory(0);
  if (memory && growTo(memory, kernel.bytes)) kernel.call ??= compile(kernel, memory);
  kernel.refused = kernel.call === undefined;
  if (memory === undefined || kernel.call === undefined) return undefined;

  const { addresses } = kernel;
  const { buffer } = memory;
  operands.forEach(({ dtype, numbers }, i) => {
    viewOf(dtype, buffer, addresses[i], numbers.length).set(numbers);
  });
  kernel.call();
  const result = emptyResult(outcome);
  const { data, size } = result.storage;
  data.set(viewOf(outcome.dtype, buffer, addresses[operands.length], size));
  if (buffer.byteLength > MOST_KEPT_BYTES) {
    known.clear(); // code is bound to its memory
    memory = undefined;
  }
  return result;
}

/** The numbers of an operand from its first element to its last, and how they lie. */
interface Operand extends Layout {
  readonly numbers: TypedArray;
}

/** The operand as it lies, or packed where more would be copied of what lies between than of itself. */
function withoutGaps(operand: Strided): Operand {
  const { dtype, shape, strides, offset, storage } = operand;
  const size = sizeOf(shape);
  const span = strides.reduce((sum, stride, axis) => sum + stride * (shape[axis] - 1), 1);
  const forward = strides.every((stride) => stride >= 0);
  if (size > 0 && forward && span <= 2 * size) {
    const numbers = storage.data.subarray(offset, offset + span);
    return { dtype, shape, strides, offset: 0, numbers };
  }
  const packed = contiguousStrides(shape);
  return { dtype, shape, strides: packed, offset: 0, numbers: packedCopy(operand) };
}

function keyOf(
  name: string,
  operands: readonly Layout[],
  { shape, dtype }: Outcome,
  attributes: unknown,
): string {
  const layouts = operands.map((own) => `${own.dtype}[${own.shape}]/${own.strides}`);
  const rest = attributesKey(attributes);
  return `${name} ${layouts.join(' ')} ${dtype}[${shape}] ${rest}`;
}

function placed(code: KernelCode, operands: readonly Operand[], outcome: Outcome): Known {
  const sizes = [...operands.map(({ numbers }) => numbers.length), sizeOf(outcome.shape)];
  let end = 0;
  const addresses = [...sizes.map((size) => 4 * size), code.scratchBytes].map((bytes) => {
    const start = end;
    end += ALIGNMENT * Math.ceil(bytes / ALIGNMENT);
    return start;
  });
  return { code, addresses, bytes: end, work: 0 };
}

function compile(kernel: Known, into: WasmMemory): (() => void) | undefined {
  const module = createModule();
  const { code, addresses } = kernel;
  const [output, scratch] = addresses.slice(-2);
  const inputs = addresses.slice(0, -2);
  module.entry('run', {}, 'void', (f) => code.emit(module, f, { inputs, output, scratch }));
  const entries = instantiateUnlessRefused(module.bytes(), into);
  return typeof entries === 'string' ? undefined : (entries.run as unknown as () => void);
}
