/** `epochal/threads`: plans computed by several threads, with the bits of one. */
export { enableThreads } from './enable.ts';
