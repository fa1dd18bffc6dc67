import { collect } from '../../nn/build.ts';
import { isPure } from '../../ops/pure.ts';
import type { EngineRequest } from './engine.ts';

/** Whether no code of the user's own takes part in an iteration. */
export function isAllPure({ model, loss, learned }: EngineRequest): boolean {
  const parts = [
    loss,
    ...model.layers.map(({ layer }) => layer),
    ...collect(model.layers, 'penalties').map(([, penalty]) => penalty),
    ...learned.flatMap(({ optimizer, constraint = optimizer }) => [optimizer, constraint]),
  ];
  return parts.every(isPure);
}
