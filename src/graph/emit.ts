/** From kernels to functions of a WebAssembly module. Every address is known and becomes a constant. */
import type { KernelCode } from '../ops/emission.ts';
import { REDUCTION_SCRATCH_BYTES } from '../ops/reduction/simd.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { emitLoop, type LoopPlan, planLoop } from './emit_loop.ts';
import { emitReductionKernel, planReduction, type ReductionPlan } from './emit_reduction.ts';
import type { Kernel, LoopKernel, OwnKernel, ReductionKernel } from './kernels.ts';
import type { Layout, Literal } from './layout.ts';
import type { Computation } from './trace.ts';

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
