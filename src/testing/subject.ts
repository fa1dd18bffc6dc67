/** What is differentiated: a function, or in second order the gradients of a function. */
import { gradients } from '../autograd/backward.ts';
import { withGradients } from '../ops/gradient_mode.ts';
import { parameter, zeros } from '../tensor/create.ts';
import type { Random } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Subject, signs } from './jacobian.ts';

export interface Variable {
  readonly tensor: Tensor;
  /** `input 0`, or the name of a parameter. */
  readonly label: string;
}

/** A subject whose variables and outputs have names for messages. */
export interface Labelled extends Subject {
  readonly variableLabels: readonly string[];
  readonly outputLabels: readonly string[];
}

export type Order = 1 | 2;

/** A function of its variables as a subject of first or second order. */
export function subjectOf(
  call: () => Tensor,
  variables: readonly Variable[],
  order: Order,
  source: Random,
): Labelled {
  return order === 1 ? ofValues(call, variables) : ofGradients(call, variables, source);
}

function ofValues(call: () => Tensor, variables: readonly Variable[]): Labelled {
  return {
    variables: variables.map(({ tensor }) => tensor),
    variableLabels: variables.map(({ label }) => label),
    outputLabels: ['the output'],
    evaluate: (graph) => [withGradients(graph, call)],
  };
}

/** The gradient that flows into the function is a variable too: gradients are linear in it. */
function ofGradients(call: () => Tensor, variables: readonly Variable[], source: Random): Labelled {
  const { shape, size } = call();
  const outputGradient = parameter(signs(source, size), { shape });
  const wrt = variables.map(({ tensor }) => tensor);
  return {
    variables: [...wrt, outputGradient],
    variableLabels: [...variables.map(({ label }) => label), 'the gradient of the output'],
    outputLabels: variables.map(({ label }) => `the gradient of ${label}`),
    evaluate: (createGraph) => {
      const output = withGradients(true, call);
      const found = output.requiresGrad
        ? gradients(output, wrt, { createGraph, outputGradient })
        : [];
      return wrt.map((one, k) => found[k] ?? zeros(one.shape, { dtype: 'float64' }));
    },
  };
}
