/** A number that a callback watches: which one, which way is better, and which events bring it. */
import { nonNegative, oneOf, optional, string, withDefault } from '../../errors/options.ts';
import type { TrainingEvent } from '../events/events.ts';
import { type Goal, isOfValidation, type Measurement, monitoredValue } from '../events/monitor.ts';

export interface WatchOptions {
  /**
   * What is watched: `validation.loss` (default), `validation.` and the name of a metric,
   * `validation.trainingLoss`, or `loss`, the training loss of an epoch.
   */
  readonly monitor?: string | undefined;
  /** Which way is better; default `minimum` for losses. Metrics need it said. */
  readonly goal?: Goal | undefined;
  /** An improvement counts if it is larger than this; default 0, so that an equal value does not. */
  readonly minDelta?: number | undefined;
}

/** The same with defaults filled in. */
export interface Watched {
  readonly monitor: string;
  readonly goal: Goal | undefined;
  readonly minDelta: number;
}

export const watchRules = {
  monitor: withDefault(string, 'validation.loss'),
  goal: optional(oneOf('minimum', 'maximum')),
  minDelta: withDefault(nonNegative, 0),
};

/** What an event measures of a watched number, if it does. */
export function measurementIn(
  where: string,
  monitor: string,
  event: TrainingEvent,
): Measurement | undefined {
  const { type } = event;
  if (type !== (isOfValidation(monitor) ? 'validation' : 'epochEnd')) return undefined;
  const { epoch, iteration } = event;
  const value = type === 'validation' ? monitoredValue(where, monitor, event) : event.loss;
  return { value, epoch, iteration };
}
