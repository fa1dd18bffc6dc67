/** Time machine: two recorded runs that began alike, or the reader's own, and every moment of them. */
import type { Values } from '../../core/fields.ts';
import { type Outcome, Session, type View } from '../../core/view.ts';
import {
  type MomentAnswer,
  type MomentQuestion,
  type TimeMachineResult,
  timeMachine,
} from '../../views/time_machine.ts';
import { planeOf } from '../plane.ts';
import { firstDifference } from './first_difference.ts';
import { Moments } from './moments.ts';
import { ownRun } from './own.ts';
import { dataOf, trainingOf } from './training.ts';

export type Run = Generator<
  Outcome<TimeMachineResult, MomentQuestion, MomentAnswer> | undefined,
  Outcome<TimeMachineResult, MomentQuestion, MomentAnswer>
>;

export const timeMachineRun: View<TimeMachineResult, MomentQuestion, MomentAnswer> = {
  ...timeMachine,
  run: (values, given) => (given === undefined ? twoRuns(values) : ownRun(given)),
};

function* twoRuns(values: Values): Run {
  const train = dataOf(values);
  const plane = planeOf(train);
  const [first, second] = (['', '2'] as const).map(
    (which) => new Moments(() => trainingOf(values, which), train, plane),
  );
  for (const { timeline } of [first, second]) while (timeline.advance(4)) yield;
  const parting = yield* firstDifference(trainingOf(values, ''), trainingOf(values, '2'), train);
  const runs = [
    first.overview(Number(values.batchSize)),
    second.overview(Number(values.batchSize2)),
  ];
  const [{ weights }] = runs;
  // What is compiled for the first answer is compiled now, so that the slider never waits for it.
  for (const moments of [first, second]) {
    moments.seen(1);
    yield;
  }
  return new Session(
    { plane, runs, parting, own: undefined, weights },
    { answer: ({ at }) => ({ at, runs: [first.seen(at), second.seen(at)] }) },
  );
}
