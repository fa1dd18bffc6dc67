/** What a model was compiled with in Keras: optimizer, loss and metrics, as this library has them. */
import { DataError } from '../../errors/errors.ts';
import type { Model } from '../../nn/sequential.ts';
import { asData, notUnderstood } from '../blueprint.ts';
import type { ImportedTraining, Match } from '../imported.ts';
import { lossOf } from './losses.ts';
import { metricsOf } from './metrics.ts';
import { readOptimizerState, type SavedState } from './optimizer_state.ts';
import { clipOf, optimizerOf, type System } from './optimizers.ts';
import { own, settingsOf } from './settings.ts';

export interface ReadTraining {
  readonly training?: ImportedTraining;
  /** Which numbers are others than here, or mean something else. */
  readonly conventions: readonly string[];
  /** What there is no counterpart for: predictions do not need it, so nothing is refused for it. */
  readonly ignored: readonly string[];
}

interface Compiled {
  /** `compile_config` of Keras 3, `training_config` of files in HDF5. */
  readonly compiled: unknown;
  readonly system: System;
  readonly model: Model;
  /** Which of our parameters learn there, in their order there. */
  readonly learning: readonly Match[];
  readonly state: SavedState | undefined;
}

export function readTraining(where: string, given: Compiled): ReadTraining {
  const { system, model, learning, state } = given;
  const conventions: string[] = [];
  const ignored: string[] = [];
  const compiled =
    given.compiled === undefined || given.compiled === null
      ? {}
      : settingsOf(where, given.compiled);
  const chosen = own(compiled, 'optimizer') ?? own(compiled, 'optimizer_config');
  const at = `${where}, optimizer`;
  const optimizer = part('optimizer of the compiled model', () =>
    optimizerOf(at, chosen, system, { conventions, ignored }),
  );
  const clip = part('clip of the compiled model', () => clipOf(at, chosen));
  const optimizerState =
    state && part(`${state.from}, the state of the optimizer, which begins anew`, stateOf);
  const loss = part('loss of the compiled model', () =>
    lossOf(`${where}, loss`, own(compiled, 'loss')),
  );
  const metrics = part('metrics of the compiled model', () =>
    metricsOf(`${where}, metrics`, own(compiled, 'metrics'), ignored),
  );
  for (const name of ['loss_weights', 'weighted_metrics'] as const) {
    if (own(compiled, name) !== undefined) ignored.push(`${name} of the compiled model`);
  }

  function stateOf() {
    if (optimizer === undefined || state === undefined) {
      throw notUnderstood(where, 'no optimizer', 'an optimizer that the state is of', '');
    }
    const variables = state.variables();
    return readOptimizerState(where, { ...state, optimizer, model, learning, variables });
  }

  /** Where something has no counterpart, the rest still comes along. */
  function part<T>(name: string, read: () => T | undefined): T | undefined {
    try {
      return asData(where, read);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      ignored.push(`${name}: ${error.received}`);
      return undefined;
    }
  }

  const training = {
    ...(optimizer && { optimizer }),
    ...(optimizerState && { optimizerState }),
    ...(loss && { loss }),
    ...(metrics && Object.keys(metrics).length > 0 && { metrics }),
    ...(clip && { clip }),
  };
  return { ...(Object.keys(training).length > 0 && { training }), conventions, ignored };
}
