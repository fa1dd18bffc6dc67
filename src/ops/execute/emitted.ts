/** Emitted code for single operations, outside of any plan, where it pays; the reference elsewhere. */

import { runKernel } from './emitted_kernel.ts';
import type { Executor } from './executor.ts';
import { reference } from './reference.ts';

export const emitted: Executor = {
  run: (operation, inputs, outcome, attributes) =>
    runKernel(operation, inputs, outcome, attributes) ??
    reference.run(operation, inputs, outcome, attributes),
  assign: reference.assign,
};
