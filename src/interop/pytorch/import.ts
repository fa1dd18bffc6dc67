/** A model with the numbers of a `state_dict`, in `.pt` or safetensors. */
import { describe } from '../../errors/describe.ts';
import { DataError, OptionError } from '../../errors/errors.ts';
import type { NamedTensors } from '../../formats/named.ts';
import { type ReadTorch, readTorch } from '../../formats/pickle/torch.ts';
import { readSafetensors } from '../../formats/safetensors/safetensors.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { Model } from '../../nn/sequential.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { isFloat } from '../../tensor/dtype.ts';
import type { ImportedModel } from '../imported.ts';
import { inOrder, moduleOf, type TensorPair, tensorLayers } from './modules.ts';
import { type ReadOptimizer, readOptimizer, scheduleOf } from './optimizer.ts';
import { fromPyTorch } from './pytorch.ts';

interface Request {
  readonly bytes: Uint8Array;
  readonly format: 'pytorch' | 'safetensors';
  readonly model: Model | undefined;
  readonly modules: readonly string[] | undefined;
  readonly optimizer: string | undefined;
  readonly inPlace: boolean;
}

/** What a state_dict does not tell. */
const OWN: Readonly<Record<string, string>> = {
  batchNorm: 'epsilon and momentum are those',
  layerNorm: 'epsilon is that',
};

/**
 * @throws OptionError without a model, whose layers the file does not tell; DataError where both do not fit
 */
export function importStateDict(where: string, request: Request): ImportedModel {
  const { bytes, format, model, modules, inPlace } = request;
  const read: ReadTorch =
    format === 'pytorch'
      ? readTorch(where, bytes, inPlace)
      : { tensors: readSafetensors(bytes, { file: where, inPlace }).tensors, ignored: [] };
  const { tensors } = read;
  const ignored = [...read.ignored];
  if (!modelRule.accepts(model) || model === undefined) {
    const shapes = Object.entries(tensors).map(([name, { shape }]) => `${name} ${describe(shape)}`);
    throw new OptionError({
      where,
      expected: 'a model with the layers that the tensors belong to, for the file holds no layers',
      received: `${describe(model)}, and tensors ${shapes.slice(0, 8).join(', ')}`,
      remedy: 'Pass { model: sequential(...) } with these layers, or export from PyTorch as ONNX.',
    });
  }
  const options = modules === undefined ? {} : { modules };
  const converted: string[] = [];
  const suited = inDtype(tensors, model, converted);
  const state = fromPyTorch(suited, model, options);
  const loaded = model.clone();
  loaded.loadState(state);
  const layers = tensorLayers('importModel', loaded);
  const counts = Object.keys(tensors).filter((name) => name.endsWith('num_batches_tracked'));
  const known = Object.keys(suited).filter((name) => !counts.includes(name));
  const names = modules ?? inOrder(where, [...new Set(known.map(moduleOf))]);
  const pairs = new Map(
    layers.flatMap((layer, i) =>
      layer.pairs.map((pair) => [names[i] ? `${names[i]}.${pair.theirs}` : pair.theirs, pair]),
    ),
  );
  const training = trainingOf(where, request.optimizer, read.optimizer, ignored, {
    model: loaded,
    parameters: Object.keys(tensors).flatMap((name) => pairs.get(name) ?? []),
  });
  return {
    ...(training && { training }),
    ...(read.epoch !== undefined && { epoch: read.epoch }),
    model: loaded,
    scalers: [],
    ...loaded.names,
    report: {
      format,
      matched: layers.map(({ name, type }, i) => ({
        ours: `${name} (${type})`,
        theirs: names[i] ?? '',
      })),
      renamed: layers.flatMap(({ pairs }, i) =>
        pairs
          .map(({ ours, theirs }) => ({
            ours,
            theirs: names[i] ? `${names[i]}.${theirs}` : theirs,
          }))
          .filter(({ ours, theirs }) => ours !== theirs),
      ),
      transposed: layers.flatMap(({ pairs }) =>
        pairs.filter(({ transposed }) => transposed).map(({ ours }) => ours),
      ),
      converted,
      conventions: layers.flatMap(({ name, type }) => {
        const own = OWN[type];
        return own === undefined ? [] : [`${name} (${type}): ${own} of the model given`];
      }),
      ignored: [...ignored, ...counts],
    },
  };
}

/** What continues the training run there, or a reason why nothing does. */
function trainingOf(
  where: string,
  name: string | undefined,
  saved: ReadTorch['optimizer'],
  ignored: string[],
  { model, parameters }: { readonly model: Model; readonly parameters: readonly TensorPair[] },
): ReadOptimizer | undefined {
  if (saved === undefined) return undefined;
  const learning = new Set(model.parameters().map((parameter) => parameter.name));
  try {
    const at = `${where}, optimizer`;
    const read = readOptimizer(at, saved, {
      ...{ model, name },
      parameters: parameters.filter(({ ours }) => learning.has(ours)),
    });
    ignored.push(...scheduleOf(at, saved));
    return read;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    ignored.push(`optimizer, which begins anew: ${error.received}`);
    return undefined;
  }
}

/** Tensors in the dtype of the model, named where that changed them. */
function inDtype(tensors: NamedTensors, { dtype }: Model, converted: string[]): NamedTensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => {
      if (!isFloat(tensor.dtype) || tensor.dtype === dtype) return [name, tensor];
      converted.push(`${name}: ${tensor.dtype} as ${dtype}`);
      return [name, cast(tensor, dtype)];
    }),
  );
}
