/** Ends a training run that no longer gets better, and puts back the best weights. */

import { OptionError } from '../../errors/errors.ts';
import { boolean, optional, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { Model } from '../../nn/sequential.ts';
import type { ModelState } from '../../nn/state.ts';
import type { Callback, Control } from '../callbacks/callback.ts';
import { checkMonitor, goalOf, type Measurement } from '../events/monitor.ts';
import type { CallbackState } from '../state/training_state.ts';
import {
  checkEpochs,
  checkPatience,
  type EpochsBetween,
  outOfPatience,
  type Patience,
  patienceRule,
  Waiting,
  type WaitingData,
} from './patience.ts';
import { measurementIn, type Watched, type WatchOptions, watchRules } from './watched.ts';

export interface EarlyStoppingOptions extends WatchOptions {
  /** How long to wait for an improvement: `{ epochs: 5 }` or `{ validations: 5 }`. */
  readonly patience: Patience;
  /** Whether the model has its best weights when the training ends; default true. */
  readonly restoreBest?: boolean | undefined;
  /** The model that is trained; needed for `restoreBest`. */
  readonly model?: Model | undefined;
}

export interface EarlyStopping extends Callback {
  /** The best measurement so far, with or without regard to `minDelta`. */
  readonly best: Measurement | undefined;
  /** Why it ended the training; undefined as long as it has not. */
  readonly reason: string | undefined;
}

interface Resolved extends Watched {
  readonly patience: Patience;
  readonly restoreBest: boolean;
  readonly model: Model | undefined;
}

/**
 * Ends the training at the first measurement that comes `patience` after the last improvement
 * without being one:
 *
 * - `{ validations: 5 }`: at the 5th validation in a row that does not improve.
 * - `{ epochs: 5 }`: when 5 epochs of iterations or more lie between. Where every epoch is validated
 *   these are the same; with `validateEvery: { iterations }` parts of epochs count.
 *
 * A value improves if it is better by more than `minDelta` than the last one that did; small gains add
 * up to one that counts. An equal value does not improve, nor does one that is not a number. The
 * weights kept are those of the best value of all, however little it was better.
 *
 * With `restoreBest` the best weights (and running statistics) are put back at the end, whatever ended
 * the training: this callback, the last epoch, `stop()`, an AbortSignal or an error. Callbacks after
 * this one see them at `trainEnd`. Note that `loss` is measured while the weights change.
 *
 * It belongs to one training. When that continues with another `fit`, the best so far still stands; if
 * it was stopped here, patience begins anew. A training run that was stopped here and is resumed from a
 * checkpoint stays stopped, unless it is now given more patience.
 *
 * @throws OptionError here for options that do not fit; before the first iteration for a monitor that
 * the training does not measure
 * @see Prechelt, "Early Stopping - But When?", 1998
 * @example
 * const stopping = earlyStopping({ patience: { epochs: 10 }, model });
 * await trainer.fit({ train, validation, callbacks: [stopping] });
 * console.log(stopping.best?.epoch, stopping.reason);
 */
export function earlyStopping(options: EarlyStoppingOptions): EarlyStopping {
  const read = readTrainingOptions<Resolved>('earlyStopping', options, {
    ...watchRules,
    patience: patienceRule,
    restoreBest: withDefault(boolean, true),
    model: optional(modelRule),
  });
  const { monitor, patience, minDelta, restoreBest, model } = read;
  const goal = goalOf('earlyStopping', monitor, read.goal);
  checkPatience('earlyStopping', monitor, patience);
  if (restoreBest && model === undefined) {
    throw new OptionError({
      where: 'earlyStopping.model',
      expected: 'the model that is trained, whose best weights are put back',
      received: 'nothing',
      remedy: 'Pass model, or restoreBest: false.',
    });
  }
  const waiting = new Waiting({ goal, patience, minDelta });
  let epochsBetween: EpochsBetween = () => 0;
  let bestState: ModelState | undefined;
  let reason: string | undefined;
  let verdictStands = false;

  function observe(measurement: Measurement, control: Control): void {
    const { isBest, isOver } = waiting.observe(measurement, epochsBetween);
    if (isBest && restoreBest) bestState = model?.state();
    if (!isOver) return;
    reason = outOfPatience(monitor, patience, waiting.best);
    control.stop(reason);
  }

  function state(): CallbackState {
    const values = { waiting: waiting.toJSON(), reason, hasBest: bestState !== undefined };
    return { values, tensors: bestState ?? {} };
  }

  function loadState({ values, tensors }: CallbackState): void {
    waiting.restore(values.waiting as WaitingData);
    reason = values.reason as string | undefined;
    bestState = values.hasBest === true ? tensors : undefined;
    verdictStands = true;
  }

  const callback: Callback = (event, control) => {
    const measurement = measurementIn('earlyStopping', monitor, event);
    if (measurement !== undefined) observe(measurement, control);
    switch (event.type) {
      case 'trainStart':
        checkMonitor('earlyStopping', monitor, event);
        epochsBetween = event.plan.epochsBetween;
        checkEpochs('earlyStopping.patience', patience, event.plan.iterationsPerEpoch);
        if (verdictStands && waiting.isOver(epochsBetween)) control.stop(reason);
        else {
          if (reason !== undefined && !verdictStands) waiting.renew();
          reason = undefined;
        }
        verdictStands = false;
        break;
      case 'trainEnd':
        if (bestState !== undefined) model?.loadState(bestState);
        // Then it was not this callback that ended the training, and what it had decided stands.
        verdictStands ||= event.reason === 'error';
        break;
      default:
    }
  };
  return Object.defineProperties(callback, {
    key: { value: 'earlyStopping' },
    model: { value: model },
    state: { value: state },
    loadState: { value: loadState },
    best: { get: () => waiting.best },
    reason: { get: () => reason },
  }) as EarlyStopping;
}
