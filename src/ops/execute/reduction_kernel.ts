/** Emitted kernels that reduce a part of an operand. */
import { viewOf } from '../../tensor/dtype.ts';
import { createModule } from '../../wasm/module.ts';
import type { Combination } from '../body.ts';
import { emitReduction } from '../reduction/simd.ts';
import { remembered } from './remembered.ts';
import { inSmallMemory } from './small_memory.ts';

/** The elements of a part: 2^7 blocks. */
export const PART = 2 ** 14;

const OUTPUT = 4 * PART;
const SCRATCH = 2 * OUTPUT;

/** A kernel is compiled when it is asked for so many times. */
const WORTH_COMPILING = 2;

export interface ReductionPart {
  readonly kept: number;
  readonly reduced: number;
  /** Whether the kept are neighbours; the elements of a row are, otherwise. */
  readonly across: boolean;
}

export interface ReductionKernel {
  /** `[kept, reduced]`, or across `[reduced, kept]`. */
  readonly input: Float32Array;
  readonly output: Float32Array;
  readonly run: () => void;
}

const kernelOf = /* @__PURE__ */ remembered<ReductionKernel>(WORTH_COMPILING);

export function reductionKernel(
  combination: Combination,
  part: ReductionPart,
): ReductionKernel | undefined {
  const key = `${part.kept} ${part.reduced} ${part.across}`;
  return kernelOf(combination, key, 1, () => compile(combination, part));
}

function compile(
  combination: Combination,
  { kept, reduced, across }: ReductionPart,
): ReductionKernel | undefined {
  const strides = across
    ? { keptStride: 1, reducedStrides: [kept] }
    : { keptStride: reduced, reducedStrides: [1] };
  const module = createModule();
  module.entry('run', {}, 'void', (f) => {
    emitReduction(f, {
      ...{ kept, reduced: [reduced], combination, output: OUTPUT, scratch: SCRATCH },
      inputs: [{ pointer: 0, ...strides }],
      body: (_, [value]) => value,
    });
  });
  const bound = inSmallMemory(module);
  if (bound === undefined) return undefined;
  const { buffer, run } = bound;
  const view = (address: number, size: number) =>
    viewOf('float32', buffer, address, size) as Float32Array;
  return { input: view(0, kept * reduced), output: view(OUTPUT, kept), run };
}
