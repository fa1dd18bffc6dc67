/** The command as a process of its own: signals, pipes, exit codes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../../src/node/index.ts';
import { bundleCommand, writeDigits, writeIris } from '../../cli/files.ts';
import { workFolder } from '../../cli/run.ts';

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

/** Runs a training run, and does something to it when it has shown its third epoch. */
function disturb(words: readonly string[], act: (child: ChildProcess) => void): Promise<Gone> {
  const child = spawn(process.execPath, [...program, ...words], { cwd: folder });
  let [out, err, acted] = ['', '', false];
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdout.on('data', (text) => {
    out += text;
    if (acted || (out.match(/^epoch +\d+\//gm) ?? []).length < 3) return;
    acted = true;
    act(child);
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out, err })),
  );
}

describe('a training run that is killed', () => {
  // Seconds long, so that a signal comes in time on a machine that is busy with other things, too.
  const words = [
    ...['train', 'digits.csv', '--target', 'digit', '--hidden', '256,256', '--epochs', '120'],
    ...['--dropout', '0.2', '--seed', '7', '--early-stopping', '100', '--batch-size', '24'],
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
      expect(stdout).toMatch(/Continuing after [\d,]+ iterations, in epoch ([2-9]|[1-9]\d+)\./);
      expect(readBytes(at(`${signal}.safetensors`))).toEqual(whole);
      const log = readFileSync(at(`${signal}/log.jsonl`), 'utf8')
        .trimEnd()
        .split('\n');
      const epochs = log.map((line) => JSON.parse(line)).filter(({ type }) => type === 'epochEnd');
      expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, k) => k + 1));
    },
    60_000,
  );

  it('says how to continue, even where it was not told to keep checkpoints', async () => {
    const { code, err } = await disturb(words, (child) => child.kill('SIGINT'));
    expect(code).toBe(130);
    expect(err).toMatch(/^Interrupted after \d+ complete epochs of 120/);
    const command = /^ {2}npx epochal (train .*)$/m.exec(err)?.[1] ?? '';
    const { status, stdout } = finish(...command.split(' '), '--save', 'again.safetensors');
    expect([status, stdout.includes('Continuing after')]).toEqual([0, true]);
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

  it('that is closed does not keep a model from being saved, but is told', async () => {
    const words = ['train', 'iris.csv', '--target', 'species', '--epochs', '40', '--save', 'p.st'];
    const { code, err } = await disturb(words, (child) => child.stdout?.destroy());
    expect(code).toBe(141);
    expect(err).toMatch(
      /^epochal: standard output: Expected output that can be written; received a pipe that nobody reads any more\. Write to a file, or read all of it\.$/m,
    );
    expect(finish('evaluate', 'p.st', 'iris.csv').status).toBe(0);
    finish(...words.slice(0, -1), 'whole.st');
    expect(readBytes(at('p.st'))).toEqual(readBytes(at('whole.st')));
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

describe.runIf(process.platform === 'linux')('a full disk', () => {
  const words = ['train', 'iris.csv', '--target', 'species', '--epochs', '5'];
  const shell = (command: string, ...args: readonly string[]) => {
    const line = [process.execPath, ...program, ...args].map((word) => `'${word}'`).join(' ');
    const text = command.replace('COMMAND', line);
    return spawnSync('sh', ['-c', text], { cwd: folder, encoding: 'utf8' });
  };

  it.each(['full.st', undefined])('for what is shown: the model is saved (%s)', (file) => {
    const save = file === undefined ? [] : ['--save', file];
    const { status, stderr } = shell('COMMAND > /dev/full', ...words, ...save);
    expect([status, stderr]).toEqual([
      1,
      'epochal: standard output: Expected output that can be written; received a full disk. Make room; nothing that was there before has changed.\n',
    ]);
    if (file !== undefined) expect(finish('evaluate', file, 'iris.csv').status).toBe(0);
  });

  it('with room for a part of what is shown is no success', () => {
    const predict = ['predict', 'full.st', 'iris.csv'];
    // One block; SIGXFSZ is ignored, so that the operating system writes what fits.
    const { status, stderr } = shell("trap '' XFSZ; ulimit -f 1; COMMAND > part.csv", ...predict);
    expect([status, stderr]).toEqual([
      1,
      'epochal: standard output: Expected output that can be written; received a file as large as is allowed. Choose another place.\n',
    ]);
    const whole = finish(...predict).stdout;
    const part = readFileSync(at('part.csv'), 'utf8');
    expect(whole.startsWith(part) && part.length < whole.length).toBe(true);
  });

  it('for the log: the training continues, the model is saved, the log has whole lines', () => {
    const log = [...words.slice(0, -1), '60', '--log', 'full', '--save', 'log.st'];
    const { status, stderr } = shell("trap '' XFSZ; ulimit -f 8; COMMAND > /dev/null", ...log);
    expect(status).toBe(1);
    const said = (name: string) =>
      `epochal: writing full/${name}: Expected a file that can be written; received a file as large as is allowed. Choose another place.\n`;
    expect(stderr).toBe(said('log.jsonl') + said('log.csv'));
    expect(finish('evaluate', 'log.st', 'iris.csv').status).toBe(0);
    for (const line of readFileSync(at('full/log.jsonl'), 'utf8').trimEnd().split('\n')) {
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });
});

describe('two trainings', () => {
  const words = ['train', 'digits.csv', '--target', 'digit', '--epochs', '2000', '--hidden', '64'];

  it.each(['--log', '--checkpoint'])(
    'do not share a folder: %s',
    async (option) => {
      const shared = [...words, option, 'shared'];
      let second: ReturnType<typeof finish> | undefined;
      let id: number | undefined;
      const first = await disturb(shared, (child) => {
        id = child.pid;
        second = finish(...shared);
        child.kill('SIGKILL');
      });
      expect(first.signal).toBe('SIGKILL');
      expect([second?.status, second?.stdout]).toEqual([1, '']);
      expect(second?.stderr).toContain(`${option} shared: Expected a folder that no other process`);
      expect(second?.stderr).toContain(`process ${id} on`);
      expect(finish(...words.slice(0, -4), '--epochs', '1', option, 'shared').status).toBe(0);
    },
    60_000,
  );

  it('that are interrupted in one folder are both kept', async () => {
    const gone = await Promise.all(
      ['1', '2'].map((seed) =>
        disturb([...words, '--seed', seed], (child) => child.kill('SIGINT')),
      ),
    );
    const folders = gone.map(({ err }) => /--checkpoint (\S+)/.exec(err)?.[1] ?? '');
    expect(folders[0]).not.toBe(folders[1]);
    for (const [at, { err }] of gone.entries()) {
      const command = /^ {2}npx epochal (train .*)$/m.exec(err)?.[1] ?? '';
      const resumed = await disturb(command.split(' '), (child) => child.kill('SIGINT'));
      expect(resumed.out).toContain('Continuing after');
      expect(resumed.err).toContain(folders[at]);
    }
  }, 60_000);
});

it('exit codes reach the shell', () => {
  expect(finish('plan', '--samples', '9', '--epochs', '1').status).toBe(0);
  expect(finish('train', 'nix.csv', '--target', 'y').status).toBe(1);
  expect(finish('trian').status).toBe(2);
}, 60_000);
