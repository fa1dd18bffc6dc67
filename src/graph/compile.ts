/**
 * Compiling a trace: kernels, an arena map, one WebAssembly module with an entry for each phase. A plan
 * runs the computation on numbers, with the bits of the reference and no allocation.
 */
import { reference } from '../ops/execute/reference.ts';
import { bytesOf } from '../tensor/dtype.ts';
import { type Block, Storage, storageMoves } from '../tensor/storage.ts';
import { overwrite, packedCopy, type Strided } from '../tensor/strided.ts';
import { Tensor } from '../tensor/tensor.ts';
import { instantiateUnlessRefused, type WasmEntries } from '../wasm/engine.ts';
import { call, type WasmFunction } from '../wasm/function.ts';
import { createModule, type ModuleBuilder } from '../wasm/module.ts';
import { emitterOf, type KernelEmitter, type Layout } from './emit.ts';
import { type Home, homeFor, MemoryFull } from './home.ts';
import { apart, type Kernel, makeKernels } from './kernels.ts';
import { type Lifetime, lifetimes, placeLifetimes } from './memory.ts';
import type { Entry, Trace } from './trace.ts';

export interface CompileRequest {
  readonly trace: Trace;
  /** Tensors of the trace whose numbers are written before each run: the batch, learning rates. */
  readonly inputs: readonly Tensor[];
  /** Tensors of the trace that can be read after a run. */
  readonly outputs: readonly Tensor[];
  /** Where temporaries lie. */
  readonly arena: Arena;
}

/** Memory for temporaries, of one who runs plans one at a time. */
export interface Arena {
  block(home: Home, bytes: number): Block;
}

/** An arena for those who are done with their temporaries before they return. They share it. */
export const transientArena: Arena = { block: (home, bytes) => home.transient(bytes) };

/** An arena for someone whose temporaries live on from call to call. */
export function ownArena(): Arena {
  let known: { readonly home: Home; readonly block: Block; readonly bytes: number } | undefined;
  return {
    block(home, bytes) {
      if (known === undefined || known.home !== home || known.bytes < bytes) {
        known = { home, block: home.reserve(bytes), bytes };
      }
      return known.block;
    },
  };
}

