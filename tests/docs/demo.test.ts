import { expect, it } from 'vitest';
import { demoExcerpt, runDemo } from './execute.ts';
import { blocksOf, documents } from './markdown.ts';

it('what the documents show of the demonstration is what it prints', () => {
  const excerpts = documents()
    .flatMap(blocksOf)
    .filter(({ info }) => info.startsWith('demo: '));
  expect(excerpts.length).toBeGreaterThan(0);
  const demo = runDemo();
  for (const { info, content } of excerpts) expect(content).toBe(demoExcerpt(info, demo));
}, 120_000);
