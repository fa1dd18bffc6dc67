/** graduate and import: a training run to PyTorch and back; what PyTorch does is in tests/torchrun. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint, loadModel } from '../../../../src/node/index.ts';
import { writeIris } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();
const flowers = at('iris.csv');

beforeAll(async () => {
  writeIris(flowers);
  const options = ['--target', 'species', '--epochs', '2', '--seed', '3', '--early-stopping', '9'];
  await run(['train', flowers, ...options, '--checkpoint', at('run')]);
});

describe('graduate', () => {
  it('refuses a training run that is at its end, and writes nothing', async () => {
    const { code, err } = await run(['graduate', at('run'), '--out', at('none')]);
    expect([code, existsSync(at('none'))]).toEqual([2, false]);
    expect(err).toMatch(/2 of 2 done\. Ask for more in total: --epochs 4/);
  });

  it('says what the job will be and cost, and writes nothing, with --plan', async () => {
    const { code, out, err } = await run(['graduate', at('run'), '--plan', '--epochs', '5']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^epochs 2 to 5, iterations 16 to 40\n/);
    expect(out).toMatch(/gradients: 1,036 bytes an iteration/); // (4·32 + 32 + 32·3 + 3) floats
    expect(out).toMatch(/2 processes: each sends 1,036 bytes in .* ms, .* times as fast/);
    expect(out).toMatch(/numbers agree within rounding\.\nMetrics \(.*\) are not measured/);
  });

  it('writes a job that begins where the training run is', async () => {
    const words = ['graduate', at('run'), '--to', 'torchrun', '--out', at('job'), '--epochs', '5'];
    const { code, out, err } = await run(words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /gradients: 1,036 bytes[\s\S]*Run it in .*job.*: torchrun --nproc_per_node=2/,
    );
    const settings = readFileSync(join(at('job'), 'settings.py'), 'utf8');
    expect(settings).toMatch(/SEED = "number:3"/);
    expect(settings).toMatch(/ITERATIONS = 40 .*5 epochs\nITERATIONS_PER_EPOCH = 8\n/);
    expect(settings).toMatch(/PATIENCE = 9\nPATIENCE_UNIT = "epochs"/);
    const progress = JSON.parse(readFileSync(join(at('job'), 'start/progress.json'), 'utf8'));
    expect(progress).toMatchObject({ epoch: 2, iteration: 16, waiting: { last: 16, waited: 0 } });
    const known = loadModel(join(at('job'), 'start/model.safetensors'));
    expect(known.classNames).toHaveLength(3);
    expect(known.scalers).toHaveLength(1);
  });

  it('refuses a folder that has files in it', async () => {
    const words = ['graduate', at('run'), '--epochs', '5', '--out', at('job')];
    const { code, err } = await run(words);
    expect(code).toBe(1);
    expect(err).toMatch(/empty or not there yet; received one with files in it/);
  });

  it('needs a folder, or to be asked for the plan alone', async () => {
    const { code, err } = await run(['graduate', at('run')]);
    expect(code).toBe(2);
    expect(err).toMatch(/Add --out job\/, or --plan/);
  });

  it('refuses a schedule that waits for losses', async () => {
    const options = ['--target', 'species', '--epochs', '2', '--schedule', 'reduceOnPlateau'];
    await run(['train', flowers, ...options, '--checkpoint', at('plateau')]);
    const words = ['graduate', at('plateau'), '--epochs', '5', '--out', at('none')];
    const { code, err } = await run(words);
    expect([code, existsSync(at('none'))]).toEqual([1, false]);
    expect(err).toMatch(/received the callback reduceOnPlateau/);
  });

  it('refuses other data than the training run began with', async () => {
    const other = at('other.csv');
    writeFileSync(other, readFileSync(flowers, 'utf8').replace('5.1', '5.2'));
    const options = ['--out', at('none'), '--epochs', '5', '--data', other];
    const { code, err } = await run(['graduate', at('run'), ...options]);
    expect([code, existsSync(at('none'))]).toEqual([1, false]);
    expect(err).toMatch(/--data: Expected the data that the training began with/);
  });

  it('refuses a folder without a training run', async () => {
    const { code, err } = await run(['graduate', at('nowhere'), '--out', at('none')]);
    expect(code).toBe(2);
    expect(err).toMatch(/Train with --checkpoint/);
  });
});

describe('import', () => {
  it('saves the model that was trained, and says how it went', async () => {
    const job = join(import.meta.dirname, '../../../fixtures/torchrun/job');
    cpSync(job, at('trained'), { recursive: true });
    const words = ['import', at('trained'), '--save', at('new.safetensors')];
    const { code, out, err } = await run([...words, '--checkpoint', at('back')]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/after 17 epochs, 119 iterations, on 2 processes/);
    expect(out).toMatch(/validation loss: 0\.\d+/);
    expect(out).toMatch(/Continue here: npx epochal train \.\.\. --checkpoint .*back --resume/);
    expect(loadModel(at('new.safetensors')).model.inputShape).toEqual([2]);
    const { progress } = loadCheckpoint(join(at('back'), 'training.checkpoint'));
    expect([progress.epoch, progress.epochs.length, progress.validations.length]).toEqual([
      ...[17, 17, 17],
    ]);
  });

  it('gives a training run that epochal train continues', async () => {
    // What train.py would leave of a job that had nothing to do.
    const progress = JSON.parse(readFileSync(join(at('job'), 'start/progress.json'), 'utf8'));
    mkdirSync(at('job/trained'));
    for (const name of ['weights.pt', 'last.pt']) {
      cpSync(at('job/start/weights.pt'), at(`job/trained/${name}`));
    }
    const end = { ...progress, reason: null, keepsBest: false, processes: 1 };
    writeFileSync(at('job/trained/end.json'), JSON.stringify(end));
    writeFileSync(at('job/trained/log.jsonl'), '');
    const { out } = await run(['import', at('job'), '--checkpoint', at('again')]);
    const [, line = ''] = /Continue here: npx epochal train (.*)/.exec(out) ?? [];
    expect(line).toMatch(/--epochs 4 --resume$/);
    const words = line.split(' ').map((word) => word.replaceAll("'", ''));
    const continued = await run(['train', ...words]);
    expect(continued.code).toBe(0);
    expect(continued.out).toMatch(/Continuing after 16 iterations, in epoch 3/);
  });

  it('refuses a job that has not been run', async () => {
    rmSync(at('job/trained'), { recursive: true });
    const { code, err } = await run(['import', at('job')]);
    expect(code).toBe(1);
    expect(err).toMatch(/job: Expected a job that .*trained\/end\.json.*Run it first/);
  });
});
