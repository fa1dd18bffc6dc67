/**
 * A model as the `.npz` that docs/scikit_learn.md rebuilds an MLPClassifier or MLPRegressor from, with the
 * scalers of the inputs in front of it. A scaler of the targets becomes part of the last matrix.
 */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { describe, describeShape } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { writeTexts } from '../../formats/numpy/labels.ts';
import { packNpy, writeNpy } from '../../formats/numpy/npy.ts';
import { packZip } from '../../formats/zip/pack.ts';
import type { Model } from '../../nn/sequential.ts';
import { add, mul } from '../../ops/elementwise/arithmetic.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { ones, tensor, zeros } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ExportParts } from '../exported.ts';
import { writeScaler } from './scalers.ts';

type Entry = readonly [name: string, npy: Uint8Array];

/** @throws OptionError for layers that these estimators do not have, by name */
export function exportSklearn(model: Model, parts: ExportParts): Uint8Array {
  const { scalers, classNames, featureNames, probabilities } = parts;
  const { matrices, activation, last } = chainOf(model);
  const { inputShape, outputShape } = model;
  const [columns] = inputShape;
  const units = outputShape[0];
  const isClassifier = probabilities !== undefined;
  if (!isClassifier && last !== undefined) throw refused(`${last} behind the last dense`);
  if (probabilities === 'logProbabilities') throw refused('logSoftmax');
  const several = isClassifier && units > 1 && !parts.exclusive;
  const type = isClassifier ? 'MLPClassifier' : 'MLPRegressor';
  const inputs = scalers.filter(({ of }) => of === 'inputs').map(writeScaler);
  const named = featureNames?.length === columns ? featureNames : undefined;
  const entries = inputs.flatMap((scaler, place): Entry[] => [
    ...estimator(place, scaler.type, columns, named),
    ...Object.entries(scaler.numbers).map(
      ([name, value]): Entry => [`${place}.${scaler.type}.${name}`, writeNpy(value)],
    ),
    ...Object.entries(scaler.truths).map(
      ([name, value]): Entry => [`${place}.${scaler.type}.${name}`, truth(value)],
    ),
  ]);
  const place = inputs.length;
  const at = (name: string) => `${place}.${type}.${name}`;
  const end = isClassifier ? (units === 1 || several ? 'logistic' : 'softmax') : 'identity';
  const wholes = { n_layers_: matrices.length + 1, n_outputs_: units };
  const sizes = matrices.slice(0, -1).map(({ bias }) => bias.size);
  entries.push(
    ...estimator(place, type, columns, named),
    ...Object.entries(wholes).map(([name, value]): Entry => [at(name), whole([value], [])]),
    [at('hidden_layer_sizes'), whole(sizes, [sizes.length])],
    [at('activation'), writeTexts([activation], [])],
    [at('out_activation_'), writeTexts([end], [])],
  );
  if (isClassifier) {
    const count = units === 1 ? 2 : units;
    entries.push([at('classes_'), classes(several ? undefined : classNames, count)]);
  }
  const unscaled = scalers.filter(({ of }) => of === 'targets').reverse();
  matrices.forEach(({ weight, bias }, i) => {
    const isLast = i === matrices.length - 1;
    const turned =
      isLast && unscaled.length > 0 ? withTargets(weight, bias, unscaled) : { weight, bias };
    entries.push([at(`coefs_.${i}`), writeNpy(turned.weight)]);
    entries.push([at(`intercepts_.${i}`), writeNpy(turned.bias)]);
  });
  return packZip(
    'exportModel',
    entries.map(([name, npy]) => [`${name}.npy`, npy] as const),
  );
}

/** What every estimator has after fit. */
function estimator(
  place: number,
  type: string,
  columns: number,
  names: readonly string[] | undefined,
): Entry[] {
  const count: Entry = [`${place}.${type}.n_features_in_`, whole([columns], [])];
  if (names === undefined) return [count];
  return [count, [`${place}.${type}.feature_names_in_`, writeTexts(names, [names.length])]];
}

const truth = (value: boolean) => packNpy('|b1', [], Uint8Array.of(value ? 1 : 0));

