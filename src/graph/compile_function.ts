/** Compiling a function of tensors, for each combination of shapes that it is called with. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { mayEmit } from '../ops/execute/execute.ts';
import { packInto } from '../tensor/strided.ts';
import { placeholder, snapshot, Tensor } from '../tensor/tensor.ts';
import { transientArena } from './arena.ts';
import type { PlanReport } from './plan.ts';
import { createReplay } from './replay.ts';
import { type ThreadCount, threadCount, threadsFor } from './threading.ts';
import type { Tracer } from './trace.ts';

type Result = Tensor | readonly Tensor[];

export interface CompiledFunction<A extends readonly Tensor[], R extends Result> {
  (...inputs: A): R;
  /** What was made of each combination of input shapes that is compiled. */
  reports(): readonly PlanReport[];
  /** Why calls run the function as it stands, or in one thread where several were meant to, if some do. */
  obstacle(): string | undefined;
}

interface FunctionTensors {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly single: boolean;
}

/** The calls of so many combinations are counted. */
const MOST_COUNTED = 4096;

export interface CompileOptions {
  /** At which call with the same shapes to compile; earlier ones run the function. Default 1. */
  readonly atCall?: number | undefined;
  /** How many threads compute at most, as for the Trainer; default `auto`. The bits are the same. */
  readonly threads?: ThreadCount | undefined;
}

/**
 * A function that computes the same, to the bit, faster. For each combination of input shapes (and of
 * inputs that are parameters) the function is traced, which computes nothing, and compiled; calls run
 * that. So the function must do the same operations at every call: it is traced twice, and where the two
 * differ, or it looks at numbers (`item()`, `toArray()`) or overwrites them, every call runs it as it
 * stands, and `obstacle()` says why. Numbers that change between calls belong in tensors. Tensors that it
 * captures, such as parameters, may change in between. Its results carry no gradients, also as a part of another
 * computation; compute those inside, with `gradients`.
 *
 * @throws OptionError unless it is given a function
 * @example const norm = compile((x: Tensor) => x.square().sum().sqrt());
 */
export function compile<A extends readonly Tensor[], R extends Result>(
  compute: (...inputs: A) => R,
  options?: CompileOptions,
): CompiledFunction<A, R> {
  checkArgument('compile', compute, { ...callable, example: '(x) => x.square()' });
  const { atCall, threads } = readOptions<Required<CompileOptions>>('compile', options, {
    atCall: withDefault(positiveInteger, 1),
    threads: withDefault<ThreadCount>(threadCount, 'auto'),
  });
  const team = threadsFor(threads);
  const replay = createReplay<FunctionTensors>({
    arena: transientArena,
    threads: team,
    isPure: false,
  });
  const calls = new Map<string, number>();

  /** One more call with these shapes. What was given up for others is wanted back ever more seldom. */
  function isWanted(key: string): boolean {
    const count = (calls.get(key) ?? 0) + 1;
    if (count === 1 && calls.size === MOST_COUNTED) calls.delete([...calls.keys()][0]);
    calls.set(key, count);
    if (replay.has(key)) return true;
    if (count <= atCall) return count === atCall;
    return (count & (count - 1)) === 0; // 2, 4, 8, ...
  }

  const traced = (given: A) => (tracer: Tracer) => {
    const inputs = given.map(({ shape, dtype, requiresGrad }) =>
      Object.assign(placeholder(shape, dtype), { requiresGrad }),
    );
    const result = tracer.phase('run', () => checked(compute(...(inputs as unknown as A))));
    const single = result instanceof Tensor;
    const outputs = (single ? [result] : result) as readonly Tensor[];
    return { inputs, outputs, tensors: { inputs, outputs, single } };
  };

  function call(...inputs: A): R {
    const key = inputs.map(keyOf).join();
    const bound = mayEmit() && isWanted(key) ? replay.plan(key, traced(inputs)) : undefined;
    if (bound === undefined) return withoutSource(checked(compute(...inputs)));
    const { plan, tensors } = bound;
    tensors.inputs.forEach((input, i) => {
      packInto(inputs[i], plan.tensor(input).storage.data);
    });
    plan.run('run');
    const results = tensors.outputs.map((output) => snapshot(plan.tensor(output)));
    return (tensors.single ? results[0] : results) as R;
  }

  return Object.assign(call, {
    reports: replay.reports,
    obstacle: () => replay.obstacle() ?? team?.obstacle(),
  });
}

/** What must be the same for a plan to fit. */
function keyOf({ dtype, shape, requiresGrad }: Tensor): string {
  return `${dtype}[${shape}]${requiresGrad ? ' with gradient' : ''}`;
}

function checked<R extends Result>(result: R): R {
  const results: readonly unknown[] = Array.isArray(result) ? result : [result];
  if (results.every((one) => one instanceof Tensor)) return result;
  throw new OptionError({
    where: 'compile',
    expected: 'a function that gives a tensor or an array of tensors',
    received: describe(result),
    remedy: 'Return what was computed, without item() or toArray().',
  });
}

/** Results as constants, however they were computed. */
function withoutSource<R extends Result>(result: R): R {
  const plain = result instanceof Tensor ? new Tensor(result) : result.map((x) => new Tensor(x));
  return plain as Result as R;
}
