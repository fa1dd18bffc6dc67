/** Targets and options that do not fit are refused, by shape at every call, by value before training. */
import { describe, expect, it } from 'vitest';
import { DataError, DtypeError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import { startTrace } from '../../src/graph/trace.ts';
import type { Loss } from '../../src/losses/index.ts';
import * as losses from '../../src/losses/index.ts';
import { reshape } from '../../src/ops/shape/views.ts';
import { full, tensor, zeros } from '../../src/tensor/create.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const int32 = (values: NestedArray) => tensor(values, { dtype: 'int32' });

/** Losses that compare each output with its own target. */
const pairwise: readonly [string, Loss][] = [
  ['meanSquaredError', losses.meanSquaredError()],
  ['meanAbsoluteError', losses.meanAbsoluteError()],
  ['huber', losses.huber()],
  ['logCosh', losses.logCosh()],
  ['hinge', losses.hinge()],
  ['squaredHinge', losses.squaredHinge()],
  ['poisson', losses.poisson()],
  ['expPoisson', losses.expPoisson()],
];
const binary: readonly [string, Loss][] = [
  ['binaryCrossEntropyOfProbabilities', losses.binaryCrossEntropyOfProbabilities()],
  ['sigmoidBinaryCrossEntropy', losses.sigmoidBinaryCrossEntropy()],
];
const categorical: readonly [string, Loss][] = [
  ['softmaxCrossEntropy', losses.softmaxCrossEntropy()],
  ['negativeLogLikelihood', losses.negativeLogLikelihood()],
];
const vectorial: readonly [string, Loss][] = [
  ['klDivergence', losses.klDivergence()],
  ['cosineSimilarity', losses.cosineSimilarity()],
];
const all = [...pairwise, ...binary, ...categorical, ...vectorial];

/** What is said of targets, whether a batch is computed or a dataset checked. */
function refusals(loss: Loss, outputs: Tensor, targets: Tensor): unknown[] {
  return [
    () => loss.perSample(outputs, targets),
    () => loss.checkTargets?.(outputs.shape, targets),
  ].map((call) => {
    try {
      call();
      return 'nothing';
    } catch (error) {
      return error;
    }
  });
}

function expectRefused(loss: Loss, outputs: Tensor, targets: Tensor, kind: object, text: string) {
  for (const error of refusals(loss, outputs, targets)) {
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).toContain(text);
    expect(String(error)).toContain(loss.name);
  }
}

describe.each([...pairwise, ...binary])('%s', (_, loss) => {
  it('does not compare every sample of [n, 1] with every target of [n]', () => {
    const remedy = 'Reshape them: targets.reshape([4, 1]).';
    expectRefused(loss, zeros([4, 1]), zeros([4]), ShapeError, remedy);
    expectRefused(loss, zeros([4]), zeros([4, 1]), ShapeError, 'targets.reshape([4]).');
  });

  it('wants a target for each sample and each output', () => {
    expectRefused(loss, zeros([4, 2]), zeros([3, 2]), ShapeError, 'Each sample needs its target.');
    expectRefused(loss, zeros([4, 2]), zeros([4, 3]), ShapeError, 'as many units as a sample');
    expectRefused(loss, zeros([4, 2]), zeros([]), ShapeError, 'received []');
  });
});

it('a class for each sample is told which loss takes it, where another one stands', () => {
  const remedy = 'For classes use softmaxCrossEntropy().';
  for (const [, loss] of [...pairwise, ...binary, ...vectorial]) {
    expectRefused(loss, zeros([4, 3]), zeros([4, 1]), ShapeError, remedy);
    expectRefused(loss, zeros([4, 3]), zeros([4]), ShapeError, remedy);
  }
  for (const [, loss] of [...pairwise, ...vectorial]) {
    const use = 'For classes use softmaxCrossEntropy().';
    expectRefused(loss, zeros([4, 3]), int32([0, 1, 2, 0]), DtypeError, use);
  }
  for (const [, loss] of binary) {
    expect(() => loss.checkTargets?.([3, 1], tensor([[0], [1], [2]]))).toThrow(
      'received 2 in sample 2. For more than two classes use softmaxCrossEntropy(), with a unit for each',
    );
  }
});

describe.each([...pairwise, ...vectorial])('%s', (_, loss) => {
  it('refuses int32 targets and says how to convert them', () => {
    expectRefused(
      loss,
      zeros([2, 2]),
      int32([
        [1, 0],
        [0, 1],
      ]),
      DtypeError,
      "cast('float32')",
    );
  });
});

