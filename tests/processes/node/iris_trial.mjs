/** Lets a thread load the TypeScript beside it, and the sources of the library with it. */
import { register } from 'tsx/esm/api';

register();
export const { iris } = await import('./iris_trial.ts');
