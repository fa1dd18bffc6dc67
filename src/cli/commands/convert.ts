/** `epochal convert`: a model from the file of one system to that of another. */
import { extname } from 'node:path';
import { counted } from '../../formats/counted.ts';
import { type ExportOptions, exportModel, type ImportReport } from '../../interop/index.ts';
import { sectionsOf } from '../../interop/report_text.ts';
import { FORMATS, formatByEnding, writeExported } from '../../node/interop.ts';
import { writeModel } from '../../persistence/index.ts';
import { type AnyModel, readAnyModel } from '../learning/any_model.ts';
import { checkDestination } from '../learning/destination.ts';
import { EXIT } from '../terminal/io.ts';
import { count, type Report, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { flag, path } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

/** Of layers these keep the numbers only. */
const WITHOUT_SCALERS: readonly string[] = ['pytorch', 'kerasWeights'];

export const convert = command({
  name: 'convert',
  summary: 'a model from the file of one system to that of another',
  operands: ['IN', 'OUT'],
  options: {
    model: path('FILE', 'a model with the layers of IN, where that holds tensors only'),
    labels: flag('ONNX gives the name of the class as well'),
  },
  details: [
    'What IN is, is seen by its contents: a model that epochal train has saved, ONNX (of PyTorch, ' +
      'scikit-learn and others), Keras (.keras, .h5), model.json of TensorFlow.js, a network of ' +
      'scikit-learn (.npz, .skops); or weights without layers, which need --model: a state_dict of ' +
      'PyTorch (.pt, .safetensors), .weights.h5 of Keras.',
    'OUT is written by its ending: .onnx, .keras, .json (TensorFlow.js, with binary files beside it) and ' +
      '.npz (scikit-learn), with the scalers; .pt, a state_dict for torch.load; .weights.h5, for ' +
      'load_weights; .safetensors, a model for epochal predict.',
  ],
  examples: [
    {
      line: 'epochal convert model.safetensors model.onnx',
      what: 'ONNX, which takes columns and gives probabilities or values',
    },
    {
      line: 'epochal convert network.onnx model.safetensors',
      what: 'a model of this library, and a report of what was converted',
    },
    {
      line: 'epochal convert weights.pt model.safetensors --model layers.safetensors',
      what: 'the numbers of PyTorch in the layers of a model',
    },
  ],
  async run({ values, operands: [from, to], io }) {
    const format = formatByEnding(to);
    if (format === undefined) {
      throw new UsageError({
        where: `OUT, ${to}`,
        expected: `a name that ends in ${Object.keys(FORMATS).join(', ')}`,
        received: extname(to) || 'none',
        remedy: 'Give it one of these endings.',
      });
    }
    // Our own format is safetensors, and holds more than a state_dict.
    const system = format === 'safetensors' ? 'epochal' : format;
    checkDestination('OUT', to, [[from, 'the file that is converted']]);
    const layers = values.model === undefined ? undefined : readAnyModel(values.model).model;
    const read = readAnyModel(from, layers);
    const files = writeExported(to, encode(read, system, values.labels));
    const print = report(io);
    for (const [path, { length }] of files) {
      const layers = path === to ? `, ${counted(read.model.layers.length, 'layer')}` : '';
      print.line(`${path}: ${count(length)} bytes${layers}`);
    }
    if (WITHOUT_SCALERS.includes(system) && (read.extras.scalers ?? []).length > 0) {
      print.line(
        'The file holds no scalers: scale columns before the network there, or write ONNX or .keras.',
      );
    }
    if (read.report !== undefined) describeReport(print, read.report);
    return EXIT.success;
  },
});

function encode(
  { model, extras }: AnyModel,
  to: ExportOptions['to'] | 'epochal',
  labels: boolean,
): ReturnType<typeof exportModel> {
  if (to === 'epochal') return writeModel(model, extras);
  if (WITHOUT_SCALERS.includes(to)) return exportModel(model, { to });
  const { scalers = [], classNames, task, loss } = extras;
  if (to !== 'onnx' && to !== 'sklearn') return exportModel(model, { to, scalers });
  return exportModel(model, {
    ...{ to, scalers, labels: labels && to === 'onnx' },
    ...(loss && { loss }),
    ...(classNames && { classNames }),
    ...(task && { probabilities: task === 'classification' }),
  });
}

export function describeReport(print: Report, told: ImportReport): void {
  for (const { title, lines } of sectionsOf(told)) {
    print.heading(title);
    for (const line of lines) print.line(line);
  }
}
