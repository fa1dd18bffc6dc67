import { readFile, rm } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import ts from 'typescript';

/**
 * One file has a side effect: it puts the operations on the prototype of Tensor. For users
 * `sideEffects: false` holds all the same: every entry imports that file, so it shares a chunk with Tensor.
 */
const METHODS = /[\\/]autograd[\\/]methods\.ts$/;

const keepMethods: Plugin = {
  name: 'keep-methods',
  setup(build) {
    build.onResolve({ filter: /\/methods\.ts$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === keepMethods) return undefined;
      const found = await build.resolve(path, { ...from, pluginData: keepMethods });
      return { ...found, sideEffects: METHODS.test(found.path) };
    });
  },
};

type TsupPlugin = NonNullable<Options['plugins']>[number];

/**
 * Says `sideEffects: false` again inside the files, where chunks have joined them: whatever a module
 * calls to define its constants may be left out with them. Half of a small program depends on it.
 */
const markPure: Plugin = {
  name: 'mark-pure',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: METHODS.test(path) ? text : withPureConstants(text), loader: 'ts' };
    });
  },
};

function withPureConstants(text: string): string {
  const tree = ts.createSourceFile('', text, ts.ScriptTarget.Latest, true);
  let marked = '';
  let end = 0;
  for (const statement of tree.statements.filter(ts.isVariableStatement)) {
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || !computes(initializer)) continue;
      marked += `${text.slice(end, initializer.getStart())}/* @__PURE__ */ (() => (`;
      marked += `${initializer.getText()}))()`;
      end = initializer.end;
    }
  }
  return marked + text.slice(end);
}

/** Whether evaluating the expression runs anything, as far as a bundler could tell. */
function computes(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  const runs = ts.isCallExpression(node) || ts.isNewExpression(node);
  const reads = ts.isSpreadAssignment(node) || ts.isSpreadElement(node);
  return runs || reads || (ts.forEachChild(node, computes) ?? false);
}

/** The same for namespaces: a list of every layer stays out of programs that read no architectures. */
const markPureNamespaces: TsupPlugin = {
  name: 'mark-pure-namespaces',
  renderChunk(code) {
    const namespace = /^var (\w+) = \{\};\n__export\(\1, (\{\n[^}]*\n\})\);$/gm;
    return {
      code: code.replaceAll(
        namespace,
        'var $1 = /* @__PURE__ */ (() => {\n  const all = {};\n  __export(all, $2);\n  return all;\n})();',
      ),
    };
  },
};

/** What users import; package.json exports the same. */
export const entries = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  learn: 'src/learn/index.ts',
  symbolic: 'src/symbolic/index.ts',
  selection: 'src/selection/index.ts',
  charts: 'src/charts/index.ts',
  testing: 'src/testing/index.ts',
  persistence: 'src/persistence/index.ts',
  node: 'src/node/index.ts',
};

/** The command, which package.json names as `bin`. An ES module only: nobody imports it. */
const commandLine = { cli: 'src/cli/bin.ts' };

const shared: Options = {
  // Shared chunks, in CommonJS too: one Tensor class and one tape, whichever entries are loaded.
  splitting: true,
  // Neither minified nor mapped: what is installed can be read as it is.
  minify: false,
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildPlugins: [keepMethods, markPure],
};

// A chunk of its own lets bundlers leave ndarray out where nobody needs it.
const entry = { ...entries, 'tensor/ndarray': 'src/tensor/ndarray.ts' };

export default defineConfig(async () => {
  // Here, because each of them would clean away what the others have written.
  await rm('dist', { recursive: true, force: true });
  return [
    {
      ...shared,
      plugins: [markPureNamespaces],
      format: 'esm',
      entry: { ...entry, ...commandLine },
    },
    { ...shared, format: 'cjs', entry },
    { format: ['esm', 'cjs'], entry: entries, dts: { only: true } },
  ];
});
