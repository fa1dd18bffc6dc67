/** `epochal search`: tries settings, and ranks them by what came of them. */
import { count } from '../../errors/options.ts';
import { DataError, EpochalError } from '../../index.ts';
import { saveCsv } from '../../node/index.ts';
import {
  gridSearch,
  gridSearchPlan,
  type Objective,
  randomSearch,
  randomSearchPlan,
  type SearchEvent,
  type SearchPlan,
  type SearchResult,
  type Space,
  trainerObjective,
} from '../../selection/index.ts';
import { readOutcome } from '../../selection/search/objective.ts';
import { dataOptions, describeTable, readTable, type TableToLearn } from '../learning/data.ts';
import { checkDestination } from '../learning/destination.ts';
import { networkOptions, trainerOptions } from '../learning/network.ts';
import { plateauOf } from '../learning/schedule_option.ts';
import { type SearchRecord, searchRecord } from '../learning/search_record.ts';
import { isGrid, readSpace, withTrial } from '../learning/search_space.ts';
import {
  fingerprint,
  prepareTraining,
  type TrainingRun,
  validationPart,
} from '../learning/training_run.ts';
import { troubles } from '../learning/troubles.ts';
import { wordsWith } from '../learning/usage_of_model.ts';
import { writeOrRescue } from '../rescue.ts';
import { EXIT, type Io } from '../terminal/io.ts';
import { counted, report, silent } from '../terminal/report.ts';
import { type Call, command } from '../words/command.ts';
import { wordsOf } from '../words/complaint.ts';
import { flag, number, optionName, path, required, text } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

const options = {
  ...dataOptions,
  grid: required(
    text(
      'SPACE',
      'what to try, in quotes: "learning-rate=0.1,0.01 hidden=8,16x16"; 0.001..0.1 is a range',
    ),
  ),
  trials: number('N', count, 'how many to draw at random; otherwise every combination'),
  ...networkOptions,
  validation: validationPart,
  table: path('FILE.csv', 'where to write the table of all trials'),
  checkpoint: path('FOLDER', 'where to keep the trials that have ended, to continue from'),
  resume: flag('continues from there, if there is something: no trial is trained twice'),
  json: flag('one JSON object for each trial, and at last the result'),
};

type SearchCall = Call<typeof options>;

/** The values of a trial, by the keys of options. */
type Trial = Readonly<Record<string, unknown>>;

export const search = command({
  name: 'search',
  summary: 'tries settings of train, and ranks them by the validation loss',
  operands: ['DATA.csv'],
  options,
  details: [
    'All trials have the same data, the same split, the same seed and the same number of epochs. The ' +
      'loss of the best flatters a little, because it was chosen by it: for an honest number keep rows ' +
      'apart, and evaluate on them.',
  ],
  examples: [
    {
      line: 'epochal search iris.csv --target species --grid "learning-rate=0.1,0.01 hidden=8,16x16"',
      what: 'every combination of a grid',
    },
    {
      line: 'epochal search iris.csv --target species --grid "learning-rate=0.0001..0.1 optimizer=adam,sgd" --trials 20',
      what: 'twenty at random, learning rates from a range',
    },
  ],
  async run(call) {
    const { values, operands, words, io } = call;
    const space = readSpace('--grid', values.grid);
    checkTogether(values, space);
    if (values.table !== undefined) {
      checkDestination('--table', values.table, [[operands[0], 'the data']]);
      io.outlastOutput();
    }
    if (values.checkpoint !== undefined) io.outlastOutput();
    const table = readTable(operands[0], values);
    const signal = io.interruption();
    const result = await runSearch(call, table, space, signal);
    const beside = troubles(io);
    if (values.table !== undefined) {
      const write = (path: string) => saveCsv(path, result.table.columns());
      writeOrRescue(values.table, write, { troubles: beside, io });
    }
    if (values.json) {
      const { best, complete, cost } = result;
      io.out(`${JSON.stringify({ type: 'result', complete, best, cost })}\n`);
    } else {
      showResult(report(io), result, words);
    }
    if (result.complete && result.best === undefined) throw noScore(result);
    if (result.complete) return beside.any ? EXIT.failure : EXIT.success;
    return EXIT[signal.reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;
  },
});

/** A search of which nothing came; the first trial says why. */
function noScore({ records }: SearchResult<Trial>): DataError {
  const { error } = records[0];
  return new DataError({
    where: 'epochal search',
    expected: 'one trial or more that does not fail',
    received: `${counted(records.length, 'failure')}, the first of them ${error?.name}`,
    remedy: error?.message ?? '',
  });
}

/** What fails says so in words of options. */
function worded<V>(objective: Objective<V>): Objective<V> {
  const own: Objective<V> = async (values, request) => {
    try {
      const outcome = await objective(values, request);
      readOutcome(request.trial, outcome, []); // refuses what is no score, as the search would
      return outcome;
    } catch (error) {
      if (!(error instanceof EpochalError)) throw error;
      throw Object.assign(new Error(wordsOf(error), { cause: error }), { name: error.name });
    }
  };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(objective));
}

