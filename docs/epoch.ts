/**
 * What an epoch is, in one file without imports: it trains the network that learns "exclusive or" in
 * README.md, with all that the library does for it written out, and prints the same losses, to the bit.
 *
 *   npx tsx docs/epoch.ts
 *
 * The training comes first, and below it the functions that it calls. As in the library all numbers are
 * float32: each result is rounded at once, by `fround` or by the Float32Array that takes it. So the order
 * in which numbers are added is part of the result.
 */
type Matrix = Float32Array[]; // an array for each row; in a batch, each sample is a row
const { fround } = Math;
const SEED = 7;
const EPOCHS = 100;
const BATCH_SIZE = 3;
const LEARNING_RATE = fround(0.1);
const MOMENTUM = fround(0.5);

// The dataset: four samples of "exclusive or", which is 1 if one input is 1, but not both.
const inputs = ['00', '01', '10', '11'].map((bits) => Float32Array.from(bits, Number));
const targets = [0, 1, 1, 0].map((target) => Float32Array.of(target));

// The network: 2 inputs, 8 hidden units with tanh, 1 output.
const [weight1, bias1] = [glorotUniform(2, 8, 'layers.0.weight'), zeros(1, 8)];
const [weight2, bias2] = [glorotUniform(8, 1, 'layers.2.weight'), zeros(1, 1)];
export const parameters = [weight1, bias1, weight2, bias2];
const momenta = parameters.map((parameter) => zeros(parameter.length, parameter[0].length));

export const losses: number[] = [];
let iteration = 0; // continues counting from epoch to epoch
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  // An epoch uses every sample exactly once, in an order of its own, batch by batch; each batch is one
  // iteration. Here an epoch has two: one of 3 samples, and one of the sample that is left.
  const order = permutation(inputs.length, `shuffle/${epoch}`);
  let lossSum = 0;
  for (let start = 0; start < order.length; start += BATCH_SIZE) {
    iteration += 1;
    const batch = order.slice(start, start + BATCH_SIZE);
    const x = batch.map((sample) => inputs[sample]);
    const wanted = batch.map((sample) => targets[sample]);
    // The four phases of an iteration.
    const { hidden, outputs } = forward(x);
    const { loss, slopes } = meanSquaredError(outputs, wanted);
    const gradients = backward(x, hidden, slopes);
    update(gradients);
    lossSum += loss * batch.length;
  }
  losses.push(lossSum / inputs.length); // the mean over samples: a smaller batch counts for less
  if (epoch % 20 === 0) console.log(`epoch ${epoch}, iteration ${iteration}, loss`, losses.at(-1));
}

/** Forward: from the inputs to the outputs. Backward will need the hidden units again. */
function forward(x: Matrix): { hidden: Matrix; outputs: Matrix } {
  const hidden = map(multiply(x, weight1), (product, _, j) => tanh(fround(product + bias1[0][j])));
  const outputs = map(multiply(hidden, weight2), (product, _, j) => product + bias2[0][j]);
  return { hidden, outputs };
}

/** Loss: the mean of `(y - t)²` over the samples of the batch, and its slope by each output y. */
function meanSquaredError(outputs: Matrix, wanted: Matrix): { loss: number; slopes: Matrix } {
  const errors = map(outputs, (output, i, j) => output - wanted[i][j]);
  const squares = errors.map(([error]) => fround(error * error));
  const share = fround(1 / outputs.length);
  const loss = fround(sum(squares) / outputs.length);
  return { loss, slopes: map(errors, (error) => share * (error + error)) };
}

/** Backward: the chain rule, from the slopes by the outputs to the slopes by every parameter. */
function backward(x: Matrix, hidden: Matrix, slopes: Matrix): Matrix[] {
  const byHidden = multiply(slopes, transpose(weight2));
  const slopeOfTanh = map(hidden, (y) => 1 - fround(y * y));
  const bySums = map(byHidden, (slope, i, j) => slope * slopeOfTanh[i][j]);
  const byWeight1 = multiply(transpose(x), bySums);
  const byWeight2 = multiply(transpose(hidden), slopes);
  const [byBias1, byBias2] = [bySums, slopes].map((g) => [Float32Array.from(transpose(g), sum)]);
  return [byWeight1, byBias1, byWeight2, byBias2];
}

/** Update: stochastic gradient descent with momentum, `m ← momentum · m + g`, `p ← p - rate · m`. */
function update(gradients: readonly Matrix[]): void {
  for (const [n, gradient] of gradients.entries()) {
    for (const [i, row] of gradient.entries()) {
      for (const [j, g] of row.entries()) {
        const m = momenta[n][i];
        m[j] = fround(m[j] * MOMENTUM) + g;
        parameters[n][i][j] -= fround(m[j] * LEARNING_RATE);
      }
    }
  }
}

function zeros(rows: number, columns: number): Matrix {
  return Array.from({ length: rows }, () => new Float32Array(columns));
}

