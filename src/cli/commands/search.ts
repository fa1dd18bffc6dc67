/** `epochal search`: tries settings, and ranks them by what came of them. */

import { counted } from '../../formats/counted.ts';
import { DataError } from '../../index.ts';
import { saveCsv } from '../../node/index.ts';
import type { SearchEvent, SearchResult } from '../../selection/index.ts';
import type { InUse } from '../../threads/enable.ts';
import {
  arrayJobOf,
  checkAllEnded,
  checkArrayJob,
  checkCommands,
  describeArrayJob,
  writeArrayJob,
} from '../learning/array_job.ts';
import { describeTable, readTable } from '../learning/data.ts';
import { checkDestination } from '../learning/destination.ts';
import {
  basisOf,
  checkTogether,
  type SearchCall,
  searchOptions,
} from '../learning/search_options.ts';
import {
  arrayJobRecord,
  type Basis,
  endedTrials,
  searchRecord,
  trialsRecord,
} from '../learning/search_record.ts';
import {
  describeTrial,
  showResult,
  showTrials,
  type Trial,
  tellAsJson,
} from '../learning/search_report.ts';
import { prepareSearch, type SearchSetup } from '../learning/search_setup.ts';
import { readSpace } from '../learning/search_space.ts';
import { threadsAsData, withThreads } from '../learning/threads.ts';
import { trialsIn } from '../learning/trials_option.ts';
import { troubles } from '../learning/troubles.ts';
import { writeOrRescue } from '../rescue.ts';
import { EXIT } from '../terminal/io.ts';
import { report, silent } from '../terminal/report.ts';
import { command } from '../words/command.ts';

export const search = command({
  name: 'search',
  summary: 'tries settings of train, and ranks them by the validation loss',
  operands: ['DATA.csv'],
  options: searchOptions,
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
    {
      line: 'epochal search iris.csv --target species --grid "hidden=8,16" --checkpoint trials --array-job',
      what: 'a command for each trial, to be run on many machines; then the same line with --merge',
    },
  ],
  run: (call) => withThreads(call.values.threads, (threads) => run(call, threads)),
});

async function run(call: SearchCall, threads: InUse): Promise<number> {
  const { values, operands, io } = call;
  const space = readSpace('--grid', values.grid);
  checkTogether(values, space);
  checkArrayJob(values, operands[0]);
  if (values.table !== undefined) {
    checkDestination('--table', values.table, [[operands[0], 'the data']]);
    io.outlastOutput();
  }
  if (values.checkpoint !== undefined) io.outlastOutput();
  const table = readTable(operands[0], values);
  const setup = prepareSearch(table, values, space);
  if (values.only !== undefined) return runTrials(call, setup, basisOf(values, setup, space));
  const print = values.json ? silent : report(io);
  print.line(describeTable(table));
  print.heading('The plan');
  print.line(`${setup.plan}\njudged by ${counted(setup.judgedBy, 'sample')}`);
  const { checkpoint: folder } = values;
  const basis = basisOf(values, setup, space);
  if (folder !== undefined && values.arrayJob) return writeJob(call, setup, folder, basis);
  if (folder !== undefined && values.merge) {
    const { resume } = endedTrials(folder, basis);
    const merged = await setup.run({ only: [], resume });
    checkAllEnded(merged);
    if (values.json) for (const record of merged.records) tellAsJson(io, record);
    return end(call, merged, EXIT.success);
  }
  print.heading('The trials');
  const signal = io.interruption();
  const record = folder === undefined ? undefined : searchRecord(folder, values.resume, basis);
  const progress = (event: SearchEvent<Trial>) => {
    tell(call, event);
    if (event.type === 'trialEnd') record?.keep(event.soFar().toJSON());
  };
  const result = await setup.run({ signal, progress, resume: record?.resume });
  return end(call, result, codeOf(signal), threads);
}

/**
 * Shows and writes what came of a search.
 * @param threads which computed, if anything was
 */
function end(
  { values, words, io }: SearchCall,
  result: SearchResult<Trial>,
  code: number,
  threads?: InUse,
): number {
  const beside = troubles(io);
  if (values.table !== undefined) {
    const write = (path: string) => saveCsv(path, result.table.columns());
    writeOrRescue(values.table, write, { troubles: beside, io });
  }
  if (values.json) {
    const { best, complete, cost } = result;
    const computed = threads && threadsAsData(threads);
    io.out(`${JSON.stringify({ type: 'result', complete, best, cost, ...computed })}\n`);
  } else {
    showResult(report(io), result, words, values.checkpoint, threads);
  }
  if (result.complete && result.best === undefined) throw noScore(result);
  if (result.complete) return beside.any ? EXIT.failure : EXIT.success;
  return code;
}

/** What a search that was interrupted ends with. */
const codeOf = ({ reason }: AbortSignal) => EXIT[reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;

/** `--array-job`: nothing is run. */
async function writeJob(
  { values, words, io }: SearchCall,
  setup: SearchSetup,
  folder: string,
  basis: Basis,
): Promise<number> {
  checkCommands(setup.plan.trials, values.trialsPerCommand);
  const record = arrayJobRecord(folder, basis);
  const soFar = await setup.run({ only: [], resume: record.resume });
  const job = arrayJobOf(words, soFar, values.trialsPerCommand);
  record.keep(soFar.toJSON());
  writeArrayJob(folder, job);
  if (values.json) io.out(`${JSON.stringify({ type: 'arrayJob', ...job })}\n`);
  else describeArrayJob(report(io), folder, job);
  return EXIT.success;
}

/** `--only`: a command of an array job. A trial that fails is a result, too, and kept like the others. */
async function runTrials(
  { values, io }: SearchCall,
  setup: SearchSetup,
  basis: Basis,
): Promise<number> {
  const { only: ranges = [], checkpoint: folder = '.', json } = values;
  const { trials } = setup.plan;
  const only = trialsIn('--only', ranges, trials);
  const signal = io.interruption();
  const record = trialsRecord(folder, only, basis);
  const ran = new Set<number>();
  const progress = (event: SearchEvent<Trial>) => {
    if (event.type !== 'trialEnd') return;
    record.keep(event.soFar().toJSON());
    ran.add(event.record.trial);
  };
  const result = await setup.run({ only, signal, progress, resume: record.resume });
  const asked = result.records.filter((one) => only.includes(one.trial));
  if (json) for (const one of asked) tellAsJson(io, one);
  else showTrials(report(io), folder, asked, trials, ran);
  return asked.length === new Set(only).size ? EXIT.success : codeOf(signal);
}

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

function tell({ values, io }: SearchCall, event: SearchEvent<Trial>): void {
  if (event.type === 'searchStart' && event.resumed > 0 && !values.json) {
    io.out(`Continuing after ${counted(event.resumed, 'trial')}.\n`);
  }
  if (event.type !== 'trialEnd') return;
  const { record, finished, evaluations } = event;
  const at = String(finished).padStart(String(evaluations).length);
  if (values.json) tellAsJson(io, record);
  else io.out(`${at}/${evaluations}  ${describeTrial(record)}\n`);
}
