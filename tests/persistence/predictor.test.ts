/** A trained model as it is used: the same before saving and after loading. */
import { describe, expect, it } from 'vitest';
import { fromArrays, iris, minMax, standardize } from '../../src/data/index.ts';
import {
  adam,
  binaryCrossEntropyOfProbabilities,
  dense,
  hinge,
  klDivergence,
  type LayerLike,
  type Loss,
  logSoftmax,
  loss as lossOf,
  meanSquaredError,
  negativeLogLikelihood,
  relu,
  StateError,
  sequential,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  softmax,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import {
  type Predictor,
  predictor,
  type RawInputs,
  readCsv,
  readModel,
  writeModel,
} from '../../src/persistence/index.ts';
import { tensor } from '../tensors.ts';

const irises = iris();
const scaler = standardize(irises);

async function trained() {
  const trainer = new Trainer({
    model: sequential({ inputShape: [4], seed: 7 }, [
      dense({ units: 8 }),
      relu(),
      dense({ units: 3 }),
    ]),
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: 0.02 }),
    epochs: 10,
    seed: 7,
  });
  await trainer.fit({ train: scaler.apply(irises) });
  return trainer;
}

/** The same calls on it as it is, and on what its file gives. */
function both(made: Predictor, inputs: RawInputs): Predictor {
  const read = readModel(writeModel(made));
  expect(Object.keys(read).sort()).toEqual(Object.keys(made).sort());
  expect(read.predict(inputs).toArray()).toEqual(made.predict(inputs).toArray());
  const say = (own: Predictor) => [
    own.predictProbabilities(inputs).toArray(),
    own.predictClasses(inputs),
  ];
  expect(say(read)).toEqual(say(made));
  return read;
}

/** A network that gives its input as it is. */
function echo(units: number, ...last: LayerLike[]) {
  const model = sequential({ inputShape: [units] }, [dense({ units }), ...last]);
  const rows = Array.from({ length: units }, (_, i) =>
    Array.from({ length: units }, (_, j) => +(i === j)),
  );
  model.parameters()[0].assign(tensor(rows));
  return model;
}

const rounded = (made: Predictor, inputs: RawInputs) =>
  (made.predictProbabilities(inputs).toArray() as number[][]).map((row) =>
    row.map((p) => Number(p.toFixed(4))),
  );

describe('a Trainer’s model', () => {
  it('takes data as they come, and names classes, before and after saving', async () => {
    const trainer = await trained();
    const made = predictor(trainer, { scalers: [scaler] });
    both(made, irises);
    const rows = irises.inputs.toArray() as number[][];
    const names = irises.classNames as readonly string[];
    const classes = made.predictClasses(rows);
    const right = classes.filter((name, i) => name === names[irises.targets.toTypedArray()[i]]);
    expect(right.length).toBeGreaterThan(130);
    const probabilities = made.predictProbabilities(rows);
    const scaled = scaler.apply(irises).inputs;
    expect(probabilities.toArray()).toEqual(softmax(trainer.model.predict(scaled)).toArray());
    expect(made.predict(rows).toArray()).toEqual(trainer.model.predict(scaled).toArray());
    expect(made.predictClasses(tensor(rows.slice(0, 1)))).toEqual(['setosa']);
  });

  it('takes objects by the names of the features', async () => {
    const made = predictor(await trained(), { scalers: [scaler] });
    const names = irises.featureNames as readonly string[];
    const rows = irises.inputs.toArray() as number[][];
    const objects = rows.map((row) =>
      Object.fromEntries(names.map((name, k) => [name, row[k]]).reverse()),
    );
    const read = both(made, objects.slice(0, 5));
    expect(read.predict(objects).toArray()).toEqual(made.predict(rows).toArray());
    const broken = { ...objects[0], [names[1]]: 'wide' };
    expect(() => made.predict([objects[0], broken])).toThrow('received "wide" in row 1');
  });

  it('writes the file that model and extras write', async () => {
    const trainer = await trained();
    const { model } = trainer;
    const loss = softmaxCrossEntropy();
    const bytes = writeModel(predictor(trainer, { scalers: [scaler] }));
    expect(writeModel(model, { loss, scalers: [scaler] })).toEqual(bytes);
    expect(writeModel(model, { loss: 'softmaxCrossEntropy', scalers: [scaler] })).toEqual(bytes);
    expect(readModel(bytes).classNames).toEqual(irises.classNames);
  });

  it('knows names that are learned later', async () => {
    const model = sequential({ inputShape: [4], seed: 7 }, [dense({ units: 3 })]);
    const options = { model, loss: softmaxCrossEntropy(), optimizer: adam(), epochs: 1, seed: 7 };
    const trainer = new Trainer(options);
    const made = predictor(trainer);
    expect(made.predictClasses([[1, 2, 3, 4]])[0]).toBeTypeOf('number');
    await trainer.fit({ train: irises });
    expect(made.predictClasses([[1, 2, 3, 4]])[0]).toBeTypeOf('string');
  });
});

