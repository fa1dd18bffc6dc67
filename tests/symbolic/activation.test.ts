import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { fromArrays } from '../../src/data/index.ts';
import { OptionError } from '../../src/errors/index.ts';
import { compile } from '../../src/graph/compile_function.ts';
import { explain } from '../../src/learn/index.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import {
  dense,
  type LayerLike,
  modelFromJSON,
  relu,
  residual,
  sequential,
  silu,
} from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { readModel, writeModel } from '../../src/persistence/index.ts';
import { formulaActivation } from '../../src/symbolic/index.ts';
import { Trainer } from '../../src/train/index.ts';
import { gradcheck, parameter, type Tensor, tensor, uniform } from '../tensors.ts';

const smooth = [
  'x * sigmoid(x)',
  'tanh(x) ^ 3 - x / 2',
  'x * tanh(softplus(x))',
  'x * (1 + erf(x / sqrt(2))) / 2',
  'exp(-x ^ 2) * sin(3 * x)',
  'x ^ 2 / sqrt(1 + x ^ 2)',
  'log(1 + x ^ 4) * 2 ^ x',
  'x > 3 ? x ^ 3 : x ^ 2 * cos(x)',
  'log1p(expm1(x / 4) ^ 2)',
];

describe('an activation from a formula', () => {
  it.each(smooth)('%s has the gradients of finite differences, twice', (formula) => {
    const activation = formulaActivation(formula);
    const x = uniform([7], { dtype: 'float64', low: -2, high: 2, seed: 3 });
    expect(gradcheck(activation, [x], { order: 2 })).toPassGradcheck();
  });

  it.each([...smooth, 'max(x, 0)', 'abs(x)', 'round(x) + x % 0.5'])(
    '%s has the same bits compiled, and so has its gradient',
    (formula) => {
      const activation = formulaActivation(formula);
      const both = (input: Tensor) => {
        const own = parameter([0.5]);
        const y = activation(input.add(own));
        return gradients(y.sum(), [own])[0]?.add(y) as Tensor;
      };
      const x = uniform([101], { low: -5, high: 5, seed: 7 });
      const compiled = compile(activation);
      compiled(x); // traced
      expect(compiled(x)).toBeBitIdenticalTo(activation(x));
      const compiledBoth = compile(both);
      compiledBoth(x);
      expect(compiledBoth(x)).toBeBitIdenticalTo(both(x));
    },
  );

  it('is read out, with its derivative', () => {
    const { formula, derivative, type, options } = formulaActivation('(x)*sigmoid( beta*x )', {
      constants: { beta: 1.5 },
    });
    expect(formula).toBe('x * sigmoid(beta * x)');
    expect(derivative).toBe(
      'sigmoid(beta * x) + x * sigmoid(beta * x) * (1 - sigmoid(beta * x)) * beta',
    );
    expect([type, options]).toEqual([
      'formulaActivation',
      { formula: '(x)*sigmoid( beta*x )', constants: { beta: 1.5 } },
    ]);
  });

  it('computes with its constants', () => {
    const leaky = formulaActivation('x > 0 ? x : alpha * x', { constants: { alpha: 0.25 } });
    expect(leaky(tensor([-2, 0, 2])).toArray()).toEqual([-0.5, 0, 2]);
  });

  it('explains its rule', () => {
    const x = parameter([2]);
    const y = formulaActivation('x ^ 2')(x).sum();
    y.backward();
    expect(x.gradient?.toArray()).toEqual([4]);
    expect(`${explain(y)}`).toContain('g · (2 * x)');
  });

  it('is flat at a kink, as the activations of the library are', () => {
    const slopes = (formula: string, values: number[]) => {
      const x = parameter(values);
      return gradients(formulaActivation(formula)(x).sum(), [x])[0]?.toArray();
    };
    expect(slopes('max(x, 0)', [-1, -0, 0, 1])).toEqual([0, 0, 0, 1]);
    expect(slopes('max(0, x)', [-1, 0, 1])).toEqual([0, 1, 1]);
    expect(slopes('relu(x)', [-1, 0, 1])).toEqual([0, 0, 1]);
    expect(slopes('abs(x)', [-2, 0, 2])).toEqual([-1, 0, 1]);
    expect(slopes('min(x, 0)', [-1, 0, 1])).toEqual([1, 0, 0]);
    expect(slopes('floor(x)', [0.5])).toEqual([0]);
    expect(slopes('x > 0 ? log(x) : 0', [-1, 0, 2])).toEqual([0, 0, 0.5]);
  });

  it('trains like the activation that it spells, to the bit, on both backends', () => {
    const train = fromArrays({
      inputs: uniform([37, 3], { seed: 1 }).toArray() as number[][],
      targets: uniform([37, 1], { seed: 2 }).toArray() as number[][],
    });
    const trained = (activation: LayerLike, backend: 'auto' | 'reference') => {
      const model = sequential({ inputShape: [3], seed: 7 }, [
        dense({ units: 8 }),
        (x) => (activation as typeof relu)(x),
        dense({ units: 1 }),
      ]);
      const options = { model, loss: meanSquaredError(), optimizer: sgd({ learningRate: 0.1 }) };
      for (const _ of new Trainer({ ...options, epochs: 3, batchSize: 8, backend }).run({ train }));
      return model.parameters()[0];
    };
    const formula = formulaActivation('max(x, 0)');
    expect(trained(formula, 'auto')).toBeBitIdenticalTo(trained(relu, 'auto'));
    expect(trained(formula, 'reference')).toBeBitIdenticalTo(trained(relu, 'auto'));
    const swish = formulaActivation('x * sigmoid(x)');
    expect(trained(swish, 'auto')).toBeBitIdenticalTo(trained(swish, 'reference'));
    expect(trained(swish, 'auto')).toBeCloseToTensor(trained(silu, 'auto'), {
      absoluteTolerance: 1e-5,
    });
  });

  it('is a layer: in summaries, in clones, in the architecture', () => {
    const swish = formulaActivation('x * sigmoid(x)');
    const model = sequential({ inputShape: [2], seed: 7 }, [dense({ units: 2 }), swish]);
    expect(`${model.summary()}`).toContain('formulaActivation');
    expect(model.clone().predict([[1, 2]])).toBeBitIdenticalTo(model.predict([[1, 2]]));
    expect(model.toJSON().layers[1]).toEqual({
      type: 'formulaActivation',
      options: { formula: 'x * sigmoid(x)' },
    });
  });

  it('is read from architectures and model files, with its constants', () => {
    const swish = formulaActivation('x * sigmoid(beta * x)', { constants: { beta: 1.5 } });
    const layers = [dense({ units: 2 }), swish, residual([formulaActivation('x ^ 2')])];
    const model = sequential({ inputShape: [2], seed: 7 }, layers);
    const twin = modelFromJSON(JSON.parse(JSON.stringify(model)), model.state());
    expect(twin.toJSON()).toEqual(model.toJSON());
    expect(twin.predict([[1, 2]])).toBeBitIdenticalTo(model.predict([[1, 2]]));
    const read = readModel(writeModel(model));
    expect(read.predict([[1, 2]])).toBeBitIdenticalTo(model.predict([[1, 2]]));
    const forged = { ...model.toJSON(), layers: [{ type: 'formulaActivation', options: {} }] };
    expect(() => modelFromJSON(forged)).toThrow('formulaActivation.formula');
  });
});

