/**
 * Outputs for many samples, in compiled code. A sample has the same bits alone and in any batch, so rows
 * are taken in blocks of a few sizes, each of which has a plan: memory does not grow with the number of
 * samples, and any number of samples is served by the same few plans.
 */

import { transientArena } from '../graph/arena.ts';
import { atOnce, type InParts } from '../graph/parts.ts';
import type { Plan } from '../graph/plan.ts';
import { createReplay } from '../graph/replay.ts';
import type { Threads } from '../graph/threading.ts';
import { zeros } from '../tensor/create.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { packInto, rowsOf } from '../tensor/strided.ts';
import { placeholder, type Tensor } from '../tensor/tensor.ts';

export interface InferenceRequest {
  /** Computes the outputs of a batch: by layers of this library, which do not look from one sample to another. */
  readonly infer: (x: Tensor) => Tensor;
  readonly dtype: Tensor['dtype'];
  /** How many numbers are computed for a sample on the way, its inputs included. */
  readonly numbersPerSample: number;
  /** How many multiplications a sample takes, about. */
  readonly workPerSample: number;
}

interface Ends {
  readonly input: Tensor;
  readonly output: Tensor;
}

/** A plan with its ends over its memory. */
interface Live extends Ends {
  readonly plan: Plan;
}

/** What is computed in a block shall stay in the second-level cache, or not go far beyond. */
const BLOCK_BYTES = 2 ** 22;
const MOST_ROWS = 4096;
/** Multiplications between two turns of other tasks: some 15 ms. */
const BLOCK_WORK = 2 ** 27;

/** So much work in one call is worth a plan at once; less when it comes for the second time. */
const WORTH_COMPILING = 2 ** 21;

/** Both give the outputs, or undefined where there is no plan: then the rows are to be computed as they are. */
export interface Inference {
  predict(x: Tensor): Tensor | undefined;
  /** The same in parts: a block of rows each. */
  predictInParts(x: Tensor): InParts<Tensor | undefined>;
}

export function compiledInference(request: InferenceRequest, threads?: Threads): Inference {
  const { infer, dtype, numbersPerSample, workPerSample } = request;
  const replay = createReplay<Ends>({ arena: transientArena, threads, isPure: true });
  const live = new Map<number, Live>();
  const block = powerBelow(
    Math.min(BLOCK_BYTES / (4 * numbersPerSample), BLOCK_WORK / workPerSample, MOST_ROWS),
  );
  let calls = 0;

  function* prepare(rows: number, sample: Shape): InParts<Live | undefined> {
    const bound = yield* replay.planInParts(String(rows), (tracer) => {
      const input = placeholder([rows, ...sample], dtype);
      const output = tracer.phase('run', () => infer(input));
      return { inputs: [input], outputs: [output], tensors: { input, output } };
    });
    if (bound === undefined) return undefined;
    const { plan, tensors } = bound;
    const made = { plan, input: plan.tensor(tensors.input), output: plan.tensor(tensors.output) };
    live.set(rows, made);
    return made;
  }

  /** The plan for so many rows, if there is one already. */
  function ready(rows: number): Live | undefined {
    const known = live.get(rows);
    return known?.plan.isCurrent() ? known : undefined;
  }

  /** Computes rows of x from one on, and lays their outputs into those of all. */
  function runBlock(
    { plan, input, output }: Live,
    x: Tensor,
    first: number,
    used: number,
    all: Tensor,
  ) {
    packInto(rowsOf(x, first, used), input.storage.data);
    plan.run('run');
    const width = sizeOf(output.shape.slice(1));
    packInto(rowsOf(output, 0, used), all.storage.data.subarray(first * width));
  }

  const outputsFor = (samples: number, { output }: Live) =>
    zeros([samples, ...output.shape.slice(1)], { dtype });

  function* predictInParts(x: Tensor): InParts<Tensor | undefined> {
    const [samples, ...sample] = x.shape;
    if (samples === 0) return undefined;
    calls++;
    if (calls === 1 && samples * workPerSample < WORTH_COMPILING) return undefined;
    let outputs: Tensor | undefined;
    for (let first = 0; first < samples; ) {
      if (first > 0) yield;
      const { rows, used } = nextBlock(samples - first, block);
      // No `??`: for CommonJS it becomes a function, in which nothing can be yielded.
      const known = ready(rows);
      const own = known === undefined ? yield* prepare(rows, sample) : known;
      if (own === undefined) return undefined;
      outputs ??= outputsFor(samples, own);
      runBlock(own, x, first, used, outputs);
      first += used;
    }
    return outputs;
  }

  return {
    predictInParts,
    predict(x) {
      const [samples] = x.shape;
      const { rows, used } = nextBlock(samples, block);
      const own = used === samples ? ready(rows) : undefined;
      if (own === undefined) return atOnce(predictInParts(x));
      const outputs = outputsFor(samples, own);
      runBlock(own, x, 0, samples, outputs);
      return outputs;
    },
  };
}

/** The largest power of two that is not above a number from 1 on. */
function powerBelow(number: number): number {
  let power = 1;
  while (2 * power <= number) power *= 2;
  return power;
}

/**
 * How many of the rows that are left come next, and in a plan of which size: whole blocks first, then
 * powers of two, of which the last quarter may stay unused.
 */
function nextBlock(left: number, block: number): { rows: number; used: number } {
  if (left >= block) return { rows: block, used: block };
  const below = powerBelow(left);
  if (left > 1.5 * below) return { rows: 2 * below, used: left };
  return { rows: below, used: below };
}
