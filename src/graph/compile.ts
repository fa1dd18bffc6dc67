/**
 * Compiling a trace: kernels, an arena map, one WebAssembly module with an entry for each phase. A plan
 * runs the same computation again on other inputs, with the bits of the reference and no allocation.
 */
import { run } from '../ops/apply.ts';
import { allocate, type TypedArray } from '../tensor/dtype.ts';
import { makeTensor, packedCopy, type Storage, type Strided, Tensor } from '../tensor/tensor.ts';
import { instantiateUnlessRefused, type WasmEntries } from '../wasm/engine.ts';
import { call, type WasmFunction } from '../wasm/function.ts';
import { createModule, type ModuleBuilder } from '../wasm/module.ts';
import { emitterOf, type KernelEmitter, type Layout, scratchBytes } from './emit.ts';
import { apart, type Kernel, makeKernels } from './kernels.ts';
import { elementBytes, type Lifetime, lifetimes, placeLifetimes } from './memory.ts';
import type { Entry, Trace } from './trace.ts';
import type { Workspace } from './workspace.ts';

export interface CompileRequest {
  readonly trace: Trace;
  readonly workspace: Workspace;
  /** Tensors whose values are written before each run: the batch, learning rates, counters. */
  readonly inputs: readonly Tensor[];
  /** Computed tensors that can be read after a run. */
  readonly outputs: readonly Tensor[];
}

/** What happens in a phase: emitted code, and references of operations that have no compiled form. */
type Action = () => void;

export interface Plan {
  /** Runs a phase. */
  run(phase: string): void;
  /** The memory of an input, to write its values to in row-major order. */
  input(tensor: Tensor): TypedArray;
  /** A copy of the values that a tensor of the trace has after a run. */
  read(tensor: Tensor): Tensor;
  /** The value of a float32 output with one element. */
  readScalar(tensor: Tensor): number;
  /** What was made of the trace, for people. */
  readonly report: PlanReport;
}

export interface PlanReport {
  readonly kernels: readonly Kernel[];
  /** Names of operations that run their reference, because they have no compiled form. */
  readonly fallbacks: readonly string[];
  /** Bytes of temporary memory, after sharing, and what they would be without. */
  readonly arenaBytes: number;
  readonly unsharedBytes: number;
  readonly codeBytes: number;
  readonly module: ModuleBuilder;
  /** How long each temporary is needed, in kernels. */
  readonly lifetimes: readonly Lifetime[];
  /** Byte address of every storage in memory, for the arena map. */
  readonly addresses: ReadonlyMap<Storage, number>;
}

/**
 * Compiles a trace, which must have no obstacle. Tensors that were there before it, parameters above
 * all, move into the workspace.
 * @returns the plan, or why the engine would not compile it: then everything goes on as it was
 */
export function compileTrace(request: CompileRequest): Plan | string {
  const { trace, workspace, inputs, outputs } = request;
  const kept = new Set([...inputs, ...outputs].map(({ storage }) => storage));
  const addresses = new Map<Storage, number>();
  const literals = new Map<Storage, number>();

  // What comes from outside: inputs, what lives on, constants.
  for (const { storage, dtype } of inputs) {
    addresses.set(storage, workspace.reserve(storage.data.length * elementBytes(dtype)));
  }
  for (const [storage, dtype] of trace.captured) {
    if (!addresses.has(storage)) addresses.set(storage, workspace.adopt(storage, dtype));
  }
  const constants: [address: number, source: Strided][] = [];
  for (const view of [...trace.entries.flatMap((entry) => entry.inputs), ...outputs]) {
    const { storage, dtype } = view;
    if (addresses.has(storage) || literals.has(storage) || trace.computed.has(storage)) continue;
    if (storage.data.length === 1 && dtype === 'float32' && !kept.has(storage)) {
      literals.set(storage, storage.data[0]);
    } else {
      const address = workspace.reserve(storage.data.length * elementBytes(dtype));
      addresses.set(storage, address);
      constants.push([address, view]);
    }
  }

  // What is computed.
  const literal = (storage: Storage) => literals.get(storage);
  const emitters = new Map<Kernel, KernelEmitter>();
  /** A kernel as it is, or, where no loop can walk all of it, its operations one by one. */
  function emittable(kernel: Kernel): Kernel[] {
    const emitter = emitterOf(kernel, literal);
    if (emitter === undefined) {
      const { phase, entries } = kernel;
      if (entries.length > 1) return apart(kernel).flatMap(emittable);
      return [{ kind: 'fallback', phase, entries }];
    }
    emitters.set(kernel, emitter);
    return [kernel];
  }
  const kernels = makeKernels(trace, kept).flatMap(emittable);
  const needed = neededStorages(kernels, kept);
  const stored = new Set([...trace.computed].filter((storage) => needed.has(storage)));
  const lives = lifetimes(kernels, stored, kept);
  const { offsets, bytes } = placeLifetimes(lives);
  const scratch = Math.max(0, ...kernels.map(scratchBytes));
  const base = workspace.scratch(bytes + scratch);
  for (const [storage, offset] of offsets) addresses.set(storage, base + offset);

  const view = ({ storage, dtype }: Pick<Strided, 'storage' | 'dtype'>): TypedArray =>
    workspace.view(addressOf(storage), dtype, storage.data.length);
  for (const [, source] of constants) view(source).set(source.storage.data);

  function addressOf(storage: Storage): number {
    const address = addresses.get(storage);
    if (address === undefined) throw new ReferenceError('a storage without an address');
    return address;
  }

  const layout: Layout = {
    address: addressOf,
    literal,
    isNeeded: (storage) => needed.has(storage),
    scratch: base + bytes,
  };
  const { module, phases, fallbacks } = emitPhases(kernels, emitters, layout, view);
  const code = module.bytes();
  const entries = instantiateUnlessRefused(code, workspace.memory);
  if (typeof entries === 'string') return entries;
  const actions = new Map(
    [...phases].map(([phase, parts]) => [phase, parts.map((part) => part(entries))]),
  );

  let floats = new Float32Array(workspace.memory.buffer);
  return {
    run(phase) {
      const parts = actions.get(phase);
      if (parts !== undefined) for (let i = 0; i < parts.length; i++) parts[i]();
    },
    input: view,
    read: (tensor) => {
      const { shape, strides, offset, dtype } = tensor;
      const storage = { data: view(tensor) };
      return makeTensor(packedCopy({ shape, strides, offset, dtype, storage }), shape, dtype);
    },
    readScalar({ storage, offset }) {
      const { buffer } = workspace.memory;
      if (floats.buffer !== buffer) floats = new Float32Array(buffer);
      return floats[addressOf(storage) / 4 + offset];
    },
    report: {
      kernels,
      fallbacks: [...fallbacks],
      arenaBytes: bytes,
      unsharedBytes: lives.reduce((sum, life) => sum + life.bytes, 0),
      codeBytes: code.length,
      module,
      lifetimes: lives,
      addresses,
    },
  };
}

