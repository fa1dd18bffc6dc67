import { visible } from '../../errors/visible.ts';
import type { ModelExtras } from '../../persistence/index.ts';
import { quoted } from '../words/quoted.ts';

/** How a saved model is used: from the command line and from code. */
export function usageOfModel(path: string, extras: ModelExtras): string {
  return [
    `It is saved as ${path}.`,
    '',
    `  npx epochal predict ${quoted(path)} data.csv > predictions.csv`,
    `  npx epochal evaluate ${quoted(path)} test.csv`,
    '',
    "  import { loadCsvWith, loadModel } from 'epochal/node';",
    '',
    `  const model = loadModel(${literal(path)});`,
    "  const { inputs } = loadCsvWith(model, 'data.csv', { inputsOnly: true });",
    `  console.log(${resultOf(extras)});`,
  ].join('\n');
}

/** What is predicted, in code that compiles in strict TypeScript. */
function resultOf({ task, schema }: ModelExtras): string {
  if (task === 'classification') return 'model.predictClasses(inputs)';
  const isOne = schema?.targets.length === 1;
  return isOne
    ? 'Array.from(model.predict(inputs).toTypedArray())'
    : 'model.predict(inputs).toArray()';
}

/** Options without a value that belong to one run of a command. */
const FLAGS: readonly string[] = ['--resume', '--merge', '--array-job'];

/**
 * The words of a command line with other values for some options.
 * @param changed by name, without hyphens in front
 * @param without options that the new command does not have, all of them with a value; nor has it
 * `--resume` and the like, for it is another run
 */
export function wordsWith(
  words: readonly string[],
  changed: Readonly<Record<string, string | number>>,
  without: readonly string[],
): string {
  const left = [...Object.keys(changed), ...without].map((name) => `--${name}`);
  const kept = words.filter((word, at) => {
    const [name] = word.split('=');
    const before = words[at - 1];
    if (FLAGS.includes(word)) return false;
    return !left.includes(name) && !(left.includes(before) && !before.includes('='));
  });
  const added = Object.entries(changed).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const operands = kept.indexOf('--');
  kept.splice(operands < 0 ? kept.length : operands, 0, ...added);
  return kept.map(quoted).join(' ');
}

/** A text in code. */
function literal(text: string): string {
  return `'${visible(JSON.stringify(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
