/** Emitted kernels that reduce a part of an operand. */
import { viewOf } from '../../tensor/dtype.ts';
import { createModule } from '../../wasm/module.ts';
import type { Combination } from '../body.ts';
import { emitReduction } from '../reduction/simd.ts';
import { inSmallMemory } from './small_memory.ts';

/** The elements of a part: 2^7 blocks. */
export const PART = 2 ** 14;

const OUTPUT = 4 * PART;
const SCRATCH = 2 * OUTPUT;

/** A kernel is compiled when it is asked for so many times. */
const WORTH_COMPILING = 2;

/** So many kernels are remembered of a reduction; the oldest makes room for another. */
const REMEMBERED = 64;

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

interface Known {
  requests: number;
  kernel?: ReductionKernel;
  /** Whether the engine would not compile it, so that it is not asked again. */
  refused?: boolean;
}

const kernels = new WeakMap<Combination, Map<string, Known>>();

export function reductionKernel(
  combination: Combination,
  part: ReductionPart,
): ReductionKernel | undefined {
  const own = kernels.get(combination) ?? new Map<string, Known>();
  kernels.set(combination, own);
  const key = `${part.kept} ${part.reduced} ${part.across}`;
  const known = own.get(key) ?? { requests: 0 };
  if (known.requests === 0) {
    if (own.size === REMEMBERED) own.delete([...own.keys()][0]);
    own.set(key, known);
  }
  known.requests++;
  if (known.requests < WORTH_COMPILING || known.refused) return undefined;
  known.kernel ??= compile(combination, part);
  known.refused = known.kernel === undefined;
  return known.kernel;
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
