/** What a model was compiled with in Keras: optimizer, loss and metrics, as this library has them. */
import { DataError } from '../../errors/errors.ts';
import { asData } from '../blueprint.ts';
import type { ImportedTraining } from '../imported.ts';
import { lossOf } from './losses.ts';
import { metricsOf } from './metrics.ts';
import { clipOf, optimizerOf } from './optimizers.ts';
import { own, settingsOf } from './settings.ts';

export interface ReadTraining {
  readonly training?: ImportedTraining;
  /** Which numbers are others than here, or mean something else. */
  readonly conventions: readonly string[];
  /** What there is no counterpart for: predictions do not need it, so nothing is refused for it. */
  readonly ignored: readonly string[];
}

/** @param value `compile_config` of Keras 3, `training_config` of files in HDF5 */
export function readTraining(where: string, value: unknown): ReadTraining {
  const conventions: string[] = [];
  const ignored: string[] = [];
  if (value === undefined || value === null) return { conventions, ignored };
  const compiled = settingsOf(where, value);
  const given = own(compiled, 'optimizer') ?? own(compiled, 'optimizer_config');
  const at = `${where}, optimizer`;
  const optimizer = part('optimizer', () => optimizerOf(at, given, conventions));
  const clip = part('clip', () => clipOf(at, given));
  const loss = part('loss', () => lossOf(`${where}, loss`, own(compiled, 'loss')));
  const metrics = part('metrics', () =>
    metricsOf(`${where}, metrics`, own(compiled, 'metrics'), ignored),
  );
  for (const name of ['loss_weights', 'weighted_metrics'] as const) {
    if (own(compiled, name) !== undefined) ignored.push(`${name} of the compiled model`);
  }

  /** Where something has no counterpart, the rest still comes along. */
  function part<T>(name: string, read: () => T | undefined): T | undefined {
    try {
      return asData(where, read);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      ignored.push(`${name} of the compiled model: ${error.received}`);
      return undefined;
    }
  }

  const training = {
    ...(optimizer && { optimizer }),
    ...(loss && { loss }),
    ...(metrics && Object.keys(metrics).length > 0 && { metrics }),
    ...(clip && { clip }),
  };
  return { ...(Object.keys(training).length > 0 && { training }), conventions, ignored };
}
