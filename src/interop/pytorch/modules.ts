/** Which tensors PyTorch has for our layers, and in which order its modules stand. */

import { describe } from '../../errors/describe.ts';
import { DataError, OptionError } from '../../errors/errors.ts';
import { checkArgument } from '../../errors/options.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { LayerLike } from '../../nn/layer.ts';
import { matchesPrefix } from '../../nn/layer_choice.ts';
import type { Model } from '../../nn/sequential.ts';

/** One of our tensors, and what it is there. */
export interface TensorPair {
  /** By its full name, `layers.0.weight`. */
  readonly ours: string;
  /** Within its module, `running_mean`. */
  readonly theirs: string;
  /** Whether it is stored the other way round there: `[outputs, inputs]`. */
  readonly transposed: boolean;
}

/** A layer that holds tensors. One inside of a residual counts for itself. */
export interface TensorLayer {
  readonly name: string;
  readonly type: string;
  readonly pairs: readonly TensorPair[];
}

const namesThere: Readonly<Record<string, string>> = {
  weight: 'weight',
  bias: 'bias',
  runningMean: 'running_mean',
  runningVariance: 'running_var',
};

/** The layers whose counterparts in PyTorch are known: Linear, BatchNorm1d and LayerNorm. */
const knownTypes = ['dense', 'batchNorm', 'layerNorm'];

/**
 * The layers of a model that hold tensors, in the order in which samples pass through them.
 * @throws OptionError for a layer with parameters that has no counterpart
 */
export function tensorLayers(where: string, model: Model): TensorLayer[] {
  checkArgument(where, model, modelRule);
  const names = Object.keys(model.state());
  const visit = (layer: LayerLike, name: string): TensorLayer[] => {
    const own = names.filter((tensor) => matchesPrefix(tensor, name));
    if (!('type' in layer) || own.length === 0) return [];
    const { type, options } = layer;
    if (type === 'residual') {
      const inner = options.layers as readonly LayerLike[];
      return inner.flatMap((child, index) => visit(child, `${name}.layers.${index}`));
    }
    if (!knownTypes.includes(type)) {
      throw new OptionError({
        where: `${where}, ${name} (${type})`,
        expected: `parameters in layers of the types ${knownTypes.join(', ')} only`,
        received: own.join(', '),
        remedy: 'Save the state under our names, and rename in PyTorch.',
      });
    }
    const pairs = own.map((ours) => ({
      ours,
      theirs: namesThere[ours.slice(name.length + 1)],
      transposed: type === 'dense' && ours.endsWith('.weight'),
    }));
    return [{ name, type, pairs }];
  };
  return model.layers.flatMap(({ layer, name }) => visit(layer, name));
}

/** `fc1.weight` of `encoder.fc1.weight` is in the module `encoder.fc1`. */
export function moduleOf(tensor: string): string {
  return tensor.slice(0, Math.max(0, tensor.lastIndexOf('.')));
}

/**
 * Modules in the order of their numbers: `0` before `2` before `10`, `fc1` before `fc2`.
 * @throws DataError when names differ in anything but a number, for a file keeps no other order
 */
export function inOrder(where: string, modules: readonly string[]): string[] {
  return [...modules].sort((a, b) => {
    const [left, right] = [a, b].map((name) => name.split('.'));
    const at = left.findIndex((part, index) => part !== right[index]);
    const [one, other] = [left[at], right[at]].map((part = '') => /^(.*?)(\d+)$/.exec(part));
    if (one == null || other == null || one[1] !== other[1]) {
      throw new DataError({
        where,
        problem: 'the order of the modules is not known',
        expected: 'names of modules that differ in a number, such as 0, 2 or fc1, fc2',
        // Which of the two a sort passes first depends on the engine.
        received: modules.filter((name) => name === a || name === b).join(' and '),
        remedy: `Give their names in the order of the layers: { modules: [${modules.map(describe).join(', ')}] }.`,
      });
    }
    return Number(one[2]) - Number(other[2]);
  });
}
