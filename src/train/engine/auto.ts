/**
 * The engine that compiles where it can. Micro-batches for which there is a plan run that; others, if
 * there are any, run the operations one by one. Both give the same bits, so they may take turns.
 */

import { threadsFor } from '../../graph/threading.ts';
import { compiledPhases } from './compiled_phases.ts';
import type { Engine, EngineRequest, Phases } from './engine.ts';
import { referencePhases } from './reference_phases.ts';
import { createSums } from './sums.ts';

export function autoEngine(request: EngineRequest): Engine {
  const sums = createSums(request);
  const threads = threadsFor(request.threads);
  const compiled = compiledPhases(request, sums, threads);
  const operations = referencePhases(request, sums);
  let current: Phases = operations;
  return {
    get backend() {
      return compiled.obstacle() === undefined ? 'wasm' : 'reference';
    },
    obstacle: () => compiled.obstacle() ?? threads?.obstacle(),
    threads: () => threads?.present() ?? 1,
    reports: compiled.reports,
    isPrepared: compiled.isPrepared,
    prepare: compiled.prepareInParts,
    beginEpoch: compiled.checkAgain,
    forward(dataset, rows, draw) {
      current = compiled.prepare(dataset, rows.length) ? compiled : operations;
      current.forward(dataset, rows, draw);
    },
    loss: () => current.loss(),
    backward: (share, first) => current.backward(share, first),
    gradientNorm: () => current.gradientNorm(),
    buffers: () => current.buffers(),
    update: (values) => current.update(values),
    batch: () => current.batch(),
    outputs: () => current.outputs(),
    activations: () => current.activations(),
    gradients: () => current.gradients(),
  };
}
