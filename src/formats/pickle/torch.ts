/**
 * The `.pt` files of PyTorch since 1.6: a zip archive with a pickle that names storages, and the bytes of
 * each storage in an entry of its own. A tensor is a view of a storage, with offset and strides.
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { contiguousStrides } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { claimedBytes } from '../bytes.ts';
import type { NamedTensors } from '../named.ts';
import { decodeStorage, encodeNumbers, type NumberFormat, numberFormats } from '../numbers.ts';
import { DAMAGED } from '../remedies.ts';
import { encodeText } from '../text.ts';
import { packZip } from '../zip/pack.ts';
import { unpackZip } from '../zip/unpack.ts';
import { type Meaning, type PickledMap, PickledName, readPickle } from './read.ts';
import { PickleWriter } from './write.ts';

const STORAGES: Readonly<Record<string, NumberFormat>> = {
  FloatStorage: numberFormats.float32,
  DoubleStorage: numberFormats.float64,
  HalfStorage: numberFormats.float16,
  BFloat16Storage: numberFormats.bfloat16,
  LongStorage: numberFormats.int64,
  IntStorage: numberFormats.int32,
  ShortStorage: numberFormats.int16,
  CharStorage: numberFormats.int8,
  ByteStorage: numberFormats.uint8,
  BoolStorage: numberFormats.bool,
};

/** What an archive may hold, in bytes; nothing in it is compressed. */
const MAX_BYTES = 2 ** 32;

export interface ReadTorch {
  readonly tensors: NamedTensors;
  /** What `optimizer.state_dict()` gave, where a training script keeps it beside the tensors. */
  readonly optimizer?: PickledMap;
  /** What the script calls its epoch. */
  readonly epoch?: number;
  /** What else stands beside the tensors. */
  readonly ignored: readonly string[];
}

/**
 * The tensors of a `state_dict` by name, also where a training script keeps it beside other things as
 * `state_dict`, `model_state_dict` or `model`. Nothing of the file runs.
 * @throws DataError for whatever is no data, by name, and for damage: all contents are under a checksum
 */
export function readTorch(where: string, bytes: Uint8Array, inPlace = false): ReadTorch {
  const contents = unpackZip(where, bytes, { maxBytes: MAX_BYTES, inPlace });
  const pickles = [...contents.keys()].filter((name) => name.endsWith('data.pkl'));
  const [entry] = pickles;
  const pickle = contents.get(entry ?? '');
  if (pickle === undefined || pickles.length !== 1) {
    throw new DataError({
      where,
      expected: 'an archive of torch.save, with one data.pkl',
      received: describe([...contents.keys()].slice(0, 4)),
      remedy: DAMAGED,
    });
  }
  const folder = entry.slice(0, -'data.pkl'.length);
  const order = contents.get(`${folder}byteorder`);
  const littleEndian = order?.[0] !== 'b'.charCodeAt(0);
  const storages = new Map<string, Storage>();
  const at = `${where}, ${entry}`;

  function storageOf(id: unknown): Storage {
    const [kind, type, key, , count] = Array.isArray(id) ? id : [];
    const format =
      type instanceof PickledName ? STORAGES[type.text.slice('torch '.length)] : undefined;
    const data = typeof key === 'string' ? contents.get(`${folder}data/${key}`) : undefined;
    if (kind !== 'storage' || format === undefined || data === undefined) {
      throw new DataError({
        where: at,
        expected: 'storages of numbers that are in the archive',
        received: describe(key),
        remedy: DAMAGED,
      });
    }
    const name = `${type.text} ${key}`;
    const known = storages.get(name);
    if (known !== undefined) return known;
    if (claimedBytes(at, [count], format.bytes) !== data.length) {
      throw new DataError({
        where: `${at}, ${name}`,
        expected: `${describe(count)} numbers of ${format.bytes} bytes`,
        received: `${data.length} bytes`,
        remedy: DAMAGED,
      });
    }
    const storage = decodeStorage(`${at}, ${name}`, data, format, littleEndian, inPlace);
    storages.set(name, storage);
    return storage;
  }

  const root = readPickle(at, pickle, { names: namesFor(at), persistent: storageOf });
  return namedTensors(at, root);
}

function namesFor(where: string): Map<string, Meaning> {
  const never: Meaning = (args) => {
    throw damaged(where, 'a storage that is named only', describe(args));
  };
  return new Map<string, Meaning>([
    ['collections OrderedDict', () => new Map()],
    ['torch._utils _rebuild_tensor_v2', (args) => view(where, args)],
    ['torch._utils _rebuild_parameter', ([tensor]) => tensor],
    ...Object.keys(STORAGES).map((name): [string, Meaning] => [`torch ${name}`, never]),
  ]);
}

