/** The loops and reductions that a traced composition comes to, and their code, for `emitted_rows.ts`. */
import { mergeAxes } from '../../tensor/rows.ts';
import {
  broadcastStrides,
  contiguousStrides,
  keptAxes,
  type Shape,
  sizeOf,
} from '../../tensor/shape.ts';
import type { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import { simdLanes, type Vector } from '../../wasm/simd_lanes.ts';
import { vectorLoop } from '../../wasm/vector_loop.ts';
import type { ReductionBody } from '../body.ts';
import { convertLanes } from '../elementwise/convert.ts';
import type { Operation } from '../operation.ts';
import { emitReduction } from '../reduction/simd.ts';

/** An operation that was traced. */
export interface Noted {
  readonly operation: Operation<unknown>;
  readonly inputs: readonly Strided[];
  readonly attributes: unknown;
  readonly output: Strided;
}

/** Elementwise operations in one loop over a shape, or a reduction. */
export interface Part {
  readonly shape: Shape;
  readonly noted: Noted[];
  /** What others read of a loop, or is the result. */
  readonly stored: Storage[];
}

const squeezed = (shape: Shape): Shape => shape.filter((n) => n !== 1);

const isLoop = ({ operation: { body } }: Noted) =>
  body.kind === 'elementwise' || body.kind === 'cast';

/** Whether code can be emitted for an operation, apart from how its operands lie. */
function isEmittable({ operation, inputs, output }: Noted): boolean {
  const dtypes = [output, ...inputs].map(({ dtype }) => dtype);
  if (operation.body.kind === 'cast') return !dtypes.includes('float64');
  const { kind } = operation.body;
  return (
    (kind === 'elementwise' || kind === 'reduction') && dtypes.every((own) => own === 'float32')
  );
}

/** Whether a view is the whole storage in row-major order. */
function isWhole({ shape, strides, offset, storage }: Strided): boolean {
  const packed = contiguousStrides(shape);
  const inOrder = shape.every((n, axis) => n === 1 || strides[axis] === packed[axis]);
  return offset === 0 && sizeOf(shape) === storage.size && inOrder;
}

/** Neighbouring elementwise operations over the same elements as one loop; undefined where there is no code. */
export function partsOf(noted: readonly Noted[], result: Strided): Part[] | undefined {
  if (!noted.every(isEmittable) || result.dtype !== 'float32' || !isWhole(result)) return undefined;
  const parts: Part[] = [];
  const partOf = new Map<Storage, Part>();
  for (const one of noted) {
    const shape = squeezed(one.output.shape);
    const last = parts.at(-1);
    const joins =
      last !== undefined &&
      isLoop(one) &&
      isLoop(last.noted[0]) &&
      `${shape}` === `${last.shape}` &&
      one.inputs.every((input) => partOf.get(input.storage) !== last || isWhole(input));
    const part = joins ? last : { shape, noted: [], stored: [] };
    if (!joins) parts.push(part);
    part.noted.push(one);
    partOf.set(one.output.storage, part);
  }
  const need = (storage: Storage, by: Part | undefined) => {
    const source = partOf.get(storage);
    if (source === undefined || source === by || source.stored.includes(storage)) return;
    source.stored.push(storage);
  };
  for (const part of parts) {
    for (const { inputs } of part.noted) for (const { storage } of inputs) need(storage, part);
  }
  need(result.storage, undefined);
  return partOf.has(result.storage) ? parts : undefined;
}

export interface PartsLayout {
  readonly addresses: ReadonlyMap<Storage, number>;
  /** Constants of one element, which become part of the code. */
  readonly literals: ReadonlyMap<Storage, number>;
  readonly scratch: number;
}

/** @returns whether loops could walk all operands; otherwise the code is of no use */
export function emitParts(
  f: FunctionBuilder,
  parts: readonly Part[],
  layout: PartsLayout,
): boolean {
  return parts.every((part) =>
    isLoop(part.noted[0]) ? emitLoop(f, part, layout) : emitReductionOf(f, part.noted[0], layout),
  );
}

function addressOf({ storage, offset }: Strided, { addresses }: PartsLayout): number {
  return (addresses.get(storage) as number) + 4 * offset;
}

function emitLoop(f: FunctionBuilder, { shape, noted, stored }: Part, layout: PartsLayout) {
  const { addresses, literals } = layout;
  const own = new Set(noted.map(({ output }) => output.storage));
  const operands = new Map<string, { operand: Strided; strides: readonly number[] }>();
  const keyOf = (input: Strided, output: Strided): string => {
    const all = broadcastStrides(input.shape, input.strides, output.shape);
    const strides = all.filter((_, axis) => output.shape[axis] !== 1);
    const key = `${addressOf(input, layout)}:${strides}`;
    operands.set(key, { operand: input, strides });
    return key;
  };
  const isRead = ({ storage }: Strided) => !own.has(storage) && !literals.has(storage);
  for (const { inputs, output } of noted) {
    for (const input of inputs) if (isRead(input)) keyOf(input, output);
  }
  const read = [...operands.values()];
  const walk = mergeAxes(shape, [contiguousStrides(shape), ...read.map(({ strides }) => strides)]);
  if (walk.shape.length > 2) return false;
  const [rows, columns] = [walk.shape.at(-2) ?? 1, walk.shape[walk.shape.length - 1]];
  const [outputStrides, ...strides] = walk.strides;
  const rowStride = (of: readonly number[]) => of.at(-2) ?? 0;
  const keys = [...operands.keys()];
  vectorLoop(f, {
    rows,
    columns,
    inputs: read.map(({ operand }, k) => ({
      pointer: addressOf(operand, layout),
      columnStride: strides[k][strides[k].length - 1],
      rowStride: rowStride(strides[k]),
    })),
    outputs: stored.map((storage) => ({
      pointer: addresses.get(storage) as number,
      rowStride: rowStride(outputStrides),
    })),
    body: (loaded) => {
      const lanes = simdLanes();
      const values = new Map<Storage, Vector>();
      for (const { operation, inputs, attributes, output } of noted) {
        const vectors = inputs.map((input) => {
          const literal = literals.get(input.storage);
          if (literal !== undefined) return lanes.constant(literal);
          return values.get(input.storage) ?? loaded[keys.indexOf(keyOf(input, output))];
        });
        const { body } = operation;
        values.set(
          output.storage,
          body.kind === 'elementwise'
            ? body.formula(attributes)(lanes, ...vectors)
            : convertLanes(vectors[0], inputs[0].dtype, output.dtype),
        );
      }
      return stored.map((storage) => values.get(storage) as Vector);
    },
  });
  return true;
}

function emitReductionOf(
  f: FunctionBuilder,
  { operation, inputs, attributes, output }: Noted,
  layout: PartsLayout,
) {
  const [x] = inputs;
  const { combination, axes } = operation.body as ReductionBody<unknown>;
  const reducedAxes = axes(attributes);
  const walkOf = (of: readonly number[]) =>
    mergeAxes(
      of.map((axis) => x.shape[axis]),
      [of.map((axis) => x.strides[axis])],
    );
  const [kept, reduced] = [walkOf(keptAxes(x.shape, reducedAxes)), walkOf(reducedAxes)];
  if (kept.shape.length > 1 || layout.literals.has(x.storage)) {
    return false;
  }
  emitReduction(f, {
    kept: kept.shape[0],
    reduced: reduced.shape,
    inputs: [
      {
        pointer: addressOf(x, layout),
        keptStride: kept.strides[0][0],
        reducedStrides: reduced.strides[0],
      },
    ],
    output: addressOf(output, layout),
    scratch: layout.scratch,
    combination,
    body: (_, [value]) => value,
  });
  return true;
}