describe('rows of a table', () => {
  const table =
    'size;color;weight;kind\n1,5;red;3;cat\n2,5;blue;;dog\n0,5;red;7;cat\n4,5;blue;5;dog\n';
  const { dataset, schema } = readCsv(table, {
    target: 'kind',
    delimiter: ';',
    decimal: ',',
    missing: 'mean',
  });
  const made = predictor(sequential({ inputShape: [4], seed: 3 }, [dense({ units: 2 })]), {
    loss: softmaxCrossEntropy(),
    scalers: [minMax(dataset)],
    schema,
  });
  const rows = [
    { color: 'red', size: 1.5, weight: 3, kind: 'unknown yet' },
    { size: '2,5', color: 'blue', weight: null },
    { size: 0.5, color: 'red', weight: 7 },
    { size: 4.5, color: 'blue', weight: 5 },
  ];

  it('pass through the encoders and scalers of the model', () => {
    expect(made.predict(rows).toArray()).toEqual(made.predict(dataset.inputs).toArray());
    const read = both(made, rows);
    expect(new Set(read.predictClasses(rows))).toEqual(new Set(made.predictClasses(dataset)));
    for (const name of made.predictClasses(rows)) expect(['cat', 'dog']).toContain(name);
  });

  it('are refused where the model does not know them', () => {
    expect(() => made.predict([{ size: 1, color: 'green', weight: 3 }])).toThrow(
      'predict, row 0 (color): Expected one of ["blue", "red"]; received "green"',
    );
    expect(() => made.predict([{ size: 1, weight: 3 }])).toThrow(
      'predict, row 0: Expected a column "color"; received size, weight. Give the columns size, color, weight, with null',
    );
    expect(() => made.predict([{ size: 'big', color: 'red', weight: 3 }])).toThrow(
      'received "big"',
    );
  });

  it('are each looked at: a name that is misspelled in one row is no missing value', () => {
    const [first, second] = rows;
    const { color, ...rest } = second;
    expect(() => made.predict([first, { ...rest, colour: color }])).toThrow(
      'predict, row 1: Expected a column "color"; received size, weight, colour.',
    );
  });

  it('may have categories that are new, if that is said', () => {
    const green = { size: 1, color: 'green', weight: 3 };
    expect(() => made.predictClasses([green])).toThrow("{ unknown: 'ignore' }");
    const asked = { unknown: 'ignore' } as const;
    for (const own of [made, readModel(writeModel(made))]) {
      expect(own.predictClasses([green], asked)).toHaveLength(1);
      const outputs = own.predict([green], asked).toArray();
      const none = own.predict([{ ...green, color: 'red' }]).toArray();
      expect(outputs).not.toEqual(none);
      expect(own.predictProbabilities([green], asked).shape).toEqual([1, 2]);
    }
    expect(() => made.predict([green], { unknwon: 'ignore' } as never)).toThrow('unknown?');
    expect(() => made.predict([green], { unknown: 'error' })).toThrow('received "green"');
  });

  it('may be none: then nothing is predicted', () => {
    expect(made.predictClasses([])).toEqual([]);
    expect(made.predict([]).shape).toEqual([0, made.model.outputShape[0]]);
    expect(predictor(echo(2), { loss: softmaxCrossEntropy() }).predictClasses([])).toEqual([]);
  });

  it('of another form are refused in terms of what was given, not of what is made of it', () => {
    const [row] = rows;
    expect(() => made.predict(row as never)).toThrow('[sample] for one');
    expect(() => made.predict([[0.5, 'red', 7]] as never)).toThrow(
      'predict: Expected arrays of numbers, or an object for each sample where there are texts; received "red". Name the columns: size, color, weight.',
    );
    expect(() => made.predict([[1, 2]])).toThrow(
      'predict: Expected inputs of shape [samples, 4]; received [1, 2]. Give the columns that were learned from: size, color, weight.',
    );
    expect(() => made.predict([1, 2, 3, 4])).toThrow('or [x] for an array');
  });

  it('need a model that knows columns', () => {
    const plain = predictor(echo(2), { loss: softmaxCrossEntropy() });
    expect(() => plain.predict([{ a: 1, b: 2 }])).toThrow('predictor(model, { featureNames })');
    expect(() => plain.predict(3 as never)).toThrow('a tensor of inputs, arrays of numbers');
  });
});

