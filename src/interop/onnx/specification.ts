/**
 * What the operators that are read here can have, by the specification of ONNX for opsets 7 to 21: so many
 * inputs, and these attributes. Each reader of an operator takes all of them into account; what else a node has is
 * refused by name, so that nothing which changes a result is passed over.
 * @see https://github.com/onnx/onnx/blob/main/docs/Operators.md
 */
import { describe } from '../../errors/describe.ts';
import { notUnderstood } from '../blueprint.ts';
import { type Context, unknownNode } from './context.ts';

interface Operator {
  /** At most; by default one. */
  readonly inputs?: number;
  readonly attributes?: string;
}

export const OPERATORS: Readonly<Record<string, Operator>> = {
  Gemm: { inputs: 3, attributes: 'alpha beta transA transB' },
  MatMul: { inputs: 2 },
  BatchNormalization: { inputs: 5, attributes: 'epsilon momentum spatial training_mode' },
  LayerNormalization: { inputs: 3, attributes: 'axis epsilon stash_type' },
  Flatten: { attributes: 'axis' },
  Reshape: { inputs: 2, attributes: 'allowzero' },
  // A seed decides nothing where nothing is dropped.
  Dropout: { inputs: 3, attributes: 'ratio seed' },
  Identity: {},
  // Saturation is about types of eight bits, which are refused.
  Cast: { attributes: 'to saturate' },
  Relu: {},
  Sigmoid: {},
  Tanh: {},
  Softplus: {},
  Mish: {},
  LeakyRelu: { attributes: 'alpha' },
  PRelu: { inputs: 2 },
  Elu: { attributes: 'alpha' },
  Selu: { attributes: 'alpha gamma' },
  HardSigmoid: { attributes: 'alpha beta' },
  Gelu: { attributes: 'approximate' },
  Softmax: { attributes: 'axis' },
  LogSoftmax: { attributes: 'axis' },
  Clip: { inputs: 3, attributes: 'min max' },
  // What patterns and scalers are made of.
  Add: { inputs: 2 },
  Sub: { inputs: 2 },
  Mul: { inputs: 2 },
  Div: { inputs: 2 },
  Pow: { inputs: 2 },
  Sqrt: {},
  Erf: {},
  ReduceMean: { inputs: 2, attributes: 'axes keepdims noop_with_empty_axes' },
  Scaler: { attributes: 'offset scale' },
  // Constants.
  Constant: { inputs: 0, attributes: 'value value_float value_floats value_int value_ints' },
  Transpose: { attributes: 'perm' },
  // How a shape is computed, for Reshape.
  Shape: {},
  Unsqueeze: { inputs: 2, attributes: 'axes' },
  // Behind a network.
  Exp: {},
  ArgMax: { attributes: 'axis keepdims select_last_index' },
  ArrayFeatureExtractor: { inputs: 2 },
  Gather: { inputs: 2, attributes: 'axis' },
  Concat: { inputs: Number.POSITIVE_INFINITY, attributes: 'axis' },
  Binarizer: { attributes: 'threshold' },
  Squeeze: { inputs: 2, attributes: 'axes' },
  ZipMap: { attributes: 'classlabels_strings classlabels_int64s' },
};

/** The first whose operators all compute as they do today. */
const FIRST_OPSET = 7;
const NEWER = 'Export with opset 17, or convert it: onnx.version_converter.convert_version.';

/** @throws DataError for whatever a node has beyond what is known of its operator, by name */
export function checkNodes(context: Context): void {
  const { where, graph, nodes } = context;
  if (graph.opset < FIRST_OPSET) {
    throw notUnderstood(where, `opset ${graph.opset}`, `opset ${FIRST_OPSET} or later`, NEWER);
  }
  const taken = new Set([
    ...nodes.flatMap(({ inputs }) => inputs),
    ...graph.outputs.map(({ name }) => name),
  ]);
  for (const node of nodes) {
    if (!Object.hasOwn(OPERATORS, node.type)) continue;
    const { inputs = 1, attributes = '' } = OPERATORS[node.type];
    const refuse = (received: string, expected: string) =>
      unknownNode(context, { ...node, title: `${node.title} with ${received}` }, expected, NEWER);
    const known = attributes.split(' ');
    const other = [...node.attributes.keys()].find((name) => !known.includes(name));
    if (other !== undefined) {
      throw refuse(`attribute ${describe(other)}`, `no attributes but ${attributes || 'none'}`);
    }
    const extra = node.inputs.find((name, i) => i >= inputs && name !== '');
    if (extra !== undefined) throw refuse(`input ${describe(extra)}`, `at most ${inputs} inputs`);
    const second = node.outputs.find((name, i) => i > 0 && taken.has(name));
    if (second !== undefined && second !== '') {
      throw refuse(`output ${describe(second)}, which is used`, 'one output');
    }
  }
}
