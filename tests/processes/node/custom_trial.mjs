/** Lets a thread load the TypeScript beside it, and the sources of the library with it. */
import { register } from 'tsx/esm/api';

register();
export const { custom } = await import('./custom_trial.ts');
