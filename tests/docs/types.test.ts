import { expect, it } from 'vitest';
import { documents, examplesOf } from './markdown.ts';
import { typeErrors } from './types.ts';

it('every example compiles against the sources', () => {
  expect(typeErrors(documents().flatMap(examplesOf))).toEqual([]);
}, 120_000);

it('an example that does not is seen', () => {
  const text = "```ts\nimport { relu } from 'epochal';\nrelu('x');\n```";
  const found = typeErrors(examplesOf({ path: 'a.md', text }));
  expect(found).toEqual([expect.stringMatching(/^a\.md:1, line 2: .*string/)]);
}, 120_000);
