/** Outputs of networks: what goes in, what comes out, what is refused. */
import { describe, expect, it } from 'vitest';
import { DtypeError, ShapeError } from '../../src/errors/errors.ts';
import { dense, dropout, relu, sequential } from '../../src/nn/index.ts';
import { ones, type Tensor, tensor, uniform, zeros } from '../tensors.ts';

const model = sequential({ inputShape: [3], seed: 1 }, [dense({ units: 2 }), relu()]);
const [weight, bias] = model.parameters();
weight.assign([1, -1, 2, 0, 0, 3]);
bias.assign([0.5, -0.5]);

describe('dense', () => {
  it('is x · weight + bias', () => {
    expect(
      model.predict([
        [1, 2, 3],
        [0, 0, 0],
      ]),
    ).toBeCloseToTensor([
      [5.5, 7.5],
      [0.5, 0],
    ]);
  });

  it('works on the last of any number of axes, [n, ..., k] to [n, ..., units]', () => {
    const layer = dense({ units: 2 });
    const deep = sequential({ inputShape: [4, 5, 3], seed: 1 }, [layer]);
    const flat = sequential({ inputShape: [3], seed: 1 }, [layer]);
    const x = uniform([2, 4, 5, 3], { seed: 1 });
    const y = deep.predict(x);
    expect(y).toHaveShape([2, 4, 5, 2]);
    expect(y.reshape([40, 2])).toBeBitIdenticalTo(flat.predict(x.reshape([40, 3])));
    expect(deep.predict(x.transpose([0, 2, 1, 3]).transpose([0, 2, 1, 3]))).toBeBitIdenticalTo(y);
  });
});

describe('predict()', () => {
  it('takes nested arrays, in the dtype of the network', () => {
    const double = sequential({ inputShape: [1], dtype: 'float64' }, [(x) => x]);
    expect(double.predict([[0.1]]).toArray()).toEqual([[0.1]]);
    const single = sequential({ inputShape: [1] }, [(x) => x]);
    expect(single.predict([[0.1]]).toArray()).toEqual([[Math.fround(0.1)]]);
  });

  it('takes tensors, views among them', () => {
    const x = tensor([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect(model.predict(x.transpose())).toBeCloseToTensor([
      [5.5, 7.5],
      [0.5, 0],
    ]);
  });

  it('takes no samples, too', () => {
    expect(model.predict(zeros([0, 3]))).toHaveShape([0, 2]);
  });

  it('gives the same for a sample whatever else is in the batch', () => {
    const x = uniform([7, 3], { seed: 2 });
    const whole = model.predict(x);
    for (let i = 0; i < 7; i++) {
      expect(model.predict(x.slice([i, i + 1]))).toBeBitIdenticalTo(whole.slice([i, i + 1]));
    }
  });

  it('gives constants: no gradient flows, however often it is called', () => {
    for (let call = 0; call < 3; call++) {
      const y = model.predict([[1, 2, 3]]);
      expect(y.requiresGrad).toBe(false);
      expect(y).toBeCloseToTensor([[5.5, 7.5]]);
    }
  });

  it('sees every change of the parameters', () => {
    const own = model.clone();
    const x = [[1, 1, 1]];
    const before = own.predict(x);
    for (let call = 0; call < 3; call++) {
      own.parameters()[0].assign(own.parameters()[0].mul(2));
      expect(own.predict(x)).not.toBeBitIdenticalTo(before);
      expect(own.predict(x)).toBeBitIdenticalTo(own.forward(tensor(x)).detach());
    }
  });

  it('gives results of their own: later calls leave them alone', () => {
    const calls = [1, 2, 3, 4].map((value) => model.predict([[value, 0, 0]]));
    expect(calls.map((y) => (y.toArray() as number[][])[0][0])).toEqual([1.5, 2.5, 3.5, 4.5]);
  });

  it('passes single numbers where samples are such', () => {
    const square = sequential({ inputShape: [] }, [(x) => x.square()]);
    expect(square.predict([1, 2, 3]).toArray()).toEqual([1, 4, 9]);
  });
});

describe('forward()', () => {
  it('lets gradients flow', () => {
    expect(model.forward(ones([1, 3])).requiresGrad).toBe(true);
  });

  it('evaluates unless it is told to train', () => {
    const dropping = sequential({ inputShape: [9] }, [dropout({ rate: 0.5 })]);
    const x = ones([9, 9]);
    expect(dropping.forward(x)).toBeBitIdenticalTo(x);
    expect(dropping.forward(x, { training: true })).not.toBeBitIdenticalTo(x);
  });

  it('tells the output of every layer by name', () => {
    const seen: [string, Tensor][] = [];
    const y = model.forward(ones([1, 3]), { observe: (name, output) => seen.push([name, output]) });
    expect(seen.map(([name]) => name)).toEqual(['layers.0', 'layers.1']);
    expect(seen[1][1]).toBe(y);
  });
});

describe('inputs that do not fit', () => {
  const call = (value: unknown) => () => model.predict(value as Tensor);

  it.each<[string, unknown, string]>([
    [
      'a single sample',
      [1, 2, 3],
      'predict: Expected inputs of shape [samples, 3]; received [3]. ' +
        'Add the axis of samples: x.reshape([1, 3]), or [x] for an array.',
    ],
    ['a single sample, typed', Float32Array.of(1, 2, 3), 'Add the axis of samples'],
    [
      'other features',
      [[1, 2]],
      'received [1, 2]. Build the network with the inputShape of your data.',
    ],
    ['an axis too many', ones([1, 3, 3]), 'received [1, 3, 3]'],
    [
      'ragged rows',
      [
        [1, 2, 3],
        [1, 2],
      ],
      'nested arrays are ragged',
    ],
  ])('%s', (_, value, says) => {
    expect(call(value)).toThrow(ShapeError);
    expect(call(value)).toThrow(says);
  });

  it.each<[string, unknown, string]>([
    [
      'another precision',
      ones([1, 3], { dtype: 'float64' }),
      "predict: Expected float32, as the network computes in; received float64. Convert them: inputs.cast('float32'), or build the network with dtype: 'float64'.",
    ],
    [
      'whole numbers',
      ones([1, 3], { dtype: 'int32' }),
      "received int32. Convert them: inputs.cast('float32').",
    ],
    ['text', 'sample', 'received "sample"'],
    ['nothing', undefined, 'received undefined'],
  ])('%s', (_, value, says) => {
    expect(call(value)).toThrow(DtypeError);
    expect(call(value)).toThrow(says);
  });

  it('are refused by forward, too', () => {
    expect(() => model.forward(ones([3]))).toThrow(
      'forward: Expected inputs of shape [samples, 3]',
    );
  });
});
