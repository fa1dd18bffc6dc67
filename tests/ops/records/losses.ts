/** The operations that only losses use. */
import { logCoshOperation } from '../../../src/losses/log_cosh.ts';
import { surprisalOperation } from '../../../src/losses/surprisal.ts';
import { unary } from '../../../src/ops/functions.ts';
import { unaryRecord } from './elementwise.ts';

export const lossRecords = [
  unaryRecord({
    operation: logCoshOperation,
    run: unary(logCoshOperation),
    scalar: (x) => Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.LN2,
  }),
  unaryRecord({
    operation: surprisalOperation,
    run: unary(surprisalOperation),
    scalar: (p) => Math.min(0 - Math.log(p), 100),
    domains: [{ low: 0.05, high: 1 }],
  }),
];
