/** Watching a compiled training in the middle of an iteration changes nothing, and shows the same. */
import { describe, expect, it } from 'vitest';
import { iris, standardize } from '../../src/data/index.ts';
import {
  adam,
  type Backend,
  batchNorm,
  dense,
  dropout,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
} from '../../src/index.ts';
import { detach } from '../../src/ops/shape/detach.ts';
import { firstDifference, transcribe } from './transcript.ts';

const flowers = iris();
const train = standardize(flowers).apply(flowers);

function makeTrainer(backend: Backend, options: object = {}): Trainer {
  const model = sequential({ inputShape: [4], seed: 7 }, [
    dense({ units: 6 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.3 }),
    dense({ units: 3 }),
  ]);
  const loss = softmaxCrossEntropy();
  const optimizer = adam({ learningRate: 0.05 });
  return new Trainer({
    model,
    loss,
    optimizer,
    epochs: 3,
    batchSize: 40,
    seed: 7,
    backend,
    ...options,
  });
}

/** The state after each iteration, when something is done at every event of a type. */
function watched(trainer: Trainer, at: string, act: (trainer: Trainer) => void): Tensor[] {
  const states: Tensor[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type === at) act(trainer);
    if (event.type === 'iterationEnd') states.push(...Object.values(trainer.model.state()));
  }
  return [...states, ...Object.values(trainer.optimizerState())];
}

const bits = (tensors: readonly Tensor[]) =>
  tensors.map((tensor) => ({ what: 'state', values: tensor.toTypedArray() }));

describe.each([{ accumulate: 1 }, { accumulate: 2 }])(
  'with $accumulate micro-batches',
  (options) => {
    it.each(['iterationStart', 'forward', 'loss', 'backward', 'update', 'iterationEnd'])(
      'a prediction at each %s leaves the training as it is',
      (type) => {
        const predict = ({ model }: Trainer) => model.predict(train.inputs);
        const expected = watched(makeTrainer('reference', options), 'none', predict);
        const received = watched(makeTrainer('wasm', options), type, predict);
        expect(firstDifference(bits(received), bits(expected))).toBeUndefined();
      },
    );

    it.each(['iterationStart', 'forward', 'loss', 'backward', 'update', 'iterationEnd'])(
      'parameters that are set at each %s are set in the compiled code too',
      (type) => {
        const shrink = ({ model }: Trainer) => {
          const [weight] = model.parameters();
          weight.assign(weight.toTypedArray().map((value) => value / 2));
        };
        const expected = watched(makeTrainer('reference', options), type, shrink);
        const received = watched(makeTrainer('wasm', options), type, shrink);
        expect(firstDifference(bits(received), bits(expected))).toBeUndefined();
      },
    );

    it('freezing and unfreezing on the way makes new plans, with the same bits', () => {
      const toggle = ({ model, iteration }: Trainer) => {
        if (iteration === 3) model.freeze('layers.0');
        if (iteration === 7) model.unfreeze();
      };
      const compiled = makeTrainer('wasm', options);
      const expected = watched(makeTrainer('reference', options), 'iterationEnd', toggle);
      const received = watched(compiled, 'iterationEnd', toggle);
      expect(firstDifference(bits(received), bits(expected))).toBeUndefined();
      expect(compiled.backend).toBe('wasm');
    });

    it('state that is loaded between two runs is what the next one starts from', () => {
      const outcomes = (['reference', 'wasm'] as const).map((backend) => {
        const trainer = makeTrainer(backend, options);
        const start = trainer.model.state();
        for (const event of trainer.run({ train })) if (event.type === 'epochEnd') break;
        trainer.model.loadState(start);
        return watched(trainer, 'none', () => {});
      });
      expect(firstDifference(bits(outcomes[1]), bits(outcomes[0]))).toBeUndefined();
    });
  },
);

describe('two trainers of one model', () => {
  it('take turns within an iteration, compiled as on the reference', () => {
    const outcomes = (['reference', 'wasm'] as const).map((backend) => {
      const one = makeTrainer(backend);
      const other = new Trainer({ ...one.options, optimizer: sgd(), loss: softmaxCrossEntropy() });
      const runs = [one.run({ train }), other.run({ train })];
      for (let turn = 0; turn < 90; turn++) runs[turn % 2].next();
      return Object.values(one.model.state());
    });
    expect(firstDifference(bits(outcomes[1]), bits(outcomes[0]))).toBeUndefined();
  });
});

describe('a parameter that the loss does not depend on', () => {
  it('has a gradient of zeros, of whatever size, that can be looked at', () => {
    const outcomes = (['reference', 'wasm'] as const).map((backend) => {
      const model = sequential({ inputShape: [4], seed: 7 }, [
        dense({ units: 1 }),
        (x) => detach(x),
        dense({ units: 3 }),
      ]);
      const options = { model, loss: softmaxCrossEntropy(), optimizer: adam({ weightDecay: 0.1 }) };
      const trainer = new Trainer({ ...options, epochs: 2, batchSize: 50, backend });
      return transcribe({ trainer, train, validation: train });
    });
    expect(outcomes.map(({ backend }) => backend)).toEqual(['reference', 'wasm']);
    expect(firstDifference(outcomes[1].entries, outcomes[0].entries)).toBeUndefined();
  });
});

describe('a layer that looks at values', () => {
  it('leaves the training to the reference, with the right results', () => {
    const outcomes = (['reference', 'wasm'] as const).map((backend) => {
      const model = sequential({ inputShape: [4], seed: 7 }, [
        (x) => (x.toTypedArray()[0] > 0 ? x : x.mul(2)),
        dense({ units: 3 }),
      ]);
      const options = { model, loss: softmaxCrossEntropy(), optimizer: adam() };
      const trainer = new Trainer({ ...options, epochs: 2, batchSize: 40, backend });
      return transcribe({ trainer, train, validation: train });
    });
    expect(outcomes[1].plans).toBe(0);
    expect(firstDifference(outcomes[1].entries, outcomes[0].entries)).toBeUndefined();
  });
});
