/** A model in one file: everything comes back, and nothing but a whole and consistent file is read. */
import { describe, expect, it } from 'vitest';
import { diabetes, iris, minMax, standardize } from '../../src/data/index.ts';
import { DataError, OptionError } from '../../src/errors/index.ts';
import {
  batchNorm,
  dense,
  dropout,
  initializers,
  type Layer,
  relu,
  residual,
  sequential,
  softmax,
} from '../../src/index.ts';
import {
  type CsvSchema,
  readCsv,
  readCsvWith,
  readModel,
  readSafetensors,
  writeModel,
  writeSafetensors,
} from '../../src/persistence/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import { refusal } from './files.ts';

const network = () =>
  sequential({ inputShape: [4], seed: 7 }, [
    dense({ units: 5, weightInitializer: initializers.orthogonal() }),
    batchNorm(),
    residual([dense({ units: 5 }), relu]),
    dropout({ rate: 0.5 }),
    dense({ units: 3, useBias: false }),
  ]);

/** A small file with some of its texts or tensors replaced; `undefined` takes a text out. */
function forged(
  texts: Readonly<Record<string, string | undefined>>,
  tensors: Readonly<Record<string, ReturnType<typeof tensor> | undefined>> = {},
): Uint8Array {
  const model = sequential({ inputShape: [2], seed: 7 }, [dense({ units: 3 }), relu]);
  const whole = readSafetensors(writeModel(model, { classNames: ['a', 'b', 'c'] }));
  const present = <T>(record: Record<string, T | undefined>) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Record<
      string,
      T
    >;
  return writeSafetensors({
    tensors: present({ ...whole.tensors, ...tensors }),
    metadata: present({ ...whole.metadata, ...texts }),
  });
}

const architecture = (layers: unknown, inputShape: unknown = [2]) =>
  JSON.stringify({ inputShape, seed: 7, dtype: 'float32', layers });

const said = (bytes: Uint8Array): string => {
  const error = refusal(() => readModel(bytes, { file: 'm.safetensors' }));
  expect(error).toBeInstanceOf(DataError);
  return error.message;
};

describe('a model that is read', () => {
  it('has the layers and the bits of the one that was written', () => {
    const model = network();
    model.layers[1].built.buffers?.runningMean.assign([1, 2, 3, 4, 5]);
    const read = readModel(writeModel(model)).model;
    expect(JSON.stringify(read)).toBe(JSON.stringify(model));
    for (const [name, own] of Object.entries(model.state())) {
      expect(read.state()[name].toTypedArray()).toEqual(own.toTypedArray());
    }
    expect(read.parameters().map(({ name }) => name)).toEqual(
      model.parameters().map(({ name }) => name),
    );
  });

  it('learns on its own: the tensors are not those that were read', () => {
    const model = network();
    const bytes = writeModel(model);
    const [first, second] = [readModel(bytes).model, readModel(bytes).model];
    first.parameters()[0].assign(new Float32Array(20));
    expect(second.state()['layers.0.weight'].toArray()).toEqual(
      model.state()['layers.0.weight'].toArray(),
    );
  });

  it('comes with everything that was said about it', () => {
    const data = iris();
    const { classNames, featureNames } = data;
    const metadata = { author: 'me', ['__proto__']: 'only a name' };
    const file = readModel(
      writeModel(network(), {
        ...{ task: 'classification', loss: 'softmaxCrossEntropy', classNames, featureNames },
        ...{ scalers: [standardize(data)], metadata },
      }),
    );
    expect(file).toMatchObject({ task: 'classification', loss: 'softmaxCrossEntropy' });
    expect([file.classNames, file.featureNames]).toEqual([classNames, featureNames]);
    expect(Object.entries(file.metadata)).toEqual(Object.entries(metadata).sort());
    expect(Object.getPrototypeOf(file.metadata)).toBe(Object.prototype);
    expect(readModel(writeModel(network()))).toMatchObject({ scalers: [], metadata: {} });
  });

  it('gives the same bytes again', () => {
    const bytes = writeModel(network(), { metadata: { b: '1', a: '2' } });
    const { model, metadata } = readModel(bytes);
    expect(writeModel(model, { metadata })).toEqual(bytes);
  });

  it('in double precision stays so', () => {
    const model = sequential({ inputShape: [1], dtype: 'float64' }, [dense({ units: 1 })]);
    expect(readModel(writeModel(model)).model.dtype).toBe('float64');
  });
});

