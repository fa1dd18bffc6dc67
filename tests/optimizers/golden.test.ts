/** 50 updates with recorded gradients, element by element as PyTorch computes them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupOf, optimizerFromJSON } from '../../src/optimizers/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import { begin, update } from './descent.ts';
import { records } from './records.ts';

type Name = 'weight' | 'bias';
type Traces = Readonly<Record<Name, readonly NestedArray[]>>;

interface Trace {
  readonly name: string;
  readonly options: Readonly<Record<string, number | boolean>>;
  readonly learningRates?: readonly number[];
  readonly groups?: readonly { parameters: readonly [Name]; learningRate: number }[];
  readonly float64: Traces;
  readonly float32: Traces;
}

interface Fixture {
  readonly initial: Readonly<Record<Name, NestedArray>>;
  readonly gradients: Traces;
  readonly optimizers: readonly Trace[];
}

const path = new URL('../fixtures/pytorch/optimizers.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(path, 'utf8'));

/** PyTorch's adamW rounds `1 - learningRate · weightDecay` to float32, which costs it accuracy. */
const tolerance = (name: string, dtype: 'float32' | 'float64') =>
  dtype === 'float64' ? 1e-12 : name === 'adamW' ? 2e-6 : 1e-6;

/** The largest difference over all updates, relative to what is expected where that is above 1. */
function difference(trace: Trace, dtype: 'float32' | 'float64', name: Name): number {
  const groups = trace.groups?.map(({ parameters: [prefix], learningRate }) => ({
    parameters: prefix,
    learningRate,
  }));
  const optimizer = groupOf(optimizerFromJSON({ ...trace, groups }), name);
  let now = begin(optimizer, fixture.initial[name], dtype);
  let largest = 0;
  trace[dtype][name].forEach((expected, index) => {
    const gradient = tensor(fixture.gradients[name][index], { dtype });
    now = update(optimizer, now, gradient, index + 1, trace.learningRates?.[index]);
    const actual = now.parameter.toTypedArray();
    tensor(expected, { dtype })
      .toTypedArray()
      .forEach((value, k) => {
        const off = Math.abs(actual[k] - value) / Math.max(1, Math.abs(value));
        if (!(off <= largest)) largest = off;
      });
  });
  return largest;
}

const title = ({ name, options, learningRates, groups }: Trace): string =>
  [name, JSON.stringify(options), learningRates && 'scheduled', groups && 'in groups']
    .filter(Boolean)
    .join(' ');

describe.each(['float64', 'float32'] as const)('optimizers in %s follow PyTorch', (dtype) => {
  it.each(fixture.optimizers.map((trace) => [title(trace), trace] as const))('%s', (_, trace) => {
    const limit = tolerance(trace.name, dtype);
    expect(difference(trace, dtype, 'weight')).toBeLessThan(limit);
    expect(difference(trace, dtype, 'bias')).toBeLessThan(limit);
  });
});

describe('an optimizer that PyTorch does not have', () => {
  const recorded = new Set(fixture.optimizers.map(({ name }) => name));
  it.each(records.filter(({ name }) => !recorded.has(name)))(
    '$name has a formula',
    ({ formula }) => {
      expect(
        formula,
        'record updates by PyTorch, or write the formula into the record',
      ).toBeDefined();
    },
  );
});
