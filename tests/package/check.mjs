/**
 * Packs the library as it would be published and uses it the way its users do: installed from the
 * tarball into an empty folder, from ES modules, from CommonJS, from TypeScript and through bundlers.
 * Needs `npm run build` first. Stops at the first thing that is wrong.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** An expression for each entry that is true when the entry works with no other entry loaded. */
const ALONE = {
  epochal: 'entry.tensor([1]).add(2).item() === 3',
  'epochal/charts':
    "entry.learningRateChart({ iterations: 2, learningRateAt: () => 1 }).includes('iteration')",
  'epochal/data': 'entry.xor({ samples: 4, seed: 1 }).inputs.add(2).shape[0] === 4',
  'epochal/interop':
    "typeof entry.importModel === 'function' && typeof entry.exportModel === 'function'",
  'epochal/learn': "typeof entry.explain === 'function'",
  'epochal/node': "entry.loadIdx('one.idx').add(2).item() === 3",
  'epochal/persistence':
    "entry.readCsv(new TextEncoder().encode('a,b\\n1,2\\n'), { target: 'b' }).dataset.inputs.add(2).item() === 3",
  'epochal/symbolic': "entry.derivative('x ^ 2', 'x') === '2 * x'",
  'epochal/selection': 'entry.gridSearchPlan({ grid: { a: [1, 2] }, epochs: 3 }).epochs === 6',
  'epochal/threads': "typeof entry.enableThreads === 'function'",
  'epochal/testing': 'entry.uniform([3], { seed: 1 }).add(2).shape[0] === 3',
};

/** Programs to compile, with the global types that they need, and what they print. */
const PROGRAMS = {
  program: {
    types: [],
    prints: {
      iterations: 10,
      gradient: 4,
      explained: true,
      oneTensorClass: true,
      depths: [2, 2, 1],
      folds: 3,
      diagnosed: true,
      gradcheck: true,
    },
  },
  charts: { types: [], prints: { texts: true, pictures: true, page: true } },
  files: { types: ['node'], prints: { oneTensorClass: true, sum: 3 } },
  formulas: { types: [], prints: { derivative: '2 * x', factor: 0.25, value: 9 } },
};

/** Programs to bundle, none of them near a data set, and what each may weigh: KB, min + gzip. */
const BUNDLES = {
  // Without tensors: whatever has a side effect, or comes with what has one, would be seen here.
  schedule: {
    limit: 3.5,
    program: `
      import { exponential } from 'epochal';
      console.log(exponential({ factor: 0.5 }).factor(0) === 1);`,
  },
  withoutTensors: {
    limit: 22,
    program: `
      import { earlyStopping, jsonLines, NonFiniteError, oneCycle, random } from 'epochal';
      import { lossChart } from 'epochal/charts';
      import { compareRuns, diagnose, randomSearchPlan } from 'epochal/selection';
      const core = [earlyStopping, jsonLines, NonFiniteError, oneCycle, random];
      const others = [lossChart, compareRuns, diagnose, randomSearchPlan];
      console.log([...core, ...others].every((own) => typeof own === 'function'));`,
  },
  // Tensors that no operation has made have the methods, too: they come with the class.
  methods: {
    limit: 30.5,
    program: `
      import ndarray from 'ndarray';
      import { fromNdarray, Tensor } from 'epochal';
      const x = fromNdarray(ndarray(new Float32Array([1]), [1]));
      console.log(x.add(2).item() === 3 && 'backward' in Tensor.prototype);`,
  },
  tensor: {
    limit: 28.5,
    program: `
      import { tensor } from 'epochal';
      console.log(tensor([1]).add(2).item() === 3);`,
  },
  // The core with its compiler: tensors, gradients, and functions of them compiled.
  compiler: {
    limit: 37,
    program: `
      import { compile, parameter, tensor } from 'epochal';
      const w = parameter(0.5);
      const loss = (x) => w.mul(x).sub(1).square().mean();
      const compiled = compile(loss);
      for (const x of [[1, 2], [3, 5]]) compiled(tensor(x));
      loss(tensor([1, 2])).backward();
      console.log(w.gradient.item() === -0.5 && compiled(tensor([2, 4])).item() === 0.5);`,
  },
  training: {
    limit: 70.5,
    program: `
      import { adam, dense, meanSquaredError, sequential, Trainer } from 'epochal';
      import { fromArrays } from 'epochal/data';
      const train = fromArrays({ inputs: [[0], [1]], targets: [[0], [1]] });
      const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1 })]);
      const options = { model, loss: meanSquaredError(), optimizer: adam({ learningRate: 0.1 }) };
      const trainer = new Trainer({ ...options, epochs: 3, batchSize: 1, seed: 7 });
      trainer.fit({ train }).then(() => console.log(trainer.iteration === 6));`,
  },
  formula: {
    limit: 88,
    program: `
      import { derivative, formulaActivation } from 'epochal/symbolic';
      formulaActivation('x * sigmoid(x)');
      console.log(derivative('x ^ 2', 'x') === '2 * x');`,
  },
  everything: {
    limit: 106.5,
    program: `
      import * as core from 'epochal';
      globalThis.epochal = core;
      console.log(core.tensor([1]).add(2).item() === 3);`,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'epochal-consumer-'));
