/** docs/epoch.ts trains the network of README.md by itself: the same bits, in a file that stays small. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { source, walk } from '../project/sources.ts';
import { execute, root } from './execute.ts';
import { documents, type Example, examplesOf } from './markdown.ts';

const path = 'docs/epoch.ts';
const text = readFileSync(join(root, path), 'utf8');

/** The example of README.md that docs/epoch.ts stands beside: the program right behind the link to it. */
function readmeExample(): Example {
  const [readme] = documents();
  const link = readme.text.indexOf('[epoch.ts](docs/epoch.ts) trains this network');
  const example = examplesOf(readme).find(({ block }) => block.start > link);
  if (link < 0 || example === undefined) throw new Error('README.md has no network for epoch.ts');
  return example;
}

/** What the program of README.md leaves, printed to the last bit: losses by epoch, and the parameters. */
async function trainedByTheLibrary(): Promise<{ losses: number[]; parameters: number[][] }> {
  const values = 'model.parameters().map((one) => [...one.toTypedArray()])';
  const result = `{ losses: epochs.map(({ loss }) => loss), parameters: ${values} }`;
  const { program } = readmeExample();
  const printed = await execute(`${program}\nconsole.log(JSON.stringify(${result}));\n`);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

describe('docs/epoch.ts', () => {
  let trained: typeof import('../../docs/epoch.ts');

  beforeAll(async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    trained = await import('../../docs/epoch.ts');
    log.mockRestore();
  });

  it('prints, run by itself, what the network of README.md prints', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', path], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(readmeExample().output?.content);
  });

  it("has the library's loss of every epoch and its final parameters, to the bit", async () => {
    const { losses, parameters } = await trainedByTheLibrary();
    expect(losses).toHaveLength(100);
    expect(trained.losses).toEqual(losses);
    const own = trained.parameters.map((rows) => rows.flatMap((row) => [...row]));
    expect(own).toEqual(parameters);
  });

  it('imports nothing', () => {
    expect(importsOf(text)).toEqual([]);
    const planted = [
      'import "a"',
      'export * from "a"',
      'import("a")',
      'require("a")',
      'process.on',
    ];
    expect(planted.filter((line) => importsOf(line).length === 0)).toEqual([]);
  });

  it('has at most 200 lines of at most 110 characters', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(200);
    expect(lines.filter((line) => line.length > 110)).toEqual([]);
  });
});

/** Everything by which a program comes to what stands in another file or belongs to Node. */
function importsOf(program: string): string[] {
  const found: string[] = [];
  const { tree } = source('program.ts', program);
  walk(tree, (node) => {
    const declared =
      ts.isImportDeclaration(node) ||
      ts.isImportEqualsDeclaration(node) ||
      (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined);
    const named = ts.isIdentifier(node) && /^(require|process|module)$/.test(node.text);
    if (declared || named || node.kind === ts.SyntaxKind.ImportKeyword) found.push(node.getText());
  });
  return found;
}
