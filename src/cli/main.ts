/** `epochal`, the command: finds the command that is meant, and says in one line what went wrong. */
import { EpochalError } from '../errors/errors.ts';
import { nearName } from '../errors/near_name.ts';
import { compare } from './commands/compare.ts';
import { convert } from './commands/convert.ts';
import { evaluate } from './commands/evaluate.ts';
import { findEpochs } from './commands/find_epochs.ts';
import { findLearningRate } from './commands/find_learning_rate.ts';
import { graduate } from './commands/graduate.ts';
import { importJob } from './commands/import.ts';
import { inspect } from './commands/inspect.ts';
import { learn } from './commands/learn.ts';
import { plan } from './commands/plan.ts';
import { plot } from './commands/plot.ts';
import { predict } from './commands/predict.ts';
import { search } from './commands/search.ts';
import { train } from './commands/train.ts';
import { EXIT, type Io, terminal } from './terminal/io.ts';
import { version } from './version.ts';
import type { Command } from './words/command.ts';
import { complaint } from './words/complaint.ts';
import { commandHelp, generalHelp } from './words/help.ts';
import { UsageError } from './words/usage_error.ts';

export const commands: readonly Command[] = [
  train,
  evaluate,
  predict,
  plan,
  findEpochs,
  findLearningRate,
  search,
  inspect,
  learn,
  convert,
  compare,
  graduate,
  importJob,
  plot,
];

/**
 * Runs a command.
 * @param words what was written after `epochal`
 * @returns the exit code: 0 for success only, 1 for what did not work, 2 for a command line that makes
 * no sense, 130 after Ctrl-C
 */
export async function main(words: readonly string[], io: Io): Promise<number> {
  const { err } = terminal(io);
  try {
    return await dispatch(words, io);
  } catch (error) {
    if (!(error instanceof EpochalError)) throw error;
    err(complaint(error));
    return error instanceof UsageError ? EXIT.usage : EXIT.failure;
  }
}

async function dispatch(words: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined) {
    io.err(generalHelp(commands, version()));
    return EXIT.usage;
  }
  if (name === '--version' || name === '-v') {
    io.out(`${version()}\n`);
    return EXIT.success;
  }
  if (asksForHelp([name])) {
    io.out(generalHelp(commands, version()));
    return EXIT.success;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const names = commands.map((one) => one.name);
    const near = nearName(name, names);
    throw new UsageError({
      where: 'epochal',
      expected: `a command: ${names.join(', ')}`,
      received: name,
      remedy: near === undefined ? 'See epochal --help.' : `Did you mean ${near}?`,
    });
  }
  if (asksForHelp(rest)) {
    io.out(commandHelp(command));
    return EXIT.success;
  }
  return command.run(rest, io);
}

function asksForHelp(words: readonly string[]): boolean {
  return words.includes('--help') || words.includes('-h');
}
