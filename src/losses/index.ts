export * from './all.ts';
export { type CheckTargets, type ClassOutputs, type Loss, loss, type PerSample } from './loss.ts';
