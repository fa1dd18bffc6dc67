/**
 * Compositions that compute row by row, such as softmax and the losses, as one emitted kernel outside of any
 * plan. Some rows at a time are copied into a small memory, where all operations run one after the other while
 * what lies between them stays in the caches; the result is copied out.
 *
 * The kernel is made of what the composition does, which is traced with rows that have no numbers: so it has
 * the operations of the composition, and their bits.
 */
import { allocate, bytesOf, type TypedArray, viewOf } from '../../tensor/dtype.ts';
import { contiguousStrides, type Shape, sameShape, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { createModule } from '../../wasm/module.ts';
import type { Computation } from '../emit/entry.ts';
import { REDUCTION_SCRATCH_BYTES } from '../reduction/simd.ts';
import { attributesKey } from './attributes_key.ts';
import { blockReader } from './block_reader.ts';
import { powerFrom } from './emitted_reduction.ts';
import type { RowWise } from './executor.ts';
import { remembered } from './remembered.ts';
import { emitParts, partsOf } from './row_parts.ts';
import { shapesOnly } from './shapes_only.ts';
import { inSmallMemory } from './small_memory.ts';
import { traced } from './tracing.ts';

/** With fewer elements copying and calling cost as much as they save. */
const FEWEST = 512;

/** A kernel is compiled once it was asked for so many elements in all. */
const WORTH_COMPILING = 2 ** 15;

/** As many rows at a time as take this with all that is computed from them: it stays in the second-level cache. */
const BLOCK_BYTES = 2 ** 17;

/** A row that takes more than this is computed operation by operation. */
const MOST_BYTES = 2 ** 20;

interface Kernel {
  readonly rows: number;
  readonly inputs: readonly TypedArray[];
  readonly output: TypedArray;
  /** Of a row of the result. */
  readonly shape: Shape;
  /** Constants of the composition, and where they are written before each run. */
  readonly constants: readonly (readonly [TypedArray, TypedArray])[];
  readonly run: () => void;
}

const kernelOf = /* @__PURE__ */ remembered<Kernel>(WORTH_COMPILING);

/** The result in emitted code, or undefined where there is none or it does not pay. */
export function runRows<Attributes>(
  composition: RowWise<Attributes>,
  inputs: readonly Strided[],
  attributes: Attributes,
  axes: number,
): Strided | undefined {
  const batch = inputs[0].shape.slice(0, axes);
  const size = sizeOf(inputs[0].shape);
  const fits = ({ dtype, shape }: Strided) =>
    dtype !== 'float64' && sameShape(shape.slice(0, axes), batch);
  if (size < FEWEST || !inputs.every(fits)) return undefined;
  const rows = sizeOf(batch);
  const kernel = kernelFor(composition, attributes, inputs, { axes, rows, size });
  if (kernel === undefined) return undefined;

  for (const [place, numbers] of kernel.constants) place.set(numbers);
  const readers = inputs.map((input, i) => blockReader(input, input.shape, kernel.inputs[i]));
  const widths = inputs.map((input) => sizeOf(input.shape) / rows);
  const width = sizeOf(kernel.shape);
  const data = allocate('float32', rows * width);
  for (let row = 0; row < rows; row += kernel.rows) {
    const count = Math.min(kernel.rows, rows - row);
    readers.forEach((read, i) => {
      read(row * widths[i], count * widths[i]);
    });
    kernel.run(); // of a last block that is shorter it computes old rows, too, for nobody
    data.set(kernel.output.subarray(0, count * width), row * width);
  }
  const shape = [...batch, ...kernel.shape];
  const storage = new Storage('float32', data.length, data);
  return { dtype: 'float32', shape, strides: contiguousStrides(shape), offset: 0, storage };
}

interface Block {
  readonly axes: number;
  readonly rows: number;
  readonly size: number;
}

function kernelFor<Attributes>(
  composition: RowWise<Attributes>,
  attributes: Attributes,
  inputs: readonly Strided[],
  { axes, rows, size }: Block,
): Kernel | undefined {
  const most = powerFrom(rows);
  const shapes = inputs.map(({ dtype, shape }) => `${dtype}[${shape.slice(axes)}]`);
  const key = `${most} ${shapes.join()} ${attributesKey(attributes)}`;
  return kernelOf(composition, key, size, () =>
    compile(composition, attributes, inputs, axes, most),
  );
}

/** What a composition does with so many rows. */
function trace<Attributes>(
  composition: RowWise<Attributes>,
  attributes: Attributes,
  inputs: readonly Strided[],
  axes: number,
  rows: number,
) {
  const given = inputs.map(({ dtype, shape: whole }) => {
    const shape = [rows, ...whole.slice(axes)];
    const storage = new Storage(dtype, sizeOf(shape));
    return new Tensor({ dtype, shape, strides: contiguousStrides(shape), offset: 0, storage });
  });
  const noted: Computation[] = [];
  const tracer = shapesOnly({
    computation: (operation, read, its, output) =>
      noted.push({ kind: 'computation', operation, inputs: read, attributes: its, output }),
    assignment() {},
  });
  const result: Strided = traced(tracer, () => composition.compute(given, attributes));
  const computed = new Set(noted.map(({ output }) => output.storage));
  const constants = new Set<Storage>();
  const givenStorages = given.map(({ storage }) => storage);
  for (const { storage } of noted.flatMap((one) => one.inputs)) {
    if (!computed.has(storage) && !givenStorages.includes(storage)) constants.add(storage);
  }
  const storages = [...givenStorages, ...computed, ...constants];
  const bytes = storages.reduce((sum, own) => sum + alignedBytes(own), 0);
  return { given: givenStorages, noted, result, constants, storages, bytes };
}

function alignedBytes({ size, dtype }: Storage): number {
  return 16 * Math.ceil((size * bytesOf(dtype)) / 16);
}

function compile<Attributes>(
  composition: RowWise<Attributes>,
  attributes: Attributes,
  inputs: readonly Strided[],
  axes: number,
  most: number,
): Kernel | undefined {
  const { bytes } = trace(composition, attributes, inputs, axes, 1);
  if (bytes > MOST_BYTES) return undefined;
  let rows = 1;
  while (rows < most && 2 * rows * bytes <= BLOCK_BYTES) rows *= 2;
  const { given, noted, result, constants, storages } = trace(
    composition,
    attributes,
    inputs,
    axes,
    rows,
  );
  const addresses = new Map<Storage, number>();
  let end = REDUCTION_SCRATCH_BYTES;
  for (const storage of storages) {
    addresses.set(storage, end);
    end += alignedBytes(storage);
  }
  const parts = partsOf(noted, result);
  if (parts === undefined) return undefined;
  const literals = new Map<Storage, number>();
  for (const own of constants) if (own.size === 1) literals.set(own, own.data[0]);
  const module = createModule();
  let walkable = true;
  module.entry('run', {}, 'void', (f) => {
    walkable = emitParts(f, parts, {
      address: (own) => addresses.get(own) as number,
      literal: (own) => literals.get(own),
      scratch: 0,
    });
  });
  if (!walkable) return undefined;
  const bound = inSmallMemory(module);
  if (bound === undefined) return undefined;
  const { buffer, run } = bound;
  const view = (own: Storage) => viewOf(own.dtype, buffer, addresses.get(own) as number, own.size);
  return {
    rows,
    inputs: given.map(view),
    output: view(result.storage),
    shape: result.shape.slice(1),
    constants: [...constants].map((own) => [view(own), own.data] as const),
    run,
  };
}
