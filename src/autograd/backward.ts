/**
 * The backward pass: from a scalar back to everything it was computed from, by the chain rule.
 *
 * A tensor is always younger than its inputs, so visiting by descending id sees each tensor after all
 * of its uses. Nothing recurses; graphs may be as deep as memory allows.
 */

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
import { apply, withGradients } from '../ops/apply.ts';
import { add } from '../ops/elementwise/arithmetic.ts';
import type { GradientRule, Operation } from '../ops/operation.ts';
import { sumTo } from '../ops/reduction/reduction.ts';
import { checkTensor, checkTensors, commonDtype } from '../tensor/check.ts';
import { ones, zeros } from '../tensor/create.ts';
import type { Source, Tensor } from '../tensor/tensor.ts';

export interface GradientsOptions {
  /** Whether the gradients can be differentiated again, to any order; default false. */
  readonly createGraph?: boolean;
  /** The gradient to start from, in the shape of the output; default ones, for a scalar only. */
  readonly outputGradient?: Tensor;
}

interface Resolved {
  readonly createGraph: boolean;
  readonly outputGradient: Tensor | undefined;
}

/**
 * The gradients of `output` with respect to tensors it depends on. Nothing is stored on any tensor.
 * @returns one gradient for each tensor of `wrt`, in its shape; null where none flows
 * @throws StateError when the output is no scalar and no `outputGradient` is given, or when it does
 * not depend on anything that requires a gradient
 */
export function gradients(
  output: Tensor,
  wrt: readonly Tensor[],
  options?: GradientsOptions,
): (Tensor | null)[] {
  const read = readOptions<Resolved>('gradients', options, {
    createGraph: withDefault(boolean, false),
    outputGradient: optional(anything),
  });
  checkTensor('gradients', output);
  checkTensors('gradients', wrt);
  if (read.outputGradient !== undefined) {
    commonDtype('gradients.outputGradient', [output, read.outputGradient]);
  }
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

/** The tensors that need a gradient between the output and what it was computed from, youngest first. */
export function dependencies(output: Tensor): Tensor[] {
  const seen = new Set<Tensor>([output]);
  for (const tensor of seen) {
    for (const input of tensor.source?.inputs ?? []) {
      if (input.requiresGrad) seen.add(input);
    }
  }
  return [...seen].sort((a, b) => b.id - a.id);
}

function propagate(
  output: Tensor,
  wrt: readonly Tensor[] | undefined,
  { createGraph, outputGradient }: Resolved,
): Map<Tensor, Tensor> {
  checkOutput(output, outputGradient);
  const order = dependencies(output);
  const needed = wrt === undefined ? undefined : leadingTo(order, wrt);
  return withGradients(createGraph, () => {
    const start = outputGradient ?? ones(output.shape, { dtype: output.dtype });
    const found = new Map<Tensor, Tensor>([[output, start]]);
    for (const tensor of order) {
      const gradient = found.get(tensor);
      if (gradient === undefined || tensor.source === null) continue;
      const { inputs } = tensor.source;
      for (const [position, input] of inputs.entries()) {
        if (!input.requiresGrad || (needed !== undefined && !needed.has(input))) continue;
        const flowing = flow(tensor.source, position, gradient, tensor);
        if (flowing === null) continue;
        const before = found.get(input);
        found.set(input, before === undefined ? flowing : add(before, flowing));
      }
    }
    return found;
  });
}

/** The part of the gradient that flows through one input of an operation. */
function flow(source: Source, position: number, gradient: Tensor, output: Tensor): Tensor | null {
  const { inputs, attributes } = source;
  const { gradients: rules } = source.operation as Operation<unknown>;
  const rule: GradientRule<unknown> | null =
    typeof rules === 'function' ? rules(position) : rules[position];
  if (rule === null) return null;
  return sumTo(rule(gradient, inputs, output, attributes), inputs[position].shape);
}

/** Of tensors in order, youngest first, those that the wanted ones go into (and these themselves). */
function leadingTo(order: readonly Tensor[], wanted: readonly Tensor[]): Set<Tensor> {
  const leading = new Set(wanted);
  for (const tensor of [...order].reverse()) {
    if (tensor.source?.inputs.some((input) => leading.has(input))) leading.add(tensor);
  }
  return leading;
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
