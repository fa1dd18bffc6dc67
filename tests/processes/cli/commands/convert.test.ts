/** convert, and inspect of other systems' files. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { iris } from '../../../../src/data/index.ts';
import { softmax } from '../../../../src/index.ts';
import { importModel } from '../../../../src/interop/index.ts';
import { loadModel } from '../../../../src/node/index.ts';
import { writeIris } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const [flowers, saved] = [at('iris.csv'), at('model.safetensors')];
const fixture = (name: string) =>
  new URL(`../../../fixtures/interop/${name}`, import.meta.url).pathname;

beforeAll(async () => {
  writeIris(flowers);
  const options = ['--target', 'species', '--epochs', '5', '--hidden', '8', '--save', saved];
  await run(['train', flowers, ...options]);
});

async function converted(...words: string[]): Promise<string> {
  const { code, out, err } = await run(['convert', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out;
}

describe('convert', () => {
  it('writes ONNX that takes the columns and gives the same probabilities', async () => {
    await converted(saved, at('model.onnx'), '--labels');
    const { model, scalers, classNames } = importModel(
      new Uint8Array(readFileSync(at('model.onnx'))),
    );
    const file = loadModel(saved);
    expect(classNames).toEqual(file.classNames);
    const inputs = scalers.reduce((x, scaler) => scaler.transform(x), iris().inputs);
    const probabilities = softmax(file.predict(iris().inputs));
    expect(model.predict(inputs).toArray()).toEqual(probabilities.toArray());
  });

  it('writes a model of this library again, to the byte', async () => {
    await converted(saved, at('same.safetensors'));
    expect(readFileSync(at('same.safetensors'))).toEqual(readFileSync(saved));
  });

  it('reads ONNX, and says what became of it', async () => {
    const out = await converted(fixture('torch_norms.onnx'), at('norms.safetensors'));
    expect(out).toMatch(/layers\.1 \(batchNorm\) +BatchNormalization/);
    expect(out).toMatch(/momentum 0\.99, not 0\.9/);
    expect(loadModel(at('norms.safetensors')).model.inputShape).toEqual([4]);
  });

  it('takes networks of scikit-learn, and writes them', async () => {
    const out = await converted(fixture('sklearn/value.skops'), at('value.npz'));
    expect(out).toMatch(/StandardScaler is a scaler of the inputs/);
    await converted(at('value.npz'), at('value.safetensors'));
    const file = loadModel(at('value.safetensors'));
    const there = JSON.parse(readFileSync(fixture('sklearn/networks.json'), 'utf8')).value;
    const values = file.predict(there.inputs).toTypedArray();
    const apart = Array.from(values, (value, i) => Math.abs(value - there.predicted[i]));
    expect(Math.max(...apart)).toBeLessThan(1e-9);
  });

  it('takes numbers of PyTorch in the layers of a model, and writes them', async () => {
    await converted(saved, at('weights.pt'));
    await converted(at('weights.pt'), at('again.safetensors'), '--model', saved);
    const inputs = iris().inputs;
    const again = loadModel(at('again.safetensors')).model.predict(inputs);
    expect(again.toArray()).toEqual(loadModel(saved).model.predict(inputs).toArray());
  });

  it.each(['model.keras', 'model.json'])(
    'writes %s with the scalers, and reads it',
    async (name) => {
      await converted(saved, at(name));
      const out = await converted(at(name), at('back.safetensors'));
      expect(out).toMatch(/Rescaling "rescaling" before the layers is a scaler of the inputs/);
      const predict = (path: string) => loadModel(path).predict(iris().inputs).toTypedArray();
      const before = Array.from(predict(saved), (value) => expect.closeTo(value, 5));
      expect(Array.from(predict(at('back.safetensors')))).toEqual(before);
    },
  );

  it('takes weights of Keras in the layers of a model, and writes them', async () => {
    await converted(saved, at('model.weights.h5'));
    await converted(at('model.weights.h5'), at('filled.safetensors'), '--model', saved);
    const inputs = iris().inputs;
    const filled = loadModel(at('filled.safetensors')).model.predict(inputs);
    expect(filled.toArray()).toEqual(loadModel(saved).model.predict(inputs).toArray());
  });

  it.each([
    [['weights.pt', 'x.onnx'], /Give --model FILE/],
    [['model.weights.h5', 'x.onnx'], /Give --model FILE/],
    [
      ['model.safetensors', 'x.h5'],
      /\.onnx, \.pt, \.pth, \.safetensors, \.npz, \.keras, \.weights\.h5/,
    ],
    [['iris.csv', 'x.onnx'], /Expected a model of ONNX, Keras, TensorFlow\.js or scikit-learn/],
    [['model.safetensors', 'model.safetensors'], /a file of its own/],
  ])('%j is refused, with a remedy', async (names, message) => {
    const { code, err } = await run(['convert', ...names.map((name) => at(name))]);
    expect(code).not.toBe(0);
    expect(err).toMatch(message);
  });
});

describe('inspect', () => {
  it('shows a network of Keras with what it was compiled with', async () => {
    const path = new URL('../../../fixtures/keras/classifier.keras', import.meta.url).pathname;
    const { code, out } = await run(['inspect', path]);
    expect(code).toBe(0);
    expect(out).toMatch(/Keras, written by keras 3\.15\.1/);
    expect(out).toMatch(/epsilon 0\.001, not 0\.00001/);
    expect(out).toMatch(/optimizer +adam, learningRate 0\.01/);
  });

  it('shows a network of scikit-learn as it would be imported', async () => {
    const { code, out } = await run(['inspect', fixture('sklearn_species.onnx')]);
    expect(code).toBe(0);
    expect(out).toMatch(/written by skl2onnx 1\.13/);
    expect(out).toMatch(/classes +setosa, versicolor, virginica/);
    const json = JSON.parse(
      (await run(['inspect', fixture('sklearn_species.onnx'), '--json'])).out,
    );
    expect(json.architecture.layers).toHaveLength(4);
  });
});
