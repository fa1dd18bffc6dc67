/** Which kernels may run at the same time: neighbours none of which needs another. */
import type { Kernel } from '../graph/kernels.ts';
import type { Storage } from '../tensor/storage.ts';

/**
 * The moment of each kernel, in order. A kernel that reads what another of its moment writes, or writes
 * what another reads or writes, begins the next one.
 * @param standing `alone` what shares its moment with nothing, `first` what can only begin one
 */
export function momentsOf(
  kernels: readonly Kernel[],
  standing: (kernel: Kernel) => 'alone' | 'first' | undefined,
): number[] {
  let moment = -1;
  let phase: string | undefined;
  let closed = true;
  let read = new Set<Storage>();
  let written = new Set<Storage>();
  return kernels.map((kernel) => {
    const inputs = kernel.entries.flatMap((entry) => entry.inputs.map(({ storage }) => storage));
    const outputs = kernel.entries.map(({ output }) => output.storage);
    const depends =
      inputs.some((storage) => written.has(storage)) ||
      outputs.some((storage) => read.has(storage) || written.has(storage));
    const own = standing(kernel);
    if (closed || own !== undefined || depends || kernel.phase !== phase) {
      moment++;
      read = new Set();
      written = new Set();
    }
    closed = own === 'alone';
    phase = kernel.phase;
    for (const storage of inputs) read.add(storage);
    for (const storage of outputs) written.add(storage);
    return moment;
  });
}
