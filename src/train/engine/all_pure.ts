import { isPure } from '../../ops/pure.ts';
import type { EngineRequest } from './engine.ts';

/** Whether no code of the user's own takes part in an iteration. */
export function isAllPure({ model, loss, learned }: EngineRequest): boolean {
  return [model, loss, ...learned.map(({ optimizer }) => optimizer)].every(isPure);
}
