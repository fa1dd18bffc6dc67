import { OptionError } from '../../../src/errors/errors.ts';
import * as extrema from '../../../src/ops/elementwise/extrema.ts';
import { zeros } from '../../tensors.ts';
import { binaryRecord, unaryRecord } from './elementwise.ts';
import { around0 } from './record.ts';

const { clip, maximum, minimum } = extrema;

export const extremaRecords = [
  binaryRecord({ operation: extrema.minimumOperation, run: minimum, scalar: Math.min }),
  binaryRecord({ operation: extrema.maximumOperation, run: maximum, scalar: Math.max }),
  unaryRecord({
    operation: extrema.clipOperation,
    run: (x) => clip(x, { min: -1, max: 2 }),
    scalar: (x) => Math.min(Math.max(x, -1), 2),
    domains: [{ ...around0, kinks: [-1, 2, 1.5] }],
    variants: [
      {
        label: 'only from above',
        run: (x) => clip(x, { max: 1.5 }),
        scalar: (x) => Math.min(x, 1.5),
      },
      { label: 'without bounds', run: (x) => clip(x, {}), scalar: (x) => x },
    ],
    mistakes: [
      {
        given: 'min above max',
        run: () => clip(zeros([2]), { min: 1, max: 0 }),
        error: OptionError,
        says: 'Expected min not above max; received min 1, max 0',
      },
      {
        given: 'NaN as a bound',
        run: () => clip(zeros([2]), { min: Number.NaN }),
        error: OptionError,
        says: 'clip.min: Expected a number; received NaN',
      },
      {
        given: 'an unknown bound',
        run: () => clip(zeros([2]), { low: 0 } as object),
        error: OptionError,
        says: 'unknown option "low"',
      },
    ],
  }),
];
