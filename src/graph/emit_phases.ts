/** From kernels to a module with an entry for each phase, and what is done between pieces of emitted code. */
import type { Layout } from '../ops/emit/layout.ts';
import type { Strided } from '../tensor/strided.ts';
import { call, type FunctionBuilder, type WasmFunction } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { type Action, checkAction, referenceAction } from './actions.ts';
import type { Code } from './code.ts';
import type { KernelEmitter } from './emit.ts';
import type { Kernel } from './kernels.ts';

/** Part of a phase, once there is code. */
export type Part = (code: Code) => Action;

/** Who puts kernels together to entries of a module. */
export interface Composer {
  /** Emits a kernel, which the next entry is to run. */
  kernel(index: number, name: string): void;
  /** Emits an entry that runs the kernels since the last one. */
  entry(name: string): Part;
  /** Emits what is left, once all entries are there. */
  finish?(): void;
}

/** A function of its own, which holds the name and not the module. */
function runEntry(name: string): Part {
  return (code) => code.entries()[name] as unknown as Action;
}

/** Kernels one after another. */
function inOrder(
  module: ModuleBuilder,
  emit: (index: number, f: FunctionBuilder) => void,
): Composer {
  const pending: WasmFunction<Record<string, never>, 'void'>[] = [];
  return {
    kernel(index, name) {
      pending.push(module.define(name, {}, 'void', (f) => emit(index, f)));
    },
    entry(name) {
      const functions = pending.splice(0);
      module.entry(name, {}, 'void', (f) => {
        for (const fn of functions) f.run(call(fn, {}));
      });
      return runEntry(name);
    },
  };
}

export interface PhasesRequest {
  readonly kernels: readonly Kernel[];
  readonly emitters: ReadonlyMap<Kernel, KernelEmitter>;
  /** Who puts them together, if several threads compute them. */
  readonly arrangement: { composer(module: ModuleBuilder, layout: Layout): Composer } | undefined;
  readonly layout: Layout;
}

export function emitPhases(
  { kernels, emitters, arrangement, layout }: PhasesRequest,
  module: ModuleBuilder,
  inPlan: (strided: Strided) => Strided,
): { phases: Map<string, Part[]>; fallbacks: Set<string> } {
  const composer =
    arrangement?.composer(module, layout) ??
    inOrder(module, (index, f) => emitters.get(kernels[index])?.emit(module, f, layout));
  const phases = new Map<string, Part[]>();
  const fallbacks = new Set<string>();
  let pending = 0;
  const add = (phase: string, part: Part) => {
    const parts = phases.get(phase) ?? [];
    parts.push(part);
    phases.set(phase, parts);
  };

  function flush(phase: string): void {
    if (pending === 0) return;
    const count = phases.get(phase)?.length ?? 0;
    add(phase, composer.entry(count === 0 ? phase : `${phase}.${count}`));
    pending = 0;
  }

  kernels.forEach((kernel, index) => {
    const { phase, entries } = kernel;
    if (!emitters.has(kernel)) {
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
      composer.kernel(index, `k${index}_${kernelName(kernel)}`);
      pending++;
    }
    if (kernels[index + 1]?.phase !== phase) flush(phase);
  });
  composer.finish?.();
  return { phases, fallbacks };
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
