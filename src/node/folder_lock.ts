/**
 * Locks on folders, so that two processes do not write the same files. A lock is a file that says who
 * holds it. One that a dead process has left does not count and is replaced: a process of this machine
 * can be asked for; one in a container or across a network renews its lock while it lives.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StateError } from '../errors/errors.ts';
import { codeOf, FileError } from './file_error.ts';

const NAME = 'epochal.lock';

/** How often a lock is renewed; how long nobody has to do so before its holder is taken for dead. */
const RENEWAL = 5_000;
const WATCH = 30_000;
/** A lock that is older than this does not have to be watched. */
const OLD = 600_000;

interface Holder {
  /** Where its number means this process: the host, since it was started, and the container. */
  readonly machine: string;
  readonly host: string;
  readonly process: number;
  /** When it began, where that is known: numbers of processes come again. */
  readonly began: string;
  readonly since: string;
}

/** The locks that this process holds. */
const held = new Set<string>();

/**
 * Holds a folder until the process ends. A folder that it holds already is its own.
 * @param where what asks for it, such as an option
 * @param watch how long to watch the lock of another machine, in milliseconds
 * @throws StateError when another living process holds it; FileError
 */
export function lockFolder(where: string, folder: string, watch = WATCH): void {
  inFolder(folder, () => {
    const path = join(fs.realpathSync(folder), NAME);
    if (held.has(path)) return;
    while (!take(path)) {
      const text = textOf(path);
      const holder = parse(text);
      if (isAlive(path, holder, watch)) throw taken(where, folder, holder);
      remove(path, text);
    }
    held.add(path);
    if (held.size > 1) return;
    setInterval(renew, RENEWAL).unref();
    process.once('exit', release);
  });
}

/** Whether there was none. */
function take(path: string): boolean {
  try {
    const self = { ...identity(), since: new Date().toISOString() };
    fs.writeFileSync(path, JSON.stringify(self), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    fs.rmSync(path, { force: true }); // a full disk has room for a name
    throw error;
  }
}

/** Takes a lock away, unless somebody else has done so and has put one of his own there. */
function remove(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`;
  unlessMissing(() => fs.renameSync(path, aside));
  if (textOf(aside) !== text) unlessMissing(() => fs.linkSync(aside, path));
  fs.rmSync(aside, { force: true });
}

function isAlive(path: string, holder: Holder | undefined, watch: number): boolean {
  const { machine } = identity();
  if (holder?.machine !== machine) return isRenewed(path, watch);
  try {
    process.kill(holder.process, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return beginningOf(holder.process) === holder.began;
}

/** Whether somebody touches a file, or has taken it away. */
function isRenewed(path: string, watch: number): boolean {
  const changed = () => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const before = changed();
  if (before === undefined || Date.now() - before > OLD) return false;
  const sleeping = new Int32Array(new SharedArrayBuffer(4));
  for (const end = Date.now() + watch; Date.now() < end; ) {
    Atomics.wait(sleeping, 0, 0, watch / 30);
    if (changed() !== before) return changed() !== undefined;
  }
  return false;
}

function renew(): void {
  const now = new Date();
  for (const path of held) {
    try {
      fs.utimesSync(path, now, now);
    } catch {
      // No reason to end a training run.
    }
  }
}

function release(): void {
  for (const path of held) {
    const holder = parse(textOf(path));
    const { machine, process: own } = identity();
    if (holder?.machine === machine && holder.process === own) fs.rmSync(path, { force: true });
  }
}

function identity(): Omit<Holder, 'since'> {
  const host = hostname();
  const boot = orNothing(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const container = orNothing(() => fs.readlinkSync('/proc/self/ns/pid'));
  const machine = [host, boot, container].join(' ');
  return { machine, host, process: process.pid, began: beginningOf(process.pid) };
}

/** As Linux counts, see proc(5): field 22, of which the second may have any characters in brackets. */
function beginningOf(id: number): string {
  const stat = orNothing(() => fs.readFileSync(`/proc/${id}/stat`, 'utf8'));
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? 'ended' : (fields[18] ?? '');
}

/** Of a lock that is half written nobody knows who does. */
function parse(text: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(text);
    const isWhole = typeof holder === 'object' && holder !== null && 'process' in holder;
    return isWhole ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (path: string) => orNothing(() => fs.readFileSync(path, 'utf8'));

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function unlessMissing(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  }
}

function inFolder(folder: string, act: () => void): void {
  try {
    act();
  } catch (cause) {
    if (cause instanceof StateError) throw cause;
    throw new FileError(
      { where: `locking ${folder}`, expected: 'a folder that can be written to' },
      { cause },
    );
  }
}

function taken(where: string, folder: string, holder: Holder | undefined): StateError {
  const who =
    holder === undefined
      ? 'one of another process'
      : `that of process ${holder.process} on ${holder.host}, running since ${holder.since}`;
  return new StateError({
    where: `${where} ${folder}`,
    expected: 'a folder that no other process writes to',
    received: who,
    remedy: 'Wait for it, end it, or choose another folder.',
  });
}
