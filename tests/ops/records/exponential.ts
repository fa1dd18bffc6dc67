import { erf as erfOfNumber } from 'mathjs';
import * as exponential from '../../../src/ops/elementwise/exponential.ts';
import { binaryRecord, unaryRecord } from './elementwise.ts';
import { around0, positive } from './record.ts';

const { cos, erf, exp, expm1, log, log1p, pow, sin } = exponential;

export const exponentialRecords = [
  unaryRecord({ operation: exponential.expOperation, run: exp, scalar: Math.exp }),
  unaryRecord({ operation: exponential.expm1Operation, run: expm1, scalar: Math.expm1 }),
  unaryRecord({
    operation: exponential.logOperation,
    run: log,
    scalar: Math.log,
    domains: [positive],
  }),
  unaryRecord({
    operation: exponential.log1pOperation,
    run: log1p,
    scalar: Math.log1p,
    domains: [{ low: -0.8, high: 4 }],
  }),
  unaryRecord({ operation: exponential.sinOperation, run: sin, scalar: Math.sin }),
  unaryRecord({ operation: exponential.cosOperation, run: cos, scalar: Math.cos }),
  unaryRecord({
    operation: exponential.erfOperation,
    run: erf,
    scalar: (x) => (Number.isNaN(x) || x === 0 ? x : erfOfNumber(x)),
  }),
  binaryRecord({
    operation: exponential.powOperation,
    run: pow,
    // IEEE 754 says 1 where JavaScript says NaN: 1 to any power, and -1 to an infinite one.
    scalar: (a, b) =>
      a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b,
    domains: [positive, around0],
  }),
];
