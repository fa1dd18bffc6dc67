/** What is written as ONNX comes back; onnxruntime and the checker of onnx have seen the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iris, minMax, standardize } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import { readGraph } from '../../../src/interop/onnx/read_graph.ts';
import { dense, logSoftmax, relu, sequential, sigmoid, softmax } from '../../../src/nn/index.ts';
import { exp } from '../../../src/ops/public.ts';
import { predictor } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';
import { exported } from './exported.ts';

const results: Readonly<Record<string, { sha256: string; error: number; label: string[] }>> =
  JSON.parse(
    readFileSync(new URL('../../fixtures/interop/onnxruntime.json', import.meta.url), 'utf8'),
  );

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('an ONNX file of ours', () => {
  it.each(exported)('$name: is the one that onnxruntime has run, with the same results', (one) => {
    const { sha256, error, label } = results[one.name];
    expect(digest(one.bytes())).toBe(sha256);
    expect(error).toBeLessThan(2e-6);
    expect(label).toEqual(one.labels());
  });

  it.each(exported)('$name: comes back, to the bit', (one) => {
    const imported = importModel(one.bytes());
    const scaled = imported.scalers
      .filter(({ of }) => of === 'inputs')
      .reduce((x, scaler) => scaler.transform(x), one.inputs);
    expect(imported.model.predict(scaled)).toBeBitIdenticalTo(one.outputs());
    expect(imported.classNames).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(imported.featureNames).toEqual(iris().featureNames);
  });

  it('of a regression has its scalers on both sides', () => {
    const model = sequential({ inputShape: [4], seed: 5 }, [
      dense({ units: 3 }),
      relu(),
      dense({ units: 1 }),
    ]);
    const data = iris();
    const targets = { ...data, targets: data.inputs.slice([0, 150], [0, 1]) };
    const scalers = [minMax(data, { low: -1, high: 2 }), standardize(targets, { of: 'targets' })];
    const {
      scalers: again,
      model: same,
      task,
    } = importModel(exportModel(model, { to: 'onnx', scalers }));
    expect(again.map(({ of }) => of)).toEqual(['inputs', 'targets']);
    expect(task).toBeUndefined();
    const values = scalers[1].invert(model.predict(scalers[0].transform(data.inputs)));
    const back = again[1].invert(same.predict(again[0].transform(data.inputs)));
    expect(back).toBeCloseToTensor(values, { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 });
  });

  it('undoes several scalers of targets in the order in which they were applied', () => {
    const model = sequential({ inputShape: [4], seed: 5 }, [dense({ units: 1 })]);
    const data = iris();
    const targets = { ...data, targets: data.inputs.slice([0, 150], [2, 3]) };
    const first = minMax(targets, { of: 'targets', low: 2, high: 5 });
    const second = standardize(first.apply(targets), { of: 'targets' });
    const { scalers, model: same } = importModel(
      exportModel(model, { to: 'onnx', scalers: [first, second] }),
    );
    const values = first.invert(second.invert(model.predict(data.inputs)));
    const back = scalers.reduce((y, scaler) => scaler.invert(y), same.predict(data.inputs));
    expect(back).toBeCloseToTensor(values, { absoluteTolerance: 1e-5, relativeTolerance: 1e-5 });
  });

  it('of one output has the probabilities of both classes', () => {
    const model = sequential({ inputShape: [2], seed: 5 }, [dense({ units: 1 })]);
    const bytes = exportModel(model, { to: 'onnx', classNames: ['no', 'yes'] });
    const imported = importModel(bytes);
    expect(imported.classNames).toEqual(['no', 'yes']);
    const inputs = tensor([[1, -2]]);
    expect(imported.model.predict(inputs)).toBeBitIdenticalTo(sigmoid(model.predict(inputs)));
  });

  it('of logarithms of probabilities comes back with the same probabilities', () => {
    const model = sequential({ inputShape: [2], seed: 5 }, [dense({ units: 3 }), logSoftmax()]);
    const classNames = ['a', 'b', 'c'];
    const imported = importModel(exportModel(model, { to: 'onnx', classNames }));
    const inputs = tensor([[1, -2]]);
    expect(imported.model.predict(inputs)).toBeBitIdenticalTo(model.predict(inputs));
    const types = readGraph('test', exportModel(model, { to: 'onnx', classNames })).nodes;
    expect(types.map(({ type }) => type)).toEqual([
      'MatMul',
      'Add',
      'LogSoftmax',
      'Exp',
      'Identity',
    ]);
    const { predictProbabilities } = predictor(imported.model, imported);
    expect(predictProbabilities(inputs)).toBeBitIdenticalTo(exp(model.predict(inputs)));
  });

  it('is refused where the last layer gives no probabilities', () => {
    const model = sequential({ inputShape: [2] }, [dense({ units: 2 }), relu()]);
    const error = refusal(() => exportModel(model, { to: 'onnx', probabilities: true }));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(/received relu/);
  });

  it('that is cut off is refused wherever that is', () => {
    const model = sequential({ inputShape: [2] }, [dense({ units: 2 }), softmax()]);
    const bytes = exportModel(model, { to: 'onnx' });
    for (let end = 0; end < bytes.length; end += 7) {
      expect(refusal(() => importModel(bytes.subarray(0, end)))).toBeInstanceOf(DataError);
    }
  });
});
