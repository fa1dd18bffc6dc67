/** Compiling a function of tensors: traced when it is called, replayed when it is called again. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { snapshot, Tensor } from '../tensor/tensor.ts';
import { wasmSupport } from '../wasm/probe.ts';
import { compileTrace, type Plan, type PlanReport } from './compile.ts';
import { startTrace } from './trace.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

type Result = Tensor | readonly Tensor[];

export interface CompiledFunction<A extends readonly Tensor[], R extends Result> {
  (...inputs: A): R;
  /** What was made of each combination of input shapes that is compiled. */
  reports(): readonly PlanReport[];
  /** Why calls run the reference, if they do. */
  obstacle(): string | undefined;
}

/** A plan with the tensors of its trace. */
interface Bound {
  readonly plan: Plan;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly single: boolean;
}

/** So many combinations of shapes stay compiled. */
const MOST_PLANS = 16;

/** The calls of so many combinations are counted. */
const MOST_COUNTED = 256;

export interface CompileOptions {
  /** At which call with the same shapes to compile; earlier ones run the reference. Default 1. */
  readonly atCall?: number;
}

/**
 * A function that computes the same, to the bit, faster. For each combination of input shapes (and of
 * inputs that are parameters) the first call runs the function as it is and compiles what it did; later
 * calls run that. So the function must do the same operations at every call; numbers that are not
 * tensors are fixed at the first one. Tensors that it captures, such as parameters, may change in
 * between; they move into the memory of the compiled code. Its results carry no gradients; compute
 * those inside, with `gradients`.
 *
 * Sixteen combinations are kept; one more starts anew, with the memory of none.
 *
 * Where WebAssembly is missing or refuses the code, or the function looks at values (`item()`, `toArray()`) or overwrites
 * them, every call runs the reference.
 * @throws OptionError unless it is given a function
 * @example const norm = compile((x: Tensor) => x.square().sum().sqrt());
 */
export function compile<A extends readonly Tensor[], R extends Result>(
  compute: (...inputs: A) => R,
  options?: CompileOptions,
): CompiledFunction<A, R> {
  checkArgument('compile', compute, { ...callable, example: '(x) => x.square()' });
  const { atCall } = readOptions<Required<CompileOptions>>('compile', options, {
    atCall: withDefault(positiveInteger, 1),
  });
  let workspace: Workspace | undefined; // memory is taken when there is something to compile
  const plans = new Map<string, Bound>();
  const calls = new Map<string, number>();
  let obstacle = wasmSupport().available ? undefined : 'WebAssembly SIMD is not available';

  function trace(key: string, inputs: A): R {
    const tracer = startTrace();
    // Copies, for inputs are not something that was there before: they are written anew.
    const own = inputs.map(copyOf) as unknown as A;
    const result = tracer.phase('run', () => checked(compute(...own)));
    const finished = tracer.finish();
    obstacle ??= finished.obstacle;
    if (obstacle !== undefined) return result;
    const single = result instanceof Tensor;
    const outputs = (single ? [result] : result) as readonly Tensor[];
    const direct = outputs.every(({ storage }) => finished.computed.has(storage));
    if (!direct) return result; // an output that was not computed needs no plan
    if (plans.size === MOST_PLANS) {
      // They share a memory, so they are given up together.
      plans.clear();
      workspace = createWorkspace();
    }
    workspace ??= createWorkspace();
    const plan = compileTrace({ trace: finished, workspace, inputs: own, outputs });
    if (typeof plan === 'string') {
      obstacle = plan;
      return result;
    }
    plans.set(key, { plan, inputs: own, outputs, single });
    return result;
  }

  function call(...inputs: A): R {
    const key = inputs.map(keyOf).join();
    const bound = plans.get(key);
    if (bound === undefined) {
      const count = (calls.get(key) ?? 0) + 1;
      if (count === 1 && calls.size === MOST_COUNTED) calls.delete([...calls.keys()][0]);
      calls.set(key, count);
      const compiles = obstacle === undefined && count >= atCall;
      return withoutSource(compiles ? trace(key, inputs) : checked(compute(...inputs)));
    }
    workspace?.refresh();
    bound.inputs.forEach((input, index) => {
      bound.plan.input(input).set(inputs[index].toTypedArray());
    });
    bound.plan.run('run');
    const results = bound.outputs.map(bound.plan.read);
    return (bound.single ? results[0] : results) as R;
  }

  return Object.assign(call, {
    reports: () => [...plans.values()].map(({ plan }) => plan.report),
    obstacle: () => obstacle,
  });
}

/** What must be the same for a plan to fit. */
function keyOf({ dtype, shape, requiresGrad }: Tensor): string {
  return `${dtype}[${shape}]${requiresGrad ? ' with gradient' : ''}`;
}

/** A copy that gradients flow to if they flow to the original. */
function copyOf(input: Tensor): Tensor {
  return Object.assign(snapshot(input), { requiresGrad: input.requiresGrad });
}

function checked<R extends Result>(result: R): R {
  const results: readonly unknown[] = Array.isArray(result) ? result : [result];
  if (results.every((one) => one instanceof Tensor)) return result;
  throw new OptionError({
    where: 'compile',
    expected: 'a function that gives a tensor or an array of tensors',
    received: describe(result),
    remedy: 'Return the tensors themselves, for example [loss, outputs].',
  });
}

/** Results as constants, however they were computed. */
function withoutSource<R extends Result>(result: R): R {
  const plain = result instanceof Tensor ? new Tensor(result) : result.map((x) => new Tensor(x));
  return plain as Result as R;
}
