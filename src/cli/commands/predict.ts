/** `epochal predict`: what a saved model says about the rows of a CSV file. */
import { describe } from '../../errors/describe.ts';
import type { Tensor } from '../../index.ts';
import { loadModel } from '../../node/index.ts';
import { isClassifier, saysProbabilities } from '../../persistence/class_predictions.ts';
import { type CsvValues, type Predictor, writeCsv } from '../../persistence/index.ts';
import { keepOption, keptColumns } from '../learning/kept_columns.ts';
import { readRows, rowOptions } from '../learning/other_rows.ts';
import { threadsOption, withThreads } from '../learning/threads.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { type Call, command } from '../words/command.ts';
import { flag } from '../words/options.ts';
import { schemaOf } from './evaluate.ts';

const options = {
  probabilities: flag('one column more for each class, with its probability'),
  keep: keepOption,
  ...rowOptions,
  threads: threadsOption,
};

export const predict = command({
  name: 'predict',
  summary: 'what a saved model says about each row of a CSV file',
  operands: ['MODEL', 'DATA.csv'],
  options,
  details: [
    'Writes CSV: a row for each row of the file, in its order, with the column that is predicted; for ' +
      'classes also how probable the model holds its prediction to be. Columns of the file are found ' +
      'by name. Those that the model does not use, such as an id, are written first, as they are.',
  ],
  examples: [
    {
      line: 'epochal predict model.safetensors data.csv > predictions.csv',
      what: 'a CSV file of predictions',
    },
    {
      line: 'epochal predict model.safetensors data.csv --keep all --probabilities',
      what: 'the data with the predictions beside them, and the probability of each class',
    },
    {
      line: "zcat data.csv.gz | epochal predict model.safetensors - --delimiter ';' --decimal ,",
      what: 'rows from standard input, written in another way than those of the training',
    },
  ],
  run: (call) => withThreads(call.values.threads, () => run(call)),
});

async function run({ values, operands: [path, data], io }: Call<typeof options>): Promise<number> {
  const file = loadModel(path);
  const schema = schemaOf(file, path);
  const reading = { command: 'epochal predict', io, inputsOnly: true };
  const rows = readRows(schema, data, values, reading);
  const names = schema.targets.map(({ name }) => name);
  const predicted = isClassifier(file)
    ? ofClasses(file, names[0], rows.inputs, values.probabilities)
    : ofNumbers(names, file.predict(rows.inputs));
  const taken = predicted.map(([name]) => name);
  const kept = keptColumns(rows, schema, values.keep, taken);
  for (const name of kept.left) {
    io.err(
      `epochal predict: ${describe(name)} of ${rows.name} is left out: a column of the prediction has that name.\n`,
    );
  }
  warnOfFormulas(io, predicted);
  io.file(writeCsv([...kept.columns, ...predicted]));
  return EXIT.success;
}

/** A spreadsheet would compute such a cell. The names are kept, because the file is also for programs. */
function warnOfFormulas(io: Terminal, columns: readonly [string, CsvValues][]): void {
  const texts = columns.flatMap(([name, values]) => [
    name,
    ...(Array.isArray(values) ? values : []),
  ]);
  const formula = texts.find((text) => typeof text === 'string' && isFormula(text));
  if (formula === undefined) return;
  io.err(
    `epochal predict: ${describe(formula)} is written as it is. A spreadsheet takes it for a formula: import the column as text.\n`,
  );
}

const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text));

function ofNumbers(targets: readonly string[], outputs: Tensor): [string, CsvValues][] {
  const units = outputs.shape[1];
  if (units === targets.length) return targets.map((name, k) => [name, column(outputs, k)]);
  return Array.from({ length: units }, (_, k) => [`${targets[0]}.${k}`, column(outputs, k)]);
}

function ofClasses(
  file: Predictor,
  target: string,
  inputs: Tensor,
  all: boolean,
): [string, CsvValues][] {
  const predicted = file.predictClasses(inputs);
  if (!saysProbabilities(file)) return [[target, predicted]];
  const probabilities = file.predictProbabilities(inputs);
  const names = file.classNames ?? Array.from({ length: probabilities.shape[1] }, (_, k) => k);
  const each = names.map((name, k): [string, CsvValues] => [
    `probability of ${name}`,
    column(probabilities, k),
  ]);
  return [
    [target, predicted],
    ['probability', probabilities.max({ axis: 1 })],
    ...(all ? each : []),
  ];
}

function column(x: Tensor, k: number): Tensor {
  return x.slice([0, x.shape[0]], [k, k + 1]).reshape([-1]);
}
