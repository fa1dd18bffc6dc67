/** A recorded run whose moments can be sent to a page. */
import type { Model, Tensor, Trainer } from 'epochal';
import type { Dataset } from 'epochal/data';
import { fingerprint, type Moment, type Timeline, timeline } from 'epochal/learn';
import {
  type LayerSeen,
  lastOf,
  type MomentSeen,
  type Plane,
  placeAt,
  type RunOverview,
} from '../../views/time_machine.ts';
import { gridOf, probabilities } from '../plane.ts';

export class Moments {
  readonly timeline: Timeline;
  readonly #samples: number;
  /** Takes the weights of the moment that is drawn. */
  readonly #drawn: Model;
  readonly #grid: Tensor | undefined;
  readonly #beginning: Moment['state'];

  constructor(training: () => Trainer, train: Dataset, plane: Plane | undefined) {
    this.timeline = timeline({ training, train, every: 8 });
    this.#samples = train.size;
    this.#drawn = training().model;
    this.#grid = plane && gridOf(plane.area, this.#drawn);
    this.#beginning = this.timeline.at({ iteration: 0 }).state;
  }

  overview(batchSize: number): RunOverview {
    const { recorded, losses } = this.timeline;
    this.#drawn.loadState(this.timeline.at({ iteration: recorded }).state);
    const iterationsPerEpoch = Math.ceil(this.#samples / batchSize);
    return { iterations: recorded, iterationsPerEpoch, losses, weights: fingerprint(this.#drawn) };
  }

  /** The moment at a place of the slider; after the end of the run its end. */
  seen(at: number): MomentSeen {
    const end = lastOf({ iterations: this.timeline.recorded });
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
      map: this.#grid && probabilities(this.#drawn.predict(this.#grid)),
      layers: this.#layers(moment),
      optimizer: Object.entries(moment.optimizer).map(([name, state]) => ({
        ...{ name, size: rootMeanSquare(state.toTypedArray()) },
      })),
      weights: fingerprint(this.#drawn),
    };
  }

  #layers({ state, gradients }: Moment): LayerSeen[] {
    const matrices = Object.entries(state).filter(
      ([name, { shape }]) => name.endsWith('.weight') && shape.length === 2,
    );
    const names = matrices.map(([name]) => name);
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

function rootMeanSquare(values: ArrayLike<number>): number {
  const all = Array.from(values);
  return Math.sqrt(all.reduce((sum, value) => sum + value * value, 0) / all.length);
}