describe('prediction from the file alone', () => {
  it('scales the inputs and turns outputs back, in the right order', () => {
    const data = diabetes();
    const scalers = [
      ...[standardize(data), minMax(data, { of: 'targets', high: 2 })],
      ...[minMax(data, { of: 'targets', low: -3 })],
    ];
    const model = sequential({ inputShape: [10], seed: 7 }, [dense({ units: 1 })]);
    const { predict } = readModel(writeModel(model, { scalers }));
    const [inputs, first, second] = scalers;
    const byHand = first.invert(second.invert(model.predict(inputs.transform(data.inputs))));
    expect(predict(data.inputs).toArray()).toEqual(byHand.toArray());
  });

  it('reads a CSV file as the first one was read', () => {
    const text = 'length,color,species\n5.1,red,setosa\n7,blue,virginica\n6.3,red,virginica\n';
    const { dataset, schema } = readCsv(text, { target: 'species' });
    const model = sequential({ inputShape: [3], seed: 7 }, [dense({ units: 2 })]);
    const file = readModel(writeModel(model, { schema, classNames: dataset.classNames }));
    const { inputs } = readCsvWith(file.schema as CsvSchema, 'color,length\nblue,7\n');
    expect(file.predict(inputs).toArray()).toEqual(model.predict([[7, 1, 0]]).toArray());
  });
});

describe('what is not written', () => {
  it.each<[string, Layer | typeof relu, RegExp]>([
    ['a function', Object.assign((x: never) => x, {}) as never, /function/],
    ['a layer of an unknown type', { ...relu(), type: 'mine' }, /received "mine"/],
  ])('%s', (_, layer, reason) => {
    const model = sequential({ inputShape: [2] }, [layer]);
    const error = refusal(() => writeModel(model));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(reason);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown extra', { classes: ['a'] }, /unknown option "classes"/],
    ['another task', { task: 'clustering' }, /writeModel.task/],
    ['names of too few classes', { classNames: ['a'] }, /classNames: Expected 3/],
    [
      'names that are none',
      { classNames: [1, 2, 3] },
      /classNames\[0\]: Expected a string; received 1/,
    ],
    ['a scaler of other columns', { scalers: [standardize(diabetes())] }, /shape \[10\]/],
    ['a text under a key of ours', { metadata: { scalers: '[]' } }, /received scalers/],
    ['what is no text', { metadata: { version: 1 } }, /a text in Unicode/],
    [
      'a schema that is none',
      { schema: { inputs: [] } },
      /schema.delimiter: Expected one character/,
    ],
  ])('%s', (_, extras, reason) => {
    const error = refusal(() => writeModel(network(), extras));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(reason);
  });
});

