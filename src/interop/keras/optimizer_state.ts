/** The state of an optimizer of Keras, a list of variables, as the state of ours by names of parameters. */
import { describeShape } from '../../errors/describe.ts';
import type { Model } from '../../nn/sequential.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { groupOf } from '../../optimizers/groups.ts';
import type { Optimizer, OptimizerStart } from '../../optimizers/optimizer.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood, type Value } from '../blueprint.ts';

/** Which system's list it is: they have the same numbers in other orders. */
export type StateLayout = 'keras' | 'tfjs';

/** The variables of an optimizer in a file. */
export interface SavedState {
  /** What it is called there. */
  readonly from: string;
  /** Undefined where their order is not known. */
  readonly variables: (() => readonly Value[]) | undefined;
}

/** One variable of each parameter. */
interface Slot {
  /** Its name in our state; undefined for one that ours does without. */
  readonly ours: string | undefined;
  /** Ours is theirs times this: Keras has the learning rate within a momentum. */
  readonly factor: number;
}

interface Layout {
  /** How many variables stand before those of parameters; the first counts the updates. */
  readonly head: number;
  /** One after the other; the slots of a group take turns, parameter by parameter. */
  readonly groups: readonly (readonly Slot[])[];
  /** How many stand behind them. */
  readonly tail: number;
}

const slot = (ours: string | undefined, factor = 1): Slot => ({ ours, factor });

/** Undefined for an optimizer whose variables are not known. */
export function layoutOf(system: StateLayout, optimizer: Optimizer): Layout | undefined {
  const { name, learningRate, options } = optimizer;
  const perRate = learningRate === 0 ? Number.NaN : 1 / learningRate;
  const isKeras = system === 'keras';
  const hasMomentum = options.momentum !== 0;
  // Keras subtracts what its momentum adds, so that the sign is the other one.
  const slots: Readonly<Record<string, readonly (readonly Slot[])[]>> = {
    sgd: hasMomentum ? [[slot('momentum', isKeras ? -perRate : 1)]] : [],
    adam: [[slot('mean'), slot('meanSquare')], options.amsgrad ? [slot('largest')] : []],
    adamW: [[slot('mean'), slot('meanSquare')], options.amsgrad ? [slot('largest')] : []],
    adamax: [[slot('mean'), slot('largest')]],
    nadam: [[slot('mean'), slot('meanSquare')]],
    rmsprop: [
      [slot('meanSquare')],
      // TensorFlow.js has one without momentum, too: the last update.
      hasMomentum || !isKeras ? [slot(hasMomentum ? 'momentum' : undefined, perRate)] : [],
      options.centered ? [slot('mean')] : [],
    ],
    adagrad: [[slot('sumOfSquares')]],
    adadelta: [[slot('meanSquare'), slot('meanSquareOfUpdates')]],
    lion: [[slot('mean')]],
  };
  const known = Object.hasOwn(slots, name)
    ? slots[name].filter(({ length }) => length > 0)
    : undefined;
  if (known === undefined || (!isKeras && !TFJS.includes(name))) return undefined;
  const groups = isKeras ? known : known.flatMap((group) => group.map((one) => [one]));
  return { head: isKeras ? 2 : 1, groups, tail: isKeras && name === 'nadam' ? 1 : 0 };
}

/** Those that save their variables there. */
const TFJS = ['sgd', 'adam', 'rmsprop', 'adagrad', 'adadelta'];

interface Given {
  readonly system: StateLayout;
  readonly optimizer: Optimizer;
  readonly model: Model;
  /** Which of our parameters learn there, in their order there. */
  readonly learning: readonly string[];
  readonly variables: readonly Value[];
}

/** @throws DataError where the variables are not those of the optimizer and its parameters */
export function readOptimizerState(where: string, given: Given): OptimizerStart {
  const { system, optimizer, model, learning, variables } = given;
  const layout = layoutOf(system, optimizer);
  if (layout === undefined) {
    throw notUnderstood(where, optimizer.name, 'an optimizer whose variables are known', ANEW);
  }
  const { head, groups, tail } = layout;
  const slots = groups.flat().length;
  const expected = head + slots * learning.length + tail;
  if (variables.length !== expected) {
    throw notUnderstood(
      where,
      `${variables.length}`,
      `${expected} variables of ${optimizer.name}: ${slots} for each of ${learning.length} parameters`,
      ANEW,
    );
  }
  const updates = Number(variables[0].tensor.toTypedArray()[0]);
  if (variables[0].tensor.size !== 1 || !Number.isSafeInteger(updates) || updates < 0) {
    throw notUnderstood(where, `${updates}`, 'a number of updates', ANEW);
  }
  const found = new Map<string, Tensor>();
  let at = head;
  for (const group of groups) {
    for (const parameter of learning) {
      for (const { ours, factor } of group) {
        if (ours !== undefined)
          found.set(`${parameter}.${ours}`, scaled(variables[at].tensor, factor));
        at++;
      }
    }
  }
  const tensors: Record<string, Tensor> = {};
  for (const parameter of model.parameters()) {
    // What does not learn there has no variables; it begins as a parameter that is thawed does.
    for (const [name, begun] of Object.entries(
      groupOf(optimizer, parameter.name).init(parameter),
    )) {
      const key = `${parameter.name}.${name}`;
      const value = found.get(key) ?? begun;
      if (!isFloat(value.dtype) || !sameShape(value.shape, begun.shape)) {
        const received = `${value.dtype} ${describeShape(value.shape)}`;
        throw notUnderstood(where, received, `${key} of shape ${describeShape(begun.shape)}`, ANEW);
      }
      tensors[key] = value.dtype === begun.dtype ? value : cast(value, begun.dtype);
    }
  }
  return { tensors, updates };
}

const ANEW = 'The optimizer begins anew.';

function scaled(tensor: Tensor, factor: number): Tensor {
  return factor === 1 || !isFloat(tensor.dtype) ? tensor : mul(tensor, factor);
}
