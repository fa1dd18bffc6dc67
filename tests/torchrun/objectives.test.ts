/** `objective.py` of every loss beside the loss; see generate_objectives.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parameter } from '../../src/index.ts';
import * as losses from '../../src/losses/all.ts';
import { OBJECTIVES, programOf } from './objectives.ts';

interface Found {
  readonly program: string;
  readonly losses: readonly number[];
  readonly gradient: readonly number[];
}

const FILE = join(import.meta.dirname, '../fixtures/torchrun/objectives.json');
const found = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, Found>>;

function expectClose(ours: ArrayLike<number>, theirs: readonly number[]): void {
  expect(theirs).toHaveLength(ours.length);
  const apart = theirs.map(
    (value, i) => Math.abs(value - ours[i]) / Math.max(1, Math.abs(ours[i])),
  );
  expect(Math.max(...apart)).toBeLessThan(1e-12);
}

describe('objective.py', () => {
  it.each(Object.entries(OBJECTIVES))('gives the losses and slopes of %s', (name, objective) => {
    expect(programOf(objective)).toBe(found[name].program); // what ran there
    const outputs = parameter(objective.outputs);
    const own = objective.loss.perSample(outputs, objective.targets);
    own.sum().backward();
    expectClose(own.toTypedArray(), found[name].losses);
    expectClose(outputs.gradient?.toTypedArray() ?? [], found[name].gradient);
  });

  it('has every loss of the library', () => {
    const covered = new Set(Object.values(OBJECTIVES).map(({ loss }) => loss.name));
    expect([...covered].sort()).toEqual(Object.keys(losses).sort());
  });
});
