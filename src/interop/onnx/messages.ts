/** The numbers of fields and types in the messages of ONNX: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */

export const MODEL = {
  irVersion: 1,
  producer: 2,
  producerVersion: 3,
  graph: 7,
  opsets: 8,
  metadata: 14,
};
export const OPSET = { domain: 1, version: 2 };
export const ENTRY = { key: 1, value: 2 };
export const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12, sparse: 15 };
export const NODE = { input: 1, output: 2, name: 3, type: 4, attribute: 5, domain: 7 };
export const ATTRIBUTE = {
  name: 1,
  float: 2,
  integer: 3,
  text: 4,
  tensor: 5,
  graph: 6,
  floats: 7,
  integers: 8,
  texts: 9,
  kind: 20,
};
/** What an attribute says that it holds. */
export const KIND = { float: 1, integer: 2, text: 3, tensor: 4, floats: 6, integers: 7, texts: 8 };
export const VALUE = { name: 1, type: 2 };
export const TYPE = { tensor: 1 };
export const TENSOR_TYPE = { element: 1, shape: 2 };
export const SHAPE = { dimension: 1 };
export const DIMENSION = { value: 1, parameter: 2 };
export const TENSOR = {
  dimensions: 1,
  type: 2,
  floats: 4,
  integers: 5,
  texts: 6,
  longs: 7,
  name: 8,
  raw: 9,
  doubles: 10,
  external: 13,
  location: 14,
};
/** Types of elements. */
export const ELEMENT = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  text: 8,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
};
