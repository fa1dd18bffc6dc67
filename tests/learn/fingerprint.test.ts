import { describe, expect, it } from 'vitest';
import { dense, sequential, tensor } from '../../src/index.ts';
import { fingerprint } from '../../src/learn/index.ts';

const made = (seed: number, dtype?: 'float64') =>
  sequential({ inputShape: [2], seed, dtype }, [dense({ units: 3 })]);

describe('fingerprint', () => {
  it('is the same for the same bits, and another for others', () => {
    expect(fingerprint(made(1))).toBe(fingerprint(made(1)));
    expect(fingerprint(made(1))).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(made(1))).not.toBe(fingerprint(made(2)));
    expect(fingerprint(made(1))).not.toBe(fingerprint(made(1, 'float64')));
  });

  it('tells the last bit and the sign of zero apart, but not one NaN from another', () => {
    const model = made(1);
    const bias = model.parameters()[1];
    const of = (value: number) => {
      bias.assign(tensor([value, 0, 0]));
      return fingerprint(model);
    };
    expect(of(1)).not.toBe(of(1 + 2 ** -23));
    expect(of(0)).not.toBe(of(-0));
    expect(of(Number.NaN)).toBe(of(0 / 0));
  });
});
