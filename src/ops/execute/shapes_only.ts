/** Works out shapes and computes nothing: how a computation is traced. */
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { Executable } from '../body.ts';
import type { Executor } from './executor.ts';
import { viewOfInput } from './results.ts';

/** Hears of everything that would be computed. Views are not: they only see what is there. */
export interface Recorder {
  computation<Attributes>(
    operation: Executable<Attributes>,
    inputs: readonly Strided[],
    attributes: Attributes,
    output: Strided,
  ): void;
  /** An array that lives on would be overwritten. */
  assignment(target: Strided, value: Strided): void;
}

export function shapesOnly(recorder: Recorder): Executor {
  return {
    run(operation, inputs, outcome, attributes) {
      const view = viewOfInput(operation, inputs, outcome, attributes);
      if (view !== undefined) return view;
      const { shape, dtype } = outcome;
      const storage = new Storage(dtype, sizeOf(shape));
      const output = { dtype, shape, strides: contiguousStrides(shape), offset: 0, storage };
      recorder.computation(operation, inputs, attributes, output);
      return output;
    },
    assign: (target, value) => recorder.assignment(target, value),
  };
}
