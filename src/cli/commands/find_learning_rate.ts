/** `epochal find-learning-rate`: which learning rate, by one short training run in which it grows. */
import { learningRateChart } from '../../charts/index.ts';
import { count as counting, positive } from '../../errors/options.ts';
import { type LearningRateCurve, learningRateFinder } from '../../selection/index.ts';
import type { InUse } from '../../threads/enable.ts';
import { dataOptions, describeTable, readTable } from '../learning/data.ts';
import { networkOptions } from '../learning/network.ts';
import { threadsAsData, threadsFact, threadsOption, withThreads } from '../learning/threads.ts';
import { prepareTraining, testPart, validationPart } from '../learning/training_run.ts';
import { wordsWith } from '../learning/usage_of_model.ts';
import { EXIT } from '../terminal/io.ts';
import { type Report, report, silent } from '../terminal/report.ts';
import { type Call, command } from '../words/command.ts';
import { flag, number, otherwise } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';
import { interrupted } from './find_epochs.ts';

const options = {
  ...dataOptions,
  ...networkOptions,
  validation: validationPart,
  test: testPart,
  from: otherwise(number('R', positive, 'the first rate that is tried; default 0.000001'), 1e-6),
  to: otherwise(number('R', positive, 'the last one, if it gets there; default 10'), 10),
  rates: otherwise(
    number(
      'N',
      {
        expected: 'a whole number, 10 or more',
        example: '100',
        accepts: (value) => counting.accepts(value) && (value as number) >= 10,
      },
      'how many are tried, one in each iteration; default 100',
    ),
    100,
  ),
  threads: threadsOption,
  json: flag('the rates and their losses, and the suggestion, as one JSON object'),
};

export const findLearningRate = command({
  name: 'find-learning-rate',
  summary: 'which learning rate to train with: a short training run in which it grows',
  operands: ['DATA.csv'],
  options,
  details: [
    'Trains a network that is thrown away, with a rate that grows by the same factor from each ' +
      'iteration to the next, until the loss breaks away. While the rate is too low nothing happens; then the ' +
      'loss falls; then it grows. Suggested is the lower one of two rates: where the loss fell fastest, ' +
      'and a tenth of where it was lowest. The rate depends on everything else: give the options that ' +
      'you will train with.',
  ],
  examples: [
    {
      line: 'epochal find-learning-rate iris.csv --target species',
      what: 'a rate for the network that train has by default',
    },
    {
      line: 'epochal find-learning-rate iris.csv --target species --optimizer sgd --batch-size 32',
      what: 'a rate for another optimizer and other batches',
    },
  ],
  run: (call) => withThreads(call.values.threads, (threads) => run(call, threads)),
});

async function run(
  { values, operands, words, io }: Call<typeof options>,
  threads: InUse,
): Promise<number> {
  const { from, to, rates: iterations } = values;
  if (from >= to) {
    throw new UsageError({
      where: '--to',
      expected: `a learning rate above the first one, --from ${from}`,
      received: `${to}`,
      remedy: 'Raise --to, or lower --from.',
    });
  }
  const table = readTable(operands[0], values);
  const { trainer, train } = prepareTraining(table, values);
  const print = values.json ? silent : report(io);
  const signal = io.interruption();
  print.line(describeTable(table));
  const curve = await learningRateFinder(trainer, { train, from, to, iterations, signal }).catch(
    (error) => {
      if (signal.aborted) return undefined;
      throw error;
    },
  );
  if (curve === undefined) return interrupted(io, signal);
  if (values.json)
    io.out(`${JSON.stringify({ type: 'result', ...curve, ...threadsAsData(threads) })}\n`);
  else show(print, curve, words, threads);
  return EXIT.success;
}

function show(
  print: Report,
  curve: LearningRateCurve,
  words: readonly string[],
  threads: InUse,
): void {
  print.heading('The learning rates');
  print.line(String(curve));
  print.facts([threadsFact(threads)]);
  print.heading('The smoothed loss');
  print.line(learningRateChart(curve, { scale: 'log' }));
  if (curve.suggestion === undefined) return;
  const rate = Number(curve.suggestion.toPrecision(2));
  print.heading('Using it');
  const own = wordsWith(words, { 'learning-rate': rate }, ['from', 'to', 'rates']);
  print.line(`  npx epochal train ${own}`);
}
