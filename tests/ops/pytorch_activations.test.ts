import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import * as all from '../../src/nn/activations/index.ts';
import { type Dtype, parameter, type Tensor, tensor } from '../tensors.ts';
import { expectGolden, golden } from './golden.ts';

interface Activation {
  readonly name: keyof typeof activations;
  readonly options: { readonly slope?: number };
  readonly inputs: 'points' | 'rows';
  readonly outputs: number[];
  readonly gradient: number[];
  /** null where PyTorch has NaN. */
  readonly secondGradient?: readonly (number | null)[];
  /** Inputs at which the second derivative is a convention. */
  readonly secondKinks?: readonly number[];
}

interface Inputs {
  readonly inputs: number[];
  readonly upstream: number[];
  readonly direction: number[];
}

interface Fixture extends Readonly<Record<'points' | 'rows', Inputs>> {
  readonly activations: readonly Activation[];
}

const activations = {
  ...all,
  leakyRelu: (x: Tensor, { slope }: Activation['options']) =>
    all.leakyRelu(x, { negativeSlope: slope }),
};

/** PyTorch multiplies by 1/6 rounded to float32, in float64 too. */
const slacks: Readonly<Record<string, number>> = { hardSigmoid: 1e-8 };

const fixture = golden<Fixture>('activations');
const smooth = fixture.activations.filter(({ secondGradient }) => secondGradient);

function compute({ name, options, inputs }: Activation, dtype: Dtype) {
  const { upstream, direction, ...set } = fixture[inputs];
  const x = parameter(set.inputs, { dtype });
  const call = activations[name] as (x: Tensor, options?: object) => Tensor;
  const y = Object.keys(options).length === 0 ? call(x) : call(x, options);
  const outputGradient = tensor(upstream, { dtype });
  const [gradient] = gradients(y, [x], { outputGradient, createGraph: true });
  return { x, y, gradient: gradient as Tensor, direction: tensor(direction, { dtype }) };
}

describe.each(['float64', 'float32'] as const)('activations in %s agree with PyTorch', (dtype) => {
  it.each(fixture.activations)('$name $options', (given) => {
    const { y, gradient } = compute(given, dtype);
    const slack = slacks[given.name];
    expectGolden(y, given.outputs, dtype, slack);
    expectGolden(gradient, given.gradient, dtype, slack);
  });

  it.each(smooth)('$name $options, the gradient of the gradient', (given) => {
    const { secondGradient = [], secondKinks = [] } = given;
    const { x, gradient, direction } = compute(given, dtype);
    const [second] = gradients(gradient, [x], { outputGradient: direction });
    const [inputs, expected] = [x.toTypedArray(), secondGradient.flat()];
    const received = Array.from(second?.toTypedArray() ?? []);
    expect(received.every(Number.isFinite)).toBe(true);
    const comparable = (_: unknown, i: number) =>
      expected[i] !== null && !secondKinks.includes(inputs[i]);
    expectGolden(
      tensor(received.filter(comparable), { dtype }),
      expected.filter(comparable) as number[],
      dtype,
    );
  });
});
