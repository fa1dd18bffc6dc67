/** Networks that PyTorch and skl2onnx have written as ONNX, and what is computed with them there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { type ImportedModel, importModel } from '../../../src/interop/index.ts';
import { predictor, readModel, writeModel } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/interop/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`${name}.onnx`, folder)));

interface Predicted {
  readonly inputs: number[][];
  readonly outputs: number[][];
  readonly classes?: string[];
}
const expected: Readonly<Record<string, Predicted>> = JSON.parse(
  readFileSync(new URL('onnx.json', folder), 'utf8'),
);

/** Through a file of our own, so that all of it is kept. */
function predict(imported: ImportedModel, inputs: number[][]) {
  const { model, scalers, classNames, task } = imported;
  const extras = { scalers, ...(classNames && { classNames }), ...(task && { task }) };
  const file = readModel(writeModel(model, extras));
  return file.predict(tensor(inputs, { dtype: model.dtype }));
}

const typesOf = ({ model }: ImportedModel) => model.toJSON().layers.map(({ type }) => type);

describe('networks that PyTorch has exported', () => {
  it.each([
    ['torch_activations', 1e-6],
    ['torch_norms', 1e-6],
    ['torch_opset13', 1e-6],
    ['torch_pictures', 1e-6],
    ['torch_residual', 1e-5],
    ['torch_names', 1e-6],
    ['torch_float64', 1e-14],
  ])('%s predict the same', (name, tolerance) => {
    const { inputs, outputs } = expected[name];
    const imported = importModel(bytesOf(name));
    expect(predict(imported, inputs)).toBeCloseToTensor(
      tensor(outputs, { dtype: imported.model.dtype }),
      { absoluteTolerance: tolerance, relativeTolerance: tolerance },
    );
    expect(imported.report.producer).toMatch(/^pytorch 1\.13/);
  });

  it('have every activation as a layer of its own', () => {
    expect(typesOf(importModel(bytesOf('torch_activations'))).filter((t) => t !== 'dense')).toEqual(
      ['relu', 'leakyRelu', 'elu', 'selu', 'gelu', 'geluTanh', 'silu', 'mish', 'softplus'].concat([
        'hardSigmoid',
        'hardTanh',
        'sigmoid',
        'tanh',
        'logSoftmax',
      ]),
    );
  });

  it('carry the numbers over that differ by convention', () => {
    const { model, report } = importModel(bytesOf('torch_norms'));
    expect(model.toJSON().layers[1].options).toEqual({ epsilon: 1e-3, momentum: 0.99 });
    expect(report.conventions).toEqual([
      'layers.1 (batchNorm): epsilon 0.001, not 0.00001',
      'layers.1 (batchNorm): momentum 0.99, not 0.9',
    ]);
  });

  it('say what was renamed, turned and put together', () => {
    const { report } = importModel(bytesOf('torch_opset13'));
    expect(report.matched.map(({ ours }) => ours)).toEqual([
      'layers.0 (dense)',
      'layers.1 (layerNorm)',
      'layers.2 (gelu)',
      'layers.3 (dense)',
    ]);
    expect(report.renamed).toContainEqual({ ours: 'layers.0.weight', theirs: '0.weight' });
    expect(report.transposed).toEqual(['layers.0.weight', 'layers.3.weight']);
    expect(report.converted.join()).toMatch(/ReduceMean.*are one layer, layerNorm/);
  });

  it('with a layer that there is not are refused by its name', () => {
    const error = refusal(() => importModel(bytesOf('torch_convolution')));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/received Conv "/);
  });
});

describe('classifiers as skl2onnx writes them', () => {
  it.each(['sklearn_species', 'sklearn_numbers'])('%s: probabilities and names', (name) => {
    const { inputs, outputs, classes } = expected[name];
    const imported = importModel(bytesOf(name));
    expect(imported.classNames).toEqual(classes);
    expect(imported.task).toBe('classification');
    expect(typesOf(imported)).toEqual(['dense', 'tanh', 'dense', 'softmax']);
    expect(predict(imported, inputs)).toBeCloseToTensor(tensor(outputs), {
      absoluteTolerance: 1e-6,
      relativeTolerance: 0,
    });
  });

  it('of two classes give the probability of the second', () => {
    const { inputs, outputs, classes } = expected.sklearn_binary;
    const imported = importModel(bytesOf('sklearn_binary'));
    expect(imported.classNames).toEqual(classes);
    expect(predict(imported, inputs)).toBeCloseToTensor(tensor(outputs.map(([, yes]) => [yes])), {
      absoluteTolerance: 1e-6,
      relativeTolerance: 0,
    });
  });
});

describe('further networks as skl2onnx writes them', () => {
  const sklearn = new URL('sklearn/', folder);
  const found: Readonly<Record<string, Predicted>> = JSON.parse(
    readFileSync(new URL('onnx_files.json', sklearn), 'utf8'),
  );
  const read = (name: string) =>
    importModel(new Uint8Array(readFileSync(new URL(`${name}.onnx`, sklearn))));

  it.each([
    ['sklearn_value', undefined, ['dense', 'relu', 'dense']],
    ['sklearn_labels', 'classification', ['dense', 'tanh', 'dense', 'sigmoid']],
    ['sklearn_identity', 'classification', ['dense', 'dense', 'dense', 'softmax']],
  ])('%s predicts the same', (name, task, types) => {
    const { inputs, outputs } = found[name];
    const imported = read(name);
    expect(imported.task).toBe(task);
    expect(typesOf(imported)).toEqual(types);
    expect(predict(imported, inputs)).toBeCloseToTensor(tensor(outputs), {
      absoluteTolerance: 1e-6,
      relativeTolerance: 1e-6,
    });
  });

  it('give probabilities by their last layer, which is sure what it gives', () => {
    const { inputs, outputs } = found.sklearn_labels;
    const imported = read('sklearn_labels');
    const made = predictor(imported.model, imported);
    const there = outputs.map((row) => row.flatMap((p, k) => (p > 0.5 ? [k] : [])));
    expect(made.predictLabels(inputs)).toEqual(there);
    const { inputs: rows, outputs: probable } = found.sklearn_identity;
    const classes = read('sklearn_identity');
    expect(predictor(classes.model, classes).predictProbabilities(rows)).toBeCloseToTensor(
      tensor(probable),
      { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 },
    );
  });
});
