/** An architecture as JSON. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Seed } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Layer, LayerLike } from './layer.ts';

export interface LayerDescription {
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Architecture {
  readonly inputShape: Shape;
  readonly seed: Seed;
  readonly dtype: Dtype;
  readonly layers: readonly LayerDescription[];
}

/**
 * A network's layers as plain data.
 * @throws OptionError when a layer is a function, which no JSON can hold
 */
export function describeArchitecture(
  head: Omit<Architecture, 'layers'>,
  layers: readonly Layer[],
): Architecture {
  return { ...head, layers: layers.map((layer, index) => describeLayer(layer, `layers.${index}`)) };
}

function describeLayer(layer: LayerLike, name: string): LayerDescription {
  if (!('type' in layer) || 'function' in layer.options) {
    throw new OptionError({
      where: `toJSON, ${name}`,
      expected: 'a layer that is described by data',
      received: describe('options' in layer ? layer.options.function : layer),
      remedy: 'Use a layer of the library, or save the state only.',
    });
  }
  const options = Object.fromEntries(
    Object.entries(layer.options).flatMap(([key, value]): [string, unknown][] => {
      if (value === undefined) return [];
      if (key !== 'layers') return [[key, plain(value)]];
      const inner = value as readonly LayerLike[];
      return [[key, inner.map((child, index) => describeLayer(child, `${name}.layers.${index}`))]];
    }),
  );
  return { type: layer.type, options };
}

/** Initializers and their like carry their description as name and options. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('name' in value && 'options' in value) return { name: value.name, options: value.options };
  return value;
}
