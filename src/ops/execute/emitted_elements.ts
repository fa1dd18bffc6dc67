/**
 * Elementwise operations, casts and draws as emitted code outside of any plan. The elements go in blocks
 * through a small memory that stays in the caches: copied in, computed, copied out. There is one kernel
 * for each operation, its attributes, and which operands are one number for all; lengths are arguments.
 */
import { allocate, copyOf, viewOf } from '../../tensor/dtype.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import { createModule } from '../../wasm/module.ts';
import { simdLanes, type Vector } from '../../wasm/simd_lanes.ts';
import { op, type Value } from '../../wasm/values.ts';
import { hoist } from '../../wasm/vector_loop.ts';
import type { Body, CastBody, DrawBody, ElementwiseBody, Executable, Outcome } from '../body.ts';
import { convertLanes } from '../elementwise/convert.ts';
import { attributesKey } from './attributes_key.ts';
import { blockReader } from './block_reader.ts';
import { remembered } from './remembered.ts';
import { type InSmallMemory, inSmallMemory } from './small_memory.ts';

/** The elements of a block: with three operands and the result they fill 64 KB. */
const BLOCK = 4096;
const BLOCK_BYTES = 4 * BLOCK;
const MOST_OPERANDS = 3;
const OUTPUT = MOST_OPERANDS * BLOCK_BYTES;

/**
 * Results of up to so many elements, 4 MB, are written side by side and copied out at once: such a copy need not
 * be of zeros first. Of larger ones each block is copied out while it is in the first-level cache.
 */
const WHOLE_RESULT = 2 ** 20;

/** With fewer elements copying and calling cost as much as they save. */
const FEWEST = 512;

/** A kernel is compiled once it was asked for so many elements in all. */
const WORTH_COMPILING = 2 ** 15;

/**
 * Kernels compute elements that lie in the memory, up to a byte offset, to an address; the first has a row-major
 * number.
 */
const kernelOf = /* @__PURE__ */ remembered<InSmallMemory>(WORTH_COMPILING);

/** The result in emitted code, or undefined where there is none or it does not pay. */
export function runElements<Attributes>(
  operation: Executable<Attributes>,
  inputs: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided | undefined {
  const size = sizeOf(outcome.shape);
  const { body } = operation;
  if (size < FEWEST || !isEmittable(body, inputs, outcome)) return undefined;
  const single = inputs.map((input) => input.storage.size === 1 || sizeOf(input.shape) === 1);
  const kernel = kernelFor(operation, body, attributes, inputs, outcome, single, size);
  if (kernel === undefined) return undefined;

  const whole = size <= WHOLE_RESULT;
  const { dtype, shape } = outcome;
  const { buffer, run } = kernel;
  const places = inputs.map((input, i) => viewOf(input.dtype, buffer, i * BLOCK_BYTES, BLOCK));
  inputs.forEach(({ storage, offset }, i) => {
    if (single[i]) places[i][0] = storage.data[offset];
  });
  const readers = inputs.map((input, i) =>
    single[i] ? undefined : blockReader(input, shape, places[i]),
  );
  const results = viewOf(dtype, buffer, OUTPUT, whole ? size : BLOCK);
  const larger = whole ? undefined : allocate(dtype, size);
  for (let first = 0; first < size; first += BLOCK) {
    const count = Math.min(BLOCK, size - first);
    for (const read of readers) read?.(first, count);
    run(4 * count, first, OUTPUT + (whole ? 4 * first : 0));
    larger?.set(count === BLOCK ? results : results.subarray(0, count), first);
  }
  const data = larger ?? copyOf(dtype, results);
  const storage = new Storage(dtype, size, data);
  return { dtype, shape, strides: contiguousStrides(shape), offset: 0, storage };
}

/** What is computed for each element by itself. */
type ElementsBody<Attributes> = ElementwiseBody<Attributes> | CastBody | DrawBody<Attributes>;

function isEmittable<Attributes>(
  body: Body<Attributes>,
  inputs: readonly Strided[],
  { dtype }: Outcome,
): body is ElementsBody<Attributes> {
  if (inputs.length > MOST_OPERANDS) return false;
  const dtypes = [dtype, ...inputs.map((input) => input.dtype)];
  switch (body.kind) {
    case 'elementwise':
      return dtypes.every((own) => own === 'float32');
    case 'cast':
      return dtypes.every((own) => own !== 'float64');
    case 'draw':
      return dtype === 'float32';
    case 'reduction':
    case 'view':
    case 'kernel':
      return false;
  }
}

function kernelFor<Attributes>(
  operation: Executable<Attributes>,
  body: ElementsBody<Attributes>,
  attributes: Attributes,
  inputs: readonly Strided[],
  outcome: Outcome,
  single: readonly boolean[],
  size: number,
): InSmallMemory | undefined {
  // A draw is told its shape, which is only the length.
  const told = body.kind === 'draw' ? { ...attributes, shape: undefined } : attributes;
  const rest = attributesKey(told);
  const key = `${outcome.dtype} ${single} ${rest}`;
  return kernelOf(operation, key, size, () => compile(body, attributes, inputs, outcome, single));
}

function compile<Attributes>(
  body: ElementsBody<Attributes>,
  attributes: Attributes,
  inputs: readonly Strided[],
  { dtype }: Outcome,
  single: readonly boolean[],
): InSmallMemory | undefined {
  const lanes = simdLanes();
  const evaluate = (values: readonly Vector[], index: Vector): Vector => {
    switch (body.kind) {
      case 'elementwise':
        return body.formula(attributes)(lanes, ...values);
      case 'draw':
        return body.draw(attributes)(lanes, values[0], index);
      case 'cast':
        return convertLanes(values[0], inputs[0].dtype, dtype);
    }
  };
  const module = createModule();
  const parameters = { end: 'i32', first: 'i32', to: 'i32' } as const;
  module.entry('run', parameters, 'void', (f, { end, first, to }) => {
    const at = f.local('i32', 'at');
    const index = f.local('v128', 'index');
    const values = inputs.map(() => f.local('v128', 'in'));
    values.forEach((value, i) => {
      if (single[i]) f.set(value, op('v128.load32_splat', 0, i * BLOCK_BYTES));
    });
    const changing = new Set<Value>([index, ...values.filter((_, i) => !single[i])]);
    const [result] = hoist(f, [evaluate(values, index)], changing);
    f.set(at, 0);
    f.loop((again) => {
      values.forEach((value, i) => {
        if (!single[i]) f.set(value, op('v128.load', at, i * BLOCK_BYTES));
      });
      if (body.kind === 'draw') {
        const number = op('i32.add', first, op('i32.shr_u', at, 2));
        const steps = op('v128.const', 'i32x4', [0, 1, 2, 3]);
        f.set(index, op('i32x4.add', op('i32x4.splat', number), steps));
      }
      f.run(op('v128.store', op('i32.add', at, to), result, 0));
      f.set(at, op('i32.add', at, 16));
      f.branch(again, op('i32.lt_u', at, end));
    });
  });
  return inSmallMemory(module);
}
