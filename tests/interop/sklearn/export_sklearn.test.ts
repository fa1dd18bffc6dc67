/** What is written for scikit-learn comes back; scikit-learn 1.2 has rebuilt the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iris, standardize } from '../../../src/data/index.ts';
import { OptionError } from '../../../src/errors/index.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, relu, sequential, softmax, tanh } from '../../../src/nn/index.ts';
import { predictor } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';
import { exported } from './exported.ts';

interface Rebuilt {
  readonly sha256: string;
  readonly predicted: number[][];
  readonly labels: unknown[];
  readonly classes: unknown[];
  readonly columns: number;
}
const rebuilt: Readonly<Record<string, Rebuilt>> = JSON.parse(
  readFileSync(new URL('../../fixtures/interop/sklearn/rebuilt.json', import.meta.url), 'utf8'),
);

const close = { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 };

describe('a file for scikit-learn', () => {
  it.each(exported)('$name: is the one that was rebuilt there, and predicts the same', (one) => {
    const there = rebuilt[one.name];
    expect(createHash('sha256').update(one.bytes()).digest('hex')).toBe(there.sha256);
    expect(tensor(one.predicted())).toBeCloseToTensor(tensor(there.predicted), close);
  });

  it.each(exported)('$name: comes back', (one) => {
    const imported = importModel(one.bytes());
    const made = predictor(imported.model, imported);
    const predicted =
      imported.task === 'classification'
        ? made.predictProbabilities(one.rows)
        : made.predict(one.rows);
    expect(tensor(predicted.toArray())).toBeCloseToTensor(tensor(one.predicted()), close);
  });

  it('has a scaler of the targets in its last matrix and its last bias', () => {
    const data = iris();
    const targets = { ...data, targets: data.inputs.slice([0, 150], [2, 3]) };
    const scaler = standardize(targets, { of: 'targets' });
    const model = sequential({ inputShape: [4], seed: 3 }, [dense({ units: 1 })]);
    model.loadState({ ...model.state(), 'layers.0.bias': tensor([1.5]) });
    const { model: back } = importModel(exportModel(model, { to: 'sklearn', scalers: [scaler] }));
    const wanted = scaler.invert(model.predict(data.inputs));
    expect(tensor(back.predict(data.inputs.cast('float64')).toArray())).toBeCloseToTensor(
      wanted,
      close,
    );
  });

  it('has names as texts, numbers as numbers, and labels without names', () => {
    expect(rebuilt.binary.classes).toEqual(['no', 'yes']);
    expect(rebuilt.numbers.classes).toEqual([-7, 0, 12]);
    expect(rebuilt.labels.classes).toEqual([0, 1]);
    expect(new Set(rebuilt.species.labels)).toEqual(new Set(['setosa', 'versicolor', 'virginica']));
  });

  it.each([
    [
      'a layer that is not there',
      [dense({ units: 2 }), batchNorm(), dense({ units: 2 })],
      /batchNorm/,
    ],
    [
      'different activations',
      [dense({ units: 2 }), relu(), dense({ units: 2 }), tanh(), dense({ units: 1 })],
      /relu, tanh/,
    ],
    [
      'an activation at the end of a regression',
      [dense({ units: 2 }), relu()],
      /relu behind the last/,
    ],
    [
      'softmax in the middle',
      [dense({ units: 2 }), softmax(), dense({ units: 2 })],
      /softmax between/,
    ],
  ] as const)('is refused for %s', (_, layers, message) => {
    const model = sequential({ inputShape: [2] }, [...layers]);
    const error = refusal(() => exportModel(model, { to: 'sklearn' }));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(message);
  });
});
