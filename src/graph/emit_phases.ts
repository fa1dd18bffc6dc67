/** From kernels to a module with an entry for each phase, and what is done between pieces of emitted code. */
import type { Strided } from '../tensor/strided.ts';
import type { WasmEntries } from '../wasm/engine.ts';
import { call, type WasmFunction } from '../wasm/function.ts';
import { createModule, type ModuleBuilder } from '../wasm/module.ts';
import { type Action, checkAction, referenceAction } from './actions.ts';
import type { KernelEmitter, Layout } from './emit.ts';
import type { Kernel } from './kernels.ts';

/** Part of a phase, once there is code. */
export type Part = (entries: WasmEntries) => Action;

export function emitPhases(
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
