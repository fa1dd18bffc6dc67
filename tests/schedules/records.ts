/** One record for each schedule, by the schedule's name: some of each, and what they count unless told otherwise. */
import {
  constant,
  cosine,
  cosineRestarts,
  exponential,
  inverseSquareRoot,
  join,
  linear,
  multiStep,
  oneCycle,
  polynomial,
  type Schedule,
  stepDecay,
  type Unit,
  warmUp,
} from '../../src/schedules/index.ts';

export interface ScheduleRecord {
  readonly unit: Unit;
  readonly examples: readonly Schedule[];
}

const iterations = (...examples: Schedule[]): ScheduleRecord => ({ unit: 'iteration', examples });
const epochs = (...examples: Schedule[]): ScheduleRecord => ({ unit: 'epoch', examples });

export const scheduleRecords: Readonly<Record<string, ScheduleRecord>> = {
  constant: iterations(constant({ factor: 0.5 })),
  cosine: iterations(cosine({ minimum: 0.1 }), cosine({ warmUp: 4 })),
  cosineRestarts: epochs(cosineRestarts({ first: 3, growth: 2 })),
  exponential: epochs(exponential({ factor: 0.9 })),
  inverseSquareRoot: iterations(inverseSquareRoot({ warmUp: 5 })),
  join: iterations(join([constant(), cosine(), linear()], { at: [3, 9] })),
  linear: iterations(linear()),
  multiStep: epochs(multiStep({ milestones: [2, 5] })),
  oneCycle: iterations(oneCycle(), oneCycle({ threePhase: true, rise: 0.5, anneal: 'linear' })),
  polynomial: iterations(polynomial({ power: 2, minimum: 0.1 })),
  stepDecay: epochs(stepDecay({ every: 3 })),
  warmUp: epochs(warmUp(exponential({ factor: 0.9 }), { over: 3 })),
};
