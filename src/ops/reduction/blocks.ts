/**
 * The blocks of a reduction, emitted, and how they are joined. Results of blocks wait on a stack until
 * their other half is there, as the digits of a binary counter do: after block n, one pair is joined
 * for each zero at the end of the number n. What is left in the end is joined from the top down. That
 * is the order of halves which `order.ts` defines, block after block.
 */
import type { FunctionBuilder } from '../../wasm/function.ts';
import { addressOf, countUp } from '../../wasm/loops.ts';
import type { Vector } from '../../wasm/simd_lanes.ts';
import { type Local, type Operand, op } from '../../wasm/values.ts';
import { REDUCTION_BLOCK } from './order.ts';

/** A result waits for each binary digit of the number of blocks, which 32 bits can count. */
const MOST_WAITING = 25;

/** How much memory the stack takes, for results of so many vectors. */
export function stackBytes(vectors: number): number {
  return 16 * vectors * MOST_WAITING;
}

export interface Blocks {
  /** The number of elements in all blocks together. */
  readonly reduced: number;
  /** Where a block leaves its results, and all blocks in the end. */
  readonly results: readonly Local<'v128'>[];
  readonly combine: (a: Vector, b: Vector) => Vector;
  /** The byte address of `stackBytes(results.length)`. */
  readonly stack: Operand<'i32'>;
  /** Emits the next block, of so many elements. */
  readonly block: (elements: number) => void;
}

/** Emits all blocks and leaves what they amount to in the results. */
export function emitBlocks(f: FunctionBuilder, blocks: Blocks): void {
  const { reduced, results, combine, stack, block } = blocks;
  if (reduced <= REDUCTION_BLOCK) {
    block(reduced);
    return;
  }
  const rest = reduced % REDUCTION_BLOCK;
  const whole = (reduced - rest) / REDUCTION_BLOCK;
  const bytes = 16 * results.length;
  const number = f.local('i32', 'block');
  const zeros = f.local('i32', 'zeros');
  const top = f.local('i32', 'top');

  const { base, offset } = addressOf(stack);
  const pop = () => f.set(top, op('i32.sub', top, bytes));
  const waiting = (i: number) => op('v128.load', top, offset + 16 * i);
  const push = () => {
    results.forEach((result, i) => {
      f.run(op('v128.store', top, result, offset + 16 * i));
    });
    f.set(top, op('i32.add', top, bytes));
  };
  const joinWithTop = () => {
    pop();
    results.forEach((result, i) => {
      f.set(result, combine(waiting(i), result));
    });
  };

  f.set(top, base);
  countUp(f, number, { start: 1, end: whole + 1, by: 1 }, () => {
    block(REDUCTION_BLOCK);
    f.set(zeros, op('i32.ctz', number));
    f.when(zeros, () => {
      f.loop((again) => {
        joinWithTop();
        f.set(zeros, op('i32.sub', zeros, 1));
        f.branch(again, zeros);
      });
    });
    push();
  });
  if (rest > 0) block(rest);
  else {
    pop();
    results.forEach((result, i) => {
      f.set(result, waiting(i));
    });
  }
  const isWaiting = base === 0 ? top : op('i32.ne', top, base);
  f.when(isWaiting, () => {
    f.loop((again) => {
      joinWithTop();
      f.branch(again, isWaiting);
    });
  });
}
