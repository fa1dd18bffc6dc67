/** Initializers that draw nothing. */
import { finite, type NoOptions, readOptions } from '../errors/options.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Initializer } from './initializer.ts';

function filled(
  name: string,
  options: Readonly<Record<string, number>>,
  value: number,
): Initializer {
  return { name, options, sample: ({ shape }) => new Float64Array(sizeOf(shape)).fill(value) };
}

/** 0 everywhere: the usual beginning of a bias. Weights must differ, or all units learn the same. */
export function zeros(options?: NoOptions): Initializer {
  readOptions('zeros', options, {});
  return filled('zeros', {}, 0);
}

/** 1 everywhere: the usual beginning of a scale, as in `layerNorm`. */
export function ones(options?: NoOptions): Initializer {
  readOptions('ones', options, {});
  return filled('ones', {}, 1);
}

export interface ConstantOptions {
  readonly value: number;
}

/** The same value everywhere. */
export function constant(options: ConstantOptions): Initializer {
  const { value } = readOptions<ConstantOptions>('constant', options, { value: finite });
  return filled('constant', { value }, value);
}
