/** `epochal/selection`: how many epochs, how much data, which setting, and what went wrong. */
import '../autograd/methods.ts';

export * from './search/index.ts';
