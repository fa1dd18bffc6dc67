/** Looking into a compiled plan: what was fused, where everything lies, and the code itself. */

import { describeShape } from '../errors/describe.ts';
import { checkArgument, type Rule } from '../errors/options.ts';
import { counted } from '../formats/counted.ts';
import type { Kernel } from '../graph/kernels.ts';
import type { PlanReport } from '../graph/plan.ts';
import type { Entry } from '../graph/trace.ts';
import { createModule } from '../wasm/module.ts';
import { moduleText } from '../wasm/text.ts';

export interface Inspection {
  /** The kernels in order, by phase, with the operations fused into each. */
  readonly kernels: string;
  /** Where in memory each storage lies, and from which kernel to which it is needed. */
  readonly arena: string;
  /** The module as WebAssembly text, which `wat2wasm` assembles. */
  readonly wasm: string;
  /** The kernels and the arena map, for printing. */
  toString(): string;
}

/**
 * What the compiler made of a computation, for reading.
 * @param report one of `trainer.reports()`, or of a compiled function's `reports()`
 * @example console.log(String(inspect(trainer.reports()[0])));
 */
export function inspect(report: PlanReport): Inspection {
  checkArgument('inspect', report, reportRule);
  const kernels = describeKernels(report);
  const arena = describeArena(report);
  return {
    kernels,
    arena,
    get wasm() {
      const module = createModule(report.shared);
      report.emit(module);
      return moduleText(module);
    },
    toString: () => `${kernels}\n\n${arena}`,
  };
}

const reportRule: Rule<never> = {
  expected: 'a report of a plan',
  example: 'trainer.reports()[0]',
  accepts(value) {
    const { kernels, lifetimes } = (value ?? {}) as Partial<PlanReport>;
    return Array.isArray(kernels) && Array.isArray(lifetimes);
  },
};

function nameOf(entry: Entry): string {
  return entry.kind === 'assignment' ? 'assign' : entry.operation.name;
}

function describeKernels({ kernels, fallbacks, codeBytes }: PlanReport): string {
  const operations = kernels.reduce((sum, { entries }) => sum + entries.length, 0);
  const lines = [
    `${counted(operations, 'operation')} in ${counted(kernels.length, 'kernel')}, ` +
      `${codeBytes.toLocaleString('en-US')} bytes of code`,
  ];
  let phase = '';
  kernels.forEach((kernel, index) => {
    if (kernel.phase !== phase) lines.push(`${kernel.phase}:`);
    phase = kernel.phase;
    lines.push(`  k${index} ${describeKernel(kernel)}`);
  });
  if (fallbacks.length > 0) lines.push(`by their reference, not compiled: ${fallbacks.join(', ')}`);
  return lines.join('\n');
}

function describeKernel({ kind, entries }: Kernel): string {
  const { output } = entries[entries.length - 1];
  const names = {
    loop: 'loop over',
    reduction: 'reduction to',
    own: 'kernel for',
    fallback: 'reference',
  };
  return `${names[kind]} ${describeShape(output.shape)}: ${entries.map(nameOf).join(', ')}`;
}

function describeArena({ lifetimes, addresses, arenaBytes, unsharedBytes }: PlanReport): string {
  const bytes = (n: number) => n.toLocaleString('en-US');
  const rows = [...lifetimes]
    .sort((a, b) => (addresses.get(a.storage) ?? 0) - (addresses.get(b.storage) ?? 0))
    .map(({ storage, bytes: size, first, last }) => {
      const address = addresses.get(storage) ?? 0;
      return `  ${String(address).padStart(9)}  ${bytes(size).padStart(9)} bytes  k${first} to k${last}`;
    });
  const head = `temporary memory: ${bytes(arenaBytes)} bytes (${bytes(unsharedBytes)} if nothing were shared)`;
  return [head, '    address       size        needed from', ...rows].join('\n');
}
