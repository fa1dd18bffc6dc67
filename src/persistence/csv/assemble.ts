/** Finished columns as tensors. */
import type { Dataset } from '../../data/dataset.ts';
import { DataError } from '../../errors/errors.ts';
import { partsOfDate } from '../../formats/csv/dates.ts';
import { allocate } from '../../tensor/dtype.ts';
import { makeTensor, type Tensor } from '../../tensor/tensor.ts';
import type { FinishedColumn } from './column.ts';
import { type CsvSchema, featuresOf } from './schema.ts';

/** One-hot columns multiply: this many numbers are 4 GB and more, and meant by nobody. */
const MAX_NUMBERS = 2 ** 30;

/** `[samples, features]`. */
export function stackInputs(
  where: string,
  dtype: CsvSchema['dtype'],
  inputs: readonly FinishedColumn[],
): Tensor {
  const samples = inputs[0].values.length;
  const features = inputs.reduce((sum, { column }) => sum + featuresOf(column).length, 0);
  if (samples * features > MAX_NUMBERS) {
    throw new DataError({
      where,
      expected: `at most ${MAX_NUMBERS} numbers`,
      received: `${samples} samples of ${features} features`,
      remedy: 'Ignore categorical columns with many categories.',
    });
  }
  const data = allocate(dtype, samples * features);
  let feature = 0;
  for (const { column, values } of inputs) {
    if (column.kind === 'numeric') {
      for (let i = 0; i < samples; i++) data[i * features + feature] = values[i];
      feature++;
    } else if (column.kind === 'date') {
      for (let i = 0; i < samples; i++) {
        data.set(partsOfDate(values[i], column.times), i * features + feature);
      }
      feature += featuresOf(column).length;
    } else {
      for (let i = 0; i < samples; i++) {
        if (values[i] >= 0) data[i * features + feature + values[i]] = 1;
      }
      feature += column.categories.length;
    }
  }
  return makeTensor(data, [samples, features], dtype);
}

export function assemble(
  where: string,
  { dtype }: Pick<CsvSchema, 'dtype'>,
  columns: readonly FinishedColumn[],
  goals: readonly FinishedColumn[],
): Dataset {
  const inputs = stackInputs(where, dtype, columns);
  const featureNames = columns.flatMap((input) => featuresOf(input.column));
  const [{ column, values }] = goals;
  const size = values.length;
  const common = { inputs, size, featureNames };
  if (column.kind === 'categorical') {
    const targets = makeTensor(Int32Array.from(values), [values.length], 'int32');
    return { ...common, targets, classNames: column.categories };
  }
  const numbers = allocate(dtype, size * goals.length);
  goals.forEach((goal, k) => {
    for (let i = 0; i < size; i++) numbers[i * goals.length + k] = goal.values[i];
  });
  return { ...common, targets: makeTensor(numbers, [size, goals.length], dtype) };
}
