/**
 * What makes a diagnosis: for each verdict the conditions that must all hold, as numbers beside their
 * limits. All but the counts of epochs are ratios, so that the unit of the loss does not matter.
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

/** The curves of a training run. */
export interface Curves {
  readonly training: LossCurve;
  /** Nothing if the training had no validation set, or measured it less than twice. */
  readonly validation: LossCurve | undefined;
  /** The loss of a network that has learned nothing. */
  readonly baseline: number;
  /** Whether that is known, and not just the loss of the first epoch, in which much may be learned. */
  readonly baselineIsKnown: boolean;
  /** How many numbers are trained for each sample, where that is known. */
  readonly numbersPerSample: number | undefined;
}

/** Changes below this many hundredths of the unit are not worth a verdict. */
const NOTICEABLE = 0.05;
/** A loss that would fall by less than this part of all that was gained has levelled off. */
const STILL = 0.05;
/** Noise above this part of the unit is. */
const LOUD = 0.05;
/** A training loss that rests above this part of the baseline has room below it. */
const HIGH = 0.3;
/** A training loss that rests above this part of the baseline has learned nothing. */
const NOTHING = 0.95;

/** How many epochs a verdict needs: more than so many. */
export const EPOCHS = { diverging: 3, fall: 4, trend: 9, rest: 19 } as const;

function above(what: string, value: number, limit: number): Evidence {
  return { what, value, limit, wanted: 'above', met: value > limit };
}

function below(what: string, value: number, limit: number): Evidence {
  return { what, value, limit, wanted: 'below', met: value < limit };
}

const ratio = (part: number, whole: number) => (part === 0 ? 0 : part / whole);

const measured = ({ points }: LossCurve, limit: number) =>
  above('epochs measured', points.length, limit);

/**
 * The training loss goes up and stays up: it has lost more than half of what was gained for three epochs
 * or more, noise aside, and continues. A spike is gone after an epoch or two, or on its way back.
 */
export function diverging({ training }: Curves): Evidence[] {
  const { points, first, lowest, last, spread } = training;
  const gained = first - lowest.loss;
  const lost = Math.max(gained / 2, 0.1 * (Math.abs(lowest.loss) + gained / 10));
  const high = points.slice(points.findLastIndex(({ loss }) => loss - lowest.loss <= lost) + 1);
  const rises = high.filter(({ loss }, at) => at > 0 && loss > high[at - 1].loss).length;
  const rise = last - lowest.loss;
  return [
    above('epochs at the end with half of what was gained lost again', high.length, 2),
    above('part of them that rose', ratio(rises, high.length - 1), 0.5),
    above(
      'the last of them, against the first',
      ratio(rise, (high[0]?.loss ?? last) - lowest.loss),
      1,
    ),
    above('rise above the lowest, against its noise', ratio(rise, spread), 4),
    measured(training, EPOCHS.diverging),
  ];
}

/** The validation loss has risen from its lowest and stays up, while the training loss has fallen on. */
export function overfitting({ training, validation }: Curves): Evidence[] {
  if (validation === undefined) return [];
  const { lowest, trough, level, unit, spread, lastPart, points } = validation;
  const rise = ratio(level - trough, unit);
  const fall = ratio(lossAt(training, lowest.epoch) - training.level, training.unit);
  const part = points.filter(({ epoch }) => epoch >= lastPart);
  const up = part.filter(({ loss }) => loss > trough).length;
  return [
    below('epoch of the lowest validation loss, against the last part', lowest.epoch, lastPart),
    above('rise of the validation loss since then, in units', rise, NOTICEABLE),
    above('that rise, against 3 times the noise', rise, 3 * ratio(spread, unit)),
    above('part of the last epochs that lie above it', up / part.length, 0.8),
    above(
      'fall of the training loss since then, against 4 times its noise',
      fall,
      4 * ratio(training.spread, training.unit),
    ),
    measured(validation, EPOCHS.trend),
  ];
}

/** From epoch to epoch the loss changes by more than would be worth a verdict. */
export function noisy({ training, validation = training }: Curves): Evidence[] {
  const { spread, unit } = validation;
  const name = nameOf(validation, training);
  return [
    above(`noise of ${name} from epoch to epoch, in units`, ratio(spread, unit), LOUD),
    measured(validation, EPOCHS.trend),
  ];
}

/** The loss that counts is still falling. */
export function tooFewEpochs({ training, validation = training }: Curves): Evidence[] {
  const { unit, fall } = validation;
  const size = ratio(fall.size, unit);
  const name = nameOf(validation, training);
  return [
    above(`fall of ${name} over the last part, in units`, size, NOTICEABLE),
    above('that fall, against 3 times what noise makes', size, 3 * ratio(fall.noise, unit)),
    measured(validation, EPOCHS.fall),
  ];
}

/** The training loss rests where it would be without any learning. */
export function nothingLearned({ training, baseline, baselineIsKnown }: Curves): Evidence[] {
  if (!baselineIsKnown) return [];
  const { level, unit, fallOfHalf } = training;
  return [
    above('training loss at the end, as a part of the baseline', ratio(level, baseline), NOTHING),
    below(
      'its fall over the last half, in units',
      ratio(fallOfHalf.size, unit),
      Math.max(NOTICEABLE, 2 * ratio(fallOfHalf.noise, unit)),
    ),
    measured(training, EPOCHS.trend),
  ];
}

/**
 * The training loss has levelled off far up, and the validation loss beside it: so slowly does it fall that
 * many times the epochs would leave it there. What noise may hide of the fall counts. A plateau that ends
 * later looks the same; but a network with a number for each sample is not too small.
 */
export function tooLittleCapacity(curves: Curves): Evidence[] {
  const { training, validation, baseline, numbersPerSample } = curves;
  const { level, fall } = training;
  const speed = Math.max(0, fall.size) + fall.noise;
  const conditions = [
    above('training loss at the end, as a part of the baseline', ratio(level, baseline), HIGH),
    above(
      'the same after 6 times as many epochs more, at this speed',
      ratio(level - 6 * 4 * speed, baseline),
      HIGH,
    ),
    measured(training, EPOCHS.rest),
  ];
  if (numbersPerSample !== undefined) {
    conditions.push(below('trained numbers for each sample', numbersPerSample, 1));
  }
  if (validation === undefined) return conditions;
  const gap = ratio(validation.level - level, Math.abs(level));
  return [
    ...conditions,
    below('gap to the validation loss, as a part of the training loss', gap, 0.5),
  ];
}

/** The validation loss has levelled off, and the training loss far down. */
export function healthy({ training, validation, baseline }: Curves): Evidence[] {
  if (validation === undefined) return [];
  const { first, lowest, fall } = validation;
  const gained = first - lowest.loss;
  return [
    below(
      'fall that as many epochs more would bring, as a part of all that was gained',
      ratio(4 * fall.size, gained),
      Math.max(STILL, 4 * ratio(fall.noise, gained)),
    ),
    below(
      'training loss at the end, as a part of the baseline',
      ratio(training.level, baseline),
      HIGH,
    ),
    measured(validation, EPOCHS.trend),
  ];
}

function nameOf(curve: LossCurve, training: LossCurve): string {
  return curve === training ? 'the training loss' : 'the validation loss';
}
