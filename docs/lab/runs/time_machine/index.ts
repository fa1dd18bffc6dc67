/** Time machine: two recorded runs that began alike, and every moment of them. */
import type { Values } from '../../core/fields.ts';
import { type Outcome, Session, type View } from '../../core/view.ts';
import {
  type MomentAnswer,
  type MomentQuestion,
  type TimeMachineResult,
  timeMachine,
} from '../../views/time_machine.ts';
import { firstDifference } from './first_difference.ts';
import { Moments } from './moments.ts';
import { areaOf, dataOf, network, trainingOf } from './training.ts';

type Run = Generator<
  Outcome<TimeMachineResult, MomentQuestion, MomentAnswer> | undefined,
  Outcome<TimeMachineResult, MomentQuestion, MomentAnswer>
>;

export const timeMachineRun: View<TimeMachineResult, MomentQuestion, MomentAnswer> = {
  ...timeMachine,
  *run(values: Values): Run {
    const train = dataOf(values);
    const area = areaOf(train);
    const [first, second] = (['', '2'] as const).map(
      (which) =>
        new Moments(() => trainingOf(values, which), train, area, network(Number(values.seed))),
    );
    for (const { timeline } of [first, second]) while (timeline.advance(4)) yield;
    const parting = yield* firstDifference(trainingOf(values, ''), trainingOf(values, '2'), train);
    const runs = [
      first.overview(train, Number(values.batchSize)),
      second.overview(train, Number(values.batchSize2)),
    ] as const;
    const result = {
      inputs: Float32Array.from(train.inputs.toTypedArray()),
      classes: Array.from(train.targets.toTypedArray()),
      area,
      runs,
      parting,
      weights: runs[0].weights,
    };
    // What is compiled for the first answer is compiled now, so that the slider never waits for it.
    for (const moments of [first, second]) {
      moments.seen(1);
      yield;
    }
    return new Session(result, {
      answer: ({ at }) => ({ at, runs: [first.seen(at), second.seen(at)] }),
    });
  },
};