/** A tensor in a storage, which its last element must not leave. */
function view(where: string, [storage, offset, shape, strides]: readonly unknown[]): Tensor {
  const isWhole = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
  const areWhole = (values: unknown): values is number[] =>
    Array.isArray(values) && values.every(isWhole);
  if (!(storage instanceof Storage) || !isWhole(offset) || !areWhole(shape) || !areWhole(strides)) {
    throw damaged(where, 'a tensor: storage, offset, shape and strides', describe(shape));
  }
  const size = claimedBytes(where, shape, 1);
  const start = Number(offset);
  const last = shape.reduce((at, length, axis) => at + (length - 1) * strides[axis], start);
  // More elements than numbers would take memory that no file has.
  if (
    strides.length !== shape.length ||
    (size > 0 && last >= storage.size) ||
    size > storage.size
  ) {
    throw damaged(
      where,
      `a tensor within its storage of ${storage.size} numbers`,
      `shape ${describe(shape)}, strides ${describe(strides)}, offset ${start}`,
    );
  }
  return new Tensor({
    dtype: storage.dtype,
    shape,
    strides,
    offset: size === 0 ? 0 : start,
    storage,
  });
}

/** Under which keys training scripts keep a state_dict beside other things. */
const INNER = ['state_dict', 'model_state_dict', 'model'];
const OPTIMIZER = ['optimizer', 'optimizer_state_dict', 'optimizer_state', 'optim'];

function namedTensors(where: string, root: unknown): ReadTorch {
  const ignored: string[] = [];
  let beside: Pick<ReadTorch, 'optimizer' | 'epoch'> = {};
  let map = root;
  if (map instanceof Map) {
    const inner = INNER.find((key) => (root as PickledMap).get(key) instanceof Map);
    if (inner !== undefined) {
      beside = besideOf(map);
      const { optimizer, epoch } = beside;
      for (const [key, value] of map as PickledMap) {
        const isRead = key === inner || value === optimizer || (key === 'epoch' && value === epoch);
        if (!isRead) ignored.push(key);
      }
      map = map.get(inner);
    }
  }
  const tensors: Record<string, Tensor> = Object.create(null);
  if (map instanceof Map) {
    for (const [name, value] of map as PickledMap) {
      if (value instanceof Tensor) tensors[name] = value;
      else ignored.push(name);
    }
  }
  if (Object.keys(tensors).length > 0) return { tensors, ...beside, ignored };
  throw new DataError({
    where,
    expected: 'a state_dict: tensors by name',
    received: describe(root),
    remedy: 'Save it so: torch.save(model.state_dict(), path).',
  });
}

function besideOf(root: PickledMap): Pick<ReadTorch, 'optimizer' | 'epoch'> {
  const optimizer = OPTIMIZER.map((key) => root.get(key)).find(
    (value): value is PickledMap => value instanceof Map && value.has('param_groups'),
  );
  const epoch = root.get('epoch');
  return { ...(optimizer && { optimizer }), ...(typeof epoch === 'number' && { epoch }) };
}

/** What `torch.save` writes: dictionaries by text or number, lists, tuples, tensors, numbers, conditions and None. */
export type TorchValue =
  | Tensor
  | number
  | boolean
  | null
  | Tuple
  | readonly TorchValue[]
  | ReadonlyMap<string | number, TorchValue>;

export class Tuple {
  readonly values: readonly TorchValue[];

  constructor(...values: readonly TorchValue[]) {
    this.values = values;
  }
}

/** The bytes of a file that `torch.load` reads. The same content gives the same bytes. */
export function writeTorch(where: string, root: NamedTensors | TorchValue): Uint8Array {
  const pickle = new PickleWriter();
  const data: [string, Uint8Array][] = [];
  const isValue = root instanceof Map || Array.isArray(root);
  write(isValue ? root : new Map(Object.entries(root as NamedTensors)));

  function write(value: TorchValue): void {
    if (value instanceof Tensor) writeTensor(value);
    else if (value === null) pickle.none();
    else if (typeof value === 'boolean') pickle.boolean(value);
    else if (typeof value === 'number') pickle.number(value);
    else if (value instanceof Map) {
      pickle.callOf('collections', 'OrderedDict');
      pickle.items([...value], ([name, own]) => {
        if (typeof name === 'number') pickle.integer(name);
        else pickle.text(name);
        write(own);
      });
    } else if (value instanceof Tuple) {
      pickle.mark();
      value.values.forEach(write);
      pickle.tuple();
    } else {
      pickle.mark();
      (value as readonly TorchValue[]).forEach(write);
      pickle.list();
    }
  }

  function writeTensor(tensor: Tensor): void {
    const index = data.length;
    pickle.name('torch._utils', '_rebuild_tensor_v2');
    pickle.mark();
    pickle.mark();
    pickle.text('storage');
    pickle.name('torch', STORAGE_OF[tensor.dtype]);
    pickle.text(String(index));
    pickle.text('cpu');
    pickle.integer(tensor.size);
    pickle.tuple();
    pickle.persistent();
    pickle.integer(0);
    pickle.integers(tensor.shape);
    pickle.integers(contiguousStrides(tensor.shape));
    pickle.boolean(false);
    pickle.callOf('collections', 'OrderedDict');
    pickle.tuple();
    pickle.endCall();
    data.push([`archive/data/${index}`, encodeNumbers(tensor.toTypedArray(), tensor.dtype, true)]);
  }

  return packZip(where, [
    ['archive/data.pkl', pickle.finish()],
    ...data,
    ['archive/version', encodeText('3\n')],
  ]);
}

const STORAGE_OF = { float32: 'FloatStorage', float64: 'DoubleStorage', int32: 'IntStorage' };

function damaged(where: string, expected: string, received: string): DataError {
  return new DataError({ where, expected, received, remedy: DAMAGED });
}