/** Storages that someone reads who did not just compute them: these have to be stored. */
function neededStorages(kernels: readonly Kernel[], kept: ReadonlySet<Storage>): Set<Storage> {
  const needed = new Set(kept);
  for (const { entries, kind } of kernels) {
    const inside = new Set<Storage>();
    for (const entry of entries) {
      for (const { storage } of entry.inputs) if (!inside.has(storage)) needed.add(storage);
      inside.add(entry.output.storage);
      const hosted = kind === 'reduction' && entry !== entries[entries.length - 1];
      if (entry.kind === 'assignment' || (kind !== 'loop' && !hosted))
        needed.add(entry.output.storage);
    }
  }
  return needed;
}

type Part = (entries: WasmEntries) => Action;

function emitPhases(
  kernels: readonly Kernel[],
  emitters: ReadonlyMap<Kernel, KernelEmitter>,
  layout: Layout,
  view: (of: Strided) => TypedArray,
): { module: ModuleBuilder; phases: Map<string, Part[]>; fallbacks: Set<string> } {
  const module = createModule();
  const phases = new Map<string, Part[]>();
  const fallbacks = new Set<string>();
  const pending: WasmFunction<Record<string, never>, 'void'>[] = [];

  function flush(phase: string): void {
    if (pending.length === 0) return;
    const parts = phases.get(phase) ?? [];
    const name = parts.length === 0 ? phase : `${phase}.${parts.length}`;
    const functions = pending.splice(0);
    module.entry(name, {}, 'void', (f) => {
      for (const fn of functions) f.run(call(fn, {}));
    });
    phases.set(phase, [...parts, (entries) => entries[name] as unknown as Action]);
  }

  kernels.forEach((kernel, index) => {
    const { phase, entries } = kernel;
    const emit = emitters.get(kernel);
    if (emit === undefined) {
      flush(phase);
      const [entry] = entries;
      fallbacks.add(entry.kind === 'assignment' ? 'assign' : entry.operation.name);
      phases.set(phase, [...(phases.get(phase) ?? []), () => referenceAction(entry, layout, view)]);
    } else {
      const name = `k${index}_${kernelName(kernel)}`;
      pending.push(module.define(name, {}, 'void', (f) => emit(module, f, layout)));
    }
    if (kernels[index + 1]?.phase !== phase) flush(phase);
  });
  return { module, phases, fallbacks };
}

/** The operations of a kernel, the first few, for the name of its function. */
function kernelName({ entries }: Kernel): string {
  const names = entries.map((entry) =>
    entry.kind === 'assignment' ? 'assign' : entry.operation.name,
  );
  return names.length > 4
    ? `${names.slice(0, 3).join('_')}_and_${names.length - 3}_more`
    : names.join('_');
}

/** Runs the reference of an operation on the memory of the plan. */
function referenceAction(entry: Entry, layout: Layout, view: (of: Strided) => TypedArray): Action {
  const inMemory = (strided: Strided): Strided => {
    const value = layout.literal(strided.storage);
    const data = value === undefined ? view(strided) : allocate(strided.dtype, 1).fill(value);
    const { dtype, shape, strides, offset } = strided;
    return { dtype, shape, strides, offset, storage: { data } };
  };
  return () => {
    const output = inMemory(entry.output);
    const inputs = entry.inputs.map(inMemory);
    if (entry.kind === 'assignment') return new Tensor(output).assign(new Tensor(inputs[0]));
    const { operation, attributes } = entry;
    const { storage } = run(operation, inputs, output, attributes);
    output.storage.data.set(storage.data);
  };
}
