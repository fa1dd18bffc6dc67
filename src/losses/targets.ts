/**
 * What targets a loss takes. The form (shape, dtype) is checked whenever a loss is computed and reads
 * no values, so that the computation can be traced; the values are checked once for a whole dataset.
 */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, DtypeError, ShapeError } from '../errors/errors.ts';
import { markPure } from '../ops/pure.ts';
import { formatNumber } from '../tensor/format.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import { packed } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkTargetShape } from './agreement.ts';
import { areFloatClasses, isClass } from './class_numbers.ts';
import { type Loss, loss, type PerSample } from './loss.ts';

export interface TargetRule {
  /** @throws ShapeError, DtypeError */
  checkForm(where: string, outputs: Shape, targets: Tensor): void;
  /** Called when the form is right. @throws DataError */
  checkValues(where: string, outputs: Shape, targets: Tensor): void;
}

/** A loss whose targets are checked by a rule. */
// @__NO_SIDE_EFFECTS__
export function lossFor(
  rule: TargetRule,
  name: string,
  perSample: PerSample,
  { options = {}, classOutputs }: Pick<Loss, 'options' | 'classOutputs'> = {},
): Loss {
  const made = loss(
    name,
    (outputs, targets) => {
      rule.checkForm(name, outputs.shape, targets);
      checkSameFloat(name, outputs, targets);
      return perSample(outputs, targets);
    },
    (outputsShape, targets) => {
      rule.checkForm(name, outputsShape, targets);
      rule.checkValues(name, outputsShape, targets);
    },
    options,
  );
  return markPure(classOutputs === undefined ? made : Object.assign(made, { classOutputs }));
}

/** Floats in the shape of the outputs, each of which a test accepts. */
// @__NO_SIDE_EFFECTS__
function floats(
  expected: string,
  accepts: (value: number) => boolean,
  remedy?: string,
): TargetRule {
  return {
    checkForm: checkFloats,
    checkValues: (where, _, targets) => checkEach(where, targets, expected, accepts, remedy),
  };
}

const nonNegative = (value: number) => value >= 0 && Number.isFinite(value);

/** Any finite numbers, in the shape of the outputs. */
export const numbers = floats('finite numbers', Number.isFinite);

/** Numbers that count something, in the shape of the outputs. */
export const counts = floats('finite numbers, 0 or more', nonNegative);

/** -1 or 1, in the shape of the outputs. */
export const signs = floats(
  '-1 or 1',
  (t) => t === -1 || t === 1,
  'Targets t of 0 and 1 become them by t.mul(2).sub(1).',
);

/** Finite numbers in the shape of the outputs, whose last axis holds vectors. */
export const vectors: TargetRule = {
  ...numbers,
  checkForm(where, outputs, targets) {
    if (outputs.length < 2 || outputs[outputs.length - 1] < 2) {
      throw new ShapeError({
        where,
        expected: 'outputs [samples, size], with vectors of two or more numbers',
        received: describeShape(outputs),
        remedy: 'Single numbers have no direction: use meanSquaredError().',
      });
    }
    checkFloats(where, outputs, targets);
  },
};

const MORE_CLASSES =
  'For more than two classes use softmaxCrossEntropy(), with a unit for each in the last layer.';

/**
 * Whether or not, or how probable: floats from 0 to 1 in the shape of the outputs; or int32 classes 0
 * and 1 in that shape, or `[samples]` for outputs `[samples, 1]`.
 */
export const probabilities: TargetRule = {
  checkForm(where, outputs, targets) {
    const column = outputs.length > 1 && outputs[outputs.length - 1] === 1;
    const squeezed = column && sameShape(outputs.slice(0, -1), targets.shape);
    if (targets.dtype !== 'int32') checkFloats(where, outputs, targets);
    else if (!squeezed) checkTargetShape(where, outputs, targets.shape);
  },
  checkValues(where, _, targets) {
    if (targets.dtype === 'int32') {
      checkEach(where, targets, 'class 0 or 1', (t) => t === 0 || t === 1, MORE_CLASSES);
    } else {
      checkEach(where, targets, 'probabilities from 0 to 1', (t) => t >= 0 && t <= 1, MORE_CLASSES);
    }
  },
};

/** How far from 1 the sum of a distribution may be, for it was rounded when it was written. */
const SUM_TOLERANCE = 1e-3;

