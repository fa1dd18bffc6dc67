import type { AdviceParts } from './advice.ts';
import { EpochalError } from './errors.ts';

export interface TrainingComplaint {
  /** Counted from 1. */
  readonly epoch: number;
  readonly iteration: number;
  readonly phase: 'loss' | 'backward' | 'update';
  /** What was computed: `loss`, `gradient`, or `update`. */
  readonly value: string;
  /** The first tensor that went wrong, such as `output of layers.2`. */
  readonly tensor: string;
  readonly received: string;
  /** What to do about it, and what has become of the parameters. */
  readonly remedy?: string;
  /** The remedy as data. */
  readonly advice?: AdviceParts;
}

/** What every error says that comes before an iteration has changed anything. */
export const UNHARMED = 'The parameters are as they were before this iteration.';

/**
 * A loss, a gradient, a parameter, a running statistic or the state of an optimizer became NaN or
 * infinite. Parameters are those before the iteration, unless the message says otherwise: where it was
 * found at the end of a training run, or at a check of every hundredth iteration.
 */
export class NonFiniteError extends EpochalError {
  override readonly name = 'NonFiniteError';
  readonly #complaint: TrainingComplaint;

  constructor(complaint: TrainingComplaint) {
    const { epoch, iteration, phase, value, tensor, received, remedy, advice } = complaint;
    super({
      where: `epoch ${epoch}, iteration ${iteration}, phase ${phase}`,
      problem: `the ${value} is not finite; the first tensor that went wrong is the ${tensor}`,
      expected: 'finite numbers',
      received,
      ...(remedy === undefined
        ? {
            remedy: `Lower the learning rate, clip gradients (clip: { globalNorm: 1 }), or look for such values in the data. ${UNHARMED}`,
            advice: [{ kind: 'lowerLearningRate' }],
          }
        : { remedy, advice }),
    });
    this.#complaint = complaint;
  }

  get epoch(): number {
    return this.#complaint.epoch;
  }

  get iteration(): number {
    return this.#complaint.iteration;
  }

  get phase(): TrainingComplaint['phase'] {
    return this.#complaint.phase;
  }

  get tensor(): string {
    return this.#complaint.tensor;
  }
}
