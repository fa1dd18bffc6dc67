/** The table of all operations. */
import { activationRecords } from './activations.ts';
import { arithmeticRecords } from './arithmetic.ts';
import { blockRecords } from './blocks.ts';
import { castRecords } from './cast.ts';
import { chainRecords } from './chain.ts';
import { comparisonRecords } from './comparison.ts';
import { drawRecords } from './draws.ts';
import { exponentialRecords } from './exponential.ts';
import { extremaRecords } from './extrema.ts';
import { indexingRecords } from './indexing.ts';
import { lossRecords } from './losses.ts';
import { matmulRecord } from './matmul.ts';
import type { OperationRecord } from './record.ts';
import { reductionRecords } from './reduction.ts';
import { softmaxRecords } from './softmax.ts';
import { viewRecords } from './views.ts';

export const records: readonly OperationRecord[] = [
  ...arithmeticRecords,
  ...chainRecords,
  ...comparisonRecords,
  ...exponentialRecords,
  ...extremaRecords,
  ...activationRecords,
  ...reductionRecords,
  ...softmaxRecords,
  matmulRecord,
  ...viewRecords,
  ...blockRecords,
  ...indexingRecords,
  ...castRecords,
  ...drawRecords,
  ...lossRecords,
];
