/**
 * Each attribute and each optional input that ONNX gives an operator is read, or refused by the name of its
 * node: models in which it is set, with what the reference implementation of ONNX computes.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { importModel } from '../../../src/interop/index.ts';
import { OPERATORS } from '../../../src/interop/onnx/specification.ts';
import { predictor } from '../../../src/persistence/index.ts';
import type { NestedArray } from '../../../src/tensor/rank.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

interface Case {
  readonly name: string;
  readonly operator: string;
  /** Of its nodes. */
  readonly types: readonly string[];
  /** The attributes and optional inputs that it is about. */
  readonly sets: readonly string[];
  /** Whether the model is read; if not, it is refused. */
  readonly reads: boolean;
  readonly inputs: NestedArray;
  readonly model: string;
  readonly outputs?: NestedArray;
  readonly labels?: readonly string[];
  readonly classes?: readonly string[];
}
interface Told {
  readonly schemas: Readonly<
    Record<string, { readonly attributes: string[]; readonly optional: string[] }>
  >;
  readonly cases: readonly Case[];
}

const { schemas, cases }: Told = JSON.parse(
  readFileSync(new URL('../../fixtures/interop/onnx_operators.json', import.meta.url), 'utf8'),
);
const titled = cases.map((one) => ({ ...one, title: `${one.operator}, ${one.name}` }));
const bytesOf = ({ model }: Case) => new Uint8Array(Buffer.from(model, 'base64'));

describe('operators of ONNX', () => {
  it.each(titled.filter(({ reads }) => reads))('$title: is read', (one) => {
    const imported = importModel(bytesOf(one));
    const { dtype } = imported.model;
    const inputs = tensor(one.inputs, { dtype });
    const whole = predictor(imported.model, imported);
    if (one.outputs !== undefined) {
      const wanted = tensor(one.outputs, { dtype });
      // Of two classes one output is kept here, and both are given there.
      const isBinary = wanted.shape.at(-1) === 2 && imported.model.outputShape.at(-1) === 1;
      const isProbable = imported.task === 'classification' && (isBinary || one.operator === 'Exp');
      const found = isProbable ? whole.predictProbabilities(inputs) : whole.predict(inputs);
      const close = { absoluteTolerance: 2e-6, relativeTolerance: 2e-6 };
      expect(found).toBeCloseToTensor(wanted, close);
    }
    if (one.labels !== undefined) expect(whole.predictClasses(inputs)).toEqual(one.labels);
    if (one.classes !== undefined) expect(imported.classNames).toEqual(one.classes);
  });

  it.each(titled.filter(({ reads }) => !reads))('$title: is refused', (one) => {
    const error = refusal(() => importModel(bytesOf(one)));
    expect(error).toBeInstanceOf(DataError);
    const about = [...one.types, 'opset', 'sparse initializers', 'scaler', 'file of its own'].join(
      '|',
    );
    expect(error.message).toMatch(new RegExp(`(received|importModel,) .*(${about})`));
  });

  it.each(Object.keys(OPERATORS))('%s: each attribute and optional input occurs', (operator) => {
    const { attributes, optional } = schemas[operator];
    const set = new Set(
      cases.filter((one) => one.operator === operator).flatMap(({ sets }) => sets),
    );
    for (const name of [...attributes, ...optional]) expect([...set]).toContain(name);
  });
});

describe('what is told of operators', () => {
  const read = (operator: string, name: string) => {
    const found = cases.find((one) => one.operator === operator && one.name === name);
    if (found === undefined) throw new Error(`there is no case ${operator}, ${name}`);
    return importModel(bytesOf(found));
  };

  it.each(['a ratio', 'a ratio of opset 7'])('%s of Dropout, as it was meant', (name) => {
    expect(read('Dropout', name).model.toJSON().layers[1].options).toEqual({ rate: 0.3 });
  });

  it('momentum of BatchNormalization and epsilon of both normalizations', () => {
    expect(read('BatchNormalization', 'momentum').report.conventions).toEqual([
      'layers.0 (batchNorm): momentum 0.5, not 0.9',
    ]);
    expect(read('BatchNormalization', 'epsilon').report.conventions).toEqual([
      'layers.0 (batchNorm): epsilon 0.5, not 0.00001',
    ]);
    expect(read('LayerNormalization', 'epsilon').report.conventions).toEqual([
      'layers.0 (layerNorm): epsilon 0.5, not 0.00001',
    ]);
  });

  it('half precision, where values are rounded to it', () => {
    expect(read('Cast', 'to FLOAT16').report.conventions.join()).toMatch(
      /^values are of half precision there from Cast ".*" on, and float32 here$/,
    );
    expect(read('Cast', 'to FLOAT').report.conventions).toEqual([]);
    expect(read('MatMul', 'in half precision').report.conventions).toEqual([
      'values are of half precision there from input x on, and float32 here',
    ]);
  });

  it('PRelu, whose slope is not learned', () => {
    expect(read('PRelu', 'one slope').report.converted.join()).toMatch(/slope 0\.3 is not learned/);
  });
});
