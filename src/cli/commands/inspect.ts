/** `epochal inspect`: what is in a file: a model, of this library or another, tensors, arrays, a table. */
import { describe, describeShape } from '../../errors/describe.ts';
import { counted } from '../../formats/counted.ts';
import { formatTable } from '../../formats/text_table.ts';
import type { ImportedTraining } from '../../interop/index.ts';
import { readBytes } from '../../node/index.ts';
import type { ModelExtras, Predictor } from '../../persistence/index.ts';
import { extrasOf } from '../../persistence/predictor.ts';
import { readAnyFile } from '../learning/any_file.ts';
import { readTable } from '../learning/any_table.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { count, type Report, report } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { flag } from '../words/options.ts';
import { describeReport } from './convert.ts';

export const inspect = command({
  name: 'inspect',
  summary: 'what is in a file: a model, of this library or another, tensors, arrays, a table',
  operands: ['FILE'],
  options: { json: flag('everything but the numbers, as one JSON object') },
  examples: [
    { line: 'epochal inspect model.safetensors', what: 'layers, tensors and columns of a model' },
    {
      line: 'epochal inspect model.safetensors --json',
      what: 'the architecture and everything else that the file says, for programs',
    },
    { line: 'epochal inspect network.onnx', what: 'how a network of another system is read' },
    {
      line: 'epochal inspect weights.pt',
      what: 'the tensors of a state_dict, .npz, .npy or IDX file',
    },
    { line: 'epochal inspect data.csv', what: 'what the columns of a table are taken for' },
  ],
  async run({ values, operands: [path], io }) {
    const file = readAnyFile(path);
    if (file === undefined) return inspectTable(io, path, values.json);
    const { tensors, storedAs, skipped, predictor, report: told, progress, texts } = file;
    const rows = Object.entries(tensors).map(([name, { shape, size, dtype }]) => ({
      ...{ name, storedAs: storedAs?.[name] ?? dtype, shape, values: size },
    }));
    if (values.json) {
      const { model, ...extras } = predictor === undefined ? {} : partsOf(predictor);
      const said = {
        bytes: file.bytes,
        ...(told === undefined && { tensors: rows }),
        ...(Object.keys(skipped).length > 0 && { skipped }),
        ...(progress && { progress }),
        ...(predictor ? {} : { metadata: texts }),
      };
      const network = { ...(model && { architecture: model }), ...extras, report: told };
      io.out(`${JSON.stringify({ ...said, ...network })}\n`);
      return EXIT.success;
    }
    const print = report(io);
    const what = file.what === 'a model' || file.what === 'tensors' ? '' : `${file.what}, `;
    print.line(
      `${file.path}: ${what}${count(file.bytes)} bytes, ${counted(rows.length, 'tensor')}`,
    );
    if (progress !== undefined) {
      print.line(
        `It rests after ${counted(progress.iteration, 'iteration')}, in epoch ${progress.epoch + 1}.`,
      );
    }
    if (predictor !== undefined) describeModel(print, predictor);
    const facts = trainingFacts(file.training ?? {});
    if (facts.length > 0) {
      print.heading('How it was trained');
      print.facts(facts);
    }
    if (told === undefined) describeTensors(print, rows);
    else describeReport(print, told);
    for (const [name, why] of Object.entries(skipped)) print.line(`not read: ${name}, ${why}`);
    const lines = Object.entries(texts);
    if (lines.length > 0) {
      print.heading('Other texts');
      print.facts(lines.map(([key, text]) => [key, shorten(text)]));
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

function partsOf(made: Predictor) {
  return { model: made.model, ...extrasOf(made) };
}

interface Row {
  readonly name: string;
  readonly storedAs: string;
  readonly shape: readonly number[];
  readonly values: number;
}

function describeTensors(print: Report, rows: readonly Row[]): void {
  print.heading('The tensors');
  print.line(
    formatTable(
      [
        ['name', 'stored as', 'shape', 'values'],
        ...rows.map((row) => [row.name, row.storedAs, describeShape(row.shape), count(row.values)]),
      ],
      { left: [0, 1, 2], underlined: true },
    ),
  );
}

/** A table, as it would be read where its last column is predicted. */
function inspectTable(io: Terminal, path: string, json: boolean): number {
  const bytes = readBytes(path);
  const { rows, delimiter, decimal, columns } = readTable(path, bytes);
  if (json) {
    io.out(`${JSON.stringify({ bytes: bytes.length, rows, delimiter, decimal, columns })}\n`);
    return EXIT.success;
  }
  const print = report(io);
  print.line(
    `${path}: a table, ${count(bytes.length)} bytes, ${counted(rows, 'row')}, ${counted(columns.length, 'column')}`,
  );
  print.line(
    `Cells are parted by ${describe(delimiter)}, fractions begin with ${describe(decimal)}.`,
  );
  print.heading('The columns');
  print.line(
    formatTable(
      [
        ['name', 'read as', 'values', 'missing', 'because'],
        ...columns.map(({ name, readAs, values, missing, because = '' }) => [
          ...[name, readAs, shorten(ofValues(readAs, values)), count(missing), because],
        ]),
      ],
      { left: [0, 1, 2, 4], underlined: true },
    ),
  );
  return EXIT.success;
}

/** The smallest and the largest, or the categories. */
function ofValues(readAs: string, values: readonly (number | string)[]): string {
  return readAs === 'categories' ? values.join(', ') : `${values[0]} to ${values.at(-1)}`;
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
