/** evaluate, predict and inspect: what is done with a saved model. */
import { beforeAll, describe, expect, it } from 'vitest';
import { diabetes, iris } from '../../../../src/data/index.ts';
import {
  binaryCrossEntropyOfProbabilities,
  dense,
  type Loss,
  type Model,
  sequential,
  sigmoid,
  sigmoidBinaryCrossEntropy,
} from '../../../../src/index.ts';
import { loadCsv, loadModel, saveModel, saveSafetensors } from '../../../../src/node/index.ts';
import { readCsv } from '../../../../src/persistence/index.ts';
import { tensor, zeros } from '../../../../src/tensor/create.ts';
import { writeDiabetes, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const [flowers, patients] = [at('iris.csv'), at('diabetes.csv')];
const [classifier, regressor] = [at('classifier.safetensors'), at('regressor.safetensors')];

beforeAll(async () => {
  writeIris(flowers);
  writeDiabetes(patients);
  const epochs = ['--epochs', '20', '--hidden', '8'];
  await run(['train', flowers, '--target', 'species', ...epochs, '--save', classifier]);
  await run(['train', patients, '--target', 'progression', ...epochs, '--save', regressor]);
});

const close = (value: number) => expect.closeTo(value, 4);

const rowsOf = async (...words: string[]) => {
  const { code, out, err } = await run(['predict', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
};

describe('predict', () => {
  it('writes the class of each row by name, and how probable it is', async () => {
    const [head, ...rows] = await rowsOf(classifier, flowers);
    expect(head).toEqual(['species', 'probability']);
    const { predict, classNames = [] } = loadModel(classifier);
    const classes = [...predict(iris().inputs).argmax().toTypedArray()];
    expect(rows.map(([name]) => name)).toEqual(classes.map((k) => classNames[k]));
    expect(rows.every(([, p]) => Number(p) > 1 / 3 && Number(p) <= 1)).toBe(true);
  });

  it('writes a column for each class on request, which add up to 1', async () => {
    const [head, ...rows] = await rowsOf(classifier, flowers, '--probabilities');
    expect(head.slice(2)).toEqual(
      ['setosa', 'versicolor', 'virginica'].map((n) => `probability of ${n}`),
    );
    for (const [, probability, ...each] of rows) {
      const numbers = each.map(Number);
      expect(numbers.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      expect(Math.max(...numbers)).toBe(Number(probability));
    }
  });

  it('writes numbers in the unit of the target, which need not be known', async () => {
    const { predict } = loadModel(regressor);
    const expected = [...predict(diabetes().inputs).reshape([-1]).toTypedArray()];
    const [head, ...rows] = await rowsOf(regressor, patients);
    expect(head).toEqual(['progression']);
    expect(rows.map(([value]) => Math.fround(Number(value)))).toEqual(expected);
  });

  it('finds columns by name, and leaves others alone', async () => {
    const [, reordered] = await rowsOf(
      classifier,
      writeText(
        at('reordered.csv'),
        'note,petal_width_cm,petal_length_cm,sepal_width_cm,sepal_length_cm',
        'x,0.2,1.4,3.5,5.1',
      ),
    );
    expect(reordered).toEqual(['x', ...(await rowsOf(classifier, flowers))[1]]);
    const { code, err } = await run(['predict', classifier, patients]);
    expect([code, err]).toEqual([1, expect.stringMatching(/a column named "sepal_length_cm"/)]);
  });

  const binary = writeText(at('binary.csv'), 'x,y', '-2,no', '3,yes');
  it.each<[string, Loss, Model]>([
    [
      'a logit',
      sigmoidBinaryCrossEntropy(),
      sequential({ inputShape: [1] }, [dense({ units: 1 })]),
    ],
    [
      'a probability',
      binaryCrossEntropyOfProbabilities(),
      sequential({ inputShape: [1] }, [dense({ units: 1 }), sigmoid]),
    ],
  ])('tells two classes apart by one output that is %s', async (_, loss, model) => {
    const [weight, bias] = model.parameters();
    weight.assign(tensor([[1]]));
    bias.assign(tensor([0.5]));
    const { schema } = loadCsv(binary, { target: 'y' });
    const path = at('binary.safetensors');
    saveModel(path, model, { schema, loss: loss.name, task: 'classification' });
    const [, no, yes] = await rowsOf(path, binary, '--probabilities');
    expect([no[0], yes[0]]).toEqual(['no', 'yes']);
    const p = 1 / (1 + Math.exp(1.5));
    expect([no[2], no[3], yes[1]].map(Number)).toEqual([
      ...[
        expect.closeTo(1 - p, 5),
        expect.closeTo(p, 5),
        expect.closeTo(1 / (1 + Math.exp(-3.5)), 5),
      ],
    ]);
    const { out } = await run(['evaluate', path, binary]);
    expect(out).toMatch(/accuracy +100.0 %/);
  });

  it('writes classes alone where the outputs are of unknown kind', async () => {
    const model = sequential({ inputShape: [1] }, [dense({ units: 2 })]);
    const { schema } = readCsv('x,y\n1,a\n2,b\n', { target: 'y' });
    saveModel(at('scores.safetensors'), model, { schema });
    const [head] = await rowsOf(at('scores.safetensors'), binary);
    expect(head).toEqual(['y']);
  });
});

describe('evaluate', () => {
  it('says loss, accuracy, and confusion matrix', async () => {
    const { code, out } = await run(['evaluate', classifier, flowers]);
    expect(code).toBe(0);
    expect(out).toMatch(/^iris.csv: 150 samples\nloss +0\.\d{4}\naccuracy +9\d\.\d %\n/);
    expect(out).toMatch(/^Confusion matrix$/m);
    expect(out).toMatch(/setosa +\d+ +\d+ +0\n/);
  });

  it('says R² and errors in the unit of the target', async () => {
    const { out } = await run(['evaluate', regressor, patients]);
    expect(out).toMatch(/R² +0\.\d{4}\nroot mean squared error +\d\d\.\d+ \(in the unit of progr/);
    expect(out).not.toMatch(/confusion matrix/i);
  });

  it('is one object for machines', async () => {
    const { out } = await run(['evaluate', classifier, flowers, '--json']);
    expect(JSON.parse(out)).toEqual({
      ...{ type: 'result', samples: 150 },
      metrics: {
        ...{ loss: expect.any(Number), accuracy: 0.96, baseline: 1 / 3 },
        ...{ precision: close(0.96), recall: close(0.96), f1: close(0.96) },
        rocAuc: close(0.99873),
      },
      ...{ threads: 1, oneThread: 'too little work that threads can share' },
    });
  });

  it('tells of a class that is never predicted, and of a guess that is as good', async () => {
    const model = sequential({ inputShape: [1] }, [dense({ units: 2 })]);
    model.parameters()[1].assign(tensor([5, 0]));
    model.parameters()[0].assign(zeros([1, 2]));
    const table = writeText(at('guess.csv'), 'x,y', '1,a', '2,a', '3,b');
    const { schema } = readCsv('x,y\n1,a\n2,b\n', { target: 'y' });
    saveModel(at('guess.safetensors'), model, { schema, loss: 'softmaxCrossEntropy' });
    const { out } = await run(['evaluate', at('guess.safetensors'), table]);
    expect(out).toMatch(/accuracy +66\.7 %\nbaseline +66\.7 %/);
    expect(out).toContain(
      'Warning: accuracy 0.667 is no better than 0.667, that of always answering "a".',
    );
    expect(out).toContain('Warning: never predicted: class "b".');
  });

  it('wants a target to compare with', async () => {
    const blind = writeText(at('blind.csv'), 'x', '1');
    saveBinary(at('wanting.safetensors'));
    const { code, err } = await run(['evaluate', at('wanting.safetensors'), blind]);
    expect([code, err]).toEqual([1, expect.stringMatching(/a column named y.*epochal predict/)]);
  });

  it('wants a model with a schema, and a loss that it knows', async () => {
    const model = sequential({ inputShape: [4] }, [dense({ units: 3 })]);
    saveModel(at('bare.safetensors'), model);
    expect((await run(['evaluate', at('bare.safetensors'), flowers])).err).toMatch(
      /a model with the schema of a CSV file.*epochal train --save/,
    );
    const { schema } = loadCsv(flowers, { target: 'species' });
    saveModel(at('own_loss.safetensors'), model, { schema, loss: 'mine' });
    const { code, err } = await run(['evaluate', at('own_loss.safetensors'), flowers]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/the loss of the model file.*received "mine"/),
    ]);
  });
});

function saveBinary(path: string): void {
  const { schema } = readCsv('x,y\n1,a\n2,b\n', { target: 'y' });
  saveModel(path, sequential({ inputShape: [1] }, [dense({ units: 2 })]), { schema });
}

describe('inspect', () => {
  it('shows network, purpose and tensors', async () => {
    const { code, out } = await run(['inspect', classifier]);
    expect(code).toBe(0);
    for (const part of [
      /classifier.safetensors: [\d,]+ bytes, 4 tensors/,
      /layers.0 +dense +\[samples, 8\] +40/,
      /classes +setosa, versicolor, virginica/,
      /scaled +inputs by standardize/,
      /layers.0.weight +F32 +\[4, 8\] +32/,
    ]) {
      expect(out).toMatch(part);
    }
  });

  it('is one object for machines', async () => {
    const { out } = await run(['inspect', classifier, '--json']);
    const said = JSON.parse(out);
    expect(said).toMatchObject({ task: 'classification', loss: 'softmaxCrossEntropy' });
    expect(said.architecture.layers.map(({ type }: { type: string }) => type)).toEqual([
      ...['dense', 'relu', 'dense'],
    ]);
    expect(said.tensors[1]).toEqual({
      name: 'layers.0.weight',
      storedAs: 'F32',
      shape: [4, 8],
      values: 32,
    });
  });

  it('shows what there is of other safetensors files, and refuses others', async () => {
    const path = at('tensors.safetensors');
    saveSafetensors(path, { tensors: { a: tensor([1, 2]) }, metadata: { author: 'me' } });
    const { out } = await run(['inspect', path]);
    expect(out).toMatch(/1 tensor\n/);
    expect(out).toMatch(/a +F32 +\[2\] +2\n[\s\S]*author {2}me/);
    expect(JSON.parse((await run(['inspect', path, '--json'])).out).metadata).toEqual({
      author: 'me',
    });
    writeText(at('one_column.txt'), 'nothing', 'of this');
    expect((await run(['inspect', at('one_column.txt')])).code).toBe(1);
  });
});
