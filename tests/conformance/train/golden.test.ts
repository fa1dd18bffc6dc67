/** Whole training runs, iteration by iteration, as PyTorch does them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Dataset, digits, fromArrays, subset } from '../../../src/data/index.ts';
import { meanSquaredError, softmaxCrossEntropy } from '../../../src/losses/index.ts';
import {
  batchNorm,
  dense,
  gelu,
  type LayerLike,
  layerNorm,
  type Model,
  relu,
  residual,
  sequential,
  tanh,
} from '../../../src/nn/index.ts';
import { optimizerFromJSON } from '../../../src/optimizers/index.ts';
import { type Backend, Trainer } from '../../../src/train/index.ts';
import { type Tensor, tensor } from '../../tensors.ts';

type Dtype = 'float32' | 'float64';
type Values = number | readonly Values[];
type Named = Readonly<Record<string, Values>>;
type LayerName = string | readonly LayerName[];

interface Trace {
  readonly losses: readonly number[];
  readonly final: Named;
  readonly firstGradients?: Named;
  readonly firstRunning?: Named;
  readonly running?: Named;
  readonly evaluation?: Values;
}

interface Run {
  readonly name: string;
  readonly loss: 'meanSquaredError' | 'softmaxCrossEntropy';
  readonly optimizer: { readonly name: string } & Readonly<Record<string, number>>;
  readonly epsilonOfNorm?: number;
  readonly layers: readonly LayerName[];
  readonly batchSize: number;
  readonly iterations: number;
  readonly inputs?: number[][];
  readonly targets?: number[] | number[][];
  readonly initial: Named;
  readonly float32: Trace;
  readonly float64: Trace;
}

const path = new URL('../../fixtures/pytorch/training.json', import.meta.url);
const { runs } = JSON.parse(readFileSync(path, 'utf8')) as { runs: Run[] };

/** What was asked for; rounding in another order alone moves losses by 1.3e-6 and 2.3e-15. */
const LOSS_TOLERANCE = { float32: 1e-5, float64: 1e-10 };
/** Of final weights and outputs, which rounding moves further. */
const VALUE_TOLERANCE = { float32: 2e-4, float64: 1e-9 };

function layerOf(name: LayerName, epsilon: number): LayerLike {
  if (typeof name !== 'string') return residual(name.map((inner) => layerOf(inner, epsilon)));
  const [type, units] = name.split(' ');
  const makers: Record<string, () => LayerLike> = {
    dense: () => dense({ units: Number(units) }),
    layerNorm: () => layerNorm({ epsilon }),
    batchNorm: () => batchNorm({ epsilon }),
    tanh,
    relu,
    gelu,
  };
  return makers[type]();
}

function dataOf({ name, inputs, targets }: Run, dtype: Dtype): Dataset {
  if (inputs === undefined || targets === undefined) {
    const rows = Int32Array.from({ length: 320 }, (_, i) => i);
    return name === 'digits'
      ? subset(digits({ dtype }), rows)
      : fromArrays({ inputs: [], targets: [] });
  }
  const classes = typeof targets[0] === 'number';
  return fromArrays({
    inputs,
    targets: classes ? Int32Array.from(targets as number[]) : targets,
    dtype,
  });
}

function trainerOf(run: Run, dtype: Dtype, backend: Backend): { trainer: Trainer; train: Dataset } {
  const { name, ...options } = run.optimizer;
  const train = dataOf(run, dtype);
  const model = sequential(
    { inputShape: train.inputs.shape.slice(1), dtype },
    run.layers.map((layer) => layerOf(layer, run.epsilonOfNorm ?? 1e-5)),
  );
  for (const parameter of model.parameters()) {
    parameter.assign(tensor(run.initial[parameter.name], { dtype }));
  }
  const trainer = new Trainer({
    model,
    loss: run.loss === 'meanSquaredError' ? meanSquaredError() : softmaxCrossEntropy(),
    optimizer: optimizerFromJSON({ name, options, groups: [] }),
    iterations: run.iterations,
    batchSize: run.batchSize,
    shuffle: false,
    backend,
  });
  return { trainer, train };
}

function expectClose(
  received: Readonly<Record<string, Tensor>>,
  expected: Named,
  dtype: Dtype,
): void {
  const tolerance = VALUE_TOLERANCE[dtype];
  for (const [name, values] of Object.entries(expected)) {
    expect(received[name], name).toBeCloseToTensor(tensor(values, { dtype: 'float64' }), {
      relativeTolerance: tolerance,
      absoluteTolerance: tolerance,
    });
  }
}

const states = ({ model }: { model: Model }) => model.state();

const CASES = runs.flatMap((run) =>
  (
    [
      ['float64', 'reference'],
      ['float32', 'reference'],
      ['float32', 'wasm'],
    ] as const
  ).map(([dtype, backend]) => ({ name: run.name, dtype, backend, run })),
);

describe.each(CASES)('$name in $dtype, $backend', ({ run, dtype, backend }) => {
  const expected = run[dtype];
  const { trainer, train } = trainerOf(run, dtype, backend);

  it('has the losses of PyTorch in every iteration, and its weights in the end', () => {
    const losses: number[] = [];
    for (const event of trainer.run({ train })) {
      if (event.type === 'iterationEnd') losses.push(event.loss);
      if (event.type === 'backward' && event.iteration === 1 && expected.firstGradients) {
        expectClose(event.gradients, expected.firstGradients, dtype);
      }
      if (event.type === 'update' && event.iteration === 1 && expected.firstRunning) {
        expectClose(states(trainer), expected.firstRunning, dtype);
      }
    }
    expect(losses).toHaveLength(run.iterations);
    const off = losses.map((loss, i) => Math.abs(loss / expected.losses[i] - 1));
    expect(Math.max(...off)).toBeLessThan(LOSS_TOLERANCE[dtype]);
    expectClose(states(trainer), expected.final, dtype);
    if (expected.running) expectClose(states(trainer), expected.running, dtype);
    if (expected.evaluation) {
      const outputs = trainer.model.predict(train.inputs);
      expectClose({ outputs }, { outputs: expected.evaluation }, dtype);
    }
  });
});

describe('the golden runs', () => {
  it('are those of the networks that were asked for', () => {
    expect(runs.map(({ name, iterations }) => [name, iterations])).toEqual([
      ['xor', 100],
      ['digits', 100],
      ['residual', 100],
      ['batchNorm', 50],
    ]);
  });
});