describe('probabilities and classes of', () => {
  const classNames = ['no', 'yes'];
  const inputs = [[-2], [0.25], [0.75]];

  it('one output, logits', () => {
    const made = predictor(echo(1), { loss: sigmoidBinaryCrossEntropy(), classNames });
    expect(rounded(made, inputs)).toEqual([
      [0.8808, 0.1192],
      [0.4378, 0.5622],
      [0.3208, 0.6792],
    ]);
    expect(made.predictClasses(inputs)).toEqual(['no', 'yes', 'yes']);
    both(made, inputs);
  });

  it('one output, probabilities', () => {
    const loss = binaryCrossEntropyOfProbabilities();
    const made = predictor(echo(1, sigmoid()), { loss, classNames });
    expect(rounded(made, [[-2], [2]])).toEqual([
      [0.8808, 0.1192],
      [0.1192, 0.8808],
    ]);
    expect(made.predictClasses([[-2], [2]])).toEqual(['no', 'yes']);
    both(made, inputs);
  });

  const three: [string, Loss, LayerLike[]][] = [
    ['logits', softmaxCrossEntropy(), []],
    ['logarithms', negativeLogLikelihood(), [logSoftmax()]],
    ['probabilities', klDivergence(), [softmax()]],
  ];
  it.each(three)('three outputs, %s', (_, loss, last) => {
    const made = predictor(echo(3, ...last), { loss });
    const rows = [
      [1, 2, 3],
      [3, 0, 0],
    ];
    expect(rounded(made, rows)).toEqual([
      [0.09, 0.2447, 0.6652],
      [0.9094, 0.0453, 0.0453],
    ]);
    expect(made.predictClasses(rows)).toEqual([2, 0]); // numbers, since nobody has named them
    both(made, rows);
  });

  it('several labels', () => {
    const made = predictor(echo(3), {
      loss: sigmoidBinaryCrossEntropy(),
      classNames: ['a', 'b', 'c'],
    });
    const rows = [
      [1, -1, 2],
      [-1, -2, -3],
    ];
    const read = readModel(writeModel(made));
    for (const own of [made, read]) {
      expect(own.predictLabels(rows)).toEqual([['a', 'c'], []]);
      expect(rounded(own, rows)[0]).toEqual([0.7311, 0.2689, 0.8808]);
      expect(() => own.predictClasses(rows)).toThrow('Use predictLabels(inputs)');
    }
  });

  it('scores: classes alone', () => {
    const made = predictor(echo(1), { loss: hinge(), classNames });
    expect(made.predictClasses(inputs)).toEqual(['no', 'yes', 'yes']);
    expect(() => made.predictProbabilities(inputs)).toThrow(StateError);
  });

  it('a loss of one’s own that says what outputs are', () => {
    const own = lossOf('mine', (outputs) => outputs.square().mean({ axis: 1 }));
    const loss: Loss = { ...own, classOutputs: { kind: 'logits', exclusive: true } };
    const read = both(predictor(echo(2), { loss, classNames }), [[1, 2]]);
    expect(read.predictClasses([[1, 2]])).toEqual(['yes']);
    expect(read.loss).toBe('mine');
  });

  it('a model of numbers, or of which nothing is known: refused, with what to say', () => {
    const numbers = predictor(echo(1), { loss: meanSquaredError() });
    expect(() => numbers.predictClasses(inputs)).toThrow('Its outputs are numbers, or scores');
    expect(() => predictor(echo(2)).predictClasses([[1, 2]])).toThrow('predictor(model, { loss })');
    expect(() => predictor(echo(2)).predictProbabilities([[1, 2]])).toThrow(StateError);
    expect(() => numbers.predictLabels(inputs)).toThrow('use predictClasses(inputs)');
  });
});

describe('predictor', () => {
  it('turns scaled targets back', () => {
    const data = fromArrays({ inputs: [[1], [2], [3]], targets: [10, 20, 30] });
    const of = minMax(data, { of: 'targets' });
    const made = predictor(echo(1), { scalers: [of], loss: meanSquaredError() });
    expect(made.predict([[0], [0.5]]).toArray()).toEqual([[10], [20]]);
  });

  it('refuses what does not fit the model, and what is no model', () => {
    expect(() => predictor(echo(2), { classNames: ['a'] })).toThrow('2 of them, as the model has');
    expect(() => predictor(echo(2), { scalers: [scaler] })).toThrow('a scaler of inputs for rows');
    expect(() => predictor(echo(2), { names: [] } as never)).toThrow('names');
    expect(() => predictor({} as never)).toThrow('predictor');
    expect(() => predictor(echo(2), { loss: 3 as never })).toThrow('or its name');
  });
});
