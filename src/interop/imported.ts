/** What comes out of another system's file, whichever system it was. */
import type { Scaler } from '../data/scaling/scaler.ts';
import type { Loss } from '../losses/loss.ts';
import type { Metric } from '../metrics/metric.ts';
import type { Model } from '../nn/sequential.ts';
import type { Optimizer, OptimizerStart } from '../optimizers/optimizer.ts';

/** The systems whose files are recognized. */
export type ImportFormat =
  | 'onnx'
  | 'keras'
  | 'tfjs'
  | 'pytorch'
  | 'safetensors'
  | 'sklearn'
  | 'skops';

/** What an import did to what the file says, so that nothing happens in silence. */
export interface ImportReport {
  readonly format: ImportFormat;
  /** What wrote the file, where it says so: `pytorch 1.13.0`. */
  readonly producer?: string;
  /** Which of our layers stands for what there: `layers.0 (dense)` for `Gemm "/0/Gemm"`. */
  readonly matched: readonly Match[];
  /** Tensors that have another name here. */
  readonly renamed: readonly Match[];
  /** Our tensors that are stored with their axes the other way round there. */
  readonly transposed: readonly string[];
  /** What is computed here in another form than there, with the same results. */
  readonly converted: readonly string[];
  /** Numbers that differ from the usual ones of this library, and were carried over. */
  readonly conventions: readonly string[];
  /** What the file holds that has no meaning for predictions, and was left out. */
  readonly ignored: readonly string[];
}

export interface Match {
  readonly ours: string;
  readonly theirs: string;
}

/** How it was trained there, each part that there is a counterpart for, as options of a Trainer. */
export interface ImportedTraining {
  readonly optimizer?: Optimizer;
  /** Where the optimizer continues, if the file says it: its momenta, and how many updates there were. */
  readonly optimizerState?: OptimizerStart;
  readonly loss?: Loss;
  readonly metrics?: Readonly<Record<string, Metric>>;
  readonly clip?: { readonly globalNorm?: number; readonly norm?: number; readonly value?: number };
  readonly batchSize?: number;
  /** How many epochs one begins with there. */
  readonly epochs?: number;
  readonly shuffle?: boolean;
}

/** A model with what belongs to it: what `writeModel` and `saveModel` take as it is. */
export interface ImportedModel {
  readonly model: Model;
  /** What is done to the inputs before the model, and undone to its outputs after it. */
  readonly scalers: readonly Scaler[];
  readonly task?: 'classification' | 'regression';
  /** The loss that it was trained with, which knows what the outputs are. */
  readonly loss?: Loss;
  /** Names of the classes, by number. */
  readonly classNames?: readonly string[];
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[];
  /** How it was trained, where the file says it: each part that there is a counterpart for. */
  readonly training?: ImportedTraining;
  /** What a training script calls the epoch in which it saved, often counted from 0. */
  readonly epoch?: number;
  readonly report: ImportReport;
}
