/** Emitted code for single operations, outside of any plan, where it pays; the reference elsewhere. */

import { runElements } from './emitted_elements.ts';
import { runKernel } from './emitted_kernel.ts';
import { runReduction } from './emitted_reduction.ts';
import type { Executor } from './executor.ts';
import { reference } from './reference.ts';
import { takingBytes } from './taking_bytes.ts';

export const emitted: Executor = takingBytes({
  run: (operation, inputs, outcome, attributes) =>
    runElements(operation, inputs, outcome, attributes) ??
    runReduction(operation, inputs, outcome, attributes) ??
    runKernel(operation, inputs, outcome, attributes) ??
    reference.run(operation, inputs, outcome, attributes),
  fusesRows: true,
  assign: reference.assign,
});
