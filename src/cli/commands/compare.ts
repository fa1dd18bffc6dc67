/** `epochal compare`: whether two files hold the same network, and which of its numbers differ. */
import { describeShape } from '../../errors/describe.ts';
import { EpochalError } from '../../errors/errors.ts';
import { nonNegative } from '../../errors/options.ts';
import { counted } from '../../formats/counted.ts';
import { formatTable } from '../../formats/text_table.ts';
import { compareTensors, type TensorComparison } from '../../interop/compare.ts';
import { compareModels, importModel } from '../../interop/index.ts';
import { readBytes } from '../../node/index.ts';
import { type Predictor, predictor } from '../../persistence/index.ts';
import { type AnyFile, readAnyFile, unknownFile } from '../learning/any_file.ts';
import { comparePredictions, type PredictionComparison } from '../learning/compare_predictions.ts';
import { rowOptions } from '../learning/other_rows.ts';
import { threadsOption, withThreads } from '../learning/threads.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { count, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { complaint } from '../words/complaint.ts';
import { flag, number, otherwise, path } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

export const compare = command({
  name: 'compare',
  summary: 'whether two files hold the same network, and by how much they differ',
  operands: ['A', 'B'],
  options: {
    data: path('DATA.csv', 'a table that both predict for'),
    tolerance: otherwise(
      number('X', nonNegative, 'differences up to this count as none; default 0'),
      0,
    ),
    json: flag('everything as one JSON object'),
    ...rowOptions,
    threads: threadsOption,
  },
  details: [
    'A and B are models that epochal train has saved, checkpoints or their folders, networks of ONNX, ' +
      'Keras (.keras, .h5), TensorFlow.js (model.json) or scikit-learn (.npz, .skops), or tensors (.pt, ' +
      '.safetensors, .weights.h5, .npz, .npy). Tensors without layers are compared in the ' +
      'layers of the other file where they fit those, and by their names otherwise.',
    'The exit code is 0 where architecture, numbers and predictions are the same, 1 where they differ, and ' +
      '2 where that cannot be said, as with diff.',
  ],
  examples: [
    {
      line: 'epochal compare model.safetensors model.onnx --data data.csv',
      what: 'what a conversion changed, in the weights and in what is predicted',
    },
    {
      line: 'epochal compare run1/ run2/ --tolerance 1e-6',
      what: 'two training runs, by their checkpoints; ends with 1 where they differ by more',
    },
  ],
  async run({ values, operands: [a, b], io }) {
    try {
      return await withThreads(values.threads, async () => compareFiles(a, b, values, io));
    } catch (error) {
      if (!(error instanceof EpochalError)) throw error;
      io.err(complaint(error));
      return EXIT.usage;
    }
  },
});

type Asked = Parameters<typeof comparePredictions>[1]['values'] & {
  readonly data: string | undefined;
  readonly tolerance: number;
  readonly json: boolean;
};

interface Compared {
  /** Undefined where one of both has no layers. */
  readonly architecture: readonly string[] | undefined;
  /** What belongs to the network and differs: scalers, names of classes. */
  readonly beside: readonly string[];
  readonly tensors: readonly TensorComparison[];
  readonly predictions?: PredictionComparison;
}

function compareFiles(a: string, b: string, values: Asked, io: Terminal): number {
  const [first, second] = inLayersOfOther(read(a), read(b));
  const [one, other] = [first.predictor, second.predictor];
  const models = one !== undefined && other !== undefined ? ([one, other] as const) : undefined;
  if (values.data !== undefined && models === undefined) {
    throw new UsageError({
      where: '--data',
      expected: 'two files that tell their layers',
      received: `${one === undefined ? first.path : second.path}, ${(one === undefined ? first : second).what}`,
      remedy: 'Leave --data out, or convert that file with epochal convert --model.',
    });
  }
  const network = models && compareModels(models[0].model, models[1].model);
  const compared: Compared = {
    architecture: models && network?.architecture.filter((line) => !standsForLoss(line, ...models)),
    // A checkpoint does not hold them.
    beside: models === undefined || first.progress || second.progress ? [] : besidesOf(...models),
    tensors: network?.tensors ?? compareTensors(first.tensors, second.tensors),
    ...(models &&
      values.data !== undefined && {
        predictions: comparePredictions([...models], { data: values.data, values, io }),
      }),
  };
  const same = isSame(compared, values.tolerance);
  if (values.json) {
    io.out(`${JSON.stringify({ same, ...compared }, finite)}\n`);
    return same ? EXIT.success : EXIT.failure;
  }
  const print = report(io);
  print.facts([first, second].map((file) => [file.path, file.what]));
  describeArchitecture(print, compared);
  describeNumbers(print, compared.tensors);
  if (compared.predictions !== undefined) describePredictions(print, compared.predictions);
  print.line();
  const within = values.tolerance > 0 ? `, to ${values.tolerance}` : '';
  print.line(same ? `They are the same${within}.` : `They differ${within}.`);
  return same ? EXIT.success : EXIT.failure;
}

function read(path: string): AnyFile {
  const file = readAnyFile(path);
  if (file === undefined) throw unknownFile(path);
  return file;
}

