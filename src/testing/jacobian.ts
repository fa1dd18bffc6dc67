/**
 * Derivatives by two independent ways, compared: what the backward pass says, and central
 * differences, (f(x + h) - f(x - h)) / 2h. All variables are seen as one long vector, and so are all
 * outputs.
 */
import { gradients } from '../autograd/backward.ts';
import { tensor } from '../tensor/create.ts';
import type { Random } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A function to be differentiated: it reads its variables, which are moved in place. */
export interface Subject {
  /** float64, and requiring gradients. */
  readonly variables: readonly Tensor[];
  /** The outputs for the present values; with `graph`, such that they can be differentiated. */
  evaluate(graph: boolean): readonly Tensor[];
}

export interface Precision {
  readonly relativeTolerance: number;
  readonly absoluteTolerance: number;
  /** How far an element is moved to either side; beyond 1, in proportion to it. */
  readonly delta: number;
}

/** One derivative, both ways. Positions count along the vectors of all variables and all outputs. */
export interface Derivative {
  readonly variable: number;
  /** Undefined for a random projection of all outputs. */
  readonly output: number | undefined;
  readonly numeric: number;
  readonly analytic: number;
  /** How much the two may differ. */
  readonly allowed: number;
  /** Whether the slopes on either side differ so much that the function seems to have a kink. */
  readonly kink: boolean;
}

export interface Comparison {
  /** Whether the derivatives are those of random projections. */
  readonly projected: boolean;
  readonly compared: number;
  readonly disagreeing: number;
  /** The largest difference, in units of what is allowed. */
  readonly error: number;
  /** The derivative with that difference. */
  readonly worst: Derivative | undefined;
}

/** A subject at the point where it is differentiated. */
interface Situation extends Precision {
  readonly subject: Subject;
  readonly outputs: readonly Tensor[];
  readonly point: Float64Array;
  readonly centre: Float64Array;
}

/** Up to this many evaluations of the function are spent on a whole Jacobian. */
const WHOLE_JACOBIAN = 512;
/** How many random projections stand for a Jacobian that is larger. */
const PROJECTIONS = 4;

/** Compares the whole Jacobian of a small function, random projections of a large one. */
export function compareDerivatives(
  subject: Subject,
  precision: Precision,
  source: Random,
): Comparison {
  const outputs = subject.evaluate(true);
  const point = valuesOf(subject.variables);
  const centre = valuesOf(outputs);
  const situation = { ...precision, subject, outputs, point, centre };
  if (point.length === 0 || centre.length === 0) return summary([], false);
  const small = 2 * point.length + centre.length <= WHOLE_JACOBIAN;
  if (small) return summary(wholeJacobian(situation), false);
  return summary(
    Array.from({ length: PROJECTIONS }, () => projection(situation, source)),
    true,
  );
}

function wholeJacobian(situation: Situation): Derivative[] {
  const { point, centre } = situation;
  const rows = Array.from(centre, (_, i) => backwardOf(situation, unit(centre.length, i, 1)));
  return Array.from(point, (x, j) => {
    const distance = scaleOf(x);
    const sides = move(situation, unit(point.length, j, distance));
    return rows.map((row, i) => {
      const slopes = slopesOf(
        sides.above[i],
        centre[i],
        sides.below[i],
        situation.delta * distance,
      );
      const size = Math.max(Math.abs(slopes.numeric), Math.abs(row[j]));
      return judge(situation, { variable: j, output: i, analytic: row[j], ...slopes }, size);
    });
  }).flat();
}

/**
 * The derivative of a random sum of outputs along a random direction; where the two ways disagree,
 * that with respect to a single element.
 */
