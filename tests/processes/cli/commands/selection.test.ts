/** find-epochs and search: which epochs, and which settings. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iris, standardize } from '../../../../src/data/index.ts';
import { adam, dense, relu, sequential, softmaxCrossEntropy } from '../../../../src/index.ts';
import { loadModel } from '../../../../src/node/index.ts';
import { crossValidate } from '../../../../src/selection/index.ts';
import { writeDiabetes, writeIris } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const [flowers, patients] = [at('iris.csv'), at('diabetes.csv')];
writeIris(flowers);
writeDiabetes(patients);

/** The words of the command that the output ends with. */
const proposed = (out: string): string[] => (/npx epochal (.*)\n$/.exec(out)?.[1] ?? '').split(' ');

/** A terminal whose user presses Ctrl-C when a text comes. */
function interruptedAt(text: string) {
  const controller = new AbortController();
  return {
    interruption: () => controller.signal,
    out: (written: string) => {
      if (written.includes(text)) controller.abort('SIGINT');
    },
  };
}

describe('find-epochs', () => {
  const words = ['find-epochs', flowers, '--target', 'species', '--hidden', '8'];

  it('says what it will cost, the curve, and how long to train', async () => {
    const { code, out, err } = await run([...words, '--epochs', '12', '--folds', '3']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/3 runs = 36 epochs = [\d,]+ iterations/);
    expect(
      out.match(/^fold \d\/3 {2}lowest validation loss 0\.\d{4} at epoch \d+$/gm),
    ).toHaveLength(3);
    const epochs = /recommended: (\d+) epochs/.exec(out)?.[1];
    expect(proposed(out)).toEqual([
      ...['train', flowers, '--target', 'species', '--hidden', '8', '--epochs', `${epochs}`],
    ]);
  });

  it('is the cross-validation of the library', async () => {
    const { out } = await run([...words, '--epochs', '6', '--seed', '7', '--json']);
    const result = await crossValidate({
      ...{ dataset: iris(), k: 5, stratify: true, scale: standardize, seed: 7 },
      training: ({ seed }) => ({
        model: sequential({ inputShape: [4], seed }, [
          ...[dense({ units: 8 }), relu(), dense({ units: 3 })],
        ]),
        ...{ loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
        ...{ epochs: 6, batchSize: 16, seed },
      }),
    });
    const { recommended, curve } = JSON.parse(out);
    expect(recommended).toEqual(JSON.parse(JSON.stringify(result.recommended)));
    expect(curve.map((point: { mean: number }) => point.mean)).toEqual(
      result.curve.map(({ mean }) => mean),
    );
  });

  it('scales targets of a regression within each fold, and refits on all rows', async () => {
    const path = at('refit.safetensors');
    const { out } = await run([
      ...['find-epochs', patients, '--target', 'progression', '--epochs', '4', '--folds', '2'],
      ...['--save', path, '--refit', 'iterations', '--json'],
    ]);
    const { best, saved, task } = JSON.parse(out);
    expect([saved, task]).toEqual([path, 'regression']);
    expect(best.mean).toBeLessThan(1);
    const { scalers, schema } = loadModel(path);
    expect(scalers.map(({ of }) => of)).toEqual(['inputs', 'targets']);
    expect(schema?.targets[0].name).toBe('progression');
    expect((await run(['evaluate', path, patients])).out).toMatch(/R² +0\.\d/);
  });

  it('gives no answer out of half of the folds', async () => {
    const { code, err } = await run([...words, '--epochs', '6'], interruptedAt('fold 2/5'));
    expect([code, err]).toEqual([130, 'epochal: interrupted; nothing was written.\n']);
  });

  it('wants two folds or more', async () => {
    expect(await run([...words, '--folds', '1'])).toMatchObject({ code: 2 });
  });
});

describe('search', () => {
  const words = ['search', flowers, '--target', 'species', '--epochs', '5'];
  const grid = ['--grid', 'learning-rate=0.1,0.0001 hidden=4,8x8'];

  it('tries every combination, ranks them, and says how to train the best', async () => {
    const table = at('trials.csv');
    const { code, out, err } = await run([...words, ...grid, '--table', table]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/4 trials of 5 epochs = 20 epochs\njudged by 30 samples/);
    expect(out).toMatch(/^2\/4 {2}loss \d\.\d{4} {2}learning-rate=0.1 hidden=8,8$/m);
    const rows = readFileSync(table, 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(5);
    const score = Number(/score ([\d.]+)/.exec(out)?.[1]);
    const trained = await run([...proposed(out), '--json']);
    const result = JSON.parse(trained.out.trimEnd().split('\n').at(-1) ?? '');
    expect(Number(result.metrics.loss.toPrecision(4))).toBe(score);
  });

  it('draws from ranges', async () => {
    const space = ['--grid', 'learning-rate=0.001..0.1; optimizer=adam,sgd', '--trials', '3'];
    const { out } = await run([...words, ...space, '--json', '--seed', '3']);
    const trials = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(trials.map(({ type }) => type)).toEqual(['trial', 'trial', 'trial', 'result']);
    for (const { values } of trials.slice(0, 3)) {
      expect(values.learningRate).toBeGreaterThan(0.001);
      expect(values.learningRate).toBeLessThan(0.1);
    }
    expect(trials[3]).toMatchObject({ complete: true, cost: { evaluations: 3, failures: 0 } });
  });

  it('ranks what fails last', async () => {
    const { code, out } = await run([...words, '--grid', 'learning-rate=1e30,0.01']);
    expect(code).toBe(0);
    expect(out).toMatch(/1\/2 {2}failed: NonFiniteError {2}learning-rate=1e\+30/);
    expect(out).toMatch(/best: trial 2/);
  });

  it('shows what it has when it is interrupted', async () => {
    let shown = '';
    const io = interruptedAt('1/4');
    const { code } = await run([...words, ...grid], {
      ...io,
      out: (text) => {
        shown += text;
        io.out(text);
      },
    });
    expect(code).toBe(130);
    expect(shown).toMatch(/interrupted after 1 of 4 evaluations/);
  });

  it('continues where it was interrupted, and comes to the same result', async () => {
    const kept = [...words, ...grid, '--checkpoint', at('search'), '--resume'];
    const results = (out: string) => out.slice(out.indexOf('The result'));
    expect((await run(kept, interruptedAt('2/4'))).code).toBe(130);
    const { code, out } = await run(kept);
    expect(code).toBe(0);
    expect(out).toMatch(/Continuing after 2 trials\.\n3\/4 /);
    expect(results(out)).toBe(results((await run([...words, ...grid])).out));
    const other = await run([...kept, '--batch-size', '8']);
    expect([other.code, other.err]).toEqual([1, expect.stringMatching(/the search began with/)]);
    writeFileSync(at('search/search.json'), '{');
    expect((await run(kept)).err).toMatch(/search.json: .*Remove the file/);
    expect((await run([...words, ...grid, '--resume'])).code).toBe(2);
  });

  it.each<[string, RegExp]>([
    ['learning-rte=1', /Did you mean learning-rate\?/],
    ['epochs=5,10', /It is the same for all trials: --epochs/],
    ['learning-rate', /Expected learning-rate=VALUE,VALUE/],
    ['hidden=4 hidden=8', /hidden once; received it twice. Write all of its values together/],
    ['learning-rate=a', /--grid, learning-rate: Expected a finite number above 0/],
    ['hidden=8x', /--grid, hidden: Expected a whole number/],
    ['optimizer=adam,adan', /Did you mean adam\?/],
    ['batch-size=1..8', /for learning-rate or weight-decay/],
    ['learning-rate=0..1', /numbers above 0/],
    ['learning-rate=0.1..0.2', /with --trials N also ranges/],
    ['', /Expected NAME=VALUE,VALUE/],
    ['__proto__=1', /options of train/],
  ])('refuses the grid %j', async (space, says) => {
    const { code, err } = await run([...words, '--grid', space]);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });
});
