/** What is computed at the same time keeps apart: no two pieces of a moment use the same scratch memory. */
import { afterEach, describe, expect, it } from 'vitest';
import { digits } from '../../../src/data/index.ts';
import { type ArrangeRequest, type Threads, threading } from '../../../src/graph/threading.ts';
import { dense, relu, sequential, sgd, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';
import { arrangeMoments, type Moments } from '../../../src/threads/arrange.ts';
import { GRAIN } from '../../../src/threads/tiles.ts';
import { trainings } from '../trainings.ts';

afterEach(() => {
  threading.source = undefined;
});

/** What plans ask for while something is trained by one thread. */
function requestsOf(train: () => void): ArrangeRequest[] {
  const requests: ArrangeRequest[] = [];
  const threads: Threads = {
    bytes: 0,
    present: () => 1,
    obstacle: () => undefined,
    arrange(request) {
      requests.push(request);
      return undefined;
    },
  };
  threading.source = () => threads;
  train();
  return requests;
}

/** Half-open ranges of scratch memory that may be in use at the same time. */
function areasOf(
  { threadScratch }: Moments,
  { pieces }: Moments['moments'][number],
  threads: number,
) {
  const ofThreads = Array.from({ length: threads }, (_, k) => [
    k * threadScratch,
    (k + 1) * threadScratch,
  ]);
  const ofPieces = pieces
    .filter(({ tiles }) => tiles === undefined)
    .map(({ scratch, emitter }) => [scratch, scratch + emitter.scratchBytes]);
  return [...ofThreads, ...ofPieces].filter(([from, to]) => to > from);
}

function check(requests: readonly ArrangeRequest[], grain: number, threads: number) {
  let together = 0;
  for (const request of requests) {
    const arranged = arrangeMoments(request, { threads, grain });
    for (const moment of arranged.moments) {
      if (moment.tiles === 0) continue;
      together++;
      const areas = areasOf(arranged, moment, threads).sort(([a], [b]) => a - b);
      areas.forEach(([from], k) => {
        expect(from).toBeGreaterThanOrEqual(areas[k - 1]?.[1] ?? 0);
      });
      expect(areas.at(-1)?.[1] ?? 0).toBeLessThanOrEqual(arranged.scratchBytes);
      for (const { tiles } of moment.pieces) {
        const own = tiles ? Math.max(tiles.scratchBytes, tiles.asideBytes) : 0;
        expect(own).toBeLessThanOrEqual(arranged.threadScratch);
      }
    }
  }
  return together;
}

describe('scratch memory', () => {
  it('is apart in a network whose kernels are all too small to be cut', () => {
    const model = sequential({ inputShape: [64] }, [
      dense({ units: 32 }),
      relu(),
      dense({ units: 10 }),
    ]);
    const loss = softmaxCrossEntropy();
    const options = { model, loss, optimizer: sgd({ learningRate: 0.1 }), batchSize: 128 };
    const trainer = new Trainer({ ...options, epochs: 1, threads: 2 });
    const requests = requestsOf(() => {
      for (const _ of trainer.run({ train: digits() }));
    });
    const { moments, threadScratch } = arrangeMoments(requests[0], { threads: 2, grain: GRAIN });
    expect(threadScratch).toBe(0);
    const busy = moments.filter(
      ({ tiles, pieces }) =>
        tiles > 0 && pieces.filter(({ emitter }) => emitter.scratchBytes > 0).length > 1,
    );
    expect(busy).not.toEqual([]);
    check(requests, GRAIN, 2);
  });

  it.each(trainings)('is apart however finely it is cut: $name', ({ make }) => {
    const { trainer, ...data } = make('wasm');
    const shared = new Trainer({ ...trainer.options, threads: 2 });
    const requests = requestsOf(() => {
      for (const _ of shared.run(data as Parameters<Trainer['run']>[0]));
    });
    const found = [1, 10, 50, 200, 1000].map((grain) => check(requests, grain, 3));
    expect(found[0]).toBeGreaterThan(0);
  });
});
