/** Saving the state of a training run, and making one what it was. */
import { StateError } from '../errors/errors.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { Parts } from './run.ts';
import { checkAllowed, checkRecipe } from './state/check_recipe.ts';
import { checkState } from './state/state_form.ts';
import type { TrainingState } from './state/training_state.ts';

/** A copy of everything that changes while a training run continues. */
export function captureState({ options, progress, learner, continuity }: Parts): TrainingState {
  const parameters = options.model.parameters();
  const { recipe, data, callbacks } = continuity.kept;
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

/**
 * Makes a training run what it was; data and callbacks are waited for.
 * @param allow the entries of the recipe that may differ
 * @throws StateError, DataError for a state of another training; then nothing has changed
 */
export function restoreState(
  { options, progress, learner, continuity }: Parts,
  state: TrainingState,
  allow: readonly string[],
): void {
  const { recipe } = continuity;
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
  continuity.resume(state, allow);
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
    expected: 'a checkpoint from the end of an epoch',
    received: `one within epoch ${epoch + 1}, after iteration ${iteration}`,
    remedy: `Resume with batchSize ${last.batchSize} and dropLast ${last.dropLast}, up to an epochEnd.`,
  });
}
