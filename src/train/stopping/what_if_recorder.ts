/** Early stoppings that do not stop, followed while a training run continues. */
import { callable, optional, type Rule } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Callback } from '../callbacks/callback.ts';
import { checkMonitor, goalOf, type Measurement } from '../events/monitor.ts';
import type { CallbackState } from '../state/training_state.ts';
import { Hindsight, type HindsightData, type WhatIf } from './hindsight.ts';
import {
  checkEpochs,
  checkPatience,
  type EpochsBetween,
  type Patience,
  patienceOrCount,
  withUnit,
} from './patience.ts';
import { measurementIn, type Watched, type WatchOptions, watchRules } from './watched.ts';

export interface WhatIfRecorderOptions extends WatchOptions {
  /** As in `earlyStopping`, one or more; a number alone counts measurements of what is watched. */
  readonly patience: readonly (Patience | number)[];
  /** Told in words, at once, where one of them would have ended the training. */
  readonly report?: ((text: string) => void) | undefined;
}

/** What one patience would have done so far. */
export interface WhatIfRecord extends WhatIf {
  readonly patience: Patience;
}

export interface WhatIfRecorder extends Callback {
  /** One for each patience, in the order asked for; those for which nothing was measured are left out. */
  readonly records: readonly WhatIfRecord[];
}

interface Resolved extends Watched {
  readonly patience: readonly (Patience | number)[];
  readonly report: ((text: string) => void) | undefined;
}

const patienceList: Rule<never> = {
  expected: `an array, each of its items ${patienceOrCount.expected}`,
  example: '[5, 10]',
  accepts: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(patienceOrCount.accepts),
};

/**
 * Follows a training run as `earlyStopping` would with each patience, and lets it continue. At the end it says
 * what `whatIf` says of the history. It says so already while the training runs: where a run of hours
 * would have ended, and what continuing has found since. Only numbers are kept, no weights.
 *
 * @throws OptionError here for options that do not fit; before the first iteration for a monitor that
 * the training does not measure
 * @example
 * const recorder = whatIfRecorder({ patience: [5, 10, 20], report: console.log });
 * await trainer.fit({ train, validation, callbacks: [recorder] });
 * for (const { patience, end, missed } of recorder.records) console.log(patience, end.epoch, missed);
 */
export function whatIfRecorder(options: WhatIfRecorderOptions): WhatIfRecorder {
  const read = readTrainingOptions<Resolved>('whatIfRecorder', options, {
    ...watchRules,
    patience: patienceList,
    report: optional(callable),
  });
  const { monitor, minDelta, report } = read;
  const goal = goalOf('whatIfRecorder', monitor, read.goal);
  const followed = read.patience.map((asked) => {
    const patience = withUnit(asked, monitor);
    checkPatience('whatIfRecorder', monitor, patience);
    return { patience, hindsight: new Hindsight(monitor, { goal, patience, minDelta }) };
  });
  let epochsBetween: EpochsBetween = () => 0;
  let iteration = 0;

  function observe(measurement: Measurement): void {
    for (const { hindsight } of followed) {
      const before = hindsight.stopped;
      hindsight.observe(measurement, epochsBetween);
      if (hindsight.stopped && !before) {
        const { epoch, iteration: end } = measurement;
        report?.(`would end at epoch ${epoch}, iteration ${end}: ${hindsight.reason}`);
      }
    }
  }

  function records(): WhatIfRecord[] {
    return followed.flatMap(({ patience, hindsight }) => {
      const outcome = hindsight.outcome(iteration);
      return outcome === undefined ? [] : [{ patience, ...outcome }];
    });
  }

  function state(): CallbackState {
    const hindsights = followed.map(({ hindsight }) => hindsight.toJSON());
    return { values: { iteration, hindsights }, tensors: {} };
  }

  function loadState({ values }: CallbackState): void {
    iteration = values.iteration as number;
    const hindsights = values.hindsights as HindsightData[];
    followed.forEach(({ hindsight }, at) => {
      if (hindsights[at] !== undefined) hindsight.restore(hindsights[at]);
    });
  }

  const callback: Callback = (event) => {
    const measurement = measurementIn('whatIfRecorder', monitor, event);
    if (measurement !== undefined) observe(measurement);
    switch (event.type) {
      case 'trainStart':
        checkMonitor('whatIfRecorder', monitor, event);
        epochsBetween = event.plan.epochsBetween;
        for (const { patience } of followed) {
          checkEpochs('whatIfRecorder.patience', patience, event.plan.iterationsPerEpoch);
        }
        break;
      case 'iterationEnd':
        iteration = event.iteration;
        break;
      default:
    }
  };
  return Object.defineProperties(callback, {
    key: { value: 'whatIfRecorder' },
    state: { value: state },
    loadState: { value: loadState },
    records: { get: records },
  }) as WhatIfRecorder;
}
