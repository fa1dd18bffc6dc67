import type { Dtype } from '../tensor/dtype.ts';
import type { UniformRandom } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';

/** What an initializer needs to know of the parameter. */
export interface InitializerRequest {
  readonly shape: Shape;
  /** What the parameter holds. */
  readonly dtype: Dtype;
  /** How many inputs each unit has. */
  readonly fanIn: number;
  /** How many outputs each input feeds. */
  readonly fanOut: number;
  /** The stream of this parameter; `normals(random)` makes normal numbers of it. */
  readonly random: UniformRandom;
}

export interface Initializer {
  /** Its name and options, so that an architecture is JSON. */
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** The initial values in row-major order, in an array of their own; the parameter rounds float64. */
  sample(request: InitializerRequest): Float32Array | Float64Array;
}
