/**
 * How long making a plan takes, in this process: the first time, with code that has never run, and later.
 * A program of its own, which is bundled and started by `compile.ts`.
 */
import { takeRows } from '../src/data/rows.ts';
import { ownArena } from '../src/graph/arena.ts';
import { compileTrace } from '../src/graph/compile.ts';
import { startTrace } from '../src/graph/trace.ts';
import { scalar } from '../src/ops/functions.ts';
import { noGrad } from '../src/ops/gradient_mode.ts';
import { tensor } from '../src/tensor/create.ts';
import { normOf } from '../src/train/engine/gradient_norm.ts';
import { prepare } from '../src/train/engine/learned.ts';
import { forward, gradientsOf, lossOf, update } from '../src/train/engine/phases.ts';
import { median } from './measure.ts';
import { CONFIGURATIONS, type Configuration } from './training.ts';

/** Milliseconds from a trace of one iteration to a plan that can run. */
function compileOnce({
  model: makeModel,
  loss,
  optimizer,
  batchSize,
  data,
}: Configuration): number {
  const model = makeModel();
  const learned = prepare(model, optimizer());
  const rows = Array.from({ length: batchSize }, (_, row) => row);
  const batch = { inputs: takeRows(data.inputs, rows), targets: takeRows(data.targets, rows) };
  const counter = tensor(0, { dtype: 'int32' });
  const tracer = startTrace();
  const { outputs, buffers } = tracer.phase('forward', () => forward(model, batch.inputs, counter));
  const mean = tracer.phase('loss', () => lossOf(model, loss(), outputs, batch));
  const gradients = tracer.phase('backward', () => gradientsOf(mean, learned));
  const norm = tracer.phase('norm', () => noGrad(() => normOf(gradients)));
  const scalars = new Map(
    [...new Set(learned.map(({ optimizer }) => optimizer))].map((one) => {
      const values = { learningRate: one.learningRate, ...one.scalars(1) };
      const tensors = Object.entries(values).map(([name, value]) => [
        name,
        scalar(value, 'float32'),
      ]);
      return [one, Object.fromEntries(tensors)] as const;
    }),
  );
  tracer.phase('update', () =>
    noGrad(() => update(learned, gradients, scalars, undefined, buffers)),
  );
  const trace = tracer.finish();
  const inputs = [batch.inputs, batch.targets, counter];
  const start = performance.now();
  compileTrace({
    trace,
    inputs,
    outputs: [outputs, mean, norm, ...gradients],
    arena: ownArena(),
  });
  return performance.now() - start;
}

const configuration = CONFIGURATIONS.find(({ name }) => name === process.argv[2]);
if (configuration === undefined) throw new Error(`no configuration ${process.argv[2]}`);
const first = compileOnce(configuration);
const later = median(Array.from({ length: 15 }, () => compileOnce(configuration)));
process.stdout.write(JSON.stringify({ first, later }));