/** Refuses what cannot be searched. */
function checkTogether(
  { trials, grid, validation: part, resume, checkpoint }: SearchCall['values'],
  space: Space,
): void {
  if (trials === undefined && !isGrid(space)) {
    throw new UsageError({
      where: '--grid',
      expected: 'lists of values; with --trials N also ranges, to draw from',
      received: grid,
      remedy: 'Add --trials 20, or list the values, separated by commas.',
    });
  }
  if (resume && checkpoint === undefined) {
    throw new UsageError({
      where: '--resume',
      expected: 'the folder of the trials: --checkpoint FOLDER',
      received: 'none',
      remedy: 'Add --checkpoint FOLDER, the one that the search was started with.',
    });
  }
  if (part > 0) return;
  throw new UsageError({
    where: '--validation',
    expected: 'a part of the rows, by which trials are ranked',
    received: '0',
    remedy: 'Leave it out, or give for example --validation 0.2.',
  });
}

async function runSearch(
  { values, io }: SearchCall,
  table: TableToLearn,
  space: Space,
  signal: AbortSignal,
): Promise<SearchResult<Trial>> {
  const { epochs, trials, seed } = values;
  const { task } = table;
  const parts = prepareTraining(table, values);
  // With the seed of train, so that train gives the numbers of the best trial again.
  const inner = trainerObjective<Trial>({
    training(trial) {
      const own = withTrial(values, trial);
      const { epochs: _, ...training } = trainerOptions(task, parts.train, own);
      return training;
    },
    train: parts.train,
    ...(parts.validation !== undefined && { validation: parts.validation }),
    callbacks: (_, trial) => plateauOf(withTrial(values, trial).schedule),
  });
  const objective = worded(inner);
  const print = values.json ? silent : report(io);
  print.line(describeTable(table));
  const announce = (plan: SearchPlan) => {
    print.heading('The plan');
    print.line(`${plan}\njudged by ${parts.validation?.size} samples`);
    print.heading('The trials');
  };
  const record = recordOf(values, parts);
  const progress = (event: SearchEvent<Trial>) => {
    tell(io, values.json, event);
    if (event.type === 'trialEnd') record?.keep(event.soFar().toJSON());
  };
  const going = { seed, signal, progress, ...(record?.resume && { resume: record.resume }) };
  if (trials === undefined && isGrid(space)) {
    announce(gridSearchPlan({ grid: space, epochs }));
    return gridSearch({ grid: space, epochs, objective, ...going });
  }
  const drawn = { space, trials: trials ?? 1, epochs };
  announce(randomSearchPlan(drawn));
  return randomSearch({ ...drawn, objective, ...going });
}

/** Where the trials are kept, if anywhere. What is searched is known to the library; the rest is told. */
function recordOf(
  { checkpoint, resume, ...values }: SearchCall['values'],
  { train, validation: judging }: TrainingRun,
): SearchRecord | undefined {
  if (checkpoint === undefined) return undefined;
  const { grid: _, trials: __, table: ___, json: ____, ...decisive } = values;
  const data = fingerprint(judging === undefined ? [train] : [train, judging]);
  return searchRecord(checkpoint, resume, `${data} ${JSON.stringify(decisive)}`);
}

function tell(io: Io, json: boolean, event: SearchEvent<Trial>): void {
  if (event.type === 'searchStart' && event.resumed > 0 && !json) {
    io.out(`Continuing after ${counted(event.resumed, 'trial')}.\n`);
  }
  if (event.type !== 'trialEnd') return;
  const { record, finished, evaluations } = event;
  const { trial, values, score, error, epochs, metrics } = record;
  if (json) {
    const said = { type: 'trial', trial, values, epochs, metrics };
    io.out(`${JSON.stringify({ ...said, score, ...(error && { error }) })}\n`);
    return;
  }
  const outcome = score === undefined ? `failed: ${error?.name}` : `loss ${score.toFixed(4)}`;
  const at = String(finished).padStart(String(evaluations).length);
  io.out(`${at}/${evaluations}  ${outcome}  ${describeTrial(values)}\n`);
}

function describeTrial(values: Trial): string {
  return Object.entries(values)
    .map(([key, value]) => `${optionName(key).slice(2)}=${value}`)
    .join(' ');
}

function showResult(
  print: ReturnType<typeof report>,
  result: SearchResult<Trial>,
  words: readonly string[],
): void {
  print.heading('The result');
  print.line(String(result));
  if (result.best === undefined) return;
  const changed = Object.entries(result.best.values).map(([key, value]) => [
    optionName(key).slice(2),
    String(value),
  ]);
  const own = wordsWith(words, Object.fromEntries(changed), [
    'grid',
    'trials',
    'table',
    'checkpoint',
  ]);
  print.heading('Using it');
  print.line(`  npx epochal train ${own}`);
}