export interface Plan {
  /** Runs a phase. */
  run(phase: string): void;
  /**
   * An input or output of the trace as a tensor over the memory of the plan: inputs are written to it,
   * outputs are there until the next run.
   */
  tensor(of: Tensor): Tensor;
  /** Whether all that lives on is where the code expects it. If not, there must be a new plan. */
  isCurrent(): boolean;
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
 * Compiles a trace, which must have no obstacle. What was there before it, parameters above all, moves
 * into the memory of compiled code, unless it is there or lent.
 * @returns the plan, or why there is none: the engine would not compile it, or has no memory. Then
 * everything continues as it was
 */
export function compileTrace(request: CompileRequest): Plan | string {
  try {
    return compileWithin(request);
  } catch (error) {
    if (error instanceof MemoryFull) return error.message;
    throw error;
  }
}

/** A storage that stays where it is, and its copy in the memory of the plan. */
interface Lent {
  readonly own: Storage;
  readonly copy: Storage;
}

function compileWithin({ trace, inputs, outputs, arena }: CompileRequest): Plan | string {
  const kept = new Set([...inputs, ...outputs].map(({ storage }) => storage));
  const { captured, computed } = trace;
  const given = new Set(inputs.map(({ storage }) => storage));
  const { constants, literals } = findConstants(trace, given, outputs);

  // What is computed, and how.
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
  const stored = new Set([...computed].filter((storage) => needed.has(storage)));
  const lives = lifetimes(kernels, stored, kept);
  const { offsets, bytes } = placeLifetimes(lives);
  let scratchBytes = 0;
  for (const emitter of emitters.values()) {
    scratchBytes = Math.max(scratchBytes, emitter.scratchBytes);
  }

  // Where it lies.
  const resident = [...captured].filter((storage) => !storage.isLent);
  const lent = [...captured].filter((storage) => storage.isLent);
  const fresh = new Set([...given, ...lent, ...constants.keys()]);
  const missing = [...fresh, ...resident.filter(({ block }) => block === undefined)];
  const total = missing.reduce((sum, storage) => sum + sizeInBytes(storage), bytes + scratchBytes);
  const home = homeFor(resident, total);
  const blocks: Block[] = []; // held, because what nobody holds is free
  const places = new Map<Storage, Block>();
  const placeIn = (storage: Storage, block: Block) => {
    places.set(storage, block);
    blocks.push(block);
  };
  const temporaries = arena.block(home, bytes + scratchBytes);
  blocks.push(temporaries);
  for (const storage of fresh) placeIn(storage, home.reserve(sizeInBytes(storage)));
  const movers: [storage: Storage, block: Block][] = [];
  for (const storage of resident) {
    const { block } = storage;
    const at = block?.home === home ? block : home.reserve(sizeInBytes(storage));
    if (at !== block) movers.push([storage, at]);
    placeIn(storage, at);
  }
  for (const [storage, offset] of offsets) {
    places.set(storage, { home, address: temporaries.address + offset });
  }

  const blockOf = (storage: Storage): Block => {
    const block = places.get(storage);
    if (block === undefined) throw new ReferenceError('a storage without a place');
    return block;
  };
  const copies = new Map<Storage, Storage>();
  /** The numbers of a storage of the trace, in the memory of the plan. */
  const numbers = (storage: Storage): Storage => {
    const copy = copies.get(storage) ?? new Storage(storage.dtype, storage.size);
    if (!copies.has(storage)) {
      copy.placeAt(blockOf(storage));
      copies.set(storage, copy);
    }
    return copy;
  };

  const layout: Layout = {
    address: (storage) => blockOf(storage).address,
    literal,
    isNeeded: (storage) => needed.has(storage),
    scratch: temporaries.address + bytes,
  };
  const inPlan = (strided: Strided): Strided => {
    const { dtype, shape, strides, offset, storage } = strided;
    const own = literals.has(storage) ? storage : numbers(storage);
    return { dtype, shape, strides, offset, storage: own };
  };
  const { module, phases, fallbacks } = emitPhases(kernels, emitters, layout, inPlan);
  const code = module.bytes();
  const entries = instantiateUnlessRefused(code, home.memory);
  if (typeof entries === 'string') return entries;

  // From here on nothing can fail.
  for (const [storage, block] of movers) storage.moveTo(block);
  for (const storage of constants.keys()) numbers(storage).data.set(storage.data);
  const borrowed = lent.map((own): Lent => ({ own, copy: numbers(own) }));
  const written = overwrittenByPhase(trace);
  const actions = new Map(
    [...phases].map(([phase, parts]) => {
      const returned = borrowed.filter(({ own }) => written.get(phase)?.has(own));
      return [
        phase,
        withLent(
          borrowed,
          returned,
          parts.map((part) => part(entries)),
        ),
      ] as const;
    }),
  );
  let seen = storageMoves();

  return {
    run(phase) {
      const parts = actions.get(phase);
      if (parts !== undefined) for (let i = 0; i < parts.length; i++) parts[i]();
    },
    tensor: (of) => new Tensor(inPlan(of)),
    isCurrent() {
      if (seen === storageMoves()) return true; // asked in every phase of every iteration
      const current = resident.every((storage) => storage.block === blockOf(storage));
      if (current && blocks.length > 0 && lent.every(({ isLent }) => isLent)) {
        seen = storageMoves();
        return true;
      }
      return false;
    },
    report: {
      kernels,
      fallbacks: [...fallbacks],
      arenaBytes: bytes,
      unsharedBytes: lives.reduce((sum, life) => sum + life.bytes, 0),
      codeBytes: code.length,
      module,
      lifetimes: lives,
      addresses: new Map([...places].map(([storage, { address }]) => [storage, address])),
    },
  };
}

function sizeInBytes({ size, dtype }: Storage): number {
  return size * bytesOf(dtype);
}

/**
 * What was made on the way and not computed, such as the 2 of `x.mul(2)`. A single float32 becomes part of
 * the code.
 */
function findConstants(
  { entries, captured, computed }: Trace,
  inputs: ReadonlySet<Storage>,
  outputs: readonly Tensor[],
): { constants: Map<Storage, Strided>; literals: Map<Storage, number> } {
  const constants = new Map<Storage, Strided>();
  const literals = new Map<Storage, number>();
  const read = new Set(outputs.map(({ storage }) => storage));
  const consider = (view: Strided) => {
    const { storage } = view;
    if (captured.has(storage) || computed.has(storage) || constants.has(storage)) return;
    if (inputs.has(storage) || literals.has(storage)) return;
    const isLiteral = storage.size === 1 && storage.dtype === 'float32' && !read.has(storage);
    if (isLiteral) literals.set(storage, storage.data[0]);
    else constants.set(storage, view);
  };
  for (const entry of entries) entry.inputs.forEach(consider);
  outputs.forEach(consider);
  return { constants, literals };
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

function overwrittenByPhase({ entries }: Trace): Map<string, Set<Storage>> {
  const written = new Map<string, Set<Storage>>();
  for (const { kind, phase, output } of entries) {
    if (kind !== 'assignment') continue;
    written.set(phase, (written.get(phase) ?? new Set()).add(output.storage));
  }
  return written;
}

/** What happens in a phase: emitted code, and references of operations that have no compiled form. */
type Action = () => void;

/** The actions of a phase between copies of what is lent: all of it in, what was written out. */
function withLent(lent: readonly Lent[], returned: readonly Lent[], actions: Action[]): Action[] {
  return [
    ...lent.map(
      ({ own, copy }): Action =>
        () =>
          copy.data.set(own.data),
    ),
    ...actions,
    ...returned.map(
      ({ own, copy }): Action =>
        () =>
          own.data.set(copy.data),
    ),
  ];
}

type Part = (entries: WasmEntries) => Action;

function emitPhases(
  kernels: readonly Kernel[],
  emitters: ReadonlyMap<Kernel, KernelEmitter>,
  layout: Layout,
  inPlan: (strided: Strided) => Strided,
): { module: ModuleBuilder; phases: Map<string, Part[]>; fallbacks: Set<string> } {
  const module = createModule();
  const phases = new Map<string, Part[]>();
  const fallbacks = new Set<string>();
  const pending: WasmFunction<Record<string, never>, 'void'>[] = [];
  const add = (phase: string, part: Part) => {
    const parts = phases.get(phase) ?? [];
    parts.push(part);
    phases.set(phase, parts);
  };

  function flush(phase: string): void {
    if (pending.length === 0) return;
    const count = phases.get(phase)?.length ?? 0;
    const name = count === 0 ? phase : `${phase}.${count}`;
    const functions = pending.splice(0);
    module.entry(name, {}, 'void', (f) => {
      for (const fn of functions) f.run(call(fn, {}));
    });
    add(phase, (entries) => entries[name] as unknown as Action);
  }

  kernels.forEach((kernel, index) => {
    const { phase, entries } = kernel;
    const emitter = emitters.get(kernel);
    if (emitter === undefined) {
      flush(phase);
      const [entry] = entries;
      fallbacks.add(entry.kind === 'assignment' ? 'assign' : entry.operation.name);
      add(phase, () => referenceAction(entry, inPlan));
    } else {
      const check = checkAction(entries[0], inPlan);
      if (check !== undefined) {
        flush(phase);
        add(phase, () => check);
      }
      const name = `k${index}_${kernelName(kernel)}`;
      pending.push(module.define(name, {}, 'void', (f) => emitter.emit(module, f, layout)));
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

/** What an operation with loops of its own looks at before it runs. */
function checkAction(entry: Entry, inPlan: (strided: Strided) => Strided): Action | undefined {
  if (entry.kind === 'assignment') return undefined;
  const { operation, attributes } = entry;
  const { body } = operation;
  if (body.kind !== 'kernel' || body.check === undefined) return undefined;
  const inputs = entry.inputs.map(inPlan);
  return () => body.check?.(inputs, attributes);
}

/** Runs the reference of an operation on the memory of the plan. */
function referenceAction(entry: Entry, inPlan: (strided: Strided) => Strided): Action {
  const output = inPlan(entry.output);
  const inputs = entry.inputs.map(inPlan);
  if (entry.kind === 'assignment') return () => overwrite(output, packedCopy(inputs[0]));
  const { operation, attributes } = entry;
  return () => {
    const { storage } = reference.run(operation, inputs, output, attributes);
    output.storage.data.set(storage.data);
  };
}
