/** `epochal/threads`: plans computed by several threads, with the bits of one. */
import '../autograd/methods.ts';

export { type EnableThreadsOptions, enableThreads } from './enable.ts';
export { runThread } from './serving.ts';
