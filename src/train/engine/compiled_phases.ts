/**
 * The phases as compiled plans, one for each size of micro-batch, made before it is first run.
 *
 * Without accumulation a plan covers an iteration. With it, a micro-batch and the update that follows the
 * last one have plans of their own, and meet in the sums of the gradients.
 */
import type { Dataset } from '../../data/dataset.ts';
import { copyRows } from '../../data/rows.ts';
import { ownArena } from '../../graph/arena.ts';
import { atOnce, type InParts } from '../../graph/parts.ts';
import type { Plan, PlanReport } from '../../graph/plan.ts';
import { type Bound, createReplay, type TracedFunction } from '../../graph/replay.ts';
import type { Threads } from '../../graph/threading.ts';
import type { Tracer } from '../../graph/trace.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { isPure } from '../../ops/pure.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import { placeholder, snapshot, type Tensor } from '../../tensor/tensor.ts';
import type { Clip } from '../options.ts';
import { clipScalars } from './clip_gradients.ts';
import type { EngineRequest, Phases } from './engine.ts';
import { normOf } from './gradient_norm.ts';
import { asBegun } from './learned.ts';
import {
  type Batch,
  type BufferUpdates,
  forward,
  gradientsOf,
  lossOf,
  type UpdateScalars,
  update,
} from './phases.ts';
import type { Sums } from './sums.ts';

export interface CompiledPhases extends Phases {
  /** Whether there are plans for micro-batches of this size, made now if need be. */
  prepare(dataset: Dataset, samples: number): boolean;
  isPrepared(dataset: Dataset, samples: number): boolean;
  prepareInParts(dataset: Dataset, samples: number): InParts<boolean>;
  checkAgain(): void;
  obstacle(): string | undefined;
  reports(): readonly PlanReport[];
}

/** The tensors of a trace, and in a live plan those over its memory. */
interface IterationTensors {
  readonly batch: Batch;
  readonly counter: Tensor;
  readonly share: Tensor;
  readonly outputs: Tensor;
  readonly activations: ReadonlyMap<string, Tensor>;
  readonly loss: Tensor;
  readonly gradients: readonly Tensor[];
  /** What each buffer is to become. */
  readonly buffers: BufferUpdates;
  /** Of the update, unless that has a plan of its own. */
  readonly update: UpdateTensors | undefined;
}

interface UpdateTensors {
  readonly norm: Tensor;
  readonly scalars: UpdateScalars;
}

/** A plan with the tensors over its memory. */
interface Live<Tensors> {
  readonly plan: Plan;
  readonly tensors: Tensors;
}

