import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../../src/autograd/methods.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { batchNorm, dense, relu, sequential } from '../../../src/nn/index.ts';
import { readSafetensors, writeSafetensors } from '../../../src/persistence/index.ts';
import { tensor } from '../../../src/tensor/create.ts';
import { expected, fixture, join, misaligned, refusal, valuesOf } from '../../persistence/files.ts';

/** What the reference implementation accepts, and what 8 bits stand for. */
const reference: {
  readonly cases: readonly {
    readonly name: string;
    readonly header: string;
    readonly data: number;
    readonly accepted: boolean;
    /** By the format, which the implementation does not check. */
    readonly forbidden: boolean;
  }[];
  readonly eightBits: Readonly<Record<string, readonly string[]>>;
} = JSON.parse(new TextDecoder().decode(fixture('safetensors_reference.json')));

/** A file with this header; `data` zeros follow it. */
function file(header: unknown, data = 0): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(new TextEncoder().encode(text).length), true);
  return join(length, text, new Uint8Array(data));
}

const info = (dtype: string, shape: unknown, offsets: unknown) => ({
  dtype,
  shape,
  data_offsets: offsets,
});

function bits(value: Tensor): Uint8Array {
  return new Uint8Array(value.toTypedArray().buffer);
}

describe('what writeSafetensors writes, readSafetensors reads', () => {
  const tensors = {
    scalar: tensor(1.5),
    empty: tensor([], { shape: [0, 3] }),
    strange: tensor([Number.NaN, -0, Number.POSITIVE_INFINITY, 2 ** -149]),
    wide: tensor([[1 / 3, -2]], { dtype: 'float64' }),
    whole: tensor([[-(2 ** 31)], [2 ** 31 - 1]], { dtype: 'int32' }),
    transposed: tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]).transpose(),
  };
  const metadata = { author: 'Ada', 'quote"': 'é\n', __proto__x: '' };

  it('to the bit, with shapes, dtypes and texts', () => {
    const read = readSafetensors(writeSafetensors({ tensors, metadata }));
    expect(Object.keys(read.tensors).sort()).toEqual(Object.keys(tensors).sort());
    for (const [name, original] of Object.entries(tensors)) {
      const { shape, dtype } = read.tensors[name];
      expect({ shape, dtype }).toEqual({ shape: original.shape, dtype: original.dtype });
      expect(bits(read.tensors[name])).toEqual(bits(original));
    }
    expect({ ...read.metadata }).toEqual(metadata);
  });

  it('at any address, in memory of its own', () => {
    const bytes = misaligned(writeSafetensors({ tensors }));
    const { wide } = readSafetensors(bytes).tensors;
    bytes.fill(0);
    expect(wide.toArray()).toEqual([[1 / 3, -2]]);
  });

  it('in the same bytes, whatever the order of names', () => {
    const reversed = Object.fromEntries(Object.entries(tensors).reverse());
    const texts = Object.fromEntries(Object.entries(metadata).reverse());
    const bytes = writeSafetensors({ tensors: reversed, metadata: texts });
    expect(bytes).toEqual(writeSafetensors({ tensors, metadata }));
  });

  it('as nothing, when there is nothing', () => {
    const { tensors: none, metadata: silence } = readSafetensors(writeSafetensors({ tensors: {} }));
    expect([Object.keys(none), Object.keys(silence)]).toEqual([[], []]);
    expect(silence.toString).toBe(undefined);
  });

  it('with all data aligned to their size', () => {
    const bytes = writeSafetensors({ tensors });
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    expect(length % 8).toBe(0);
    expect(header.wide.data_offsets[0] % 8).toBe(0);
    expect(header.transposed.data_offsets[0] % 4).toBe(0);
  });
});

