/** Putting a training to rest, and making one what it was. */
import { describe } from '../errors/describe.ts';
import { DataError, EpochalError, OptionError, StateError } from '../errors/errors.ts';
import type { Callback } from './callback.ts';
import type { Learner } from './learner.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { checkRecipe, recipeOf } from './recipe.ts';
import type { CallbackState, ResumeOptions, TrainingState } from './training_state.ts';

interface Parts {
  readonly options: ResolvedTrainerOptions;
  readonly progress: Progress;
  readonly learner: Learner;
}

/** A copy of everything that changes while a training goes on. */
export function captureState(parts: Parts, callbacks: readonly Callback[]): TrainingState {
  const { options, progress, learner } = parts;
  const parameters = options.model.parameters();
  const states = keyed(callbacks).flatMap(([key, callback]) => {
    const state = callback.state?.();
    return state === undefined ? [] : [[key, state] as const];
  });
  return {
    recipe: recipeOf(options),
    progress: progress.toJSON(),
    model: options.model.state(),
    names: options.model.names,
    optimizer: learner.state(),
    frozen: parameters.filter(({ requiresGrad }) => !requiresGrad).map(({ name }) => name),
    rested: learner.rested(progress.iteration),
    callbacks: Object.fromEntries(states),
  };
}

/**
 * Makes a training what it was, callbacks left aside.
 * @throws StateError, DataError for a state of another training; then nothing has changed
 */
export function restoreState(
  parts: Parts,
  state: TrainingState,
  { allow = [] }: ResumeOptions,
): void {
  const { options, progress, learner } = parts;
  if (typeof state?.recipe !== 'object' || typeof state.progress?.iteration !== 'number') {
    throw new DataError({
      where: 'resume',
      expected: 'the state of a training, as checkpoint() gives it',
      received: describe(state),
      remedy: 'Read a file with loadCheckpoint(path).',
    });
  }
  checkRecipe(state.recipe, recipeOf(options), allow);
  const ownState = learner.state();
  learner.loadState(state.optimizer);
  try {
    options.model.loadState(state.model);
  } catch (error) {
    learner.loadState(ownState);
    throw error;
  }
  options.model.names = state.names;
  progress.restore(state.progress);
  learner.restore(progress.iteration, state.rested);
  for (const parameter of options.model.parameters()) {
    parameter.requiresGrad = !state.frozen.includes(parameter.name);
  }
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
        remedy: 'Pass the callbacks with the options that the training was interrupted with.',
      };
      throw new DataError(complaint, { cause });
    }
  }
}

/** Callbacks that have a state to keep, each under a key of its own. */
function keyed(callbacks: readonly Callback[]): [key: string, callback: Callback][] {
  const counts = new Map<string, number>();
  return callbacks.flatMap((callback) => {
    const { key } = callback;
    if (key === undefined) return [];
    if (key === '' || /[/#]/.test(key)) {
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
