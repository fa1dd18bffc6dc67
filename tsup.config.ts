import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';

/**
 * One file has a side effect: it puts the operations on the prototype of Tensor. For users,
 * `sideEffects: false` is right all the same: every entry imports that file, so the chunk with Tensor holds it.
 */
const keepMethods: Plugin = {
  name: 'keep-methods',
  setup(build) {
    build.onResolve({ filter: /\/methods\.ts$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === keepMethods) return undefined;
      const found = await build.resolve(path, { ...from, pluginData: keepMethods });
      return { ...found, sideEffects: /autograd.methods\.ts$/.test(found.path) };
    });
  },
};

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    data: 'src/data/index.ts',
    learn: 'src/learn/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: ['esm', 'cjs'],
  // Shared chunks, in CommonJS too: one Tensor class and one tape, whichever entries are loaded.
  splitting: true,
  dts: true,
  sourcemap: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  removeNodeProtocol: false,
  esbuildPlugins: [keepMethods],
});
