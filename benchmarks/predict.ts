/** `predict` with batches of many sizes in turn: whether many sizes cost more than a few. */
import { dense, relu, sequential, tensor } from '../src/index.ts';
import { random } from '../src/tensor/rng.ts';
import { checkClose, median } from './measure.ts';

export interface PredictTimes {
  /** How many sizes come in turn, from 1 sample on. */
  readonly sizes: number;
  /** Microseconds of a call, over all sizes. */
  readonly call: number;
  /** Microseconds for each sample. */
  readonly sample: number;
}

const INPUTS = 64;
const ROUNDS = 9;
const ROUND_CALLS = 2000;

export function benchPredict(counts: readonly number[]): readonly PredictTimes[] {
  const subjects = counts.map(callsInTurn);
  for (const { run } of subjects) run();
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    subjects.forEach(({ run }, i) => {
      const start = performance.now();
      run();
      times[i].push(performance.now() - start);
    });
  }
  return subjects.map(({ sizes, calls, samples }, i) => {
    const microseconds = 1000 * median(times[i]);
    return { sizes, call: microseconds / calls, sample: microseconds / samples };
  });
}

/** A model of its own for each number of sizes, each size as often as any other. */
function callsInTurn(sizes: number) {
  const model = sequential({ inputShape: [INPUTS], seed: 1 }, [
    dense({ units: 32 }),
    relu(),
    dense({ units: 10 }),
  ]);
  const source = random(1, `predict ${sizes}`);
  const batches = Array.from({ length: sizes }, (_, i) => {
    const numbers = Float32Array.from({ length: (i + 1) * INPUTS }, () => source.normal());
    return tensor(numbers, { shape: [i + 1, INPUTS] });
  });
  for (const batch of [...batches, ...batches]) {
    const expected = model.predict(batch, { backend: 'reference' });
    checkClose('predict', model.predict(batch).toTypedArray(), expected.toTypedArray(), 0);
  }
  const turns = Math.ceil(ROUND_CALLS / sizes);
  return {
    sizes,
    calls: turns * sizes,
    samples: (turns * sizes * (sizes + 1)) / 2,
    run: () => {
      for (let turn = 0; turn < turns; turn++) for (const batch of batches) model.predict(batch);
    },
  };
}
