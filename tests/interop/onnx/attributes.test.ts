/** Attributes of ONNX nodes: each has its own meaning, and its own default where a file leaves it out. */
import { describe, expect, it } from 'vitest';
import { importModel } from '../../../src/interop/index.ts';
import { ELEMENT } from '../../../src/interop/onnx/messages.ts';
import { type AttributeValue, GraphWriter } from '../../../src/interop/onnx/write_graph.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

/** A graph of one node that takes two numbers, and constants. */
function graphOf(
  type: string,
  constants: readonly number[][],
  attributes: Readonly<Record<string, AttributeValue>>,
): Uint8Array {
  const graph = new GraphWriter();
  const names = constants.map((values) =>
    graph.constant(tensor(values, { shape: type === 'Gemm' && values.length > 2 ? [2, 2] : [2] })),
  );
  graph.node(type, ['input', ...names], attributes, 'output');
  const io = { element: ELEMENT.float32, shape: [2] };
  return graph.finish({ name: 'input', ...io }, [{ name: 'output', ...io }], {});
}

const x = [[2, -3]];

describe('attributes of ONNX', () => {
  it('of Gemm scale the product by alpha and the bias by beta', () => {
    const matrix = [1, 2, 3, 4];
    const { model } = importModel(graphOf('Gemm', [matrix, [10, 20]], { alpha: 0.5, beta: 0.25 }));
    // (2, -3) times the matrix is (-7, -8).
    expect(model.predict(x).toArray()).toEqual([[-3.5 + 2.5, -4 + 5]]);
    const turned = importModel(
      graphOf('Gemm', [matrix, [10, 20]], { alpha: 0.5, beta: 0.25, transB: { integer: 1 } }),
    );
    expect(turned.model.predict(x).toArray()).toEqual([[-2 + 2.5, -3 + 5]]);
  });

  it.each([
    ['LayerNormalization', 2, { epsilon: 1e-5 }],
    ['BatchNormalization', 4, { epsilon: 1e-5, momentum: 0.9 }],
    ['LeakyRelu', 0, { negativeSlope: 0.01 }],
    ['Elu', 0, { alpha: 1 }],
  ])('of %s that are left out have the defaults of ONNX', (type, count, options) => {
    const constants = Array.from({ length: count }, () => [1, 2]);
    const { model } = importModel(graphOf(type, constants, {}));
    const made = model.toJSON().layers[0].options ?? {};
    for (const [name, value] of Object.entries(options)) expect(made[name] ?? value).toBe(value);
    expect(model.layers.length).toBe(1);
  });

  it('of BatchNormalization that no layer can have are errors about the file, by the name of the node', () => {
    const constants = [1, 2, 3, 4].map(() => [1, 2]);
    const momentum = refusal(() =>
      importModel(graphOf('BatchNormalization', constants, { momentum: 2 })),
    );
    expect(momentum.name).toBe('DataError');
    expect(momentum.message).toMatch(/BatchNormalization "output", batchNorm\.momentum/);
    const mode = { training_mode: { integer: 1 } };
    const training = refusal(() => importModel(graphOf('BatchNormalization', constants, mode)));
    expect(training.message).toMatch(/BatchNormalization "output" with training_mode 1/);
  });
});
