/** Folders: made, and held by one process at a time. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, makeNewFolder } from '../../../src/node/folder.ts';
import { FileError } from '../../../src/node/index.ts';

const top = fs.mkdtempSync(join(tmpdir(), 'epochal-folders-'));
afterAll(() => fs.rmSync(top, { recursive: true }));

describe('makeFolder', () => {
  it('makes those around it, too, and leaves what is there', () => {
    makeFolder(join(top, 'a', 'b', 'c'));
    makeFolder(join(top, 'a'));
    expect(fs.statSync(join(top, 'a', 'b', 'c')).isDirectory()).toBe(true);
    fs.writeFileSync(join(top, 'file'), '');
    expect(() => makeFolder(join(top, 'file', 'x'))).toThrow(FileError);
  });
});

it('makeNewFolder takes a name that is free', () => {
  const name = join(top, 'interrupted');
  const made = [makeNewFolder(name), makeNewFolder(name), makeNewFolder(name)];
  expect(made).toEqual([name, `${name}-2`, `${name}-3`]);
  expect(() => makeNewFolder(join(top, 'none', 'x'))).toThrow(FileError);
});

describe('a lock on a folder', () => {
  const program = join(top, 'lock.mjs');
  const folder = join(top, 'locked');
  const lock = join(folder, 'epochal.lock');

  beforeAll(async () => {
    const module = fileURLToPath(new URL('../../../src/node/folder_lock.ts', import.meta.url));
    const contents = `
      import { readSync } from 'node:fs';
      import { lockFolder } from ${JSON.stringify(module)};
      try {
        for (const time of [1, 2]) lockFolder('--log', process.argv[2], 1000);
        process.stdout.write('held');
        if (process.argv[3] !== 'end') readSync(0, new Uint8Array(1));
      } catch (error) {
        process.stdout.write(error.name + ': ' + error.message);
      }`;
    const stdin = { contents, resolveDir: top };
    await build({ stdin, outfile: program, bundle: true, platform: 'node', format: 'esm' });
  });

  beforeEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder);
  });

  const lockOnce = () =>
    spawnSync(process.execPath, [program, folder, 'end'], { encoding: 'utf8' }).stdout;

  async function holder() {
    const child = spawn(process.execPath, [program, folder]);
    await once(child.stdout, 'data');
    return child;
  }

  it('is taken away with its process, and keeps others out until then, who are told of it', async () => {
    const child = await holder();
    const link = join(top, 'link');
    fs.symlinkSync(folder, link);
    expect(lockOnce()).toMatch(
      `StateError: --log ${folder}: Expected a folder that no other process writes to; received that of process ${child.pid} on ${hostname()}, running since 2`,
    );
    expect(lockOnce()).toMatch('Wait for it, end it, or choose another folder.');
    expect(
      spawnSync(process.execPath, [program, link, 'end'], { encoding: 'utf8' }).stdout,
    ).toMatch('StateError');
    child.stdin.end('x');
    await once(child, 'exit');
    expect(fs.readdirSync(folder)).toEqual([]);
    expect(lockOnce()).toBe('held');
  });

  it('does not count when its process was killed', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(fs.existsSync(lock)).toBe(true);
    expect(lockOnce()).toBe('held');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('does not count when its number came again', async () => {
    const child = await holder();
    const text = JSON.parse(fs.readFileSync(lock, 'utf8'));
    child.kill('SIGKILL');
    await once(child, 'exit');
    fs.writeFileSync(lock, JSON.stringify({ ...text, process: process.pid }));
    expect(lockOnce()).toBe('held');
  });

  it.each(['of another machine', 'half written', 'empty'])(
    '%s counts while it is renewed',
    async (kind) => {
      const contents = {
        'of another machine': JSON.stringify({
          machine: 'x',
          host: 'x',
          process: 1,
          since: '2020',
        }),
        'half written': '{"mach',
        empty: '',
      }[kind] as string;
      fs.writeFileSync(lock, contents);
      const renewing = setInterval(() => fs.utimesSync(lock, new Date(), new Date()), 20);
      const child = spawn(process.execPath, [program, folder, 'end']);
      const [said] = await once(child.stdout, 'data');
      clearInterval(renewing);
      expect(`${said}`).toMatch('StateError');
      expect(fs.readFileSync(lock, 'utf8')).toBe(contents);
      expect(lockOnce()).toBe('held');
    },
  );

  it('says what is wrong with the folder', () => {
    fs.rmSync(folder, { recursive: true });
    expect(lockOnce()).toMatch('FileError');
  });
});
