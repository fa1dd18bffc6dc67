/**
 * `y[t] = x[t] + offset[t]`: a learned row for each place, so that what follows can tell places apart.
 *
 * Input and output `[places, features]`; `offset` is the same shape.
 */
import { defineLayer, initializers } from 'epochal';

export const positions = defineLayer('positions', {
  build(_, { inputShape, parameter }) {
    const offset = parameter('offset', inputShape, initializers.normal({ standardDeviation: 0.1 }));
    return { outputShape: inputShape, parameters: { offset }, forward: (x) => x.add(offset) };
  },
});
