/** What an export writes beside the layers. */
import type { Scaler } from '../data/scaling/scaler.ts';

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
