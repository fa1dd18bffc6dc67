/** What a kernel reads from memory, and what it computes of that, on vectors. */
import { convertLanes } from '../ops/elementwise/convert.ts';
import { broadcastStrides } from '../tensor/shape.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import type { simdLanes, Vector } from '../wasm/simd_lanes.ts';
import { loopShape } from './kernels.ts';
import type { Literal } from './layout.ts';
import type { Entry } from './trace.ts';

/** An operand of a loop: a view of a storage, as strides over the iteration space. */
export interface LoopOperand {
  readonly storage: Storage;
  readonly offset: number;
  readonly strides: readonly number[];
}

export type Lanes = ReturnType<typeof simdLanes>;

/** Strides over the axes that the loop over an entry runs through, without those of size 1. */
function loopStrides(input: Strided, entry: Entry): number[] {
  const shape = loopShape(entry);
  const strides = broadcastStrides(input.shape, input.strides, shape);
  return strides.filter((_, axis) => shape[axis] !== 1);
}

/** The operands that entries read from memory, each once, and how their values are found. */
export function externalOperands(entries: readonly Entry[], literal: Literal) {
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
