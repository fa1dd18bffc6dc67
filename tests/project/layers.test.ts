import { describe, expect, it } from 'vitest';
import type { Import, Source } from './sources.ts';
import { importsOf, layerOf, librarySources, source } from './sources.ts';

/** Lowest first. A file imports from its own layer and from the rows below, not from its neighbours. */
const ROWS = [
  ['errors'],
  ['numerics'],
  ['tensor', 'wasm'],
  ['formats'],
  ['ops'],
  ['autograd'],
  ['graph'],
  ['threads'],
  ['initializers', 'schedules'],
  ['nn', 'losses', 'optimizers'],
  ['metrics'],
  ['data', 'transfer'],
  ['interop'],
  ['train'],
  ['persistence', 'learn', 'testing', 'symbolic', 'selection'],
  ['charts', 'torchrun'],
  ['index.ts'],
  ['node'],
  ['cli'],
  ['demo'],
];

/** Who may import which package. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  ndarray: ['interop'],
  seedrandom: ['tensor'],
  mathjs: ['symbolic'],
  tinypool: ['node'],
  'node:': ['node', 'cli'],
};

/** What a browser pays for when it imports `epochal` must not include these. */
const OUTSIDE_THE_CORE = [
  'data/sets/',
  'learn/',
  'testing/',
  'symbolic/',
  'selection/',
  'charts/',
  'threads/',
  'torchrun/',
  'node/',
  'cli/',
  'demo/',
];

/**
 * What files hold is bytes, numbers, texts and tensors: of the layers below, a format needs the words of
 * errors and tensors, and nothing that computes. Anyone who wants a model or a dataset of it stands above.
 */
const GROUND: Readonly<Record<string, readonly string[]>> = {
  formats: ['errors', 'tensor'],
};

const row = (path: string): number => ROWS.findIndex((names) => names.includes(layerOf(path)));