describe('what is refused', () => {
  it('is a formula without x', () => {
    expect(() => formulaActivation('pi / 2')).toThrow(
      'formulaActivation: Expected a formula in which x occurs; received "pi / 2".',
    );
  });

  it('are whole numbers, arrays, and numbers', () => {
    const swish = formulaActivation('x * sigmoid(x)');
    expect(() => swish(tensor([1], { dtype: 'int32' }))).toThrow(/float32 or float64/);
    expect(() => swish([1] as unknown as Tensor)).toThrow(/tensor\(values\)/);
  });

  const constants: readonly [given: unknown, says: string | RegExp][] = [
    [{ alpha: Number.NaN }, 'constants.alpha: Expected a finite number; received NaN'],
    [{ alpha: '1' }, 'Expected a finite number; received "1"'],
    [{ x: 1 }, 'mean nothing else in a formula; received "x"'],
    [{ pi: 3 }, 'received "pi"'],
    [{ tanh: 3 }, 'received "tanh"'],
    [{ mod: 3 }, 'received "mod"'],
    [{ _a: 3 }, 'received "_a"'],
    [{ 'a b': 3 }, 'received "a b"'],
    [JSON.parse('{ "__proto__": 3 }'), 'received "__proto__"'],
    [{ beta: 3 }, 'Expected constants that occur in the formula; received "beta"'],
    [7, 'formulaActivation.constants: Expected an object { name: value }; received 7'],
  ];

  it.each(constants)('are constants %o', (given, says) => {
    const make = () => formulaActivation('x', { constants: given as Record<string, number> });
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });

  it('are unknown options', () => {
    expect(() => formulaActivation('x', { constant: {} } as object)).toThrow(/constants\?/);
  });
});
