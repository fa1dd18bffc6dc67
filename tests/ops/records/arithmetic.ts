import { DtypeError } from '../../../src/errors/errors.ts';
import * as arithmetic from '../../../src/ops/elementwise/arithmetic.ts';
import * as unary from '../../../src/ops/elementwise/unary.ts';
import { tensor } from '../../tensors.ts';
import { binaryRecord, unaryRecord } from './elementwise.ts';
import { around0, type Mistake, positive } from './record.ts';

const { add, div, mul, neg, sub } = arithmetic;
const { abs, sign, sqrt, square } = unary;

const halfInIntegers: Mistake = {
  given: 'a fraction beside an int32 tensor',
  run: () => add(tensor([1, 2], { dtype: 'int32' }), 0.5),
  error: DtypeError,
  says: 'a whole number beside int32; received 0.5',
};

export const arithmeticRecords = [
  binaryRecord({
    operation: arithmetic.addOperation,
    run: add,
    scalar: (a, b) => a + b,
    integers: true,
    mistakes: [halfInIntegers],
  }),
  binaryRecord({
    operation: arithmetic.subOperation,
    run: sub,
    scalar: (a, b) => a - b,
    integers: true,
  }),
  binaryRecord({
    operation: arithmetic.mulOperation,
    run: mul,
    scalar: (a, b) => a * b,
    integers: true,
  }),
  binaryRecord({
    operation: arithmetic.divOperation,
    run: div,
    scalar: (a, b) => a / b,
    domains: [around0, positive],
  }),
  unaryRecord({
    operation: arithmetic.negOperation,
    run: neg,
    scalar: (x) => -x,
    integers: true,
  }),
  unaryRecord({
    operation: unary.signOperation,
    run: sign,
    scalar: Math.sign,
    domains: [{ ...around0, kinks: [0] }],
    differentiable: false,
    integers: true,
  }),
  unaryRecord({
    operation: unary.absOperation,
    run: abs,
    scalar: Math.abs,
    domains: [{ ...around0, kinks: [0] }],
    integers: true,
  }),
  unaryRecord({
    operation: unary.squareOperation,
    run: square,
    scalar: (x) => x * x,
    integers: true,
  }),
  unaryRecord({
    operation: unary.sqrtOperation,
    run: sqrt,
    scalar: Math.sqrt,
    domains: [positive],
  }),
];
