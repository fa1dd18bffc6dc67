/**
 * `y = table[x]`: a row of learned numbers for each of `count` things, such as letters or words, looked up by
 * its number. The gradient of a row is the sum of what comes back to all places where it was taken.
 *
 * Input `[places]` of whole numbers from 0 to below `count`, output `[places, size]`; `table` is `[count, size]`.
 */
import { defineLayer, gather, initializers } from 'epochal';

export const embedding = defineLayer('embedding', {
  options: { count: 1, size: 8 },
  build({ count, size }, { inputShape, parameter }) {
    const table = parameter('table', [count, size], initializers.normal({ standardDeviation: 1 }));
    return {
      outputShape: [...inputShape, size],
      parameters: { table },
      forward: (x) => gather(table, x.cast('int32')),
    };
  },
});
