import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';

const entry = {
  index: 'src/index.ts',
  data: 'src/data/index.ts',
  learn: 'src/learn/index.ts',
  testing: 'src/testing/index.ts',
};

export default defineConfig({
  entry: Object.fromEntries(Object.entries(entry).filter(([, file]) => existsSync(file))),
  format: ['esm', 'cjs'],
  // Shared chunks, in CommonJS too: one Tensor class and one tape, whichever entries are loaded.
  splitting: true,
  dts: true,
  sourcemap: true,
  clean: true,
  target: 'es2022',
  platform: 'neutral',
  removeNodeProtocol: false,
});
