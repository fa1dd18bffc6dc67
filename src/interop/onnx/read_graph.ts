/** An ONNX file as a graph: nodes that name the values they take and give, and constants. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import {
  allOf,
  type Field,
  floatsOf,
  integersOf,
  lastOf,
  packedOf,
  readFields,
  textOf,
} from '../../formats/protobuf/read.ts';
import { DAMAGED } from '../../formats/remedies.ts';
import { decodeText } from '../../formats/text.ts';
import { notUnderstood } from '../blueprint.ts';
import {
  ATTRIBUTE,
  DIMENSION,
  ENTRY,
  GRAPH,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE,
} from './messages.ts';

export interface Node {
  /** Of operators outside of those that ONNX itself defines with their domain: `com.microsoft.Gelu`. */
  readonly type: string;
  /** What it is called in messages: `Gemm "/0/Gemm"`. */
  readonly title: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface Attribute {
  readonly float: number;
  readonly integer: number;
  readonly text: string;
  readonly tensor: Uint8Array | undefined;
  readonly floats: readonly number[];
  readonly integers: readonly number[];
  readonly texts: readonly string[];
}

/** An input or output of the graph. A size that is not fixed is undefined. */
export interface GraphValue {
  readonly name: string;
  /** 0 for what is no tensor. */
  readonly element: number;
  readonly shape: readonly (number | undefined)[] | undefined;
}

export interface Graph {
  readonly producer: string;
  /** The version of the operators of the standard domain. */
  readonly opset: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly nodes: readonly Node[];
  /** TensorProtos, not decoded yet. */
  readonly constants: ReadonlyMap<string, Uint8Array>;
  /** Without those that are constants. */
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
}

/** @throws DataError for bytes that are no ONNX model */
export function readGraph(where: string, bytes: Uint8Array): Graph {
  const model = readFields(where, bytes);
  const graphBytes = lastOf(model, MODEL.graph)?.bytes;
  if (graphBytes === undefined || lastOf(model, MODEL.irVersion) === undefined) {
    throw new DataError({
      where,
      expected: 'an ONNX model with a graph',
      received: 'a message without one',
      remedy: DAMAGED,
    });
  }
  const opsets = allOf(model, MODEL.opsets).map((field) => readFields(where, field.bytes));
  const standard = opsets.find((fields) =>
    ['', 'ai.onnx'].includes(textOf(where, fields, OPSET.domain)),
  );
  const fields = readFields(where, graphBytes);
  if (lastOf(fields, GRAPH.sparse) !== undefined) {
    throw notUnderstood(
      where,
      'sparse initializers',
      'dense ones',
      'Save the constants as dense tensors.',
    );
  }
  const constants = new Map<string, Uint8Array>();
  for (const field of allOf(fields, GRAPH.initializer)) {
    constants.set(textOf(where, readFields(where, field.bytes), TENSOR.name), field.bytes);
  }
  const values = (number: number) =>
    allOf(fields, number).map((field) => readValue(where, readFields(where, field.bytes)));
  const nodes = allOf(fields, GRAPH.node).map((field) => readNode(where, field));
  const inputs = values(GRAPH.input);
  checkOrder(where, nodes, [...constants.keys(), ...inputs.map(({ name }) => name)]);
  return {
    producer: [MODEL.producer, MODEL.producerVersion]
      .map((number) => textOf(where, model, number))
      .join(' ')
      .trim(),
    opset: standard === undefined ? 1 : (lastOf(standard, OPSET.version)?.integer ?? 1),
    metadata: Object.fromEntries(
      allOf(model, MODEL.metadata).map((field) => {
        const entry = readFields(where, field.bytes);
        return [textOf(where, entry, ENTRY.key), textOf(where, entry, ENTRY.value)];
      }),
    ),
    nodes,
    constants,
    inputs: inputs.filter(({ name }) => !constants.has(name)),
    outputs: values(GRAPH.output),
  };
}

/** Nodes take what came before them, as ONNX has it, so that no graph runs in a circle. */
function checkOrder(where: string, nodes: readonly Node[], given: readonly string[]): void {
  const known = new Set(['', ...given]);
  for (const { inputs, outputs, title } of nodes) {
    const unknown = inputs.find((name) => !known.has(name));
    const twice = outputs.find((name) => name !== '' && known.has(name));
    if (unknown === undefined && twice === undefined && outputs.length > 0) {
      for (const name of outputs) known.add(name);
      continue;
    }
    throw new DataError({
      where,
      expected: 'nodes that take values from before them, and give each value once',
      received: `${title}, which ${unknown === undefined ? 'gives' : 'takes'} ${describe(unknown ?? twice)}`,
      remedy: DAMAGED,
    });
  }
}

/** Those of ONNX itself; no two operators in them have the same name. */
const DOMAINS = ['', 'ai.onnx', 'ai.onnx.ml'];

function readNode(where: string, { bytes }: Field): Node {
  const fields = readFields(where, bytes);
  const domain = textOf(where, fields, NODE.domain);
  const operator = textOf(where, fields, NODE.type);
  const type = DOMAINS.includes(domain) ? operator : `${domain}.${operator}`;
  const name = textOf(where, fields, NODE.name);
  const texts = (number: number) =>
    allOf(fields, number).map((field) => decodeText(where, field.bytes));
  const outputs = texts(NODE.output);
  const title = `${type} ${describe(name === '' ? (outputs[0] ?? '') : name)}`;
  const attributes = allOf(fields, NODE.attribute).map((field): [string, Attribute] => {
    const parts = readFields(where, field.bytes);
    return [textOf(where, parts, ATTRIBUTE.name), readAttribute(`${where}, ${title}`, parts)];
  });
  return {
    type,
    title,
    inputs: texts(NODE.input),
    outputs,
    attributes: new Map(attributes),
  };
}

function readAttribute(where: string, fields: readonly Field[]): Attribute {
  const [float = 0] = floatsOf(
    where,
    lastOf(fields, ATTRIBUTE.float)?.bytes ?? new Uint8Array(0),
    4,
  );
  return {
    float,
    integer: lastOf(fields, ATTRIBUTE.integer)?.integer ?? 0,
    text: textOf(where, fields, ATTRIBUTE.text),
    tensor: lastOf(fields, ATTRIBUTE.tensor)?.bytes,
    floats: floatsOf(where, packedOf(fields, ATTRIBUTE.floats), 4),
    integers: integersOf(where, fields, ATTRIBUTE.integers),
    texts: allOf(fields, ATTRIBUTE.texts).map(({ bytes }) => decodeText(where, bytes)),
  };
}

function readValue(where: string, fields: readonly Field[]): GraphValue {
  const within = (parts: readonly Field[] | undefined, number: number) => {
    const found = parts === undefined ? undefined : lastOf(parts, number);
    return found === undefined ? undefined : readFields(where, found.bytes);
  };
  const type = within(within(fields, VALUE.type), TYPE.tensor);
  const shape = within(type, TENSOR_TYPE.shape);
  return {
    name: textOf(where, fields, VALUE.name),
    element: type === undefined ? 0 : (lastOf(type, TENSOR_TYPE.element)?.integer ?? 0),
    shape:
      shape === undefined
        ? undefined
        : allOf(shape, SHAPE.dimension).map(
            ({ bytes }) => lastOf(readFields(where, bytes), DIMENSION.value)?.integer,
          ),
  };
}
