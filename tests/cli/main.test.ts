import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { writeIris, writeText } from './files.ts';
import { run, workFolder } from './run.ts';

const { at } = workFolder();
const data = at('iris.csv');
writeIris(data);

const commands = [
  ...['train', 'evaluate', 'predict', 'plan'],
  ...['find-epochs', 'search', 'inspect', 'plot'],
];

describe('epochal', () => {
  it('says its version and what it can do', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
    const { code, out, err } = await run(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
  });

  it('without a command shows the same as an error', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe((await run(['--help'])).out);
  });

  it.each(commands)('%s --help explains every option, with examples', async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}# .+\n {2}epochal /);
    expect(
      out.split('\n').filter((line) => line.length > 100 && !line.includes('epochal')),
    ).toEqual([]);
    expect((await run([name, 'x', '-h', '--nonsense'])).out).toBe(out);
  });

  it('suggests a command', async () => {
    const { code, err } = await run(['trian']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^epochal: Expected a command: .*; received trian. Did you mean train\?\n$/,
    );
  });
});

describe('what does not work is one line with a remedy, and exit code 1', () => {
  const gaps = writeText(at('gaps.csv'), 'a,b,y', '1,2,x', '3,,z');
  const many = writeText(
    at('many.csv'),
    'id,a,y',
    ...Array.from({ length: 150 }, (_, k) => `n${k},${k},${k % 2}`),
  );

  it.each<[string, string[], RegExp]>([
    ['a missing file', ['nix.csv', '--target', 'y'], /nix.csv.*no such file.*Check the path/],
    ['a missing column', [data, '--target', 'speces'], /"speces".*Did you mean species\?/],
    [
      'a missing value',
      [gaps, '--target', 'y'],
      /row 3, column 2 \(b\).*imputed: --missing median, mean or mode/,
    ],
    ['an id', [many, '--target', 'y'], /Leave the column out: --ignore id, or declare it: --categ/],
    ['a class of one sample', [gaps, '--target', 'y', '--ignore', 'b'], /class.*would be missing/],
    ['no place to save', [data, '--target', 'species', '--save', at('no/m.st')], /m.st.*folders/],
    ['a folder to save as', [data, '--target', 'species', '--save', at('.')], /received a folder/],
    [
      'divergence',
      [data, '--target', 'species', '--learning-rate', '1e30'],
      /Lower --learning-rate/,
    ],
  ])('%s', async (_, words, says) => {
    const { code, err } = await run(['train', ...words]);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err).toMatch(/^epochal: [^\n]+\n$/);
  });
});

describe('what makes no sense has exit code 2', () => {
  it.each<[string[], RegExp]>([
    [['--learning-rate=abc'], /^epochal: --learning-rate: .*received "abc"/],
    [['--task', 'regression'], /numbers in column species/],
    [['--validation', '1'], /a fraction from 0 to below 1/],
    [['--validation', '0', '--early-stopping', '3'], /a validation part, whose loss it watches/],
    [['--resume'], /--checkpoint FOLDER/],
    [['--activation', 'relo'], /Did you mean relu\?/],
    [['--activation', 'softmax'], /Expected one of/],
    [['--optimizer', '__proto__'], /Expected one of adadelta/],
    [['--hidden', '0'], /a whole number from 1 to/],
  ])('%j', async (words, says) => {
    const { code, err, out } = await run(['train', data, '--target', 'species', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
});
