/** Events whose numbers plain objects would not give to JSON as they are. */
import { forJson } from '../../errors/for_json.ts';
import type { EpochEndEvent, IterationStartEvent, ValidationEvent } from './events.ts';

/** Its indices are a list there. */
export class IterationStart implements IterationStartEvent {
  readonly type = 'iterationStart';
  readonly epoch: number;
  readonly iteration: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly indices: Int32Array;

  constructor(
    epoch: number,
    iteration: number,
    batchSize: number,
    learningRate: number,
    indices: Int32Array,
  ) {
    this.epoch = epoch;
    this.iteration = iteration;
    this.batchSize = batchSize;
    this.learningRate = learningRate;
    this.indices = indices;
  }

  toJSON(): unknown {
    return forJson({ ...this });
  }
}

/** The event, whose metrics may be NaN, with a `toJSON` that nobody sees who goes through its properties. */
export function exact<E extends ValidationEvent | EpochEndEvent>(event: E): E {
  return Object.defineProperty(event, 'toJSON', { value: () => forJson({ ...event }) });
}
