/** From kernels to functions of a WebAssembly module. Every address is known and becomes a constant. */

import { convertLanes } from '../ops/elementwise/convert.ts';
import type { KernelCode } from '../ops/emission.ts';
import { emitReduction, REDUCTION_SCRATCH_BYTES } from '../ops/reduction/simd.ts';
import { mergeAxes, type Walk } from '../tensor/rows.ts';
import { broadcastStrides, contiguousStrides, keptAxes, sizeOf } from '../tensor/shape.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import { forEachIndex, type Pointer, plus, type Range } from '../wasm/loops.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { simdLanes, type Vector } from '../wasm/simd_lanes.ts';
import type { Operand } from '../wasm/values.ts';
import { vectorLoop } from '../wasm/vector_loop.ts';
import {
  isCounted,
  type Kernel,
  type LoopKernel,
  loopShape,
  type OwnKernel,
  type ReductionKernel,
  squeezed,
} from './kernels.ts';
import type { Computation, Entry } from './trace.ts';

/** Where things are, for emitting. */
export interface Layout {
  /** The byte address of a storage. */
  address(storage: Storage): number;
  /** The value of a storage that is a constant of one element, which needs no memory. */
  literal(storage: Storage): number | undefined;
  /** Whether anyone outside of the kernel that computes a storage reads it. */
  isNeeded(storage: Storage): boolean;
  /** The address of memory that a kernel may use while it runs. */
  readonly scratch: number;
}

/** Loops over more axes than two are written out for each index of the outer ones, up to this many times. */
const MOST_WRITTEN_OUT = 64;

/** An operand of a loop: a view of a storage, as strides over the iteration space. */
interface LoopOperand {
  readonly storage: Storage;
  readonly offset: number;
  readonly strides: readonly number[];
}

type Lanes = ReturnType<typeof simdLanes>;

type Literal = Layout['literal'];

/** What a kernel is made of, for those who compute it in parts. */
export type Form =
  | { readonly kind: 'loop'; readonly kernel: LoopKernel; readonly plan: LoopPlan }
  | { readonly kind: 'reduction'; readonly kernel: ReductionKernel; readonly plan: ReductionPlan }
  | { readonly kind: 'own'; readonly entry: Computation; readonly code: KernelCode };

/** The code of a kernel: emitted once it is known where things lie. */
export interface KernelEmitter {
  readonly scratchBytes: number;
  readonly form: Form;
  emit(module: ModuleBuilder, f: FunctionBuilder, layout: Layout): void;
}

/** How a kernel is emitted; undefined where its operands lie in a way that no loop here can walk. */
export function emitterOf(kernel: Kernel, literal: Literal): KernelEmitter | undefined {
  switch (kernel.kind) {
    case 'loop': {
      const plan = planLoop(kernel, literal);
      return (
        plan && {
          scratchBytes: 0,
          form: { kind: 'loop', kernel, plan },
          emit: (_, f, layout) => emitLoop(f, kernel, plan, layout),
        }
      );
    }
    case 'reduction': {
      const plan = planReduction(kernel, literal);
      return (
        plan && {
          scratchBytes: REDUCTION_SCRATCH_BYTES,
          form: { kind: 'reduction', kernel, plan },
          emit: (_, f, layout) => emitReductionKernel(f, kernel, plan, layout),
        }
      );
    }
    case 'own':
      return ownEmitter(kernel, literal);
    case 'fallback':
      return undefined;
  }
}

function ownEmitter(kernel: OwnKernel, literal: Literal): KernelEmitter | undefined {
  const entry = kernel.entries[0] as Computation;
  const { inputs, output, operation, attributes } = entry;
  const { body } = operation;
  if (inputs.some(({ storage }) => literal(storage) !== undefined)) return undefined;
  const code: KernelCode | undefined =
    body.kind === 'kernel' ? body.emit?.(inputs, output, attributes) : undefined;
  if (code === undefined) return undefined;
  return {
    scratchBytes: code.scratchBytes,
    form: { kind: 'own', entry, code },
    emit(module, f, { address, scratch }) {
      const places = inputs.map(({ storage }) => address(storage));
      code.emit(module, f, { inputs: places, output: address(output.storage), scratch });
    },
  };
}

export type LoopPlan = NonNullable<ReturnType<typeof planLoop>>;
export type ReductionPlan = NonNullable<ReturnType<typeof planReduction>>;

