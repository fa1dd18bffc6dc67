/** jax-js on its WebAssembly device, the whole iteration under jit, the loss read each time. */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { batchStart, numbers, productError, report, SAMPLES, task, trainingData } from '../common.mjs';

await init('wasm');
defaultDevice('wasm');

if (task.kind === 'matmul') {
  const { m, k, n } = task;
  const a = np.array(numbers(m * k, 1)).reshape([m, k]);
  const b = np.array(numbers(k * n, 2)).reshape([k, n]);
  const multiply = jit((x, y) => np.matmul(x, y));
  const once = () => multiply(a.ref, b.ref).dataSync();
  await report(() => void once(), () => productError(once(), task));
} else {
  const { sizes, activation, optimizer, batch } = task;
  const { inputs, targets, width, outputs } = trainingData(task);
  const lossOf = (parameters, x, y) => {
    let h = x;
    parameters.forEach(({ w, b }, l) => {
      h = np.matmul(h, w).add(b);
      if (l < parameters.length - 1) h = activation === 'tanh' ? np.tanh(h) : nn.relu(h);
    });
    if (outputs === 1) return np.square(h.sub(y)).mean();
    return nn.logSoftmax(h).mul(y).sum().mul(-1 / batch);
  };
  const adam = (p, g, s) => {
    const m = s.m.mul(0.9).add(g.ref.mul(0.1));
    const v = s.v.mul(0.999).add(np.square(g).mul(0.001));
    const step = m.ref.div(np.sqrt(v.ref).add(1e-8)).mul(1e-3);
    return { p: p.sub(step), s: { m, v } };
  };
  const iterate = jit((parameters, states, x, y) => {
    const held = parameters.map(({ w, b }) => ({ w: w.ref, b: b.ref }));
    const [loss, gradients] = valueAndGrad(lossOf)(held, x, y);
    if (optimizer === 'sgd') {
      const next = parameters.map(({ w, b }, l) => ({
        w: w.sub(gradients[l].w.mul(0.01)),
        b: b.sub(gradients[l].b.mul(0.01)),
      }));
      return [loss, next, states];
    }
    const w = parameters.map((p, l) => adam(p.w, gradients[l].w, states[l].w));
    const b = parameters.map((p, l) => adam(p.b, gradients[l].b, states[l].b));
    return [
      loss,
      parameters.map((_, l) => ({ w: w[l].p, b: b[l].p })),
      parameters.map((_, l) => ({ w: w[l].s, b: b[l].s })),
    ];
  });
  let parameters = sizes.slice(1).map((units, i) => ({
    w: np
      .array(numbers(sizes[i] * units, 10 + i).map((v) => v * Math.sqrt(2 / sizes[i])))
      .reshape([sizes[i], units]),
    b: np.zeros([units]),
  }));
  const zero = (shape) => ({ m: np.zeros(shape), v: np.zeros(shape) });
  let states =
    optimizer === 'sgd'
      ? []
      : sizes.slice(1).map((units, i) => ({ w: zero([sizes[i], units]), b: zero([units]) }));
  let [i, loss] = [0, Number.NaN];
  const once = () => {
    const start = batchStart(i++, batch);
    const x = np.array(inputs.slice(start * width, (start + batch) * width)).reshape([batch, width]);
    const flat = new Float32Array(batch * outputs);
    for (let r = 0; r < batch; r++) {
      if (outputs === 1) flat[r] = targets[start + r];
      else flat[r * outputs + targets[start + r]] = 1;
    }
    const y = np.array(flat).reshape([batch, outputs]);
    const [value, next, nextStates] = iterate(parameters, states, x, y);
    parameters = next;
    states = nextStates;
    loss = value.dataSync()[0];
  };
  await report(once, () => loss);
}
