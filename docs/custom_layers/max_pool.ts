/**
 * The largest number of each square of `size` by `size`: how well a filter fits there, and less exactly where.
 *
 * Input `[height, width, channels]`, output `[height / size, width / size, channels]`.
 */
import { defineLayer, type Tensor } from 'epochal';

export const maxPool = defineLayer('maxPool', {
  options: { size: 2 },
  build({ size }, { inputShape }) {
    const [height = 0, width = 0, channels = 0] = inputShape;
    const [rows, columns] = [height / size, width / size];
    // The largest of each `size` blocks of `length` numbers that stand one after the other.
    const largest = (x: Tensor, length: number) => {
      const blocks = x.reshape([-1, size, length]);
      let best = blocks.slice(null, [0, 1]);
      for (let k = 1; k < size; k++) best = best.maximum(blocks.slice(null, [k, k + 1]));
      return best;
    };
    return {
      outputShape: [rows, columns, channels],
      forward(x) {
        const down = largest(x, width * channels);
        return largest(down, channels).reshape([-1, rows, columns, channels]);
      },
    };
  },
});
