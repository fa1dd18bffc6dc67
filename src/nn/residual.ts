import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { array, checkArgument, type Rule } from '../errors/options.ts';
import { add } from '../ops/elementwise/arithmetic.ts';
import { markPure } from '../ops/pure.ts';
import { sameShape } from '../tensor/shape.ts';
import { buildLayers, checkLayer, collect, forwardLayers, type Held } from './build.ts';
import type { Layer, LayerLike } from './layer.ts';

const layerList: Rule<never> = {
  ...array,
  expected: 'an array of layers',
  example: '[dense({ units: 4 })]',
};

/**
 * A layer around layers: `y = x + layers(x)` (He et al., 2015).
 * @throws OptionError unless it is given an array of layers; ShapeError when the layers change the shape
 */
export function residual(layers: readonly LayerLike[]): Layer {
  checkArgument('residual', layers, layerList);
  for (const [k, layer] of layers.entries()) checkLayer(`residual.layers.${k}`, layer);
  const layer: Layer = {
    type: 'residual',
    options: { layers },
    build(request) {
      const inner = buildLayers(layers, request);
      const outputShape = inner.at(-1)?.built.outputShape ?? request.inputShape;
      if (!sameShape(outputShape, request.inputShape)) {
        throw new ShapeError({
          where: `${request.name} (residual)`,
          expected: `layers that keep the shape ${describeShape(request.inputShape)}`,
          received: describeShape(outputShape),
          remedy: 'Let the last layer have as many units as the input.',
        });
      }
      const prefix = request.name.length + 1;
      const local = <K extends Held>(kind: K) =>
        Object.fromEntries(collect(inner, kind).map(([name, part]) => [name.slice(prefix), part]));
      return {
        outputShape,
        parameters: local('parameters'),
        buffers: local('buffers'),
        penalties: local('penalties'),
        constraints: local('constraints'),
        checkAhead: (ahead) => {
          for (const { built } of inner) built.checkAhead?.(ahead);
        },
        forward: (x, context) => add(x, forwardLayers(inner, x, context)),
      };
    },
  };
  return markPure(layer, layers);
}
