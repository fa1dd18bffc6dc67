/** A reduction as emitted code, with the elementwise operations that only it reads computed on the way. */
import { emitReduction } from '../ops/reduction/simd.ts';
import { mergeAxes } from '../tensor/rows.ts';
import { contiguousStrides, keptAxes } from '../tensor/shape.ts';
import type { Strided } from '../tensor/strided.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import type { Vector } from '../wasm/simd_lanes.ts';
import { forEachStart } from './each_start.ts';
import { type ReductionKernel, squeezed } from './kernels.ts';
import type { Layout, Literal, Part } from './layout.ts';
import { externalOperands, type Lanes, type LoopOperand } from './operands.ts';
import type { Computation } from './trace.ts';

export type ReductionPlan = NonNullable<ReturnType<typeof planReduction>>;

/** How a reduction walks its operands: along what is kept and what is reduced. */
export function planReduction({ entries, axes }: ReductionKernel, literal: Literal) {
  const host = entries[entries.length - 1] as Computation;
  const [x] = host.inputs;
  const guests = entries.slice(0, -1);
  const inner = externalOperands(guests, literal);
  const operands: readonly LoopOperand[] =
    guests.length > 0
      ? inner.operands
      : [{ storage: x.storage, offset: x.offset, strides: nonUnit(x) }];
  if (literal(x.storage) !== undefined || operands.length === 0) return undefined;
  const long = squeezed(x.shape);
  const positions = x.shape.flatMap((n, axis) => (n === 1 ? [] : [axis]));
  const reducedAt = positions.flatMap((axis, at) => (axes.includes(axis) ? [at] : []));
  const walkOf = (at: readonly number[]) =>
    mergeAxes(
      at.map((axis) => long[axis]),
      operands.map(({ strides }) => at.map((axis) => strides[axis])),
    );
  const [kept, reduced] = [walkOf(keptAxes(long, reducedAt)), walkOf(reducedAt)];
  // With others within it, it is taken apart: each walks its own operands best.
  const isMatrix = kept.shape.length === 1 && reduced.shape.length === 1;
  if (!isMatrix && guests.length > 0) return undefined;
  const strides = [...kept.strides, ...reduced.strides].flat();
  if (strides.some((stride) => stride < 0)) return undefined;
  const evaluate = (lanes: Lanes, inputs: readonly Vector[]) =>
    guests.length === 0 ? inputs[0] : (inner.evaluate(lanes, inputs).get(x.storage) as Vector);
  return { operands, kept, reduced, evaluate, output: host.output.storage };
}

/** @param part a range of what is kept; not where that has several axes */
export function emitReductionKernel(
  f: FunctionBuilder,
  kernel: ReductionKernel,
  plan: ReductionPlan,
  layout: Layout,
  part?: Part,
): void {
  const { operands, kept, reduced, evaluate, output } = plan;
  const last = kept.shape.length - 1;
  const strides = [...kept.strides, contiguousStrides(kept.shape)];
  const starts = [
    ...operands.map(({ storage, offset }) => layout.address(storage) + 4 * offset),
    layout.address(output),
  ];
  const outer = { shape: kept.shape.slice(0, last), strides };
  forEachStart(f, outer, starts, 1, (pointers) => {
    emitReduction(f, {
      kept: kept.shape[last],
      reduced: reduced.shape,
      inputs: operands.map((_, k) => ({
        pointer: pointers[k],
        keptStride: kept.strides[k][last],
        reducedStrides: reduced.strides[k],
      })),
      output: pointers[operands.length],
      scratch: part?.scratch ?? layout.scratch,
      range: part?.range,
      combination: kernel.combination,
      body: evaluate,
    });
  });
}

function nonUnit({ shape, strides }: Strided): number[] {
  return strides.filter((_, axis) => shape[axis] !== 1);
}
