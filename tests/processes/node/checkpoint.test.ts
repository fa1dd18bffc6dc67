/** Checkpoints on a disk: one of the last two is always whole. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import {
  FileError,
  loadCheckpoint,
  previousGeneration,
  saveCheckpoint,
} from '../../../src/node/index.ts';
import { writeCheckpoint } from '../../../src/persistence/index.ts';
import { restingTraining } from '../../persistence/checkpoints.ts';
import { refusal } from '../../persistence/files.ts';

const state = restingTraining();
const atEpoch = (epoch: number) => ({ ...state, progress: { ...state.progress, epoch } });

let folder: string;
let path: string;
let warnings: string[];
const damage = (file: string) => {
  const bytes = fs.readFileSync(file);
  bytes[bytes.length - 5] ^= 4;
  fs.writeFileSync(file, bytes);
};
const load = () => loadCheckpoint(path, { warn: (text) => warnings.push(text) }).progress.epoch;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
  path = join(folder, 'run.checkpoint');
  warnings = [];
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

describe('saveCheckpoint and loadCheckpoint', () => {
  it('keep the last checkpoint and the one before it', () => {
    for (const epoch of [1, 2, 3]) saveCheckpoint(path, atEpoch(epoch));
    expect(load()).toBe(3);
    expect(loadCheckpoint(previousGeneration(path)).progress.epoch).toBe(2);
    expect(fs.readdirSync(folder)).toEqual(['run.checkpoint', 'run.checkpoint.previous']);
    expect(warnings).toEqual([]);
  });

  it('go back to the one before it, and say so, when the last one is damaged or gone', () => {
    for (const epoch of [1, 2]) saveCheckpoint(path, atEpoch(epoch));
    damage(path);
    expect(load()).toBe(1);
    expect(warnings.join()).toMatch(
      /the contents are not those that were written.*Using the checkpoint before it, .*previous\.$/,
    );
    fs.rmSync(path);
    expect(load()).toBe(1);
    expect(warnings[1]).toMatch('no such file');
  });

  it('never put a damaged one in the place of the whole one before it', () => {
    for (const epoch of [1, 2]) saveCheckpoint(path, atEpoch(epoch));
    damage(path);
    expect(load()).toBe(1);
    saveCheckpoint(path, atEpoch(3));
    expect(load()).toBe(3);
    expect(loadCheckpoint(previousGeneration(path)).progress.epoch).toBe(1);
    saveCheckpoint(path, atEpoch(4));
    expect(loadCheckpoint(previousGeneration(path)).progress.epoch).toBe(3);
  });

  it('find both through a symbolic link', () => {
    const link = join(folder, 'latest');
    fs.mkdirSync(join(folder, 'disk'));
    fs.symlinkSync(join('disk', 'run.checkpoint'), link);
    for (const epoch of [1, 2]) saveCheckpoint(link, atEpoch(epoch));
    path = link;
    expect(load()).toBe(2);
    damage(link);
    expect(load()).toBe(1);
    fs.rmSync(join(folder, 'disk', 'run.checkpoint'));
    expect(load()).toBe(1);
    expect(fs.readdirSync(folder).sort()).toEqual(['disk', 'latest']);
  });

  it('complain of the file itself when there is no other', () => {
    expect(refusal(load)).toBeInstanceOf(FileError);
    fs.writeFileSync(path, 'not a checkpoint');
    expect(refusal(load)).toBeInstanceOf(DataError);
    fs.writeFileSync(previousGeneration(path), writeCheckpoint(state).subarray(0, 100));
    expect(refusal(load).message).toMatch('a header');
    expect(warnings).toEqual([]);
  });
});
