/** Which parameters learn, by which optimizer, and that it stays so for a whole iteration. */
import type { Constraint } from '../../nn/constraint.ts';
import type { Model } from '../../nn/sequential.ts';
import { checkGroups } from '../../optimizers/groups.ts';
import { groupOf, type Optimizer, type OptimizerState } from '../../optimizers/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** A parameter that learns, with the optimizer (of its group), its state, and its constraint. */
export interface Learned {
  readonly parameter: Tensor;
  readonly optimizer: Optimizer;
  readonly state: OptimizerState;
  readonly constraint?: Constraint;
}

/**
 * Pairs every parameter of a model with its optimizer and fresh state.
 * @throws OptionError when a group of the optimizer names no parameter
 */
export function prepare(model: Model, optimizer: Optimizer): Learned[] {
  const parameters = model.parameters();
  checkGroups(
    optimizer,
    parameters.map(({ name }) => name),
  );
  const groups = new Map<string, Optimizer>();
  return parameters.map((parameter) => {
    const own = groupOf(optimizer, parameter.name);
    const key = JSON.stringify(own.options);
    const shared = groups.get(key) ?? own;
    groups.set(key, shared);
    const constraint = model.constraints.get(parameter.name);
    const state = shared.init(parameter);
    return { parameter, optimizer: shared, state, ...(constraint && { constraint }) };
  });
}

/**
 * Computes with the parameters learning that learned when the iteration began: what is frozen or thawed
 * in the middle of an iteration is so from the next one on, in whichever micro-batch it happened.
 */
export function asBegun<T>(
  parameters: readonly Tensor[],
  learned: readonly Learned[],
  compute: () => T,
): T {
  const learning = new Set(learned.map(({ parameter }) => parameter));
  const changed = parameters.filter((own) => own.requiresGrad !== learning.has(own));
  for (const parameter of changed) parameter.requiresGrad = learning.has(parameter);
  try {
    return compute();
  } finally {
    for (const parameter of changed) parameter.requiresGrad = !learning.has(parameter);
  }
}
