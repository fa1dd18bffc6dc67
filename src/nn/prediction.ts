/** Predicting: the outputs of layers for samples, by compiled code where that pays and gives the same. */
import { oneOf, type Rules, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { InParts } from '../graph/parts.ts';
import { type ThreadCount, threadCount, threadsFor } from '../graph/threading.ts';
import { mayEmit, referenceOnly } from '../ops/execute/execute.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { isPure } from '../ops/pure.ts';
import { tensor } from '../tensor/create.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { checkBatch, collect, forwardLayers, type NamedLayer } from './build.ts';
import { compiledInference, type Inference } from './inference.ts';
import type { LayerContext } from './layer.ts';

export interface PredictOptions {
  /**
   * `auto` (default) compiles from the second call on, or at a first one with much to do, unless layers
   * of the user's own take part; `reference` never. The bits are the same.
   */
  readonly backend?: 'auto' | 'reference' | undefined;
  /** How many threads compute at most, as for the Trainer; default `auto`. The bits are the same. */
  readonly threads?: ThreadCount | undefined;
}

export interface Prediction {
  /**
   * The outputs for samples, without gradients, in evaluation mode.
   * @param inputs `[samples, ...inputShape]`, a tensor or nested arrays
   * @throws ShapeError, DtypeError when the inputs have another shape or dtype
   */
  predict(inputs: Tensor | NestedArray, options?: PredictOptions): Tensor;
  /**
   * The same in parts, so that a page can be drawn in between: each `next()` computes a block of rows.
   * @throws as `predict` does
   */
  predictInParts(inputs: Tensor | NestedArray, options?: PredictOptions): InParts<Tensor>;
}

export const predictRules: Rules<Required<PredictOptions>> = {
  backend: withDefault(oneOf('auto', 'reference'), 'auto'),
  threads: withDefault<ThreadCount>(threadCount, 'auto'),
};

/**
 * @param layers in a row, built for samples of that shape and dtype
 * @param evaluation what layers are told
 */
export function makePrediction(
  samples: { readonly inputShape: Shape; readonly dtype: Dtype },
  layers: readonly NamedLayer[],
  evaluation: LayerContext,
): Prediction {
  const { inputShape, dtype } = samples;
  const infer = (x: Tensor) => noGrad(() => forwardLayers(layers, x, evaluation));
  // Layers of the user's own may look at the whole batch, or use numbers that change.
  const compiles = dtype === 'float32' && layers.every(({ layer }) => isPure(layer));
  const inferences = new Map<ThreadCount, Inference>();

  function compiledBy(threads: ThreadCount): Inference | undefined {
    if (!compiles || !mayEmit()) return undefined;
    const made =
      inferences.get(threads) ??
      compiledInference(
        {
          infer,
          dtype,
          numbersPerSample: [inputShape, ...layers.map(({ built }) => built.outputShape)]
            .map(sizeOf)
            .reduce((sum, size) => sum + size),
          workPerSample: collect(layers, 'parameters').reduce((sum, [, { size }]) => sum + size, 0),
        },
        threadsFor(threads),
      );
    inferences.set(threads, made);
    return made;
  }

  function read(inputs: Tensor | NestedArray, options: PredictOptions | undefined) {
    const chosen = readTrainingOptions('predict', options, predictRules);
    const x = inputs instanceof Tensor ? inputs : tensor(inputs, { dtype });
    checkBatch('predict', x, samples);
    return { x, ...chosen };
  }

  function* inParts({ x, backend, threads }: ReturnType<typeof read>): InParts<Tensor> {
    if (backend === 'reference') return referenceOnly(() => infer(x));
    const compiled = compiledBy(threads);
    const outputs = compiled === undefined ? undefined : yield* compiled.predictInParts(x);
    return outputs ?? infer(x);
  }

  return {
    predict(inputs, options) {
      const { x, backend, threads } = read(inputs, options);
      if (backend === 'reference') return referenceOnly(() => infer(x));
      return compiledBy(threads)?.predict(x) ?? infer(x);
    },
    // Read at once, and not with the first part.
    predictInParts: (inputs, options) => inParts(read(inputs, options)),
  };
}
