/**
 * `h[t] = tanh(x[t] · inputWeight + h[t - 1] · stateWeight + bias)`, with `h[-1] = 0`: one place of a sequence
 * after the other is read into the same state `h`. The output is the state after the last place.
 *
 * Input `[places, features]`, output `[units]`; `inputWeight` is `[features, units]`, `stateWeight`
 * `[units, units]`, `bias` `[units]`.
 */
import { defineLayer, initializers, tanh } from 'epochal';

export const recurrent = defineLayer('recurrent', {
  options: { units: 16 },
  build({ units }, { inputShape, parameter }) {
    const [places = 0, features = 0] = inputShape;
    const inputWeight = parameter('inputWeight', [features, units], initializers.glorotUniform());
    const stateWeight = parameter('stateWeight', [units, units], initializers.orthogonal());
    const bias = parameter('bias', [units]);
    return {
      outputShape: [units],
      parameters: { inputWeight, stateWeight, bias },
      forward(x) {
        const read = x.matmul(inputWeight).add(bias); // does not depend on the state: all places at once
        const at = (t: number) => read.slice(null, [t, t + 1]).reshape([-1, units]);
        let h = tanh(at(0));
        for (let t = 1; t < places; t++) {
          h = tanh(at(t).add(h.matmul(stateWeight)));
        }
        return h;
      },
    };
  },
});
