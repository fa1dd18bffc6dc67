/** The entries of the package, as package.json, the build and the sources know them. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entries } from '../../tsup.config.ts';
import { importsOf, source } from './sources.ts';

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const manifest = JSON.parse(readFileSync(file('package.json'), 'utf8'));

describe('the entries of the package', () => {
  it('are exported with types, as ES module and as CommonJS', () => {
    const expected: Record<string, unknown> = { './package.json': './package.json' };
    for (const name of Object.keys(entries)) {
      const esModule = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
      const commonJs = { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` };
      expected[name === 'index' ? '.' : `./${name}`] = {
        // Bundlers take the ES module for `require`, too, and Node takes the CommonJS one for `import`, too:
        // either way there is one copy, so one Tensor class and one tape.
        module: esModule,
        node: { import: { ...esModule, default: `./dist/${name}.mjs` }, require: commonJs },
        import: esModule,
        require: commonJs,
      };
    }
    expect(manifest.exports).toEqual(expected);
  });

  it('promise bundlers that unused files can be left out', () => {
    // `import 'epochal/symbolic'` lets architectures with formulas be read.
    expect(manifest.sideEffects).toEqual(
      ['js', 'mjs', 'cjs'].map((kind) => `./dist/symbolic.${kind}`),
    );
  });

  it.each(Object.entries(entries))(
    '%s puts the methods on Tensor, for anyone who imports it alone',
    (_, path) => {
      expect(existsSync(file(path))).toBe(true);
      const from = source(path.slice('src/'.length), readFileSync(file(path), 'utf8'));
      const values = importsOf(from).filter(({ typeOnly }) => !typeOnly);
      expect(values.map(({ to }) => to)).toContain('autograd/methods.ts');
    },
  );
});
