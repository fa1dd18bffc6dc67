import { DtypeError } from '../../../src/errors/errors.ts';
import { cast, castOperation } from '../../../src/ops/elementwise/cast.ts';
import { type Dtype, zeros } from '../../tensors.ts';
import { elementByElement, type Index } from './grid.ts';
import { ALL_DTYPES, around0, FLOATS, type OperationRecord } from './record.ts';

const samples: Index[][] = [[[]], [[2, 3]], [[2, 0]]];
const mistakes = [
  {
    given: 'an unknown dtype',
    run: () => cast(zeros([2]), 'float16' as Dtype),
    error: DtypeError,
    says: 'cast: Expected float32, float64 or int32; received "float16"',
  },
];

const toFloats: OperationRecord = {
  name: 'cast',
  operation: castOperation,
  cases: [
    {
      label: 'to float64',
      run: (x) => cast(x, 'float64'),
      oracle: elementByElement((x) => x),
      samples,
      domains: [around0],
    },
    {
      label: 'to float64 and back',
      run: (x) => cast(cast(x, 'float64'), x.dtype),
      oracle: elementByElement((x) => x),
      samples,
      domains: [around0],
    },
  ],
  dtypes: FLOATS,
  differentiable: true,
  mistakes,
};

const toIntegers: OperationRecord = {
  name: 'cast to int32',
  operation: castOperation,
  cases: [
    {
      label: '',
      run: (x) => cast(x, 'int32'),
      oracle: elementByElement(Math.trunc),
      samples,
      domains: [around0],
    },
  ],
  dtypes: ALL_DTYPES,
  differentiable: false,
  mistakes: [],
};

export const castRecords = [toFloats, toIntegers];
