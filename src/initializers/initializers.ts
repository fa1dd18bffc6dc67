import * as all from './all.ts';
import { initializerFromJSON } from './from_json.ts';

/** All initializers under one name, for names such as `zeros` exist for tensors too: `initializers.zeros()`. */
export const initializers: typeof all & {
  readonly initializerFromJSON: typeof initializerFromJSON;
} = { ...all, initializerFromJSON };
