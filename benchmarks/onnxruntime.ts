/**
 * `predict` of an imported ONNX file beside onnxruntime-web's `run` of the same file, one thread each, taking
 * turns in one process; medians.
 *
 *   npm --prefix tests/fixtures/interop/onnxruntime install --no-save
 *   npx tsx benchmarks/onnxruntime.ts
 */
import { createRequire } from 'node:module';
import { dense, relu, sequential, tensor } from '../src/index.ts';
import { exportModel, importModel } from '../src/interop/index.ts';
import { random } from '../src/tensor/rng.ts';
import { checkClose, median } from './measure.ts';

interface Runtime {
  readonly env: { readonly wasm: { numThreads: number } };
  readonly InferenceSession: {
    create(bytes: Uint8Array): Promise<{
      run(feeds: object): Promise<Record<string, { readonly data: Float32Array }>>;
    }>;
  };
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => object;
}
const folder = new URL('../tests/fixtures/interop/onnxruntime/', import.meta.url);
const ort = createRequire(folder)('onnxruntime-web') as Runtime;
ort.env.wasm.numThreads = 1;

const NETWORKS: readonly (readonly number[])[] = [
  [64, 32, 10],
  [784, 512, 256, 10],
];
const BATCHES = [1, 32];
const ROUNDS = 15;
const ROUND_MILLISECONDS = 60;

for (const sizes of NETWORKS) {
  const [inputs, ...units] = sizes;
  const layers = units.flatMap((size, i) =>
    i === 0 ? [dense({ units: size })] : [relu(), dense({ units: size })],
  );
  const model = sequential({ inputShape: [inputs], seed: 1 }, layers);
  const bytes = exportModel(model, { to: 'onnx' });
  const imported = importModel(bytes).model;
  const session = await ort.InferenceSession.create(bytes);
  for (const batch of BATCHES) {
    const source = random(1, `onnxruntime ${batch}`);
    const numbers = Float32Array.from({ length: batch * inputs }, () => source.normal());
    const x = tensor(numbers, { shape: [batch, inputs] });
    const theirs = async () => {
      const input = new ort.Tensor('float32', numbers, [batch, inputs]);
      return (await session.run({ input })).output.data;
    };
    const ours = () => imported.predict(x).toTypedArray();
    ours();
    checkClose('predict', ours(), await theirs(), 1e-5);
    const repeats = await calibrate(theirs);
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      let start = performance.now();
      for (let i = 0; i < repeats; i++) ours();
      times[0].push((performance.now() - start) / repeats);
      start = performance.now();
      for (let i = 0; i < repeats; i++) await theirs();
      times[1].push((performance.now() - start) / repeats);
    }
    const [own, other] = times.map((all) => 1000 * median(all));
    process.stdout.write(
      `${sizes.join('-')}, batch ${batch}: ${own.toFixed(1)} microseconds, onnxruntime-web ${other.toFixed(1)} (${(own / other).toFixed(2)})\n`,
    );
  }
}

/** How many runs fill a round; warms both up on the way. */
async function calibrate(run: () => Promise<unknown>): Promise<number> {
  for (let repeats = 16; ; repeats *= 2) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) await run();
    if (performance.now() - start > ROUND_MILLISECONDS) return repeats;
  }
}
