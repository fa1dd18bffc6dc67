/**
 * A network as objects, trained sample by sample: units with links between them, a sum in each, as pages do that
 * were written to be read (TensorFlow Playground among them). What epochal is measured beside.
 */

class Unit {
  readonly from: Link[] = [];
  readonly to: Link[] = [];
  sum = 0.5;
  output = 0.5;
  /** The derivative of the loss by the output, and by the sum. */
  outputDelta = 0.5;
  delta = 0.5;
  gradient = 0;
  samples = 0;
  bias: number;

  constructor(bias: number) {
    this.bias = bias;
  }
}

class Link {
  readonly source: Unit;
  readonly target: Unit;
  weight: number;
  gradient = 0;
  samples = 0;

  constructor(source: Unit, target: Unit, weight: number) {
    this.source = source;
    this.target = target;
    this.weight = weight;
  }
}

export class SampleBySample {
  readonly #layers: readonly (readonly Unit[])[];

  /** @param parameters weight [inputs, units] and bias of each layer, row by row */
  constructor(sizes: readonly number[], parameters: readonly ArrayLike<number>[]) {
    const layers = sizes.map((size, layer) =>
      Array.from({ length: size }, (_, unit) => new Unit(parameters[2 * layer - 1]?.[unit] ?? 0)),
    );
    for (let layer = 1; layer < layers.length; layer++) {
      const weights = parameters[2 * (layer - 1)];
      layers[layer].forEach((target, unit) => {
        layers[layer - 1].forEach((source, input) => {
          const weight = weights[input * layers[layer].length + unit];
          const link = new Link(source, target, weight);
          target.from.push(link);
          source.to.push(link);
        });
      });
    }
    this.#layers = layers;
  }

  forward(x: number, y: number): number {
    const [inputs] = this.#layers;
    inputs[0].output = x;
    inputs[1].output = y;
    for (let layer = 1; layer < this.#layers.length; layer++) {
      const units = this.#layers[layer];
      for (let i = 0; i < units.length; i++) {
        const unit = units[i];
        unit.sum = unit.bias;
        for (let j = 0; j < unit.from.length; j++) {
          const link = unit.from[j];
          unit.sum += link.weight * link.source.output;
        }
        unit.output = Math.tanh(unit.sum);
      }
    }
    return this.#layers[this.#layers.length - 1][0].output;
  }

  /** After `forward`: adds the gradients of half the squared error. */
  backward(target: number): void {
    const last = this.#layers.length - 1;
    const [output] = this.#layers[last];
    output.outputDelta = output.output - target;
    for (let layer = last; layer >= 1; layer--) {
      const units = this.#layers[layer];
      for (let i = 0; i < units.length; i++) {
        const unit = units[i];
        const slope = Math.tanh(unit.sum);
        unit.delta = unit.outputDelta * (1 - slope * slope);
        unit.gradient += unit.delta;
        unit.samples++;
        for (let j = 0; j < unit.from.length; j++) {
          const link = unit.from[j];
          link.gradient += unit.delta * link.source.output;
          link.samples++;
        }
      }
      if (layer === 1) continue;
      const before = this.#layers[layer - 1];
      for (let i = 0; i < before.length; i++) {
        const unit = before[i];
        unit.outputDelta = 0;
        for (let j = 0; j < unit.to.length; j++) {
          const link = unit.to[j];
          unit.outputDelta += link.weight * link.target.delta;
        }
      }
    }
  }

  /** With the mean of the gradients since the last one. */
  update(learningRate: number): void {
    for (let layer = 1; layer < this.#layers.length; layer++) {
      const units = this.#layers[layer];
      for (let i = 0; i < units.length; i++) {
        const unit = units[i];
        unit.bias -= (learningRate * unit.gradient) / unit.samples;
        unit.gradient = 0;
        unit.samples = 0;
        for (let j = 0; j < unit.from.length; j++) {
          const link = unit.from[j];
          link.weight -= (learningRate / link.samples) * link.gradient;
          link.gradient = 0;
          link.samples = 0;
        }
      }
    }
  }
}
