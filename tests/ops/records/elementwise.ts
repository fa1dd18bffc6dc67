/** Records of elementwise operations: a function of numbers is nearly all they need. */
import { DtypeError, ShapeError } from '../../../src/errors/errors.ts';
import { type Tensor, tensor, zeros } from '../../tensors.ts';
import { elementByElement, type Index } from './grid.ts';
import {
  ALL_DTYPES,
  type AnyOperation,
  around0,
  type Domain,
  FLOATS,
  type Mistake,
  type OperationRecord,
} from './record.ts';

type Functional = (...inputs: Tensor[]) => Tensor;
type Scalar = (...values: number[]) => number;

interface Variant {
  readonly label: string;
  readonly run: Functional;
  readonly scalar: Scalar;
}

interface Definition {
  readonly operation: AnyOperation;
  readonly run: Functional;
  readonly scalar: Scalar;
  /** One for each input; the last one stands for all that follow. Default -3 to 3. */
  readonly domains?: readonly Domain[];
  /** The operation with other attributes. */
  readonly variants?: readonly Variant[];
  readonly differentiable?: boolean;
  /** Whether it takes int32 too. */
  readonly integers?: boolean;
  /** What is said of an array, where that is not what operations say. */
  readonly noArray?: Mistake;
  readonly mistakes?: readonly Mistake[];
}

const unarySamples: readonly (readonly Index[])[] = [[[]], [[7]], [[2, 3]], [[2, 1, 3]], [[2, 0]]];

const binarySamples: readonly (readonly Index[])[] = [
  [[], []],
  [[3], [3]],
  [
    [3, 1],
    [1, 4],
  ],
  [
    [2, 3, 2],
    [3, 2],
  ],
  [[2, 1, 3], []],
  [[1], [2, 2]],
  [[0], [1]],
  [[], [2, 0]],
];

const ternarySamples: readonly (readonly Index[])[] = [
  [[], [], []],
  [
    [2, 3],
    [2, 3],
    [2, 3],
  ],
  [[3], [2, 3], [2, 1]],
  [[2, 1], [], [3]],
  [[0], [], [1]],
];

export function unaryRecord(definition: Definition): OperationRecord {
  return elementwiseRecord(definition, unarySamples, []);
}

export function binaryRecord(definition: Definition): OperationRecord {
  const { run } = definition;
  return elementwiseRecord(definition, binarySamples, [
    {
      given: 'shapes that do not broadcast',
      run: () => run(zeros([2, 3]), zeros([2])),
      error: ShapeError,
      says: 'received [2, 3] and [2]',
    },
    {
      given: 'operands of two dtypes',
      run: () => run(zeros([2]), zeros([2], { dtype: 'float64' })),
      error: DtypeError,
      says: "x.cast('float32')",
    },
    {
      given: 'an array as an operand',
      run: () => run(zeros([2]), [1, 2] as unknown as Tensor),
      error: DtypeError,
      says: 'tensor(values)',
    },
  ]);
}

export function ternaryRecord(definition: Definition): OperationRecord {
  return elementwiseRecord(definition, ternarySamples, []);
}

function elementwiseRecord(
  definition: Definition,
  samples: readonly (readonly Index[])[],
  mistakes: readonly Mistake[],
): OperationRecord {
  const { operation, run, scalar, domains = [around0], variants = [] } = definition;
  const { differentiable = true, integers = false } = definition;
  const cases = [{ label: '', run, scalar }, ...variants];
  const noIntegers: Mistake = {
    given: 'int32',
    run: () => run(...samples[0].map(() => tensor([1], { dtype: 'int32' }))),
    error: DtypeError,
    says: "x.cast('float32')",
  };
  const noArray: Mistake = {
    given: 'an array instead of a tensor',
    run: () => run(...samples[0].map(() => [1, 2] as unknown as Tensor)),
    error: DtypeError,
    says: 'Expected tensors; received [1, 2]',
  };
  return {
    name: operation.name,
    operation,
    scalar,
    cases: cases.map((one) => ({
      label: one.label,
      run: one.run,
      oracle: elementByElement(one.scalar),
      samples,
      domains,
    })),
    dtypes: integers ? ALL_DTYPES : FLOATS,
    differentiable,
    mistakes: [
      definition.noArray ?? noArray,
      ...(integers ? [] : [noIntegers]),
      ...mistakes,
      ...(definition.mistakes ?? []),
    ],
  };
}
