/** Learning rate and optimizers: a range test, two races, and a schedule drawn by hand. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** What the page shows; one at a time is run. */
export const PARTS = ['range', 'surface', 'network', 'schedule'] as const;
export type Part = (typeof PARTS)[number];

export const RACERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamW'] as const;
export type Racer = (typeof RACERS)[number];

export const SURFACES = ['bowl', 'narrow valley', 'saddle', 'two basins'] as const;
export type SurfaceName = (typeof SURFACES)[number];

/** Of a race: each with the rate that suits it. */
export const OWN = 'each its own';

/** A rate of the range test, and the loss that followed. */
export interface RatePoint {
  readonly learningRate: number;
  readonly loss: number;
  readonly smoothed: number;
}

/** A training run with one rate or schedule: the loss on all training samples before it and after each epoch. */
export interface RateRun extends WithWeights {
  readonly name: string;
  readonly learningRate: number;
  readonly losses: readonly number[];
}

export interface RangeResult extends WithWeights {
  readonly part: 'range';
  readonly points: readonly RatePoint[];
  readonly diverged: boolean;
  readonly lowest: number;
  readonly suggestion: number | undefined;
  /** With a tenth of the suggestion, with itself, and with ten and a hundred times as much. */
  readonly runs: readonly RateRun[];
}

/** One optimizer on a surface. */
export interface Path {
  readonly name: Racer;
  readonly learningRate: number;
  /** The start, and where it was after each iteration: x and y in turn. It ends where a value was not finite. */
  readonly positions: Float64Array;
  readonly values: Float64Array;
}

export interface SurfaceResult extends WithWeights {
  readonly part: 'surface';
  readonly formula: string;
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  /** The function in the middle of each cell of the picture, line by line from the lowest y. */
  readonly columns: number;
  readonly lines: number;
  readonly heights: Float64Array;
  readonly lowest: readonly (readonly [x: number, y: number])[];
  readonly iterations: number;
  readonly paths: readonly Path[];
}

export interface NetworkResult extends WithWeights {
  readonly part: 'network';
  readonly runs: readonly RateRun[];
}

export interface ScheduleResult extends WithWeights {
  readonly part: 'schedule';
  /** The schedule in the words of the library. */
  readonly code: string;
  /** The learning rate of each iteration: as the plan said before, and as the run had it. */
  readonly planned: Float64Array;
  readonly applied: Float64Array;
  readonly differences: number;
  readonly iterationsPerEpoch: number;
  /** With the drawn schedule, and with the highest rate throughout. */
  readonly runs: readonly RateRun[];
}

export type LearningRateResult = RangeResult | SurfaceResult | NetworkResult | ScheduleResult;

export const learningRate: Described = {
  name: 'learning_rate',
  fields: [
    choice('part', 'Show', 'range', PARTS),
    choice('optimizer', 'Optimizer', 'sgd', RACERS),
    choice('surface', 'Surface', 'narrow valley', SURFACES),
    choice('rate', 'Learning rate', OWN, [OWN, '0.001', '0.01', '0.03', '0.1', '0.3']),
    whole('iterations', 'Iterations', 150, [10, 500]),
    choice('peak', 'Highest rate', '3', ['0.01', '0.03', '0.1', '0.3', '1', '3']),
    { kind: 'points', name: 'drawn', label: 'Schedule', most: 12, initial: '0:10,20:100,100:0' },
    whole('epochs', 'Epochs', 20, [1, 60]),
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: 'cffd51ae12148f549c7aa60b17d219fec04cf67f927fdad2a6c1c4c8e18fa93e',
};

/** What can be set in each part. */
export const FIELDS: Readonly<Record<Part, readonly string[]>> = {
  range: ['optimizer', 'epochs', 'seed'],
  surface: ['surface', 'rate', 'iterations'],
  network: ['rate', 'epochs', 'seed'],
  schedule: ['drawn', 'peak', 'optimizer', 'epochs', 'seed'],
};
