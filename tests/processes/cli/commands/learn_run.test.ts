/** `epochal learn RUN/`: what is read from the folder, trained again as the page's worker does it, to the bit. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../../../docs/lab/core/view.ts';
import { openView } from '../../../../docs/lab/core/view.ts';
import { timeMachineRun } from '../../../../docs/lab/runs/time_machine/index.ts';
import type { TimeMachineResult } from '../../../../docs/lab/views/time_machine.ts';
import { readOwnRun } from '../../../../src/cli/learning/own_run.ts';
import { loadCheckpoint, saveCheckpoint } from '../../../../src/node/index.ts';
import { writeDiabetes, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const noWarning = (message: string) => {
  throw new Error(message);
};

beforeAll(() => {
  writeIris(at('iris.csv'));
  writeDiabetes(at('diabetes.csv'));
  const rows = Array.from({ length: 40 }, (_, row) => {
    const angle = row * 0.7;
    const radius = row % 2 === 0 ? 1 : 2;
    return `${radius * Math.cos(angle)},${radius * Math.sin(angle)},${row % 2 === 0 ? 'in' : 'out'}`;
  });
  writeText(at('circles.csv'), 'x,y,where', ...rows);
});

async function train(name: string, ...words: readonly string[]): Promise<string> {
  const folder = at(name);
  const { code, err } = await run(['train', ...words, '--checkpoint', folder]);
  expect([code, err]).toEqual([0, '']);
  return folder;
}

function opened(folder: string, data?: string) {
  const own = readOwnRun(folder, data, noWarning);
  // As it goes through the server.
  const sent: unknown = JSON.parse(JSON.stringify(own));
  const session = openView(timeMachineRun, {}, sent) as Session<
    TimeMachineResult,
    { at: number },
    { runs: readonly { weights: string; map: Float32Array | undefined }[] }
  >;
  expect(structuredClone(session.result)).toEqual(session.result);
  return { own, ...session };
}

describe('a training run in a folder', () => {
  const iris = ['iris.csv', '--target', 'species', '--epochs', '4'];
  const diabetes = ['diabetes.csv', '--target', 'progression', '--epochs', '3'];
  it.each<[string, readonly string[]]>([
    ['as it is by default', iris],
    ['with dropout and batch normalization', [...iris, '--dropout', '0.2', '--norm', 'batch']],
    ['with layer normalization', [...iris, '--norm', 'layer', '--hidden', '8,8']],
    ['with weights of classes', [...iris, '--class-weights', 'virginica=3', '--clip', '1']],
    ['with a schedule', [...iris, '--schedule', 'cosine:warmUp=3', '--optimizer', 'sgd']],
    ['that was judged at other times', [...iris, '--validate-every', '2', '--test', '0.1']],
    ['of numbers', [...diabetes, '--l2', '0.01', '--loss', 'huber:delta=0.5']],
    ['in float64', [...diabetes, '--dtype', 'float64', '--seed', 'a seed of words']],
    ['without a validation part', [...diabetes, '--validation', '0']],
  ])('%s has the same bits', async (name, [data, ...words]) => {
    const { own, result, about } = opened(await train(name, at(data), ...words));
    expect(result.weights).toBe(own.weights);
    expect(result.own).toMatchObject({ weights: own.weights, planned: own.iteration });
    const [{ iterations, losses }] = result.runs;
    expect([iterations, losses.length]).toEqual([own.iteration, own.iteration]);
    const [end] = about.answer({ at: 5 * iterations }).runs;
    expect(end.weights).toBe(own.weights);
    expect(about.answer({ at: 0 }).runs[0].weights).not.toBe(own.weights);
    expect(result.plane).toBeUndefined();
  });

  it('that was stopped early ends where it was stopped', async () => {
    const words = ['--target', 'species', '--epochs', '200', '--early-stopping', '2'];
    const { own, result } = opened(await train('stopped', at('iris.csv'), ...words));
    expect(own.iteration).toBeLessThan(1600);
    expect(result.weights).toBe(own.weights);
    expect(result.own?.planned).toBe(1600);
  });

  it('of points of two classes has a map', async () => {
    const words = ['--target', 'where', '--epochs', '5', '--hidden', '8'];
    const { result, about } = opened(await train('points', at('circles.csv'), ...words));
    expect(result.plane?.classes).toHaveLength(32);
    const { map } = about.answer({ at: 3 }).runs[0];
    expect(map?.every((one) => one >= 0 && one <= 1)).toBe(true);
  });

  it('whose schedule was made for fewer epochs is said to have other bits', async () => {
    const words = [at('iris.csv'), '--target', 'species', '--schedule', 'linear:endFactor=0'];
    await train('longer', ...words, '--epochs', '2');
    const { own, result } = opened(await train('longer', ...words, '--epochs', '4', '--resume'));
    expect(result.weights).not.toBe(own.weights);
  });
});

describe('what does not fit', () => {
  const complaint = (folder: string, data?: string) => {
    try {
      readOwnRun(folder, data, noWarning);
      return 'nothing';
    } catch (error) {
      return String(error);
    }
  };
  let folder = '';
  beforeAll(async () => {
    copyFileSync(at('iris.csv'), at('moving.csv'));
    folder = await train('moved', at('moving.csv'), '--target', 'species', '--epochs', '2');
  });

  it('a table that has been moved, and is named', () => {
    renameSync(at('moving.csv'), at('elsewhere.csv'));
    expect(complaint(folder)).toBe(
      `StateError: ${folder}: Expected the table that the training run learned from; received nothing at ${at('moving.csv')}. ` +
        `Say where it is: epochal learn ${folder} --data FILE.`,
    );
    const { own, result } = opened(folder, at('elsewhere.csv'));
    expect(result.weights).toBe(own.weights);
  });

  it('a table that has changed', () => {
    const text = readFileSync(at('iris.csv'), 'utf8');
    writeFileSync(at('changed.csv'), text.replace('5.1', '5.2'));
    const said = complaint(folder, at('changed.csv'));
    expect(said).toContain('the table that the training run learned from, as it was');
    expect(said).toContain('received changed.csv with other rows or columns');
  });

  it('a folder without a training run, or one of another program', () => {
    mkdirSync(at('empty'));
    for (const name of ['nowhere', 'empty']) {
      expect(complaint(at(name))).toContain(
        'Expected the folder of a training run, with training.checkpoint; received none in it',
      );
    }
    const state = loadCheckpoint(`${folder}/training.checkpoint`);
    saveCheckpoint(at('empty/training.checkpoint'), { ...state, callbacks: {} });
    expect(complaint(at('empty'))).toContain('received a checkpoint of another program');
  });

  it('a learning rate that followed the validation loss', async () => {
    const words = ['--target', 'species', '--epochs', '2', '--schedule', 'reduceOnPlateau'];
    expect(complaint(await train('plateau', at('iris.csv'), ...words))).toContain(
      'received --schedule reduceOnPlateau, which follows the validation loss',
    );
  });

  it('standard input, which is over', () => {
    const state = loadCheckpoint(`${folder}/training.checkpoint`);
    const { data } = state.callbacks;
    const words = ['-', ...(data.values.words as string[]).slice(1)];
    const callbacks = { ...state.callbacks, data: { ...data, values: { ...data.values, words } } };
    mkdirSync(at('piped'));
    saveCheckpoint(at('piped/training.checkpoint'), { ...state, callbacks });
    expect(complaint(at('piped'))).toContain('it came in on standard input');
    expect(complaint(at('piped'), at('elsewhere.csv'))).toBe('nothing');
  });

  it('--data without a folder', async () => {
    const { code, err } = await run(['learn', '--data', at('iris.csv')]);
    expect(code).toBe(2);
    expect(err).toContain('epochal: --data: Expected the folder of a training run before it');
  });
});
