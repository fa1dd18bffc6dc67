/** Counts the threads that a trial starts, and loads the TypeScript beside it, which starts them. */
import { createRequire } from 'node:module';
import { register } from 'tsx/esm/api';

const threads = createRequire(import.meta.url)('node:worker_threads');
let started = 0;
threads.Worker = class extends threads.Worker {
  constructor(...options) {
    super(...options);
    started++;
  }
};

register();
const { wide, share } = await import('./sharing_trial.ts');
export const sharing = async (values, request) => {
  const before = started;
  const score = await wide(values, request);
  return { score, started: Math.max(started, before), share: share() };
};
