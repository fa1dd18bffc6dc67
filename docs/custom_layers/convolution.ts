/**
 * `y[i, j] = bias + Σ x[i + a, j + b] · weight[a, b]` over all `a` and `b` below `size`: a small picture, a
 * filter, is laid on each place of a large one. As in every library of the field it is not turned around.
 *
 * Input `[height, width, channels]`, output `[height - size + 1, width - size + 1, filters]`; `weight` is
 * `[size, size, channels, filters]`, `bias` is `[filters]`.
 */
import { defineLayer, gather, initializers, tensor } from 'epochal';

export const convolution = defineLayer('convolution', {
  options: { filters: 8, size: 3 },
  build({ filters, size }, { inputShape, parameter }) {
    const [height = 0, width = 0, channels = 0] = inputShape;
    const [rows, columns] = [height - size + 1, width - size + 1];
    const weight = parameter('weight', [size, size, channels, filters], initializers.heNormal());
    const bias = parameter('bias', [filters]);
    const pixels = tensor(pixelsUnderFilter(rows, columns, size, width), { dtype: 'int32' });
    return {
      outputShape: [rows, columns, filters],
      parameters: { weight, bias },
      forward(x) {
        const windows = gather(x.reshape([-1, height * width, channels]), pixels, { axis: 1 });
        const y = windows
          .reshape([-1, size * size * channels])
          .matmul(weight.reshape([-1, filters]));
        return y.add(bias).reshape([-1, rows, columns, filters]);
      },
    };
  },
});

/** For each place of the filter, row by row: the numbers of the pixels that it covers. */
function pixelsUnderFilter(rows: number, columns: number, size: number, width: number): number[] {
  const below = (count: number) => Array.from({ length: count }, (_, index) => index);
  return below(rows).flatMap((i) =>
    below(columns).flatMap((j) =>
      below(size).flatMap((a) => below(size).map((b) => (i + a) * width + j + b)),
    ),
  );
}
