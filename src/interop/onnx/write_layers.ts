/** Layers as nodes of ONNX, opset 17. */
import { OptionError } from '../../errors/errors.ts';
import type { Layer, LayerLike } from '../../nn/layer.ts';
import type { ModelState } from '../../nn/state.ts';
import { tensor } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { ERF_GELU, MISH, SILU, TANH_GELU, type Tree } from './patterns.ts';
import type { GraphWriter } from './write_graph.ts';

interface Writing {
  readonly graph: GraphWriter;
  readonly state: ModelState;
  readonly dtype: Dtype;
}

/** A layer, the name under which its tensors are kept, and the value that it takes. */
interface Place extends Writing {
  readonly layer: Layer;
  readonly name: string;
  readonly x: string;
}

type Writer = (place: Place) => string;

const operator =
  (
    type: string,
    options: (options: Readonly<Record<string, number>>) => Record<string, number> = () => ({}),
  ): Writer =>
  ({ graph, layer, x }) =>
    graph.node(type, [x], options(layer.options as Readonly<Record<string, number>>));

const tree =
  (given: Tree): Writer =>
  (place) =>
    writeTree(place, given);

const alongAxis =
  (type: string): Writer =>
  ({ graph, layer, x }) =>
    graph.node(type, [x], { axis: { integer: Number(layer.options.axis ?? -1) } });

const WRITERS: Readonly<Record<string, Writer>> = {
  dense({ graph, state, name, x, layer }) {
    const weight = constantOf(graph, state, `${name}.weight`);
    const product = graph.node('MatMul', [x, weight]);
    if (layer.options.useBias === false) return product;
    return graph.node('Add', [product, constantOf(graph, state, `${name}.bias`)]);
  },
  batchNorm({ graph, state, name, x, layer }) {
    const locals = ['weight', 'bias', 'runningMean', 'runningVariance'];
    const tensors = locals.map((local) => constantOf(graph, state, `${name}.${local}`));
    const { epsilon, momentum } = layer.options as Readonly<Record<string, number>>;
    return graph.node('BatchNormalization', [x, ...tensors], { epsilon, momentum });
  },
  layerNorm({ graph, state, name, x, layer }) {
    const tensors = ['weight', 'bias'].map((local) => constantOf(graph, state, `${name}.${local}`));
    const { epsilon } = layer.options as Readonly<Record<string, number>>;
    return graph.node('LayerNormalization', [x, ...tensors], { axis: { integer: -1 }, epsilon });
  },
  residual(place) {
    const { graph, layer, x } = place;
    return graph.node('Add', [
      x,
      writeLayers(place, layer.options.layers as readonly LayerLike[], place.name, x),
    ]);
  },
  flatten: ({ graph, x }) => graph.node('Flatten', [x], { axis: { integer: 1 } }),
  // Nothing is dropped in inference, and the rate is kept for those who train on.
  dropout: ({ graph, layer, x }) =>
    graph.node('Dropout', [x, graph.constant(tensor(Number(layer.options.rate)))]),
  gaussianNoise: ({ x }) => x,
  relu: operator('Relu'),
  sigmoid: operator('Sigmoid'),
  tanh: operator('Tanh'),
  softplus: operator('Softplus'),
  leakyRelu: operator('LeakyRelu', ({ negativeSlope = 0.01 }) => ({ alpha: negativeSlope })),
  elu: operator('Elu', ({ alpha = 1 }) => ({ alpha })),
  selu: operator('Selu'),
  hardSigmoid: operator('HardSigmoid', () => ({ alpha: 1 / 6, beta: 0.5 })),
  hardTanh: ({ graph, x, dtype }) =>
    graph.node('Clip', [x, ...[-1, 1].map((limit) => graph.constant(tensor(limit, { dtype })))]),
  softmax: alongAxis('Softmax'),
  logSoftmax: alongAxis('LogSoftmax'),
  gelu: tree(ERF_GELU),
  geluTanh: tree(TANH_GELU),
  silu: tree(SILU),
  mish: tree(MISH),
};

/**
 * Writes layers in a row, and gives the name of what the last one computes.
 * @throws OptionError for a layer that has no counterpart, before anything is written to a file
 */
export function writeLayers(
  writing: Writing,
  layers: readonly LayerLike[],
  prefix: string,
  input: string,
): string {
  return layers.reduce((x: string, layer, index) => {
    const name = `${prefix === '' ? '' : `${prefix}.`}layers.${index}`;
    if ('type' in layer && Object.hasOwn(WRITERS, layer.type)) {
      return WRITERS[layer.type]({ ...writing, layer, name, x });
    }
    throw new OptionError({
      where: `exportModel, ${name}`,
      expected: `layers that ONNX has operators for: ${Object.keys(WRITERS).join(', ')}`,
      received: 'type' in layer ? layer.type : 'a function',
      remedy: 'Replace it by one of these, or export to safetensors.',
    });
  }, input);
}

function constantOf(graph: GraphWriter, state: ModelState, name: string): string {
  return graph.constant(state[name], name);
}

function writeTree(place: Place, given: Tree): string {
  const { graph, x, dtype } = place;
  if (given === 'x') return x;
  if (typeof given === 'number') return graph.constant(tensor(given, { dtype }));
  if (typeof given === 'string') return given;
  return graph.node(
    given.type,
    given.inputs.map((input) => writeTree(place, input)),
  );
}
