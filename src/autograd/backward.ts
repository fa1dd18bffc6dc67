/** The backward pass as it is called: gradients of an output, checked, returned or noted on tensors. */

import { describeShape } from '../errors/describe.ts';
import { StateError } from '../errors/errors.ts';
import {
  anything,
  boolean,
  iterable,
  optional,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { apply } from '../ops/apply.ts';
import { add } from '../ops/elementwise/arithmetic.ts';
import { withGradients } from '../ops/gradient_mode.ts';
import type { Operation } from '../ops/operation.ts';
import { checkTensor, checkTensors, commonDtype } from '../tensor/check.ts';
import { zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { propagate, type Start } from './chain_rule.ts';

export interface GradientsOptions {
  /** Whether the gradients can be differentiated again, to any order; default false. */
  readonly createGraph?: boolean | undefined;
  /** The gradient to start from, in the shape of the output; default ones, for a scalar only. */
  readonly outputGradient?: Tensor | undefined;
}

/**
 * The gradients of `output` with respect to tensors it depends on. Nothing is stored on any tensor.
 * @returns one gradient for each tensor of `wrt`, in its shape; null where none flows
 * @throws StateError when the output is no scalar and no `outputGradient` is given, or when it does
 * not depend on anything that requires a gradient
 */
export function gradients<const Wrt extends readonly Tensor[]>(
  output: Tensor,
  wrt: Wrt,
  options?: GradientsOptions,
): { -readonly [K in keyof Wrt]: Wrt[K] | null };
export function gradients(
  output: Tensor,
  wrt: readonly Tensor[],
  options?: GradientsOptions,
): (Tensor | null)[] {
  const read = readOptions<Start>('gradients', options, {
    createGraph: withDefault(boolean, false),
    outputGradient: optional(anything),
  });
  checkTensor('gradients', output);
  checkTensors('gradients', wrt);
  if (read.outputGradient !== undefined) {
    commonDtype('gradients.outputGradient', [output, read.outputGradient]);
  }
  checkOutput(output, read.outputGradient);
  const found = propagate(output, wrt, read);
  return wrt.map((tensor) => {
    const gradient = found.get(tensor) ?? null;
    const constant = read.createGraph && gradient?.requiresGrad === false;
    return constant ? constantIn(gradient, wrt) : gradient;
  });
}

/** The same values, as something that can be differentiated; the gradient is 0. */
const constantInOperation: Operation<undefined> = {
  name: 'constantIn',
  infer: ([value]) => ({ dtype: value.dtype, shape: value.shape }),
  body: { kind: 'view', view: ({ strides, offset }) => ({ strides, offset }) },
  gradients: (input) =>
    input === 0
      ? (g) => g
      : (_g, inputs) => zeros(inputs[input].shape, { dtype: inputs[input].dtype }),
  rules: ['g', '0'],
};

function constantIn(value: Tensor, variables: readonly Tensor[]): Tensor {
  const inputs = [value, ...variables.filter(({ requiresGrad }) => requiresGrad)];
  return withGradients(true, () => apply(constantInOperation, inputs, undefined));
}

/**
 * Computes the gradient of a scalar for everything it depends on. On parameters gradients add up over
 * calls (`zeroGradients` starts anew); everywhere else `gradient` is that of this call.
 * @throws StateError as `gradients` does
 */
export function backward(output: Tensor): void {
  checkTensor('backward', output);
  checkOutput(output, undefined);
  const found = propagate(output, undefined, { createGraph: false, outputGradient: undefined });
  for (const [tensor, gradient] of found) {
    const kept = tensor.source === null ? tensor.gradient : null;
    tensor.gradient = kept === null ? gradient : withGradients(false, () => add(kept, gradient));
  }
}

/** Forgets the gradients of parameters. */
export function zeroGradients(parameters: Iterable<Tensor>): void {
  const all = iterable.accepts(parameters) ? [...parameters] : parameters;
  checkTensors('zeroGradients', all);
  for (const parameter of all) parameter.gradient = null;
}

function checkOutput(output: Tensor, outputGradient: Tensor | undefined): void {
  if (!output.requiresGrad) {
    throw new StateError({
      where: 'backward',
      expected: 'a tensor computed from parameters',
      received: 'one that depends on none',
      remedy:
        'Make what is to be learned with parameter(values), and do not compute inside noGrad.',
    });
  }
  const wanted = outputGradient?.shape ?? [];
  if (describeShape(output.shape) !== describeShape(wanted)) {
    throw new StateError({
      where: 'backward',
      expected:
        outputGradient === undefined
          ? 'a scalar'
          : `a gradient of shape ${describeShape(output.shape)}`,
      received: `shape ${describeShape(outputGradient === undefined ? output.shape : wanted)}`,
      remedy:
        outputGradient === undefined ? 'Reduce it first, with sum() or mean().' : 'Reshape it.',
    });
  }
}
