/** A recorded run whose moments can be sent to a page. */
import { type Model, type Tensor, type Trainer, tensor } from 'epochal';
import type { Dataset } from 'epochal/data';
import { fingerprint, type Moment, type Timeline, timeline } from 'epochal/learn';
import {
  type Area,
  CELLS,
  type LayerSeen,
  lastOf,
  type MomentSeen,
  placeAt,
  type RunOverview,
} from '../../views/time_machine.ts';

type Network = ReturnType<typeof import('./training.ts').network>;

export class Moments {
  readonly timeline: Timeline;
  readonly #drawn: Network;
  readonly #grid: Tensor;
  readonly #beginning: Moment['state'];

  /** @param drawn a model of its own, which takes the weights of the moment that is drawn */
  constructor(training: () => Trainer, train: Dataset, area: Area, drawn: Network) {
    this.timeline = timeline({ training, train, every: 8 });
    this.#drawn = drawn;
    this.#grid = gridOf(area);
    this.#beginning = this.timeline.at({ iteration: 0 }).state;
  }

  overview(train: Dataset, batchSize: number): RunOverview {
    const { iterations, losses } = this.timeline;
    this.#drawn.loadState(this.timeline.at({ iteration: iterations }).state);
    const iterationsPerEpoch = Math.ceil(train.size / batchSize);
    return { iterations, iterationsPerEpoch, losses, weights: fingerprint(this.#drawn) };
  }

  /** The moment at a place of the slider; after the end of the run its end. */
  seen(at: number): MomentSeen {
    const end = lastOf({ ...this.timeline, iterationsPerEpoch: 0, weights: '' });
    const place = placeAt(Math.min(at, end));
    const moment = this.timeline.at(place);
    this.#drawn.loadState(moment.state);
    return {
      ...place,
      epoch: moment.epoch,
      rows: Array.from(moment.rows),
      learningRate: moment.learningRate,
      loss: moment.loss,
      gradientNorm: moment.gradientNorm,
      map: probabilities(this.#drawn.predict(this.#grid)),
      layers: this.#layers(moment),
      optimizer: Object.entries(moment.optimizer).map(([name, state]) => ({
        ...{ name, size: rootMeanSquare(state.toTypedArray()) },
      })),
      weights: fingerprint(this.#drawn as Model),
    };
  }

  #layers({ state, gradients }: Moment): LayerSeen[] {
    const names = Object.keys(state).filter((name) => name.endsWith('.weight'));
    return names.map((weight) => {
      const name = weight.replace('.weight', '');
      const [inputs, units] = state[weight].shape;
      const weights = joined(state, name);
      const before = joined(this.#beginning, name);
      return {
        ...{ name, inputs, units, weights },
        change: weights.map((value, index) => value - before[index]),
        gradients: gradients && joined(gradients, name),
      };
    });
  }
}

/** The weights of a layer, and its biases after them. */
function joined(tensors: Readonly<Record<string, Tensor>>, layer: string): Float32Array {
  const parts = ['weight', 'bias'].map((part) => tensors[`${layer}.${part}`].toTypedArray());
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}

/** The centres of the cells of a decision map. */
function gridOf({ x, y }: Area): Tensor {
  const along = ([low, high]: readonly [number, number], cell: number) =>
    low + ((high - low) * (cell + 0.5)) / CELLS;
  return tensor(
    Array.from({ length: CELLS * CELLS }, (_, index) => [
      along(x, index % CELLS),
      along(y, Math.floor(index / CELLS)),
    ]),
  );
}

/** The network's outputs are the logarithms of odds. */
function probabilities(logits: Tensor): Float32Array {
  return Float32Array.from(logits.toTypedArray(), (value) => 1 / (1 + Math.exp(-value)));
}

function rootMeanSquare(values: ArrayLike<number>): number {
  const all = Array.from(values);
  return Math.sqrt(all.reduce((sum, value) => sum + value * value, 0) / all.length);
}
