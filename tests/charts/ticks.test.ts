/** Axes of any numbers that float64 has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/charts/figure.ts';
import { svgCurves } from '../../src/charts/svg_curves.ts';
import { textCurves } from '../../src/charts/text_curves.ts';
import { fraction, limits, logTicks, tickLabel, ticks } from '../../src/charts/ticks.ts';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('the label of a tick', () => {
  it.each([
    [0.25, '0.25'],
    [123456789, '1.23e+8'],
    [1e-10, '1e-10'],
    [Number.MAX_VALUE, '1.8e+308'],
    [-12345678900, '-1.23e+10'],
  ])('of %d', (value, expected) => {
    expect(tickLabel(value)).toBe(expected);
  });
});

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

describe('ticks of a logarithmic axis', () => {
  it.each<[number, number, number[]]>([
    [0.001, 10, [0.001, 0.01, 0.1, 1, 10]],
    [0.02, 3, [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2]],
    [0.41, 0.49, [0.42, 0.44, 0.46, 0.48]],
    [1e-300, 1e300, [1e-228, 1e-152, 1e-76, 1, 1e76, 1e152, 1e228]],
  ])('from %d to %d', (low, high, expected) => {
    expect(logTicks(low, high)).toEqual(expected);
  });

  it('are a few, within the limits, whatever those are', () => {
    const above = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(above, above, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const found = logTicks(low, high);
        expect(found.length > 0 && found.length < 20).toBe(true);
        expect(found).toEqual([...found].sort((x, y) => x - y));
        const slack = 1 + 1e-9;
        for (const tick of found) expect(tick * slack >= low && tick / slack <= high).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a chart', () => {
  const figure = (points: readonly Point[], scale: 'linear' | 'log' = 'linear') => ({
    title: 't',
    x: { label: 'epoch', whole: true },
    y: { label: 'loss', scale },
    curves: [{ name: 'training', points }],
  });
  const size = { width: 760, height: 440, theme: 'auto' } as const;

  it.each(['linear', 'log'] as const)(
    'is drawn of any losses, with coordinates that are numbers: %s',
    (scale) => {
      const losses = fc.array(fc.double(), { minLength: 1, maxLength: 20 });
      fc.assert(
        fc.property(losses, (values) => {
          const all = figure(
            values.map((loss, at) => [at + 1, loss] as const),
            scale,
          );
          const words = /aria-label="[^"]*"|<desc>[^<]*/g;
          expect(svgCurves(all, size).replaceAll(words, '')).not.toMatch(/NaN|Infinity/);
          const text = textCurves(all);
          expect(text.length).toBeLessThan(3000);
          expect(text).not.toMatch(/NaN|Infinity/);
        }),
      );
    },
  );

  it('may have more points than a function has arguments', () => {
    const all = figure(Array.from({ length: 300_000 }, (_, at) => [at, at] as const));
    expect(textCurves(all)).toContain('250000');
    expect(svgCurves(all, size)).toContain('</svg>');
  });
});
