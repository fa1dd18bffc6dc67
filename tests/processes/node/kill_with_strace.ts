/**
 * Saves a checkpoint, and trains with logs, in a process of its own, again and again, with strace killing the
 * process, or failing the call, at each system call in turn. Checks each time that a whole checkpoint is left
 * and loaded, and that the training that continues from there ends with the logs of one that was not disturbed.
 * For Linux with strace. The tests do the same without it, see write_atomically.test.ts and log_file.test.ts.
 *
 *   npx tsx tests/processes/node/kill_with_strace.ts [fault]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadCheckpoint, previousGeneration } from '../../../src/node/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/index.ts';
import { readRecords } from '../../train/logs/tensor_board/reader.ts';
import { atEpoch, trainIn } from './strace_child.ts';

const CALLS =
  'statx lstat fstat readlink openat pread64 fchmod ftruncate write pwrite64 fsync close link unlink rename'.split(
    ' ',
  );
const FAULTS = process.argv.slice(2, 3);
if (FAULTS.length === 0) FAULTS.push('signal=KILL', 'error=ENOSPC', 'error=EIO');

const top = fs.mkdtempSync(join(tmpdir(), 'epochal-'));
const program = join(top, 'child.mjs');
const folder = join(top, 'run');

const [oldest, old] = [1, 2].map((epoch) => Buffer.from(writeCheckpoint(atEpoch(epoch))));
const damaged = Buffer.from(old);
damaged[damaged.length - 5] ^= 4;

interface Disturbed {
  /** Whether there was such a call. */
  readonly happened: boolean;
  readonly code: number | null;
}

async function disturb(task: string, path: string, inject: string): Promise<Disturbed> {
  const child = spawn(process.execPath, [program, task, path]);
  await heard(child, 'ready');
  const call = inject.split(':')[0];
  const options = ['-e', `trace=${call}`, '-e', `inject=${inject}`];
  const tracing = spawn('strace', ['-p', `${child.pid}`, ...options]);
  let trace = '';
  tracing.stderr.on('data', (text) => {
    trace += text;
  });
  await heard(tracing, 'attached');
  const ends = [once(child, 'close'), once(tracing, 'close')]; // when all that they said was heard
  child.stdin.end('x');
  const [[code]] = await Promise.all(ends);
  return { code, happened: trace.includes('(INJECTED)') || trace.includes('killed by SIGKILL') };
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

/** A folder as it is before, and the epoch that a checkpoint in it is loaded with. */
interface Scene {
  readonly name: string;
  readonly path: string;
  readonly epoch: number;
  lay(): void;
}

const file = join(folder, 'run.checkpoint');
const link = join(folder, 'latest');

const scenes: readonly Scene[] = [
  { name: 'whole', path: file, epoch: 2, lay: () => generations(file, old, oldest) },
  { name: 'damaged', path: file, epoch: 1, lay: () => generations(file, damaged, oldest) },
  {
    ...{ name: 'behind a symbolic link', path: link, epoch: 2 },
    lay() {
      fs.mkdirSync(join(folder, 'disk'));
      generations(join(folder, 'disk', 'run.checkpoint'), old, oldest);
      fs.symlinkSync(join('disk', 'run.checkpoint'), link);
    },
  },
];

function generations(path: string, present: Buffer, before: Buffer): void {
  fs.writeFileSync(path, present);
  fs.writeFileSync(previousGeneration(path), before);
}

/** Throws unless the newest of the whole checkpoints is loaded, and the generation before it is whole. */
async function everySave(scene: Scene, fault: string): Promise<string> {
  const { name, path, epoch, lay } = scene;
  const counts = await everyCall(fault, async (inject) => {
    lay();
    const { happened, code } = await disturb('save', path, inject);
    const found = loadCheckpoint(path, { warn: () => {} }).progress.epoch;
    readCheckpoint(fs.readFileSync(previousGeneration(path)));
    if (found !== 3 && (found !== epoch || code === 0))
      throw new Error(`${name}, ${inject}: epoch ${found}`);
    return happened && (found === 3 ? 'the new one' : 'the one of before');
  });
  return `${fault}, ${name}: ${counts}`;
}

/** Throws unless the training that continues ends with the logs of one that nothing happened to. */
async function everyTraining(fault: string): Promise<string> {
  fs.mkdirSync(folder);
  await trainIn(folder);
  const whole = logs();
  const counts = await everyCall(fault, async (inject) => {
    const { happened, code } = await disturb('train', folder, inject);
    const torn = eventFiles().map((name) => fs.readFileSync(join(folder, name)));
    if (fault !== 'signal=KILL') for (const bytes of torn) readRecords(bytes);
    await trainIn(folder);
    if (logs() !== whole) throw new Error(`${inject}: other logs`);
    return happened && (code === 0 ? 'not disturbed' : 'disturbed');
  });
  return `${fault}, logs: ${counts}`;
}

const eventFiles = () => fs.readdirSync(folder).filter((name) => name.startsWith('events.'));

/** Without what a clock said. */
function logs(): string {
  const [csv, json] = ['log.csv', 'log.jsonl'].map((name) =>
    fs.readFileSync(join(folder, name), 'utf8'),
  );
  return (
    csv.replaceAll(/^((?:[^,\n]*,){6})[\d.e-]+/gm, '$1') +
    json.replaceAll(/"seconds":[\d.e-]+/g, '')
  );
}

/** Does it with the fault at each call, until there is no such call; counts what came of it. */
async function everyCall(
  fault: string,
  act: (inject: string) => Promise<string | false>,
): Promise<string> {
  const outcomes = new Map<string, number>();
  for (const call of CALLS) {
    for (let at = 1; ; at++) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder);
      const outcome = await act(`${call}:${fault}:when=${at}`);
      if (outcome === false) break;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  fs.rmSync(folder, { recursive: true });
  const total = [...outcomes.values()].reduce((a, b) => a + b, 0);
  return `${total} times; ${[...outcomes].map(([name, n]) => `${n} ${name}`).join(', ')}`;
}

const child = join(dirname(fileURLToPath(import.meta.url)), 'strace_child.ts');
await build({
  entryPoints: [child],
  outfile: program,
  ...{
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['tinypool'],
    ignoreAnnotations: true,
  },
});
for (const fault of FAULTS) {
  for (const scene of scenes) process.stdout.write(`${await everySave(scene, fault)}\n`);
  process.stdout.write(`${await everyTraining(fault)}\n`);
}
fs.rmSync(top, { recursive: true });
