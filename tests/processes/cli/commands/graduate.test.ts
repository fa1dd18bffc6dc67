/** graduate and import: a training run to PyTorch and back; what PyTorch does is in tests/torchrun. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../../../src/node/index.ts';
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

  it('writes a job that begins where the training run is', async () => {
    const words = ['graduate', at('run'), '--to', 'torchrun', '--out', at('job'), '--epochs', '5'];
    const { code, out, err } = await run(words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/3 epochs to go after 2/);
    expect(out).toMatch(/Gradients: 1,036 bytes an iteration/); // (4·32 + 32 + 32·3 + 3) floats
    const settings = readFileSync(join(at('job'), 'settings.py'), 'utf8');
    expect(settings).toMatch(/SEED = "number:3"/);
    expect(settings).toMatch(/ITERATIONS = 40 .*5 epochs of 8/);
    expect(settings).toMatch(/EPOCHS_DONE = 2\nITERATIONS_DONE = 16\n/);
    expect(settings).toMatch(/PATIENCE = 9\nPATIENCE_UNIT = "epochs"/);
    const known = loadModel(join(at('job'), 'start/model.safetensors'));
    expect(known.classNames).toHaveLength(3);
    expect(known.scalers).toHaveLength(1);
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
    cpSync(join(import.meta.dirname, '../../../fixtures/torchrun/job'), at('trained'), {
      recursive: true,
    });
    const { code, out, err } = await run([
      'import',
      at('trained'),
      '--save',
      at('new.safetensors'),
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/after 17 epochs, 119 iterations, on 2 processes/);
    expect(out).toMatch(/validation loss: 0\.\d+/);
    expect(loadModel(at('new.safetensors')).model.inputShape).toEqual([2]);
  });

  it('refuses a job that has not been run', async () => {
    const { code, err } = await run(['import', at('job')]);
    expect(code).toBe(1);
    expect(err).toMatch(/trained\/weights\.pt.*Run it first/);
  });
});
