/** Custom layers that architectures know by name, as they know those of the library. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  having,
  oneOf,
  optional,
  type Rules,
  readOptions,
  record,
  string,
} from '../errors/options.ts';
import { type LikeDefaults, type PlainOptions, rulesOf } from '../errors/plain_options.ts';
import { type Defined, definitions } from '../errors/registry.ts';
import { zeros } from '../initializers/constant.ts';
import type { Initializer } from '../initializers/initializer.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { initialize } from './initialize.ts';
import type { BuildRequest, BuiltLayer, Layer } from './layer.ts';

/** What a custom layer is told when it is built. */
export interface DefinedLayerRequest extends BuildRequest {
  /**
   * A parameter of the layer, with values of its own stream of random numbers.
   * @param name its local name, such as `weight`
   * @param initializer default zeros; for fans the last axis counts as the outputs
   */
  parameter(name: string, shape: Shape, initializer?: Initializer): Tensor;
}

export interface LayerDefinition<O extends PlainOptions>
  extends Pick<Layer, 'weightInitializer' | 'outputs'> {
  /** The options with their defaults: what JSON can hold, and each of the kind of its default. */
  readonly options?: O;
  /** Refuses options that cannot be, by throwing. */
  check?(options: O): void;
  /** The layer for an input shape; its `forward` is a function of tensors, whose gradient follows by itself. */
  build(options: O, request: DefinedLayerRequest): BuiltLayer;
}

/** The types of the library, which no other layer may have. */
export const LAYER_TYPES: readonly string[] = (
  'batchNorm dense dropout elu flatten formulaActivation function gaussianNoise gelu geluTanh hardSigmoid hardTanh ' +
  'layerNorm leakyRelu logSoftmax mish relu residual selu sigmoid silu softmax softplus tanh'
).split(' ');

/** By type: what makes a layer of its options. */
export const definedLayers: Defined<(options: object) => Layer> = definitions(
  'a layer',
  LAYER_TYPES,
);

/**
 * A custom layer, known by its type: `toJSON`, model files and `modelFromJSON` work with it as with
 * those of the library. Where a file is read, the module that defines it must have been imported before.
 *
 * Options that are left out have their defaults; unknown ones are refused.
 * @returns the factory of the layer
 * @throws OptionError for a type that another layer has
 * @example
 * export const scale = defineLayer('scale', {
 *   options: { initial: 1 },
 *   build({ initial }, { inputShape, parameter }) {
 *     const factor = parameter('factor', inputShape.slice(-1), initializers.constant({ value: initial }));
 *     return { outputShape: inputShape, parameters: { factor }, forward: (x) => x.mul(factor) };
 *   },
 * });
 */
export function defineLayer<O extends PlainOptions = Readonly<Record<never, never>>>(
  type: string,
  definition: LayerDefinition<O>,
): (options?: LikeDefaults<O>) => Layer {
  checkArgument('defineLayer.type', type, string);
  const read = readOptions<LayerDefinition<O>>('defineLayer', definition, {
    options: optional(record),
    check: optional(callable),
    build: callable,
    weightInitializer: optional(having('an initializer', 'initializers.heNormal()', 'sample')),
    outputs: optional(oneOf('logits', 'probabilities', 'logProbabilities')),
  } as Rules<LayerDefinition<O>>);
  const { options: defaults, check, build, weightInitializer, outputs } = read;
  const rules = rulesOf<O>('defineLayer.options', defaults);
  const make = (given?: LikeDefaults<O>): Layer => {
    const options = readOptions<O>(type, given, rules);
    check?.(options);
    return {
      type,
      options,
      ...(weightInitializer && { weightInitializer }),
      ...(outputs && { outputs }),
      build: (request) => checkBuilt(type, build(options, withParameter(request))),
    };
  };
  definedLayers.add('defineLayer', type, make as (options: object) => Layer);
  return Object.defineProperty(make, 'name', { value: type });
}

function withParameter(request: BuildRequest): DefinedLayerRequest {
  return {
    ...request,
    parameter(name, shape, initializer = zeros()) {
      const fanOut = shape.at(-1) ?? 1;
      const fans = { fanOut, fanIn: shape.length < 2 ? fanOut : sizeOf(shape.slice(0, -1)) };
      return initialize(name, shape, initializer, request, fans);
    },
  };
}

function checkBuilt(type: string, built: unknown): BuiltLayer {
  const { outputShape, forward } = (built ?? {}) as Partial<BuiltLayer>;
  if (Array.isArray(outputShape) && typeof forward === 'function') return built as BuiltLayer;
  throw new OptionError({
    where: `${type}.build`,
    expected: 'a layer { outputShape, forward }, with parameters if it has any',
    received: describe(built),
    remedy: 'Return such an object from build.',
  });
}
