/** The file formats side by side, and damaged files of each, for tests and for `fuzz.ts`. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { Tensor } from '../../src/autograd/methods.ts';
import { iris, minMax } from '../../src/data/index.ts';
import { readHdf5 } from '../../src/formats/hdf5/read.ts';
import { writeHdf5 } from '../../src/formats/hdf5/write.ts';
import { readTorch } from '../../src/formats/pickle/torch.ts';
import { packZip } from '../../src/formats/zip/pack.ts';
import { unpackZip } from '../../src/formats/zip/unpack.ts';
import { exportModel, type ImportedModel, importModel } from '../../src/interop/index.ts';
import { importKeras } from '../../src/interop/keras/import.ts';
import { importOnnx } from '../../src/interop/onnx/import.ts';
import { importTfjs } from '../../src/interop/tfjs/import.ts';
import { batchNorm, dense, residual, sequential, tanh } from '../../src/nn/index.ts';
import {
  readCheckpoint,
  readCsv,
  readIdx,
  readModel,
  readNpy,
  readNpz,
  readSafetensors,
  writeCheckpoint,
  writeIdx,
  writeModel,
  writeNpy,
  writeNpz,
  writeSafetensors,
} from '../../src/persistence/index.ts';
import { range, tensor } from '../../src/tensor/create.ts';
import { resealed, restingTraining, takeUp } from './checkpoints.ts';
import { fixture } from './files.ts';

export interface Format {
  readonly name: string;
  /** Small whole files. */
  readonly samples: readonly Uint8Array[];
  /** Everything that a file says. */
  read(bytes: Uint8Array): Readonly<Record<string, unknown>>;
}

const numbers = {
  weight: tensor([
    [1, 2, 3],
    [4, 5, -6],
  ]),
  bias: tensor([0.5], { dtype: 'float64' }),
  classes: tensor([7, 8], { dtype: 'int32' }),
};

const inflate = (compressed: Uint8Array, size: number) =>
  inflateRawSync(compressed, { maxOutputLength: Math.max(1, size) });

const text = (csv: string) => new TextEncoder().encode(csv);

const entriesOf = (name: string) => unpackZip('test', fixture(name), { maxBytes: 2 ** 20 });

/** Views of one storage, each by itself. */
const copied = (tensors: Readonly<Record<string, Tensor>>) =>
  Object.fromEntries(
    Object.entries(tensors).map(([name, one]) => [
      name,
      tensor(one.toTypedArray(), { shape: one.shape }),
    ]),
  );
const copies = (tensors: Readonly<Record<string, Tensor>>) => contents(copied(tensors));

const networks = [
  sequential({ inputShape: [1], seed: 7 }, [dense({ units: 2 }), tanh]),
  sequential({ inputShape: [4], seed: 7 }, [residual([dense({ units: 4 })]), batchNorm()]),
  sequential({ inputShape: [3], seed: 7 }, [dense({ units: 2 }), tanh, dense({ units: 1 })]),
];

const unpacked = (name: string) =>
  unpackZip('test', fixture(`../interop/sklearn/${name}`), { maxBytes: 2 ** 24, inflate });
const skops = unpacked('small.skops');
const npz = unpacked('small.npz');
const CLASSES = '0.MLPClassifier.classes_.npy';

function sklearnContents(bytes: Uint8Array) {
  const { model, report, scalers, classNames } = importModel(bytes, { inflate });
  const said = JSON.stringify({ model, report, scalers, classNames });
  return { ...contents(model.state()), said };
}
const smallKeras = exportModel(
  sequential({ inputShape: [4], seed: 7 }, [dense({ units: 2 }), tanh, batchNorm()]),
  { to: 'keras', scalers: [minMax(iris())] },
);
const smallTfjs = exportModel(networks[0], { to: 'tfjs' });
/** With the variables of an optimizer. */
const trainedTfjs: { json: object; weights: string } = JSON.parse(
  new TextDecoder().decode(fixture('../keras/tfjs_state.json')),
).adam;
const kerasEntries = () => unpackZip('test', smallKeras, { maxBytes: 2 ** 20 });

