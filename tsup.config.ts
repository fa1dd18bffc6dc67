import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import ts from 'typescript';

/**
 * One file has a side effect: it puts the operations on the prototype of Tensor. For users
 * `sideEffects: false` holds all the same: every entry that reaches Tensor imports that file, those in `apart`
 * included, so it shares a chunk with Tensor, and whoever takes the one has the other.
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

/** Whether evaluating the expression runs anything, as far as a bundler could tell: `**` refuses some values. */
function computes(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  const runs = ts.isCallExpression(node) || ts.isNewExpression(node);
  const reads = ts.isSpreadAssignment(node) || ts.isSpreadElement(node);
  const raises =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken;
  return runs || reads || raises || (ts.forEachChild(node, computes) ?? false);
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

/** Says what is missing, and what to do, where an optional peer is not installed. */
const REQUIRE_PEER = `
function requirePeer(name, load) {
  try {
    return load();
  } catch (cause) {
    if (cause.code !== 'MODULE_NOT_FOUND') throw cause;
    const { EpochalError } = require('./index.cjs');
    throw new EpochalError({
      where: 'epochal/symbolic',
      expected: \`the package \${name}, which reads and differentiates formulas\`,
      received: 'none that is installed',
      remedy: \`Run: npm install \${name}\`,
    }, { cause });
  }
}
`;

/** The modules of the package that a module imports, and the module with CommonJS names for them. */
const OWN_IMPORT = /((?:from|import) ")(\.\.?\/[^"]+)\.js(")/g;

/**
 * Makes CommonJS of the ES modules that users can reach, and `.mjs` files for Node: they hand on what the
 * CommonJS ones export, so that a program that loads both kinds has one Tensor class and one tape.
 */
async function makeCommonJs(): Promise<void> {
  const modules = new Set(Object.keys(entry).map((name) => `${name}.js`));
  for (const file of modules) {
    const text = await readFile(join('dist', file), 'utf8');
    for (const [, , path] of text.matchAll(OWN_IMPORT)) {
      modules.add(`${join(dirname(file), path)}.js`);
    }
    const { code } = await transform(text.replaceAll(OWN_IMPORT, '$1$2.cjs$3'), {
      format: 'cjs',
      target: 'es2022',
      platform: 'node',
    });
    const peer = /require\("(mathjs)\/number"\)/g;
    const guarded = code.replace(peer, "requirePeer('$1', () => $&)");
    const finished = guarded === code ? code : guarded + REQUIRE_PEER;
    await writeFile(join('dist', file.replace(/\.js$/, '.cjs')), finished);
  }
  const require = createRequire(import.meta.url);
  for (const name of Object.keys(entries)) {
    const names = Object.keys(require(`./dist/${name}.cjs`)).join(', ');
    const handedOn = `import all from './${name}.cjs';\n\nexport const { ${names} } = all;\n`;
    await writeFile(`dist/${name}.mjs`, handedOn);
  }
}

/** What users import; package.json exports the same. */
export const entries = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  interop: 'src/interop/index.ts',
  learn: 'src/learn/index.ts',
  symbolic: 'src/symbolic/index.ts',
  selection: 'src/selection/index.ts',
  charts: 'src/charts/index.ts',
  testing: 'src/testing/index.ts',
  persistence: 'src/persistence/index.ts',
  threads: 'src/threads/index.ts',
  node: 'src/node/index.ts',
};

/** The command, which package.json names as `bin`. An ES module only: nobody imports it. */
const commandLine = { cli: 'src/cli/bin.ts' };

const shared: Options = {
  // Shared chunks: one Tensor class and one tape, whichever entries are loaded.
  splitting: true,
  // Neither minified nor mapped: what is installed can be read as it is.
  minify: false,
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildPlugins: [keepMethods, markPure],
};

/**
 * Nobody imports these: what they reach gets chunks of its own, and bundlers can leave the others out. So a
 * program does without ndarray where it needs none; and one that has a schedule, random numbers or a chart
 * does without tensors, whose chunk stays whole because it has a side effect: the methods.
 */
const apart = {
  'interop/ndarray': 'src/interop/ndarray.ts',
  'errors/index': 'src/errors/index.ts',
  'errors/for_json': 'src/errors/for_json.ts',
  'tensor/rng': 'src/tensor/rng.ts',
  'schedules/index': 'src/schedules/index.ts',
};

const entry = { ...entries, ...apart };

export default defineConfig(async () => {
  // Here, because each of them would clean away what the others have written.
  await rm('dist', { recursive: true, force: true });
  return [
    {
      ...shared,
      plugins: [markPureNamespaces],
      format: 'esm',
      entry: { ...entry, ...commandLine },
      onSuccess: makeCommonJs,
    },
    { format: ['esm', 'cjs'], entry: entries, dts: { only: true } },
  ];
});
