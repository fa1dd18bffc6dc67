/** What an export writes beside the layers. */
import type { Scaler } from '../data/scaling/scaler.ts';
import type { ClassOutputs, Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import type { Optimizer, OptimizerStart } from '../optimizers/optimizer.ts';

/** What a training run continues with in another system. */
export interface ExportTraining {
  readonly optimizer: Optimizer;
  /** `{ tensors: trainer.optimizerState(), updates: trainer.iteration }`; default: from its beginning. */
  readonly optimizerState?: OptimizerStart | undefined;
  /** For systems that keep it, which are those of Keras. */
  readonly loss?: Loss | undefined;
}

/** A model with what belongs to it: what `predictor` of `epochal/persistence` gives, and what `importModel` gives. */
export interface ModelWithExtras {
  readonly model: Model;
  readonly scalers: readonly Scaler[];
  readonly task?: 'classification' | 'regression' | undefined;
  readonly loss?: Loss | string | undefined;
  readonly classOutputs?: ClassOutputs | undefined;
  readonly classNames?: readonly string[] | undefined;
  readonly featureNames?: readonly string[] | undefined;
  /** How the columns of a table become numbers, which no other system's file can hold unless all are numbers. */
  readonly schema?:
    | {
        readonly inputs: readonly { readonly name: string; readonly kind: string }[];
        readonly targets: readonly {
          readonly kind: string;
          readonly categories?: readonly string[];
        }[];
      }
    | undefined;
}

/** What the outputs of a last layer are. */
export type Scores = 'logits' | 'probabilities' | 'logProbabilities';

/** The options of an export, read: what is not asked for is undefined. */
export interface ExportParts {
  readonly scalers: readonly Scaler[];
  readonly classNames: readonly string[] | undefined;
  readonly featureNames: readonly string[] | undefined;
  /** What the outputs of the last layer are, where they are to become probabilities. */
  readonly probabilities: Scores | undefined;
  /** Whether classes exclude each other; otherwise each output is a label by itself. */
  readonly exclusive: boolean;
  readonly labels: boolean;
}