/** Strides over the axes that the loop over an entry runs through, without those of size 1. */
function loopStrides(input: Strided, entry: Entry): number[] {
  const shape = loopShape(entry);
  const strides = broadcastStrides(input.shape, input.strides, shape);
  return strides.filter((_, axis) => shape[axis] !== 1);
}

/** The operands that entries read from memory, each once, and how their values are found. */
function externalOperands(entries: readonly Entry[], literal: Literal) {
  const operands: LoopOperand[] = [];
  const inside = new Set<Storage>();
  const indexOf = new Map<string, number>();
  const numbers = new Map<Storage, number>();
  const keyOf = (operand: LoopOperand) => {
    const number = numbers.get(operand.storage) ?? numbers.size;
    numbers.set(operand.storage, number);
    return `${number}+${operand.offset}:${operand.strides}`;
  };
  const toOperand = (input: Strided, entry: Entry): LoopOperand => ({
    storage: input.storage,
    offset: input.offset,
    strides: loopStrides(input, entry),
  });
  for (const entry of entries) {
    for (const input of entry.inputs) {
      if (inside.has(input.storage) || literal(input.storage) !== undefined) continue;
      const operand = toOperand(input, entry);
      const key = keyOf(operand);
      if (!indexOf.has(key)) indexOf.set(key, operands.push(operand) - 1);
    }
    inside.add(entry.output.storage);
  }
  return {
    operands,
    /** The value of every storage that the entries compute, given the values of the operands. */
    evaluate(lanes: Lanes, loaded: readonly Vector[], index?: Vector): Map<Storage, Vector> {
      const values = new Map<Storage, Vector>();
      for (const entry of entries) {
        const inputs = entry.inputs.map((input) => {
          const number = literal(input.storage);
          if (number !== undefined) return lanes.constant(number);
          const computed = values.get(input.storage);
          return computed ?? loaded[indexOf.get(keyOf(toOperand(input, entry))) as number];
        });
        values.set(entry.output.storage, evaluateEntry(lanes, entry, inputs, index));
      }
      return values;
    },
  };
}

/** One operation on vectors. */
function evaluateEntry(
  lanes: Lanes,
  entry: Entry,
  inputs: readonly Vector[],
  index?: Vector,
): Vector {
  if (entry.kind === 'assignment') return inputs[0];
  const { operation, attributes, output } = entry;
  const { body } = operation;
  switch (body.kind) {
    case 'elementwise':
      return body.formula(attributes)(lanes, ...inputs);
    case 'cast':
      return convertLanes(inputs[0], entry.inputs[0].dtype, output.dtype);
    case 'draw':
      return body.draw(attributes)(lanes, inputs[0], index as Vector);
    case 'view':
      return inputs[0]; // a copy
    case 'reduction':
    case 'kernel':
      throw new Error(`${operation.name} is not computed element by element`);
  }
}

/** How a loop walks its operands, or undefined where it cannot. */
function planLoop({ entries, shape }: LoopKernel, literal: Literal) {
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

/** Some of the outputs of a kernel. */
export interface Part {
  readonly range: Range;
  /** Memory that nobody else uses meanwhile. */
  readonly scratch: Operand<'i32'>;
  /** Where the first element of each output of a loop would be, if not in its place. */
  readonly outputs?: readonly Operand<'i32'>[];
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

/** Emits code for each index of some axes, where operands begin elsewhere: written out if there are few, else as loops. */
function forEachStart(
  f: FunctionBuilder,
  { shape, strides }: Walk,
  starts: readonly Operand<'i32'>[],
  mostWrittenOut: number,
  emit: (pointers: readonly Operand<'i32'>[]) => void,
): void {
  const count = sizeOf(shape);
  if (count === 1) {
    emit(starts);
    return;
  }
  if (count <= mostWrittenOut) {
    const sizes = contiguousStrides(shape);
    for (let i = 0; i < count; i++) {
      const index = shape.map((n, axis) => Math.floor(i / sizes[axis]) % n);
      const shift = (own: readonly number[]) =>
        index.reduce((sum, at, axis) => sum + at * own[axis], 0);
      emit(starts.map((start, k) => plus(start, 4 * shift(strides[k]))));
    }
    return;
  }
  const pointers = starts.map((start): Pointer => {
    const pointer = f.local('i32', 'at');
    f.set(pointer, start);
    return pointer;
  });
  forEachIndex(f, { shape, strides }, pointers, () => emit(pointers));
}

/** How a reduction walks its operands: along what is kept and what is reduced. */
function planReduction({ entries, axes }: ReductionKernel, literal: Literal) {
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
