import { describe, expectTypeOf, it } from 'vitest';
import {
  argmax,
  compile,
  concat,
  dense,
  expandDims,
  full,
  gather,
  gelu,
  gradients,
  loss,
  type NestedArray,
  oneHot,
  ones,
  parameter,
  range,
  relu,
  sequential,
  softmax,
  squeeze,
  stack,
  type Tensor,
  tensor,
  where,
  zeros,
} from '../../src/index.ts';
import { uniform } from '../../src/testing/index.ts';

const vector = tensor([1, 2]);
const matrix = tensor([[1, 2], [3, 4]]); // biome-ignore format: a matrix
const unknown: Tensor = matrix;

describe('the type of a tensor says its rank', () => {
  it('by how deep its numbers are nested', () => {
    expectTypeOf(tensor(3)).toEqualTypeOf<Tensor<0>>();
    expectTypeOf(vector).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(matrix).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(tensor([[[1]]])).toEqualTypeOf<Tensor<3>>();
    expectTypeOf(tensor([[[[1]]]])).toEqualTypeOf<Tensor<4>>();
    expectTypeOf(tensor([[[[[1]]]]])).toEqualTypeOf<Tensor>();
    expectTypeOf(tensor(Float32Array.of(1))).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(parameter([[1]], { name: 'w' })).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(parameter(matrix)).toEqualTypeOf<Tensor<2>>();
  });

  it('and nothing where the values do not', () => {
    const values = [] as NestedArray;
    expectTypeOf(tensor(values)).toEqualTypeOf<Tensor>();
    expectTypeOf(tensor([] as readonly number[] | number)).toEqualTypeOf<Tensor<0 | 1>>();
    expectTypeOf(tensor(JSON.parse('[1]'))).toEqualTypeOf<Tensor>();
  });

  it('by a shape', () => {
    expectTypeOf(zeros([2, 3])).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(ones([])).toEqualTypeOf<Tensor<0>>();
    expectTypeOf(full([2], 7)).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(range(3)).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(uniform([2, 3])).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(tensor([1, 2], { shape: [1, 2] })).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(tensor(new Float32Array(2), { shape: [1, 2] })).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(zeros([2] as readonly number[])).toEqualTypeOf<Tensor>();
    expectTypeOf(zeros([1, ...unknown.shape])).toEqualTypeOf<Tensor>();
    expectTypeOf(zeros(unknown.shape)).toEqualTypeOf<Tensor>();
    const options: { readonly shape?: readonly number[] } = {};
    expectTypeOf(tensor([1], options)).toEqualTypeOf<Tensor>();
  });

  it('through operations of single elements', () => {
    expectTypeOf(matrix.square().neg()).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(relu(matrix)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(softmax(matrix, { axis: 0 })).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.add(1)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(vector.add(matrix)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.mul(vector)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.mul(unknown)).toEqualTypeOf<Tensor>();
    expectTypeOf(unknown.mul(matrix)).toEqualTypeOf<Tensor>();
    expectTypeOf(where(vector, matrix, 0)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.cast('float64').detach().clip({ min: 0 })).toEqualTypeOf<Tensor<2>>();
  });

  it('through reductions', () => {
    expectTypeOf(matrix.sum()).toEqualTypeOf<Tensor<0>>();
    expectTypeOf(matrix.mean({ axis: 0 })).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(matrix.max({ axis: -1, keepDims: true })).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.variance({ correction: 1 })).toEqualTypeOf<Tensor<0>>();
    expectTypeOf(unknown.sum()).toEqualTypeOf<Tensor<0>>();
    expectTypeOf(unknown.sum({ axis: 0 })).toEqualTypeOf<Tensor>();
    expectTypeOf(matrix.sum({ axis: [0, 1] })).toEqualTypeOf<Tensor>();
    const options: { readonly axis?: number; readonly keepDims?: boolean } = {};
    expectTypeOf(matrix.sum(options).toArray()).toEqualTypeOf<number | number[] | number[][]>();
    const along = (axis?: number) => matrix.sum({ axis }).toArray();
    expectTypeOf(along).returns.toEqualTypeOf<number | number[]>();
    expectTypeOf(argmax(matrix)).toEqualTypeOf<Tensor<1>>();
  });

  it('through other shapes', () => {
    expectTypeOf(matrix.matmul(matrix)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(zeros([2, 3, 4]).matmul(zeros([4, 5]))).toEqualTypeOf<Tensor<3>>();
    expectTypeOf(matrix.transpose().slice([0, 1])).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(matrix.reshape([-1])).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(vector.broadcastTo([3, 2])).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(gather(matrix, tensor(Int32Array.of(1)))).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(oneHot(tensor(Int32Array.of(1)), 3)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(expandDims(vector, 0)).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(squeeze(zeros([1, 2]), 0)).toEqualTypeOf<Tensor<1>>();
    expectTypeOf(squeeze(matrix)).toEqualTypeOf<Tensor>();
    expectTypeOf(squeeze(zeros([1, 2]), 0 as number | undefined)).toEqualTypeOf<Tensor>();
    expectTypeOf(stack([vector, vector])).toEqualTypeOf<Tensor<2>>();
    expectTypeOf(concat([matrix, matrix])).toEqualTypeOf<Tensor<2>>();
  });

  it('and that of its gradient', () => {
    expectTypeOf(parameter([1]).gradient).toEqualTypeOf<Tensor<1> | null>();
    const [w, b] = [parameter([[1]]), parameter(0)];
    const found = gradients(w.sum().add(b), [w, b]);
    expectTypeOf(found).toEqualTypeOf<[Tensor<2> | null, Tensor<0> | null]>();
    expectTypeOf(gradients(b, [] as readonly Tensor[])).toEqualTypeOf<(Tensor | null)[]>();
  });
});

describe('what is read of a tensor has the depth of its rank', () => {
  it('in toArray, values and item', () => {
    expectTypeOf(tensor(3).toArray()).toEqualTypeOf<number>();
    expectTypeOf(vector.toArray()).toEqualTypeOf<number[]>();
    expectTypeOf(matrix.toArray()).toEqualTypeOf<number[][]>();
    expectTypeOf(matrix.values).toEqualTypeOf<number[][]>();
    expectTypeOf(unknown.toArray()).toEqualTypeOf<NestedArray>();
    expectTypeOf(unknown.toArray({ rank: 2 })).toEqualTypeOf<number[][]>();
    const model = sequential({ inputShape: [2] }, [dense({ units: 1 })]);
    expectTypeOf(model.predict([[1, 2]]).toArray()).toEqualTypeOf<NestedArray>();
    expectTypeOf(
      model
        .predict([[1, 2]])
        .argmax()
        .toArray({ rank: 1 }),
    ).toEqualTypeOf<number[]>();
  });
});

describe('a known rank', () => {
  it('is a tensor wherever one is asked for', () => {
    expectTypeOf<Tensor<2>>().toExtend<Tensor>();
    expectTypeOf<readonly Tensor<2>[]>().toExtend<readonly Tensor[]>();
    const layer = (x: Tensor): Tensor => gelu(x.mul(2));
    expectTypeOf(layer(matrix)).toEqualTypeOf<Tensor>();
    sequential({ inputShape: [2] }, [layer, (x) => x.mul(2), relu, dense({ units: 1 })]);
    loss('squares', (outputs, targets) => outputs.sub(targets).square().mean({ axis: 1 }));
    const own = (outputs: Tensor, targets: Tensor) =>
      outputs.sub(targets).square().sum({ axis: 1 });
    loss('own', own);
    expectTypeOf(compile((x: Tensor<2>) => x.sum())(matrix)).toEqualTypeOf<Tensor<0>>();
  });

  it('is not claimed for a tensor of any', () => {
    expectTypeOf<Tensor>().not.toExtend<Tensor<2>>();
    expectTypeOf<Tensor<1>>().not.toExtend<Tensor<2>>();
    // @ts-expect-error a tensor of any rank may be no matrix
    const wrong: Tensor<2> = unknown;
    // @ts-expect-error unknown options are still refused
    const refused = () => matrix.sum({ axis: 0, keepdim: true });
    return [wrong, refused];
  });
});
