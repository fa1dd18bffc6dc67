/**
 * The engine that compiles where it can. Micro-batches for which there is a plan run that; others, if
 * there are any, run the operations one by one. Both give the same bits, so they may take turns.
 */
import { collect } from '../../nn/build.ts';
import { isPure } from '../../ops/pure.ts';
import { compiledPhases } from './compiled_phases.ts';
import type { Engine, EngineRequest, Phases } from './engine.ts';
import { referencePhases } from './reference_phases.ts';
import { createSums } from './sums.ts';

export function autoEngine(request: EngineRequest): Engine {
  const sums = createSums(request);
  const compiled = compiledPhases(request, sums);
  const operations = referencePhases(request, sums);
  let current: Phases = operations;
  return {
    get backend() {
      return compiled.obstacle() === undefined ? 'wasm' : 'reference';
    },
    obstacle: compiled.obstacle,
    reports: compiled.reports,
    isPrepared: compiled.isPrepared,
    prepare: compiled.prepareInParts,
    beginEpoch: isAllPure(request) ? () => undefined : compiled.checkAgain,
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

/** Whether no code of the user's own takes part in an iteration. */
function isAllPure({ model, loss, learned }: EngineRequest): boolean {
  const parts = [
    loss,
    ...model.layers.map(({ layer }) => layer),
    ...collect(model.layers, 'penalties').map(([, penalty]) => penalty),
    ...learned.flatMap(({ optimizer, constraint }) => [
      optimizer,
      ...(constraint ? [constraint] : []),
    ]),
  ];
  return parts.every(isPure);
}