describe('files of PyTorch', () => {
  it('are those that the reference implementation accepts, and no others', () => {
    const ours = reference.cases.map(({ name, header, data, forbidden }) => {
      let accepted = true;
      try {
        readSafetensors(file(header, data));
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
        accepted = false;
      }
      return [name, accepted || forbidden];
    });
    expect(ours).toEqual(reference.cases.map(({ name, accepted }) => [name, accepted]));
    expect(reference.cases.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
  });

  it('have numbers of 8 bits, exactly', () => {
    const all = (dtype: string) => {
      const header = file({ a: info(dtype, [256], [0, 256]) });
      const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
      return Array.from(readSafetensors(join(header, codes)).tensors.a.toTypedArray());
    };
    for (const [dtype, values] of Object.entries(reference.eightBits)) {
      expect([dtype, ...all(dtype)]).toEqual([dtype, ...values.map(Number)]);
    }
  });

  it('that no dtype holds are left out and named, not the whole file', () => {
    const header = {
      ok: info('F32', [1], [8, 12]),
      complex: info('C64', [1], [0, 8]),
      tiny: info('F4', [2], [12, 13]),
      far: info('I64', [1], [13, 21]),
    };
    const bytes = file(header, 21);
    bytes.fill(255, bytes.length - 8);
    bytes[bytes.length - 1] = 127;
    const { tensors, skipped, storedAs } = readSafetensors(bytes);
    expect(Object.keys(tensors)).toEqual(['ok']);
    expect({ ...skipped }).toEqual({
      ...{ complex: 'C64', tiny: 'F4', far: '9223372036854775807 at element 0' },
    });
    expect(storedAs.far).toBe('I64');
  });

  it('give the values of every dtype', () => {
    const { tensors, metadata, storedAs } = readSafetensors(fixture('dtypes.safetensors'));
    expect(Object.keys(tensors).sort()).toEqual(Object.keys(expected.dtypes).sort());
    for (const [name, described] of Object.entries(expected.dtypes)) {
      expect([...tensors[name].toTypedArray()]).toEqual(valuesOf(described, tensors[name]));
      expect(tensors[name].shape).toEqual(described.shape);
    }
    expect(metadata.note).toBe('one of each');
    expect(storedAs.bf16).toBe('BF16');
    const dtypes = ['f16', 'f64', 'bool', 'i64'].map((name) => tensors[name].dtype);
    expect(dtypes).toEqual(['float32', 'float64', 'int32', 'int32']);
  });

  it('are the bytes that we write for the same tensors', () => {
    const bytes = fixture('pytorch.safetensors');
    const { tensors, metadata } = readSafetensors(bytes);
    const { '1.num_batches_tracked': counted, ...others } = tensors;
    expect(counted.toArray()).toBe(3);
    const again = writeSafetensors({ tensors: others, metadata });
    const data = (from: Uint8Array) =>
      from.subarray(8 + Number(new DataView(from.buffer, from.byteOffset).getBigUint64(0, true)));
    expect([...data(again)]).toEqual([...data(bytes).subarray(8)]); // without the I64 in front
  });

  it('compute in our layers what they compute there', () => {
    const { tensors } = readSafetensors(fixture('pytorch.safetensors'));
    const model = sequential({ inputShape: [3] }, [
      dense({ units: 5 }),
      batchNorm(),
      relu(),
      dense({ units: 2 }),
    ]);
    model.loadState({
      'layers.0.weight': tensors['0.weight'].transpose(),
      'layers.0.bias': tensors['0.bias'],
      'layers.1.weight': tensors['1.weight'],
      'layers.1.bias': tensors['1.bias'],
      'layers.1.runningMean': tensors['1.running_mean'],
      'layers.1.runningVariance': tensors['1.running_var'],
      'layers.3.weight': tensors['3.weight'].transpose(),
      'layers.3.bias': tensors['3.bias'],
    });
    const outputs = model.predict(expected.network.inputs).toArray() as number[][];
    outputs.forEach((row, i) => {
      row.forEach((output, j) => {
        expect(output).toBeCloseTo(expected.network.outputs[i][j], 6);
      });
    });
  });
});

describe('names', () => {
  it('are only names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '0', 'é"\\\u0000'];
    const tensors = Object.fromEntries(names.map((name, i) => [name, tensor(i)]));
    const read = readSafetensors(writeSafetensors({ tensors, metadata: { ['__proto__']: 'x' } }));
    names.forEach((name, i) => {
      expect(read.tensors[name].item()).toBe(i);
    });
    expect(Object.entries(read.metadata)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(read.tensors)).toBe(null);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  it('that no file can hold are refused before anything is written', () => {
    const one = tensor(1);
    for (const name of ['__metadata__', '\ud800']) {
      expect(refusal(() => writeSafetensors({ tensors: { [name]: one } }))).toBeInstanceOf(
        OptionError,
      );
    }
    const text = { note: 5 } as unknown as Record<string, string>;
    expect(refusal(() => writeSafetensors({ tensors: {}, metadata: text })).where).toContain(
      'note',
    );
    const none = { a: [1] } as unknown as Record<string, Tensor>;
    expect(refusal(() => writeSafetensors({ tensors: none })).expected).toContain('a tensor');
  });
});

describe('readSafetensors refuses', () => {
  const one = info('F32', [1], [0, 4]);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), '8 bytes'],
    ['half a length', new Uint8Array(5), '8 bytes'],
    ['a length beyond the file', file('{}').subarray(0, 9), 'the header: 2 bytes'],
    ['a length beyond reason', join(new Uint8Array(8).fill(255), '{}'), '100000000'],
    ['a header of other bytes', join([2, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe]), 'UTF-8'],
    ['a header that is no object', file('[1]'), 'an object'],
    ['a header that does not end', file('{"a":'), 'JSON'],
    ['a name twice', file(`{"a":${JSON.stringify(one)},"a":${JSON.stringify(one)}}`, 4), 'once'],
    ['a name twice, spelled differently', file('{"a":{"dtype":1},"\\u0061":{}}'), 'once'],
    ['a key twice', file('{"a":{"dtype":"F32","dtype":"F32"}}'), 'once'],
    ['half a character', file(`{"\\ud800":${JSON.stringify(one)}}`, 4), 'Unicode'],
    ['an unknown dtype', file({ a: info('F8', [1], [0, 1]) }, 1), 'dtype of F64'],
    ['a dtype from the prototype', file({ a: info('constructor', [1], [0, 1]) }, 1), 'dtype of'],
    ['no shape', file({ a: { dtype: 'F32', data_offsets: [0, 4] } }, 4), 'a shape'],
    ['a negative size', file({ a: info('F32', [-1, -1], [0, 4]) }, 4), 'a shape'],
    ['a fraction as size', file({ a: info('F32', [0.5, 2], [0, 4]) }, 4), 'a shape'],
    ['a size as text', file({ a: info('F32', ['1'], [0, 4]) }, 4), 'a shape'],
    ['too many axes', file({ a: info('F32', new Array(65).fill(1), [0, 4]) }, 4), 'at most 64'],
    ['a shape nested without end', file(`{"a":{"dtype":"F32","shape":${deep}}}`), 'a shape'],
    [
      'an object in place of offsets',
      file({ a: info('F32', [1], { 0: 0, 1: 4 }) }, 4),
      'begin, end',
    ],
    ['three offsets', file({ a: info('F32', [1], [0, 4, 4]) }, 4), 'begin, end'],
    ['offsets the wrong way round', file({ a: info('F32', [1], [4, 0]) }, 4), 'begin, end'],
    ['a negative offset', file({ a: info('F32', [1], [-4, 0]) }, 4), 'begin, end'],
    ['a tensor that is null', file({ a: null }), 'dtype'],
    [
      'a tensor with a bad constructor',
      file('{"a":{"constructor":{"name":{"toString":1}}}}'),
      'dtype',
    ],
    ['offsets that disagree with the shape', file({ a: info('F32', [2], [0, 4]) }, 4), '8 bytes'],
    ['data beyond the file', file({ a: info('F32', [2], [0, 8]) }, 4), 'as its header says'],
    ['data left over', file({ a: one }, 5), 'as its header says'],
    ['a gap in front', file({ a: info('F32', [1], [4, 8]) }, 8), 'from byte'],
    ['a gap between', file({ a: one, b: info('F32', [1], [5, 9]) }, 9), 'from byte'],
    ['tensors that share data', file({ a: one, b: one }, 8), 'from byte'],
    ['metadata of numbers', file({ __metadata__: { epoch: 5 } }), 'strings'],
    ['metadata as text', file({ __metadata__: 'x' }), 'strings'],
    [
      'a byte that is no truth value',
      join(file({ a: info('BOOL', [2], [0, 2]) }), [1, 2]),
      '0 or 1',
    ],
  ])('%s', (_, bytes, words) => {
    const error = refusal(() => readSafetensors(bytes, { file: 'x.safetensors' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain(words);
    expect(error.where).toContain('x.safetensors');
  });

  it('a claim of 2^40 elements, before taking memory for them', () => {
    const claims = [[2 ** 40], [2 ** 20, 2 ** 20], [2 ** 53], [2 ** 30, 2 ** 30, 2 ** 30]];
    for (const shape of claims) {
      const bytes = 4 * shape.reduce((a, b) => a * b);
      const small = refusal(() => readSafetensors(file({ a: info('F32', shape, [0, 8]) }, 8)));
      const consistent = refusal(() =>
        readSafetensors(file({ a: info('F32', shape, [0, bytes]) }, 8)),
      );
      expect([small, consistent]).toEqual([expect.any(DataError), expect.any(DataError)]);
    }
  });

  it('anything but bytes, and unknown options', () => {
    const wrong = [
      null,
      'x',
      [1, 2],
      new ArrayBuffer(8),
      new Float32Array(4),
    ] as unknown as Uint8Array[];
    for (const value of wrong) {
      expect(refusal(() => readSafetensors(value))).toBeInstanceOf(OptionError);
    }
    const options = { path: 'x' } as object;
    expect(refusal(() => readSafetensors(file('{}'), options)).message).toContain('path');
  });
});
