/**
 * `softmax(q · kᵀ / √d) · v` with `q = x · query`, `k = x · key`, `v = x · value`: each place takes a weighted mean
 * of what all places have to say, weighted by how well its question fits their keys. `heads` such means stand side
 * by side, each of `d = features / heads` numbers, and `output` mixes them. Vaswani et al., "Attention Is All You
 * Need", 2017.
 *
 * Input and output `[places, features]`; all four matrices are `[features, features]`.
 */
import { defineLayer, initializers, type SliceRange, softmax, type Tensor } from 'epochal';

export const attention = defineLayer('attention', {
  options: { heads: 2 },
  build({ heads }, { inputShape, parameter }) {
    const features = inputShape.at(-1) ?? 0;
    const d = features / heads;
    const matrix = (name: string) =>
      parameter(name, [features, features], initializers.glorotUniform());
    const [query, key, value, output] = [
      matrix('query'),
      matrix('key'),
      matrix('value'),
      matrix('output'),
    ];
    return {
      outputShape: inputShape,
      parameters: { query, key, value, output },
      forward(x) {
        const [q, k, v] = [x.matmul(query), x.matmul(key), x.matmul(value)]; // [samples, places, features]
        const said = Array.from({ length: heads }, (_, head) => {
          const mine: SliceRange = [head * d, (head + 1) * d];
          const ofHead = (all: Tensor) => all.slice(null, null, mine); // [samples, places, d]
          const fit = ofHead(q)
            .matmul(ofHead(k).transpose([0, 2, 1]))
            .div(Math.sqrt(d));
          const weights = softmax(fit, { axis: -1 }); // [samples, places, places], each row with the sum 1
          return weights.matmul(ofHead(v)).matmul(output.slice(mine));
        });
        return said.reduce((sum, one) => sum.add(one)); // one · output of all heads side by side
      },
    };
  },
});
