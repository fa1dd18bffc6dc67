/** Axes of any numbers that float64 has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chart } from '../../../src/cli/plot/chart.ts';
import { svgChart } from '../../../src/cli/plot/svg_chart.ts';
import { fraction, limits, ticks } from '../../../src/cli/plot/ticks.ts';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('ticks', () => {
  it.each<[number, number, number[]]>([
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [1, 40, [10, 20, 30, 40]],
    [-0.3, 0.3, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
    [0, 3e-9, [0, 5e-10, 1e-9, 1.5e-9, 2e-9, 2.5e-9, 3e-9]],
    [3, 3, [3]],
    [0, 5e-324, [0, 5e-324]],
    [1e16, 1e16 + 2, [1e16, 1e16 + 2]],
  ])('from %d to %d', (low, high, expected) => {
    expect(ticks(low, high, 6)).toEqual(expected);
  });

  it('are a few, ascending, within the limits, whatever those are', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const found = ticks(low, high, 6);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThan(60);
        const slack = 1e-9 * (high / 2 - low / 2) + 1e-11 * Math.max(Math.abs(low), Math.abs(high));
        for (const tick of found) {
          expect(tick / 2).toBeGreaterThanOrEqual(low / 2 - slack);
          expect(tick / 2).toBeLessThanOrEqual(high / 2 + slack);
        }
        expect(found).toEqual([...found].sort((x, y) => x - y));
      }),
      { numRuns: 2000 },
    );
  });

  it('have places that are numbers from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1 }), (values) => {
        const [low, high] = limits(values);
        for (const value of values) {
          const place = fraction(value, low, high);
          expect(place >= 0 && place <= 1).toBe(true);
        }
      }),
    );
  });
});

describe('a chart', () => {
  it('is drawn of any losses, with coordinates that are numbers', () => {
    const losses = fc.array(fc.double(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(losses, (values) => {
        const points = values.map((loss, at): [number, number] => [at + 1, loss]);
        const curves = [{ name: 'training', points }];
        const svg = svgChart({ title: 't', xLabel: 'epoch', yLabel: 'loss', curves });
        expect(svg.replace(/<desc[\s\S]*<\/desc>/, '')).not.toMatch(/NaN|Infinity/);
        const text = chart({ xLabel: 'epoch', series: [{ name: 'training', mark: '●', points }] });
        expect(text.length).toBeLessThan(3000);
        expect(text).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('may have more points than a function has arguments', () => {
    const points = Array.from({ length: 300_000 }, (_, at): [number, number] => [at, at]);
    const curves = [{ name: 'training', points }];
    expect(chart({ xLabel: 'epoch', series: [{ ...curves[0], mark: '●' }] })).toContain('299999');
    expect(svgChart({ title: '', xLabel: '', yLabel: '', curves })).toContain('</svg>');
  });
});
