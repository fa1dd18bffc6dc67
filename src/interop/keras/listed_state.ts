/** The variables of an optimizer that are told apart by their order: those of Keras 3 and of TensorFlow.js. */
import { OptionError } from '../../errors/errors.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import { zeros } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood, type Value } from '../blueprint.ts';
import type { ExportTraining } from '../exported.ts';
import type { Match } from '../imported.ts';

/** Which system's list it is: they have the same numbers in other orders. */
export type StateLayout = 'keras' | 'tfjs';

/** What a file holds of our state. */
export interface Found {
  /** The number of updates. */
  readonly updates: Tensor;
  /** By our names, `layers.0.weight.mean`; ours is theirs times the factor. */
  readonly slots: ReadonlyMap<string, { readonly tensor: Tensor; readonly factor: number }>;
}

/** One variable of each parameter. */
export interface Slot {
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

export const ANEW = 'The optimizer begins anew.';

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
  readonly layout: StateLayout;
  readonly optimizer: Optimizer;
  readonly learning: readonly Match[];
  readonly variables: readonly Value[];
}

/** @throws DataError where there are more or fewer variables than the optimizer has */
export function listedState(where: string, given: Given): Found {
  const { optimizer, learning, variables } = given;
  const layout = layoutOf(given.layout, optimizer);
  if (layout === undefined) {
    throw notUnderstood(where, optimizer.name, 'an optimizer whose variables are known', ANEW);
  }
  const { head, groups, tail } = layout;
  const count = groups.flat().length;
  const expected = head + count * learning.length + tail;
  if (variables.length !== expected) {
    throw notUnderstood(
      where,
      `${variables.length}`,
      `${expected} variables of ${optimizer.name}: ${count} for each of ${learning.length} parameters`,
      ANEW,
    );
  }
  const slots: [string, { tensor: Tensor; factor: number }][] = [];
  let at = head;
  for (const group of groups) {
    for (const parameter of learning) {
      for (const { ours, factor } of group) {
        if (ours !== undefined)
          slots.push([`${parameter.ours}.${ours}`, { tensor: variables[at].tensor, factor }]);
        at++;
      }
    }
  }
  return { updates: variables[0].tensor, slots: new Map(slots) };
}

/** A variable of a parameter, as a file is to hold it. */
export interface Listed {
  /** Which of the parameters that learn it is of. */
  readonly parameter: number;
  readonly ours: string | undefined;
  readonly tensor: Tensor;
}

/**
 * The variables of parameters, in their order there.
 * @param learning the parameters that learn there, likewise
 * @throws OptionError for a momentum that has a learning rate of 0 within it there
 */
export function listedVariables(
  system: StateLayout,
  { optimizer, optimizerState }: ExportTraining,
  learning: readonly Tensor[],
): Listed[] {
  if (optimizerState === undefined) return [];
  const groups = layoutOf(system, optimizer)?.groups ?? [];
  return groups.flatMap((group) =>
    learning.flatMap(({ name, shape }, parameter) =>
      group.map(({ ours, factor }) => {
        const own = optimizerState.tensors[`${name}.${ours}`];
        if (ours === undefined) return { parameter, ours, tensor: zeros(shape) };
        if (Number.isFinite(factor)) return { parameter, ours, tensor: mul(own, 1 / factor) };
        throw new OptionError({
          where: 'exportModel.training.optimizer',
          expected: 'a learning rate above 0, which the momentum is multiplied by there',
          received: `${optimizer.name} with a learning rate of ${optimizer.learningRate}`,
          remedy: 'Give it the learning rate that training continues with.',
        });
      }),
    ),
  );
}
