/** What a checkpoint keeps of callbacks, and how they get it back. */
import { describe } from '../../errors/describe.ts';
import { DataError, EpochalError, StateError } from '../../errors/errors.ts';
import type { CallbackState, TrainingState } from '../state/training_state.ts';
import type { Callback } from './callback.ts';
import { keyed } from './own_callbacks.ts';

/** What callbacks have to remember, by their keys. */
export function statesOf(callbacks: readonly Callback[]): TrainingState['callbacks'] {
  const states = keyed(callbacks).flatMap(([key, callback]) => {
    const state = callback.state?.();
    return state === undefined ? [] : [[key, state] as const];
  });
  return Object.fromEntries(states);
}

/**
 * Gives callbacks what a checkpoint kept of them.
 * @throws StateError when a callback of the checkpoint is missing
 */
export function restoreCallbacks(
  callbacks: readonly Callback[],
  states: Readonly<Record<string, CallbackState>>,
): void {
  const present = new Map(keyed(callbacks));
  const missing = Object.keys(states).find((key) => !present.has(key));
  if (missing !== undefined) {
    throw new StateError({
      where: 'fit.callbacks',
      expected: `the callbacks that the training was interrupted with: ${Object.keys(states).join(', ')}`,
      received: present.size === 0 ? 'none with a state' : [...present.keys()].join(', '),
      remedy: `Pass ${missing} again, or leave it out for good: resume({ ...state, callbacks: {} }).`,
      advice: [{ kind: 'sameCallbacks', missing }],
    });
  }
  for (const [key, state] of Object.entries(states)) {
    try {
      present.get(key)?.loadState?.(state);
    } catch (cause) {
      if (cause instanceof EpochalError) throw cause;
      const complaint = {
        where: `fit.callbacks, ${key}`,
        expected: 'the state that such a callback has',
        received: describe(state.values),
        remedy: 'Pass the callbacks with the options that they had.',
        advice: [{ kind: 'callbackOptions', key } as const],
      };
      throw new DataError(complaint, { cause });
    }
  }
}
