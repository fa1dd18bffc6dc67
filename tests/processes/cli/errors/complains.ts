/** What is asked of every complaint of a command, whatever provoked it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compare } from '../../../../src/cli/commands/compare.ts';
import { evaluate } from '../../../../src/cli/commands/evaluate.ts';
import { findEpochs } from '../../../../src/cli/commands/find_epochs.ts';
import { findLearningRate } from '../../../../src/cli/commands/find_learning_rate.ts';
import { inspect } from '../../../../src/cli/commands/inspect.ts';
import { plan } from '../../../../src/cli/commands/plan.ts';
import { plot } from '../../../../src/cli/commands/plot.ts';
import { predict } from '../../../../src/cli/commands/predict.ts';
import { search } from '../../../../src/cli/commands/search.ts';
import { train } from '../../../../src/cli/commands/train.ts';
import { scheduleNames } from '../../../../src/cli/learning/schedule_option.ts';
import type { Command } from '../../../../src/cli/words/command.ts';
import { activations, losses } from '../../../../src/cli/words/names.ts';
import { optionName } from '../../../../src/cli/words/options.ts';
import { optimizerNames } from '../../../../src/optimizers/from_json.ts';
import { run, type workFolder } from '../../../cli/run.ts';
import { SMALL } from './files.ts';

/** A command line, its exit code, what it says, and what else to write so that it works. */
export type Row = readonly [line: string, code: 1 | 2, says: string, thenAdd?: string];

const commands: readonly Command[] = [
  train,
  evaluate,
  predict,
  plan,
  findEpochs,
  findLearningRate,
  search,
  inspect,
  compare,
  plot,
];

/** Names that a command takes or a file holds, and is right to say. */
const NAMES: ReadonlySet<string> = new Set([
  ...activations.names,
  ...losses.names,
  ...optimizerNames,
  ...scheduleNames,
  ...['softmaxCrossEntropx', 'logSoftmax', 'batchNorm', 'layerNorm', 'gaussianNoise', 'minMax'],
]);

/** Words of code, which mean nothing on a command line. */
const CODE = [
  /\b[a-z]+[A-Z]\w*/g, // names such as batchSize
  /\{ [\w"]+: ?/g, // objects
  /\w+\(\)/g, // calls
  /\bTrainer\b/g,
];

/** @param quotes what a complaint may repeat: the command line, tables and logs */
export function codeIn(text: string, quotes = ''): string[] {
  const found = CODE.flatMap((pattern) => text.match(pattern) ?? []);
  return found.filter((word) => !NAMES.has(word) && !quotes.includes(word));
}

function textsOf(words: readonly string[]): string {
  const files = words.filter((word) => /\.(csv|jsonl)$/.test(word) && existsSync(word));
  return [...words, ...files.map((file) => readFileSync(file, 'utf8'))].join(' ');
}

/** Options that a complaint names and that the command does not have. */
export function strangersIn(text: string, name: string): string[] {
  const known = (command: Command) => Object.keys(command.options).map(optionName);
  const own = commands.filter((one) => one.name === name || /train/i.test(text));
  const options = new Set([...own.flatMap(known), '--help']);
  return (text.match(/--[a-z][\w-]*/gi) ?? []).filter((option) => !options.has(option));
}

/** Words as a shell parts them; `@` stands for the folder, `SMALL` for a training run that takes no time. */
export function wordsOf(line: string, at: ReturnType<typeof workFolder>['at']): string[] {
  const words = line.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.flatMap((word) => {
    if (word === 'SMALL') return SMALL;
    const bare = /^(['"]).*\1$/.test(word) ? word.slice(1, -1) : word;
    return bare.startsWith('@') ? at(bare.slice(1)) : bare;
  });
}

/** What JSON on standard output says about errors. */
function messagesIn(out: string): string[] {
  const lines = out.split('\n').filter((line) => line.startsWith('{'));
  return lines
    .map((line) => JSON.parse(line))
    .flatMap(({ message, error }) => [message, error?.message])
    .filter((said) => said !== undefined);
}

/** A test for each row. */
export function itComplains(
  { folder, at }: ReturnType<typeof workFolder>,
  rows: readonly Row[],
): void {
  for (const [line, code, says, thenAdd] of rows) {
    it(line, async () => {
      const words = wordsOf(line, at);
      const { err, out, ...ended } = await run(words);
      expect(err.replaceAll(`${folder}/`, '')).toBe(`${says}\n`); // once, and nothing else
      expect(ended.code).toBe(code);
      const messages = words.includes('--json') ? messagesIn(out) : [];
      if (messages.length === 0) expect(out).not.toContain(says.replace(/^epochal[a-z -]*: /, ''));
      for (const text of [says, ...messages]) {
        expect(codeIn(text, textsOf(words))).toEqual([]);
        const strangers = strangersIn(text, words[0]);
        expect(strangers.filter((option) => !words.includes(option))).toEqual([]);
      }
      if (thenAdd === undefined) return;
      const better = await run(wordsOf(`${line} ${thenAdd}`, at));
      expect({ code: better.code, err: better.err }).toEqual({ code: 0, err: '' });
    });
  }
}
