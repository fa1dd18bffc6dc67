/** A training run of the reader's own, as `epochal learn RUN/` has read it: trained again, and compared. */
import { type OwnTraining, openTraining } from '../../../../src/cli/learning/own_training.ts';
import { Session } from '../../core/view.ts';
import { planeOf } from '../plane.ts';
import type { Run } from './index.ts';
import { Moments } from './moments.ts';

/** @param given an `OwnTraining`: the page has it from the program that served the page */
export function* ownRun(given: unknown): Run {
  const own = given as OwnTraining;
  const { train, training } = openTraining(own);
  const plane = planeOf(train);
  const moments = new Moments(training, train, plane);
  const { timeline } = moments;
  while (timeline.recorded < own.iteration) {
    timeline.advance(Math.min(4, own.iteration - timeline.recorded));
    yield;
  }
  const overview = moments.overview(own.values.batchSize);
  moments.seen(1);
  yield;
  return new Session(
    {
      plane,
      runs: [overview],
      parting: undefined,
      own: {
        name: own.name,
        command: own.command,
        weights: own.weights,
        planned: timeline.iterations,
      },
      weights: overview.weights,
    },
    { answer: ({ at }) => ({ at, runs: [moments.seen(at)] }) },
  );
}
