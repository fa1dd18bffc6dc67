/** Tensors under names, as files hold them. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { type Rule, record } from '../errors/options.ts';
import { remedyFor } from '../errors/remedy.ts';
import { Tensor } from '../tensor/tensor.ts';
import { isWellFormed } from './text.ts';

/** Tensors by name. Records that were read have no prototype, so that any name is only a name. */
export type NamedTensors = Readonly<Record<string, Tensor>>;

/** @throws OptionError for anything but a tensor under a name that UTF-8 can hold */
/** What takes tensors by name. */
export const tensorsRule: Rule<never> = {
  expected: 'tensors by name',
  example: '{ weight: tensor([1, 2]) }',
  accepts: record.accepts,
};

export function checkNamed(where: string, name: string, tensor: unknown): asserts tensor is Tensor {
  if (tensor instanceof Tensor && isWellFormed(name)) return;
  throw new OptionError({
    where: `${where}, ${describe(name)}`,
    expected: 'a tensor, under a name in Unicode',
    received: describe(tensor),
    remedy: remedyFor(tensor, 'Give { name: tensor }; of a model: model.state().parameters.'),
  });
}