function projection(situation: Situation, source: Random): Derivative {
  const { point, centre, delta } = situation;
  const weights = signs(source, centre.length);
  const gradient = backwardOf(situation, weights);
  const direction = signs(source, point.length).map((sign, j) => sign * scaleOf(point[j]));

  /** The derivative when only the elements from `start` to below `end` are moved. */
  const along = (start: number, end: number): Derivative => {
    const moved = direction.map((d, j) => (j >= start && j < end ? d : 0));
    const { above, below } = move(situation, moved);
    const [right, middle, left] = [above, centre, below].map((values) => dot(weights, values));
    const slopes = slopesOf(right, middle, left, delta);
    const terms = gradient.map((g, j) => g * moved[j]);
    const analytic = sum(terms);
    const size = sum(terms.map(Math.abs)) + Math.abs(slopes.numeric);
    return judge(situation, { variable: start, output: undefined, analytic, ...slopes }, size);
  };

  let [start, end] = [0, point.length];
  let found = along(start, end);
  // Differences add up, so one half of a range that disagrees disagrees too, down to an element.
  while (errorOf(found) > 1 && end - start > 1) {
    const middle = (start + end) >> 1;
    const [first, second] = [along(start, middle), along(middle, end)];
    const takeFirst = differenceOf(first) >= differenceOf(second);
    found = takeFirst ? first : second;
    if (takeFirst) end = middle;
    else start = middle;
  }
  return found;
}

/** The outputs on both sides of the point. */
function move({ subject, point, delta }: Situation, direction: Float64Array) {
  const at = (distance: number): Float64Array => {
    place(
      subject.variables,
      point.map((x, j) => x + distance * direction[j]),
    );
    return valuesOf(subject.evaluate(false));
  };
  try {
    return { above: at(delta), below: at(-delta) };
  } finally {
    place(subject.variables, point);
  }
}

function slopesOf(above: number, centre: number, below: number, distance: number) {
  const [right, left] = [(above - centre) / distance, (centre - below) / distance];
  const kink = Math.abs(right - left) > 1e-3 * Math.max(1, Math.abs(right), Math.abs(left));
  return { numeric: (above - below) / (2 * distance), kink };
}

function judge(
  { relativeTolerance, absoluteTolerance }: Precision,
  found: Omit<Derivative, 'allowed'>,
  size: number,
): Derivative {
  return { ...found, allowed: absoluteTolerance + relativeTolerance * size };
}

/** How far the two ways are apart; infinitely where one of them is not a number. */
function differenceOf({ numeric, analytic }: Derivative): number {
  if (Object.is(numeric, analytic)) return 0;
  const difference = Math.abs(numeric - analytic);
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

function errorOf(found: Derivative): number {
  const difference = differenceOf(found);
  return Number.isFinite(difference) ? difference / found.allowed : difference;
}

function summary(found: readonly Derivative[], projected: boolean): Comparison {
  const errors = found.map(errorOf);
  const error = errors.reduce((largest, one) => Math.max(largest, one), 0);
  return {
    projected,
    compared: found.length,
    disagreeing: errors.filter((one) => one > 1).length,
    error,
    worst: found[errors.indexOf(error)],
  };
}

/** The gradient, along all variables, of the weighted sum of all outputs. */
function backwardOf({ subject, outputs, point }: Situation, weights: Float64Array): Float64Array {
  const total = new Float64Array(point.length);
  let start = 0;
  for (const output of outputs) {
    const own = weights.slice(start, start + output.size);
    start += output.size;
    if (!output.requiresGrad) continue; // it depends on no variable: its gradient is 0
    const outputGradient = tensor(own, { shape: output.shape });
    const found = gradients(output, subject.variables, { outputGradient });
    let position = 0;
    found.forEach((gradient, k) => {
      const values = gradient?.toTypedArray();
      for (let i = 0; i < subject.variables[k].size; i++) total[position++] += values?.[i] ?? 0;
    });
  }
  return total;
}

/** Numbers from 0.5 to 1 in size, of either sign, so that no element hides behind a small factor. */
export function signs(source: Random, length: number): Float64Array {
  return Float64Array.from({ length }, () => {
    const value = source.uniform() - 0.5;
    return value < 0 ? value - 0.5 : value + 0.5;
  });
}

function unit(length: number, at: number, value: number): Float64Array {
  const vector = new Float64Array(length);
  vector[at] = value;
  return vector;
}

function scaleOf(x: number): number {
  return Math.max(1, Math.abs(x));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  return sum(a.map((value, i) => value * b[i]));
}

function valuesOf(tensors: readonly Tensor[]): Float64Array {
  const values = new Float64Array(tensors.reduce((total, { size }) => total + size, 0));
  let start = 0;
  for (const one of tensors) {
    values.set(one.toTypedArray(), start);
    start += one.size;
  }
  return values;
}

function place(tensors: readonly Tensor[], values: Float64Array): void {
  let start = 0;
  for (const one of tensors) {
    one.assign(values.subarray(start, start + one.size));
    start += one.size;
  }
}
