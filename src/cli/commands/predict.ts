/** `epochal predict`: what a saved model says about the rows of a CSV file. */
import { describe } from '../../errors/describe.ts';
import type { Tensor } from '../../index.ts';
import { loadCsvWith, loadModel } from '../../node/index.ts';
import { isClassifier, saysProbabilities } from '../../persistence/class_predictions.ts';
import { type CsvValues, type Predictor, writeCsv } from '../../persistence/index.ts';
import { EXIT, type Terminal } from '../terminal/io.ts';
import { counted } from '../terminal/report.ts';
import { command } from '../words/command.ts';
import { choice, flag } from '../words/options.ts';
import { schemaOf } from './evaluate.ts';

export const predict = command({
  name: 'predict',
  summary: 'what a saved model says about each row of a CSV file',
  operands: ['MODEL', 'DATA.csv'],
  options: {
    probabilities: flag('one column more for each class, with its probability'),
    unknown: choice(
      'HOW',
      ['error', 'ignore'],
      'what becomes of categories that the model does not know; as it was trained unless it is said',
    ),
  },
  details: [
    'Writes CSV: a row for each row of the file, in its order, with the column that is predicted; for ' +
      'classes also how probable the model holds its prediction to be. Columns of the file are found ' +
      'by name; the target and others that the model does not know are left alone.',
  ],
  examples: [
    {
      line: 'epochal predict model.safetensors data.csv > predictions.csv',
      what: 'a CSV file of predictions',
    },
    {
      line: 'epochal predict model.safetensors data.csv | paste -d, data.csv -',
      what: 'the data with the predictions beside them',
    },
  ],
  async run({ values, operands: [path, data], io }) {
    const file = loadModel(path);
    const schema = schemaOf(file, path);
    const { unknown } = values;
    const reading = { inputsOnly: true, ...(unknown !== undefined && { unknown }) };
    const { inputs, report } = loadCsvWith(schema, data, reading);
    for (const { name, unknown } of report.columns) {
      if (unknown > 0) {
        io.err(
          `epochal predict: ${counted(unknown, 'cell')} of ${name} passed over: not known from training.\n`,
        );
      }
    }
    const names = schema.targets.map(({ name }) => name);
    const columns = isClassifier(file)
      ? ofClasses(file, names[0], inputs, values.probabilities)
      : ofNumbers(names, file.predict(inputs));
    warnOfFormulas(io, columns);
    io.file(writeCsv(columns));
    return EXIT.success;
  },
});

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
