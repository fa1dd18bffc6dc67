/** The text of `--help`, in general and for a command. */
import type { Command, Example } from './command.ts';
import { type Options, optionName } from './options.ts';

/** What fits into most terminals, and can still be read. */
export const WIDTH = 96;

export function generalHelp(commands: readonly Command[], version: string): string {
  const longest = Math.max(...commands.map(({ name }) => name.length));
  return [
    `epochal ${version}: trains neural networks on CSV files, and counts epochs`,
    '',
    'Usage: epochal COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`),
    '',
    'Examples:',
    ...commands.map(({ examples: [{ line }] }) => `  ${line}`),
    '',
    'epochal COMMAND --help explains a command; epochal --version says the version.',
    '',
  ].join('\n');
}

export function commandHelp({
  name,
  summary,
  operands,
  options,
  examples,
  details = [],
}: Command): string {
  return [
    `epochal ${name}: ${summary}`,
    '',
    `Usage: ${['epochal', name, ...operands].join(' ')} [options]`,
    ...details.flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
    '',
    'Options:',
    ...optionLines(options),
    '',
    'Examples:',
    ...examples.flatMap(({ line, what }: Example) => [`  # ${what}`, `  ${line}`]),
    '',
  ].join('\n');
}

function optionLines(options: Options): string[] {
  const rows = Object.entries(options).map(([key, { placeholder, help }]): [string, string] => [
    placeholder === undefined ? optionName(key) : `${optionName(key)} ${placeholder}`,
    help,
  ]);
  const longest = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, help]) =>
    wrap(help, WIDTH - longest - 4).map(
      (line, at) => `  ${(at === 0 ? left : '').padEnd(longest)}  ${line}`,
    ),
  );
}

/** Lines of at most so many characters. */
export function wrap(paragraph: string, width: number): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
