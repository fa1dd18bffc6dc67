import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FileSystem,
  previousGeneration,
  writeFileAtomically,
} from '../../../src/node/index.ts';
import { refusal } from '../../persistence/files.ts';
import { type Fault, failAt, Killed, UnsafeDisk } from './faulty_disk.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const oldest = 'the oldest generation';
const old = 'the old contents';
const fresh = 'the new contents, which are longer than the old ones';

let folder: string;
let path: string;
const contentsOf = (file: string) => fs.readFileSync(file, 'utf8');
const others = () => fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'));

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
  path = join(folder, 'run.safetensors');
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const noLinks = () => {
  throw Object.assign(new Error('no links'), { code: 'EPERM' });
};

function lay(): void {
  for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name));
  fs.writeFileSync(path, old);
  fs.writeFileSync(previousGeneration(path), oldest);
}

/** Saves once for each call that a save makes, with that call failing; returns the calls' names. */
function failEverywhere(fault: Fault, check: (call: string, error: unknown) => void): string[] {
  for (let at = 0; ; at++) {
    lay();
    const { fileSystem, calls } = failAt(at, fault);
    let error: unknown;
    try {
      writeFileAtomically(path, bytesOf(fresh), { keepPrevious: true, fileSystem });
    } catch (thrown) {
      error = thrown;
    }
    if (calls.length <= at) return calls;
    check(calls[at], error);
  }
}

describe('writeFileAtomically', () => {
  it('makes a new file, and replaces one', () => {
    writeFileAtomically(path, bytesOf(old));
    expect(contentsOf(path)).toBe(old);
    writeFileAtomically(path, bytesOf(fresh));
    expect(contentsOf(path)).toBe(fresh);
    expect(fs.readdirSync(folder)).toEqual(['run.safetensors']);
    writeFileAtomically(path, new Uint8Array(0));
    expect(contentsOf(path)).toBe('');
  });

  it('keeps one previous generation, if asked', () => {
    for (const text of ['1', '2', '3']) {
      writeFileAtomically(path, bytesOf(text), { keepPrevious: true });
    }
    expect([contentsOf(path), contentsOf(previousGeneration(path))]).toEqual(['3', '2']);
    expect(others()).toEqual([]);
  });

  it('keeps it where files cannot have two names', () => {
    lay();
    const fileSystem: FileSystem = { ...fs, linkSync: noLinks };
    writeFileAtomically(path, bytesOf(fresh), { keepPrevious: true, fileSystem });
    expect([contentsOf(path), contentsOf(previousGeneration(path))]).toEqual([fresh, old]);
  });

  it('continues after a save that ended between the two renames', () => {
    lay();
    fs.rmSync(previousGeneration(path));
    fs.linkSync(path, previousGeneration(path)); // both names of the same file
    writeFileAtomically(path, bytesOf(fresh), { keepPrevious: true });
    expect([contentsOf(path), contentsOf(previousGeneration(path))]).toEqual([fresh, old]);
    expect(others()).toEqual([]);
  });

  it('keeps permissions and symbolic links', () => {
    lay();
    fs.chmodSync(path, 0o640);
    const link = join(folder, 'latest');
    fs.symlinkSync(path, link);
    writeFileAtomically(link, bytesOf(fresh));
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect([contentsOf(path), fs.statSync(path).mode & 0o777]).toEqual([fresh, 0o640]);
  });

  it('follows a symbolic link, also where nothing is behind it', () => {
    fs.mkdirSync(join(folder, 'disk'));
    fs.symlinkSync(join('disk', 'run'), join(folder, 'first'));
    fs.symlinkSync('first', join(folder, 'second'));
    const link = join(folder, 'second');
    expect(previousGeneration(link)).toBe(join(fs.realpathSync(folder), 'disk', 'run.previous'));
    for (const text of ['1', '2']) {
      writeFileAtomically(link, bytesOf(text), { keepPrevious: true });
      expect(contentsOf(join(folder, 'disk', 'run'))).toBe(text);
    }
    expect(contentsOf(previousGeneration(link))).toBe('1');
    expect(fs.readdirSync(folder).sort()).toEqual(['disk', 'first', 'second']);
    fs.rmSync(join(folder, 'disk', 'run'));
    expect(contentsOf(previousGeneration(link))).toBe('1');
  });

  it('does not put a damaged file in the place of a whole one', () => {
    const keepPrevious = (file: string) => fs.existsSync(file) && contentsOf(file) !== 'damaged';
    lay();
    fs.writeFileSync(path, 'damaged');
    writeFileAtomically(path, bytesOf(fresh), { keepPrevious });
    expect([contentsOf(path), contentsOf(previousGeneration(path))]).toEqual([fresh, oldest]);
    fs.writeFileSync(path, 'damaged');
    fs.writeFileSync(previousGeneration(path), 'damaged');
    writeFileAtomically(path, bytesOf(fresh), { keepPrevious });
    expect(contentsOf(previousGeneration(path))).toBe('damaged');
    fs.rmSync(previousGeneration(path));
    fs.writeFileSync(path, 'damaged');
    writeFileAtomically(path, bytesOf(fresh), { keepPrevious });
    expect(contentsOf(previousGeneration(path))).toBe('damaged'); // nothing is thrown away
  });

  it('leaves the previous generation alone where nobody can tell what is whole', () => {
    for (const unknown of [path, previousGeneration(path)]) {
      lay();
      const keepPrevious = (file: string) => {
        if (file === unknown) throw new Error('a disk that fails');
        return false;
      };
      writeFileAtomically(path, bytesOf(fresh), { keepPrevious });
      expect([contentsOf(path), contentsOf(previousGeneration(path))]).toEqual([fresh, oldest]);
    }
  });

  it.each([true, false])(
    'uses no name twice, for another thread may do so (links: %s)',
    (links) => {
      const names = new Set<string>();
      for (let save = 0; save < 20; save++) {
        const own = new Set<string>();
        const fileSystem = new Proxy<FileSystem>(links ? fs : { ...fs, linkSync: noLinks }, {
          get:
            (target, name: keyof FileSystem) =>
            (...args: unknown[]) => {
              for (const text of args) if (`${text}`.endsWith('.tmp')) own.add(`${text}`);
              return Reflect.apply(target[name], fs, args);
            },
        });
        writeFileAtomically(path, bytesOf(fresh), { keepPrevious: true, fileSystem });
        expect(own.size).toBe(save === 0 ? 1 : 2);
        for (const name of own) {
          expect(names).not.toContain(name);
          names.add(name);
        }
      }
      expect(others()).toEqual([]);
    },
  );

  it('says what is wrong with a path', () => {
    expect(refusal(() => writeFileAtomically(folder, bytesOf(fresh))).received).toBe('a folder');
    const nowhere = refusal(() => writeFileAtomically(join(folder, 'no', 'x'), bytesOf(fresh)));
    expect(nowhere).toMatchObject({ name: 'FileError', code: 'ENOENT' });
    expect(nowhere.where).toContain(join('no', 'x'));
    const device = refusal(() => writeFileAtomically('/dev/null', bytesOf(fresh)));
    expect(device.received).toContain('device');
  });
});

