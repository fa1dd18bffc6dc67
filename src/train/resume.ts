/** Saving the state of a training run, and making one what it was. */
import { describe } from '../errors/describe.ts';
import { DataError, EpochalError, StateError } from '../errors/errors.ts';
import type { Callback } from './callbacks/callback.ts';
import { keyed } from './callbacks/own_callbacks.ts';
import type { Learner } from './engine/learner.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { Progress } from './state/progress.ts';
import { checkAllowed, checkRecipe, type Recipe } from './state/recipe.ts';
import { checkState } from './state/state_form.ts';
import type { CallbackState, ResumeOptions, TrainingState } from './state/training_state.ts';

interface Parts {
  readonly options: ResolvedTrainerOptions;
  readonly progress: Progress;
  readonly learner: Learner;
  readonly recipe: Recipe;
}

/** A copy of everything that changes while a training run continues. */
export function captureState(
  { options, progress, learner, recipe }: Parts,
  data: Recipe | null,
  callbacks: TrainingState['callbacks'],
): TrainingState {
  const parameters = options.model.parameters();
  return {
    recipe,
    data,
    progress: progress.toJSON(),
    model: options.model.state(),
    names: options.model.names,
    optimizer: learner.state(),
    frozen: parameters.filter(({ requiresGrad }) => !requiresGrad).map(({ name }) => name),
    rested: learner.rested(progress.iteration),
    callbacks,
  };
}

/** What callbacks have to remember, by their keys. */
export function statesOf(callbacks: readonly Callback[]): TrainingState['callbacks'] {
  const states = keyed(callbacks).flatMap(([key, callback]) => {
    const state = callback.state?.();
    return state === undefined ? [] : [[key, state] as const];
  });
  return Object.fromEntries(states);
}

/**
 * Makes a training run what it was, callbacks left aside.
 * @throws StateError, DataError for a state of another training; then nothing has changed
 */
export function restoreState(
  { options, progress, learner, recipe }: Parts,
  state: TrainingState,
  { allow = [] }: ResumeOptions,
): void {
  checkState('resume', state);
  checkAllowed(allow, recipe);
  checkRecipe('resume', [state.recipe, recipe], allow);
  checkCut(state.progress, options);
  const ownState = learner.state();
  learner.loadState(state.optimizer);
  try {
    options.model.loadState(state.model);
  } catch (error) {
    learner.loadState(ownState);
    throw error;
  }
  options.model.names = state.names;
  progress.restore(state.progress, options);
  learner.restore(progress.iteration, state.rested);
  for (const parameter of options.model.parameters()) {
    parameter.requiresGrad = !state.frozen.includes(parameter.name);
  }
}

/** Within an epoch its batches are counted, so how they are cut can change at its end only. */
function checkCut(
  { stretches, iterationInEpoch, iteration, epoch }: TrainingState['progress'],
  { batchSize, dropLast }: ResolvedTrainerOptions,
): void {
  const last = stretches[stretches.length - 1];
  if (iterationInEpoch === 0 || (last.batchSize === batchSize && last.dropLast === dropLast))
    return;
  throw new StateError({
    where: `resume, ${last.batchSize === batchSize ? 'dropLast' : 'batchSize'}`,
    expected: 'a checkpoint from the end of an epoch, to continue with other batches',
    received: `one within epoch ${epoch + 1}, after iteration ${iteration}`,
    remedy: `Resume with batchSize ${last.batchSize} and dropLast ${last.dropLast}, and take a checkpoint at an epochEnd.`,
  });
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
        remedy: 'Pass the callbacks with the options that the training was interrupted with.',
        advice: [{ kind: 'callbackOptions', key } as const],
      };
      throw new DataError(complaint, { cause });
    }
  }
}