/** A probability for each class: floats in the shape of the outputs, summing to 1 over the last axis. */
export const distributions: TargetRule = {
  checkForm(where, outputs, targets) {
    checkClassAxis(where, outputs);
    checkFloats(where, outputs, targets);
  },
  checkValues(where, outputs, targets) {
    checkEach(where, targets, 'probabilities, 0 or more', nonNegative);
    const flat = packed(targets);
    const classes = outputs[outputs.length - 1];
    for (let row = 0; row * classes < flat.length; row++) {
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += flat[row * classes + k];
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        throw new DataError({
          where,
          expected: 'targets that sum to 1 over the classes',
          received: `the sum ${formatNumber(sum)} in sample ${sampleOf(targets, row * classes)}`,
          remedy: 'Divide each row by its sum.',
        });
      }
    }
  },
};

/**
 * The number of a class for each sample, int32 or whole floats, in the shape of the outputs without its
 * last axis (floats as a column of it, too); or a distribution over the classes.
 */
export const classes: TargetRule = {
  checkForm(where, outputs, targets) {
    checkClassAxis(where, outputs);
    const numbered = outputs.slice(0, -1);
    if (targets.dtype === 'int32') {
      if (sameShape(targets.shape, outputs)) {
        throw new DtypeError({
          where,
          expected: `int32 classes of shape ${describeShape(numbered)}, or floats of shape ${describeShape(outputs)}`,
          received: `int32 of shape ${describeShape(targets.shape)}`,
          remedy: "One-hot targets are floats: convert them with targets.cast('float32').",
        });
      }
      checkTargetShape(where, numbered, targets.shape);
    } else if (!areFloatClasses(numbered, targets)) checkFloats(where, outputs, targets);
  },
  checkValues(where, outputs, targets) {
    const count = outputs[outputs.length - 1];
    if (targets.dtype !== 'int32' && !areFloatClasses(outputs.slice(0, -1), targets)) {
      return distributions.checkValues(where, outputs, targets);
    }
    const remedy = `The network has ${count} outputs: it needs one for each class, and classes are whole numbers from 0.`;
    checkEach(where, targets, `classes from 0 to ${count - 1}`, (t) => isClass(t, count), remedy);
  },
};

function checkClassAxis(where: string, outputs: Shape): void {
  if (outputs.length < 2 || outputs[outputs.length - 1] < 2) {
    throw new ShapeError({
      where,
      expected: 'outputs [samples, classes], with two or more classes',
      received: describeShape(outputs),
      remedy:
        'Give the last layer a unit for each class: dense({ units: classes }). One unit for two classes is for sigmoidBinaryCrossEntropy().',
    });
  }
}

function checkFloats(where: string, outputs: Shape, targets: Tensor): void {
  if (targets.dtype === 'int32') {
    throw new DtypeError({
      where,
      expected: 'targets that are float32 or float64, as the outputs are',
      received: 'int32',
      remedy: "For classes use softmaxCrossEntropy(). For values convert: targets.cast('float32').",
    });
  }
  checkTargetShape(where, outputs, targets.shape);
}

/** Float targets have the dtype of the outputs; int32 ones are classes, which the loss converts. */
function checkSameFloat(where: string, outputs: Tensor, targets: Tensor): void {
  if (targets.dtype === 'int32' || targets.dtype === outputs.dtype) return;
  throw new DtypeError({
    where,
    expected: `targets that are ${outputs.dtype}, as the outputs are`,
    received: targets.dtype,
    remedy: `Convert them: targets.cast('${outputs.dtype}').`,
  });
}

function checkEach(
  where: string,
  targets: Tensor,
  expected: string,
  accepts: (value: number) => boolean,
  remedy = 'Correct this sample.',
): void {
  const flat = packed(targets);
  let at = 0;
  while (at < flat.length && accepts(flat[at])) at++;
  if (at === flat.length) return;
  const received = `${describe(flat[at])} in sample ${sampleOf(targets, at)}`;
  throw new DataError({ where, expected: `targets that are ${expected}`, received, remedy });
}

/** Which sample, counted from 0, an element in row-major order belongs to. */
function sampleOf({ shape, size }: Tensor, element: number): number {
  return Math.floor((element * shape[0]) / size);
}
