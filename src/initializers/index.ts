export * from './all.ts';
export { type InitializerDescription, initializerFromJSON } from './from_json.ts';
export type { Initializer, InitializerRequest } from './initializer.ts';
export { initializers } from './initializers.ts';
