import { describe, expect, it } from 'vitest';
import { explain } from '../../src/learn/index.ts';
import { leakyRelu } from '../../src/nn/activations/index.ts';
import { noGrad } from '../../src/ops/gradient_mode.ts';
import { concat } from '../../src/ops/shape/concat.ts';
import { full, parameter, range, type Tensor, tensor, zeros } from '../tensors.ts';

const FOOTER = `
Forward goes down: each value is computed from values above it. Backward goes up: each value sends
its gradient g to what it was computed from, by the rules on the right. There y is the value itself,
and x, or a and b, are what it was computed from. All that arrives at a value is added up.`;

function example(): Tensor {
  const w = parameter(0.5);
  return w
    .mul(tensor([1, 2, 3]))
    .sub(tensor([2, 4, 6]))
    .square()
    .mean();
}

/** The row of a table that starts with a number. */
const row = (text: string, number: number): string =>
  text.split('\n').find((line) => line.trim().startsWith(`#${number} `)) ?? '';

describe('explain', () => {
  it('shows operation, shape, value, gradient and rule of everything behind a loss', () => {
    const loss = example();
    loss.backward();
    expect(explain(loss).text).toBe(
      `    computed as        shape  value             gradient g                sends back
#1  parameter          []     0.5               -14
#2  constant           [3]    [1, 2, 3]
#3  mul(#1, #2)        [3]    [0.5, 1, 1.5]     [-1, -2, -3]              to #1: g · b, summed to shape []
#4  constant           [3]    [2, 4, 6]
#5  sub(#3, #4)        [3]    [-1.5, -3, -4.5]  [-1, -2, -3]              to #3: g
#6  square(#5)         [3]    [2.25, 9, 20.25]  [0.3333, 0.3333, 0.3333]  to #5: g · 2x
#7  sum(#6, axes [0])  []     31.5              0.3333                    to #6: g repeated
#8  constant           []     3
#9  div(#7, #8)        []     10.5              1                         to #7: g / b
${FOOTER}`,
    );
  });

  it('is drawn by Mermaid', () => {
    const w = parameter([1, -1], { name: 'w' });
    const y = leakyRelu(w, { negativeSlope: 0.5 });
    y.sum().backward();
    expect(explain(y).mermaid).toBe(
      [
        'flowchart TD',
        '  v1(["parameter w<br/>shape [2]<br/>value [1, -1]<br/>gradient [1, 0.5]"])',
        '  v2["leakyRelu negativeSlope 0.5<br/>shape [2]<br/>value [1, -0.5]<br/>gradient [1, 1]"]',
        '  v1 -->|"g where x #62; 0, g · slope elsewhere"| v2',
      ].join('\n'),
    );
  });

  it('is text wherever text is wanted', () => {
    const explanation = explain(example());
    expect(`${explanation}`).toBe(explanation.text);
    const inspect = Reflect.get(explanation, Symbol.for('nodejs.util.inspect.custom'));
    expect(inspect()).toBe(explanation.text);
  });

  it('says that there are no gradients before backward', () => {
    expect(explain(example()).text).toContain(
      'There are no gradients yet: call backward() on the last value.',
    );
  });

  it('says why nothing is known about a constant', () => {
    const text = explain(noGrad(example)).text;
    expect(text).toContain('#1  constant');
    expect(text).toContain('not inside noGrad');
  });

  it('names parameters, and shows a shared value once', () => {
    const w = parameter(3, { name: 'slope' });
    const squared = w.square();
    const { text, values } = explain(squared.add(squared));
    expect(values.map(({ operation }) => operation)).toEqual(['parameter', 'square', 'add']);
    expect(row(text, 1)).toContain('parameter slope');
    expect(row(text, 3)).toContain('add(#2, #2)');
    expect(row(text, 3)).toContain('to #2: g; to #2: g');
  });

  it('gives the values as data too', () => {
    const w = parameter([1, 2]);
    const { values } = explain(w.mul(2));
    expect(values[2]).toMatchObject({ number: 3, operation: 'mul', inputs: [1, 2] });
    expect(values[2].rules).toEqual(['g · b', undefined]);
    expect(values[0].tensor).toBe(w);
  });

  it('has a rule for each of many inputs', () => {
    const parts = [parameter([1]), parameter([2, 3])];
    expect(row(explain(concat(parts)).text, 3)).toContain(
      'to #1: the block of g where the input lies; to #2: the block of g where the input lies',
    );
  });
});

describe('long computations', () => {
  function chain(length: number): Tensor {
    let x: Tensor = parameter(0);
    for (let i = 0; i < length; i++) x = x.add(x);
    return x;
  }

  it('of 10,000 operations are shown at both ends', () => {
    const { text, mermaid, values } = explain(chain(10_000), { rows: 4 });
    expect(values).toHaveLength(10_001);
    expect(
      text
        .split('\n')
        .slice(0, 7)
        .map((line) => line.trim().split(/ {2,}/).slice(0, 2)),
    ).toEqual([
      ['computed as', 'shape'],
      ['#1', 'parameter'],
      ['#2', 'add(#1, #1)'],
      ['⋮', '9997 more values'],
      ['#10000', 'add(#9999, #9999)'],
      ['#10001', 'add(#10000, #10000)'],
      [''],
    ]);
    expect(mermaid.split('\n')).toHaveLength(1 + 5 + 6);
    expect(mermaid).toContain('  hidden -->|"g"| v10000');
    expect(mermaid).not.toContain('v9999');
  });

  it('are shown whole up to 40 values', () => {
    expect(explain(chain(39)).text).not.toContain('more values');
    expect(explain(chain(40)).text).toContain('1 more value\n');
  });
});

describe('a value is shown', () => {
  const { NaN: nan } = Number;

  it.each<[string, Tensor, string]>([
    [
      'as it is, when it is small',
      tensor([
        [1, -0],
        [1 / 3, 1e-7],
      ]),
      '[[1, -0], [0.3333, 1e-7]]',
    ],
    ['by its range, when it is large', range(100), '0 to 99'],
    ['by its one number, when it has no other', full([3, 3], 0.5), '0.5 everywhere'],
    ['with what is not a number', tensor([1, 2, 3, nan, 5, 6, nan]), '1 to 6, 2 NaN'],
    ['also if nothing is a number', full([9], nan), 'NaN everywhere'],
    ['as nothing, when there is nothing', zeros([0, 2]), '[]'],
  ])('%s', (_, x, shown) => {
    expect(row(explain(x).text, 1).split(/ {2,}/)[3]).toBe(shown);
  });
});

describe('explain refuses', () => {
  it('what is no tensor, and options that it does not know', () => {
    expect(() => explain(3 as unknown as Tensor)).toThrow('explain: Expected a tensor; received 3');
    expect(() => explain(tensor(1), { row: 3 } as object)).toThrow('Did you mean rows?');
    expect(() => explain(tensor(1), { rows: 0 })).toThrow('a whole number, 1 or more');
  });
});
