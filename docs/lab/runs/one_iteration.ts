/** One iteration: every number of a small network, phase by phase. */
import {
  dense,
  type Model,
  meanSquaredError,
  sequential,
  sgd,
  type Tensor,
  Trainer,
  tanh,
  tensor,
} from 'epochal';
import { fromArrays, subset } from 'epochal/data';
import { fingerprint, gradientTerms } from 'epochal/learn';
import { Session, type View } from '../core/view.ts';
import {
  type Connection,
  type Drag,
  type IterationSeen,
  type LossOverWeight,
  type OneIterationResult,
  oneIteration,
  REACH,
  type SampleSeen,
} from '../views/one_iteration.ts';

const INPUTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
/** Exclusive or. */
const TARGETS = [[0], [1], [1], [0]];
const HIDDEN = 3;

export const oneIterationRun: View<OneIterationResult, Drag, LossOverWeight> = {
  ...oneIteration,
  *run({ batchSize, learningRate, epochs, seed }) {
    const model = sequential({ inputShape: [2], seed: Number(seed) }, [
      dense({ units: HIDDEN }),
      tanh(),
      dense({ units: 1 }),
    ]);
    const loss = meanSquaredError();
    const trainer = new Trainer({
      model,
      loss,
      optimizer: sgd({ learningRate: Number(learningRate) }),
      epochs: Number(epochs),
      batchSize: Number(batchSize),
      seed: Number(seed),
    });
    const train = fromArrays({ inputs: INPUTS, targets: TARGETS });
    const iterations: IterationSeen[] = [];
    let rows: number[] = [];
    let samples: SampleSeen[] = [];
    let connections: Connection[] = [];
    for (const event of trainer.run({ train })) {
      switch (event.type) {
        case 'iterationStart':
          rows = Array.from(event.indices);
          break;
        case 'forward': {
          const hidden = event.activations['layers.1'].toArray({ rank: 2 });
          const outputs = event.outputs.toArray({ rank: 2 });
          samples = rows.map((row, at) => ({
            row,
            inputs: INPUTS[row],
            target: TARGETS[row][0],
            hidden: hidden[at],
            output: outputs[at][0],
          }));
          break;
        }
        case 'backward': {
          const { gradients } = event;
          const state = model.state();
          const batch = subset(train, rows);
          connections = PLACES.map((place) => {
            const { terms } = gradientTerms({ model, loss, ...place }, batch);
            return {
              ...place,
              input: place.input,
              before: numberAt(state, place),
              gradient: numberAt(gradients, place),
              after: Number.NaN,
              terms: terms.map(({ sample, activation, delta, product }) => ({
                row: rows[sample],
                ...{ activation, delta, product },
              })),
            };
          });
          break;
        }
        case 'update': {
          const { parameters } = event;
          connections = connections.map((one) => ({ ...one, after: numberAt(parameters, one) }));
          break;
        }
        case 'iterationEnd': {
          const { epoch, iteration, loss: mean } = event;
          iterations.push({ epoch, iteration, samples, loss: mean, connections });
          yield;
        }
      }
    }
    const result = {
      learningRate: Number(learningRate),
      iterations,
      weights: fingerprint(model),
    };
    return new Session(result, { answer: (drag) => lossOver(model, iterations, drag) });
  },
};

/** Values of a weight at which the curve is drawn, either side of the weight as it is. */
const SIDE = 10;

function lossOver(
  model: Model,
  iterations: readonly IterationSeen[],
  { iteration, connection, value }: Drag,
): LossOverWeight {
  const { samples, connections } = iterations[iteration - 1];
  const batch = subset(
    fromArrays({ inputs: INPUTS, targets: TARGETS }),
    samples.map(({ row }) => row),
  );
  const lossAt = (dragged: number) => {
    const values = connections.map(({ before }, at) => (at === connection ? dragged : before));
    for (const parameter of model.parameters()) {
      const { name, shape } = parameter;
      const own = PLACES.flatMap((place, at) => (nameOf(place) === name ? [values[at]] : []));
      parameter.assign(tensor(Float32Array.from(own), { shape }));
    }
    return meanSquaredError().mean(model.predict(batch.inputs), batch.targets).item();
  };
  const { before } = connections[connection];
  const curve = Array.from({ length: 2 * SIDE + 1 }, (_, at) => {
    const there = Math.fround(before + (REACH * (at - SIDE)) / SIDE);
    return [there, lossAt(there)] as const;
  });
  const rounded = Math.fround(value);
  return { iteration, connection, value: rounded, loss: lossAt(rounded), curve };
}

interface Place {
  readonly layer: string;
  readonly input?: number;
  readonly unit: number;
}

/** Every weight and bias of 2-3-1. */
const PLACES: readonly Place[] = [
  ...[0, 1].flatMap((input) =>
    [0, 1, 2].map((unit): Place => ({ layer: 'layers.0', input, unit })),
  ),
  ...[0, 1, 2].map((unit): Place => ({ layer: 'layers.0', unit })),
  ...[0, 1, 2].map((input): Place => ({ layer: 'layers.2', input, unit: 0 })),
  { layer: 'layers.2', unit: 0 },
];

/** The parameter that it is in. */
function nameOf({
  layer,
  input,
}: Pick<Connection, 'layer'> & { readonly input?: number | undefined }) {
  return `${layer}.${input === undefined ? 'bias' : 'weight'}`;
}

function numberAt(
  tensors: Readonly<Record<string, Tensor>>,
  place: Pick<Connection, 'layer' | 'unit'> & { readonly input?: number },
): number {
  const own = tensors[nameOf(place)];
  const units = own.shape[own.shape.length - 1];
  return own.toTypedArray()[(place.input ?? 0) * units + place.unit];
}