/** Tensors of PyTorch in the layers that the other file tells, where they are those. */
function inLayersOfOther(first: AnyFile, second: AnyFile): [AnyFile, AnyFile] {
  const placed = (file: AnyFile, other: AnyFile): AnyFile => {
    const layers = other.predictor;
    if (file.predictor !== undefined || layers === undefined) return file;
    try {
      const options = { file: file.path, model: layers.model };
      const imported = importModel(readBytes(file.path), options);
      const { report: _, training: __, model, ...extras } = imported;
      const loss = layers.loss !== undefined && { loss: layers.loss };
      const made = predictor(model, { ...extras, ...loss, scalers: layers.scalers });
      return { ...file, tensors: model.state(), predictor: made };
    } catch (error) {
      if (!(error instanceof EpochalError)) throw error;
      return file;
    }
  };
  return [placed(first, second), placed(second, first)];
}

/** Whether a line is about a last layer that makes the probabilities which the other's loss makes. */
function standsForLoss(line: string, a: Predictor, b: Predictor): boolean {
  const [one, other] = [a, b].map(({ model }) => model.layers.length);
  const [longer, shorter] = one > other ? [a, b] : [b, a];
  const last = { softmaxCrossEntropy: 'softmax', sigmoidBinaryCrossEntropy: 'sigmoid' };
  const type = Object.entries(last).find(([loss]) => loss === shorter.loss)?.[1];
  const at = `layers.${shorter.model.layers.length}`;
  const lines = [`${at}: ${type}, and none`, `${at}: none, and ${type}`];
  return Math.abs(one - other) === 1 && longer.loss === undefined && lines.includes(line);
}

/** Scalers and names, which decide what numbers mean. Names that one of both does not know differ from none. */
function besidesOf(a: Predictor, b: Predictor): string[] {
  const found: string[] = [];
  const scalers = [a, b].map((one) =>
    JSON.stringify(one.scalers.map((scaler) => ({ ...scaler.toJSON(), featureNames: undefined }))),
  );
  if (scalers[0] !== scalers[1]) found.push('scalers');
  const classes = [a, b].map((one) => one.classNames ?? one.model.names.classNames);
  if (classes.every(Boolean) && String(classes[0]) !== String(classes[1])) {
    found.push('names of classes');
  }
  return found;
}

function isSame({ architecture = [], beside, tensors, predictions }: Compared, tolerance: number) {
  const near = (one: TensorComparison) =>
    tolerance > 0 ? one.absolute <= tolerance : one.equalBits;
  const classes = predictions?.equalClasses ?? predictions?.rows;
  return (
    architecture.length === 0 &&
    beside.length === 0 &&
    tensors.every(near) &&
    classes === predictions?.rows &&
    (predictions === undefined || predictions.largest <= tolerance)
  );
}

type Print = ReturnType<typeof report>;

function describeArchitecture(print: Print, { architecture, beside }: Compared): void {
  print.heading('The networks');
  if (architecture === undefined) print.line('Not compared: a file of tensors tells no layers.');
  else if (architecture.length === 0) print.line('The same layers.');
  else for (const line of architecture) print.line(line);
  for (const what of beside) print.line(`Not the same: ${what}.`);
}

/** So many tensors are shown. */
const SHOWN = 30;

function describeNumbers(print: Print, tensors: readonly TensorComparison[]): void {
  print.heading('The numbers');
  const different = tensors.filter(({ equalBits }) => !equalBits);
  const equal = tensors.length - different.length;
  print.line(`${counted(equal, 'tensor')} with equal bits, ${count(different.length)} without.`);
  if (different.length === 0) return;
  print.line(`The first that differs: ${different[0].name}.`);
  print.line();
  const rows = different
    .slice(0, SHOWN)
    .map(({ name, first, second, differing, absolute, relative }) => {
      if (first === undefined || second === undefined) {
        return [name, first === undefined ? 'only in B' : 'only in A', '', '', ''];
      }
      const [one, other] = [first, second].map((held) => describeShape(held.shape));
      if (one !== other) return [name, `${one}, ${other}`, '', '', ''];
      const dtypes = first.dtype === second.dtype ? '' : `${first.dtype}, ${second.dtype}`;
      return [name, dtypes || one, count(differing), shown(absolute), shown(relative)];
    });
  print.line(
    formatTable([['name', 'shape or dtypes', 'differing', 'largest', 'relative'], ...rows], {
      left: [0, 1],
      underlined: true,
    }),
  );
  if (different.length > SHOWN) print.line(`and ${count(different.length - SHOWN)} more`);
}

function describePredictions(print: Print, predictions: PredictionComparison): void {
  const { rows, equalClasses, of, largest } = predictions;
  print.heading('What they predict');
  const share = equalClasses === undefined ? 0 : (100 * equalClasses) / rows;
  print.facts([
    ['rows', count(rows)],
    ...(equalClasses === undefined
      ? []
      : [['equal classes', `${count(equalClasses)} (${share.toFixed(1)} %)`] as const]),
    [`largest difference of ${of}`, Number.isNaN(largest) ? 'not as many' : shown(largest)],
  ]);
}

const shown = (value: number) => (value === 0 ? '0' : value.toExponential(2));

/** JSON has no NaN and no infinity. */
function finite(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
