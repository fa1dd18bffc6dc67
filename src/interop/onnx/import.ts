/** A model from an ONNX file. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { describe } from '../../errors/describe.ts';
import { string } from '../../errors/options.ts';
import { checkParts, listOf } from '../../errors/parts.ts';
import { UNCHANGED } from '../../formats/remedies.ts';
import { parseJson } from '../../formats/text.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import { assemble, notUnderstood, reportOf } from '../blueprint.ts';
import type { ImportedModel } from '../imported.ts';
import { readAffine, scalerOf } from './affine.ts';
import { type Context, makeContext } from './context.ts';
import { ELEMENT } from './messages.ts';
import { readChain } from './network.ts';
import { type Graph, type GraphValue, readGraph } from './read_graph.ts';
import { checkNodes } from './specification.ts';
import { checkTail, readTail } from './tail.ts';
import { halfPrecision } from './unchanged.ts';

/** The keys of the texts that an export of this library writes beside the graph. */
export const CLASS_NAMES = 'classNames';
export const FEATURE_NAMES = 'featureNames';

/** @throws DataError for what is not ONNX, and for what cannot be built here, by name */
export function importOnnx(where: string, bytes: Uint8Array, inPlace = false): ImportedModel {
  const graph = readGraph(where, bytes);
  const [input, another] = graph.inputs;
  if (input === undefined || another !== undefined) {
    throw notUnderstood(
      where,
      `${graph.inputs.length}: ${graph.inputs.map(({ name }) => name).join(', ')}`,
      'one input',
      'Export with the columns as one tensor: skl2onnx takes [("X", FloatTensorType([None, n]))].',
    );
  }
  const dtype: Dtype = computesInDoubles(graph, input) ? 'float64' : 'float32';
  const context = makeContext(where, graph, { dtype, inPlace });
  checkNodes(context);
  const tail = readTail(context);
  const aside = new Set(tail.nodes);
  const inputShape = shapeOf(context, input);
  const front = readAffine(context, input.name, tail.root, inputShape);
  const { parts, shape, back } = readChain(context, {
    from: front?.output ?? input.name,
    ...{ to: tail.root, shape: inputShape, aside },
  });
  checkTail(context, tail, shape);
  if (parts.length === 0) {
    throw notUnderstood(where, 'none', 'layers between input and output', 'Export the network.');
  }
  const { model, report } = assemble(where, parts, { inputShape, dtype });
  const scalers: Scaler[] = [];
  const converted: string[] = [];
  if (front !== undefined) {
    scalers.push(scalerOf(where, 'inputs', front.affine, inputShape));
    converted.push(`${typesOf(front.affine.nodes)} before the layers are a scaler of the inputs`);
  }
  if (back !== undefined) {
    scalers.push(scalerOf(where, 'targets', back, shape));
    converted.push(`${typesOf(back.nodes)} behind the layers are a scaler of the targets`);
  }
  if (tail.isBinary) converted.push('[1 - p, p] became p, the probability of the second class');
  const classNames = tail.classNames ?? readList(where, graph, CLASS_NAMES);
  const featureNames = readList(where, graph, FEATURE_NAMES);
  const names = {
    ...(classNames !== undefined && { classNames }),
    ...(featureNames !== undefined && { featureNames }),
  };
  model.names = names;
  const ends = parts.at(-1)?.layer.outputs;
  const isSure = ends === 'probabilities' || ends === 'logProbabilities';
  const isClassifier = classNames !== undefined || tail.isBinary || isSure;
  return {
    model,
    scalers,
    ...(isClassifier && { task: 'classification' }),
    ...names,
    report: reportOf('onnx', report, {
      producer: graph.producer,
      converted,
      conventions: halfPrecision(context),
      ignored: tail.nodes.map(({ title }) => title),
    }),
  };
}

function computesInDoubles(graph: Graph, input: GraphValue): boolean {
  if (input.element !== ELEMENT.float64) return false;
  // A network in float32 may take doubles, and round them.
  const [first] = graph.nodes.filter(({ inputs }) => inputs.includes(input.name));
  return !(first?.type === 'Cast' && first.attributes.get('to')?.integer === ELEMENT.float32);
}

/** The shape of a sample: what the file says, or what the first matrix takes. */
function shapeOf(context: Context, input: GraphValue): Shape {
  const [, ...sizes] = input.shape ?? [];
  if (sizes.length > 0 && sizes.every((size) => size !== undefined && size > 0)) {
    return sizes.map(Number);
  }
  if (sizes.length <= 1) {
    const first = context.graph.nodes.find(
      ({ type, inputs }) =>
        (type === 'Gemm' || type === 'MatMul') && context.constant(inputs[1] ?? '')?.rank === 2,
    );
    const matrix = context.constant(first?.inputs[1] ?? '');
    if (first !== undefined && matrix !== undefined) {
      return [matrix.shape[first.attributes.get('transB')?.integer ? 1 : 0]];
    }
  }
  throw notUnderstood(
    context.where,
    `${input.name} of shape ${describe(input.shape)}`,
    'an input [samples, ...] with sizes that are fixed but for the first',
    'Export with the sizes of the input.',
  );
}

function typesOf(nodes: readonly { readonly type: string }[]): string {
  return nodes.map(({ type }) => type).join(', ');
}

function readList(where: string, { metadata }: Graph, key: string): readonly string[] | undefined {
  if (!Object.hasOwn(metadata, key)) return undefined;
  const value = parseJson(`${where}, ${key}`, metadata[key]);
  checkParts(`${where}, ${key}`, value, listOf(string), UNCHANGED);
  return value as readonly string[];
}
