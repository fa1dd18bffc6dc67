import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { dense, sequential } from '../../../src/nn/index.ts';
import {
  loadCsv,
  loadCsvWith,
  loadIdx,
  loadModel,
  loadNpy,
  loadNpz,
  loadSafetensors,
  previousGeneration,
  saveCsv,
  saveIdx,
  saveModel,
  saveNpy,
  saveNpz,
  saveSafetensors,
} from '../../../src/node/index.ts';
import { tensor } from '../../../src/tensor/create.ts';
import { refusal } from '../../persistence/files.ts';

const folder = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/persistence/${name}`, import.meta.url));

const matrix = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('files that are saved are loaded again', () => {
  it('safetensors', () => {
    const path = at('model.safetensors');
    saveSafetensors(path, { tensors: { matrix }, metadata: { note: 'x' } });
    const { tensors, metadata } = loadSafetensors(path);
    expect([tensors.matrix.toArray(), metadata.note]).toEqual([matrix.toArray(), 'x']);
    saveSafetensors(path, { tensors: {} }, { keepPrevious: true });
    expect(Object.keys(loadSafetensors(previousGeneration(path)).tensors)).toEqual(['matrix']);
  });

  it('a model, and what is said about it', () => {
    const path = at('network.safetensors');
    const model = sequential({ inputShape: [3], seed: 7 }, [dense({ units: 2 })]);
    saveModel(path, model, { classNames: ['a', 'b'] });
    const { predict, classNames } = loadModel(path);
    expect([predict(matrix).toArray(), classNames]).toEqual([
      model.predict(matrix).toArray(),
      ['a', 'b'],
    ]);
    saveModel(path, model, {}, { keepPrevious: true });
    expect(loadModel(previousGeneration(path)).classNames).toEqual(['a', 'b']);
    fs.writeFileSync(path, 'no model');
    saveModel(path, model, {}, { keepPrevious: true });
    expect(loadModel(previousGeneration(path)).classNames).toEqual(['a', 'b']);
    fs.writeFileSync(path, 'no model');
    expect(refusal(() => loadModel(path)).message).toContain(path);
  });

  it('npy and npz, compressed or not', () => {
    saveNpy(at('matrix.npy'), matrix);
    expect(loadNpy(at('matrix.npy')).toArray()).toEqual(matrix.toArray());
    const zeros = tensor(new Float32Array(10_000));
    for (const compress of [false, true]) {
      saveNpz(at('arrays.npz'), { matrix, zeros }, { compress });
      expect(fs.statSync(at('arrays.npz')).size < 10_000).toBe(compress);
      expect(loadNpz(at('arrays.npz'), { names: ['matrix'] }).arrays.matrix.toArray()).toEqual(
        matrix.toArray(),
      );
    }
    expect(Object.keys(loadNpz(fixture('arrays_compressed.npz')).arrays)).toContain('fortran');
  });

  it('IDX, as it is and as MNIST comes', () => {
    saveIdx(at('pictures'), matrix, { type: 'uint8' });
    expect(loadIdx(at('pictures')).toArray()).toEqual(matrix.toArray());
    expect(loadIdx(fixture('pictures.idx3-ubyte.gz')).shape).toEqual([3, 2, 2]);
  });

  it('CSV, and others like it', () => {
    saveCsv(at('data.csv'), Object.entries({ x: [1, 2], color: ['a;b', 'b'], y: [3, 4] }), {
      delimiter: ';',
    });
    const { dataset, schema } = loadCsv(at('data.csv'), { target: 'y', delimiter: ';' });
    expect(dataset.inputs.toArray()).toEqual([
      [1, 1, 0],
      [2, 0, 1],
    ]);
    expect(loadCsvWith(schema, at('data.csv')).inputs.toArray()).toEqual(dataset.inputs.toArray());
  });
});

describe('errors name the file', () => {
  it('that is not there, or is a folder', () => {
    const absent = refusal(() => loadNpy(at('absent.npy')));
    expect(absent).toMatchObject({ name: 'FileError', code: 'ENOENT' });
    expect(absent.message).toContain('absent.npy');
    expect(refusal(() => loadIdx(folder))).toMatchObject({ code: 'EISDIR' });
  });

  it('that is damaged', () => {
    fs.writeFileSync(at('damaged'), 'damaged');
    const loads = [loadNpy, loadNpz, loadSafetensors, loadIdx];
    for (const load of [...loads, (path: string) => loadCsv(path, { target: 'y' })]) {
      const error = refusal(() => load(at('damaged')));
      expect(error).toBeInstanceOf(DataError);
      expect(error.where).toContain(at('damaged'));
    }
  });

  it('that is compressed and cut off', () => {
    const packed = gzipSync(fs.readFileSync(fixture('pictures.idx3-ubyte')));
    fs.writeFileSync(at('cut.gz'), packed.subarray(0, packed.length - 9));
    expect(refusal(() => loadIdx(at('cut.gz')))).toBeInstanceOf(DataError);
  });
});
