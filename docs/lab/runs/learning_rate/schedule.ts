/** A schedule drawn by hand: what the plan says of each iteration beside what the run had. */
import { join, linear, type Schedule } from 'epochal';
import { type DrawnPoint, pointsOf, type Values } from '../../core/fields.ts';
import type { Racer, ScheduleResult } from '../../views/learning_rate.ts';
import { rateRun, trainerOf, trainingSet } from './racers.ts';

interface Piece {
  readonly start: number;
  readonly startFactor: number;
  readonly endFactor: number;
}

/** Straight lines in iterations; those that are shorter than one are left out. */
export function piecesOf(points: readonly DrawnPoint[], iterations: number): Piece[] {
  return points
    .slice(1)
    .map(([, y], index) => {
      const [from, before] = points[index];
      const start = Math.round((from / 100) * iterations);
      return { start, startFactor: before / 100, endFactor: y / 100 };
    })
    .filter(({ start }, index, all) => start < (all[index + 1]?.start ?? iterations));
}

export function scheduleOf(pieces: readonly Piece[]): Schedule {
  return join(
    pieces.map(({ startFactor, endFactor }) => linear({ startFactor, endFactor })),
    { at: pieces.slice(1).map(({ start }) => start) },
  );
}

function codeOf(pieces: readonly Piece[]): string {
  const lines = pieces.map(
    ({ startFactor, endFactor }) =>
      `  linear({ startFactor: ${startFactor}, endFactor: ${endFactor} }),`,
  );
  const at = pieces.slice(1).map(({ start }) => start);
  return ['join([', ...lines, `], { at: [${at.join(', ')}] })`].join('\n');
}

export function* runSchedule(values: Values): Generator<undefined, ScheduleResult> {
  const learningRate = Number(values.peak);
  const [epochs, seed] = [Number(values.epochs), Number(values.seed)];
  const training = { racer: values.optimizer as Racer, learningRate, epochs, seed };
  const { iterations, iterationsPerEpoch } = trainerOf(training).plan(trainingSet(seed));
  const pieces = piecesOf(pointsOf(String(values.drawn)), iterations);
  const schedule = scheduleOf(pieces);
  const plan = trainerOf({ ...training, schedule }).plan(trainingSet(seed));
  const planned = Float64Array.from(plan.ledger(), (line) => line.learningRate);
  const applied: number[] = [];
  const drawn = yield* rateRun('as drawn', { ...training, schedule }, (rate) => applied.push(rate));
  const constant = yield* rateRun('the highest rate throughout', training);
  const differences = planned.reduce(
    (count, rate, index) => count + (rate === applied[index] ? 0 : 1),
    Math.abs(planned.length - applied.length),
  );
  return {
    part: 'schedule',
    code: codeOf(pieces),
    ...{ planned, applied: Float64Array.from(applied), differences, iterationsPerEpoch },
    runs: [drawn, constant],
    weights: drawn.weights,
  };
}
