/** `epochal/threads`: plans computed by several threads, with the bits of one. */
import '../autograd/methods.ts';

export { enableThreads } from './enable.ts';
