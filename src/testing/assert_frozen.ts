/** A test of what is not to be learned: does it stay as it is, to the bit? */

import { OptionError, StateError } from '../errors/errors.ts';
import { callable, checkArgument } from '../errors/options.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { ModelState } from '../nn/state.ts';
import { bitDifference } from './bits.ts';

/**
 * Runs a training run and checks that whatever is frozen when it starts has the same bits when it has
 * ended: parameters that do not learn, and running statistics of layers of which nothing learns.
 *
 * @param train what trains the model; a promise is waited for
 * @returns what `train` returns
 * @throws StateError naming everything that moved, and its first element that did
 * @throws OptionError when nothing is frozen, so that nothing would be tested
 * @example await assertFrozen(model, () => trainer.fit({ train }));
 */
export function assertFrozen<T>(model: Model, train: () => T): T {
  checkArgument('assertFrozen', model, modelRule);
  checkArgument('assertFrozen', train, { ...callable, expected: 'a function that trains' });
  const names = frozenNames(model);
  if (names.length === 0) {
    throw new OptionError({
      where: 'assertFrozen',
      expected: 'a model of which something is frozen',
      received: 'one that learns as a whole',
      remedy: "Freeze a layer first: model.freeze('layers.0').",
    });
  }
  const before = model.state();
  const result = train();
  const check = () => compare(names, before, model.state());
  if (result instanceof Promise) {
    return result.then((value: unknown) => {
      check();
      return value;
    }) as T;
  }
  check();
  return result;
}

/** Parameters that do not learn, and the buffers beside them where no parameter does. */
function frozenNames(model: Model): string[] {
  const parameters = new Map(model.parameters().map((own) => [own.name, own.requiresGrad]));
  const layerOf = (name: string) => name.slice(0, name.lastIndexOf('.'));
  const learning = new Set(
    [...parameters].flatMap(([name, learns]) => (learns ? layerOf(name) : [])),
  );
  const frozen = [...parameters].filter(([, learns]) => !learns).map(([name]) => layerOf(name));
  const whole = new Set(frozen.filter((layer) => !learning.has(layer)));
  return Object.keys(model.state()).filter((name) =>
    parameters.has(name) ? parameters.get(name) === false : whole.has(layerOf(name)),
  );
}

function compare(names: readonly string[], before: ModelState, after: ModelState): void {
  const moved = names.flatMap((name) => {
    const difference = bitDifference(after[name], before[name]);
    return difference === undefined ? [] : [`${name} (${difference})`];
  });
  if (moved.length === 0) return;
  throw new StateError({
    where: 'assertFrozen',
    problem: `${moved.length} of ${names.length} frozen tensors moved`,
    expected: 'the bits that they had before',
    received: moved.join(', '),
    remedy: 'Look for what writes to it: assign, loadState, a callback.',
  });
}