describe('what is not read', () => {
  it('tensors alone, and a file of a later version', () => {
    const bytes = writeSafetensors({ tensors: network().state() });
    expect(said(bytes)).toMatch(/^m.safetensors: .*no such text.*loadState/);
    expect(said(forged({ format: 'epochal model 2' }))).toMatch(/later version of epochal/);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['no layers', architecture(undefined)],
    ['layers that are none', architecture([null])],
    ['an unknown layer', architecture([{ type: 'attention', options: {} }])],
    ['a name that every object has', architecture([{ type: 'constructor', options: {} }])],
    ['another such', architecture([{ type: '__proto__', options: {} }])],
    ['an unknown option', architecture([{ type: 'dense', options: { units: 3, rank: 1 } }])],
    ['options that are none', architecture([{ type: 'dense', options: 'units' }])],
    ['an unknown initializer', architecture([dense3({ weightInitializer: { name: 'x' } })])],
    ['no input shape', architecture([dense3({})], 'wide')],
    ['another input shape', architecture([dense3({}), { type: 'relu', options: {} }], [4])],
    ['other units', architecture([{ type: 'dense', options: { units: 4 } }])],
    ['a layer more', architecture([dense3({}), dense3({})])],
    ['a layer less', architecture([{ type: 'relu', options: {} }])],
    ['no bias', architecture([dense3({ useBias: false })])],
    ['a key twice', '{"layers":[],"layers":[]}'],
  ])('an architecture with %s', (_, text) => {
    expect(said(forged({ architecture: text }))).toMatch(/^m.safetensors, architecture/);
  });

  it('no architecture at all', () => {
    expect(said(forged({ architecture: undefined }))).toMatch(/an architecture \{/);
  });

  it('weights that claim more memory than the file has, before it is taken', () => {
    const huge = [
      architecture([{ type: 'dense', options: { units: 2 ** 40 } }]),
      architecture([dense3({})], [2 ** 40]),
      architecture([{ type: 'flatten', options: {} }, dense3({})], [2 ** 40, 2 ** 40]),
      architecture([{ type: 'batchNorm', options: {} }], [2 ** 33]),
    ];
    for (const text of huge) expect(said(forged({ architecture: text }))).toMatch(/received/);
  });

  it('layers inside of layers without end', () => {
    const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
    const layer = '{"type":"residual","options":{"layers":[';
    for (const layers of [`[${deep(layer, ']}}')}]`, deep('[', ']')]) {
      const text = `{"inputShape":[2],"seed":7,"dtype":"float32","layers":${layers}}`;
      expect(said(forged({ architecture: text }))).toMatch(/inside of each other/);
    }
    expect(said(forged({ scalers: deep('[', ']') }))).toMatch(/inside of each other/);
  });

  it('tensors that are not those of the layers', () => {
    const wrong = { 'layers.0.bias': tensor([1, 2]) };
    expect(said(forged({}, wrong))).toMatch(/layers.0.bias: float32 \[3\]; received float32 \[2\]/);
    expect(said(forged({}, { 'layers.0.bias': undefined }))).toMatch(/no such name/);
    expect(said(forged({}, { extra: tensor(1) }))).toMatch(/received extra/);
    const doubled = { 'layers.0.bias': tensor([1, 2, 3], { dtype: 'float64' }) };
    expect(said(forged({}, doubled))).toMatch(/received float64 \[3\]/);
  });

  const scaler = (change: object) =>
    JSON.stringify([
      {
        ...{ name: 'standardize', of: 'inputs' },
        values: { mean: [0, 0], deviation: [1, 1] },
        ...change,
      },
    ]);

  it.each([
    ['scalers', '{}'],
    ['scalers', '[null]'],
    ['scalers', scaler({ name: 'robust' })],
    ['scalers', scaler({ of: '__proto__' })],
    ['scalers', scaler({ of: 'targets' })],
    ['scalers', scaler({ values: null })],
    ['scalers', scaler({ values: { mean: [0, 0] } })],
    ['scalers', scaler({ values: { mean: [0, 0], deviation: [1, 1, 1] } })],
    ['scalers', scaler({ values: { mean: ['0', '0'], deviation: [1, 1] } })],
    ['scalers', scaler({ name: 'minMax', values: { minimum: [0, 0], range: [1, 1] } })],
    ['classNames', '["a"]'],
    ['classNames', '[1,2,3]'],
    ['classNames', '{"length":3}'],
    ['featureNames', '["a","b","c"]'],
    ['task', 'guessing'],
    ['schema', '{}'],
    ['schema', schemaOf(['a'])],
    ['schema', schemaOf(['a', 'b'], ['x', 'y'])],
  ])('%s %s', (key, text) => {
    expect(said(forged({ [key]: text }))).toMatch(new RegExp(`^m.safetensors.*${key}`));
  });

  it('but reads what fits', () => {
    const texts = { scalers: scaler({}), schema: schemaOf(['a', 'b']) };
    expect(readModel(forged(texts)).scalers).toHaveLength(1);
  });
});

it('one output tells two classes apart', () => {
  const model = sequential({ inputShape: [2] }, [dense({ units: 1 })]);
  const classNames = ['no', 'yes'];
  expect(readModel(writeModel(model, { classNames })).classNames).toEqual(classNames);
  const three = sequential({ inputShape: [2] }, [dense({ units: 3 }), softmax]);
  expect(() => writeModel(three, { classNames })).toThrow(OptionError);
});

function dense3(options: object) {
  return { type: 'dense', options: { units: 3, ...options } };
}

function schemaOf(names: readonly string[], categories = ['a', 'b', 'c']): string {
  return JSON.stringify({
    ...{ delimiter: ',', header: true, missingValues: [] },
    ...{ decimal: '.', thousands: '', dtype: 'float32', exact: true },
    inputs: names.map((name) => ({ name, kind: 'numeric' })),
    targets: [{ name: 'target', kind: 'categorical', categories }],
  });
}
