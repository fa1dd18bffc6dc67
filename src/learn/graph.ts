/** The computation behind a tensor as a list: every value after those that it was computed from. */
import { describeShape } from '../errors/describe.ts';
import type { Operation } from '../ops/operation.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { describeAttributes } from './attributes.ts';

/** One value of a computation. */
export interface ExplainedValue {
  /** Counted from 1 in the order of computation. */
  readonly number: number;
  readonly tensor: Tensor;
  /** The name of the operation, or `parameter` or `constant` for what nothing was computed from. */
  readonly operation: string;
  /** The numbers of the values that it was computed from, in the order of the operands. */
  readonly inputs: readonly number[];
  /** What else the operation was told, such as `axes [0]`. */
  readonly attributes: readonly string[];
  /** For each of them the rule by which the gradient goes back to it; undefined where none does. */
  readonly rules: readonly (string | undefined)[];
}

/** Everything that a tensor was computed from and the tensor itself, in the order of computation. */
export function computationOf(output: Tensor): ExplainedValue[] {
  const found = new Set<Tensor>([output]);
  // A Set may grow while it is walked: graphs of any depth, without recursion.
  for (const { source } of found) for (const input of source?.inputs ?? []) found.add(input);
  const order = [...found].sort((a, b) => a.id - b.id);
  const numbers = new Map(order.map((tensor, position) => [tensor, position + 1]));
  return order.map((tensor, position) => ({
    number: position + 1,
    tensor,
    operation: tensor.source?.operation.name ?? (tensor.requiresGrad ? 'parameter' : 'constant'),
    inputs: (tensor.source?.inputs ?? []).map((input) => numbers.get(input) ?? 0),
    attributes: describeAttributes(tensor.source?.attributes),
    rules: rulesOf(tensor),
  }));
}

function rulesOf(tensor: Tensor): (string | undefined)[] {
  if (tensor.source === null) return [];
  const { inputs } = tensor.source;
  const { rules, body } = tensor.source.operation as Operation<unknown>;
  return inputs.map((input, position) => {
    if (!input.requiresGrad) return undefined;
    const rule = rules[Math.min(position, rules.length - 1)];
    // A gradient has the shape of its value: where the value was repeated, the gradient is summed.
    const repeated = body.kind === 'elementwise' && input.size !== tensor.size;
    return repeated ? `${rule}, summed to shape ${describeShape(input.shape)}` : rule;
  });
}
