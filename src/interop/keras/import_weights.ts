/** Weights of Keras without layers, in the layers of a model that is given. */
import { describeShape } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import type { Hdf5 } from '../../formats/hdf5/read.ts';
import type { Model } from '../../nn/sequential.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Value } from '../blueprint.ts';
import type { ImportedModel } from '../imported.ts';
import { type TensorLayer, tensorLayers } from '../pytorch/modules.ts';
import { listedIn, listedWeights, listOf, numbered, snakeCase, variablesIn } from './weights.ts';

/** The class of Keras for each of our layers with tensors. */
const CLASSES: Readonly<Record<string, string>> = {
  dense: 'Dense',
  batchNorm: 'BatchNormalization',
  layerNorm: 'LayerNormalization',
};

/** @throws DataError where layers and weights do not fit, naming both */
export function importWeights(where: string, file: Hdf5, given: Model): ImportedModel {
  const model = given.clone();
  const layers = tensorLayers('importModel', model);
  const groups =
    listedIn(file) === undefined ? byClass(file, layers) : inOrder(where, file, layers);
  const state = model.state();
  const converted: string[] = [];
  const pairs = layers.flatMap((layer, i) => {
    const { group, values } = groups[i];
    if (values.length !== layer.pairs.length) {
      throw misfit(where, layer, `${values.length} weights in ${group}`, `${layer.pairs.length}`);
    }
    return layer.pairs.map(({ ours }, k) => {
      const { tensor, from } = values[k];
      if (!isFloat(tensor.dtype) || !sameShape(tensor.shape, state[ours].shape)) {
        const received = `${from}, ${tensor.dtype} ${describeShape(tensor.shape)}`;
        throw misfit(where, layer, received, describeShape(state[ours].shape));
      }
      const same = tensor.dtype === model.dtype;
      if (!same) converted.push(`${from}: ${tensor.dtype} as ${model.dtype}`);
      return { ours, from, tensor: same ? tensor : cast(tensor, model.dtype) };
    });
  });
  const known = new Set(pairs.map(({ from }) => from));
  const isOther = (path: string) =>
    !known.has(path) && !/^(?:optimizer|optimizer_weights|vars)\//.test(path);
  const other = [...file.datasets.keys()].find(isOther);
  if (other !== undefined) {
    throw new DataError({
      where,
      expected: 'no weights but those of the layers of the model',
      received: other,
      remedy: 'Build the model with the layers that Keras has.',
    });
  }
  model.loadState(Object.fromEntries(pairs.map(({ ours, tensor }) => [ours, tensor])));
  return {
    model,
    scalers: [],
    ...model.names,
    report: {
      format: 'keras',
      matched: layers.map(({ name, type }, i) => ({
        ours: `${name} (${type})`,
        theirs: groups[i].group,
      })),
      renamed: pairs.map(({ ours, from }) => ({ ours, theirs: from })),
      transposed: [],
      converted,
      conventions: layers
        .filter(({ type }) => type !== 'dense')
        .map(
          ({ name, type }) =>
            `${name} (${type}): epsilon and momentum are those of the model given`,
        ),
      ignored: [],
    },
  };
}

interface Group {
  readonly group: string;
  readonly values: readonly Value[];
}

/** Keras 3 numbers layers by their class. */
function byClass(file: Hdf5, layers: readonly TensorLayer[]): Group[] {
  const nameOf = numbered();
  return layers.map(({ type }) => {
    const group = `layers/${nameOf(snakeCase(CLASSES[type] ?? type))}/vars`;
    return { group, values: variablesIn(file, group) };
  });
}

/** Keras 2 lists layers in their order. */
function inOrder(where: string, file: Hdf5, layers: readonly TensorLayer[]): Group[] {
  const root = listedIn(file) ?? '';
  const weightsOf = listedWeights(file, root);
  const groups = (listOf(file, root, 'layer_names') ?? [])
    .map((group) => ({ group, values: weightsOf({ name: group, className: '', config: {} }) }))
    .filter(({ values }) => values.length > 0);
  if (groups.length === layers.length) return groups;
  throw new DataError({
    where,
    expected: `${layers.length} layers with weights: ${layers.map(({ type }) => type).join(', ')}`,
    received: `${groups.length}: ${groups.map(({ group }) => group).join(', ')}`,
    remedy: 'Build the model with the layers that Keras has.',
  });
}

function misfit(where: string, layer: TensorLayer, received: string, expected: string): DataError {
  return new DataError({
    where: `${where}, ${layer.name} (${layer.type})`,
    expected,
    received,
    remedy: 'Build the model with the layers that Keras has; useBias decides about a bias.',
  });
}
