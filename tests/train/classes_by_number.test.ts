/** What everyone types first: `targets: [0, 1, 2]`, three units, softmaxCrossEntropy. */
import { describe, expect, it } from 'vitest';
import { fromArrays, iris, split, stream, type Targets } from '../../src/data/index.ts';
import {
  accuracy,
  adam,
  confusionMatrix,
  dense,
  evaluate,
  meanSquaredError,
  relu,
  sequential,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { crossValidate, type TrainingRequest } from '../../src/selection/index.ts';
import type { Backend, EpochRecord } from '../../src/train/index.ts';

const rows = iris().inputs.toArray() as number[][];
const classes = Array.from(iris().targets.toTypedArray());

const WRITTEN: [string, Targets, { classes?: number; classNames?: string[] }][] = [
  ['int32', Int32Array.from(classes), {}],
  ['a plain list', classes, {}],
  ['a column', classes.map((k) => [k]), {}],
  ['bytes', Uint8Array.from(classes), {}],
  ['a plain list with classes', classes, { classes: 3 }],
  ['a plain list with names', classes, { classNames: ['a', 'b', 'c'] }],
  [
    'one-hot rows with classes',
    classes.map((k) => [0, 1, 2].map((j) => +(j === k))),
    { classes: 3 },
  ],
  ['names', classes.map((k) => 'abc'[k]), {}],
  ['float64', Float64Array.from(classes), {}],
  ['float64 with classes', Float64Array.from(classes), { classes: 3 }],
];

const make = (backend: Backend = 'auto') =>
  new Trainer({
    model: sequential({ inputShape: [4], seed: 7 }, [
      dense({ units: 8 }),
      relu(),
      dense({ units: 3 }),
    ]),
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: 0.02 }),
    metrics: { accuracy },
    epochs: 3,
    batchSize: 32,
    seed: 7,
    backend,
  });

const weightsOf = ({ model }: Trainer) =>
  model.parameters().map((parameter) => parameter.toArray());

/** An epoch without its times. */
const numbers = ({ loss, validation, gradientNorm }: EpochRecord) => ({
  loss,
  validation,
  gradientNorm,
});

describe('classes by number train a classifier, to the bit alike', () => {
  const measured = async (given: { targets: Targets }, backend?: Backend) => {
    const dataset = fromArrays({ inputs: rows, ...given });
    const { train, validation } = split(dataset, { validation: 0.2, seed: 7, stratify: true });
    const trainer = make(backend);
    const history = await trainer.fit({ train, validation });
    const { report, ...results } = evaluate(
      {
        model: trainer.model,
        loss: softmaxCrossEntropy(),
        metrics: { accuracy },
      },
      validation,
    );
    const { counts } = confusionMatrix(
      trainer.model.predict(validation.inputs),
      validation.targets,
    );
    return {
      weights: weightsOf(trainer),
      epochs: history.epochs.map(numbers),
      results,
      counts,
      scores: report?.classes.map(({ f1 }) => f1),
    };
  };

  it.each(WRITTEN)('%s', async (_, targets, said) => {
    const expected = await measured({ targets: Int32Array.from(classes) });
    expect(await measured({ targets, ...said })).toEqual(expected);
    expect(await measured({ targets, ...said }, 'reference')).toEqual(expected);
  });

  it('from a stream', async () => {
    const train = async (targets: Targets) => {
      const trainer = make();
      const parts = [fromArrays({ inputs: rows, targets })];
      await trainer.fit({ train: stream({ open: () => parts, samples: rows.length }) });
      return weightsOf(trainer);
    };
    expect(await train(classes)).toEqual(await train(Int32Array.from(classes)));
  });

  it('in folds, with the classes stratified', async () => {
    const judge = async (targets: Targets) => {
      const dataset = fromArrays({ inputs: rows, targets });
      const training = ({ seed }: TrainingRequest) => ({
        model: sequential({ inputShape: [4], seed }, [dense({ units: 3 })]),
        loss: softmaxCrossEntropy(),
        optimizer: adam({ learningRate: 0.02 }),
        metrics: { accuracy },
        epochs: 2,
        batchSize: 32,
        seed,
      });
      const { curve } = await crossValidate({ dataset, training, k: 3, stratify: true, seed: 7 });
      return curve;
    };
    expect(await judge(classes)).toEqual(await judge(Int32Array.from(classes)));
  });

  it('with weights of classes', async () => {
    const train = async (targets: Targets) => {
      const trainer = new Trainer({
        model: sequential({ inputShape: [4], seed: 7 }, [dense({ units: 3 })]),
        loss: softmaxCrossEntropy({ classWeights: [1, 2, 0.5] }),
        optimizer: adam({ learningRate: 0.02 }),
        epochs: 2,
        batchSize: 32,
        seed: 7,
      });
      await trainer.fit({ train: fromArrays({ inputs: rows, targets }) });
      return weightsOf(trainer);
    };
    expect(await train(classes)).toEqual(await train(Int32Array.from(classes)));
  });
});

describe('two classes for one unit or two', () => {
  const yes = classes.map((k) => k === 2);
  const WAYS: [string, Targets][] = [
    ['booleans', yes],
    ['numbers', yes.map(Number)],
    ['bytes', Uint8Array.from(yes, Number)],
    ['float64', Float64Array.from(yes, Number)],
    ['names', yes.map((is) => (is ? 'yes' : 'no'))],
  ];

  it.each([
    [1, sigmoidBinaryCrossEntropy()],
    [2, softmaxCrossEntropy()],
  ] as const)('%d units', async (units, loss) => {
    const results = WAYS.map(([, targets]) => {
      const model = sequential({ inputShape: [4], seed: 7 }, [dense({ units })]);
      const optimizer = adam({ learningRate: 0.02 });
      const options = { loss, optimizer, metrics: { accuracy }, epochs: 2, batchSize: 32, seed: 7 };
      const trainer = new Trainer({ model, ...options });
      const train = fromArrays({ inputs: rows, targets });
      return trainer.fit({ train, validation: train }).then(({ epochs }) => epochs.map(numbers));
    });
    const [first, ...others] = await Promise.all(results);
    expect(first[1].loss).toBeLessThan(first[0].loss);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('what stands in the way names what helps', () => {
  const refusal = (units: number, targets: Targets, loss = softmaxCrossEntropy()) => {
    const model = sequential({ inputShape: [4], seed: 7 }, [dense({ units })]);
    const optimizer = adam({ learningRate: 0.02 });
    const trainer = new Trainer({ model, loss, optimizer, epochs: 1, batchSize: 32, seed: 7 });
    return () => trainer.run({ train: fromArrays({ inputs: rows, targets }) }).next();
  };

  it('one unit for three classes', () => {
    expect(refusal(1, classes)).toThrow('Give the last layer a unit for each class');
  });

  it('two units for three classes', () => {
    expect(refusal(2, classes)).toThrow('received 2 in sample 100. The network has 2 outputs');
  });

  it('the loss of two classes for three', () => {
    expect(refusal(1, classes, sigmoidBinaryCrossEntropy())).toThrow('softmaxCrossEntropy()');
    expect(refusal(3, classes, sigmoidBinaryCrossEntropy())).toThrow('softmaxCrossEntropy()');
  });

  it('a loss of values for classes', () => {
    expect(refusal(3, classes, meanSquaredError())).toThrow(
      'For classes use softmaxCrossEntropy()',
    );
  });

  it('classes that count from 1', () => {
    const fromOne = classes.map((k) => k + 1);
    expect(refusal(3, fromOne)).toThrow('classes are whole numbers from 0');
  });
});
