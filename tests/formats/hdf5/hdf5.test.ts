/** HDF5: what h5py has written is read, and what is written is read back; h5py and h5wasm have read it, too. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { readHdf5 } from '../../../src/formats/hdf5/read.ts';
import { writeHdf5 } from '../../../src/formats/hdf5/write.ts';
import { range } from '../../../src/tensor/create.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

const group = {
  members: {
    weight: tensor([
      [1.5, -2],
      [3, 4],
    ]),
    exact: tensor([0.1], { dtype: 'float64' }),
    count: tensor(7, { dtype: 'int32' }),
    nothing: tensor([]),
    inner: { members: {}, attributes: { name: 'ü', empty: '' } },
  },
};

describe('a file that h5py has written', () => {
  it('gives groups, datasets and attributes by path', () => {
    const { groups, datasets } = readHdf5('test', fixture('keras2.h5'));
    expect(groups.get('')?.get('keras_version')).toBe('2.11.0');
    expect(groups.get('model_weights')?.get('layer_names')).toEqual([
      'hidden',
      'leaky',
      'norm',
      'head',
    ]);
    expect(groups.get('model_weights/leaky')?.get('weight_names')).toEqual([]);
    expect([...datasets.keys()].filter((name) => name.includes('head'))).toEqual([
      'model_weights/head/head/bias:0',
      'model_weights/head/head/kernel:0',
    ]);
    expect(datasets.get('model_weights/head/head/kernel:0')?.shape).toEqual([5, 1]);
  });

  it('gives texts of the global heap, one and in lists', () => {
    const { groups } = readHdf5('test', fixture('momentum.h5'));
    expect(groups.get('')?.get('backend')).toBe('jax');
    expect(JSON.parse(String(groups.get('')?.get('model_config'))).class_name).toBe('Sequential');
    expect(groups.get('model_weights')?.get('layer_names')).toHaveLength(2);
  });

  it('gives numbers of other sizes and orders', () => {
    const { groups, datasets } = readHdf5('test', fixture('compressed.h5'));
    expect(Array.from(datasets.get('half')?.read().toTypedArray().slice(0, 4) ?? [])).toEqual([
      0.5, -1.25, 2, 0.125,
    ]);
    expect(datasets.get('wide')?.read()).toBeBitIdenticalTo(tensor([1, -2, 3], { dtype: 'int32' }));
    expect(datasets.get('big')?.read().dtype).toBe('float64');
    expect(Array.from(datasets.get('big')?.read().toTypedArray().slice(4, 8) ?? [])).toEqual([
      3, 0.25, -0.75, 1.5,
    ]);
    expect(groups.get('')?.get('numbers')).toEqual([1.5, 2.5]);
    expect(groups.get('')?.has('flags')).toBe(false);
  });

  it('refuses what is compressed by its name, when it is asked for', () => {
    const compressed = readHdf5('test', fixture('compressed.h5')).datasets.get('weight');
    const error = refusal(() => compressed?.read());
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/test, weight.*received one with the filter gzip/s);
  });

  it('that was cut off is refused at each length', () => {
    const bytes = writeHdf5(group);
    for (let end = 0; end < bytes.length; end += 31) {
      expect(refusal(() => readAll(bytes.subarray(0, end)))).toBeInstanceOf(DataError);
    }
  });

  it('in which a group holds itself is refused', () => {
    const bytes = writeHdf5({ members: { inner: { members: {} } } });
    const { root, inner } = addressesIn(bytes);
    const view = new DataView(bytes.buffer);
    for (let at = 96; at + 8 <= bytes.length; at += 8) {
      if (view.getBigUint64(at, true) === inner) view.setBigUint64(at, root, true);
    }
    expect(refusal(() => readHdf5('test', bytes)).message).toMatch(/groups that stand once/);
  });
});

describe('a file that is written', () => {
  it('is read back', () => {
    const { groups, datasets } = readHdf5('test', writeHdf5(group));
    for (const name of ['weight', 'exact', 'count', 'nothing'] as const) {
      expect(datasets.get(name)?.read()).toBeBitIdenticalTo(group.members[name]);
    }
    expect(groups.get('inner')).toEqual(
      new Map([
        ['name', 'ü'],
        ['empty', ''],
      ]),
    );
  });

  it('has trees of several levels where a group has many members', () => {
    const members = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`layer_${i}`, range(i % 3)]),
    );
    const { datasets } = readHdf5('test', writeHdf5({ members }));
    expect([...datasets.keys()]).toEqual(Object.keys(members).sort());
    expect(datasets.get('layer_599')?.shape).toEqual([2]);
  });

  it('is the same each time', () => {
    expect(writeHdf5(group)).toEqual(writeHdf5(group));
  });
});

function readAll(bytes: Uint8Array): void {
  for (const dataset of readHdf5('test', bytes).datasets.values()) dataset.read();
}

/** Of the root, from the superblock, and of its only member, from the table of names. */
function addressesIn(bytes: Uint8Array): { root: bigint; inner: bigint } {
  const view = new DataView(bytes.buffer);
  const text = String.fromCharCode(...bytes);
  const table = text.lastIndexOf('SNOD');
  return { root: view.getBigUint64(64, true), inner: view.getBigUint64(table + 16, true) };
}
