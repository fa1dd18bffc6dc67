import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors/errors.ts';
import { registry } from '../../src/errors/registry.ts';

const shapes = registry('a shape', { square: 4, triangle: 3 });
const failing = (name: unknown) => () => shapes.get('draw', name, 'Draw it yourself.');

describe('a registry', () => {
  it('gives what a name stands for', () => {
    expect(shapes.get('draw', 'square', '')).toBe(4);
    expect(shapes.names).toEqual(['square', 'triangle']);
  });

  it('names the nearest where a name is misspelt', () => {
    expect(failing('Sqare')).toThrow(DataError);
    expect(failing('Sqare')).toThrow(
      'draw: Expected the name of a shape: square, triangle; received "Sqare". Did you mean square?',
    );
  });

  it.each([['circle'], ['constructor'], ['__proto__'], [undefined], [3], [null]])(
    'knows the remedy where none is near: %j',
    (name) => {
      expect(failing(name)).toThrow(DataError);
      expect(failing(name)).toThrow('Draw it yourself.');
    },
  );
});
