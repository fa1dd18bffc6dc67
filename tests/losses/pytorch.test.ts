/** Every loss against PyTorch: of each sample, on average, weighted, and the gradients of these. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import type { Loss } from '../../src/losses/index.ts';
import * as losses from '../../src/losses/index.ts';
import { exp } from '../../src/ops/elementwise/exponential.ts';
import { parameter, tensor } from '../../src/tensor/create.ts';
import type { Dtype } from '../../src/tensor/dtype.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { lossRecords } from './records.ts';

interface Golden {
  readonly name: string;
  readonly form?: string;
  readonly options: Record<string, unknown>;
  readonly predictions: NestedArray;
  readonly targets: NestedArray;
  readonly perSample: NestedArray;
  readonly mean: number;
  readonly gradient: number[][];
  readonly sampleWeighted: {
    readonly weights: NestedArray;
    readonly byCount: number;
    readonly gradientByCount: number[][];
  };
}

const fixture = new URL('../fixtures/pytorch/losses.json', import.meta.url);
const { losses: golden } = JSON.parse(readFileSync(fixture, 'utf8')) as { losses: Golden[] };

/** Records of PyTorch's other forms of a loss, which are another loss here. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'poisson logRate': 'expPoisson' };

const factories = losses as unknown as Record<string, (options?: object) => Loss>;

function lossOf({ name, form, options }: Golden): Loss {
  const own = ELSEWHERE[`${name} ${form}`] ?? name;
  return Object.keys(options).length === 0 ? factories[own]() : factories[own](options);
}

/** PyTorch's klDivergence takes logarithms; ours takes what they are the logarithms of. */
const inputsOf = ({ form }: Golden, x: Tensor): Tensor =>
  form === 'logProbabilities' ? exp(x) : x;

function targetsOf({ targets }: Golden, dtype: Dtype): Tensor {
  const classes = Array.isArray(targets) && typeof targets[0] === 'number';
  return tensor(targets, { dtype: classes ? 'int32' : dtype });
}

/** The largest difference, in proportion to what is expected where that is above 1. */
function deviation(received: Tensor, expected: NestedArray): number {
  const wanted = tensor(expected, { dtype: 'float64' }).toTypedArray();
  const got = received.toTypedArray();
  expect(got.length).toBe(wanted.length);
  const off = Array.from(
    wanted,
    (value, i) => Math.abs(got[i] - value) / Math.max(1, Math.abs(value)),
  );
  return Math.max(...off);
}

const title = ({ name, form, options }: Golden) => [name, form, JSON.stringify(options)].join(' ');

describe.each([
  ['float64', 1e-13],
  ['float32', 1e-6],
] as const)('in %s, as PyTorch within %d:', (dtype, tolerance) => {
  const check = (record: Golden) => {
    const loss = lossOf(record);
    const x = parameter(record.predictions, { dtype });
    const targets = targetsOf(record, dtype);
    const weights = tensor(record.sampleWeighted.weights, { dtype });
    const mean = loss.mean(inputsOf(record, x), targets);
    const weighted = loss.mean(inputsOf(record, x), targets, weights);
    const perSample = loss.perSample(inputsOf(record, x), targets);
    return { x, mean, weighted, perSample };
  };

  it.each(golden.map((record) => [title(record), record] as const))('%s', (_, record) => {
    const { x, mean, weighted, perSample } = check(record);
    expect(deviation(perSample, record.perSample)).toBeLessThanOrEqual(tolerance);
    expect(deviation(mean, record.mean)).toBeLessThanOrEqual(tolerance);
    expect(deviation(weighted, record.sampleWeighted.byCount)).toBeLessThanOrEqual(tolerance);
    if (record.form === 'certain') return; // see below
    const [gradient] = gradients(mean, [x]) as [Tensor];
    const [gradientWeighted] = gradients(weighted, [x]) as [Tensor];
    expect(deviation(gradient, record.gradient)).toBeLessThanOrEqual(tolerance);
    expect(deviation(gradientWeighted, record.sampleWeighted.gradientByCount)).toBeLessThanOrEqual(
      tolerance,
    );
  });

  it('binaryCrossEntropyOfProbabilities at 0 and 1: the bound of PyTorch where wrong, the derivative where right', () => {
    const record = golden.find(({ form }) => form === 'certain') as Golden;
    const { x, mean } = check(record);
    const [gradient] = gradients(mean, [x]) as [Tensor];
    const own = gradient.toArray() as number[][];
    // Rows: right, right, half; wrong, wrong, a quarter. PyTorch holds 1e-12 as a float32.
    expect(own[0].slice(0, 2)).toEqual([expect.closeTo(1 / 6, 6), expect.closeTo(-1 / 6, 6)]);
    for (const [row, column] of [
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]) {
      expect(own[row][column] / record.gradient[row][column]).toBeCloseTo(1, 6);
    }
  });
});

describe('the golden values', () => {
  const covered = new Set(golden.map(({ name, form }) => ELSEWHERE[`${name} ${form}`] ?? name));
  it.each(Object.keys(lossRecords))('cover %s', (name) => {
    expect(covered, 'add it to tests/fixtures/pytorch/losses.py').toContain(name);
  });
});
