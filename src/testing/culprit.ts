/** When a function of many operations fails: which of them is wrong on its own? */
import { dependencies } from '../autograd/chain_rule.ts';
import { apply } from '../ops/apply.ts';
import type { Operation } from '../ops/operation.ts';
import { parameter } from '../tensor/create.ts';
import type { Random } from '../tensor/rng.ts';
import type { Source, Tensor } from '../tensor/tensor.ts';
import { compareDerivatives, type Precision } from './jacobian.ts';
import { type Order, subjectOf } from './subject.ts';

/**
 * The name of the first operation behind a tensor whose gradient rule disagrees with finite
 * differences, at the values that it had there.
 */
export function findCulprit(
  output: Tensor,
  order: Order,
  precision: Precision,
  source: Random,
): string | undefined {
  const sources = dependencies(output).flatMap((tensor) => tensor.source ?? []);
  const wrong = sources.reverse().find((one) => disagrees(one, order, precision, source));
  return wrong?.operation.name;
}

function disagrees(
  { operation, inputs, attributes }: Source,
  order: Order,
  precision: Precision,
  source: Random,
): boolean {
  const copies = inputs.map((input) => (input.requiresGrad ? parameter(input) : input));
  const variables = copies.flatMap((tensor, k) =>
    tensor.requiresGrad ? [{ tensor, label: `input ${k}` }] : [],
  );
  const call = () => apply(operation as Operation<unknown>, copies, attributes);
  const subject = subjectOf(call, variables, order, source);
  return compareDerivatives(subject, precision, source).disagreeing > 0;
}
