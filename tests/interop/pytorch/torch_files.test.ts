/** `.pt` files: those that torch 1.13 saves, and ours, which torch.load has read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { readTorch } from '../../../src/formats/pickle/torch.ts';
import { packZip } from '../../../src/formats/zip/pack.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, sequential, tanh } from '../../../src/nn/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/interop/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const { inputs, outputs } = JSON.parse(readFileSync(new URL('torch.json', folder), 'utf8'));

const network = () =>
  sequential({ inputShape: [4], seed: 1 }, [
    dense({ units: 3 }),
    batchNorm(),
    tanh(),
    dense({ units: 2 }),
  ]);

describe('a .pt file of torch', () => {
  it.each([
    ['state.pt', 1e-6],
    ['views.pt', 1e-6],
    ['training.pt', 1e-6],
    ['halves.pt', 2e-3],
  ])('%s predicts what it predicts there', (name, tolerance) => {
    const given = network();
    const before = given.predict(inputs);
    const { model } = importModel(bytesOf(name), { model: given });
    expect(model.predict(inputs)).toBeCloseToTensor(tensor(outputs), {
      absoluteTolerance: tolerance,
      relativeTolerance: 0,
    });
    expect(given.predict(inputs)).toBeBitIdenticalTo(before);
  });

  it('reports names, matrices that were turned, and what was left out', () => {
    const { report, epoch } = importModel(bytesOf('training.pt'), { model: network() });
    expect(epoch).toBe(7);
    expect(report.format).toBe('pytorch');
    expect(report.matched.map(({ theirs }) => theirs)).toEqual(['0', '1', '3']);
    expect(report.transposed).toEqual(['layers.0.weight', 'layers.3.weight']);
    expect(report.ignored).toEqual(['loss', '1.num_batches_tracked']);
  });

  it('of a whole module is refused by the name of its class: nothing of a file runs', () => {
    const error = refusal(() => importModel(bytesOf('module.pt'), { model: network() }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/received torch\.nn\.modules\.container\.Sequential\./);
    expect(error.message).toMatch(/torch\.save\(model\.state_dict\(\), path\)/);
  });

  it('needs a model, for it tells no layers', () => {
    const error = refusal(() => importModel(bytesOf('state.pt')));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(/0\.weight \[3, 4\]/);
  });

  it('whose tensor reaches beyond its storage is refused', () => {
    const pickle = [
      '\x80\x02}(X\x01\x00\x00\x00wctorch._utils\n_rebuild_tensor_v2\n((X\x07\x00\x00\x00storage',
      'ctorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpuK\x01tQK\x00K\x02\x85K\x00\x85',
      '\x89ccollections\nOrderedDict\n)RtRu.',
    ].join('');
    const bytes = packZip('test', [
      ['archive/data.pkl', Uint8Array.from(pickle, (c) => c.charCodeAt(0))],
      ['archive/data/0', new Uint8Array(4)],
    ]);
    // Two elements with stride 0 over one number: small here, of any size elsewhere.
    const error = refusal(() => readTorch('test', bytes));
    expect(error.message).toMatch(/a tensor within its storage of 1 numbers/);
  });

  it('that calls what is no data is refused', () => {
    const pickle = '\x80\x02cos\nsystem\nX\x04\x00\x00\x00true\x85R.';
    const bytes = packZip('test', [
      ['archive/data.pkl', Uint8Array.from(pickle, (c) => c.charCodeAt(0))],
    ]);
    expect(refusal(() => readTorch('test', bytes)).message).toMatch(/received os\.system/);
  });
});

describe('a .pt file of ours', () => {
  it('is the one that torch.load has read', () => {
    const { model } = importModel(bytesOf('state.pt'), { model: network() });
    expect(exportModel(model, { to: 'pytorch' })).toEqual(bytesOf('ours.pt'));
  });

  it('comes back, to the bit', () => {
    for (const to of ['pytorch', 'safetensors'] as const) {
      const model = network();
      const { model: again } = importModel(exportModel(model, { to }), { model: network() });
      expect(again.predict(inputs)).toBeBitIdenticalTo(model.predict(inputs));
    }
  });
});
