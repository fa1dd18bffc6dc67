/** `--schedule`: how the learning rate changes, by a schedule of the library or on a plateau. */
import { positiveInteger } from '../../errors/options.ts';
import {
  constant,
  cosine,
  cosineRestarts,
  exponential,
  inverseSquareRoot,
  linear,
  multiStep,
  oneCycle,
  polynomial,
  type ReduceOnPlateau,
  reduceOnPlateau,
  type Schedule,
  stepDecay,
  warmUp,
} from '../../index.ts';
import { type Makers, type Named, type NamedValue, named } from '../words/named.ts';
import { readNumber } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

/** Each reads its own options completely, so that what was typed is checked there. */
type Factory = (options: never) => Schedule;

const schedules: Readonly<Record<string, readonly [Factory, example: string]>> = {
  constant: [constant, 'constant:warmUp=100'],
  cosine: [cosine, 'cosine:minimum=0.01'],
  cosineRestarts: [cosineRestarts, 'cosineRestarts:first=10'],
  exponential: [exponential, 'exponential:factor=0.95'],
  inverseSquareRoot: [inverseSquareRoot, 'inverseSquareRoot:warmUp=100'],
  linear: [linear, 'linear:endFactor=0'],
  multiStep: [multiStep, 'multiStep:milestones=20+40,factor=0.1'],
  oneCycle: [oneCycle, 'oneCycle:rise=0.3'],
  polynomial: [polynomial, 'polynomial:power=2'],
  stepDecay: [stepDecay, 'stepDecay:every=20,factor=0.5'],
};

const PLATEAU = 'reduceOnPlateau';

/** Epochs without an improvement after which the learning rate falls, unless it is said. */
const PATIENCE = 5;

const makers: Makers = {
  ...Object.fromEntries(
    Object.entries(schedules).map(([name, [, example]]) => [
      name,
      { make: (options) => makeSchedule({ name, options }), example },
    ]),
  ),
  [PLATEAU]: { make: makePlateau, example: 'reduceOnPlateau:patience=5,factor=0.5' },
};

export const scheduleNames: readonly string[] = Object.keys(makers);

/** How every one of them is written. */
export const scheduleExamples: readonly string[] = Object.values(makers).map((one) => one.example);

export const scheduleOption = named(
  'NAME',
  makers,
  `how the learning rate changes: ${scheduleNames.join(', ')}. ` +
    'Options follow a colon: stepDecay:every=20,factor=0.5; cosine:warmUp=100; ' +
    `reduceOnPlateau:patience=${PATIENCE},factor=0.5. Default: it does not change`,
);

/** The schedule of a Trainer, if it is one. */
export function scheduleOf(chosen: Named | undefined): { readonly schedule?: Schedule } {
  return chosen === undefined || watchesLoss(chosen) ? {} : { schedule: makeSchedule(chosen) };
}

/** The callback that lowers the learning rate, if that was chosen. */
export function plateauOf(chosen: Named | undefined): readonly ReduceOnPlateau[] {
  return watchesLoss(chosen) ? [makePlateau(chosen.options)] : [];
}

/** Whether the learning rate depends on the validation loss. */
export function watchesLoss(chosen: Named | undefined): chosen is Named {
  return chosen?.name === PLATEAU;
}

/** @throws UsageError where training runs are compared by their epochs, which a plateau makes different */
export function refusePlateau(chosen: Named | undefined): void {
  if (!watchesLoss(chosen)) return;
  throw new UsageError({
    where: '--schedule',
    expected: 'a schedule that is known beforehand',
    received: `${PLATEAU}, which depends on the validation loss`,
    remedy: `Choose one of ${Object.keys(schedules).join(', ')}.`,
  });
}

/** Any schedule may have a rise before it. */
function makeSchedule({ name, options }: Named): Schedule {
  const [factory] = schedules[name];
  const { warmUp: over, milestones, ...others } = options;
  const own = {
    ...others,
    // A single one is a list, too.
    ...(milestones !== undefined && { milestones: [milestones].flat() }),
  };
  if (over === undefined) return factory(own as never);
  if (name === 'inverseSquareRoot') return factory({ ...own, warmUp: over } as never);
  return warmUp(factory(own as never), { over: over as number });
}

function makePlateau({
  patience = PATIENCE,
  cooldown,
  ...others
}: Named['options']): ReduceOnPlateau {
  return reduceOnPlateau({
    ...others,
    patience: epochs('patience', patience),
    ...(cooldown !== undefined && { cooldown: epochs('cooldown', cooldown) }),
  });
}

function epochs(option: string, value: NamedValue): { readonly epochs: number } {
  const where = `--schedule ${PLATEAU}, ${option}`;
  return { epochs: readNumber(where, positiveInteger, String(value)) };
}
