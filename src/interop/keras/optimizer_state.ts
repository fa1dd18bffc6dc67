/** The state of an optimizer in a file, as the state of ours by names of parameters. */
import { describeShape } from '../../errors/describe.ts';
import type { Model } from '../../nn/sequential.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { groupOf } from '../../optimizers/groups.ts';
import type { Optimizer, OptimizerStart } from '../../optimizers/optimizer.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood } from '../blueprint.ts';
import type { Match } from '../imported.ts';
import { ANEW, type Found, listedState, type StateLayout } from './listed_state.ts';
import { namedState } from './named_state.ts';
import type { Weight } from './weights.ts';

/** The variables of an optimizer in a file. */
export interface SavedState {
  /** What it is called there. */
  readonly from: string;
  /** How they are told apart: by their order in Keras 3 and TensorFlow.js, by their names in Keras 2. */
  readonly layout: StateLayout | 'keras2';
  readonly variables: () => readonly Weight[];
}

interface Given {
  readonly layout: SavedState['layout'];
  readonly optimizer: Optimizer;
  readonly model: Model;
  /** Which of our parameters learn there, in their order there. */
  readonly learning: readonly Match[];
  readonly variables: readonly Weight[];
}

/** @throws DataError where the variables are not those of the optimizer and its parameters */
export function readOptimizerState(where: string, given: Given): OptimizerStart {
  const { layout, optimizer, model } = given;
  const found =
    layout === 'keras2' ? namedState(where, given) : listedState(where, { ...given, layout });
  const updates = Number(found.updates.toTypedArray()[0]);
  if (found.updates.size !== 1 || !Number.isSafeInteger(updates) || updates < 0) {
    throw notUnderstood(where, `${updates}`, 'a number of updates', ANEW);
  }
  return { tensors: tensorsOf(where, optimizer, model, found), updates };
}

function tensorsOf(where: string, optimizer: Optimizer, model: Model, { slots }: Found) {
  const tensors: Record<string, Tensor> = {};
  for (const parameter of model.parameters()) {
    // What does not learn there has no variables; it begins as a parameter that is thawed does.
    for (const [name, begun] of Object.entries(
      groupOf(optimizer, parameter.name).init(parameter),
    )) {
      const key = `${parameter.name}.${name}`;
      const held = slots.get(key);
      if (held !== undefined && !Number.isFinite(held.factor)) {
        const expected = 'a momentum that does not have a learning rate of 0 within it';
        throw notUnderstood(where, `${key} times 0`, expected, ANEW);
      }
      const value = held === undefined ? begun : scaled(held.tensor, held.factor);
      if (!isFloat(value.dtype) || !sameShape(value.shape, begun.shape)) {
        const received = `${value.dtype} ${describeShape(value.shape)}`;
        throw notUnderstood(where, received, `${key} of shape ${describeShape(begun.shape)}`, ANEW);
      }
      tensors[key] = value.dtype === begun.dtype ? value : cast(value, begun.dtype);
    }
  }
  return tensors;
}

function scaled(tensor: Tensor, factor: number): Tensor {
  return factor === 1 || !isFloat(tensor.dtype) ? tensor : mul(tensor, factor);
}
