/** Drawings as texts of an address, and the pen. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packDrawing, touchDrawing, unpackDrawing } from '../../../docs/lab/core/drawing.ts';

const level = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 16 }));

it('brings every drawing back from its text', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 64, maxLength: 64 }), (levels) => {
      expect(unpackDrawing(packDrawing(levels))).toEqual(levels);
    }),
  );
  expect(packDrawing(Array(64).fill(0))).toBe('zzzj');
});

it.each(['', 'zzzi', 'zzzk', 'ZZZJ', '<b>', `${'0'.repeat(65)}`])(
  'takes %o for no drawing',
  (text) => {
    expect(unpackDrawing(text)).toBeUndefined();
  },
);

it('draws a dot with soft edges, which can be erased', () => {
  const empty = Array(64).fill(0);
  const dot = touchDrawing(empty, { x: 3.5, y: 2.5 }, false);
  expect(dot.slice(8 * 2 + 1, 8 * 2 + 6)).toEqual([0, 5, 16, 5, 0]);
  expect([dot[8 * 1 + 3], dot[8 * 3 + 3], dot[8 * 1 + 2]]).toEqual([5, 5, 0]);
  expect(touchDrawing(dot, { x: 6.5, y: 6.5 }, false).filter((ink) => ink === 16)).toHaveLength(2);
  expect(touchDrawing(Array(64).fill(16), { x: 3.5, y: 2.5 }, true)[8 * 2 + 3]).toBe(0);
});
