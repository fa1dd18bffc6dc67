/**
 * Random numbers for a whole parameter at once. The stream gives a key, and each number is a function of
 * the key and its place alone, so that emitted code draws them in lanes, with the bits of the reference.
 */
import { normalAt } from '../numerics/normal.ts';
import { untraced } from '../ops/execute/execute.ts';
import { scalar } from '../ops/functions.ts';
import { type DrawAttributes, drawingLanes } from '../ops/random/draw.ts';
import { normalNoise } from '../ops/random/normal_noise.ts';
import { uniformNumbers } from '../ops/random/uniform_numbers.ts';
import type { UniformRandom } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { InitializerRequest } from './initializer.ts';

export type Values = Float32Array | Float64Array;

type Request = Pick<InitializerRequest, 'shape' | 'dtype' | 'random'>;
type Draw = (key: Tensor, attributes: DrawAttributes) => Tensor;

/** `offset + factor u`, u uniform from 0 to below 1. */
export function uniformValues(request: Request, factor: number, offset: number): Values {
  return scaled(drawn(uniformNumbers, keyOf(request.random), request), factor, offset);
}

/** Normal numbers of a mean and a standard deviation. */
export function normalValues(request: Request, standardDeviation: number, mean = 0): Values {
  return scaled(drawn(normalNoise, keyOf(request.random), request), standardDeviation, mean);
}

/**
 * Normal numbers within two standard deviations of the mean. All are drawn at once; the few that fall
 * outside, 5 of 100, are drawn again one by one, each at its place in the next draw, until they do not.
 */
export function truncatedValues(request: Request, standardDeviation: number, mean: number): Values {
  const key = keyOf(request.random);
  const values = drawn(normalNoise, key, request);
  const lanes = drawingLanes(request.dtype);
  for (let i = 0; i < values.length; i++) {
    for (let draw = 1; Math.abs(values[i]) > 2; draw++) values[i] = normalAt(lanes, draw, key, i);
  }
  return scaled(values, standardDeviation, mean);
}

/** 32 bits: the first of the stream, which `randomKey` gives for its seed and name. */
const keyOf = (random: UniformRandom) => random.integer(2 ** 32) | 0;

/**
 * The key of the stream is what a kernel reads, and which draw it is what it is compiled for: so there is
 * one kernel for all parameters.
 */
function drawn(draw: Draw, key: number, { shape, dtype }: Request): Values {
  const made = untraced(() => draw(scalar(key, 'int32'), { key: 0, shape, dtype }));
  return made.storage.data as Values;
}

function scaled(values: Values, factor: number, offset: number): Values {
  for (let i = 0; i < values.length; i++) values[i] = offset + factor * values[i];
  return values;
}
