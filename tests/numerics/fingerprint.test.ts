import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/numerics/fingerprint.ts';

it('has the same name for contents that come whole or in pieces, and another for others', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(30), (values, at) => {
      const whole = Float64Array.from(values);
      const pieces = [whole.subarray(0, at), whole.subarray(at)];
      const name = fingerprint([whole, Int32Array.of(1)]);
      expect(fingerprint([pieces, Int32Array.of(1)])).toBe(name);
      expect(fingerprint([...pieces, Int32Array.of(1)])).not.toBe(name);
      expect(fingerprint([whole, Int32Array.of(2)])).not.toBe(name);
    }),
  );
});
