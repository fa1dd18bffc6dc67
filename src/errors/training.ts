import { EpochalError } from './errors.ts';

export interface TrainingComplaint {
  /** Counted from 1. */
  readonly epoch: number;
  readonly iteration: number;
  readonly phase: 'loss' | 'backward';
  /** What was computed: `loss`, or `gradient`. */
  readonly value: string;
  /** The first tensor that went wrong, such as `output of layers.2`. */
  readonly tensor: string;
  readonly received: string;
}

/** A loss or gradient became NaN or infinite. Parameters are those before the iteration. */
export class NonFiniteError extends EpochalError {
  override readonly name = 'NonFiniteError';
  readonly epoch: number;
  readonly iteration: number;
  readonly phase: 'loss' | 'backward';
  readonly tensor: string;

  constructor({ epoch, iteration, phase, value, tensor, received }: TrainingComplaint) {
    super({
      where: `epoch ${epoch}, iteration ${iteration}, phase ${phase}`,
      problem: `the ${value} is not finite; the first tensor that went wrong is the ${tensor}`,
      expected: 'finite numbers',
      received,
      remedy:
        'Lower the learning rate, clip gradients (clip: { globalNorm: 1 }), or look for such values in the data. The parameters are as they were before this iteration.',
    });
    this.epoch = epoch;
    this.iteration = iteration;
    this.phase = phase;
    this.tensor = tensor;
  }
}
