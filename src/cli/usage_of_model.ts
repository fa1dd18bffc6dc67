import type { ModelExtras } from '../persistence/index.ts';

/** How a saved model is used: from the command line and from code. */
export function usageOfModel(path: string, { task }: ModelExtras): string {
  const names = task === 'classification' ? ', classNames' : '';
  const result =
    task === 'classification'
      ? 'predict(inputs).argmax().toArray().map((k) => classNames[k])'
      : 'predict(inputs).toArray().flat()';
  return [
    `It is saved as ${path}.`,
    '',
    `  npx epochal predict ${quoted(path)} data.csv > predictions.csv`,
    `  npx epochal evaluate ${quoted(path)} test.csv`,
    '',
    "  import { loadCsvWith, loadModel } from 'epochal/node';",
    '',
    `  const { predict, schema${names} } = loadModel('${path.replaceAll("'", "\\'")}');`,
    "  const { inputs } = loadCsvWith(schema, 'data.csv', { inputsOnly: true });",
    `  console.log(${result});`,
  ].join('\n');
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
