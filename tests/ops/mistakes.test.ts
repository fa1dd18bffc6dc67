import { describe, expect, it } from 'vitest';
import { records } from './records/index.ts';

describe.each(records.filter(({ mistakes }) => mistakes.length > 0))('$name', ({ mistakes }) => {
  it.each(mistakes)('refuses $given', ({ run, error, says }) => {
    expect(run).toThrow(error);
    expect(run).toThrow(says);
  });
});
