/** Threads beyond an uninterrupted training run: continued with others, predictions, evaluations, compiled functions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, digits, subset } from '../../../src/data/index.ts';
import { threading } from '../../../src/graph/threading.ts';
import {
  accuracy,
  adam,
  compile,
  dense,
  dropout,
  evaluate,
  relu,
  sequential,
  softmax,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
  toNdarray,
} from '../../../src/index.ts';
import { readModel, writeModel } from '../../../src/persistence/index.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';
import { uniform } from '../../tensors.ts';

let team: ReturnType<typeof useThreads>;
beforeAll(() => {
  team = useThreads(starterHere(), { cores: 2, grain: 100, gather: 60_000 });
});
afterAll(() => {
  team?.close();
  threading.source = undefined;
});

const all = digits();
const part = (from: number, size: number): Dataset =>
  subset(
    all,
    Array.from({ length: size }, (_, i) => from + i),
  );
const [train, validation] = [part(0, 400), part(400, 300)];

function network() {
  return sequential({ inputShape: [64], seed: 3 }, [
    dense({ units: 80 }),
    relu(),
    dropout({ rate: 0.2 }),
    dense({ units: 10 }),
  ]);
}

function trainer(threads: number | 'auto', epochs = 6): Trainer {
  const loss = softmaxCrossEntropy();
  const common = { metrics: { accuracy }, optimizer: adam(), batchSize: 64 };
  return new Trainer({ model: network(), loss, ...common, epochs, threads });
}

const numbers = (model: Trainer['model']) =>
  Object.values(model.state()).map((own) => own.toTypedArray());

async function expected() {
  const one = trainer(1);
  await one.fit({ train, validation });
  return { weights: numbers(one.model), validations: one.history.validations };
}

describe('several threads', () => {
  it('continue a training run of another number of threads, again and again', async () => {
    let state = trainer(1).checkpoint();
    let last = trainer(1);
    for (const [i, threads] of [1, 3, 2, 1, 8, 'auto' as const].entries()) {
      last = trainer(threads, i + 1);
      last.resume(state);
      await last.fit({ train, validation });
      state = last.checkpoint();
    }
    const { weights, validations } = await expected();
    expect(numbers(last.model)).toEqual(weights);
    expect(last.history.validations).toEqual(validations);
  });

  it('train the same model one after another, and in turns', async () => {
    const runs = [1, 2, 3].map((threads) => trainer(threads));
    const events = runs.map((own) => own.run({ train, validation }));
    for (let ended = 0; ended < events.length; ) {
      ended = events.map((own) => own.next()).filter(({ done }) => done).length;
    }
    const { weights } = await expected();
    for (const { model } of runs) expect(numbers(model)).toEqual(weights);
  });

  it('predict and evaluate as one does', () => {
    const model = network();
    const loss = softmaxCrossEntropy();
    const once = model.predict(all.inputs).toTypedArray();
    const measured = evaluate({ model, loss, metrics: { accuracy } }, all);
    for (const threads of [2, 3, 'auto'] as const) {
      expect(model.predict(all.inputs, { threads }).toTypedArray()).toEqual(once);
      expect(evaluate({ model, loss, metrics: { accuracy }, threads }, all)).toEqual(measured);
    }
    expect(model.predict(all.inputs).toTypedArray()).toEqual(once);
  });

  it('run compiled functions as one does', () => {
    const compute = (x: Tensor, w: Tensor) => {
      const y = x.matmul(w).sub(1).relu();
      return [y, y.square().sum({ axis: 0 }), softmax(y)];
    };
    const [x, w] = [uniform([300, 70], { seed: 1 }), uniform([70, 90], { seed: 2 })];
    const [one, two] = [compile(compute), compile(compute, { threads: 2 })];
    for (let i = 0; i < 3; i++) {
      two(x, w).forEach((result, k) => {
        expect(result).toBeBitIdenticalTo(one(x, w)[k]);
      });
    }
    expect(two.obstacle()).toBeUndefined();
    expect(team?.present()).toBe(2);
  });

  it('leave tensors that can be passed on', () => {
    const own = trainer(2, 1);
    for (const event of own.run({ train })) if (event.type === 'trainEnd') break;
    const [weight] = own.model.parameters();
    expect(weight.storage.data.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(weight.toTypedArray().buffer).toBeInstanceOf(ArrayBuffer);
    for (const state of Object.values(own.optimizerState())) {
      expect(structuredClone(state.toTypedArray())).toEqual(state.toTypedArray());
    }
    expect(toNdarray(weight).data.buffer).toBeInstanceOf(ArrayBuffer);
    const bytes = writeModel(own.model);
    expect(numbers(readModel(bytes).model)).toEqual(numbers(own.model));
  });
});
