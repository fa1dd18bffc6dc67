/** The layers of an MLPClassifier or MLPRegressor. */
import { describe, describeShape } from '../../errors/describe.ts';
import { dense, relu, sigmoid, tanh } from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import type { Penalty } from '../../nn/penalty.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { notUnderstood, type Part } from '../blueprint.ts';
import { arraysOf, type Estimator, labelsOf, misfit, numberOf, textOf } from './estimator.ts';

/** `activation`, by its name there; identity is no layer. */
const ACTIVATIONS: Readonly<Record<string, (() => Layer) | undefined>> = {
  logistic: () => sigmoid(),
  tanh: () => tanh(),
  relu: () => relu(),
};

/** What the outputs are. */
export type Outputs = 'values' | 'classes' | 'two classes' | 'labels';

export interface Network {
  readonly dtype: Dtype;
  /** Columns of the inputs. */
  readonly columns: number;
  readonly units: number;
  readonly outputs: Outputs;
  readonly classNames: readonly string[] | undefined;
  /** @param penalty of the weights of each layer */
  parts(penalty: Penalty | undefined): readonly Part[];
}

/** @throws DataError for estimators that were not fitted, and for parts that do not fit together */
export function readNetwork(estimator: Estimator): Network {
  const weights = arraysOf(estimator, 'coefs_');
  const biases = arraysOf(estimator, 'intercepts_');
  const activation = textOf(estimator, 'activation') ?? 'relu';
  if (activation !== 'identity' && !Object.hasOwn(ACTIVATIONS, activation)) {
    throw notUnderstood(
      `${estimator.where}, activation`,
      describe(activation),
      'identity, logistic, tanh or relu',
      'Export the network as ONNX with skl2onnx.',
    );
  }
  const chain = weights.map(({ tensor }) => tensor.shape);
  const fits =
    weights.length > 0 &&
    weights.length === biases.length &&
    chain.every(
      (shape, i) =>
        shape.length === 2 &&
        (i === 0 || shape[0] === chain[i - 1][1]) &&
        describeShape(biases[i].tensor.shape) === describeShape([shape[1]]),
    );
  if (!fits) {
    const shapes = [...weights, ...biases].map(({ tensor }) => describeShape(tensor.shape));
    throw misfit(estimator, 'coefs_', 'matrices that follow one another', shapes.join(', '));
  }
  const arrays = [...weights, ...biases];
  const dtype = arrays.every(({ tensor }) => tensor.dtype === 'float32') ? 'float32' : 'float64';
  const units = chain[chain.length - 1][1];
  const outputs = outputsOf(estimator, units);
  for (const [name, count] of [
    ['n_layers_', weights.length + 1],
    ['n_outputs_', units],
  ] as const) {
    const said = numberOf(estimator, name) ?? count;
    if (said !== count) throw misfit(estimator, name, `${count}, as coefs_ have it`, `${said}`);
  }
  return {
    ...{ dtype, columns: chain[0][0], units, outputs },
    classNames: outputs === 'values' ? undefined : namesOf(estimator, units, outputs),
    parts: (penalty) =>
      weights.flatMap(({ tensor, from }, i): Part[] => {
        const layer = dense({
          units: tensor.shape[1],
          ...(penalty !== undefined && { weightPenalty: penalty }),
        });
        const values = {
          weight: { tensor: cast(tensor, dtype), from },
          bias: { tensor: cast(biases[i].tensor, dtype), from: biases[i].from },
        };
        const made = ACTIVATIONS[activation];
        const part = { layer, from: `coefs_[${i}], intercepts_[${i}]`, values };
        if (i === weights.length - 1 || made === undefined) return [part];
        return [part, { layer: made(), from: `activation ${activation}` }];
      }),
  };
}

function outputsOf(estimator: Estimator, units: number): Outputs {
  const last = textOf(estimator, 'out_activation_');
  if (estimator.type === 'MLPRegressor' && last === 'identity') return 'values';
  if (estimator.type === 'MLPClassifier' && last === 'softmax') return 'classes';
  if (estimator.type === 'MLPClassifier' && last === 'logistic') {
    return units === 1 ? 'two classes' : 'labels';
  }
  throw notUnderstood(
    `${estimator.where}, out_activation_`,
    describe(last),
    estimator.type === 'MLPRegressor' ? 'identity' : 'softmax or logistic',
    'Export the network as ONNX with skl2onnx.',
  );
}

function namesOf(
  estimator: Estimator,
  units: number,
  outputs: Outputs,
): readonly string[] | undefined {
  const names = labelsOf(estimator, 'classes_');
  const count = outputs === 'two classes' ? 2 : units;
  if (names === undefined || names.length === count) return names;
  throw misfit(estimator, 'classes_', `${count} classes, as the network has`, describe(names));
}
