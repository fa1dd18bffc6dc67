/** The numbers of a sample under another shape, in the same order: `[64]` as `[8, 8, 1]`, for example. */
import { defineLayer } from 'epochal';

export const reshape = defineLayer('reshape', {
  options: { shape: [1] },
  build: ({ shape }) => ({ outputShape: shape, forward: (x) => x.reshape([-1, ...shape]) }),
});
