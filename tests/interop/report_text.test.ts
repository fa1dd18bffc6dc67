import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readable } from '../../src/interop/report_text.ts';

const nothing = {
  format: 'onnx',
  ...{ matched: [], renamed: [], transposed: [], converted: [], conventions: [], ignored: [] },
} as const;

describe('the report of an import, as text', () => {
  it('tells what happened, in columns, and nothing of what did not', () => {
    const report = readable({
      ...nothing,
      producer: 'pytorch 1.13.0',
      matched: [
        { ours: 'layers.0 (dense)', theirs: 'Gemm "/0/Gemm"' },
        { ours: 'layers.1 (relu)', theirs: 'Relu "/1/Relu"' },
      ],
      ignored: ['a description', 'of two parts'],
    });
    const expected = `onnx, written by pytorch 1.13.0

What came from where
  layers.0 (dense)  Gemm "/0/Gemm"
  layers.1 (relu)   Relu "/1/Relu"

Left out
  a description
  of two parts`;
    expect(`${report}`).toBe(expected);
    expect(inspect(report)).toBe(expected);
  });

  it('is one word where there is nothing to tell', () => {
    expect(`${readable(nothing)}`).toBe('onnx');
  });

  it('stays what it is as data', () => {
    expect(JSON.parse(JSON.stringify(readable({ ...nothing })))).toEqual(nothing);
  });

  it('shows what a terminal would obey', () => {
    const report = readable({
      ...nothing,
      producer: '\u001b[31mred',
      matched: [{ ours: 'layers.0 (dense)', theirs: 'Gemm "\u001b[2J"' }],
      ignored: ['\u001b]0;title\u0007'],
    });
    expect(`${report}`).not.toContain('\u001b');
    expect(`${report}`).toContain('\\u001b[2J');
  });
});