/** Everything that an import gives. */
const described = ({ model, report, scalers, training = {} }: ImportedModel) => {
  const { optimizer, loss, metrics = {}, clip } = training;
  const names = { ...optimizer, loss: loss?.name, metrics: Object.keys(metrics), clip };
  const { tensors = {}, updates } = training.optimizerState ?? {};
  const said = JSON.stringify({ model, report, scalers, names, updates });
  const state = Object.entries(tensors).map(([name, one]) => [`state ${name}`, one] as const);
  return { ...contents({ ...model.state(), ...copied(Object.fromEntries(state)) }), said };
};

/** Networks of torch with the state of their optimizers, whose archives have a folder of their name. */
const torchState = (name: string) =>
  new Map(
    [...entriesOf(`../interop/torch_state/${name}.pt`)].map(([entry, bytes]) => [
      entry.replace(/^[^/]*/, 'archive'),
      bytes,
    ]),
  );
const pickleOf = (name: string) => torchState(name).get('archive/data.pkl') ?? new Uint8Array(0);
const trained = sequential({ inputShape: [4], seed: 7 }, [
  ...[dense({ units: 3 }), tanh(), batchNorm(), dense({ units: 2 })],
]);

export const formats: readonly Format[] = [
  {
    name: 'safetensors',
    samples: [
      writeSafetensors({ tensors: numbers, metadata: { layers: '[]' } }),
      writeSafetensors({ tensors: { ['__proto__']: numbers.bias, empty: tensor([]) } }),
      fixture('dtypes.safetensors'),
    ],
    read: (bytes) => {
      const { tensors, metadata } = readSafetensors(bytes);
      return { ...contents(tensors), ...metadata };
    },
  },
  {
    name: 'model',
    samples: [
      writeModel(networks[0], { classNames: ['a', 'b'] }),
      writeModel(networks[1], { scalers: [minMax(iris())], metadata: { author: 'me' } }),
    ],
    read: (bytes) => {
      const { model, scalers, ...extras } = readModel(bytes);
      const said = JSON.stringify({ model, scalers, extras });
      return { ...contents(model.state()), said };
    },
  },
  {
    name: 'checkpoint',
    samples: [writeCheckpoint(restingTraining())],
    read: (bytes) => takeUp(readCheckpoint(bytes)),
  },
  {
    // Damage that the hash would find, had it not been made anew: what is read is still checked.
    name: 'checkpoint, sealed anew',
    samples: [writeCheckpoint(restingTraining())],
    read: (bytes) => takeUp(readCheckpoint(resealed(bytes))),
  },
  {
    name: 'npy',
    samples: [writeNpy(numbers.weight), writeNpy(tensor(1)), fixture('version2.npy')],
    read: (bytes) => contents({ array: readNpy(bytes) }),
  },
  {
    name: 'npz',
    samples: [
      writeNpz(numbers),
      writeNpz(numbers, { deflate: (plain) => deflateRawSync(plain) }),
      fixture('arrays_compressed.npz'),
    ],
    read: (bytes) => contents(readNpz(bytes, { inflate, maxBytes: 2 ** 20 }).arrays),
  },
  {
    name: 'IDX',
    samples: [
      writeIdx(range(8), { type: 'uint8' }),
      writeIdx(numbers.weight),
      fixture('pictures.idx3-ubyte'),
    ],
    read: (bytes) => contents({ array: readIdx(bytes) }),
  },
  {
    name: 'ONNX',
    samples: [
      exportModel(networks[0], {
        to: 'onnx',
        labels: true,
        classNames: ['a', 'b'],
        probabilities: false,
      }),
      exportModel(networks[1], { to: 'onnx', scalers: [minMax(iris())] }),
      fixture('../interop/torch_opset13.onnx'),
      fixture('../interop/torch_residual.onnx'),
      fixture('../interop/sklearn_binary.onnx'),
    ],
    read: (bytes) => {
      const { model, report, scalers } = importOnnx('test', bytes);
      return { ...contents(model.state()), said: JSON.stringify({ model, report, scalers }) };
    },
  },
  {
    name: 'scikit-learn',
    samples: [
      exportModel(networks[2], { to: 'sklearn', classNames: ['a', 'b'] }),
      fixture('../interop/sklearn/small.npz'),
      fixture('../interop/sklearn/value.skops'),
    ],
    read: sklearnContents,
  },
  {
    // What checksums would find first: the tree of a .skops file, and one array of a .npz file.
    name: 'scikit-learn, sealed anew',
    samples: [npz.get(CLASSES) ?? new Uint8Array(0), skops.get('schema.json') ?? new Uint8Array(0)],
    read: (bytes) => {
      const isTree = bytes[0] === '{'.charCodeAt(0);
      const entries = isTree
        ? new Map(skops).set('schema.json', bytes)
        : new Map(npz).set(CLASSES, bytes);
      return sklearnContents(packZip('test', [...entries]));
    },
  },
  {
    name: 'torch',
    samples: [
      fixture('../interop/ours.pt'),
      fixture('../interop/views.pt'),
      fixture('../interop/training.pt'),
    ],
    read: (bytes) => {
      const { tensors, ignored } = readTorch('test', bytes);
      return { ...copies(tensors), ignored: JSON.stringify(ignored) };
    },
  },
  {
    // The pickle alone: in an archive a checksum finds the damage first.
    name: 'torch, sealed anew',
    samples: [entriesOf('../interop/ours.pt').get('archive/data.pkl') ?? new Uint8Array(0)],
    read: (bytes) => {
      const entries = entriesOf('../interop/ours.pt').set('archive/data.pkl', bytes);
      return copies(readTorch('test', packZip('test', [...entries])).tensors);
    },
  },
  {
    // The pickle with the state of an optimizer, likewise.
    name: 'torch, with an optimizer, sealed anew',
    samples: ['momentum', 'rmsprop', 'adam'].map(pickleOf),
    read: (bytes) => {
      const entries = torchState('adam').set('archive/data.pkl', bytes);
      return described(importModel(packZip('test', [...entries]), { model: trained }));
    },
  },
  {
    name: 'HDF5',
    samples: [
      writeHdf5({ members: { ...numbers, inner: { members: {}, attributes: { name: 'a' } } } }),
      fixture('../keras/compressed.h5'),
      fixture('../keras/keras2.h5'),
    ],
    read: (bytes) => {
      const { groups, datasets } = readHdf5('test', bytes);
      const read = [...datasets].map(([name, dataset]) => [name, dataset.read()] as const);
      const said = JSON.stringify([...groups].map(([name, attributes]) => [name, ...attributes]));
      return { ...contents(Object.fromEntries(read)), said };
    },
  },
  {
    name: 'KERAS',
    samples: [
      ...['keras2.h5', 'momentum.h5', 'state2/legacy_momentum.h5', 'state2/adam.h5'].map((name) =>
        fixture(`../keras/${name}`),
      ),
      smallKeras,
    ],
    // Damage to a name makes weights without layers of a model, and these need layers.
    read: (bytes) => described(importKeras('test', { bytes, inflate, model: networks[0] })),
  },
  {
    // The configuration alone: in an archive a checksum finds the damage first.
    name: 'KERAS, sealed anew',
    samples: [kerasEntries().get('config.json') ?? new Uint8Array(0)],
    read: (bytes) => {
      const entries = [...kerasEntries().set('config.json', bytes)];
      const whole = packZip('test', entries);
      return described(importKeras('test', { bytes: whole, inflate, model: undefined }));
    },
  },
  {
    name: 'TFJS',
    samples: [
      smallTfjs['model.json'],
      fixture('../keras/tfjs/sgd/model.json'),
      text(JSON.stringify(trainedTfjs.json)),
    ],
    read: (bytes) => {
      const shards = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
      const saved = shards.map((name) => [name, fixture(`../keras/tfjs/sgd/${name}`)] as const);
      const weights = new Uint8Array(Buffer.from(trainedTfjs.weights, 'base64'));
      const files = { ...smallTfjs, ...Object.fromEntries(saved), 'weights.bin': weights };
      return described(importTfjs('test', bytes, files));
    },
  },
  {
    name: 'CSV',
    samples: [
      text('length,color,species\n5.1,red,a\n-7e2,"bl,""ue",b\r\n,red,a\n'),
      text('x,species\n1,2\n3,4'),
      text('"a b",color,n,species\nq,r,1,0\nq,s,NA,1\n\nt,r,3,1\n'),
    ],
    read: (bytes) => {
      const options = { target: 'species', missing: 'mode' } as const;
      const { dataset, schema } = readCsv(bytes, options);
      const { inputs, targets } = dataset;
      return { ...contents({ inputs, targets }), schema: JSON.stringify(schema) };
    },
  },
];

