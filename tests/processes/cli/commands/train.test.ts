import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iris, split, standardize } from '../../../../src/data/index.ts';
import {
  adam,
  dense,
  earlyStopping,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
} from '../../../../src/index.ts';
import { loadModel, readBytes } from '../../../../src/node/index.ts';
import { readModel } from '../../../../src/persistence/index.ts';
import { writeDiabetes, writeDigits, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const [flowers, patients, digits] = [at('iris.csv'), at('diabetes.csv'), at('digits.csv')];
writeIris(flowers);
writeDiabetes(patients);
writeDigits(digits, 300);

const lines = (text: string) => text.trimEnd().split('\n');
const jsonOf = async (...words: string[]) => {
  const { code, out, err } = await run(['train', ...words, '--json']);
  expect([code, err]).toEqual([0, '']);
  return lines(out).map((line) => JSON.parse(line));
};

describe('train', () => {
  it('shows what it found, network, plan, progress, curves, result and how to continue', async () => {
    const saved = at('model.safetensors');
    const words = ['--target', 'species', '--epochs', '20', '--hidden', '16,8', '--save', saved];
    const { code, out, err } = await run(['train', flowers, ...words]);
    expect([code, err]).toEqual([0, '']);
    const parts = [
      'iris.csv: 150 samples of 4 features',
      'classification into 3 classes (setosa, versicolor, virginica), because species holds names',
      'layers.2  dense  [samples, 8]          136',
      'one epoch:  8 iterations, the last of 8 samples',
      'judged by:  30 samples',
      'epoch 20/20  loss 0.',
      '● training   ○ validation',
      'The diagnosis',
      'true \\ predicted  setosa  versicolor  virginica',
      'Each class',
      'ROC AUC',
      'The result, on the 30 samples of the validation part',
      'accuracy   96.7 %',
      'baseline   33.3 % (the most frequent answer, always)',
      'f1         0.967 (mean over the classes)',
      `npx epochal predict ${saved} data.csv > predictions.csv`,
      `loadModel('${saved}')`,
    ];
    const places = parts.map((part) => out.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(out).not.toContain('\u001b');
  });

  it('does what the library does when it is called by hand', async () => {
    const saved = at('by_hand.safetensors');
    const words = ['--epochs', '30', '--early-stopping', '3', '--seed', '7', '--save', saved];
    const result = (await jsonOf(flowers, '--target', 'species', ...words)).at(-1);

    const { train, validation } = split(iris(), { validation: 0.2, seed: 7, stratify: true });
    const scaler = standardize(train);
    const layers = [dense({ units: 32 }), relu(), dense({ units: 3 })];
    const model = sequential({ inputShape: [4], seed: 7 }, layers);
    const trainer = new Trainer({
      ...{ model, loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
      ...{ epochs: 30, batchSize: 16, seed: 7 },
    });
    const stopping = earlyStopping({ patience: { epochs: 3 }, model });
    await trainer.fit({
      ...{ train: scaler.apply(train), validation: scaler.apply(validation) },
      callbacks: [stopping],
    });
    const own = loadModel(saved).model.state();
    for (const [name, tensor] of Object.entries(model.state())) {
      expect(own[name].toTypedArray()).toEqual(tensor.toTypedArray());
    }
    expect(result).toMatchObject({ bestEpoch: stopping.best?.epoch, epochs: trainer.epoch });
    expect(result.metrics.loss).toBe(stopping.best?.value);
  });

  it('tells machines everything, one object a line, the result last', async () => {
    const events = await jsonOf(flowers, '--target', 'species', '--epochs', '3', '--seed', 'x');
    expect(events.map(({ type }) => type)).toEqual([
      'start',
      ...['validation', 'epochEnd', 'validation', 'epochEnd', 'validation', 'epochEnd'],
      'trainEnd',
      'diagnosis',
      'result',
    ]);
    expect(events.at(-2)).toMatchObject({ verdict: 'undecided' });
    expect(events[0]).toMatchObject({
      ...{ task: 'classification', samples: 150, trainSamples: 120, parameters: 259, seed: 'x' },
      plan: { epochs: 3, iterations: 24, iterationsPerEpoch: 8, batchSize: 16, lastBatchSize: 8 },
    });
    const { metrics, ...result } = events.at(-1);
    expect(result).toMatchObject({ part: 'validation', samples: 30, epochs: 3, reason: 'epochs' });
    expect(metrics.loss).toBe(events.at(-5).loss);
    expect(metrics.accuracy).toBe(events.at(-5).metrics.accuracy);
  });

  it('is the same to the bit for the same seed, and another for another', async () => {
    const model = async (seed: string) => {
      const path = at('seeded.safetensors');
      await jsonOf(flowers, '--target', 'species', '--epochs', '2', '--seed', seed, '--save', path);
      return readBytes(path);
    };
    expect(await model('1')).toEqual(await model('1'));
    expect(await model('1')).not.toEqual(await model('2'));
  });
});

describe('the task', () => {
  const result = async (...words: string[]) => {
    const { code, out, err } = await run(['train', ...words, '--epochs', '1']);
    expect([code, err]).toEqual([0, '']);
    return out;
  };

  it('is regression for numbers: scaled for training, measured in their unit', async () => {
    const path = at('regression.safetensors');
    const words = ['--target', 'progression', '--epochs', '10', '--seed', '1', '--save', path];
    const out = await run(['train', patients, ...words]).then((ended) => ended.out);
    expect(out).toMatch(/task: regression, because progression holds 214 different whole numbers/);
    expect(out).toMatch(/R² +0\.4/);
    expect(out).toMatch(/root mean squared error +5\d\.\d+ \(in the unit of progression\)/);
    expect(out).not.toMatch(/confusion matrix/i);
    const { scalers } = loadModel(path);
    expect(scalers.map(({ of }) => of)).toEqual(['inputs', 'targets']);
    const [loss, r2] = [/loss +(\S+) \(of scaled/, /R² +(\S+)/].map((r) =>
      Number(r.exec(out)?.[1]),
    );
    expect(r2).toBeGreaterThan(0.3);
    expect(loss).toBeLessThan(1);
  });

  it('is classification for a few whole numbers with many samples each', async () => {
    expect(await result(digits, '--target', 'digit')).toMatch(
      /into 10 classes \(0, 1, 2, 3, 4, …\), because digit holds 10 different whole numbers/,
    );
  });

  it('is what one says', async () => {
    const out = await result(digits, '--target', 'digit', '--task', 'regression');
    expect(out).toMatch(/task: regression, as asked/);
    const few = writeText(at('few.csv'), 'x,y', '1,7', '2,9', '3,7', '4,9', '5,8', '6,8');
    expect(await result(few, '--target', 'y')).toMatch(/regression, because y holds 3 different/);
    const words = ['--target', 'y', '--task', 'classification', '--validation', '0.5'];
    expect(await result(few, ...words)).toMatch(/classification into 3 classes \(7, 8, 9\), as/);
  });
});

describe('columns', () => {
  const messy = writeText(
    at('messy.csv'),
    'id;size;zip;color;y',
    ...Array.from({ length: 60 }, (_, k) =>
      [`n${k}`, k === 7 ? '' : k / 10, 100 + (k % 2), ['red', 'blue', 'green'][k % 3], k].join(';'),
    ),
  );

  it('are ignored, categorical, imputed and parted as asked', async () => {
    const path = at('messy.safetensors');
    const words = ['--ignore', 'id', '--categorical', 'zip', '--missing', 'median'];
    const { code, out } = await run([
      ...['train', messy, '--target', 'y', '--delimiter', ';', ...words],
      ...['--epochs', '1', '--save', path],
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/60 samples of 6 features out of 3 columns/);
    expect(loadModel(path).featureNames).toEqual([
      ...['size', 'zip=100', 'zip=101', 'color=blue', 'color=green', 'color=red'],
    ]);
  });

  it('have numbers for names where there is no header', async () => {
    const plain = writeText(
      at('plain.csv'),
      ...Array.from({ length: 30 }, (_, k) => `${k},${k * k}`),
    );
    const { code, out } = await run([
      ...['train', plain, '--target', 'column2', '--no-header', '--epochs', '1'],
    ]);
    expect([code, out.split('\n')[0]]).toEqual([0, 'plain.csv: 30 samples of 1 feature']);
  });
});

describe('options of the network', () => {
  it('are in the model', async () => {
    const path = at('options.safetensors');
    const words = ['--hidden', '7,5', '--activation', 'gelu', '--dropout', '0.25'];
    const training = ['--optimizer', 'sgd', '--learning-rate', '0.05', '--weight-decay', '0.01'];
    await jsonOf(
      ...[flowers, '--target', 'species', '--epochs', '1'],
      ...words,
      ...training,
      '--save',
      path,
    );
    expect(loadModel(path).model.layers.map(({ layer }) => layer.type)).toEqual([
      ...['dense', 'gelu', 'dropout', 'dense', 'gelu', 'dropout', 'dense'],
    ]);
  });

  it('without hidden layers it is a linear model', async () => {
    const [start] = await jsonOf(
      flowers,
      '--target',
      'species',
      '--epochs',
      '1',
      '--hidden',
      'none',
    );
    expect(start.parameters).toBe(15);
  });

  it('every optimizer and activation of the library can be asked for', async () => {
    const { out } = await run(['train', '--help']);
    const named = (option: string) =>
      new RegExp(`--${option} NAME\\s+([^;]+);`).exec(out)?.[1].replace('between layers:', '');
    for (const option of ['optimizer', 'activation']) {
      for (const name of (named(option) ?? '').split(',').map((word) => word.trim())) {
        await jsonOf(flowers, '--target', 'species', '--epochs', '1', `--${option}`, name);
      }
    }
  });

  it('without a validation part the result is that of the training part', async () => {
    const words = ['--epochs', '2', '--validation', '0'];
    const events = await jsonOf(flowers, '--target', 'species', ...words);
    expect(events.map(({ type }) => type)).toEqual([
      'start',
      'epochEnd',
      'epochEnd',
      'trainEnd',
      'diagnosis',
      'result',
    ]);
    expect(events.at(-1)).toMatchObject({ part: 'train', samples: 150 });
  });
});

describe('the log', () => {
  it('has a line for each epoch, for programs and for spreadsheets', async () => {
    const log = at('run');
    await jsonOf(flowers, '--target', 'species', '--epochs', '3', '--log', log);
    const events = lines(readFileSync(`${log}/log.jsonl`, 'utf8')).map((line) => JSON.parse(line));
    expect(events.map(({ type }) => type)).toEqual([
      ...['validation', 'epochEnd', 'validation', 'epochEnd', 'validation', 'epochEnd', 'trainEnd'],
    ]);
    const rows = lines(readFileSync(`${log}/log.csv`, 'utf8'));
    expect(rows[0]).toMatch(/^epoch,iteration,/);
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 2))).toEqual([
      ...[
        ['1', '8'],
        ['2', '16'],
        ['3', '24'],
      ],
    ]);
  });

  it('begins anew when the training does', async () => {
    const log = at('run');
    await jsonOf(flowers, '--target', 'species', '--epochs', '1', '--log', log);
    expect(lines(readFileSync(`${log}/log.csv`, 'utf8'))).toHaveLength(2);
  });

  it('needs a place to write to', async () => {
    const { code, err } = await run(['train', flowers, '--target', 'species', '--log', flowers]);
    expect(code).toBe(1);
    expect(err).toMatch(/iris.csv.*received/);
  });
});

describe('an interrupted training', () => {
  const words = [
    ...['train', digits, '--target', 'digit', '--epochs', '12', '--early-stopping', '4'],
    ...['--dropout', '0.2', '--seed', '7'],
  ];

  /** A terminal whose user presses Ctrl-C at the end of an epoch. */
  function interruptedAfter(epochs: number) {
    const controller = new AbortController();
    let seen = 0;
    let out = '';
    return {
      interruption: () => controller.signal,
      out(text: string) {
        out += text;
        if (text.startsWith('epoch') && ++seen === epochs) controller.abort('SIGINT');
      },
      shown: () => out,
    };
  }

  it('continues with --resume and ends with the same bits, and the same log', async () => {
    const [whole, parts, runs] = [at('whole.safetensors'), at('parts.safetensors'), at('runs')];
    await run([...words, '--save', whole, '--log', at('whole')]);
    const all = [...words, '--save', parts, '--checkpoint', runs, '--resume', '--log', runs];
    const first = interruptedAfter(2);
    const ended = await run(all, first);
    expect(ended.code).toBe(130);
    expect(first.shown()).toMatch(/There is no checkpoint in .* yet: from the beginning/);
    expect(ended.err).toMatch(/^Interrupted after 2 complete epochs of 12 \(30 iterations\)/);
    expect(ended.err).toContain(`npx epochal ${all.join(' ')}\n`);
    expect(existsSync(parts)).toBe(false);
    // What a killed run has written after its last checkpoint comes again.
    const late = '{"type":"epochEnd","epoch":3,"iteration":45,"loss":9}\n{"type":"val';
    writeFileSync(`${runs}/log.jsonl`, readFileSync(`${runs}/log.jsonl`, 'utf8') + late);
    writeFileSync(`${runs}/log.csv`, `${readFileSync(`${runs}/log.csv`, 'utf8')}3,45,720`);
    expect((await run(all, interruptedAfter(3))).code).toBe(130);
    const last = await run(all);
    expect([last.code, last.err]).toEqual([0, '']);
    expect(last.out).toMatch(/Continuing after 75 iterations, in epoch 6/);
    expect(readBytes(parts)).toEqual(readBytes(whole));
    const again = await run(all);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain(
      'Trained already: 12 epochs, 180 iterations. To go on: a larger --epochs.\n',
    );
    expect(again.out).not.toContain('Continuing');
    expect(readBytes(parts)).toEqual(readBytes(whole));
    const log = (folder: string, file: string) =>
      readFileSync(`${at(folder)}/${file}`, 'utf8').replaceAll(
        /"seconds":[\d.e-]+|,[\d.e-]+(?=,[^,]+,[^,]+$)/gm,
        '',
      );
    expect(log('runs', 'log.jsonl')).toBe(log('whole', 'log.jsonl'));
    expect(log('runs', 'log.csv')).toBe(log('whole', 'log.csv'));
  });

  it('has its whole log, whatever became of the one before, and continues without one', async () => {
    const logs = (folder: string) =>
      ['log.jsonl', 'log.csv'].map((file) => readFileSync(`${at(folder)}/${file}`, 'utf8'));
    const kept = [...words, '--checkpoint', at('kept')];
    const all = [...kept, '--log', at('kept_log')];
    const untimed = (texts: string[]) =>
      texts.map((text) =>
        text.replaceAll(/"seconds":[\d.e-]+|,[\d.e-]+(?=,[^,]+,[^,]+$)/gm, '').trimEnd(),
      );
    await run([...words, '--log', at('unbroken')]);
    await run(all, interruptedAfter(2));
    const [json, csv] = logs('kept_log');
    const damages: (() => void)[] = [
      () => writeFileSync(at('kept_log/log.jsonl'), json.slice(0, 300)),
      () => writeFileSync(at('kept_log/log.csv'), ''),
      () => writeFileSync(at('kept_log/log.csv'), `${csv}${'\0'.repeat(5000)}`),
      () => rmSync(at('kept_log'), { recursive: true }),
    ];
    let epochs = 2;
    for (const damage of damages) {
      damage();
      const { code } = await run([...all, '--resume'], interruptedAfter(1));
      expect(code).toBe(130);
      const rows = logs('kept_log')[1].trimEnd().split('\n');
      expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(
        Array.from({ length: ++epochs }, (_, k) => k + 1),
      );
    }
    expect((await run([...kept, '--resume'], interruptedAfter(1))).code).toBe(130);
    const elsewhere = [...kept, '--resume', '--log', at('elsewhere')];
    expect(await run(elsewhere)).toMatchObject({ code: 0, err: '' });
    expect(untimed(logs('elsewhere'))).toEqual(untimed(logs('unbroken')));
  });

  it('is not resumed on other data, or with other options', async () => {
    const folder = at('other');
    const kept = [...words, '--checkpoint', folder];
    await run([...kept, '--log', folder], interruptedAfter(1));
    const failing = async (...given: string[]) => {
      const { code, err } = await run([...given, '--resume']);
      expect([code, err.trimEnd().includes('\n')]).toEqual([1, false]);
      return err;
    };
    const replaced = (from: string, to: string) => kept.map((word) => (word === from ? to : word));
    expect(await failing(...replaced('7', '8'))).toMatch(/Resume with the options of before/);
    expect(await failing(...kept, '--log', folder, '--batch-size', '8')).toMatch(
      /--resume: .*--batch-size 16; received --batch-size 8/,
    );
    expect(await failing(...kept, '--log', folder, '--validation', '0.21')).toMatch(/samples|data/);
    writeDigits(at('others.csv'), 299);
    expect(await failing(...replaced(digits, at('others.csv')), '--log', folder)).toMatch(
      /the (data|\d+ samples) that the training began with/,
    );
  });

  it('says so to machines, too', async () => {
    const controller = new AbortController();
    let out = '';
    const io = {
      interruption: () => controller.signal,
      out(text: string) {
        out += text;
        if (text.includes('"epochEnd"')) controller.abort('SIGTERM');
      },
    };
    const { code, err } = await run([...words, '--checkpoint', at('machine'), '--json'], io);
    expect([code, err]).toEqual([143, '']);
    expect(JSON.parse(lines(out).at(-1) ?? '')).toMatchObject({ type: 'interrupted', epochs: 1 });
  });
});

describe('nothing is written over', () => {
  const small = ['--target', 'species', '--epochs', '1'];
  const before = readBytes(flowers);

  it('what is read, by whatever name', async () => {
    mkdirSync(at('folder'));
    symlinkSync(flowers, at('link.csv'));
    linkSync(flowers, at('folder/log.csv'));
    for (const [words, said] of [
      [['train', flowers, ...small, '--save', flowers], '--save, '],
      [['train', flowers, ...small, '--save', at('link.csv')], '--save, '],
      [['train', flowers, ...small, '--log', at('folder')], '--log, '],
      [['find-epochs', flowers, ...small, '--folds', '2', '--save', flowers], '--save, '],
      [['search', flowers, ...small, '--grid', 'hidden=4', '--table', flowers], '--table, '],
    ] as const) {
      const { code, out, err } = await run(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`epochal: ${said}`);
      expect(err).toMatch(
        /Expected a file of its own; received the data\. Choose another name\.$/m,
      );
      expect(readBytes(flowers)).toEqual(before);
    }
  });

  it('by two options', async () => {
    const folder = at('two');
    for (const [option, name, what] of [
      ['--log', 'log.csv', 'the log'],
      ['--checkpoint', 'training.checkpoint', 'the checkpoint'],
    ]) {
      const words = [...small, option, folder, '--save', `${folder}/${name}`];
      const { code, err } = await run(['train', flowers, ...words]);
      expect([code, err.includes(`received ${what}.`)]).toEqual([2, true]);
    }
  });
});

describe('tables with little in them', () => {
  const write = (name: string, ...rows: string[]) => writeText(at(name), 'a,b,y', ...rows);
  const constant = Array.from({ length: 7 }, (_, k) => `${k},${k % 3},5`);

  it.each([
    ['the same target in every row', constant],
    ['two rows', ['1,2,5', '2,3,6']],
    ['one row, which nothing judges', ['1,2,5']],
  ])('%s: a result', async (_, rows) => {
    const path = write('little.csv', ...rows);
    for (const part of rows.length > 1 ? ['0.2', '0'] : ['0']) {
      const saved = at('little.safetensors');
      const words = ['--target', 'y', '--epochs', '3', '--validation', part, '--save', saved];
      const { code, out, err } = await run(['train', path, ...words]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('The diagnosis');
      expect(out).not.toContain('NaN');
      const result = (await jsonOf(path, ...words)).at(-1);
      expect(result.type).toBe('result');
      expect(Object.values(result.metrics).every(Number.isFinite)).toBe(true);
      expect('r2' in result.metrics).toBe(result.samples > 1);
    }
  });

  it('refuses one class, and one row to train on and judge by', async () => {
    const one = write('one_class.csv', '1,2,x', '2,3,x', '3,1,x');
    const { err, out } = await run(['train', one, '--target', 'y']);
    expect(out).toBe('');
    expect(err).toBe(
      'epochal: one_class.csv, column y: Expected two classes or more to tell apart; received x in every row. Choose another column: --target.\n',
    );
    const row = write('one_row.csv', '1,2,5');
    expect((await run(['train', row, '--target', 'y'])).err).toMatch(
      /judge by none: --validation 0/,
    );
  });
});

it('what is measured is what was saved', async () => {
  const path = at('measured.safetensors');
  const result = (await jsonOf(flowers, '--target', 'species', '--epochs', '5', '--save', path)).at(
    -1,
  );
  const { predict } = readModel(readBytes(path));
  const { validation } = split(iris(), { validation: 0.2, seed: 0, stratify: true });
  const right = predict(validation.inputs).argmax().equal(validation.targets).sum().item();
  expect(result.metrics.accuracy).toBe(right / 30);
});
