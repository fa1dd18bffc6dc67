/** Targets of arrays: classes where that is said, numbers otherwise. */
import { OptionError } from '../errors/errors.ts';
import { dtypeOf } from '../tensor/dtype.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { Tensor } from '../tensor/tensor.ts';
import {
  checkFinite,
  column,
  type FloatDtype,
  type Numbers,
  readNumbers,
} from './array_numbers.ts';
import { type Classes, classIndices } from './class_names.ts';
import { readNames } from './names.ts';

/** Whole numbers of few bits, as labels often come. */
type Labels = Uint8Array | Uint8ClampedArray | Uint16Array | Uint32Array | Int8Array | Int16Array;

export type Targets =
  | Numbers
  | Labels
  | readonly string[]
  | readonly (boolean | readonly boolean[])[];

interface Given {
  readonly targets: Targets;
  readonly classes?: number;
  readonly classNames?: readonly string[];
  readonly dtype: FloatDtype;
}

/** @throws ShapeError, DataError, OptionError as `fromArrays` does */
export function readTargets({ targets, classes, classNames, dtype }: Given): Classes {
  const names = readNames('fromArrays.classNames', classNames);
  const count = names?.length ?? classes;
  checkCount(classes, count, 'names in classNames');
  if (Array.isArray(targets) && targets.some((target) => typeof target === 'string')) {
    const named = classIndices(targets, names);
    checkCount(classes, named.classNames?.length, 'different names in the targets');
    return named;
  }
  const numbers = asNumbers(targets);
  const flatTensor = numbers instanceof Tensor && numbers.dtype === 'int32' && numbers.rank === 1;
  if (numbers instanceof Int32Array || flatTensor || count !== undefined) {
    // Read as float64, which holds every class exactly and shows what is not one.
    return classIndices(readNumbers('targets', numbers, 'float64'), names, count);
  }
  const values = column(readNumbers('targets', numbers, dtype));
  checkFinite('targets', values);
  return { targets: values };
}

/** Booleans and labels of few bits as numbers. */
function asNumbers(targets: Targets): Numbers {
  if (Array.isArray(targets)) return asNumber(targets) as NestedArray;
  const isLabels = ArrayBuffer.isView(targets) && dtypeOf(targets) === undefined;
  return isLabels && !(targets instanceof DataView) ? Array.from(targets) : (targets as Numbers);
}

function asNumber(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asNumber);
  return typeof value === 'boolean' ? Number(value) : value;
}

function checkCount(classes: number | undefined, found: number | undefined, what: string): void {
  if (classes === undefined || found === classes) return;
  throw new OptionError({
    where: 'fromArrays.classes',
    expected: `${found}, as there are ${what}`,
    received: String(classes),
    remedy: 'Leave classes out, and name all of them: classNames.',
  });
}
