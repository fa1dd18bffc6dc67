/**
 * Saves a checkpoint in a process of its own, again and again, with strace killing the process, or failing
 * the call, at each system call of the save in turn; checks each time that a whole one is left, and loaded. For
 * Linux with strace. The tests do the same without it, see write_atomically.test.ts.
 *
 *   npx tsx tests/node/kill_with_strace.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCheckpoint, previousGeneration, saveCheckpoint } from '../../src/node/index.ts';
import { writeCheckpoint } from '../../src/persistence/index.ts';
import { restingTraining } from '../persistence/checkpoints.ts';

const CALLS = 'statx readlink openat fchmod write fsync close link unlink rename'.split(' ');
const resting = restingTraining();
const atEpoch = (epoch: number) => ({ ...resting, progress: { ...resting.progress, epoch } });
const [oldest, old, fresh] = [1, 2, 3].map((epoch) => Buffer.from(writeCheckpoint(atEpoch(epoch))));
const kept: readonly (readonly [file: Buffer, previous: Buffer])[] = [
  [old, oldest],
  [old, old],
  [fresh, old],
];

/** The process that saves: says that it is ready, waits for a word, saves. */
function save(path: string): void {
  fs.writeSync(1, 'ready');
  fs.readSync(0, new Uint8Array(1));
  saveCheckpoint(path, atEpoch(3));
}

/** Whether there was such a call to fail. */
async function saveWith(path: string, call: string, fault: string, at: number): Promise<boolean> {
  const script = fileURLToPath(import.meta.url);
  const saving = spawn(process.execPath, ['--import', 'tsx', script, path]);
  await heard(saving, 'ready');
  const inject = `inject=${call}:${fault}:when=${at}`;
  const tracing = spawn('strace', ['-p', `${saving.pid}`, '-e', `trace=${call}`, '-e', inject]);
  let trace = '';
  tracing.stderr.on('data', (text) => {
    trace += text;
  });
  await heard(tracing, 'attached');
  const ends = [once(saving, 'exit'), once(tracing, 'exit')];
  saving.stdin.end('x');
  await Promise.all(ends);
  return trace.includes('(INJECTED)') || trace.includes('killed by SIGKILL');
}

async function heard(child: ChildProcess, word: string): Promise<void> {
  let text = '';
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part) => {
        text += part;
        if (text.includes(word)) resolve();
      });
    }
  });
}

function fail(message: string): never {
  throw new Error(message);
}

/** Throws unless the file and the generation before it are whole; counts which they are. */
async function everyCall(folder: string, fault: string): Promise<string> {
  const path = join(folder, 'run.checkpoint');
  const outcomes = [0, 0, 0];
  for (const call of CALLS) {
    for (let at = 1; ; at++) {
      for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name));
      fs.writeFileSync(path, old);
      fs.writeFileSync(previousGeneration(path), oldest);
      if (!(await saveWith(path, call, fault, at))) break;
      const file = fs.readFileSync(path);
      const previous = fs.readFileSync(previousGeneration(path));
      const which = kept.findIndex(([one, other]) => file.equals(one) && previous.equals(other));
      const { epoch } = loadCheckpoint(path, { warn: fail }).progress;
      if (which < 0 || epoch !== (which === 2 ? 3 : 2))
        throw new Error(`${fault} at ${call} number ${at} left no whole file`);
      outcomes[which]++;
    }
  }
  const saves = outcomes.reduce((a, b) => a + b);
  return `${fault}: ${saves} saves; ${outcomes[0]} left the old file, ${outcomes[1]} the old one twice, ${outcomes[2]} the new one`;
}

if (process.argv[2] !== undefined) {
  save(process.argv[2]);
} else {
  const folder = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
  for (const fault of ['signal=KILL', 'error=ENOSPC', 'error=EIO']) {
    process.stdout.write(`${await everyCall(folder, fault)}\n`);
  }
  fs.rmSync(folder, { recursive: true });
}
