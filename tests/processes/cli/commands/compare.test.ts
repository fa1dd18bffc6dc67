/** compare: the same network or not, in any two files; and inspect of any file. */
import { copyFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel, saveModel } from '../../../../src/node/index.ts';
import { writeIris } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { folder, at } = workFolder();
const flowers = at('iris.csv');
const fixture = (name: string) => new URL(`../../../fixtures/${name}`, import.meta.url).pathname;

const compared = async (...words: string[]) => {
  const { code, out, err } = await run(['compare', ...words]);
  return { code, err, out: out.replaceAll(`${folder}/`, '') };
};

interface Told {
  readonly same: boolean;
  readonly architecture?: string[];
  readonly beside: string[];
  readonly tensors: {
    name: string;
    equalBits: boolean;
    differing: number;
    absolute: number | string;
  }[];
  readonly predictions?: { rows: number; equalClasses: number; largest: number | string };
}
async function told(...words: string[]): Promise<Told & { code: number }> {
  const { code, out } = await compared(...words, '--json');
  return { code, ...(JSON.parse(out) as Told) };
}

beforeAll(async () => {
  writeIris(flowers);
  for (const [name, epochs] of [
    ['a', '5'],
    ['b', '6'],
  ]) {
    const files = ['--save', at(`${name}.safetensors`), '--checkpoint', at(name)];
    const options = ['--target', 'species', '--epochs', epochs, '--hidden', '8', ...files];
    expect(await run(['train', flowers, ...options])).toMatchObject({ code: 0 });
  }
  for (const ending of ['onnx', 'pt', 'npz']) {
    await run(['convert', at('a.safetensors'), at(`a.${ending}`)]);
  }
});

describe('compare', () => {
  it('finds a file the same as its copy, and ends with 0', async () => {
    copyFileSync(at('a.safetensors'), at('copy.safetensors'));
    const { code, out } = await compared(at('a.safetensors'), at('copy.safetensors'));
    expect(code).toBe(0);
    expect(out).toMatch(
      /The same layers\.[\s\S]*4 tensors with equal bits[\s\S]*They are the same\./,
    );
  });

  it('says which numbers differ, by how much, and ends with 1', async () => {
    const { model, ...rest } = loadModel(at('a.safetensors'));
    const changed = model.clone();
    const state = changed.state();
    state['layers.2.bias'].storage.data[1] += 0.25;
    changed.loadState(state);
    saveModel(at('changed.safetensors'), changed, { scalers: rest.scalers });
    const { code, same, tensors } = await told(at('a.safetensors'), at('changed.safetensors'));
    expect([code, same]).toEqual([1, false]);
    const [one, ...none] = tensors.filter(({ equalBits }) => !equalBits);
    expect(none).toEqual([]);
    expect(one).toMatchObject({ name: 'layers.2.bias', differing: 1 });
    expect(one.absolute).toBeCloseTo(0.25, 6);
    const near = await compared(
      at('a.safetensors'),
      at('changed.safetensors'),
      '--tolerance',
      '0.3',
    );
    expect(near.code).toBe(0);
  });

  it('compares what is predicted for a table', async () => {
    const { predictions, code } = await told(
      at('a.safetensors'),
      at('b.safetensors'),
      '--data',
      flowers,
    );
    expect(code).toBe(1);
    expect(predictions?.rows).toBe(150);
    expect(predictions?.equalClasses).toBeLessThan(150);
    expect(Number(predictions?.largest)).toBeGreaterThan(0.01);
  });

  it.each(['onnx', 'pt', 'npz'])('takes the same network as .%s for the same', async (ending) => {
    const result = await told(at('a.safetensors'), at(`a.${ending}`), '--data', flowers);
    expect(result).toMatchObject({ code: 0, same: true, architecture: [], beside: [] });
    expect(result.predictions).toMatchObject({ rows: 150, equalClasses: 150, largest: 0 });
  });

  it('takes the folders of training runs for their checkpoints', async () => {
    expect((await told(at('a'), at('a.safetensors'))).code).toBe(0);
    expect((await told(at('a'), at('b'))).code).toBe(1);
  });

  it('says which layers differ', async () => {
    const { out, code } = await compared(
      fixture('interop/sklearn/species.npz'),
      fixture('interop/sklearn/numbers.npz'),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/layers\.0 \(dense\), units: 8, and 6\nlayers\.1: relu, and tanh/);
    expect(out).toMatch(/Not the same: scalers\.\nNot the same: names of classes\./);
  });

  it('goes by names where neither tells its layers', async () => {
    const pair = [fixture('interop/state.pt'), fixture('interop/views.pt')];
    expect((await told(...pair)).code).toBe(0);
    expect((await told(fixture('interop/halves.pt'), pair[0])).code).toBe(1);
  });

  it('takes weights of Keras in the layers of the other file', async () => {
    const pair = [fixture('keras/ours.weights.h5'), fixture('keras/ours.keras')];
    expect(await told(...pair)).toMatchObject({ code: 0, same: true });
  });

  it.each([
    [['iris.csv', 'a.safetensors'], /received another file/],
    [['a.safetensors', 'nowhere.safetensors'], /nowhere/],
    [['a.pt', 'a.pt', '--data', 'iris.csv'], /Leave --data out/],
    [['a.safetensors'], /B/],
  ] as const)('ends with 2 for %j, with a remedy', async (words, message) => {
    const { code, err } = await compared(
      ...words.map((word) => (word.startsWith('--') ? word : at(word))),
    );
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('inspect', () => {
  it.each([
    [
      'a checkpoint',
      'a',
      /a training run at rest[\s\S]*It rests after 40 iterations, in epoch 6\.[\s\S]*67 parameters/,
    ],
    ['a state_dict', 'a.pt', /a state_dict of PyTorch[\s\S]*2\.weight {2}float32 {4}\[3, 8\]/],
    [
      'a network of scikit-learn',
      'a.npz',
      /a network of scikit-learn[\s\S]*StandardScaler is a scaler/,
    ],
    [
      'a table',
      'iris.csv',
      /150 rows, 5 columns[\s\S]*species +categories +setosa, versicolor, virginica/,
    ],
  ])('%s', async (_, name, says) => {
    const { code, out } = await run(['inspect', at(name)]);
    expect(code).toBe(0);
    expect(out).toMatch(says);
    const { out: json } = await run(['inspect', at(name), '--json']);
    expect(JSON.parse(json).bytes).toBeGreaterThan(100);
  });

  it.each([
    ['persistence/arrays_compressed.npz', /arrays of NumPy[\s\S]*matrix +float64 +\[2, 3\]/],
    ['persistence/version2.npy', /an array of NumPy[\s\S]*array +float64 +\[2, 3\]/],
    ['persistence/pictures.idx3-ubyte', /an array in IDX[\s\S]*\[3, 2, 2\]/],
    ['keras/ours.weights.h5', /arrays in HDF5[\s\S]*vars\/0 +float32/],
    ['interop/sklearn/species.skops', /skops[\s\S]*setosa, versicolor, virginica/],
  ])('%s', async (name, says) => {
    expect((await run(['inspect', fixture(name)])).out).toMatch(says);
  });
});
