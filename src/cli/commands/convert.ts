/** `epochal convert`: a model from the file of one system to that of another. */
import { extname } from 'node:path';
import { type ExportOptions, exportModel, type ImportReport } from '../../interop/index.ts';
import { writeFileAtomically } from '../../node/index.ts';
import { writeModel } from '../../persistence/index.ts';
import { type AnyModel, readAnyModel } from '../learning/any_model.ts';
import { checkDestination } from '../learning/destination.ts';
import { EXIT } from '../terminal/io.ts';
import { count, counted, type Report, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { flag, path } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

const SYSTEMS: Readonly<Record<string, ExportOptions['to'] | 'epochal'>> = {
  '.onnx': 'onnx',
  '.pt': 'pytorch',
  '.pth': 'pytorch',
  '.npz': 'sklearn',
  '.safetensors': 'epochal',
};

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
      'scikit-learn and others), a network of scikit-learn (.npz, .skops), or a state_dict of PyTorch ' +
      '(.pt or .safetensors), which needs --model.',
    'OUT is written by its ending: .onnx, with the scalers; .npz, for scikit-learn, with the scalers; ' +
      '.pt, a state_dict for torch.load; .safetensors, a model for epochal predict.',
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
    const system = SYSTEMS[extname(to).toLowerCase()];
    if (system === undefined) {
      throw new UsageError({
        where: `OUT, ${to}`,
        expected: `a name that ends in ${Object.keys(SYSTEMS).join(', ')}`,
        received: extname(to) || 'none',
        remedy: 'Give it one of these endings.',
      });
    }
    checkDestination('OUT', to, [[from, 'the file that is converted']]);
    const layers = values.model === undefined ? undefined : readAnyModel(values.model).model;
    const read = readAnyModel(from, layers);
    const bytes = encode(read, system, values.labels);
    writeFileAtomically(to, bytes);
    const print = report(io);
    print.line(
      `${to}: ${count(bytes.length)} bytes, ${counted(read.model.layers.length, 'layer')}`,
    );
    if (system === 'pytorch' && (read.extras.scalers ?? []).length > 0) {
      print.line(
        'A state_dict holds no scalers: scale columns before the network there, or write ONNX.',
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
): Uint8Array {
  if (to === 'epochal') return writeModel(model, extras);
  if (to !== 'onnx' && to !== 'sklearn') return exportModel(model, { to });
  const { scalers = [], classNames, task, loss } = extras;
  return exportModel(model, {
    ...{ to, scalers, labels: labels && to === 'onnx' },
    ...(loss && { loss }),
    ...(classNames && { classNames }),
    ...(task && { probabilities: task === 'classification' }),
  });
}

export function describeReport(print: Report, told: ImportReport): void {
  print.heading('What came from where');
  print.facts(told.matched.map(({ ours, theirs }) => [ours, theirs]));
  const lists: [string, readonly string[]][] = [
    ['Converted', told.converted],
    ['Other numbers than usual', told.conventions],
    ['Left out', told.ignored],
  ];
  for (const [title, lines] of lists) {
    if (lines.length === 0) continue;
    print.heading(title);
    for (const line of lines) print.line(line);
  }
}