export function compiledPhases(
  request: EngineRequest,
  sums: Sums,
  threads: Threads | undefined,
): CompiledPhases {
  const { model, loss, learned, clip, accumulates } = request;
  const { dtype } = model;
  const areAllPure = [model, loss, ...learned.map(({ optimizer }) => optimizer)].every(isPure);
  const batches = createReplay<IterationTensors>({
    arena: ownArena(),
    threads,
    isPure: areAllPure,
  });
  const updates = createReplay<UpdateTensors>({ arena: ownArena(), threads, isPure: areAllPure });
  const parameters = model.parameters();
  const within = <Result>(compute: () => Result) => asBegun(parameters, learned, compute);

  function traceUpdate(
    tracer: Tracer,
    gradients: readonly Tensor[],
    buffers: BufferUpdates,
  ): UpdateTensors {
    const scalars = scalarPlaces(request);
    const norm = tracer.phase('norm', () => noGrad(() => normOf(gradients)));
    tracer.phase('update', () => noGrad(() => update(learned, gradients, scalars, clip, buffers)));
    return { norm, scalars };
  }

  const tracedUpdate: TracedFunction<UpdateTensors> = (tracer) => {
    const tensors = traceUpdate(tracer, sums.gradients, sums.buffers);
    return { inputs: inputsOf(tensors), outputs: [tensors.norm], tensors };
  };

  const tracedBatch =
    (dataset: Dataset, samples: number): TracedFunction<IterationTensors> =>
    (tracer) => {
      const batch = batchOf(dataset, (_, { shape, dtype: own }) =>
        placeholder([samples, ...shape.slice(1)], own),
      );
      const counter = placeholder([], 'int32');
      const share = placeholder([], dtype);
      const { outputs, activations, buffers } = tracer.phase('forward', () =>
        within(() => forward(model, batch.inputs, counter)),
      );
      const mean = tracer.phase('loss', () => within(() => lossOf(model, loss, outputs, batch)));
      const gradients = tracer.phase('backward', () => gradientsOf(mean, learned));
      if (accumulates) {
        tracer.phase('backward', () => noGrad(() => sums.add(gradients, buffers, share)));
      }
      const own = accumulates ? undefined : traceUpdate(tracer, gradients, buffers);
      const seen = [outputs, ...activations.values(), mean];
      if (!accumulates) seen.push(...buffers.values());
      return {
        inputs: [...Object.values(batch), counter, share, ...(own ? inputsOf(own) : [])],
        outputs: own === undefined ? seen : [...seen, ...gradients, own.norm],
        tensors: {
          ...{ batch, counter, share, outputs, activations },
          ...{ loss: mean, gradients: own === undefined ? [] : gradients },
          ...{ buffers: own === undefined ? new Map() : buffers, update: own },
        },
      };
    };

  const lives = new WeakMap<Bound<IterationTensors>, Live<IterationTensors>>();
  const liveUpdates = new WeakMap<Bound<UpdateTensors>, Live<UpdateTensors>>();
  let prepared: { readonly dataset: Dataset; readonly samples: number } | undefined;
  let live: Live<IterationTensors>;
  let updating: Live<UpdateTensors>;

  /** Nothing has changed since the last micro-batch: asked for each, so it must be quick. */
  const isPrepared = (dataset: Dataset, samples: number) =>
    prepared?.samples === samples &&
    prepared.dataset === dataset &&
    live.plan.isCurrent() &&
    updating.plan.isCurrent();

  function* prepareInParts(dataset: Dataset, samples: number): InParts<boolean> {
    prepared = undefined;
    const bound = yield* batches.planInParts(
      keyOf(dataset, samples),
      tracedBatch(dataset, samples),
    );
    if (bound === undefined) return false;
    const made = lives.get(bound) ?? liveIteration(bound);
    lives.set(bound, made);
    if (accumulates) {
      const other = yield* updates.planInParts('update', tracedUpdate);
      if (other === undefined) return false;
      updating = liveUpdates.get(other) ?? liveUpdate(other);
      liveUpdates.set(other, updating);
    } else updating = { plan: made.plan, tensors: made.tensors.update as UpdateTensors };
    live = made;
    prepared = { dataset, samples };
    return true;
  }

  return {
    prepare: (dataset, samples) =>
      isPrepared(dataset, samples) || atOnce(prepareInParts(dataset, samples)),
    isPrepared,
    prepareInParts,
    checkAgain() {
      prepared = undefined;
      batches.checkAgain();
      updates.checkAgain();
    },
    obstacle: () => batches.obstacle() ?? updates.obstacle(),
    reports: () => [...batches.reports(), ...updates.reports()],

    forward(dataset, rows, draw) {
      const { plan, tensors } = live;
      const { inputs, targets, sampleWeights } = tensors.batch;
      copyRows(dataset.inputs, rows, inputs.storage.data);
      copyRows(dataset.targets, rows, targets.storage.data);
      if (sampleWeights !== undefined && dataset.sampleWeights !== undefined) {
        copyRows(dataset.sampleWeights, rows, sampleWeights.storage.data);
      }
      tensors.counter.storage.data[0] = draw;
      plan.run('forward');
    },
    loss() {
      live.plan.run('loss');
      return numberOf(live.tensors.loss);
    },
    backward(share, first) {
      live.tensors.share.storage.data[0] = share;
      if (accumulates && first) sums.reset();
      live.plan.run('backward');
    },
    gradientNorm() {
      updating.plan.run('norm');
      return numberOf(updating.tensors.norm);
    },
    update(values) {
      for (const [taker, places] of updating.tensors.scalars) {
        const named = values.get(taker) ?? {};
        for (const name in places) places[name].storage.data[0] = named[name];
      }
      updating.plan.run('update');
    },
    buffers: () => (accumulates ? sums.buffers : live.tensors.buffers),
    batch: () => batchOf(live.tensors.batch, (_, own) => snapshot(own)),
    outputs: () => snapshot(live.tensors.outputs),
    activations: () =>
      new Map([...live.tensors.activations].map(([name, own]) => [name, snapshot(own)])),
    gradients: () => (accumulates ? sums.gradients : live.tensors.gradients.map(snapshot)),
  };
}

