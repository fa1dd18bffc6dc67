/** Callbacks that belong to one training: their keys, and what is refused before it begins. */
import { describe } from '../../errors/describe.ts';
import { OptionError, StateError } from '../../errors/errors.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Callback } from './callback.ts';

/** Which training a callback with a key has followed. */
const owners = /* @__PURE__ */ new WeakMap<Callback, object>();

/** From here on they belong to a training run. */
export function adopt(callbacks: readonly Callback[], training: object): void {
  for (const [, callback] of keyed(callbacks)) owners.set(callback, training);
}

/**
 * @param restored the keys of those that are given the memory of this training
 * @throws OptionError, StateError for a callback of another training
 */
export function checkCallbacks(
  callbacks: readonly Callback[],
  { model, training, restored }: { model: Model; training: object; restored: readonly string[] },
): void {
  for (const { key, model: own, state, loadState } of callbacks) {
    if (own !== undefined && own !== model) {
      throw new OptionError({
        where: `${key ?? 'callback'}.model`,
        expected: 'the model that is trained',
        received: 'another one',
        remedy: 'Pass it the model of the Trainer.',
      });
    }
    if ((state === undefined) === (loadState === undefined) && (key !== undefined || !state))
      continue;
    throw new OptionError({
      where: 'callback',
      expected: 'key, state and loadState together, for a checkpoint to keep it',
      received: `without ${key === undefined ? 'key' : state ? 'loadState' : 'state'}`,
      remedy: 'Add what is missing.',
    });
  }
  for (const [key, callback] of keyed(callbacks)) {
    const owner = owners.get(callback);
    if (owner === undefined || owner === training || restored.includes(key)) continue;
    throw new StateError({
      where: 'fit.callbacks',
      expected: `a ${callback.key} of this training`,
      received: 'one that has followed another, and remembers it',
      remedy: 'Make a new one for each Trainer.',
    });
  }
}

/** Callbacks that have a state to keep, each under a key of its own. */
export function keyed(callbacks: readonly Callback[]): [key: string, callback: Callback][] {
  const counts = new Map<string, number>();
  return callbacks.flatMap((callback) => {
    const { key } = callback;
    if (key === undefined) return [];
    if (typeof key !== 'string' || key === '' || /[/#]/.test(key)) {
      throw new OptionError({
        where: 'callback.key',
        expected: 'a name without / and #',
        received: describe(key),
        remedy: 'Rename it.',
      });
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return [[count === 1 ? key : `${key}#${count}`, callback] as [string, Callback]];
  });
}
