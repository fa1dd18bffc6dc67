/** The order of a reduction, written out a second time, for tests to compare with. */
import { float32 } from '../../src/numerics/float32.ts';
import type { Lanes } from '../../src/numerics/lanes.ts';
import type { Combination } from '../../src/ops/body.ts';
import type { Operation } from '../../src/ops/operation.ts';
import type { ReduceAttributes } from '../../src/ops/reduction/reduction.ts';

/** How a reduction joins two numbers. */
export function combinationOf({ body }: Operation<ReduceAttributes>): Combination {
  if (body.kind !== 'reduction') throw new Error('no reduction');
  return body.combination;
}

/**
 * The terms in blocks of 128: each dealt to eight lanes, which are joined as a tree; the blocks joined
 * as the digits of a binary number are, where a carry is the combination of two equal lengths.
 */
export function inWrittenOrder(
  terms: readonly number[],
  { combine, neutral }: Combination,
  lanes: Lanes<number, boolean> = float32,
): number {
  const join = (a: number, b: number) => combine(lanes, a, b);
  const waiting: { value: number; blocks: number }[] = [];
  const blocks = Math.max(1, Math.ceil(terms.length / 128));
  for (let block = 0; block < blocks; block++) {
    const own = terms.slice(128 * block, 128 * (block + 1));
    let next = { value: inEightLanes(own, join, neutral), blocks: 1 };
    while (waiting.at(-1)?.blocks === next.blocks) {
      const before = waiting.pop() as typeof next;
      next = { value: join(before.value, next.value), blocks: 2 * next.blocks };
    }
    waiting.push(next);
  }
  return waiting.map(({ value }) => value).reduceRight((rest, value) => join(value, rest));
}

function inEightLanes(
  terms: readonly number[],
  join: (a: number, b: number) => number,
  neutral: number,
): number {
  const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, (_, lane) =>
    terms.filter((_, i) => i % 8 === lane).reduce(join, neutral),
  );
  return join(join(join(a, e), join(c, g)), join(join(b, f), join(d, h)));
}
