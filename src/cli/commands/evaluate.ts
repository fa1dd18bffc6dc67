/** `epochal evaluate`: how good a saved model is on a CSV file. */
import { basename } from 'node:path';
import { counted } from '../../formats/counted.ts';
import { DataError, type Dataset } from '../../index.ts';
import { loadModel } from '../../node/index.ts';
import { isClassifier } from '../../persistence/class_predictions.ts';
import type { CsvSchema, Predictor } from '../../persistence/index.ts';
import type { InUse } from '../../threads/enable.ts';
import { readRows, rowOptions } from '../learning/other_rows.ts';
import { describeMetrics, measure } from '../learning/outcome.ts';
import { threadsAsData, threadsFact, threadsOption, withThreads } from '../learning/threads.ts';
import { EXIT } from '../terminal/io.ts';
import { report } from '../terminal/report.ts';
import { type Call, command } from '../words/command.ts';
import { flag } from '../words/options.ts';

const options = {
  json: flag('the numbers as one JSON object'),
  ...rowOptions,
  threads: threadsOption,
};

export const evaluate = command({
  name: 'evaluate',
  summary: 'how good a saved model is on a CSV file',
  operands: ['MODEL', 'DATA.csv'],
  options,
  details: [
    'The file is read as the one was that the model learned from: columns by name in any order, the ' +
      'same categories, the same scaling. It has to have the column that is predicted.',
  ],
  examples: [
    {
      line: 'epochal evaluate model.safetensors test.csv',
      what: 'loss and accuracy (or R²), and confusion matrix',
    },
  ],
  run: (call) => withThreads(call.values.threads, (threads) => run(call, threads)),
});

async function run(
  { values, operands: [path, data], io }: Call<typeof options>,
  threads: InUse,
): Promise<number> {
  const file = loadModel(path);
  const schema = schemaOf(file, path);
  const reading = { command: 'epochal evaluate', io, inputsOnly: false };
  const { dataset, name } = readRows(schema, data, values, reading);
  if (dataset === undefined) throw withoutTarget(schema, name);
  const { samples, metrics, explain } = measure(file, dataset as Dataset);
  if (values.json) {
    io.out(`${JSON.stringify({ type: 'result', samples, metrics, ...threadsAsData(threads) })}\n`);
    return EXIT.success;
  }
  const print = report(io);
  print.line(`${basename(name)}: ${counted(samples, 'sample')}`);
  const unit = isClassifier(file) || schema.targets.length > 1 ? undefined : schema.targets[0].name;
  print.facts([...describeMetrics(metrics, unit), threadsFact(threads)]);
  explain(print);
  return EXIT.success;
}

/** @throws DataError for a model that was not saved with a schema, which no CSV file can be read by */
export function schemaOf({ schema }: Predictor, path: string): CsvSchema {
  if (schema !== undefined) return schema;
  throw new DataError({
    where: path,
    expected: 'a model with the schema of a CSV file, such as epochal train saves',
    received: 'one without',
    remedy: 'Give a model that epochal train --save has written.',
  });
}

function withoutTarget({ targets }: CsvSchema, data: string): DataError {
  const [{ name }] = targets;
  const names = targets.map((target) => target.name).join(', ');
  return new DataError({
    where: data,
    expected: `${targets.length === 1 ? `a column named ${name}` : `columns named ${names}`}, to compare with what is predicted`,
    received: 'none',
    remedy: 'To predict what is not known yet: epochal predict.',
  });
}
