/**
 * Outputs for many samples, in compiled code. A sample has the same bits alone and in any batch, so rows
 * are taken in blocks of a few sizes, each of which has a plan: memory does not grow with the number of
 * samples, and any number of samples is served by the same few plans.
 */

import { transientArena } from '../graph/arena.ts';
import type { Plan } from '../graph/plan.ts';
import { createReplay, type Replay } from '../graph/replay.ts';
import { type ThreadCount, threadsFor } from '../graph/threading.ts';
import { zeros } from '../tensor/create.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { packInto, rowsOf } from '../tensor/strided.ts';
import { placeholder, type Tensor } from '../tensor/tensor.ts';

export interface InferenceRequest {
  /** Computes the outputs of a batch. Samples must not depend on each other. */
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

/** The plans for blocks, for a number of threads. */
interface Blocks {
  readonly replay: Replay<Ends>;
  readonly live: Map<number, Live>;
}

/** What is computed in a block shall stay in the second-level cache, or not go far beyond. */
const BLOCK_BYTES = 2 ** 22;
const MOST_ROWS = 4096;

/** So much work in one call is worth a plan at once; less when it comes for the second time. */
const WORTH_COMPILING = 2 ** 21;

/**
 * @returns the outputs, or undefined where there is no plan: then the rows are to be computed as they are
 */
export function compiledInference(
  request: InferenceRequest,
): (x: Tensor, threads: ThreadCount) => Tensor | undefined {
  const { infer, dtype, numbersPerSample, workPerSample } = request;
  const known = new Map<ThreadCount, Blocks>();
  const block = powerBelow(Math.min(BLOCK_BYTES / (4 * numbersPerSample), MOST_ROWS));
  let calls = 0;

  function blocksFor(threads: ThreadCount): Blocks {
    const replay = () => createReplay<Ends>(transientArena, threadsFor(threads));
    const blocks = known.get(threads) ?? { replay: replay(), live: new Map() };
    known.set(threads, blocks);
    return blocks;
  }

  function prepare({ replay, live }: Blocks, rows: number, sample: Shape): Live | undefined {
    const ready = live.get(rows);
    if (ready?.plan.isCurrent()) return ready;
    const bound = replay.plan(String(rows), (tracer) => {
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

  return (x, threads) => {
    const [samples, ...sample] = x.shape;
    if (samples === 0) return undefined;
    calls++;
    if (calls === 1 && samples * workPerSample < WORTH_COMPILING) return undefined;
    const blocks = blocksFor(threads);
    let outputs: Tensor | undefined;
    for (let first = 0; first < samples; ) {
      const { rows, used } = nextBlock(samples - first, block);
      const ready = prepare(blocks, rows, sample);
      if (ready === undefined) return undefined;
      const { plan, input, output } = ready;
      packInto(rowsOf(x, first, used), input.storage.data);
      plan.run('run');
      outputs ??= zeros([samples, ...output.shape.slice(1)], { dtype });
      const width = sizeOf(output.shape.slice(1));
      packInto(rowsOf(output, 0, used), outputs.storage.data.subarray(first * width));
      first += used;
    }
    return outputs;
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
