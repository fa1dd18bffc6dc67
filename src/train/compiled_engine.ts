/**
 * The engine that compiles. The first micro-batch of each size runs on the reference, as a real part of
 * the training, while it is traced; later ones of that size run the compiled plan.
 *
 * Without accumulation one trace covers an iteration. With it, a micro-batch and the update that follows
 * the last one have traces of their own, and meet in the sums of the gradients.
 */
import type { Dataset } from '../data/dataset.ts';
import { copyRows } from '../data/rows.ts';
import { compileTrace, type Plan, type PlanReport } from '../graph/compile.ts';
import { startTrace, type Tracer } from '../graph/trace.ts';
import { createWorkspace } from '../graph/workspace.ts';
import type { Optimizer } from '../optimizers/index.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Engine, EngineRequest, ScalarValues } from './engine.ts';
import type { Clip } from './options.ts';
import type { Batch } from './phases.ts';
import { type IterationTensors, type Phase, referenceEngine } from './reference_engine.ts';

/** A plan with the tensors of its trace, by which values are written and read. */
interface Bound {
  readonly plan: Plan;
  readonly tensors: Readonly<IterationTensors>;
  readonly inputs: readonly Tensor[];
  /** Where inputs are written to; found anew when the memory has grown. */
  views: Views;
}

interface Views {
  readonly buffer: ArrayBuffer;
  readonly batch: readonly (readonly [keyof IterationTensors['batch'], TypedArray])[];
  readonly counter?: TypedArray;
  readonly share?: TypedArray;
  readonly scalars: readonly (readonly [Optimizer | Clip, string, TypedArray])[];
}

