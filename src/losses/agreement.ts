/** When outputs, targets and weights are of shapes that fit together: for losses and metrics alike. */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';

/** Equal shapes. Broadcasting [n] against [n, 1] would compare every sample with every other. */
export function checkTargetShape(where: string, expected: Shape, received: Shape): void {
  if (sameShape(expected, received)) return;
  throw new ShapeError({
    where,
    problem: 'outputs and targets do not fit together',
    expected: `targets of shape ${describeShape(expected)}`,
    received: describeShape(received),
    remedy: remedyFor(expected, received),
  });
}

function remedyFor(expected: Shape, received: Shape): string {
  if (sizeOf(expected) === sizeOf(received)) {
    return `Reshape them: targets.reshape(${describeShape(expected)}).`;
  }
  if (received.length === 0 || expected[0] !== received[0]) return 'Each sample needs its target.';
  const units = 'The last layer needs as many units as a sample has targets.';
  const onePerSample = received.length === 1 || (received.length === 2 && received[1] === 1);
  return expected.length === 2 && onePerSample
    ? `For classes use softmaxCrossEntropy(). Otherwise: ${units}`
    : units;
}

/** One weight for each sample. */
export function checkWeightShape(where: string, samples: number, received: Shape): void {
  if (sameShape(received, [samples])) return;
  throw new ShapeError({
    where,
    expected: `one weight for each sample, shape [${samples}]`,
    received: describeShape(received),
    remedy: 'Give a tensor of that shape.',
  });
}