describe.each(all)('%s', (_, loss) => {
  it('refuses targets of another precision', () => {
    const targets = full([2, 2], 0.5, { dtype: 'float64' });
    expect(() => loss.perSample(full([2, 2], 0.5), targets)).toThrow(
      `${loss.name}: Expected targets that are float32, as the outputs are; received float64.`,
    );
  });

  it('reads no values when it is computed, so that it can be traced', () => {
    const tracer = startTrace();
    tracer.phase('loss', () => loss.mean(full([2, 2], 0.5), full([2, 2], 0.5), zeros([2])));
    expect(tracer.finish().obstacle).toBeUndefined();
  });

  it('finds a target that is no number, and its sample, before training', () => {
    const targets = full([4, 2], 1);
    targets.assign([1, 1, 1, 1, 1, Number.NaN, 1, 1]);
    expect(() => loss.checkTargets?.([4, 2], targets)).toThrow(DataError);
    expect(() => loss.checkTargets?.([4, 2], targets)).toThrow('received NaN in sample 2.');
  });
});

describe.each(binary)('%s', (_, loss) => {
  it('takes classes 0 and 1 for one output, as a column or not, as it takes their floats', () => {
    const outputs = tensor([[0.25], [0.75], [0.5]]);
    const expected = loss.perSample(outputs, tensor([[0], [1], [1]])).toArray();
    for (const targets of [int32([0, 1, 1]), int32([[0], [1], [1]])]) {
      expect(loss.perSample(outputs, targets).toArray()).toEqual(expected);
      expect(loss.checkTargets?.([3, 1], targets)).toBeUndefined();
    }
    const flat = tensor([0.25, 0.75, 0.5]);
    expect(loss.perSample(flat, int32([0, 1, 1])).toArray()).toEqual(expected);
  });

  it('does not take one class for several outputs', () => {
    expectRefused(loss, zeros([2, 2]), int32([0, 1]), ShapeError, 'targets of shape [2, 2]');
  });

  it('finds targets outside of 0 to 1 before training', () => {
    expect(() => loss.checkTargets?.([2, 1], int32([1, 2]))).toThrow(
      'Expected targets that are class 0 or 1; received 2 in sample 1. For more than two classes use softmaxCrossEntropy(), with a unit for each in the last layer.',
    );
    expect(() => loss.checkTargets?.([2, 1], tensor([[-0.5], [1]]))).toThrow(
      'received -0.5 in sample 0',
    );
  });
});

describe.each(categorical)('%s', (_, loss) => {
  it('finds classes out of range before training', () => {
    expect(loss.checkTargets?.([3, 4], int32([0, 3, 1]))).toBeUndefined();
    for (const bad of [4, -1]) {
      expect(() => loss.checkTargets?.([3, 4], int32([0, bad, 1]))).toThrow(
        `Expected targets that are classes from 0 to 3; received ${bad} in sample 1. The network has 4 outputs`,
      );
    }
  });

  it('finds floats that are no distribution before training', () => {
    expect(loss.checkTargets?.([1, 3], tensor([[0.1, 0.2, 0.7]]))).toBeUndefined();
    const short = tensor([
      [0, 1, 0],
      [0.5, 0.25, 0],
    ]);
    expect(() => loss.checkTargets?.([2, 3], short)).toThrow('received the sum 0.75 in sample 1');
    expect(() => loss.checkTargets?.([1, 2], tensor([[-1, 2]]))).toThrow('received -1 in sample 0');
  });

  it('takes whole floats as classes, to the bit, and of what is no class makes NaN', () => {
    const outputs = tensor([
      [-0.5, -1.5, -2],
      [-3, -0.25, -1],
    ]);
    const expected = loss.perSample(outputs, int32([2, 1])).toArray() as number[];
    for (const targets of [tensor([2, 1]), tensor([[2], [1]])]) {
      expect(loss.perSample(outputs, targets).toArray()).toEqual(expected);
      expect(loss.checkTargets?.([2, 3], targets)).toBeUndefined();
    }
    for (const none of [0.5, 3, -1, Number.NaN]) {
      const targets = tensor([[2], [none]]);
      expect(loss.perSample(outputs, targets).toArray()).toEqual([expected[0], Number.NaN]);
      expect(() => loss.checkTargets?.([2, 3], targets)).toThrow(
        `Expected targets that are classes from 0 to 2; received ${none} in sample 1`,
      );
    }
  });

  it('wants one-hot vectors to be floats', () => {
    expectRefused(
      loss,
      zeros([2, 3]),
      zeros([2, 3], { dtype: 'int32' }),
      DtypeError,
      "cast('float32')",
    );
  });

  it('does not broadcast a column of classes', () => {
    expectRefused(loss, zeros([3, 3]), int32([[0], [1], [2]]), ShapeError, 'targets.reshape([3]).');
  });

  it('points a single output to sigmoidBinaryCrossEntropy', () => {
    for (const outputs of [zeros([2, 1]), zeros([2])]) {
      expectRefused(loss, outputs, int32([0, 1]), ShapeError, 'a unit for each class');
    }
  });

  it('averages over axes between samples and classes', () => {
    const logs = tensor([-1, -2, -3, -5, -5, -8, -7, -9.5], {
      shape: [2, 2, 2],
      dtype: 'float64',
    });
    const targets = int32([
      [0, 1],
      [1, 0],
    ]);
    const [first, second] = loss.perSample(logs, targets).toTypedArray();
    const flat = loss.perSample(reshape(logs, [4, 2]), int32([0, 1, 1, 0])).toTypedArray();
    expect([first, second]).toEqual([(flat[0] + flat[1]) / 2, (flat[2] + flat[3]) / 2]);
  });
});

