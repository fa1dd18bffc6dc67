/** Disks that fail: real ones at a chosen call, and one in memory whose power can be cut. */
import fs from 'node:fs';
import type { AppendingFileSystem } from '../../../src/node/growing_file.ts';
import type { FileSystem } from '../../../src/node/index.ts';

export class Killed extends Error {}

/** What happens at the call: it fails with this code, or the process ends before or inside of it. */
export type Fault = 'ENOSPC' | 'EIO' | 'killed before' | 'killed inside';

/**
 * The real file system, until call number `at` (from 0). After a kill nothing works any more, as for
 * a process that is gone. `calls` counts, so that a test can continue until no call is left to fail.
 */
export function failAt(
  at: number,
  fault: Fault,
): { fileSystem: FileSystem & AppendingFileSystem; calls: string[] } {
  const calls: string[] = [];
  const fail = (name: string, run: () => unknown): unknown => {
    const number = calls.push(name) - 1;
    const kills = fault.startsWith('killed');
    if (number < at || (number > at && !kills)) return run();
    if (number === at && fault === 'killed inside') run();
    if (kills) throw new Killed();
    throw Object.assign(new Error(fault), { code: fault });
  };
  const fileSystem = new Proxy(fs, {
    get(target, name: keyof (FileSystem & AppendingFileSystem)) {
      return (...args: unknown[]) =>
        fail(name, () => Reflect.apply(target[name], fs, half(name, args)));
    },
  });
  return { fileSystem, calls };
}

/** Long writes are done by half, as nearly full disks do. */
function half(name: string, args: unknown[]): unknown[] {
  if (name !== 'writeSync') return args;
  const [descriptor, bytes, offset, length] = args;
  return [descriptor, bytes, offset, Math.ceil(Number(length) / 2)];
}

interface Inode {
  contents: Uint8Array;
  /** What is on the disk for sure. */
  synced: Uint8Array;
}

type Change = (names: Map<string, Inode>) => void;

/**
 * A folder in memory that forgets, when the power is cut, whatever was not synced: contents of files,
 * and any selection of the changes of names since the folder was synced.
 */
export class UnsafeDisk {
  names = new Map<string, Inode>();
  private durable = new Map<string, Inode>();
  private pending: Change[] = [];
  private readonly open = new Map<number, Inode | 'folder'>();
  private next = 3;

  constructor(files: Readonly<Record<string, Uint8Array>>) {
    for (const [name, contents] of Object.entries(files)) {
      this.durable.set(name, { contents, synced: contents });
    }
    this.names = new Map(this.durable);
  }

  /** For each selection of changes that reached the disk: what a file holds then. */
  afterPowerCut(name: string): (Uint8Array | undefined)[] {
    return Array.from({ length: 2 ** this.pending.length }, (_, selection) => {
      const names = new Map(this.durable);
      this.pending.forEach((change, i) => {
        if ((selection >> i) & 1) change(names);
      });
      return names.get(name)?.synced;
    });
  }

  private change(change: Change): void {
    change(this.names);
    this.pending.push(change);
  }

  private find(path: string): Inode {
    const inode = this.names.get(path);
    if (inode === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return inode;
  }

  /** The part of `node:fs` that saving uses. */
  fileSystem(): FileSystem {
    const disk = {
      statSync: (path: string) =>
        this.names.has(path) && { isFile: () => true, isDirectory: () => false, mode: 0o644 },
      realpathSync: (path: string) => {
        this.find(path);
        return path;
      },
      readlinkSync: (path: string) => {
        throw Object.assign(new Error(path), { code: this.names.has(path) ? 'EINVAL' : 'ENOENT' });
      },
      openSync: (path: string, flags: string) => {
        const descriptor = this.next++;
        if (path === '.') {
          this.open.set(descriptor, 'folder');
        } else if (flags === 'wx') {
          const inode = { contents: new Uint8Array(0), synced: new Uint8Array(0) };
          this.change((names) => names.set(path, inode));
          this.open.set(descriptor, inode);
        } else {
          this.open.set(descriptor, this.find(path));
        }
        return descriptor;
      },
      fchmodSync: () => undefined,
      writeSync: (descriptor: number, bytes: Uint8Array, offset: number, length: number) => {
        const inode = this.open.get(descriptor) as Inode;
        const taken = Math.min(length, 3);
        inode.contents = Uint8Array.from([
          ...inode.contents,
          ...bytes.subarray(offset, offset + taken),
        ]);
        return taken;
      },
      fsyncSync: (descriptor: number) => {
        const inode = this.open.get(descriptor);
        if (inode === 'folder') {
          this.durable = new Map(this.names);
          this.pending = [];
        } else if (inode !== undefined) {
          inode.synced = inode.contents;
        }
      },
      closeSync: (descriptor: number) => {
        this.open.delete(descriptor);
      },
      linkSync: (from: string, to: string) => {
        const inode = this.find(from);
        this.change((names) => names.set(to, inode));
      },
      copyFileSync: (from: string, to: string) => {
        const inode = { contents: this.find(from).contents, synced: new Uint8Array(0) };
        this.change((names) => names.set(to, inode));
      },
      renameSync: (from: string, to: string) => {
        const inode = this.find(from);
        if (this.names.get(to) === inode) return; // two names of one file: nothing happens
        this.change((names) => {
          names.delete(from);
          names.set(to, inode);
        });
      },
      rmSync: (path: string) => {
        if (this.names.has(path)) this.change((names) => names.delete(path));
      },
    };
    return disk as unknown as FileSystem;
  }
}
