/** Elementwise operations over the same elements as one loop over memory. */
import { mergeAxes } from '../tensor/rows.ts';
import { contiguousStrides, sizeOf } from '../tensor/shape.ts';
import type { Storage } from '../tensor/storage.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import { simdLanes, type Vector } from '../wasm/simd_lanes.ts';
import { vectorLoop } from '../wasm/vector_loop.ts';
import { forEachStart } from './each_start.ts';
import { isCounted, type LoopKernel } from './kernels.ts';
import type { Layout, Literal, Part } from './layout.ts';
import { externalOperands } from './operands.ts';

/** Loops over more axes than two are written out for each index of the outer ones, up to this many times. */
const MOST_WRITTEN_OUT = 64;

export type LoopPlan = NonNullable<ReturnType<typeof planLoop>>;

/** How a loop walks its operands, or undefined where it cannot. */
export function planLoop({ entries, shape }: LoopKernel, literal: Literal) {
  const { operands, evaluate } = externalOperands(entries, literal);
  const walk = mergeAxes(shape, [
    contiguousStrides(shape),
    ...operands.map(({ strides }) => strides),
  ]);
  const outer = walk.shape.slice(0, -2);
  const [outputStrides, ...strides] = walk.strides;
  const repeats = sizeOf(outer);
  if (strides.flat().some((stride) => stride < 0)) return undefined;
  if (repeats > 1 && entries.some(isCounted)) return undefined; // its elements would be counted anew
  const [rows, columns] = walk.shape.length === 1 ? [1, walk.shape[0]] : walk.shape.slice(-2);
  return { operands, evaluate, outer, outputStrides, strides, rows, columns };
}

/** The storages that a loop fills, each once. */
export function storedBy({ entries }: LoopKernel, isNeeded: Layout['isNeeded']): Storage[] {
  return [...new Set(entries.map(({ output }) => output.storage))].filter(isNeeded);
}

/** @param part a range of rows, or of columns if there is one row; not where loops are repeated */
export function emitLoop(
  f: FunctionBuilder,
  kernel: LoopKernel,
  plan: LoopPlan,
  layout: Layout,
  part?: Part,
): void {
  const { operands, evaluate, outer, outputStrides, strides, rows, columns } = plan;
  const stored = storedBy(kernel, layout.isNeeded);
  const walks = [...strides, ...stored.map(() => outputStrides)];
  const starts = [
    ...operands.map(({ storage, offset }) => layout.address(storage) + 4 * offset),
    ...stored.map((storage, i) => part?.outputs?.[i] ?? layout.address(storage)),
  ];
  const rowStride = (own: readonly number[]) => (own.length > 1 ? own[own.length - 2] : 0);
  const axes = { shape: outer, strides: walks };
  forEachStart(f, axes, starts, MOST_WRITTEN_OUT, (pointers) => {
    vectorLoop(f, {
      rows,
      columns,
      range: part?.range,
      inputs: operands.map((_, k) => ({
        pointer: pointers[k],
        columnStride: strides[k][strides[k].length - 1],
        rowStride: rowStride(strides[k]),
      })),
      outputs: stored.map((_, i) => ({
        pointer: pointers[operands.length + i],
        rowStride: rowStride(outputStrides),
      })),
      body: (inputs, index) => {
        const values = evaluate(simdLanes(), inputs, index);
        return stored.map((storage) => values.get(storage) as Vector);
      },
    });
  });
}
