/** A trace of a function, and the kernels made of it. */
import { type Kernel, makeKernels } from '../../src/graph/kernels.ts';
import { startTrace, type Trace } from '../../src/graph/trace.ts';
import type { Storage } from '../../src/tensor/storage.ts';
import type { Tensor } from '../tensors.ts';

export interface Traced {
  readonly trace: Trace;
  readonly outputs: readonly Tensor[];
  readonly kernels: readonly Kernel[];
}

export function traced(compute: () => readonly Tensor[]): Traced {
  const tracer = startTrace();
  const outputs = tracer.phase('run', compute);
  const trace = tracer.finish();
  const kept = new Set<Storage>(outputs.map(({ storage }) => storage));
  return { trace, outputs, kernels: makeKernels(trace, kept) };
}

/** `loop: mul add`, one line for each kernel. */
export function shown(kernels: readonly Kernel[]): string[] {
  return kernels.map(({ kind, entries }) => {
    const names = entries.map((entry) =>
      entry.kind === 'assignment' ? 'assign' : entry.operation.name,
    );
    return `${kind}: ${names.join(' ')}`;
  });
}