function upward(imports: readonly Import[]): string[] {
  return imports
    .filter(({ relative, from, to }) => {
      if (!relative || layerOf(from) === layerOf(to)) return false;
      return row(from) < 0 || row(to) < 0 || row(to) >= row(from);
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** Imports of the ground floor that know more than they should. */
function aboveGround(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, relative }) => {
      const allowed = GROUND[layerOf(from)];
      if (!relative || allowed === undefined || layerOf(from) === layerOf(to)) return false;
      return !allowed.includes(layerOf(to));
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** `seedrandom/lib/alea` belongs to `seedrandom`; all of Node is one package here. */
function packageOf(specifier: string): string {
  return specifier.startsWith('node:') ? 'node:' : specifier.split('/')[0];
}

function misplacedPackages(imports: readonly Import[]): string[] {
  return imports
    .filter(({ relative, from, to }) => {
      const name = packageOf(to);
      return !relative && !PACKAGES[name]?.includes(layerOf(from));
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** The first circle that a depth-first walk meets, as the list of its files; empty if there is none. */
function circle(imports: readonly Import[]): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const { from, to, relative } of imports) {
      if (!relative || from !== file) continue;
      const found = visit(to);
      if (found.length > 0) return found;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const { from } of imports) {
    const found = visit(from);
    if (found.length > 0) return found;
  }
  return [];
}

function reachable(start: string, imports: readonly Import[]): string[] {
  const seen = new Set([start]);
  for (const file of seen) {
    for (const { from, to, relative } of imports) if (relative && from === file) seen.add(to);
  }
  return [...seen];
}

const allImports = (files: readonly Source[]): Import[] => files.flatMap(importsOf);

describe('the layers of src', () => {
  const files = librarySources();
  const imports = allImports(files);

  it('holds every file in a layer that has a place in the order', () => {
    expect(files.map(({ path }) => path).filter((path) => row(path) < 0)).toEqual([]);
  });

  it('imports files by their full names', () => {
    const known = new Set(files.map(({ path }) => path));
    expect(imports.filter(({ relative, to }) => relative && !known.has(to))).toEqual([]);
  });

  it('imports only downward', () => {
    expect(upward(imports)).toEqual([]);
  });

  it('keeps the ground floor to bytes and tensors', () => {
    const grounded = files.map(({ path }) => layerOf(path)).filter((name) => name in GROUND);
    expect(new Set(grounded)).toEqual(new Set(Object.keys(GROUND)));
    expect(aboveGround(imports)).toEqual([]);
  });

  it('has no circle between files', () => {
    expect(circle(imports)).toEqual([]);
  });

  it('imports packages only where they belong', () => {
    expect(misplacedPackages(imports)).toEqual([]);
  });

  it.each(['ndarray', 'seedrandom'])('imports %s in one file only', (name) => {
    const importers = new Set(
      imports.filter(({ to }) => packageOf(to) === name).map(({ from }) => from),
    );
    expect([...importers]).toHaveLength(1);
  });

  it('keeps data sets, teaching, testing and Node out of the core', () => {
    const core = reachable('index.ts', imports);
    expect(core.filter((path) => OUTSIDE_THE_CORE.some((p) => path.startsWith(p)))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const planted = (path: string, text: string) => importsOf(source(path, text));

  it.each([
    "import { a } from '../train/trainer.ts';",
    "import type { A } from '../train/trainer.ts';",
    "export { a } from '../train/trainer.ts';",
    "export * from '../train/trainer.ts';",
    "const a = await import('../train/trainer.ts');",
    "type A = import('../train/trainer.ts').A;",
    "import a = require('../train/trainer.ts');",
    "const a = require('../train/trainer.ts');",
  ])('see the upward import in: %s', (text) => {
    expect(upward(planted('ops/add.ts', text))).toEqual(['ops/add.ts imports train/trainer.ts']);
  });

  it('see an import between neighbours, and from a folder that is no layer', () => {
    expect(upward(planted('nn/dense.ts', "import '../losses/huber.ts';"))).toHaveLength(1);
    expect(upward(planted('nn/dense.ts', "import '../helpers/a.ts';"))).toHaveLength(1);
    expect(upward(planted('helpers/a.ts', "import '../errors/a.ts';"))).toHaveLength(1);
  });

  it('allow an import of the own layer and of a lower one', () => {
    const text = "import './linear.ts'; import '../tensor/tensor.ts';";
    expect(upward(planted('nn/dense.ts', text))).toEqual([]);
  });

  it('see a format that knows more than bytes and tensors', () => {
    const text = (layer: string) => `import type { A } from '../../${layer}/a.ts';`;
    const from = 'formats/numpy/npy.ts';
    for (const layer of ['ops', 'numerics', 'wasm', 'nn', 'data']) {
      expect(aboveGround(planted(from, text(layer)))).toEqual([`${from} imports ${layer}/a.ts`]);
    }
    const allowed = `${text('errors')} ${text('tensor')} import '../zip/pack.ts';`;
    expect(aboveGround(planted(from, allowed))).toEqual([]);
    expect(aboveGround(planted('nn/dense.ts', text('ops')))).toEqual([]);
  });

  it('see a circle of two, of three, and of types only', () => {
    const files = (...edges: [string, string][]) =>
      edges.flatMap(([from, to]) => planted(from, `import type { A } from './${to}';`));
    expect(circle(files(['a.ts', 'b.ts'], ['b.ts', 'a.ts']))).toEqual(['a.ts', 'b.ts', 'a.ts']);
    expect(
      circle(files(['z.ts', 'a.ts'], ['a.ts', 'b.ts'], ['b.ts', 'c.ts'], ['c.ts', 'a.ts'])),
    ).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts']);
    expect(circle(files(['a.ts', 'b.ts'], ['a.ts', 'c.ts'], ['b.ts', 'c.ts']))).toEqual([]);
  });

  it('see packages in the wrong place', () => {
    const text = "import 'mathjs'; import 'node:fs'; import 'lodash'; import 'ndarray';";
    expect(misplacedPackages(planted('ops/add.ts', text))).toHaveLength(4);
    expect(misplacedPackages(planted('symbolic/parse.ts', "import 'mathjs';"))).toEqual([]);
  });

  it('see what the core reaches through another file', () => {
    const imports = [
      ...planted('index.ts', "export * from './data/dataset.ts';"),
      ...planted('data/dataset.ts', "import './sets/digits.ts';"),
    ];
    expect(reachable('index.ts', imports)).toContain('data/sets/digits.ts');
  });
});
