/** What may be said of a model beside its architecture: its task, its loss, names, scalers, texts of your own. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import {
  array,
  object,
  oneOf,
  optional,
  readOptions,
  record,
  withDefault,
} from '../../errors/options.ts';
import { classOutputsOf } from '../../losses/class_outputs.ts';
import { type ClassOutputs, type Loss, lossOrNameRule } from '../../losses/loss.ts';
import type { CsvSchema } from '../csv/schema.ts';
import type { Texts } from './texts.ts';

/** What a model was trained for. */
export type Task = 'classification' | 'regression';

/** What a model file may hold beside the model. */
export interface ModelExtras {
  readonly task?: Task | undefined;
  /** The loss that it was trained with, or its name: it knows what outputs are. */
  readonly loss?: Loss | string | undefined;
  /** What that loss was made with, such as `{ delta: 0.5 }`, where it was not made without options. */
  readonly lossOptions?: Readonly<Record<string, unknown>> | undefined;
  /** Names of the classes, by number. */
  readonly classNames?: readonly string[] | undefined;
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[] | undefined;
  /** Scalers of inputs and targets, in the order in which they were applied. */
  readonly scalers?: readonly Scaler[] | undefined;
  /** How the columns of a CSV file become the numbers that are scaled. */
  readonly schema?: CsvSchema | undefined;
  /** Texts of your own, such as `{ author: 'me' }`. */
  readonly metadata?: Texts | undefined;
}

/** The same, as it is read: with scalers and metadata, if only empty ones. */
export interface ReadExtras extends Omit<ModelExtras, 'loss' | 'scalers' | 'metadata'> {
  readonly scalers: readonly Scaler[];
  readonly metadata: Texts;
  /** The name of the loss that it was trained with, such as `softmaxCrossEntropy`. */
  readonly loss?: string;
  /** What outputs say of classes, where the loss is not the library's, which are known by name. */
  readonly classOutputs?: ClassOutputs;
}

/**
 * @param known what is known without being said
 * @throws OptionError for what no model has beside it
 */
export function readExtras(
  where: string,
  extras: ModelExtras | undefined,
  known: ModelExtras = {},
): ReadExtras {
  const said = readSaid(where, extras);
  if (Object.keys(known).length === 0) return said;
  return readSaid(where, { ...known, ...withoutImport(extras) });
}

/** What belongs to an imported model beside its extras. */
const OF_IMPORTS = ['model', 'report', 'training'];

/** An imported model is given as it is. */
function withoutImport(extras: ModelExtras | undefined): ModelExtras | undefined {
  if (!record.accepts(extras) || extras === undefined || !('report' in extras)) return extras;
  const { training } = extras as { readonly training?: Pick<ModelExtras, 'loss'> };
  const own = Object.entries(extras).filter(([key]) => !OF_IMPORTS.includes(key));
  return { ...(training?.loss && { loss: training.loss }), ...Object.fromEntries(own) };
}

function readSaid(where: string, given: ModelExtras | undefined): ReadExtras {
  const extras = withoutImport(given);
  const { loss, ...read } = readOptions<ReadExtras & { loss: Loss | string | undefined }>(
    where,
    extras,
    {
      task: optional(oneOf('classification', 'regression')),
      loss: optional(lossOrNameRule),
      lossOptions: optional(record),
      classOutputs: optional(record),
      classNames: optional(array),
      featureNames: optional(array),
      scalers: withDefault(array, []),
      schema: optional(object),
      metadata: withDefault(record, {}),
    },
  );
  if (loss === undefined) return read;
  if (typeof loss === 'string') return { ...read, loss };
  const { name, classOutputs } = loss;
  const isKnown = classOutputsOf(name) !== undefined || classOutputs === undefined;
  return { ...read, loss: name, ...(!isKnown && { classOutputs }) };
}
