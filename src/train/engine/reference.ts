/** The engine that runs the reference, as it was asked to, or because nothing can be compiled here. */
import { referenceOnly } from '../../ops/execute/execute.ts';
import type { Engine, EngineRequest } from './engine.ts';
import { referencePhases } from './reference_phases.ts';
import { createSums } from './sums.ts';

/** @param obstacle why nothing is compiled, where that was not asked for */
export function referenceEngine(request: EngineRequest, obstacle?: string): Engine {
  const phases = referencePhases(request, createSums(request));
  const { forward, loss, backward, gradientNorm, update } = phases;
  return {
    ...phases,
    backend: 'reference',
    obstacle: () => obstacle,
    reports: () => [],
    isPrepared: () => true,
    *prepare() {},
    beginEpoch: () => undefined,
    forward: (dataset, rows, draw) => referenceOnly(() => forward(dataset, rows, draw)),
    loss: () => referenceOnly(loss),
    backward: (share, first) => referenceOnly(() => backward(share, first)),
    gradientNorm: () => referenceOnly(gradientNorm),
    update: (values) => referenceOnly(() => update(values)),
  };
}
