/** `epochal inspect`: what is in a model file, in any other safetensors file, or in a file of ONNX, Keras or TensorFlow.js. */
import { describeShape } from '../../errors/describe.ts';
import { formatTable } from '../../formats/text_table.ts';
import type { ImportedTraining } from '../../interop/index.ts';
import { formatOf } from '../../interop/recognize.ts';
import { readBytes } from '../../node/index.ts';
import {
  type ModelExtras,
  type Predictor,
  readModel,
  readSafetensors,
} from '../../persistence/index.ts';
import { readAnyModel } from '../learning/any_model.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { count, counted, type Report, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { flag } from '../words/options.ts';
import { describeReport } from './convert.ts';

/** The systems whose files tell their layers. */
const SYSTEMS: Readonly<Record<string, string>> = {
  onnx: 'ONNX',
  keras: 'Keras',
  tfjs: 'TensorFlow.js',
};

export const inspect = command({
  name: 'inspect',
  summary: 'what is in a model file: layers, tensors, sizes, and how it reads data',
  operands: ['FILE.safetensors'],
  options: { json: flag('everything but the numbers, as one JSON object') },
  examples: [
    { line: 'epochal inspect model.safetensors', what: 'layers, tensors and columns of a model' },
    {
      line: 'epochal inspect model.safetensors --json',
      what: 'the architecture and everything else that the file says, for programs',
    },
    { line: 'epochal inspect network.onnx', what: 'how a network of another system is read' },
  ],
  async run({ values, operands: [path], io }) {
    const bytes = readBytes(path);
    const format = formatOf(bytes);
    if (format !== undefined && Object.hasOwn(SYSTEMS, format)) {
      return inspectForeign(io, path, { system: SYSTEMS[format], json: values.json });
    }
    const { tensors, metadata, storedAs, skipped } = readSafetensors(bytes, { file: path });
    const rows = Object.entries(tensors).map(([name, { shape }]) => ({
      ...{ name, storedAs: storedAs[name], shape, values: tensors[name].size },
    }));
    const isModel = metadata.architecture !== undefined && metadata.format !== undefined;
    const file = isModel ? readModel(bytes, { file: path }) : undefined;
    if (values.json) {
      const { model, predict: _, ...extras } = file ?? { predict: undefined };
      const said = {
        bytes: bytes.length,
        tensors: rows,
        ...(Object.keys(skipped).length > 0 && { skipped }),
        ...(file ? {} : { metadata }),
      };
      io.out(`${JSON.stringify({ ...said, ...(model && { architecture: model }), ...extras })}\n`);
      return EXIT.success;
    }
    const print = report(io);
    print.line(`${path}: ${count(bytes.length)} bytes, ${counted(rows.length, 'tensor')}`);
    if (file !== undefined) describeModel(print, file);
    print.heading('The tensors');
    print.line(
      formatTable(
        [
          ['name', 'stored as', 'shape', 'values'],
          ...rows.map((row) => [
            row.name,
            row.storedAs,
            describeShape(row.shape),
            count(row.values),
          ]),
        ],
        { left: [0, 1, 2], underlined: true },
      ),
    );
    for (const [name, why] of Object.entries(skipped)) print.line(`not read: ${name}, ${why}`);
    const texts = Object.entries(file?.metadata ?? metadata);
    if (texts.length > 0) {
      print.heading('Other texts');
      print.facts(texts.map(([key, text]) => [key, shorten(text)]));
    }
    return EXIT.success;
  },
});

/** Names and settings, as they were found. */
function trainingFacts({ optimizer, loss, metrics = {}, clip }: ImportedTraining) {
  const settings = (options: object = {}) =>
    Object.entries(options)
      .map(([name, value]) => `, ${name} ${value}`)
      .join('');
  const facts: [string, string | undefined][] = [
    ['optimizer', optimizer && `${optimizer.name}${settings(optimizer.options)}`],
    ['loss', loss && `${loss.name}${settings(loss.options)}`],
    ['metrics', Object.keys(metrics).join(', ') || undefined],
    ['clip', clip && settings(clip).slice(2)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** A network of another system, as it would be imported. */
function inspectForeign(
  io: Terminal,
  path: string,
  { system, json }: { readonly system: string; readonly json: boolean },
): number {
  const { model, extras, report: told, training = {} } = readAnyModel(path);
  if (json) {
    io.out(`${JSON.stringify({ architecture: model, ...extras, report: told })}\n`);
    return EXIT.success;
  }
  const print = report(io);
  print.line(
    `${path}: ${system}${told?.producer === undefined ? '' : `, written by ${told.producer}`}`,
  );
  describeModel(print, { ...extras, model });
  const facts = trainingFacts(training);
  if (facts.length > 0) {
    print.heading('What it was compiled with');
    print.facts(facts);
  }
  if (told !== undefined) describeReport(print, told);
  return EXIT.success;
}

function describeModel(print: Report, file: ModelExtras & Pick<Predictor, 'model'>): void {
  const { model, task, loss, lossOptions, classNames, schema, scalers = [], featureNames } = file;
  print.heading('The network');
  print.line(String(model.summary()));
  const columns = schema?.inputs.map(({ name }) => name);
  const facts: [string, string | undefined][] = [
    ['task', task],
    ['loss', loss && describeLoss(typeof loss === 'string' ? loss : loss.name, lossOptions)],
    ['predicts', schema?.targets.map(({ name }) => name).join(', ')],
    ['classes', classNames?.join(', ')],
    ['columns', columns?.join(', ')],
    ['features', columns?.length === featureNames?.length ? undefined : featureNames?.join(', ')],
    ['scaled', scalers.map(({ name, of }) => `${of} by ${name}`).join(', ') || undefined],
    ['precision', model.dtype],
  ];
  print.heading('What it was made for');
  print.facts(
    facts.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, shorten(value)] as const],
    ),
  );
}

/** `huber, delta 0.5` */
function describeLoss(name: string, options: ModelExtras['lossOptions'] = {}): string {
  const said = Object.entries(options).map(
    ([key, value]) => `${key} ${Array.isArray(value) ? value.join(' ') : value}`,
  );
  return [name, ...said].join(', ');
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
