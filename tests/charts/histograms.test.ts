/** Histograms by layer: what is counted, and what is drawn of it. */
import { describe, expect, it } from 'vitest';
import { histogramChart } from '../../src/charts/index.ts';
import { dense, relu, sequential, tensor } from '../../src/index.ts';
import { malformed, withoutWords } from './drawn.ts';

/** The line of a tensor in the text, by its columns. */
function columns(text: string, line = 1): string[] {
  return text.split('\n')[line].split(/ {2,}/);
}

describe('histograms as text', () => {
  it('have a column for each bin, the highest full, and those without a number empty', () => {
    const values = tensor([0, 0, 0, 0, 1, 1, 3, 4]);
    // bins of [0, 1), [1, 2), [2, 3), [3, 4]
    expect(histogramChart({ values }, { bins: 4 }).split('\n')[1]).toMatch(/ 0 {2}█▄ ▄ {2}4$/);
  });

  it('say mean and standard deviation, as the formulas have them', () => {
    const [name, shape, mean, deviation] = columns(
      histogramChart({
        'layers.0.weight': tensor([
          [1, 2],
          [3, 6],
        ]),
      }),
    );
    // variance (4 + 1 + 0 + 9) / 4
    expect([name, shape, mean, deviation]).toEqual(['layers.0.weight', '[2, 2]', '3', '1.87']);
    const large = tensor([-1e300, 1e300], { dtype: 'float64' });
    expect(columns(histogramChart({ large })).slice(2, 4)).toEqual(['0', '1e+300']);
  });

  it('count numbers that are not finite apart', () => {
    const values = tensor([Number.NaN, 1, 2, Number.POSITIVE_INFINITY]);
    expect(histogramChart({ values })).toContain('2 not finite');
    const none = histogramChart({ values: tensor([Number.NaN]) });
    expect(none).toContain('1 not finite');
    expect(none.replace('not finite', '')).not.toMatch(/NaN|Infinity/);
  });

  it('have a single bar where all numbers are equal', () => {
    const line = histogramChart({ bias: tensor([0, 0, 0]) }, { bins: 5 }).split('\n')[1];
    expect(line).toMatch(/ -0\.5 {2} {2}█ {2} {2}0\.5$/);
  });

  it('are of the parameters of a model, from the input on', () => {
    const model = sequential({ inputShape: [2], seed: 7 }, [
      dense({ units: 3 }),
      relu(),
      dense({ units: 1 }),
    ]);
    const names = histogramChart(model)
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual(['layers.0.weight', 'layers.0.bias', 'layers.2.weight', 'layers.2.bias']);
    expect(histogramChart(model.state())).toBe(histogramChart(model));
  });

  it('have a common axis on request', () => {
    const both = { small: tensor([-1, 1]), large: tensor([-4, 4]) };
    const ends = (text: string) => [1, 2].map((line) => columns(text, line).at(-1));
    expect(ends(histogramChart(both))).toEqual(['1', '4']);
    expect(ends(histogramChart(both, { axis: 'shared' }))).toEqual(['4', '4']);
  });
});

describe('histograms as a picture', () => {
  const svg = (count: number, width: number) =>
    histogramChart(
      Object.fromEntries(
        Array.from({ length: count }, (_, k) => [`<layer ${k}>`, tensor([-1, 0, 0, 1, k])]),
      ),
      { as: 'svg', width },
    );

  it('have bars as high as their counts', () => {
    const picture = histogramChart({ x: tensor([0, 0, 0, 0, 3, 3]) }, { as: 'svg', bins: 4 });
    const heights = [...picture.matchAll(/<rect class="f0"[^>]* height="([\d.]+)"/g)];
    expect(heights.map(([, height]) => Number(height))).toEqual([84, 42]);
  });

  it.each([
    [240, 1],
    [500, 2],
    [760, 3],
  ])('stand %i wide in %i columns', (width, expected) => {
    const lefts = [...svg(7, width).matchAll(/<text x="([\d.]+)"[^>]*font-weight/g)];
    expect(lefts).toHaveLength(7);
    expect(new Set(lefts.map(([, x]) => x)).size).toBe(expected);
  });

  it('are well-formed, and say in words what they show', () => {
    const picture = svg(2, 500);
    expect(malformed(picture)).toBeUndefined();
    expect(withoutWords(picture)).not.toMatch(/NaN|Infinity/);
    expect(picture).toContain(
      '&lt;layer 0&gt;: 5 numbers, from -1 to 1, mean 0, standard deviation 0.632.',
    );
    const empty = histogramChart({ none: tensor([]) }, { as: 'svg' });
    expect(withoutWords(empty)).not.toMatch(/NaN|Infinity/);
  });

  it('are refused for anything else', () => {
    expect(() => histogramChart({})).toThrow(/a model with parameters, or tensors by name/);
    expect(() => histogramChart({ a: [1, 2] } as never)).toThrow(/tensors by name/);
    expect(() => histogramChart(tensor([1]) as never)).toThrow(/event.gradients/);
    expect(() => histogramChart({ a: tensor([1]) }, { bins: 3 })).toThrow(/from 4 to 200/);
    expect(() => histogramChart({ a: tensor([1]) }, { height: 9 } as never)).toThrow(/height/);
  });
});
