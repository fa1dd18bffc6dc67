/**
 * Trace once, replay: the one place where plans are made, kept and given up. A plan is made before the
 * first run, for every combination of shapes; the least recently used make room for others, and what has
 * moved away from under a plan makes it new.
 *
 * A computation that has code of the user's own in it is traced twice. If the two traces differ it depends on
 * something that no tensor holds, such as a counter of its own, and is left to be run as it stands. So is one
 * that looks at numbers.
 */
import type { Tensor } from '../tensor/tensor.ts';
import { wasmSupport } from '../wasm/probe.ts';
import type { Arena } from './arena.ts';
import { compileTrace } from './compile.ts';
import { atOnce, type InParts } from './parts.ts';
import type { Plan, PlanReport } from './plan.ts';
import { differenceOfTraces } from './same_trace.ts';
import type { Threads } from './threading.ts';
import { startTrace, type Trace, type Tracer } from './trace.ts';

/** What a traced computation hands over. */
export interface Traced<Tensors> {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  /** Whatever the caller wants to know of the trace later. */
  readonly tensors: Tensors;
}

/** Runs a computation under a tracer, on inputs without numbers. It may be run more than once. */
export type TracedFunction<Tensors> = (tracer: Tracer) => Traced<Tensors>;

/** A plan, and what the caller knows of its trace. */
export interface Bound<Tensors> {
  readonly plan: Plan;
  readonly tensors: Tensors;
}

export interface Replay<Tensors> {
  /**
   * The plan for a key, made if there is none.
   * @returns undefined where there is an obstacle: then the computation is to be run as it stands
   */
  plan(key: string, computation: TracedFunction<Tensors>): Bound<Tensors> | undefined;
  /** The same in parts. */
  planInParts(
    key: string,
    computation: TracedFunction<Tensors>,
  ): InParts<Bound<Tensors> | undefined>;
  has(key: string): boolean;
  /** Traces again what has a plan, and gives up the plans of what has changed since. */
  checkAgain(): void;
  /** The first obstacle there was. */
  obstacle(): string | undefined;
  reports(): readonly PlanReport[];
}

/** So many plans are kept. */
const MOST_PLANS = 64;

interface Kept<Tensors> extends Bound<Tensors> {
  readonly computation: TracedFunction<Tensors>;
  readonly trace: Trace;
  readonly inputs: readonly Tensor[];
}

export interface ReplayOptions {
  /** Where temporaries lie. */
  readonly arena: Arena;
  /** Who computes, if not this thread alone. */
  readonly threads: Threads | undefined;
  /** Whether no code of the user's own is in the computations: then a trace of each is enough. */
  readonly isPure: boolean;
}

export function createReplay<Tensors>({ arena, threads, isPure }: ReplayOptions): Replay<Tensors> {
  const plans = new Map<string, Kept<Tensors>>(); // the least recently used first
  const refused = new Set<string>();
  let obstacle: string | undefined;
  let changing = false; // whether it depends on what no tensor holds

  function* make(computation: TracedFunction<Tensors>): InParts<Kept<Tensors> | string> {
    const support = wasmSupport();
    if (!support.available) return support.reason;
    let traced = traceOf(computation);
    if (typeof traced !== 'string' && !isPure) {
      yield;
      // The second counts: tensors that the function keeps from its first call on were there before it.
      traced = sameAgain(traced, computation);
      changing = typeof traced === 'string';
    }
    if (typeof traced === 'string') return traced;
    yield;
    const { trace, inputs, outputs, tensors } = traced;
    const plan = yield* compileTrace({ trace, inputs, outputs, arena, threads });
    return typeof plan === 'string' ? plan : { plan, tensors, computation, trace, inputs };
  }

  function refuse(key: string, reason: string): undefined {
    obstacle ??= reason;
    refused.add(key);
    plans.delete(key);
  }

  /** What there is, without making anything. */
  function current(key: string): Kept<Tensors> | undefined {
    const known = plans.get(key);
    if (!known?.plan.isCurrent()) return undefined;
    plans.delete(key);
    plans.set(key, known);
    return known;
  }

  function* planInParts(
    key: string,
    computation: TracedFunction<Tensors>,
  ): InParts<Bound<Tensors> | undefined> {
    const known = current(key);
    if (known !== undefined) return known;
    if (changing || refused.has(key)) return undefined;
    plans.delete(key);
    const made = yield* make(computation);
    if (typeof made === 'string') return refuse(key, made);
    if (plans.size === MOST_PLANS) plans.delete([...plans.keys()][0]);
    plans.set(key, made);
    return made;
  }

  return {
    plan: (key, computation) => current(key) ?? atOnce(planInParts(key, computation)),
    planInParts,
    has: (key) => plans.has(key),
    checkAgain() {
      if (isPure) return;
      for (const kept of plans.values()) {
        const again = sameAgain(kept, kept.computation);
        if (typeof again !== 'string') continue;
        changing = true;
        obstacle ??= again;
      }
      if (changing) plans.clear();
    },
    obstacle: () => obstacle,
    reports: () => [...plans.values()].map(({ plan }) => plan.report),
  };
}

/** What was traced, or why it cannot be. */
type Attempt<Tensors> = (Traced<Tensors> & { readonly trace: Trace }) | string;

function traceOf<Tensors>(computation: TracedFunction<Tensors>): Attempt<Tensors> {
  const tracer = startTrace();
  try {
    const traced = computation(tracer);
    const trace = tracer.finish();
    return trace.obstacle ?? { ...traced, trace };
  } catch (error) {
    // Run as it stands it works, or fails again and is heard.
    const reason = error instanceof Error ? error.message : String(error);
    return tracer.finish().obstacle ?? `it cannot be traced: ${reason}`;
  }
}

/** A computation traced again, or how it differs from what it was. */
function sameAgain<Tensors>(
  { trace, inputs }: { readonly trace: Trace; readonly inputs: readonly Tensor[] },
  computation: TracedFunction<Tensors>,
): Attempt<Tensors> {
  const again = traceOf(computation);
  if (typeof again === 'string') return again;
  const partners = new Map(inputs.map(({ storage }, i) => [storage, again.inputs[i].storage]));
  const difference = differenceOfTraces(trace, again.trace, partners);
  if (difference === undefined) return again;
  return `it is another computation each time (${difference}), as one that uses numbers which change and are no tensors`;
}
