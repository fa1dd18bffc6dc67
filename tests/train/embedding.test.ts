/** A layer of one's own that looks vectors up by number: compiled as a whole, and refused alike. */
import { expect, it } from 'vitest';
import { fromArrays } from '../../src/data/from_arrays.ts';
import { softmaxCrossEntropy } from '../../src/losses/index.ts';
import { dense, type Layer, sequential } from '../../src/nn/index.ts';
import { gather } from '../../src/ops/shape/indexing.ts';
import { adam } from '../../src/optimizers/index.ts';
import { parameter } from '../../src/tensor/create.ts';
import { Trainer } from '../../src/train/index.ts';
import { tensor, uniform } from '../tensors.ts';
import { compareBackends } from './both_backends.ts';

const [WORDS, WIDTH, LENGTH, SAMPLES] = [20, 5, 4, 30];

function embedding(): Layer {
  return {
    type: 'embedding',
    options: {},
    build({ name, inputShape: [length] }) {
      const table = parameter(uniform([WORDS, WIDTH], { seed: 3 }), { name: `${name}.table` });
      return {
        outputShape: [length * WIDTH],
        parameters: { table },
        forward: (x) => gather(table, x.cast('int32')).reshape([x.shape[0], length * WIDTH]),
      };
    },
  };
}

const model = () =>
  sequential({ inputShape: [LENGTH], seed: 7 }, [embedding(), dense({ units: 3 })]);

function sentences(last: number) {
  const words = Float32Array.from({ length: SAMPLES * LENGTH }, (_, i) => (i * i) % WORDS);
  words[words.length - 1] = last;
  return fromArrays({
    inputs: tensor(words, { shape: [SAMPLES, LENGTH] }),
    targets: Int32Array.from({ length: SAMPLES }, (_, i) => i % 3),
  });
}

const options = {
  ...{ loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
  ...{ epochs: 3, batchSize: 8, seed: 1 },
};

it("a training run with an embedding of one's own is compiled as a whole, with the same bits", () => {
  const train = sentences(0);
  const compared = compareBackends({ ...options, model, train, validation: train });
  expect(compared).toMatchObject({ difference: undefined, iterations: 12, fallbacks: [] });
  expect(compared.plans).toBeGreaterThan(0);
});

it.each(['wasm', 'reference'] as const)(
  'a word that is not in the table is refused: %s',
  async (backend) => {
    const trainer = new Trainer({ ...options, model: model(), backend, shuffle: false });
    const before = () => trainer.model.parameters().map((own) => [...own.toTypedArray()]);
    const run = trainer.run({ train: sentences(WORDS) });
    let values = before();
    const refused = () => {
      for (const event of run) if (event.type === 'iterationEnd') values = before();
    };
    expect(refused).toThrow('gather: index out of range. Expected 0 to 19; received 20');
    expect(trainer.iteration).toBe(3);
    expect(before()).toEqual(values);
  },
);