/** What tensors hold, after checking that their parts fit together. */
function contents(tensors: Readonly<Record<string, Tensor>>): Record<string, string> {
  const shown = Object.entries(tensors).map(([name, one]) => {
    const values = one.toTypedArray();
    const size = one.shape.reduce((a, b) => a * b, 1);
    if (values.length !== size || one.storage.data.length !== size) {
      throw new Error(`${name} has ${values.length} values for ${size}`);
    }
    return [name, `${one.dtype} ${one.shape} ${new Uint8Array(values.buffer)}`];
  });
  return Object.fromEntries(shown);
}

/** One act of damage, as plain numbers so that a failing case can be made smaller and shown. */
interface Edit {
  readonly kind: 'flip' | 'set' | 'cut' | 'remove' | 'insert' | 'repeat' | 'number' | 'token';
  /** Where, as fractions of the file. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const kinds: readonly Edit['kind'][] = [
  'flip',
  'set',
  'cut',
  'remove',
  'insert',
  'repeat',
  'number',
  'token',
];

const tokens = [
  ...[
    '__proto__',
    'constructor',
    '"',
    '""',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '\n',
    '\r',
    '\\',
  ],
  ...['0', '-1', '1e999', '4294967296', '1099511627776', '9007199254740993', '0.5', 'null', 'NaN'],
  ...[
    '"F32"',
    '"I64"',
    '"BOOL"',
    '"shape"',
    "'<f8'",
    "'|b1'",
    'True',
    '\ufeff',
    '\ufffd',
    '\\ud800',
  ],
].map(text);

const extremes = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

function damage(bytes: Uint8Array, { kind, from, to, value }: Edit): Uint8Array {
  const at = Math.floor(from * bytes.length);
  const end = Math.floor(to * bytes.length);
  const splice = (removed: number, inserted: Uint8Array): Uint8Array => {
    const kept = Math.min(bytes.length, at + removed);
    const made = new Uint8Array(at + inserted.length + bytes.length - kept);
    made.set(bytes.subarray(0, at));
    made.set(inserted, at);
    made.set(bytes.subarray(kept), at + inserted.length);
    return made;
  };
  switch (kind) {
    case 'flip':
      return splice(1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << (value % 8))));
    case 'set':
      return splice(1, Uint8Array.of(value));
    case 'cut':
      return bytes.slice(0, at);
    case 'remove':
      return splice(Math.abs(end - at) % 64, new Uint8Array(0));
    case 'insert':
      return splice(0, Uint8Array.of(value));
    case 'repeat':
      return splice(0, bytes.slice(Math.min(at, end), Math.max(at, end)).subarray(0, 256));
    case 'number': {
      const word = new Uint8Array(Uint32Array.of(extremes[value % extremes.length]).buffer);
      return splice(value < 128 ? 4 : 2, value < 128 ? word : word.subarray(0, 2));
    }
    case 'token':
      return splice(value % 3, tokens[value % tokens.length]);
  }
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  value: fc.integer({ min: 0, max: 255 }),
});

/** Files of a format with some damage, and now and then any bytes at all. */
export function damaged({ samples }: Format): fc.Arbitrary<Uint8Array> {
  const broken = fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([sample, edits]) => edits.reduce(damage, sample));
  const anything = fc.uint8Array({ maxLength: 200 });
  return fc.oneof({ weight: 19, arbitrary: broken }, { weight: 1, arbitrary: anything });
}
