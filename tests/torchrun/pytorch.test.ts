/** What PyTorch made of jobs, beside the same training runs here; see generate.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importTraining } from '../../src/node/index.ts';
import { trainingJob } from '../../src/torchrun/index.ts';
import { begin, NAMES } from './cases.ts';
import { filesOf, KEPT, type Result } from './results.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/torchrun');
const results = NAMES.flatMap(
  (name) => JSON.parse(readFileSync(join(FOLDER, `results/${name}.json`), 'utf8')) as Result[],
);
const TOLERANCE = { float32: 1e-4, float64: 1e-9 };

/** Plain data with tensors as lists. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && 'dtype' in part && 'values' in part
      ? [part.values].flat(Number.POSITIVE_INFINITY)
      : part,
  );
  return JSON.parse(text ?? 'null');
}

/** The same names in the same places, and numbers that are apart by less than the tolerance. */
function expectClose(ours: unknown, theirs: unknown, tolerance: number): void {
  const apart: string[] = [];
  const visit = (a: unknown, b: unknown, path: string): void => {
    if (typeof a === 'number' && typeof b === 'number') {
      if (!(Math.abs(a - b) < tolerance)) apart.push(`${path}: ${a} and ${b}`);
    } else if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
      const [left, right] = [a, b] as Readonly<Record<string, unknown>>[];
      expect(Object.keys(right).sort(), path).toEqual(Object.keys(left).sort());
      for (const key of Object.keys(left)) visit(left[key], right[key], `${path}.${key}`);
    } else if (a !== b) {
      apart.push(`${path}: ${a} and ${b}`);
    }
  };
  visit(plain(ours), theirs, '');
  expect(apart).toEqual([]);
}

describe('torchrun', () => {
  it.each(results)(
    'trains $name in $dtype on $processes processes as it is trained here',
    async ({ name, dtype, files, ...theirs }) => {
      const tolerance = TOLERANCE[dtype];
      const { trainer, exported, finish } = await begin(name, dtype);
      // What ran there: run generate.ts again when it changes.
      expect(filesOf(trainingJob(trainer, exported))).toBe(files);
      const { iteration: begun, epoch } = trainer;
      const measured = trainer.history.validations.length;
      const history = await finish();
      const { optimizer, progress, rested, callbacks } = trainer.checkpoint();
      const { epochs, validations, iterations, stretches: _, ...counters } = progress;
      const losses = history.iterations.slice(begun).map(({ loss }) => loss);
      expectClose(losses, theirs.losses, tolerance);
      expectClose(
        epochs.map(({ seconds: _, validation: __, ...record }) => record),
        theirs.epochs,
        tolerance,
      );
      expectClose(
        validations.map(({ metrics: _, ...record }) => record),
        theirs.validations,
        tolerance,
      );
      expect(theirs.epochs.length).toBeGreaterThan(epoch);
      if (validations.length > 0) expect(validations.length).toBeGreaterThan(measured);
      expectClose(trainer.model.state(), theirs.predictor, tolerance);
      expectClose(optimizer, theirs.optimizer, tolerance);
      expectClose({ ...counters, untold: [] }, theirs.progress, tolerance);
      expect(theirs.rested).toEqual(rested);
      const { waiting = null, reason } = callbacks.earlyStopping?.values ?? {};
      expectClose(waiting, theirs.waiting, tolerance);
      expect(theirs.reason).toBe(reason);
      expect(iterations.length).toBeGreaterThan(begun);
    },
  );

  it('agrees over the first 100 iterations and more', () => {
    for (const name of ['sgd', 'adam', 'adamW']) {
      const own = results.filter((result) => result.name === name);
      expect(own.map(({ dtype, processes }) => `${dtype} ${processes}`)).toEqual([
        ...['float32 1', 'float32 2', 'float64 1', 'float64 2'],
      ]);
      for (const { losses } of own) expect(losses.length).toBeGreaterThanOrEqual(100);
    }
  });

  it('was given these files: run generate.ts again when they change', async () => {
    const { trainer, exported } = await begin(KEPT.name, KEPT.dtype);
    const job = trainingJob(trainer, exported);
    const there = readdirSync(join(FOLDER, 'job'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(FOLDER, 'job/').length))
      .filter((name) => !name.startsWith('trained/'));
    expect(Object.keys(job).sort()).toEqual(there.sort());
    for (const [name, bytes] of Object.entries(job)) {
      if (name === 'start/training.checkpoint') continue; // it has seconds
      expect(Buffer.from(bytes).equals(readFileSync(join(FOLDER, 'job', name))), name).toBe(true);
    }
  });
});

describe('importTraining', () => {
  it('gives the model with its new weights, and a training run that continues here', async () => {
    const { predictor, state, ...told } = importTraining(join(FOLDER, 'job'));
    const { trainer, exported } = await begin(KEPT.name, KEPT.dtype);
    const { epochs = 0 } = trainer;
    const iterationsPerEpoch = 7;
    expect(told).toEqual({
      ...{ epoch: epochs, iteration: epochs * iterationsPerEpoch, processes: 2 },
      reason: undefined,
    });
    trainer.resume(state);
    trainer.epochs = epochs + 2;
    await trainer.fit({ train: exported.train, validation: exported.validation });

    const other = await begin(KEPT.name, KEPT.dtype);
    await other.finish();
    other.trainer.epochs = epochs + 2;
    await other.finish();
    expectClose(trainer.model.state(), plain(other.trainer.model.state()), TOLERANCE.float32);
    expect(trainer.history.epochs.map(({ epoch }) => epoch)).toEqual(
      other.trainer.history.epochs.map(({ epoch }) => epoch),
    );
    expect(predictor.model.inputShape).toEqual([2]);
  });

  it('refuses a job that has not come to its end', () => {
    expect(() => importTraining(FOLDER)).toThrow(/start\/training\.checkpoint.*Run it first/);
  });
});