export function compiledEngine(request: EngineRequest): Engine {
  const { accumulates } = request;
  const workspace = createWorkspace();
  const plans = new WeakMap<Dataset, Map<number, Bound>>();
  const reports: PlanReport[] = [];
  let tracer: Tracer | undefined;
  let obstacle: string | undefined; // why nothing is compiled any more
  let current: { readonly dataset: Dataset; readonly size: number } | undefined;
  let bound: Bound | undefined; // the plan of the current micro-batch, if there is one
  let updating: Bound | undefined; // with accumulation, the plan of the update

  const within = <T>(phase: Phase, compute: () => T): T =>
    tracer === undefined ? compute() : tracer.phase(phase, compute);
  const reference = referenceEngine(request, within);
  const { tensors } = reference;

  /** Makes a plan of what was traced. An obstacle leaves all that has no plan to the reference, for good. */
  function compile(inputs: readonly Tensor[], outputs: readonly Tensor[]): Bound | undefined {
    const trace = tracer?.finish();
    tracer = undefined;
    obstacle ??= trace?.obstacle;
    if (trace === undefined || obstacle !== undefined) return undefined;
    const plan = compileTrace({ trace, workspace, inputs, outputs });
    if (typeof plan === 'string') {
      obstacle = plan;
      return undefined;
    }
    reports.push(plan.report);
    const made = { plan, tensors: { ...tensors }, inputs };
    return { ...made, views: viewsOf(made) };
  }

  function viewsOf({ plan, tensors: of, inputs }: Omit<Bound, 'views'>): Views {
    const view = (tensor: Tensor) => plan.input(tensor);
    const has = (tensor: Tensor) => inputs.includes(tensor);
    const batch = Object.entries(of.batch) as [keyof IterationTensors['batch'], Tensor][];
    return {
      buffer: workspace.memory.buffer,
      batch: batch.flatMap(([name, tensor]) =>
        has(tensor) ? [[name, view(tensor)] as const] : [],
      ),
      ...(has(of.counter) && { counter: view(of.counter) }),
      ...(has(of.share) && { share: view(of.share) }),
      scalars: [...of.scalars].flatMap(([taker, named]) =>
        Object.entries(named).flatMap(([name, tensor]) =>
          has(tensor) ? [[taker, name, view(tensor)] as const] : [],
        ),
      ),
    };
  }

  function run({ plan }: Bound, phase: Phase): void {
    workspace.refresh(); // whoever watches the phases may have predicted with the model in between
    plan.run(phase);
  }

  /** The places to write inputs to. */
  function views(of: Bound): Views {
    if (of.views.buffer !== workspace.memory.buffer) of.views = viewsOf(of);
    return of.views;
  }

  const batchInputs = ({ batch, counter, share }: IterationTensors) => [
    batch.inputs,
    batch.targets,
    ...(batch.sampleWeights === undefined ? [] : [batch.sampleWeights]),
    counter,
    ...(accumulates ? [share] : []),
  ];
  const scalarInputs = ({ scalars }: IterationTensors) =>
    [...scalars.values()].flatMap((named) => Object.values(named));
  const inputsOf = (of: IterationTensors) =>
    accumulates ? batchInputs(of) : [...batchInputs(of), ...scalarInputs(of)];
  const observed = ({ outputs, activations, loss, buffers }: IterationTensors) => [
    outputs,
    ...activations.values(),
    loss,
    ...(accumulates ? [] : buffers.values()),
  ];

  function remember(made: Bound | undefined): void {
    if (made === undefined || current === undefined) return;
    const sizes = plans.get(current.dataset) ?? new Map<number, Bound>();
    plans.set(current.dataset, sizes.set(current.size, made));
  }

  function writeScalars(of: Bound, values: ScalarValues): void {
    for (const [taker, name, view] of views(of).scalars) {
      view[0] = values.get(taker)?.[name] ?? 0;
    }
  }

  return {
    get backend() {
      return obstacle === undefined ? 'wasm' : 'reference';
    },
    obstacle: () => obstacle,
    reports: () => reports,
    forward(dataset, rows, draw) {
      bound = plans.get(dataset)?.get(rows.length);
      if (bound === undefined) {
        tracer = obstacle === undefined ? startTrace() : undefined;
        current = { dataset, size: rows.length };
        return reference.forward(dataset, rows, draw);
      }
      const { batch, counter } = views(bound);
      for (const [name, view] of batch) copyRows(dataset[name] as Tensor, rows, view);
      if (counter !== undefined) counter[0] = draw;
      run(bound, 'forward');
    },
    loss() {
      if (bound === undefined) return reference.loss();
      run(bound, 'loss');
      return bound.plan.readScalar(bound.tensors.loss);
    },
    backward(share, first) {
      if (bound === undefined) {
        reference.backward(share, first);
        if (accumulates) remember(compile(inputsOf(tensors), observed(tensors)));
        return;
      }
      const { share: place } = views(bound);
      if (place !== undefined) place[0] = share;
      if (accumulates && first) reference.resetSums();
      run(bound, 'backward');
    },
    gradientNorm() {
      const plan = accumulates ? updating : bound;
      if (plan === undefined) {
        if (accumulates && obstacle === undefined) tracer = startTrace();
        return reference.gradientNorm();
      }
      run(plan, 'norm');
      return plan.plan.readScalar(plan.tensors.norm);
    },
    update(values) {
      const plan = accumulates ? updating : bound;
      if (plan !== undefined) {
        writeScalars(plan, values);
        return run(plan, 'update');
      }
      reference.update(values);
      if (accumulates) updating = compile(scalarInputs(tensors), [tensors.norm]);
      else
        remember(
          compile(inputsOf(tensors), [...observed(tensors), tensors.norm, ...tensors.gradients]),
        );
    },
    buffers() {
      if (bound === undefined || accumulates) return reference.buffers();
      const { plan, tensors: of } = bound;
      if (of.buffers.size === 0) return [];
      return [...of.buffers].map(([buffer, value]) => [buffer, plan.read(value).storage.data]);
    },
    batch: () =>
      bound === undefined ? reference.batch() : readBatch(bound.tensors.batch, bound.plan),
    outputs: () =>
      bound === undefined ? reference.outputs() : bound.plan.read(bound.tensors.outputs),
    activations() {
      if (bound === undefined) return reference.activations();
      const { plan, tensors: of } = bound;
      return new Map([...of.activations].map(([name, tensor]) => [name, plan.read(tensor)]));
    },
    gradients: () =>
      bound === undefined || accumulates
        ? reference.gradients()
        : bound.tensors.gradients.map(bound.plan.read),
  };
}

function readBatch({ inputs, targets, sampleWeights }: Batch, plan: Plan): Batch {
  return {
    inputs: plan.read(inputs),
    targets: plan.read(targets),
    ...(sampleWeights && { sampleWeights: plan.read(sampleWeights) }),
  };
}
