/** The reference: every operation as its body says it, one element after the other. */
import { allocate } from '../../tensor/dtype.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import { copyInto, overwrite, packedCopy, type Strided } from '../../tensor/strided.ts';
import { runElementwise } from '../elementwise/elementwise.ts';
import type { Operation, Outcome } from '../operation.ts';
import { runDraw } from '../random/draw.ts';
import { reduce } from '../reduction/order.ts';
import type { Executor } from './executor.ts';
import { takingBytes } from './taking_bytes.ts';

export const reference: Executor = takingBytes({
  run: (operation, inputs, outcome, attributes) =>
    viewOfInput(operation, inputs, outcome, attributes) ??
    computed(operation, inputs, outcome, attributes),
  assign: (target, value) => overwrite(target, packedCopy(value)),
});

/** The result of an operation that only sees its input differently, where strides can say how. */
export function viewOfInput<Attributes>(
  { body }: Operation<Attributes>,
  [input]: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided | undefined {
  if (body.kind !== 'view') return undefined;
  const view = body.view(input, outcome, attributes);
  if (view === null) return undefined;
  const { shape, dtype } = outcome;
  const { strides, offset } = view;
  return { dtype, shape, strides, offset, storage: input.storage };
}

/** A contiguous array for a result, of zeros. */
export function emptyResult({ shape, dtype }: Outcome): Strided {
  const size = sizeOf(shape);
  const storage = new Storage(dtype, size, allocate(dtype, size));
  return { dtype, shape, strides: contiguousStrides(shape), offset: 0, storage };
}

function computed<Attributes>(
  { body }: Operation<Attributes>,
  inputs: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided {
  if (body.kind === 'kernel') body.check?.(inputs, attributes);
  const output = emptyResult(outcome);
  const [input] = inputs;
  switch (body.kind) {
    case 'elementwise':
      runElementwise(body.formula(attributes), inputs, output);
      break;
    case 'cast':
      runCast(input, output);
      break;
    case 'draw':
      runDraw(body.draw(attributes), input, output);
      break;
    case 'reduction':
      reduce(body.combination, input, output, body.axes(attributes));
      break;
    case 'view':
      output.storage.data.set(packedCopy(input)); // what no strides can show
      break;
    case 'kernel':
      body.run(inputs, output, attributes);
  }
  return output;
}

/** The store into the typed array rounds to float32; to int32 it truncates what fits. */
function runCast(input: Strided, output: Strided): void {
  if (output.dtype === 'int32') {
    const { data } = output.storage;
    packedCopy(input).forEach((value, i) => {
      data[i] = Math.min(Math.max(value, MIN_INT32), MAX_INT32);
    });
  } else {
    copyInto(
      input,
      output,
      output.shape.map(() => 0),
    );
  }
}

const MIN_INT32 = -(2 ** 31);
const MAX_INT32 = 2 ** 31 - 1;
