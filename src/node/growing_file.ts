/** A file that is appended to in wholes: what fits only by half on a full disk is taken back. */
import fs from 'node:fs';
import { dirname } from 'node:path';
import { fileBehind } from './file_behind.ts';
import { codeOf } from './file_error.ts';
import { syncFolder } from './folder.ts';

/** What is asked of `node:fs`; tests pass one that fails where they want it to. */
export type AppendingFileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'openSync'
  | 'readSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'writeSync'
>;

export interface GrowingFile {
  /** Everything or nothing. The first call replaces what was there, unless it was cut before. */
  append(bytes: Uint8Array): void;
  /** Leaves the whole lines of the first bytes, to continue behind them. @returns how many bytes that is */
  cut(bytes: number): number;
  /** What has been appended outlasts a power cut from now on. */
  sync(): void;
}

export function growingFile(path: string, fileSystem: AppendingFileSystem = fs): GrowingFile {
  let isBegun = false;
  let isSynced = true;
  let isNameSynced = false;
  /** How much of the file is whole, where half of something could not be taken back. */
  let whole: number | undefined;

  function append(bytes: Uint8Array): void {
    let before: number | undefined; // the size, once all bytes are written
    try {
      opened(isBegun ? 'a' : 'w', (descriptor) => {
        isBegun = true;
        isSynced = false;
        if (whole !== undefined) takeBack(descriptor, whole);
        const { size } = fileSystem.fstatSync(descriptor);
        try {
          writeAll(descriptor, bytes);
        } catch (error) {
          try {
            takeBack(descriptor, size);
          } catch {
            // The error that led here is the one to report; the next call tries again.
          }
          throw error;
        }
        before = size;
      });
    } catch (error) {
      // A full disk may show only when the file is closed: then nothing was appended, so that what
      // the caller offers again is not there twice.
      if (before !== undefined) whole = before;
      throw error;
    }
  }

  function takeBack(descriptor: number, size: number): void {
    whole = size;
    if (fileSystem.fstatSync(descriptor).isFile()) fileSystem.ftruncateSync(descriptor, size);
    whole = undefined;
  }

  function writeAll(descriptor: number, bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) {
      const taken = fileSystem.writeSync(descriptor, bytes, written, bytes.length - written);
      if (taken === 0) throw new Error('a disk that takes no more');
      written += taken;
    }
  }

  function cut(bytes: number): number {
    isBegun = true;
    isSynced = false;
    try {
      return opened('r+', (descriptor) => {
        const stats = fileSystem.fstatSync(descriptor);
        if (!stats.isFile()) return bytes; // what went through a pipe is gone, and in order
        const end = endOfLine(descriptor, Math.min(bytes, stats.size));
        fileSystem.ftruncateSync(descriptor, end);
        whole = undefined;
        return end;
      });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      return 0;
    }
  }

  /** Where the last whole line before ends. */
  function endOfLine(descriptor: number, before: number): number {
    const part = Buffer.alloc(64 * 1024);
    for (let end = before; end > 0; ) {
      const start = Math.max(0, end - part.length);
      const read = fileSystem.readSync(descriptor, part, 0, end - start, start);
      const newline = part.subarray(0, read).lastIndexOf('\n');
      if (newline >= 0) return start + newline + 1;
      end = start;
    }
    return 0;
  }

  function sync(): void {
    if (isSynced) return;
    const isFile = opened('r+', (descriptor) => {
      if (!fileSystem.fstatSync(descriptor).isFile()) return false;
      fileSystem.fsyncSync(descriptor);
      return true;
    });
    if (isFile && !isNameSynced) syncFolder(dirname(fileBehind(path, fileSystem)), fileSystem);
    isNameSynced = true;
    isSynced = true;
  }

  function opened<T>(flags: 'a' | 'r+' | 'w', act: (descriptor: number) => T): T {
    const descriptor = fileSystem.openSync(path, flags);
    try {
      return act(descriptor);
    } finally {
      fileSystem.closeSync(descriptor);
    }
  }

  return { append, cut, sync };
}
