/** Weights from PyTorch, and for it: the same numbers under other names, matrices transposed. */
import { describe, describeShape } from '../../errors/describe.ts';
import { DataError, OptionError } from '../../errors/errors.ts';
import { array, checkArgument, object, optional, readOptions } from '../../errors/options.ts';
import type { NamedTensors } from '../../formats/named.ts';
import type { Model } from '../../nn/sequential.ts';
import { describeGiven, fits, type ModelState } from '../../nn/state.ts';
import { transpose } from '../../ops/shape/views.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { inOrder, moduleOf, type TensorLayer, tensorLayers } from './modules.ts';

export interface PyTorchOptions {
  /**
   * The names of the modules in PyTorch, in the order of our layers that have parameters, such as
   * `['encoder', 'head']`. Not needed where they are numbered, as those of `nn.Sequential` are.
   */
  readonly modules?: readonly string[] | undefined;
}

/** Counted by PyTorch's batch normalization for a momentum that we do not have. */
const IGNORED = 'num_batches_tracked';

/**
 * The state of a model from the `state_dict` of a PyTorch model with the same layers. Its modules that
 * have tensors are taken in the order of their numbers, our layers that have tensors in their order, and
 * the layer decides what a tensor is: the weights of `dense` are transposed, whatever their shape.
 *
 * | ours | there |
 * | --- | --- |
 * | `dense`: `weight` `[inputs, units]`, `bias` | `Linear`: `weight` `[units, inputs]`, `bias` |
 * | `batchNorm`: `weight`, `bias`, `runningMean`, `runningVariance` | `BatchNorm1d`: `weight`, `bias`, `running_mean`, `running_var`, both variances unbiased |
 * | `layerNorm`: `weight`, `bias` | `LayerNorm` over the last axis |
 *
 * Activations, dropout, and the `epsilon` and `momentum` of normalizations (ours is 1 - theirs) are not
 * in a `state_dict`: they must be the same by your own doing.
 *
 * @param tensors such as `loadSafetensors(path).tensors`
 * @throws DataError when modules and layers, their tensors or shapes do not fit, naming both
 * @throws OptionError for a layer that has no counterpart, or for unfit options
 * @example model.loadState(fromPyTorch(loadSafetensors('model.safetensors').tensors, model));
 */
export function fromPyTorch(
  tensors: NamedTensors,
  model: Model,
  options?: PyTorchOptions,
): ModelState {
  checkArgument('fromPyTorch', tensors, { ...object, expected: 'tensors by name' });
  const layers = tensorLayers('fromPyTorch', model);
  const given = new Map(Object.entries(tensors).filter(([name]) => !name.endsWith(IGNORED)));
  const found = [...new Set([...given.keys()].map(moduleOf))];
  const modules = readModules('fromPyTorch', options, layers) ?? inOrder('fromPyTorch', found);
  checkModules(layers, modules, found);
  const own = model.state();
  const state = layers.flatMap(({ name, type, pairs }, index) =>
    pairs.map(({ ours, theirs, transposed }): [string, Tensor] => {
      const there = joined(modules[index], theirs);
      const value = given.get(there);
      const turned = transposed && value instanceof Tensor && value.rank === 2;
      const tensor = turned ? transpose(value) : value;
      if (!fits(tensor, own[ours])) {
        throw misfit(`${there} for ${name} (${type})`, own[ours], value, transposed);
      }
      given.delete(there);
      return [ours, tensor];
    }),
  );
  const [unexpected] = given.keys();
  if (unexpected !== undefined) {
    const { name, type } = layers[modules.indexOf(moduleOf(unexpected))];
    throw new DataError({
      where: `fromPyTorch, ${name} (${type})`,
      expected: 'no tensors but those that the layer has',
      received: unexpected,
      remedy: 'Build the model with the layers that PyTorch has; useBias decides about a bias.',
    });
  }
  return Object.fromEntries(state);
}

/**
 * The state of a model under the names of PyTorch's `state_dict`, weights of `dense` as
 * `[units, inputs]`. By default the names are those of an `nn.Sequential` with a module for each of our
 * layers, activations included: `layers.2.weight` is `2.weight` there, and within a `residual`
 * `layers.1.layers.0.weight` is `1.layers.0.weight`.
 *
 * @throws OptionError for a layer that has no counterpart, or for unfit options
 * @example saveSafetensors('model.safetensors', { tensors: toPyTorch(model) });
 */
export function toPyTorch(model: Model, options?: PyTorchOptions): NamedTensors {
  const layers = tensorLayers('toPyTorch', model);
  const modules =
    readModules('toPyTorch', options, layers) ??
    layers.map(({ name }) => name.slice('layers.'.length));
  const state = model.state();
  return Object.fromEntries(
    layers.flatMap(({ pairs }, index) =>
      pairs.map(({ ours, theirs, transposed }): [string, Tensor] => [
        joined(modules[index], theirs),
        transposed ? transpose(state[ours]) : state[ours],
      ]),
    ),
  );
}

/** The name of a tensor of a module; of one that is a model by itself it has no beginning. */
function joined(module: string, tensor: string): string {
  return module === '' ? tensor : `${module}.${tensor}`;
}

/** The names that were given for the modules, one for each layer. */
function readModules(
  where: string,
  options: PyTorchOptions | undefined,
  layers: readonly TensorLayer[],
): readonly string[] | undefined {
  const { modules } = readOptions<PyTorchOptions>(where, options, { modules: optional(array) });
  if (modules === undefined) return undefined;
  const areNames = modules.every((name) => typeof name === 'string');
  if (areNames && new Set(modules).size === modules.length && modules.length === layers.length) {
    return modules;
  }
  throw new OptionError({
    where: `${where}.modules`,
    expected: `${layers.length} different names, for ${listed(layers)}`,
    received: describe(modules),
    remedy: 'Give one name for each of these layers.',
  });
}

/** Every layer has a module, and every module a layer. */
function checkModules(
  layers: readonly TensorLayer[],
  modules: readonly string[],
  found: readonly string[],
): void {
  const extra = found.filter((name) => !modules.includes(name));
  if (modules.length === layers.length && extra.length === 0) return;
  throw new DataError({
    where: 'fromPyTorch',
    problem: 'modules and layers do not fit',
    expected: `${layers.length} modules, for ${listed(layers)}`,
    received: `${found.length}: ${found.map(describe).join(', ') || 'none'}`,
    remedy: 'Build the model with the layers that PyTorch has, then give it a new head or layers.',
  });
}

function listed(layers: readonly TensorLayer[]): string {
  return layers.map(({ name, type }) => `${name} (${type})`).join(', ');
}

function misfit(what: string, own: Tensor, value: unknown, transposed: boolean): DataError {
  const shape = transposed ? [...own.shape].reverse() : own.shape;
  const isOfOtherDtype = value instanceof Tensor && value.dtype !== own.dtype;
  return new DataError({
    where: `fromPyTorch, ${what}`,
    expected: `${own.dtype} ${describeShape(shape)}${transposed ? ', outputs before inputs' : ''}`,
    received: describeGiven(value),
    remedy: isOfOtherDtype
      ? `Build the model with dtype: '${value.dtype}', or convert the tensors with cast('${own.dtype}').`
      : 'Build the model with the layers that PyTorch has.',
  });
}
