/** What PyTorch made of jobs, beside the same training runs here; see generate.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../src/index.ts';
import { importTraining } from '../../src/node/index.ts';
import { trainingJob } from '../../src/torchrun/index.ts';
import { BEGUN, begin, type DTYPES, EPOCHS } from './trainings.ts';

interface Result {
  readonly name: string;
  readonly dtype: (typeof DTYPES)[number];
  readonly processes: number;
  readonly losses: readonly number[];
  readonly validations: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly optimizer: Readonly<Record<string, readonly number[]>>;
}

const FOLDER = join(import.meta.dirname, '../fixtures/torchrun');
const results = JSON.parse(readFileSync(join(FOLDER, 'results.json'), 'utf8')) as Result[];
const TOLERANCE = { float32: 1e-4, float64: 1e-9 };

function expectClose(ours: ArrayLike<number>, theirs: readonly number[], tolerance: number): void {
  expect(theirs).toHaveLength(ours.length);
  const apart = Array.from(theirs, (value, i) => Math.abs(value - ours[i]));
  expect(Math.max(...apart)).toBeLessThan(tolerance);
}

function expectSame(
  ours: Readonly<Record<string, Tensor>>,
  theirs: Result['weights'],
  tolerance: number,
): void {
  expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
  for (const [name, value] of Object.entries(ours)) {
    expectClose(value.toTypedArray(), theirs[name], tolerance);
  }
}

describe('torchrun', () => {
  it.each(results)(
    'trains $name in $dtype on $processes processes as it is trained here',
    ({ name, dtype, losses, validations, weights, optimizer }) => {
      const { trainer, train, validation } = begin(name, dtype);
      for (const _ of trainer.run({ train, validation }));
      const { history } = trainer;
      const tolerance = TOLERANCE[dtype];
      expect(losses.length).toBeGreaterThan(100);
      expectClose(
        history.iterations.slice(-losses.length).map(({ loss }) => loss),
        losses,
        tolerance,
      );
      expect(validations).toHaveLength(EPOCHS - BEGUN);
      expectClose(
        history.validations.slice(BEGUN).map(({ loss }) => loss),
        validations,
        tolerance,
      );
      expectSame(trainer.model.state(), weights, tolerance);
      expectSame(trainer.optimizerState(), optimizer, tolerance);
    },
  );

  it('was given these files: run generate.ts again when they change', () => {
    const { trainer, train, validation } = begin('adamW', 'float32');
    const job = trainingJob(trainer, { train, validation });
    const there = readdirSync(join(FOLDER, 'job'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(FOLDER, 'job/').length))
      .filter((name) => !name.startsWith('trained/'));
    expect(Object.keys(job).sort()).toEqual(there.sort());
    for (const [name, bytes] of Object.entries(job)) {
      expect(Buffer.from(bytes).equals(readFileSync(join(FOLDER, 'job', name))), name).toBe(true);
    }
  });
});

describe('importTraining', () => {
  it('gives the model with its new weights, and the state of the optimizer', () => {
    const { predictor, optimizer, epoch, iteration, processes } = importTraining(
      join(FOLDER, 'job'),
    );
    const result = results.find(
      (one) => one.name === 'adamW' && one.dtype === 'float32' && one.processes === 2,
    );
    expect([epoch, iteration, processes]).toEqual([EPOCHS, EPOCHS * 7, 2]);
    expectSame(predictor.model.state(), result?.weights ?? {}, 1e-12);
    expectSame(optimizer, result?.optimizer ?? {}, 1e-12);
  });

  it('refuses a job that has not come to its end', () => {
    expect(() => importTraining(FOLDER)).toThrow(/start\/model\.safetensors.*Run it first/);
  });
});
