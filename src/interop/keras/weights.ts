/** Which numbers in a file belong to which layer. */
import { DataError } from '../../errors/errors.ts';
import type { Hdf5 } from '../../formats/hdf5/read.ts';
import { UNCHANGED } from '../../formats/remedies.ts';
import type { Value } from '../blueprint.ts';
import type { LayerConfig } from './configuration.ts';

/** A weight of a layer, or a variable of an optimizer. */
export interface Weight extends Value {
  /** Its name in a list of such names: `dense/kernel:0`. */
  readonly name?: string;
}

/** The weights of a layer in the order in which Keras has them. */
export type WeightsOf = (layer: LayerConfig) => readonly Weight[];

/** `BatchNormalization` is `batch_normalization`, as Keras forms names of files' groups. */
export function snakeCase(className: string): string {
  return className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** Names that are told apart by numbers: `dense`, `dense_1`. */
export function numbered(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  };
}

/** In the layout of Keras 3: `layers/dense_1/vars/0`, numbered by class in the order of the layers. */
export function weightsBy(file: Hdf5, written: readonly LayerConfig[]): WeightsOf {
  const nameOf = numbered();
  const groups = new Map(
    written.map((layer) => [layer.name, `layers/${nameOf(snakeCase(layer.className))}/vars`]),
  );
  return ({ name }) => variablesIn(file, groups.get(name) ?? '');
}

/** The variables of a group, by their numbers. */
export function variablesIn(file: Hdf5, group: string): Value[] {
  const values: Value[] = [];
  for (let at = file.datasets.get(`${group}/0`); at !== undefined; ) {
    values.push({ tensor: at.read(), from: `${group}/${values.length}` });
    at = file.datasets.get(`${group}/${values.length}`);
  }
  return values;
}

/** Whether layers and weights are listed by attributes, as Keras 2 does, and where. */
export function listedIn(file: Hdf5): string | undefined {
  return ['', 'model_weights'].find((path) => listOf(file, path, 'layer_names') !== undefined);
}

/** In the layout of Keras 2: by the names of the layers, each with a list of its weights. */
export function listedWeights(file: Hdf5, root: string): WeightsOf {
  return ({ name }) => {
    const group = root === '' ? name : `${root}/${name}`;
    return (listOf(file, group, 'weight_names') ?? []).map((weight) => {
      const from = `${group}/${weight}`;
      const found = file.datasets.get(from);
      if (found !== undefined) return { tensor: found.read(), from, name: weight };
      throw new DataError({
        where: group,
        expected: 'the weights that it lists',
        received: `no ${weight}`,
        remedy: UNCHANGED,
      });
    });
  };
}

/** A list of names; a long one is split into `weight_names0`, `weight_names1`, ... */
export function listOf(file: Hdf5, group: string, name: string): readonly string[] | undefined {
  const attributes = file.groups.get(group);
  const whole = attributes?.get(name);
  if (whole !== undefined) return namesIn(whole);
  const parts: string[] = [];
  for (let at = attributes?.get(`${name}0`), i = 0; at !== undefined; ) {
    parts.push(...namesIn(at));
    i++;
    at = attributes?.get(`${name}${i}`);
  }
  return parts.length === 0 ? undefined : parts;
}

/** An empty list is one of numbers, for h5py does not know what it is empty of. */
function namesIn(value: string | readonly string[] | readonly number[]): string[] {
  const list: readonly (string | number)[] = typeof value === 'string' ? [value] : value;
  return list.map(String);
}
