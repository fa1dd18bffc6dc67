/** The documents name everything that a user can import, and no function that there is not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Tensor } from '../../src/autograd/methods.ts';
import { matchers } from '../../src/testing/index.ts';
import { entries, root } from './execute.ts';
import { explanations } from './explanations.ts';
import { documents } from './markdown.ts';

const all = documents();

/** Inline code and tables, without the examples, which are compiled. */
const inlineCode = all.flatMap(({ path, text }) => {
  const outsideOfExamples = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...outsideOfExamples.matchAll(/`([^`\n]+)`/g)].map(([, code]) => ({ path, code }));
});

const modules = await Promise.all(
  [...entries].map(
    async ([name, path]): Promise<[string, Record<string, unknown>]> => [
      name,
      await import(/* @vite-ignore */ new URL(`../../${path}`, import.meta.url).href),
    ],
  ),
);

describe('the documents', () => {
  const explained = explanations(all);

  it.each(modules)('explain everything that %s exports', (entry, exported) => {
    const missing = Object.keys(exported).filter((name) => !explained.has(name));
    expect(missing.map((name) => `${name} of ${entry} is explained nowhere in docs/`)).toEqual([]);
  });

  it.each([
    ['## `fit`', ['fit']],
    ['| `a`, `b(x)` | `c` |', ['a', 'b', 'c']],
    ['Call `adam({ beta1 })` or `new Trainer(x)`.', ['adam', 'Trainer']],
    ['The mean of a full range.', []],
    ['```ts\nconst a = `b`;\n```', []],
    ['`model.predict(x)`, `a + b`, `{ a }`, `src/a.ts`', []],
  ])('explain by inline code: %s', (text, names) => {
    expect([...explanations([{ path: 'a.md', text }]).keys()]).toEqual(names);
  });

  it('call no function by a name that it does not have', () => {
    const initializers = modules[0][1].initializers as object;
    const exported = modules.flatMap(([, module]) => Object.keys(module));
    const known = new Set([...exported, ...Object.keys(initializers), ...Object.keys(matchers)]);
    const called = inlineCode.flatMap(({ path, code }) => {
      // `adam(...)`, but not `model.predict(...)` and not `f(x) = ...`
      const [, name] = /^(?:await )?([a-zA-Z]\w{2,})\(.*\)$/.exec(code) ?? [];
      return name === undefined ? [] : [{ path, name }];
    });
    const isKnown = (name: string) => known.has(name) || name in Tensor.prototype;
    const unknown = called.filter(({ name }) => !isKnown(name) && !METHODS.has(name));
    expect(unknown).toEqual([]);
  });
});

describe('the files that the documents name', () => {
  it('are there', () => {
    const files = inlineCode.filter(({ code }) => /^(src|tests|benchmarks)\/[\w/.]*$/.test(code));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(({ code }) => !existsSync(join(root, code)))).toEqual([]);
  });
});

/** Members of a Trainer, a model and others, which a document has introduced, and mathematics. */
const METHODS = new Set([
  ...'plan fit run next stop reports predict state loadState freeze unfreeze summary clone'.split(
    ' ',
  ),
  ...'predictProbabilities predictClasses predictLabels'.split(' '),
  ...'toJSON factor apply ceil floor'.split(' '),
]);
