/** Operations on tensors whose numbers are held as bytes. */
import { contiguousStrides, sameShape, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import { packedCopy, relaid, type Strided } from '../../tensor/strided.ts';
import type { Executable, Outcome } from '../body.ts';
import type { Executor } from './executor.ts';

/**
 * An executor of numbers, made one that takes bytes, too. Views are views as ever. What is done to each
 * element by itself is done to the 256 numbers that there are, and the result is held as bytes as well.
 * Everywhere else the numbers are converted for this one time, and what is held as bytes stays so.
 */
export function takingBytes(executor: Executor): Executor {
  return {
    ...executor,
    run(operation, inputs, outcome, attributes) {
      if (!areHeld(inputs) || operation.body.kind === 'view') {
        return executor.run(operation, inputs, outcome, attributes);
      }
      return (
        runOnMeaning(executor, operation, inputs, outcome, attributes) ??
        executor.run(operation, inputs.map(withNumbers), outcome, attributes)
      );
    },
  };
}

function areHeld(inputs: readonly Strided[]): boolean {
  for (const { storage } of inputs) if (storage.bytes !== undefined) return true;
  return false;
}

function runOnMeaning<Attributes>(
  executor: Executor,
  operation: Executable<Attributes>,
  inputs: readonly Strided[],
  { dtype, shape }: Outcome,
  attributes: Attributes,
): Strided | undefined {
  const { kind } = operation.body;
  if (kind !== 'elementwise' && kind !== 'cast') return undefined;
  const [held, another] = inputs.filter(({ storage }) => storage.bytes !== undefined);
  const others = inputs.filter((input) => input !== held);
  const areNumbers = others.every((other) => sizeOf(other.shape) === 1);
  const numbers = held.storage.bytes;
  if (numbers === undefined || another || !areNumbers || !sameShape(held.shape, shape)) {
    return undefined;
  }
  const { meaning, bytes } = numbers;
  const size = meaning.length;
  const table = new Storage(held.dtype, size, meaning);
  const values = inputs.map((input): Strided => {
    if (input !== held) return relaid(input, [], []);
    return { dtype: held.dtype, shape: [size], strides: [1], offset: 0, storage: table };
  });
  const { storage } = executor.run(operation, values, { dtype, shape: [size] }, attributes);
  const result = Storage.ofBytes({ bytes, meaning: storage.data });
  return { dtype, shape, strides: held.strides, offset: held.offset, storage: result };
}

/** The elements as numbers, in a storage of their own. */
function withNumbers(input: Strided): Strided {
  if (input.storage.bytes === undefined) return input;
  const { dtype, shape } = input;
  const data = packedCopy(input);
  const storage = new Storage(dtype, data.length, data);
  return { dtype, shape, strides: contiguousStrides(shape), offset: 0, storage };
}
