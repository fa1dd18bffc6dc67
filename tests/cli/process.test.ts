/** The command as a process of its own: signals, pipes, exit codes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../src/node/index.ts';
import { bundleCommand, writeDigits, writeIris } from './files.ts';
import { workFolder } from './run.ts';

const { folder, at } = workFolder();
const program = [at('epochal.mjs')];

beforeAll(async () => {
  await bundleCommand(program[0]);
  writeDigits(at('digits.csv'), 400);
  writeIris(at('iris.csv'));
});

function finish(...words: readonly string[]) {
  return spawnSync(process.execPath, [...program, ...words], { cwd: folder, encoding: 'utf8' });
}

interface Gone {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a training, and does something to it when it has shown its third epoch. */
function disturb(words: readonly string[], act: (child: ChildProcess) => void): Promise<Gone> {
  const child = spawn(process.execPath, [...program, ...words], { cwd: folder });
  let [out, err, acted] = ['', '', false];
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdout.on('data', (text) => {
    out += text;
    if (acted || !/epoch +3\//.test(out)) return;
    acted = true;
    act(child);
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out, err })),
  );
}

describe('a training that is killed', () => {
  // Seconds long, so that a signal comes in time on a machine that is busy with other things, too.
  const words = [
    ...['train', 'digits.csv', '--target', 'digit', '--hidden', '256,256', '--epochs', '300'],
    ...['--dropout', '0.2', '--seed', '7', '--early-stopping', '250', '--batch-size', '24'],
  ];
  let whole: Uint8Array;

  beforeAll(() => {
    const { status, stderr } = finish(...words, '--save', 'whole.safetensors');
    expect([status, stderr]).toEqual([0, '']);
    whole = readBytes(at('whole.safetensors'));
  }, 60_000);

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s ends with the same bits once it was resumed',
    async (signal) => {
      const kept = [...words, '--checkpoint', signal, '--resume', '--log', signal];
      const save = ['--save', `${signal}.safetensors`];
      const gone = await disturb([...kept, ...save], (child) => child.kill(signal));
      expect(existsSync(at(`${signal}.safetensors`)), 'it was killed in time').toBe(false);
      const codes = { SIGINT: 130, SIGTERM: 143, SIGKILL: null };
      expect([gone.code, gone.signal]).toEqual([
        ...[codes[signal], signal === 'SIGKILL' ? 'SIGKILL' : null],
      ]);
      const { status, stdout } = finish(...kept, ...save);
      expect(status).toBe(0);
      expect(stdout).toMatch(/Going on after [\d,]+ iterations, in epoch ([2-9]|[1-9]\d+)\./);
      expect(readBytes(at(`${signal}.safetensors`))).toEqual(whole);
      const log = readFileSync(at(`${signal}/log.jsonl`), 'utf8')
        .trimEnd()
        .split('\n');
      const epochs = log.map((line) => JSON.parse(line)).filter(({ type }) => type === 'epochEnd');
      expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, k) => k + 1));
    },
    60_000,
  );

  it('says how to go on, even where it was not told to keep checkpoints', async () => {
    const { code, err } = await disturb(words, (child) => child.kill('SIGINT'));
    expect(code).toBe(130);
    expect(err).toMatch(/^Interrupted after \d+ complete epochs of 300/);
    const command = /^ {2}npx epochal (train .*)$/m.exec(err)?.[1] ?? '';
    const { status, stdout } = finish(...command.split(' '), '--save', 'again.safetensors');
    expect([status, stdout.includes('Going on after')]).toEqual([0, true]);
    expect(readBytes(at('again.safetensors'))).toEqual(whole);
  }, 60_000);
});

describe('a pipe', () => {
  it('that is closed ends it quietly', async () => {
    const words = [
      'train',
      'digits.csv',
      '--target',
      'digit',
      '--hidden',
      '64',
      '--epochs',
      '2000',
    ];
    const { code, err } = await disturb(words, (child) => child.stdout?.destroy());
    expect([code, err]).toEqual([141, '']);
  }, 60_000);

  it('gets all of a long output', () => {
    const words = ['train', 'digits.csv', '--target', 'digit', '--epochs', '1', '--save', 'd.st'];
    expect(finish(...words).status).toBe(0);
    const predict = ['predict', 'd.st', 'digits.csv', '--probabilities'];
    const shell = [process.execPath, ...program, ...predict].map((word) => `'${word}'`).join(' ');
    const { stdout } = spawnSync('sh', ['-c', `${shell} | cat`], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\n')).toHaveLength(402);
    expect(stdout).not.toContain('\u001b');
  }, 60_000);
});

it('exit codes reach the shell', () => {
  expect(finish('plan', '--samples', '9', '--epochs', '1').status).toBe(0);
  expect(finish('train', 'nix.csv', '--target', 'y').status).toBe(1);
  expect(finish('trian').status).toBe(2);
}, 60_000);
