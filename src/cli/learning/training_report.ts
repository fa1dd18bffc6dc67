/** `--report`: a training run as a page of HTML, with what the terminal shows, and more. */
import { report, worstSamples } from '../../charts/index.ts';
import { describePlan } from '../commands/plan.ts';
import { describeTable, type TableToLearn } from './data.ts';
import { describeDiagnosis, diagnosisOf, factsOf, type TrainingResult } from './training_result.ts';
import { usageOfModel } from './usage_of_model.ts';

/** @param result of the training run on the table */
export function trainingReport(table: TableToLearn, result: TrainingResult): string {
  const { run, outcome, saved } = result;
  const { trainer, train, validation, judged, extras } = run;
  const { model, history, options } = trainer;
  const diagnosis = diagnosisOf(run);
  const { confusionMatrix, outputs } = outcome;
  const part = validation === undefined ? 'training' : 'validation';
  const plan = trainer.plan(train, { validation: validation !== undefined });
  return report({
    title: `${table.file}: ${extras.schema?.target.name ?? 'target'}`,
    data: `${describeTable(table)}\njudged by: the ${judged.size} samples of the ${part} part`,
    history,
    model: model.summary(),
    plan: describePlan(plan),
    metrics: Object.fromEntries(factsOf(result)),
    worst: worstSamples({ outputs, dataset: judged, loss: options.loss }),
    ...(diagnosis !== undefined && { diagnosis: describeDiagnosis(diagnosis) }),
    ...(confusionMatrix !== undefined && { confusionMatrix }),
    ...(saved !== undefined && { usage: usageOfModel(saved, extras) }),
  });
}
