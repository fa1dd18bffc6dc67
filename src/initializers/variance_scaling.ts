/**
 * Initializers that choose the variance of weights by how many inputs and outputs a unit has, so that
 * signals keep their size from layer to layer. Uniform ones draw from ±√(3 variance), normal ones are
 * not truncated (PyTorch does the same, Keras truncates at two standard deviations).
 */
import { type NoOptions, readOptions } from '../errors/options.ts';
import { normalValues, uniformValues } from './bulk.ts';
import type { Initializer, InitializerRequest } from './initializer.ts';

type Fans = Pick<InitializerRequest, 'fanIn' | 'fanOut'>;
type Variance = (fans: Fans) => number;

// A parameter without inputs or outputs has no elements, or none that a signal passes through.
const glorot: Variance = ({ fanIn, fanOut }) => 2 / Math.max(1, fanIn + fanOut);
const he: Variance = ({ fanIn }) => 2 / Math.max(1, fanIn);
const lecun: Variance = ({ fanIn }) => 1 / Math.max(1, fanIn);

function scaledUniform(name: string, variance: Variance, options?: NoOptions): Initializer {
  readOptions(name, options, {});
  return {
    name,
    options: {},
    sample: (request) => {
      const limit = Math.sqrt(3 * variance(request));
      return uniformValues(request, 2 * limit, -limit);
    },
  };
}

function scaledNormal(name: string, variance: Variance, options?: NoOptions): Initializer {
  readOptions(name, options, {});
  return {
    name,
    options: {},
    sample: (request) => normalValues(request, Math.sqrt(variance(request))),
  };
}

/** Uniform, variance `2 / (fanIn + fanOut)`: for tanh and sigmoid (Glorot and Bengio, 2010). */
export function glorotUniform(options?: NoOptions): Initializer {
  return scaledUniform('glorotUniform', glorot, options);
}

/** Normal, variance `2 / (fanIn + fanOut)`: for tanh and sigmoid (Glorot and Bengio, 2010). */
export function glorotNormal(options?: NoOptions): Initializer {
  return scaledNormal('glorotNormal', glorot, options);
}

/** Uniform, variance `2 / fanIn`: for relu and its family (He et al., 2015). */
export function heUniform(options?: NoOptions): Initializer {
  return scaledUniform('heUniform', he, options);
}

/** Normal, variance `2 / fanIn`: for relu and its family (He et al., 2015). */
export function heNormal(options?: NoOptions): Initializer {
  return scaledNormal('heNormal', he, options);
}

/** Uniform, variance `1 / fanIn`: for selu (LeCun et al., 1998; Klambauer et al., 2017). */
export function lecunUniform(options?: NoOptions): Initializer {
  return scaledUniform('lecunUniform', lecun, options);
}

/** Normal, variance `1 / fanIn`: for selu (LeCun et al., 1998; Klambauer et al., 2017). */
export function lecunNormal(options?: NoOptions): Initializer {
  return scaledNormal('lecunNormal', lecun, options);
}