describe.each(vectorial)('%s', (_, loss) => {
  it('wants vectors', () => {
    expectRefused(loss, zeros([2, 1]), zeros([2, 1]), ShapeError, 'received [2, 1]');
    expectRefused(loss, zeros([2]), zeros([2]), ShapeError, 'received [2]');
  });
});

describe('the values of targets', () => {
  it.each([
    [
      'hinge',
      losses.hinge(),
      [[1], [0]],
      'Expected targets that are -1 or 1; received 0 in sample 1. Targets t of 0 and 1 become them by t.mul(2).sub(1).',
    ],
    ['squaredHinge', losses.squaredHinge(), [[0.5], [1]], 'received 0.5 in sample 0'],
    [
      'poisson',
      losses.poisson(),
      [[1], [-1]],
      'finite numbers, 0 or more; received -1 in sample 1',
    ],
    [
      'expPoisson',
      losses.expPoisson(),
      [[Number.POSITIVE_INFINITY], [1]],
      'received Infinity in sample 0',
    ],
    ['huber', losses.huber(), [[1], [Number.NEGATIVE_INFINITY]], 'received -Infinity in sample 1'],
  ] as const)('%s', (_, loss, targets, message) => {
    expect(() => loss.checkTargets?.([2, 1], tensor(targets))).toThrow(message);
  });

  it('klDivergence', () => {
    const targets = tensor([[0.5, 0.25]]);
    expect(() => losses.klDivergence().checkTargets?.([1, 2], targets)).toThrow('the sum 0.75');
  });
});

describe('class weights', () => {
  const loss = losses.softmaxCrossEntropy({ classWeights: [1, 2] });

  it('multiply the losses of a class, and the mean still divides by the samples', () => {
    const [logits, targets] = [zeros([4, 2]), int32([0, 1, 1, 1])];
    const plain = losses.softmaxCrossEntropy().mean(logits, targets).item();
    expect(loss.mean(logits, targets).item()).toBeCloseTo((plain * (1 + 2 + 2 + 2)) / 4, 6);
  });

  it('must be as many as there are classes', () => {
    const text =
      'softmaxCrossEntropy.classWeights: Expected a weight for each of the classes of outputs [1, 3]; received 2 weights.';
    expectRefused(loss, zeros([1, 3]), int32([0]), ShapeError, text);
  });

  it.each([[[1, -1]], [[1, Number.NaN]], [[1, '2']], [2]])(
    'must be weights, not %j',
    (classWeights) => {
      const options = { classWeights } as { classWeights: number[] };
      expect(() => losses.softmaxCrossEntropy(options)).toThrow(OptionError);
      expect(() => losses.negativeLogLikelihood(options)).toThrow(OptionError);
    },
  );
});

describe('options', () => {
  it.each([
    ['huber', { delta: 0 }, 'huber.delta: Expected a finite number above 0; received 0.'],
    ['huber', { delat: 1 }, 'Did you mean delta?'],
    ['softmaxCrossEntropy', { labelSmoothing: 1 }, 'from 0 to below 1; received 1'],
    ['softmaxCrossEntropy', { fromLogits: true }, 'unknown option "fromLogits"'],
    ['negativeLogLikelihood', { labelSmoothing: 0.1 }, 'unknown option "labelSmoothing"'],
  ])('%s refuses %j', (name, options, message) => {
    const factory = (losses as unknown as Record<string, (options: object) => Loss>)[name];
    expect(() => factory(options)).toThrow(OptionError);
    expect(() => factory(options)).toThrow(message);
  });

  it('are refused by losses that have none', () => {
    const factories = losses as unknown as Record<string, (options: object) => Loss>;
    const withOptions = ['loss', 'huber', 'softmaxCrossEntropy', 'negativeLogLikelihood'];
    const names = Object.keys(factories).filter((name) => !withOptions.includes(name));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(() => factories[name]({ delta: 1 })).toThrow(OptionError);
  });
});

describe('the name of a loss', () => {
  it.each(all)('%s is the name of its function', (name, loss) => {
    expect(loss.name).toBe(name);
  });
});
