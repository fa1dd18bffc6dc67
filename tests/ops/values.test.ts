import { describe, expect, it } from 'vitest';
import { type Dtype, tensor } from '../tensors.ts';
import { gridOf } from './records/grid.ts';
import { type Computation, computations } from './records/samples.ts';

/** Rounding errors of a few operations, each of them half a unit in the last place. */
const closeness: Readonly<Record<Dtype, object>> = {
  float32: { relativeTolerance: 2 ** -20, absoluteTolerance: 2 ** -20 },
  float64: { relativeTolerance: 2 ** -46, absoluteTolerance: 2 ** -46 },
  int32: { relativeTolerance: 0, absoluteTolerance: 0 },
};

function expectOracle({ example, inputs, run }: Computation, dtype: Dtype): void {
  const { shape, values } = example.oracle(...inputs.map(gridOf));
  const received = run(inputs);
  expect(received).toHaveShape(shape);
  expect(received).toBeCloseToTensor(
    tensor(Float64Array.from(values), { shape }),
    closeness[received.dtype === 'float32' ? 'float32' : dtype],
  );
}

describe.each(['float64', 'float32', 'int32'] as const)('every operation in %s', (dtype) => {
  it.each(computations(dtype))('agrees with its oracle: $title', (computation) => {
    expectOracle(computation, dtype);
  });
});
