/**
 * Compiling a trace: kernels, an arena map, one WebAssembly module with an entry for each phase. A plan
 * runs the computation on numbers, with the bits of the reference and no allocation.
 */

import type { Layout } from '../ops/emit/layout.ts';
import { Storage, storageMoves } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import { Tensor } from '../tensor/tensor.ts';
import { createModule, type ModuleBuilder } from '../wasm/module.ts';
import { type Action, type Lent, withLent } from './actions.ts';
import type { Arena } from './arena.ts';
import { codeFor } from './code.ts';
import { findConstants } from './constants.ts';
import { emitterOf, type KernelEmitter } from './emit.ts';
import { emitPhases, type PhasesRequest } from './emit_phases.ts';
import { MemoryFull } from './home.ts';
import { apart, type Kernel, makeKernels } from './kernels.ts';
import { lifetimes, placeLifetimes } from './memory.ts';
import type { InParts } from './parts.ts';
import { placeStorages } from './places.ts';
import type { Plan } from './plan.ts';
import type { Threads } from './threading.ts';
import type { Trace } from './trace.ts';

export interface CompileRequest {
  readonly trace: Trace;
  /** Tensors of the trace whose numbers are written before each run: the batch, learning rates. */
  readonly inputs: readonly Tensor[];
  /** Tensors of the trace that can be read after a run. */
  readonly outputs: readonly Tensor[];
  /** Where temporaries lie. */
  readonly arena: Arena;
  /** Who computes it, if not this thread alone. */
  readonly threads?: Threads;
}

/**
 * Compiles a trace, which must have no obstacle. What was there before it, parameters above all, moves
 * into the memory of compiled code, unless it is there or lent.
 * @returns the plan, or why there is none: the engine would not compile it, or has no memory. Then
 * everything continues as it was
 */
export function* compileTrace(request: CompileRequest): InParts<Plan | string> {
  try {
    return yield* compileWithin(request);
  } catch (error) {
    if (error instanceof MemoryFull) return error.message;
    throw error;
  }
}

function* compileWithin(request: CompileRequest): InParts<Plan | string> {
  const { trace, inputs, outputs, arena, threads } = request;
  const kept = new Set([...inputs, ...outputs].map(({ storage }) => storage));
  const { captured, computed } = trace;
  const given = new Set(inputs.map(({ storage }) => storage));
  const { constants, literal } = findConstants(trace, given, outputs);

  // What is computed, and how.
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
  const isNeeded = neededStorages(kernels, kept);
  const stored = new Set([...computed].filter(isNeeded));
  const arrangement = threads?.arrange({ kernels, emitters, isNeeded });
  const lives = lifetimes(kernels, stored, kept, arrangement?.moments);
  const { offsets, bytes } = placeLifetimes(lives);
  let scratchBytes = arrangement?.scratchBytes ?? 0;
  for (const emitter of emitters.values()) {
    scratchBytes = Math.max(scratchBytes, emitter.scratchBytes);
  }

  yield;

  // Where it lies.
  const resident = [...captured].filter((storage) => !storage.isLent);
  const lent = [...captured].filter((storage) => storage.isLent);
  const fresh = new Set([...given, ...lent, ...constants.keys()]);
  const temporaryBytes = bytes + scratchBytes;
  const { home, blocks, blockOf, movers, temporaries, addresses } = placeStorages({
    resident,
    fresh,
    offsets,
    temporaryBytes,
    arena,
    threadBytes: arrangement && threads?.bytes,
  });

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

  const scratch = temporaries.address + bytes;
  const layout = layoutOf(addresses, { literal, isNeeded, scratch });
  const inPlan = (strided: Strided): Strided => {
    const { dtype, shape, strides, offset, storage } = strided;
    const own = literal(storage) === undefined ? numbers(storage) : storage;
    return { dtype, shape, strides, offset, storage: own };
  };
  const shared = home.threadBytes > 0;
  const module = createModule(shared);
  const emission = { kernels, emitters, arrangement, layout };
  const { phases, fallbacks } = emitPhases(emission, module, inPlan);
  yield;
  const bytesOfCode = module.bytes();
  const code = codeFor(bytesOfCode, home);
  if (typeof code === 'string') return code;

  // From here on nothing can fail.
  for (const [storage, block] of movers) storage.moveTo(block);
  for (const storage of constants.keys()) numbers(storage).data.set(storage.data);
  let actions = new Map<string, Action[]>();
  let elsewhere: readonly Lent[] = [];
  let memory: unknown;
  let seen: number | undefined;
  /**
   * What lies elsewhere is copied in before each phase, and out if it was written. That is what is lent, and what has
   * moved away between two phases: by a prediction of threads, or because it was lent only now.
   */
  const look = () => {
    if (memory === home.memory && seen === storageMoves()) return; // asked in every phase of every iteration
    memory = home.memory;
    seen = storageMoves();
    elsewhere = [...captured]
      .filter((own) => own.block !== blockOf(own))
      .map((own) => ({ own, copy: numbers(own) }));
    actions = new Map(
      [...phases].map(([phase, parts]) => {
        const assigned = trace.entries.filter(
          (entry) => entry.phase === phase && entry.kind === 'assignment',
        );
        const written = new Set(assigned.map(({ output }) => output.storage));
        const returned = elsewhere.filter(({ own }) => written.has(own));
        const own = parts.map((part) => part(code));
        return [phase, withLent(elsewhere, returned, own)] as const;
      }),
    );
  };

  return {
    run(phase) {
      look();
      const parts = actions.get(phase);
      if (parts !== undefined) for (let i = 0; i < parts.length; i++) parts[i]();
    },
    tensor: (of) => new Tensor(inPlan(of)),
    isCurrent() {
      look();
      return elsewhere.length === lent.length && blocks.length > 0; // which it holds
    },
    report: {
      kernels,
      fallbacks: [...fallbacks],
      arenaBytes: bytes,
      unsharedBytes: lives.reduce((sum, life) => sum + life.bytes, 0),
      codeBytes: bytesOfCode.length,
      shared,
      emit: emitterInto(emission),
      lifetimes: lives,
      addresses,
    },
  };
}

// Functions of their own, because a report may be kept: they hold what they name, and no memory of the plan.

function layoutOf(
  addresses: ReadonlyMap<Storage, number>,
  others: Omit<Layout, 'address'>,
): Layout {
  return {
    ...others,
    address(storage) {
      const address = addresses.get(storage);
      if (address === undefined) throw new ReferenceError('a storage without a place');
      return address;
    },
  };
}

function emitterInto(emission: PhasesRequest): (module: ModuleBuilder) => void {
  return (module) => {
    emitPhases(emission, module, (strided) => strided);
  };
}

/** Whether someone reads a storage who did not just compute it: such ones have to be stored. */
function neededStorages(
  kernels: readonly Kernel[],
  kept: ReadonlySet<Storage>,
): Layout['isNeeded'] {
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
  return (storage) => needed.has(storage);
}
