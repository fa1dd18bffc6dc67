/** A predictor on its way to other systems: what belongs to the model goes with it, or is refused. */
import { describe, expect, it } from 'vitest';
import { iris, standardize } from '../../src/data/index.ts';
import { exportModel, importModel } from '../../src/interop/index.ts';
import { sigmoidBinaryCrossEntropy } from '../../src/losses/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { predictor, readCsv } from '../../src/persistence/index.ts';
import { refusal } from '../persistence/files.ts';

const data = iris();
const scalers = [standardize(data)];
const { classNames = [], featureNames = [] } = data;
const make = (inputs = 4) => sequential({ inputShape: [inputs], seed: 7 }, [dense({ units: 3 })]);
const extras = { scalers, classNames, featureNames, task: 'classification' } as const;

describe('a predictor', () => {
  it.each(['onnx', 'sklearn'] as const)('is, as %s, its model with scalers and names', (to) => {
    const expected = exportModel(make(), { to, scalers, classNames, featureNames });
    expect(exportModel(predictor(make(), extras), { to })).toEqual(expected);
    expect(exportModel(make(), { to })).not.toEqual(expected);
  });

  it.each(['keras', 'tfjs'] as const)('takes its scalers along to %s', (to) => {
    const expected = exportModel(make(), { to, scalers });
    expect(exportModel(predictor(make(), extras), { to })).toEqual(expected);
  });

  it('gives probabilities where it tells classes, and else the outputs as they are', () => {
    const unnamed = { scalers, task: 'classification' } as const;
    const probabilities = exportModel(make(), { to: 'onnx', scalers, probabilities: true });
    expect(exportModel(predictor(make(), unnamed), { to: 'onnx' })).toEqual(probabilities);
    const values = exportModel(make(), { to: 'onnx', scalers });
    const numbers = predictor(make(), { scalers, task: 'regression' });
    expect(exportModel(numbers, { to: 'onnx' })).toEqual(values);
  });

  it('knows by its loss whether classes exclude each other', () => {
    const made = predictor(make(), { ...extras, loss: sigmoidBinaryCrossEntropy() });
    const options = { to: 'onnx', scalers, classNames, featureNames } as const;
    const labels = exportModel(make(), { ...options, loss: sigmoidBinaryCrossEntropy() });
    expect(exportModel(made, { to: 'onnx' })).toEqual(labels);
    expect(labels).not.toEqual(exportModel(make(), options));
  });

  it('yields to what the options say', () => {
    const plain = exportModel(make(), { to: 'onnx', scalers: [], classNames, featureNames });
    expect(exportModel(predictor(make(), extras), { to: 'onnx', scalers: [] })).toEqual(plain);
  });

  it('is refused with scalers where only tensors are held, and taken without', () => {
    for (const to of ['pytorch', 'safetensors', 'kerasWeights'] as const) {
      const made = predictor(make(), extras);
      const error = refusal(() => exportModel(made, { to }));
      expect(error.message).toContain('received standardize');
      expect(exportModel(made, { to, scalers: [] })).toEqual(exportModel(make(), { to }));
    }
  });

  it('that reads texts is refused by the names of its columns', () => {
    const { schema } = readCsv('size,color,y\n1,red,0\n2,blue,1\n3,red,0\n', { target: 'y' });
    const made = predictor(make(3), { schema });
    const error = refusal(() => exportModel(made, { to: 'onnx' }));
    expect(error.message).toContain('received color (categorical).');
    const options = { to: 'onnx', scalers: made.scalers } as const;
    expect(exportModel(made.model, options).length).toBeGreaterThan(0);
  });
});

it('class names of a table that was learned from go with it', () => {
  const { schema } = readCsv('a,b,y\n1,2,no\n2,3,yes\n4,4,maybe\n', { target: 'y' });
  const made = predictor(make(2), { schema, loss: 'softmaxCrossEntropy' });
  const again = importModel(exportModel(made, { to: 'onnx' }));
  expect(again.classNames).toEqual(
    schema.targets[0]?.kind === 'categorical' ? schema.targets[0].categories : [],
  );
  expect(again.classNames).toHaveLength(3);
});

it('an imported model goes to another system as it is', () => {
  const bytes = exportModel(predictor(make(), extras), { to: 'onnx' });
  const again = importModel(exportModel(importModel(bytes), { to: 'sklearn' }));
  expect(again.classNames).toEqual(classNames);
  expect(again.scalers.map(({ name }) => name)).toEqual(['standardize']);
});
