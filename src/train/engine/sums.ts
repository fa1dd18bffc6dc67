/**
 * What is added up over the micro-batches of a batch: the gradient of each parameter, and the new value
 * of each buffer. It belongs to no engine, so that micro-batches of one batch may be computed by several.
 */
import { collect } from '../../nn/build.ts';
import { assign } from '../../ops/assign.ts';
import { add, mul } from '../../ops/elementwise/arithmetic.ts';
import { zeros } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { EngineRequest } from './engine.ts';
import type { BufferUpdates } from './phases.ts';

export interface Sums {
  /** Of the parameters that learn, in their order. */
  readonly gradients: readonly Tensor[];
  readonly buffers: BufferUpdates;
  /** Makes all of them zero. */
  reset(): void;
  /** Adds what a micro-batch gave, times its share of the batch. */
  add(gradients: readonly Tensor[], buffers: BufferUpdates, share: Tensor): void;
}

export function createSums({ model, learned }: EngineRequest): Sums {
  const empty = ({ shape, dtype }: Tensor) => zeros(shape, { dtype });
  const gradients = learned.map(({ parameter }) => empty(parameter));
  const named = collect(model.layers, 'buffers');
  const buffers = new Map(named.map(([, buffer]) => [buffer, empty(buffer)]));
  const addTo = (total: Tensor, value: Tensor, share: Tensor) =>
    assign(total, add(total, mul(value, share)));
  return {
    gradients,
    buffers,
    reset() {
      for (const { storage } of [...gradients, ...buffers.values()]) storage.data.fill(0);
    },
    add(given, updates, share) {
      for (const [i, gradient] of given.entries()) addTo(gradients[i], gradient, share);
      for (const [buffer, value] of updates) {
        const total = buffers.get(buffer) ?? empty(buffer); // a buffer that a layer hides
        buffers.set(buffer, total);
        addTo(total, value, share);
      }
    },
  };
}