try {
  const tarball = pack();
  lint(tarball);
  install(tarball);
  missPeer();
  installPeer();
  useEachEntryAlone();
  await loadBoth();
  searchInThreads();
  compileAndRun();
  compileElsewhere();
  useCommandLine();
  useWordsOfOthers();
  await openLab();
  await bundle();
  await bundleForSideEffect();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack() {
  const [{ filename, files, size }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  );
  const strays = files
    .map(({ path }) => path)
    .filter(
      (path) => !/^(dist\/|docs\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/.test(path),
    )
    .concat(
      files
        .map(({ path }) => path)
        .filter((path) => /^docs\/(node_modules|api|source|\.)/.test(path)),
    );
  assert.deepEqual(strays, [], 'the tarball holds nothing but the build and its papers');
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE']) {
    assert(
      files.some(({ path }) => path === name),
      `the tarball holds ${name}`,
    );
  }
  followLinks(files.map(({ path }) => path));
  report('pack', `${files.length} files, ${kilobytes(size)}`);
  return join(folder, filename);
}

/** Links of the documents that are packed lead to what is packed with them. */
function followLinks(paths) {
  const documents = paths.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
  for (const document of documents) {
    const text = readFileSync(join(root, document), 'utf8')
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .replaceAll(/`[^`\n]*`/g, '');
    const links = [...text.matchAll(/\]\(([^)\s#]+)|(?:srcset|src)="([^"]+)"/g)];
    for (const [, link, image] of links) {
      const target = posix.join(posix.dirname(document), link ?? image);
      const found = paths.some((path) => path === target || path.startsWith(`${target}/`));
      assert(found || /^https:/.test(link), `${document}: ${target} is packed`);
    }
  }
}

function lint(tarball) {
  run(bin('publint'), ['run', tarball, '--strict'], root);
  report('publint', 'clean');
  // Resolution by TypeScript's oldest algorithm (node10) knows no subpath exports at all.
  run(bin('attw'), [tarball, '--profile', 'node16', '--format', 'ascii'], root);
  report('attw', 'clean');
}

function install(tarball) {
  write('package.json', '{ "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', tarball], folder);
  const installed = readdirSync(join(folder, 'node_modules')).filter(
    (name) => !name.startsWith('.'),
  );
  assert(!installed.includes('mathjs'), 'an optional peer is not installed unasked');
  report('install', installed.join(', '));
}

/** Without mathjs its one entry says what is missing, and no other entry notices. */
function missPeer() {
  for (const [file, text] of Object.entries({
    'missing.mjs': "import 'epochal/symbolic';",
    'missing.cjs': "require('epochal/symbolic');",
  })) {
    write(file, text);
    const { status, stderr } = spawnSync('node', [file], { cwd: folder, encoding: 'utf8' });
    assert.notEqual(status, 0, `${file} fails`);
    assert.match(
      stderr,
      /EpochalError: epochal\/symbolic: .*Run: npm install mathjs/,
      `${file} says it`,
    );
  }
  report('peer', 'epochal/symbolic alone asks for mathjs');
}

/** What the message tells users to do. From here on every entry works. */
function installPeer() {
  run('npm', ['install', '--no-audit', '--no-fund', `mathjs@${manifest.devDependencies.mathjs}`]);
}

function useEachEntryAlone() {
  const subpaths = Object.keys(manifest.exports).filter((path) => path !== './package.json');
  const names = subpaths.map((path) => `epochal${path.slice(1)}`);
  assert.deepEqual(names.sort(), Object.keys(ALONE).sort(), 'every entry is tried');
  write('one.idx', Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 1));
  for (const [name, expression] of Object.entries(ALONE)) {
    write('alone.mjs', `import * as entry from '${name}';\nconsole.log(${expression});`);
    write('alone.cjs', `const entry = require('${name}');\nconsole.log(${expression});`);
    for (const file of ['alone.mjs', 'alone.cjs']) {
      assert.equal(run('node', [file]).trim(), 'true', `${name} alone, in ${file}`);
    }
  }
  report('entries', `${names.length}, each alone, as ES module and CommonJS`);
}

/** ES modules and CommonJS in one program: one Tensor class, one tape, in Node and in a bundle. */
async function loadBoth() {
  write(
    'both.mjs',
    `import * as esModule from 'epochal';
    import { other, otherXor, otherReadNpy } from './both_other.cjs';
    import { writeNpy } from 'epochal/persistence';
    const { adam, dense, tensor, Tensor, Trainer } = esModule;
    const w = other.parameter([1, 2]);
    w.mul(tensor([3, 4])).sum().backward();
    const model = other.sequential({ inputShape: [2], seed: 7 }, [dense({ units: 2 })]);
    const loss = other.softmaxCrossEntropy();
    const trainer = new Trainer({ model, loss, optimizer: adam(), epochs: 1, seed: 7 });
    trainer.fit({ train: otherXor({ samples: 8, seed: 7 }) }).then(() => {
      console.log(
        other.tensor([1]) instanceof Tensor &&
          otherReadNpy(writeNpy(tensor([1]))) instanceof other.Tensor &&
          w.gradient.toArray().join() === '3,4' &&
          trainer.backend === 'wasm',
      );
    });`,
  );
  write(
    'both_other.cjs',
    `exports.other = require('epochal');
    exports.otherXor = require('epochal/data').xor;
    exports.otherReadNpy = require('epochal/persistence').readNpy;`,
  );
  assert.equal(run('node', ['both.mjs']).trim(), 'true', 'in Node');
  const code = await bundleWithEsbuild('both.mjs');
  write('bundled.mjs', code);
  assert.equal(run('node', ['bundled.mjs']).trim(), 'true', 'in a bundle');
  report('both', 'ES modules and CommonJS together have one Tensor class');
}

/** A module that trains, and a program that searches with it in threads and without, of each kind. */
function searchInThreads() {
  write(
    'trial.mjs',
    `import { defineLayer, defineOptimizer, dense, modelFromJSON, sequential, sign, softmaxCrossEntropy } from 'epochal';
    import { xor } from 'epochal/data';
    import { trainerObjective } from 'epochal/selection';
    const train = xor({ samples: 40, seed: 7 });
    const own = defineLayer('own', {
      build: (_, { inputShape }) => ({ outputShape: inputShape, forward: (x) => x.mul(2) }),
    });
    const signs = defineOptimizer('signs', {
      learningRate: 0.1,
      update: ({ gradient, state }) => ({ direction: sign(gradient), state }),
    });
    const training = ({ learningRate }, { seed }) => ({
      model: modelFromJSON(sequential({ inputShape: [2], seed }, [own(), dense({ units: 2 })]).toJSON()),
      loss: softmaxCrossEntropy(),
      optimizer: signs({ learningRate }),
    });
    export const objective = trainerObjective({ training, train, validation: train });`,
  );
  const program = `
    async function main() {
      const bits = ({ records }) => JSON.stringify(records);
      const options = { grid: { learningRate: [0.1, 0.2, 0.3] }, epochs: 2 };
      const { objective } = await import('./trial.mjs');
      const here = await gridSearch({ ...options, objective });
      const threads = workerObjective('trial.mjs', { parallel: 2, export: 'objective' });
      const there = await gridSearch({ ...options, objective: threads });
      await threads.close();
      console.log(there.cost.failures === 0 && bits(there) === bits(here));
    }
    main();`;
  const [node, selection] = ["'epochal/node'", "'epochal/selection'"];
  const names = { workerObjective: node, gridSearch: selection };
  for (const file of ['threads.mjs', 'threads.cjs']) {
    const lines = Object.entries(names).map(([name, from]) =>
      file.endsWith('.mjs')
        ? `import { ${name} } from ${from};`
        : `const { ${name} } = require(${from});`,
    );
    write(file, `${lines.join('\n')}${program}`);
    assert.equal(run('node', [file]).trim(), 'true', file);
  }
  report('threads', 'a search in two threads and without, from an ES module and from CommonJS');
}

function compileAndRun() {
  for (const [name, { types, prints }] of Object.entries(PROGRAMS)) {
    const options = {
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      declaration: true,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types,
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const node16 = { ...options, module: 'node16', moduleResolution: 'node16' };
    const bundler = { ...options, module: 'esnext', moduleResolution: 'bundler', noEmit: true };
    compile(node16, [`${name}.mts`, `${name}.cts`]);
    compile(bundler, [`${name}.ts`]);
    for (const file of [`${name}.mjs`, `${name}.cjs`]) {
      assert.deepEqual(JSON.parse(run('node', [file])), prints, file);
    }
  }
  report('types', 'node16 (ES module and CommonJS) and bundler; what is compiled runs');
}

/** What comes after the compiler that this project uses, and jest, whose types are those of many packages. */
function compileElsewhere() {
  const packages = ['typescript7@npm:typescript@7.0.2', '@jest/globals@30.5.2'];
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...packages]);
  const newest = [join(folder, 'node_modules/typescript7/bin/tsc')];
  const options = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ target: 'es2022', lib: ['es2022', 'dom'], types: [], noEmit: true },
    ...{ module: 'nodenext', moduleResolution: 'nodenext' },
  };
  compile({ ...options, skipLibCheck: true }, ['jest.ts']);
  run('node', newest);
  compile(options, ['program.ts', 'formulas.ts']);
  run('node', newest);
  report('compiled', 'by TypeScript 5.9 and 7, with matchers of @jest/globals');
}

/** The command, as `npx` finds it, and the code that it prints for using the model. */
function useCommandLine() {
  write(
    'iris.mjs',
    `import { iris } from 'epochal/data';
    import { saveCsv } from 'epochal/node';
    const { inputs, targets, featureNames, classNames, size } = iris();
    saveCsv('iris.csv', [
      ...featureNames.map((name, k) => [name, inputs.slice([0, size], [k, k + 1]).reshape([-1])]),
      ['species', targets.toArray().map((k) => classNames[k])],
    ]);`,
  );
  run('node', ['iris.mjs']);
  const epochal = (...words) => run('npx', ['--no-install', 'epochal', ...words]);
  assert.equal(epochal('--version').trim(), manifest.version);
  const words = ['--target', 'species', '--epochs', '40', '--seed', '7'];
  const files = ['--save', 'model.safetensors', '--report', 'report.html'];
  const shown = epochal('train', 'iris.csv', ...words, ...files);
  assert.match(shown, /accuracy +(9\d|100)/);
  const page = readFileSync(join(folder, 'report.html'), 'utf8');
  assert.match(
    page,
    /<h2>The curves<[\s\S]*<svg [\s\S]*<h2>Confusion matrix<[\s\S]*<h2>Using the model</,
  );
  assert.doesNotMatch(page, /<script|<link|\ssrc=|\shref=/, 'the report needs no network');
  const predicted = epochal('predict', 'model.safetensors', 'iris.csv').trim().split('\n').slice(1);
  const names = predicted.map((row) => row.split(',')[0]);
  copyFileSync(join(folder, 'iris.csv'), join(folder, 'data.csv'));
  const [code] = /^ {2}import [\s\S]+$/m.exec(shown);
  write('usage.mts', code.replace(/console\.log\((.+)\);/, 'console.log(JSON.stringify($1));'));
  const compilerOptions = {
    ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
    ...{ target: 'es2022', module: 'node16', moduleResolution: 'node16', types: ['node'] },
    ...{ lib: ['esnext', 'dom'], typeRoots: [join(root, 'node_modules/@types')] },
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['usage.mts'] }));
  run(bin('tsc'), []);
  assert.deepEqual(JSON.parse(run('node', ['usage.mjs'])), names, 'the code does as the command');
  const result = epochal('train', 'iris.csv', ...words, '--json')
    .trim()
    .split('\n')
    .at(-1);
  assert.equal(JSON.parse(result).type, 'result');
  const { status, stderr } = spawnSync(
    'npx',
    ['--no-install', 'epochal', 'train', 'nix.csv', '--target', 'y'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  assert.deepEqual([status, stderr.trim().split('\n').length], [1, 1], 'an error is one line');
  report('command', 'npx epochal train, predict; the code that it prints compiles and runs');
}

/** Names that people bring along from other libraries are answered, in programs and by the command. */
function useWordsOfOthers() {
  copyFileSync(join(here, 'words.mjs'), join(folder, 'words.mjs'));
  const count = run('node', ['words.mjs']).trim();
  const words = [
    '--no-install',
    'epochal',
    'train',
    'iris.csv',
    '--target',
    'species',
    '--lr',
    '0.1',
  ];
  const { status, stderr } = spawnSync('npx', words, { cwd: folder, encoding: 'utf8' });
  assert.notEqual(status, 0, '--lr is refused');
  assert.match(stderr, /Write --learning-rate/);
  report('words', `${count} names of other libraries are answered, and --lr`);
}

/** The lab, as `npx epochal learn` serves it: its pages, and everything that they load by name. */
async function openLab() {
  const child = spawn('node', ['node_modules/epochal/dist/cli.js', 'learn', '--no-open'], {
    cwd: folder,
  });
  try {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const origin = await new Promise((resolve, reject) => {
      child.stdout.on('data', (text) => resolve(/http:\S+(?=\/\n)/.exec(text)?.[0]));
      child.on('close', () => reject(new Error(said)));
    });
    const pages = readdirSync(join(root, 'docs/lab')).filter((name) => name.endsWith('.md'));
    const loaded = new Set();
    for (const page of pages) {
      const answer = await fetch(`${origin}/lab/${page.replace('.md', '.html')}`);
      assert.equal(answer.status, 200, page);
      const html = await answer.text();
      for (const [path] of html.matchAll(/\/assets\/[\w@./-]+\.(?:js|css|woff2)/g))
        loaded.add(path);
    }
    for (const path of loaded) assert.equal((await fetch(origin + path)).status, 200, path);
    report('lab', `${pages.length} pages and ${loaded.size} files that they name are served`);
  } finally {
    child.kill();
  }
}

/** Compiles copies of one program, whose endings say what kind of module they are. */
function compile(compilerOptions, files) {
  for (const file of files) {
    copyFileSync(join(here, file.replace(/\.\w+$/, '.ts')), join(folder, file));
  }
  write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  run(bin('tsc'), []);
}

async function bundle() {
  const rows = dataRows();
  for (const [name, { program, limit }] of Object.entries(BUNDLES)) {
    write(`${name}.js`, program);
    const byEsbuild = await bundleWithEsbuild(`${name}.js`);
    const byVite = await bundleWithVite(`${name}.js`);
    for (const [bundler, code] of Object.entries({ esbuild: byEsbuild, vite: byVite })) {
      for (const row of rows) assert(!code.includes(row), `${name} by ${bundler} has a data set`);
      write('bundled.mjs', code);
      assert.equal(run('node', ['bundled.mjs']).trim(), 'true', `${name}, bundled by ${bundler}`);
    }
    const size = gzipSync(byEsbuild, { level: 9 }).length;
    report('bundle', `${name}: ${kilobytes(size)} min + gzip of ${limit} KB`);
    assert(size <= limit * 1024, `${name} fits its limit`);
  }
}

/** What is imported for what it does alone, to read formulas by name, stays in bundles for browsers and for Node. */
async function bundleForSideEffect() {
  write(
    'side_effect.js',
    `import 'epochal/symbolic';
    import { modelFromJSON } from 'epochal';
    const layers = [{ type: 'formulaActivation', options: { formula: 'x ^ 2' } }];
    const model = modelFromJSON({ version: 1, inputShape: [1], seed: 7, dtype: 'float32', layers });
    console.log(model.predict([[3]]).item() === 9);`,
  );
  const byNodeConditions = { conditions: ['node'], platform: 'node' };
  const server = { ssr: { noExternal: true, resolve: { conditions: ['node'] } } };
  const bundles = {
    esbuild: await bundleWithEsbuild('side_effect.js'),
    'esbuild for Node': await bundleWithEsbuild('side_effect.js', byNodeConditions),
    vite: await bundleWithVite('side_effect.js'),
    'vite for Node': await bundleWithVite('side_effect.js', server),
  };
  for (const [bundler, code] of Object.entries(bundles)) {
    write('bundled.mjs', code);
    assert.equal(run('node', ['bundled.mjs']).trim(), 'true', `side effect, by ${bundler}`);
  }
  report('bundle', "import 'epochal/symbolic' alone, for browsers and for Node");
}

/** A row of each real data set, to find it by in a bundle. */
function dataRows() {
  const sets = join(root, 'src/data/sets');
  const files = readdirSync(sets).filter((name) => name.endsWith('.ts'));
  assert(files.length > 0, 'there are data sets to look for');
  return files.map((name) => readFileSync(join(sets, name), 'utf8').split('\n')[9]);
}

/** Bundles for a browser, where an import of `node:` anything is an error. */
async function bundleWithEsbuild(file, more = {}) {
  const result = await esbuild({
    absWorkingDir: folder,
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
    ...more,
  });
  return result.outputFiles[0].text;
}

async function bundleWithVite(file, more = {}) {
  const entry = join(folder, file);
  const build = more.ssr ? { ssr: entry } : { lib: { entry, formats: ['es'] } };
  const [{ output }] = [
    await vite({
      root: folder,
      configFile: false,
      logLevel: 'error',
      ...more,
      build: { ...build, write: false },
    }),
  ].flat();
  assert.equal(output.length, 1, 'one file');
  return output[0].code;
}

function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

function write(name, text) {
  writeFileSync(join(folder, name), text);
}

/** Runs a command and returns what it printed; a failure shows everything that it said. */
function run(command, args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function report(what, result) {
  console.log(`${what.padEnd(8)} ${result}`);
}
