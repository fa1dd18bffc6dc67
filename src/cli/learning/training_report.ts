/** `--report`: a training run as a page of HTML, with what the terminal shows, and more. */

import { report, worstSamples } from '../../charts/index.ts';
import { counted } from '../../formats/counted.ts';
import { describeTable, type TableToLearn } from './data.ts';
import { describeDiagnosis, diagnosisOf, factsOf, type TrainingResult } from './training_result.ts';
import { usageOfModel } from './usage_of_model.ts';

/**
 * @param result of the training run on the table
 * @param judgedRows by judged sample: its row in the table, from 0
 */
export function trainingReport(
  table: TableToLearn,
  result: TrainingResult,
  judgedRows: Int32Array,
): string {
  const { run, outcome, saved } = result;
  const { trainer, train, validation, judged, extras } = run;
  const { model, history, options } = trainer;
  const diagnosis = diagnosisOf(run, outcome);
  const { confusionMatrix, outputs } = outcome;
  const part = validation === undefined ? 'training' : 'validation';
  const plan = trainer.plan(train, { validation: validation !== undefined });
  return report({
    title: `${table.file}: ${extras.schema?.targets.map(({ name }) => name).join(', ') ?? 'target'}`,
    data: `${describeTable(table)}\njudged by: the ${counted(judged.size, 'sample')} of the ${part} part\nrows are counted from 1, below the header`,
    history,
    model,
    plan,
    metrics: Object.fromEntries(factsOf(result)),
    worst: worstSamples({
      ...{ outputs, dataset: judged, loss: options.loss },
      rows: judgedRows.map((row) => row + 1),
    }),
    ...(diagnosis !== undefined && { diagnosis: describeDiagnosis(diagnosis) }),
    ...(confusionMatrix !== undefined && { confusionMatrix }),
    ...(saved !== undefined && { usage: usageOfModel(saved, extras) }),
  });
}
