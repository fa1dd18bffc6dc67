/** Learning rates of 60 counts as PyTorch's schedulers give them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cosine,
  cosineRestarts,
  exponential,
  linear,
  multiStep,
  oneCycle,
  polynomial,
  type Schedule,
  stepDecay,
  warmUp,
} from '../../src/schedules/index.ts';

interface Trace {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: recorded options, whose factories check them
  readonly options: any;
  readonly learningRates: readonly number[];
}

const path = new URL('../fixtures/pytorch/schedules.json', import.meta.url);
const recorded: Trace[] = JSON.parse(readFileSync(path, 'utf8')).schedules;
/** It follows metrics, not a count, so it is a callback. */
const traces = recorded.filter(({ name }) => name !== 'reduceOnPlateau');

/** PyTorch's minimum is a learning rate; ours is a factor, like all that schedules give. */
const ours: Record<string, (options: Trace['options']) => Schedule> = {
  step: ({ every, factor }) => stepDecay({ every, factor }),
  multiStep: ({ milestones, factor }) => multiStep({ milestones, factor }),
  exponential: ({ factor }) => exponential({ factor }),
  polynomial: ({ over, power }) => polynomial({ over, power }),
  linear: ({ startFactor, endFactor, over }) => linear({ startFactor, endFactor, over }),
  cosine: ({ over, minimum, learningRate }) => cosine({ over, minimum: minimum / learningRate }),
  cosineRestarts: ({ first, growth, minimum, learningRate }) =>
    cosineRestarts({ first, growth, minimum: minimum / learningRate }),
  oneCycle: ({ rise, anneal, threePhase, divide, finalDivide }) =>
    oneCycle({
      rise,
      anneal,
      threePhase,
      startFactor: 1 / divide,
      endFactor: 1 / divide / finalDivide,
    }),
  warmUpCosine: ({ startFactor, warmUp: over, minimum, learningRate }) =>
    warmUp(cosine({ minimum: minimum / learningRate }), { over, startFactor }),
};

describe('schedules follow PyTorch', () => {
  it.each(traces.map((trace) => [trace.name, JSON.stringify(trace.options), trace] as const))(
    '%s %s',
    (name, _, { options, learningRates }) => {
      const schedule = ours[name](options);
      learningRates.forEach((expected, count) => {
        const actual = options.learningRate * schedule.factor(count, learningRates.length);
        expect(Math.abs(actual - expected), `count ${count}`).toBeLessThan(
          1e-13 * options.learningRate,
        );
      });
    },
  );
});
