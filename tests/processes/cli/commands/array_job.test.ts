/** A search as an array job: run by whatever, by several processes at once, it is the search in one process. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { quoted } from '../../../../src/cli/words/quoted.ts';
import { bundleCommand, writeIris } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { folder, at } = workFolder();
const data = at('iris.csv');
writeIris(data);

const text = (name: string) => readFileSync(at(name), 'utf8');
const linesOf = (name: string) => text(name).trimEnd().split('\n');

/** The second trial of three fails. */
const GRID = ['--grid', 'hidden=4,8x8 learning-rate=0.1,1e30,0.01'];
const SEARCH = ['search', data, '--target', 'species', '--epochs', '3', '--seed', '7', ...GRID];
const into = (name: string) => [...SEARCH, '--checkpoint', at(name)];
const fromResult = (out: string) => out.slice(out.indexOf('The result'));

/** Without what a folder has files for, and by how many threads it was computed. */
const withoutFiles = (out: string) =>
  fromResult(out).replaceAll(/^(To run one again|threads ).*\n/gm, '');
const withoutThreads = (json: string) => json.replace(/,"threads":1,"oneThread":"[^"]*"/, '');

async function done(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await run(words);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** What the search finds in one process: what is shown, its table, and its JSON. */
let whole: { readonly shown: string; readonly table: string; readonly json: string };

beforeAll(async () => {
  const shown = withoutFiles(await done(...SEARCH, '--table', at('whole.csv')));
  const json = withoutThreads(await done(...SEARCH, '--json'));
  whole = { shown, table: text('whole.csv'), json };
});

async function expectWhole(name: string): Promise<void> {
  const table = at(`${name}.csv`);
  const out = await done(...into(name), '--merge', '--table', table);
  expect(withoutFiles(out)).toBe(whole.shown);
  expect(readFileSync(table, 'utf8')).toBe(whole.table);
  expect(await done(...into(name), '--merge', '--json')).toBe(whole.json);
}

describe('processes of their own', () => {
  const program = at('epochal.mjs');
  const tools = at('tools');

  beforeAll(async () => {
    await bundleCommand(program);
    const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${program}' "$@"\n`;
    spawnSync('mkdir', [tools]);
    writeFileSync(`${tools}/npx`, npx, { mode: 0o755 });
  }, 60_000);

  function shell(line: string, more: NodeJS.ProcessEnv = {}) {
    const path = `${tools}${delimiter}${process.env.PATH}`;
    const env = { ...process.env, ...more, PATH: path };
    return spawnSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
  }

  const start = (...words: readonly string[]) =>
    spawn(process.execPath, [program, ...words], { cwd: folder });

  it('two at once, by the line that is printed, are the search in one', async () => {
    const out = await done(...into('by xargs'), '--array-job');
    const line = /^ {2}(tr .* \| xargs .*)$/m.exec(out)?.[1] ?? '';
    const { status, stdout, stderr } = shell(line);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^trial \d of 6 /gm)).toHaveLength(6);
    expect(readdirSync(at('by xargs')).filter((name) => name.startsWith('trial'))).toHaveLength(6);
    await expectWhole('by xargs');
    const merged = shell(`bash 'by xargs/merge.sh'`);
    expect([merged.status, withoutFiles(merged.stdout)]).toEqual([0, whole.shown]);
    expect(shell(line).stdout.match(/ended before/g)).toHaveLength(6);
  }, 60_000);

  it('by the script for Slurm, in any order, are the search in one', async () => {
    await done(...into('by_slurm'), '--array-job', '--trials-per-command', '4');
    expect(text('by_slurm/slurm.sh')).toContain('\n#SBATCH --array=1-2\n');
    for (const task of ['2', '1']) {
      const { status, stderr } = shell('bash by_slurm/slurm.sh', { SLURM_ARRAY_TASK_ID: task });
      expect([status, stderr]).toEqual([0, '']);
    }
    await expectWhole('by_slurm');
  }, 60_000);

  it('two that run the same trials at once do no harm', async () => {
    const children = ['1..6', '1..6'].map((only) => start(...into('both'), '--only', only));
    const codes = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(codes.map(([code]) => code)).toEqual([0, 0]);
    await expectWhole('both');
  }, 60_000);

  it('one that is killed keeps the trials that had ended, and continues with the next', async () => {
    const child = start(...into('killed'), '--only', '1..6');
    const exit = once(child, 'exit');
    while (!existsSync(at('killed/trial_2.json')) && child.exitCode === null) await wait(2);
    child.kill('SIGKILL');
    await exit;
    const kept = readdirSync(at('killed')).filter((name) => /^trial_\d\.json$/.test(name));
    expect(kept.length).toBeGreaterThanOrEqual(2);
    const times = () => kept.map((name) => statSync(at(`killed/${name}`)).mtimeMs);
    const before = times();
    const out = await done(...into('killed'), '--only', '1..6');
    expect(out.match(/ended before, see .*trial_\d\.json/gm)).toHaveLength(kept.length);
    expect(times()).toEqual(before);
    await expectWhole('killed');
  }, 60_000);
});

