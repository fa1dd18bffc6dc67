import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the output with one plain line. A file that cannot be loaded, a suite that cannot be set up or
 * cleaned up and an error outside of any test count as failures.
 */
const tally: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
  },
};

const CONFORMANCE = ['tests/conformance/**/*.test.ts'];
/** Those that put something else in the place of a module or of the engine: each has modules of its own. */
const ISOLATED = [
  'graph/home',
  'nn/formula_not_imported',
  'ops/execute/emitted_kernel',
  'ops/execute/no_memory',
  'optimizers/counts',
  'train/asked_once',
  'train/engine/refused',
  'wasm/probe',
].map((name) => `tests/conformance/${name}.test.ts`);
const DOCUMENTS = ['tests/docs/**/*.test.ts'];
const PROCESSES = ['tests/processes/**/*.test.ts'];

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/**
 * - `unit`: what one works with, in under half a minute. Its files share their modules, so that each is
 *   loaded once; a test that changes the engine below them belongs to a tier that does not.
 * - `conformance`: what is proved at length: distributions, gradients, bits, damage, wrong values; and
 *   `isolated`, those of its files that replace a module or the engine.
 * - `documents`: every example, experiment, terminal and link.
 * - `processes`: commands, worker threads and files on a disk.
 */
const shared = {
  pool: 'threads',
  // No test is timed; this only ends one that hangs, on a busy machine too.
  testTimeout: 120_000,
  // The views of the lab use the library as its users do.
  alias: [
    { find: /^epochal$/, replacement: source('index.ts') },
    { find: /^epochal\/(\w+)$/, replacement: source('$1/index.ts') },
  ],
} as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', tally],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...CONFORMANCE, ...DOCUMENTS, ...PROCESSES],
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'conformance',
          include: CONFORMANCE,
          exclude: ISOLATED,
          isolate: false,
        },
      },
      { test: { ...shared, name: 'isolated', include: ISOLATED } },
      { test: { ...shared, name: 'documents', include: DOCUMENTS } },
      { test: { ...shared, name: 'processes', include: PROCESSES } },
    ],
  },
});