function whole(values: readonly number[], shape: readonly number[]): Uint8Array {
  const data = new Uint8Array(8 * values.length);
  const view = new DataView(data.buffer);
  values.forEach((value, i) => {
    view.setBigInt64(8 * i, BigInt(value), true);
  });
  return packNpy('<i8', shape, data);
}

/** Names that are whole numbers are numbers there, as they were before they were names here. */
function classes(names: readonly string[] | undefined, count: number): Uint8Array {
  const given = names ?? Array.from({ length: count }, (_, k) => String(k));
  const numbers = given.map(Number);
  const areWhole = numbers.every((n, i) => Number.isSafeInteger(n) && String(n) === given[i]);
  return areWhole ? whole(numbers, [count]) : writeTexts(given, [count]);
}

interface Matrix {
  readonly weight: Tensor;
  readonly bias: Tensor;
}

interface Chain {
  readonly matrices: readonly Matrix[];
  /** The one behind all matrices but the last, by its name there. */
  readonly activation: string;
  /** Behind the last. */
  readonly last: string | undefined;
}

const ACTIVATIONS: Readonly<Record<string, string>> = {
  sigmoid: 'logistic',
  tanh: 'tanh',
  relu: 'relu',
};

/** Nothing is left of these when a network predicts. */
const WITHOUT_EFFECT = ['dropout', 'gaussianNoise', 'flatten'];

function chainOf(model: Model): Chain {
  const { inputShape, outputShape } = model;
  if (inputShape.length !== 1 || outputShape.length !== 1) {
    throw refused(`samples of shape ${describeShape(inputShape)}`);
  }
  const state = model.state();
  const matrices: Matrix[] = [];
  /** The activation behind each matrix. */
  const behind: (string | undefined)[] = [];
  for (const { layer, name } of model.layers) {
    const type = 'type' in layer ? layer.type : 'a function';
    if (WITHOUT_EFFECT.includes(type)) continue;
    if (type === 'dense') {
      const weight = state[`${name}.weight`];
      const { dtype } = weight;
      const bias = state[`${name}.bias`] ?? zeros([weight.shape[1]], { dtype });
      matrices.push({ weight, bias });
      behind.push(undefined);
      continue;
    }
    const isEnd = type === 'softmax' || type === 'logSoftmax';
    const isFirst = matrices.length > 0 && behind[behind.length - 1] === undefined;
    if (!isFirst || !(isEnd || Object.hasOwn(ACTIVATIONS, type)))
      throw refused(`${name} (${type})`);
    behind[behind.length - 1] = type;
  }
  const inner = [...new Set(behind.slice(0, -1))];
  if (matrices.length === 0) throw refused('no dense layer');
  if (inner.length > 1) {
    throw refused(`different ones: ${inner.map((type) => type ?? 'none').join(', ')}`);
  }
  const [type] = inner;
  if (type === 'softmax' || type === 'logSoftmax') throw refused(`${type} between dense layers`);
  const activation = type === undefined ? 'identity' : ACTIVATIONS[type];
  return { matrices, activation, last: behind[behind.length - 1] };
}

function refused(received: string): OptionError {
  return new OptionError({
    where: 'exportModel',
    expected:
      'dense layers, the same activation (relu, tanh, sigmoid or none) behind all but the last, and logits, probabilities or values at the end',
    received,
    remedy: "Write ONNX, { to: 'onnx' }, which has the others, too.",
  });
}

/** `y = (x W + b) d + o`, in float64, for what the scalers undo is one product and one sum a column. */
function withTargets(weight: Tensor, bias: Tensor, scalers: readonly Scaler[]): Matrix {
  const units = bias.size;
  const undo = (row: Tensor) => scalers.reduce((y, scaler) => scaler.invert(y), row);
  for (const { rowShape, name } of scalers) {
    if (rowShape.length !== 1) throw refused(`${name} for rows ${describe(rowShape)}`);
  }
  const offset = undo(zeros([1, units], { dtype: 'float64' }));
  const one = undo(ones([1, units], { dtype: 'float64' }));
  const factor = tensor(
    Float64Array.from(one.toTypedArray(), (y, k) => y - offset.toTypedArray()[k]),
    { shape: [units] },
  );
  return {
    weight: mul(cast(weight, 'float64'), factor),
    bias: add(mul(cast(bias, 'float64'), factor), offset.reshape([units])),
  };
}
