/** Initialization and depth: what its page tells about the runs, and the counts of its histograms. */
import { expect, it } from 'vitest';
import { initialValues, type Values } from '../../../docs/lab/core/fields.ts';
import { runView } from '../../../docs/lab/core/view.ts';
import { initializationRun, networkOf } from '../../../docs/lab/runs/initialization.ts';
import { BINS, DECADES } from '../../../docs/lab/views/initialization.ts';
import { digits, subset } from '../../../src/data/index.ts';
import { sgd, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';

const { fields } = initializationRun;
const initial = initialValues(fields);

function networks(changed: Values) {
  const [plain, residual] = runView(initializationRun, { ...initial, ...changed }).runs;
  return { plain, residual };
}
const first = ([loss]: readonly number[]) => loss;
const last = (losses: readonly number[]) => losses[losses.length - 1];

it('counts every activation and every gradient of the first batch', () => {
  const model = networkOf('plain', initial);
  const trainer = new Trainer({
    ...{ model, loss: softmaxCrossEntropy(), optimizer: sgd({ learningRate: 0.1 }) },
    ...{ epochs: 1, batchSize: 50, seed: 7 },
  });
  const train = subset(
    digits(),
    Int32Array.from({ length: 400 }, (_, sample) => sample),
  );
  const activations: number[][] = [];
  const gradients: number[][] = [];
  for (const event of trainer.run({ train })) {
    for (let layer = 0; layer < 8; layer++) {
      if (event.type === 'forward')
        activations.push(Array.from(event.activations[`layers.${2 * layer + 1}`].toTypedArray()));
      if (event.type === 'backward')
        gradients.push(Array.from(event.gradients[`layers.${2 * layer}.weight`].toTypedArray()));
    }
    if (event.type === 'update') break;
  }
  const { plain } = networks({ epochs: 1 });
  const range = Math.max(...activations.flat().map(Math.abs));
  const between = (numbers: number[], low: number, high: number) =>
    numbers.filter((value) => value >= low && value < high).length;
  for (const [layer, seen] of plain.moments[0].layers.entries()) {
    expect(seen.range).toBe(range);
    expect(seen.activations.reduce((a, b) => a + b)).toBe(50 * 32);
    expect(seen.gradients.reduce((a, b) => a + b, seen.zeroGradients)).toBe(
      gradients[layer].length,
    );
    const sizes = gradients[layer].map(Math.abs);
    for (let bin = 1; bin < BINS - 1; bin++) {
      const edge = (at: number) => -range + (2 * range * at) / BINS;
      const decade = (at: number) => 10 ** (DECADES.low + at);
      expect(seen.activations[bin]).toBe(between(activations[layer], edge(bin), edge(bin + 1)));
      expect(seen.gradients[bin]).toBe(between(sizes, decade(bin), decade(bin + 1)));
    }
  }
});

it('keeps the loss of a small plain network where it was, and lets the residual one learn', () => {
  const { plain, residual } = networks({});
  for (const loss of plain.losses) expect(loss).toBeCloseTo(Math.log(10), 2);
  expect(last(residual.losses)).toBeLessThan(1.5);
});

it.each(['He', 'Glorot'])('keeps sizes with tanh and %s, and the plain network learns', (start) => {
  const { plain } = networks({ start });
  const sizes = plain.moments[0].layers.map(({ size }) => size);
  expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) / 2);
  expect(last(plain.losses)).toBeLessThan(1.2);
});

it('needs the 2 of He for relu at 12 layers', () => {
  const he = networks({ activation: 'relu', depth: 12, start: 'He' });
  const glorot = networks({ activation: 'relu', depth: 12, start: 'Glorot' });
  expect(he.plain.losses[5]).toBeLessThan(2.1);
  expect(glorot.plain.losses[5]).toBeGreaterThan(2.28);
  const [before, after] = [0, 11].map((layer) => glorot.plain.moments[0].layers[layer].size);
  expect(after).toBeLessThan(before / 50);
});

it('has a residual network with relu and He that ends at 0.1, and learns at 0.003', () => {
  const changed = { activation: 'relu', depth: 12, start: 'He' };
  const { residual } = networks(changed);
  expect(residual.trouble).toMatch(/epoch 1, .*not finite/);
  const { layers } = residual.moments[0];
  expect([layers[0].size, layers[11].size].map((size) => size.toPrecision(1))).toEqual([
    '0.6',
    '2e+2',
  ]);
  const slow = networks({ ...changed, learningRate: '0.003' });
  expect(slow.residual.trouble).toBe('');
  expect(last(slow.residual.losses)).toBeLessThan(last(slow.plain.losses));
  expect(last(slow.plain.losses)).toBeLessThan(first(slow.plain.losses));
});

it('has smaller norms layer by layer, on the way back through sigmoid', () => {
  const norms = networks({ activation: 'sigmoid' }).plain.moments[0].layers.map(
    ({ gradientNorm }) => gradientNorm,
  );
  expect(norms).toEqual(norms.toSorted((a, b) => a - b));
});

it('ends both networks in the first epoch where weights are too large for relu', () => {
  for (const { trouble } of Object.values(networks({ activation: 'relu', start: 'too large' })))
    expect(trouble).toContain('epoch 1');
});
