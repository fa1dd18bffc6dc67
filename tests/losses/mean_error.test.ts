import { describe, expect, expectTypeOf, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import { type Loss, meanAbsoluteError, meanSquaredError } from '../../src/losses/index.ts';
import type { Metric } from '../../src/metrics/metric.ts';
import { parameter, range, tensor, zeros } from '../../src/tensor/create.ts';

describe.each([
  ['meanSquaredError', meanSquaredError, 2.5],
  ['meanAbsoluteError', meanAbsoluteError, 1.5],
] as const)('%s', (name, both, expected) => {
  const outputs = tensor([
    [1, 2],
    [0, 4],
  ]);
  const targets = tensor([
    [0, 0],
    [1, 2],
  ]);

  it('without arguments is a loss', () => {
    expect(both().name).toBe(name);
    expect(both().mean(outputs, targets).item()).toBe(expected);
    expectTypeOf(both()).toEqualTypeOf<Loss>();
  });

  it('with outputs and targets is a number', () => {
    expect(both(outputs, targets)).toBe(expected);
  });

  it('fits where a metric is wanted', () => {
    const metrics: Record<string, Metric> = { error: both };
    expect(metrics.error(outputs, targets)).toBe(expected);
  });

  it('as a metric computes in float64 and leaves no graph behind', () => {
    const fine = parameter([[1, 1e-9]], { dtype: 'float64' });
    expect(both(fine, tensor([[1, 0]], { dtype: 'float64' }))).toBeGreaterThan(0);
    expect(fine.gradient).toBeNull();
    const many = 20_000; // their sum has more than 24 bits, so float32 would round it
    const whole = both(range(many), zeros([many]));
    const exact = name === 'meanSquaredError' ? ((many - 1) * (2 * many - 1)) / 6 : (many - 1) / 2;
    expect(whole).toBe(exact);
  });

  it('as a metric refuses what the loss refuses', () => {
    expect(() => both(outputs, zeros([2]))).toThrow(`${name}: outputs and targets do not fit`);
    expect(() => both(outputs, zeros([2, 2], { dtype: 'int32' }))).toThrow('received int32');
  });

  it('says what it takes when called with anything else', () => {
    const call = both as unknown as (...given: unknown[]) => unknown;
    expect(() => call(outputs)).toThrow(OptionError);
    expect(() => call({ reduction: 'sum' })).toThrow('no arguments for the loss, or outputs and');
  });
});