function map(x: Matrix, compute: (value: number, i: number, j: number) => number): Matrix {
  return x.map((row, i) => row.map((value, j) => compute(value, i, j)));
}

function transpose(x: Matrix): Matrix {
  return Array.from(x[0], (_, j) => Float32Array.from(x, (row) => row[j]));
}

/** `c[i][j] = Σ a[i][k] · b[k][j]`, added in the order of k. */
function multiply(a: Matrix, b: Matrix): Matrix {
  const c = zeros(a.length, b[0].length);
  for (const [i, row] of a.entries()) {
    for (const [k, factor] of row.entries()) {
      for (const [j, value] of b[k].entries()) c[i][j] += fround(factor * value);
    }
  }
  return c;
}

/** Numbers are dealt to eight lanes in turn, and the lanes added as a tree, as SIMD instructions can. */
function sum(numbers: ArrayLike<number>): number {
  const lanes = new Float32Array(8);
  for (let i = 0; i < numbers.length; i++) lanes[i % 8] += numbers[i];
  for (let width = 4; width >= 1; width /= 2) {
    for (let j = 0; j < width; j++) lanes[j] += lanes[j + width];
  }
  return lanes[0];
}

/**
 * The hyperbolic tangent, by exact operations: Math.tanh may differ between engines. A polynomial gives
 * s = tanh r for small r. Where |x| = r - k ln(2) / 2, and v = 2^k (1 - s), tanh |x| = 1 - 2v / (1 + s + v).
 */
function tanh(x: number): number {
  const size = Math.min(Math.abs(x), 10); // from there on it is 1
  const k = size < 0.55 ? 0 : Math.round(fround(size * fround(-2 * Math.LOG2E)));
  const [high, low] = [0.3465728759765625, fround(7.143033826650935e-7)]; // ln(2) / 2 in two parts
  const r = fround(fround(size + fround(k * high)) + fround(k * low));
  const square = fround(r * r);
  const c = Float32Array.of(-0.006263359, 0.021063004, -0.05384986, 0.13332558, -0.33333316);
  const curve = c.reduce((total, next) => fround(fround(total * square) + next));
  const s = fround(r + fround(r * fround(square * curve)));
  const v = fround(1 - s) / (1 << -k);
  const far = fround(1 - fround((v + v) / fround(fround(1 + s) + v)));
  return Math.sign(x) * (k === 0 ? s : far);
}

/** Uniform around 0, with the variance 2 / (inputs + outputs) (Glorot and Bengio, 2010). */
function glorotUniform(rows: number, columns: number, name: string): Matrix {
  const limit = Math.sqrt(3 * (2 / (rows + columns)));
  const wordAt = randomWords(0, keyOf(`init/${name}`));
  const uniformAt = (element: number) => (wordAt(element) >>> 8) / 2 ** 24; // from 0 to below 1
  return map(zeros(rows, columns), (_, i, j) => 2 * limit * uniformAt(columns * i + j) - limit);
}

/** The numbers from 0 to below `count` in random order (Fisher and Yates). */
function permutation(count: number, name: string): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const wordAt = randomWords(keyOf(name), 0);
  for (let left = count, drawn = 0; left > 1; left--) {
    let word = wordAt(drawn++);
    // The last words are too few for all remainders, and would favour the small ones.
    while (word - (word % left) > 2 ** 32 - left) word = wordAt(drawn++);
    const chosen = word % left;
    [order[left - 1], order[chosen]] = [order[chosen], order[left - 1]];
  }
  return order;
}

/** Words of 32 random bits: hashes of what they are for and of their number. No state is kept. */
function randomWords(key: number, draw: number): (element: number) => number {
  const golden = 0x9e3779b9; // 2^32 divided by the golden ratio
  const start = mix(mix(key + golden) + draw);
  const difference = 2 * mix(start + golden) + 1;
  return (element) => mix(start + Math.imul(element, difference)) >>> 0;
}

/** Mixes 32 bits, so that each of them changes every other about half of the time. */
function mix(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return x ^ (x >>> 15);
}

/** 32 bits for a name: the cipher ARC4, keyed with seed and name, after its first 256 bytes. */
function keyOf(name: string): number {
  const key = `number:${SEED}/${name}`;
  const bytes = Array.from({ length: 256 }, (_, index) => index);
  let [j, word] = [0, 0];
  for (let i = 0; i < 256; i++) {
    j = (j + bytes[i] + key.charCodeAt(i % key.length)) % 256;
    [bytes[i], bytes[j]] = [bytes[j], bytes[i]];
  }
  j = 0;
  for (let n = 1; n <= 256 + 4; n++) {
    const i = n % 256;
    j = (j + bytes[i]) % 256;
    [bytes[i], bytes[j]] = [bytes[j], bytes[i]];
    word = (word << 8) | bytes[(bytes[i] + bytes[j]) % 256];
  }
  return word;
}