describe('the commands', () => {
  it('are one for each trial, and for those that are left a line for Slurm', async () => {
    const out = await done(...into('job'), '--array-job', '--json', '--table', at('table.csv'));
    const own = `npx epochal ${into('job').map(quoted).join(' ')}`;
    const commands = [1, 2, 3, 4, 5, 6].map((trial) => `${own} --only ${trial}`);
    const merge = `${own} --table ${at('table.csv')} --merge`;
    const job = {
      type: 'arrayJob',
      trials: 6,
      ended: 0,
      commands,
      left: [1, 2, 3, 4, 5, 6],
      merge,
    };
    expect(JSON.parse(out)).toEqual(job);
    expect(linesOf('job/commands.txt')).toEqual(commands);
    expect(linesOf('job/merge.sh')).toEqual(['#!/bin/bash', merge]);
    expect(text('job/slurm.sh')).toContain('\n#SBATCH --array=1-6\n');
    await done(...into('job'), '--only', '2,4..5');
    expect(JSON.parse(await done(...into('job'), '--array-job', '--json'))).toMatchObject({
      ...{ ended: 3, commands, left: [1, 3, 6] },
    });
    expect(text('job/slurm.sh')).toContain('\n#SBATCH --array=1,3,6\n');
    const parts = await done(...into('job'), '--array-job', '--trials-per-command=4');
    expect(parts).toContain('has 2 commands for 6 trials, of which 3 ended before.');
    expect(linesOf('job/commands.txt')).toEqual([`${own} --only 1..4`, `${own} --only 5..6`]);
    expect(text('job/slurm.sh')).toContain('\n#SBATCH --array=1-2\n');
    await done(...into('job'), '--only', '1,3,6');
    const all = await done(...into('job'), '--array-job');
    expect(all).toMatch(
      /of which 6 ended before\.\nMerge what they found:\n\n {2}npx .* --merge\n$/,
    );
    expect(existsSync(at('job/slurm.sh'))).toBe(false); // it would run ended commands again
    await expectWhole('job');
  });

  it('leave alone what stands after two hyphens', async () => {
    const words = ['--target', 'species', '--epochs', '1', '--checkpoint', at('hyphens')];
    const line = ['search', ...words, '--grid', 'hidden=4', '--array-job', '--', data];
    await done(...line);
    const [command] = linesOf('hyphens/commands.txt');
    expect(command).toMatch(/ --only 1 -- \S+iris\.csv$/);
    await done(...command.split(' ').slice(2));
  });
});

describe('a trial', () => {
  it('says what came of it, and that it had ended before', async () => {
    const first = await done(...into('one'), '--only', '3');
    expect(first).toMatch(/^trial 3 of 6 {2}loss \d\.\d{4} {2}hidden=4 learning-rate=0\.01\n$/);
    const again = await done(...into('one'), '--only', '3');
    expect(again).toBe(`${first.trimEnd()}  ended before, see ${at('one/trial_3.json')}\n`);
    const json = await done(...into('one'), '--only', '3', '--json');
    expect(whole.json).toContain(json);
  });

  it('that failed is named, with what to do about it, and is no failure of the command', async () => {
    const out = await done(...into('failing'), '--only', '1..6');
    expect(out).toMatch(
      /^trial 2 of 6 {2}failed: NonFiniteError {2}hidden=4 learning-rate=1e\+30 {2}.*Lower --learning-rate/m,
    );
    const merged = await done(...into('failing'), '--merge');
    expect(merged).toMatch(
      /The trials that failed\n═+\ntrial 2 {2}NonFiniteError: .*Lower --learning-rate.*\ntrial 5 {2}/,
    );
    expect(merged).toContain(`remove its file, such as ${at('failing/trial_2.json')}.`);
    rmSync(at('failing/trial_2.json'));
    expect((await run([...into('failing'), '--merge'])).err).toContain('none of trial 2.');
    expect(await done(...into('failing'), '--only', '2')).not.toContain('ended before');
  });

  it('of the last of all is missed like any other', async () => {
    await done(...into('last'), '--only', '1..5');
    const { code, err } = await run([...into('last'), '--merge', '--table', at('last.csv')]);
    expect([code, err]).toEqual([1, expect.stringContaining('received none of trial 6.')]);
    expect(existsSync(at('last.csv'))).toBe(false);
  });

  it('is interrupted by Ctrl-C, and keeps what had ended', async () => {
    const signal = AbortSignal.abort('SIGINT');
    const words = [...into('interrupted'), '--only', '1..2'];
    const { code, out } = await run(words, { interruption: () => signal });
    expect([code, out]).toEqual([130, '']);
    await done(...words);
  });
});

describe('one process', () => {
  it('continues after the trials of an array job, and an array job after its own', async () => {
    await done(...into('mixed'), '--only', '2,6');
    const out = await done(...into('mixed'), '--resume');
    expect(out).toContain('Continuing after 2 trials.\n3/6  ');
    expect(withoutFiles(out)).toBe(whole.shown);
    expect(await done(...into('mixed'), '--only', '1')).toContain(`see ${at('mixed')}\n`);
    await expectWhole('mixed');
  });

  it('draws the same trials at random as commands do, and more of them later', async () => {
    const space = ['--grid', 'learning-rate=0.001..0.1 optimizer=adam,sgd', '--trials'];
    const words = ['search', data, '--target', 'species', '--epochs', '2', ...space];
    const job = (trials: string) => [...words, trials, '--checkpoint', at('drawn')];
    await done(...job('3'), '--array-job');
    await done(...job('3'), '--only', '1..3');
    await done(...job('5'), '--array-job');
    expect(text('drawn/slurm.sh')).toContain('--array=4-5\n');
    await done(...job('5'), '--only', '5,4');
    const merged = await done(...job('5'), '--merge', '--json');
    expect(merged).toBe(withoutThreads(await done(...words, '5', '--json')));
  });
});