/** The parts of a batch by name, each made of that of a dataset or another batch. */
function batchOf(from: Batch, make: (name: keyof Batch, part: Tensor) => Tensor): Batch {
  const { inputs, targets, sampleWeights } = from;
  return {
    inputs: make('inputs', inputs),
    targets: make('targets', targets),
    ...(sampleWeights && { sampleWeights: make('sampleWeights', sampleWeights) }),
  };
}

/** What must be the same for a plan to fit: everything but the number of samples in the dataset. */
function keyOf({ inputs, targets, sampleWeights }: Dataset, samples: number): string {
  const parts = [inputs, targets, ...(sampleWeights ? [sampleWeights] : [])];
  const kinds = parts.map(({ dtype, shape }) => `${dtype}[${shape.slice(1)}]`);
  return `${samples} of ${kinds.join()}`;
}

/** A place for each number that an update takes in. */
function scalarPlaces({ learned, clip, model }: EngineRequest): UpdateScalars {
  const { dtype } = model;
  const places = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, placeholder([], dtype)]));
  const optimizers = [...new Set(learned.map(({ optimizer }) => optimizer))];
  const taken = new Map<Optimizer | Clip, Readonly<Record<string, Tensor>>>(
    optimizers.map((own) => [own, places(['learningRate', ...Object.keys(own.scalars(1))])]),
  );
  const limits = clip && clipScalars(clip, 1, dtype);
  if (clip !== undefined && limits !== undefined) taken.set(clip, places(Object.keys(limits)));
  return taken;
}

function inputsOf({ scalars }: UpdateTensors): Tensor[] {
  return [...scalars.values()].flatMap((named) => Object.values(named));
}

function liveIteration({ plan, tensors }: Bound<IterationTensors>): Live<IterationTensors> {
  const own = (of: Tensor) => plan.tensor(of);
  const { batch, counter, share, outputs, activations, loss, gradients, buffers } = tensors;
  const { update: later } = tensors;
  return {
    plan,
    tensors: {
      batch: batchOf(batch, (_, part) => own(part)),
      counter: own(counter),
      share: own(share),
      outputs: own(outputs),
      activations: new Map([...activations].map(([name, of]) => [name, own(of)])),
      loss: own(loss),
      gradients: gradients.map(own),
      buffers: new Map([...buffers].map(([buffer, value]) => [buffer, own(value)])),
      update: later && liveUpdate({ plan, tensors: later }).tensors,
    },
  };
}

function liveUpdate({ plan, tensors }: Bound<UpdateTensors>): Live<UpdateTensors> {
  const named = (places: Readonly<Record<string, Tensor>>) =>
    Object.fromEntries(Object.entries(places).map(([name, of]) => [name, plan.tensor(of)]));
  const scalars = new Map([...tensors.scalars].map(([own, places]) => [own, named(places)]));
  return { plan, tensors: { norm: plan.tensor(tensors.norm), scalars } };
}

function numberOf({ storage, offset }: Tensor): number {
  return storage.data[offset];
}