describe('whatever call a save is killed at', () => {
  it.each<Fault>(['killed before', 'killed inside'])(
    '%s: a whole file is there, and the generation before',
    (fault) => {
      const seen = new Set<string>();
      const calls = failEverywhere(fault, (_, error) => {
        expect((error as Error).cause).toBeInstanceOf(Killed);
        const both = [contentsOf(path), contentsOf(previousGeneration(path))];
        expect([
          [old, oldest],
          [old, old],
          [fresh, old],
        ]).toContainEqual(both);
        seen.add(both.join());
      });
      expect(seen.size).toBe(3);
      expect(new Set(calls)).toEqual(
        new Set([
          'statSync',
          'realpathSync',
          'openSync',
          'fchmodSync',
          'writeSync',
          'fsyncSync',
          'closeSync',
          'rmSync',
          'linkSync',
          'renameSync',
        ]),
      );
    },
  );
});

describe('whatever call fails', () => {
  it.each<Fault>(['ENOSPC', 'EIO'])(
    'with %s: the old file stays, the error says so, nothing is left over',
    (fault) => {
      let renamed = false;
      failEverywhere(fault, (call, error) => {
        const tidying = error === undefined; // not being able to tidy up, or to link, is no failure
        if (tidying) {
          expect(['rmSync', 'linkSync']).toContain(call);
          expect(contentsOf(path)).toBe(fresh);
          return;
        }
        expect(error).toMatchObject({ name: 'FileError', code: fault });
        renamed ||= contentsOf(path) === fresh;
        if (!renamed) expect(contentsOf(path)).toBe(old);
        expect(others()).toEqual([]);
      });
      expect(renamed).toBe(true); // the last calls, which sync the folder
    },
  );
});

describe('whenever the power is cut', () => {
  const file = 'run';
  const before = { [file]: bytesOf(old), [previousGeneration(file)]: bytesOf(oldest) };
  const texts = (states: (Uint8Array | undefined)[]) =>
    states.map((bytes) => bytes && new TextDecoder().decode(bytes));

  it.each([true, false])('a whole file is on the disk (with links: %s)', (links) => {
    const disk = new UnsafeDisk(before);
    const unsafe = disk.fileSystem();
    let cuts = 0;
    const fileSystem = new Proxy(unsafe, {
      get:
        (target, name: keyof FileSystem) =>
        (...args: unknown[]) => {
          if (name === 'linkSync' && !links) throw new Error('no links');
          const result: unknown = Reflect.apply(target[name], target, args);
          for (const text of texts(disk.afterPowerCut(file))) expect([old, fresh]).toContain(text);
          for (const text of texts(disk.afterPowerCut(previousGeneration(file)))) {
            expect([oldest, old]).toContain(text);
          }
          cuts++;
          return result;
        },
    });
    writeFileAtomically(file, bytesOf(fresh), { keepPrevious: true, fileSystem });
    expect(cuts).toBeGreaterThan(20);
  });

  it('after a save has returned, the new contents are on the disk', () => {
    const disk = new UnsafeDisk(before);
    writeFileAtomically(file, bytesOf(fresh), { fileSystem: disk.fileSystem() });
    expect(new Set(texts(disk.afterPowerCut(file)))).toEqual(new Set([fresh]));
  });
});
