/**
 * What makes a diagnosis: for each verdict the conditions that must all hold, as numbers beside their
 * limits. Every number is a ratio, so that the unit of the loss does not matter.
 */
import { type LossCurve, lossAt } from './loss_curve.ts';

/** One condition of a verdict. */
export interface Evidence {
  /** What was measured, in words. */
  readonly what: string;
  readonly value: number;
  /** What the value is held against. */
  readonly limit: number;
  /** On which side of the limit it has to be. */
  readonly wanted: 'above' | 'below';
  /** Whether it is there. */
  readonly met: boolean;
}

/** The curves of a training. */
export interface Curves {
  readonly training: LossCurve;
  /** Nothing if the training had no validation set, or measured it less than twice. */
  readonly validation: LossCurve | undefined;
  /** The loss of a network that has learned nothing. */
  readonly baseline: number;
}

/** Changes below this many hundredths of the unit are not worth a verdict. */
const NOTICEABLE = 0.05;

function above(what: string, value: number, limit: number): Evidence {
  return { what, value, limit, wanted: 'above', met: value > limit };
}

function below(what: string, value: number, limit: number): Evidence {
  return { what, value, limit, wanted: 'below', met: value < limit };
}

const ratio = (part: number, whole: number) => (part === 0 ? 0 : part / whole);

/** The training loss goes back up: more than half of what was gained is lost again, noise aside. */
export function diverging({ training }: Curves): Evidence[] {
  const { first, last, lowest, unit, fall, spread } = training;
  const rise = ratio(last - lowest.loss, unit);
  const half = ratio(first - lowest.loss, unit) / 2;
  return [
    below('fall of the training loss over the last part, in units', ratio(fall, unit), 0),
    above('its rise above its lowest, in units', rise, 0.1),
    above('that rise, against half of all that was gained', rise, half),
    above('that rise, against 4 times the noise', rise, 4 * ratio(spread, unit)),
  ];
}

/** The validation loss has risen from its lowest, while the training loss has fallen on. */
export function overfitting({ training, validation }: Curves): Evidence[] {
  if (validation === undefined) return [];
  const { lowest, trough, level, unit, spread, lastPart } = validation;
  const rise = ratio(level - trough, unit);
  const fall = ratio(lossAt(training, lowest.epoch) - training.level, training.unit);
  return [
    below('epoch of the lowest validation loss, against the last part', lowest.epoch, lastPart),
    above('rise of the validation loss since then, in units', rise, NOTICEABLE),
    above('that rise, against 3 times the noise', rise, 3 * ratio(spread, unit)),
    above(
      'fall of the training loss since then, against 4 times its noise',
      fall,
      4 * ratio(training.spread, training.unit),
    ),
  ];
}

/** From epoch to epoch the loss changes by more than would be worth a verdict. */
export function noisy({ training, validation = training }: Curves): Evidence[] {
  const { spread, unit } = validation;
  const name = nameOf(validation, training);
  return [above(`noise of ${name} from epoch to epoch, in units`, ratio(spread, unit), NOTICEABLE)];
}

/** The loss that counts is still falling. */
export function tooFewEpochs({ training, validation = training }: Curves): Evidence[] {
  const { unit, spread } = validation;
  const fall = ratio(validation.fall, unit);
  const name = nameOf(validation, training);
  return [
    above(`fall of ${name} over the last part, in units`, fall, NOTICEABLE),
    above('that fall, against 3 times the noise', fall, 3 * ratio(spread, unit)),
  ];
}

/** The training loss has come to rest far up, and the validation loss beside it. */
export function tooLittleCapacity({ training, validation, baseline }: Curves): Evidence[] {
  const { level } = training;
  const high = above(
    'training loss at the end, as a part of the baseline',
    ratio(level, baseline),
    0.3,
  );
  if (validation === undefined) return [high];
  const gap = ratio(validation.level - level, Math.abs(level));
  return [high, below('gap to the validation loss, as a part of the training loss', gap, 0.5)];
}

function nameOf(curve: LossCurve, training: LossCurve): string {
  return curve === training ? 'the training loss' : 'the validation loss';
}
