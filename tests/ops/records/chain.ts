import * as chain from '../../../src/ops/elementwise/chain.ts';
import { binaryRecord } from './elementwise.ts';
import { around0, positive } from './record.ts';

export const chainRecords = [
  binaryRecord({
    operation: chain.chainProductOperation,
    run: chain.chainProduct,
    scalar: (gradient, slope) => (gradient === 0 ? gradient : gradient * slope),
    variants: [
      {
        label: 'either',
        run: chain.zeroProduct,
        scalar: (a, b) => (b === 0 ? b : a === 0 ? a : a * b),
      },
    ],
  }),
  binaryRecord({
    operation: chain.chainQuotientOperation,
    run: chain.chainQuotient,
    scalar: (gradient, divisor) => (gradient === 0 ? gradient : gradient / divisor),
    domains: [around0, positive],
  }),
];
