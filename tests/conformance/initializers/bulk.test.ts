/** Numbers for a whole parameter: the same bits anyone who draws them, whatever else was drawn. */
import { describe, expect, it } from 'vitest';
import type { Initializer } from '../../../src/initializers/index.ts';
import { initializers } from '../../../src/initializers/initializers.ts';
import { dense, sequential } from '../../../src/nn/index.ts';
import { referenceOnly, traced } from '../../../src/ops/execute/execute.ts';
import { shapesOnly } from '../../../src/ops/execute/shapes_only.ts';
import { random } from '../../../src/tensor/rng.ts';

const { heNormal, heUniform, truncatedNormal, uniform } = initializers;
const SHAPE = [300, 401];
const tracer = shapesOnly({ computation: () => {}, assignment: () => {} });

function sample(initializer: Initializer, dtype: 'float32' | 'float64') {
  const request = { shape: SHAPE, fanIn: 300, fanOut: 401, random: random(5, 'weight') };
  return initializer.sample({ ...request, dtype });
}

describe.each([
  heNormal(),
  heUniform(),
  truncatedNormal({ mean: 1, standardDeviation: 0.5 }),
  uniform(),
])('$name', (initializer) => {
  it.each(['float32', 'float64'] as const)('has the bits of the reference in %s', (dtype) => {
    const drawn = sample(initializer, dtype);
    expect(drawn).toBeInstanceOf(dtype === 'float32' ? Float32Array : Float64Array);
    expect(drawn).toEqual(referenceOnly(() => sample(initializer, dtype)));
    expect(new Set(drawn).size).toBeGreaterThan(drawn.length / 2);
  });

  it('has numbers also where a computation is being traced', () => {
    const drawn = sample(initializer, 'float32');
    expect(traced(tracer, () => sample(initializer, 'float32'))).toEqual(drawn);
  });
});

describe('the numbers of a parameter', () => {
  const weights = (...units: number[]) =>
    sequential(
      { inputShape: [40], seed: 3 },
      units.map((n) => dense({ units: n, weightInitializer: heNormal() })),
    )
      .parameters()
      .filter(({ name }) => name.endsWith('weight'))
      .map((weight) => weight.toTypedArray());

  it('do not depend on what others draw', () => {
    const [first] = weights(30, 7);
    const [again, second] = weights(30, 700);
    expect(again).toEqual(first);
    expect(second.slice(0, 5)).not.toEqual(first.slice(0, 5));
  });

  it('do not depend on how many there are', () => {
    const stream = () => random(5, 'weight');
    const draw = (count: number) =>
      uniform().sample({
        ...{ shape: [count], dtype: 'float32', random: stream() },
        ...{ fanIn: 1, fanOut: 1 },
      });
    expect(draw(90_000).slice(0, 10)).toEqual(draw(10));
  });
});
