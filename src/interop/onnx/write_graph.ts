/** A graph that is being written: nodes in the order in which they compute, and constants. */
import { encodeNumbers } from '../../formats/numbers.ts';
import {
  type Bytes,
  bytesField,
  floatField,
  integerField,
  message,
  stringField,
} from '../../formats/protobuf/write.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import {
  ATTRIBUTE,
  DIMENSION,
  ELEMENT,
  ENTRY,
  GRAPH,
  KIND,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE,
} from './messages.ts';

/** Whole numbers are `{ integer }`, for ONNX tells them from floats. */
export type AttributeValue = number | { readonly integer: number };

/** An output of the graph: elements, and the sizes behind the first, which is any. */
export interface OutputOf {
  readonly name: string;
  readonly element: number;
  readonly shape: Shape;
}

/** The version of the format that opset 17 came with. */
const IR_VERSION = 8;
export const OPSET_VERSION = 17;
const BATCH = 'batch';

export class GraphWriter {
  readonly #nodes: Bytes[] = [];
  readonly #constants: Bytes[] = [];
  #count = 0;

  /** Appends a node, and gives the name of its output. */
  node(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    output = this.#next(type.toLowerCase()),
  ): string {
    this.#nodes.push(
      message(
        ...inputs.map((name) => stringField(NODE.input, name)),
        stringField(NODE.output, output),
        stringField(NODE.name, output),
        stringField(NODE.type, type),
        ...Object.entries(attributes).map(([name, value]) =>
          bytesField(NODE.attribute, attribute(name, value)),
        ),
      ),
    );
    return output;
  }

  #next(kind: string): string {
    this.#count += 1;
    return `${kind}_${this.#count}`;
  }

  /** Numbers, and their name. */
  constant(tensor: Tensor, name = this.#next('constant')): string {
    this.#constants.push(
      message(
        ...tensor.shape.map((size) => integerField(TENSOR.dimensions, size)),
        integerField(TENSOR.type, ELEMENT[tensor.dtype]),
        stringField(TENSOR.name, name),
        bytesField(TENSOR.raw, encodeNumbers(tensor.toTypedArray(), tensor.dtype, true)),
      ),
    );
    return name;
  }

  /** A row of texts, and its name. */
  texts(texts: readonly string[], name: string): string {
    this.#constants.push(
      message(
        integerField(TENSOR.dimensions, texts.length),
        integerField(TENSOR.type, ELEMENT.text),
        ...texts.map((text) => stringField(TENSOR.texts, text)),
        stringField(TENSOR.name, name),
      ),
    );
    return name;
  }

  finish(
    input: OutputOf,
    outputs: readonly OutputOf[],
    metadata: Readonly<Record<string, string>>,
  ): Uint8Array {
    const graph = message(
      ...this.#nodes.map((node) => bytesField(GRAPH.node, node)),
      stringField(GRAPH.name, 'epochal'),
      ...this.#constants.map((constant) => bytesField(GRAPH.initializer, constant)),
      bytesField(GRAPH.input, value(input)),
      ...outputs.map((output) => bytesField(GRAPH.output, value(output))),
    );
    return message(
      integerField(MODEL.irVersion, IR_VERSION),
      stringField(MODEL.producer, 'epochal'),
      bytesField(MODEL.graph, graph),
      bytesField(MODEL.opsets, message(integerField(OPSET.version, OPSET_VERSION))),
      ...Object.entries(metadata).map(([key, text]) =>
        bytesField(
          MODEL.metadata,
          message(stringField(ENTRY.key, key), stringField(ENTRY.value, text)),
        ),
      ),
    );
  }
}

function attribute(name: string, given: AttributeValue): Bytes {
  const isFloat = typeof given === 'number';
  return message(
    stringField(ATTRIBUTE.name, name),
    isFloat ? floatField(ATTRIBUTE.float, given) : signedField(ATTRIBUTE.integer, given.integer),
    integerField(ATTRIBUTE.kind, isFloat ? KIND.float : KIND.integer),
  );
}

/** Negative whole numbers take ten bytes, the 64 bits of their two's complement. */
function signedField(field: number, given: number): Bytes {
  if (given >= 0) return integerField(field, given);
  let bits = BigInt.asUintN(64, BigInt(given));
  const bytes = [8 * field];
  for (; bits >= 128n; bits >>= 7n) bytes.push(Number(bits & 127n) + 128);
  bytes.push(Number(bits));
  return message(Uint8Array.from(bytes));
}

function value({ name, element, shape }: OutputOf): Bytes {
  const sizes = [
    stringField(DIMENSION.parameter, BATCH),
    ...shape.map((size) => integerField(DIMENSION.value, size)),
  ];
  const dimensions = sizes.map((size) => bytesField(SHAPE.dimension, size));
  const type = message(
    integerField(TENSOR_TYPE.element, element),
    bytesField(TENSOR_TYPE.shape, message(...dimensions)),
  );
  return message(
    stringField(VALUE.name, name),
    bytesField(VALUE.type, bytesField(TYPE.tensor, type)),
  );
}
