/** The site has every chapter, once, and its links lead where those of the files do. */
import { expect, it } from 'vitest';
import { parts } from '../../docs/.vitepress/chapters.ts';
import { anchorOf, repository, siteLink } from '../../docs/.vitepress/links.ts';
import { documents } from './markdown.ts';

it('has each chapter in its sidebar, once', () => {
  const chapters = documents()
    .map(({ path }) => path)
    .filter((path) => /^docs\/(?!index\.md$|decisions\/\d)/.test(path))
    .map((path) => path.replace(/^docs\/(.+)\.md$/, '$1'));
  expect(chapters.length).toBeGreaterThan(20);
  expect(parts.flatMap((part) => part.chapters).toSorted()).toEqual(chapters.toSorted());
});

it.each([
  ['epochs.md', 'training.md#callbacks', 'training.md#callbacks'],
  ['epochs.md', '#the-arithmetic', '#the-arithmetic'],
  ['epochs.md', 'https://example.org/a.ts', 'https://example.org/a.ts'],
  ['epochs.md', 'epoch.ts', '/source/epoch.md'],
  ['decisions/README.md', '../epoch.ts', '/source/epoch.md'],
  ['common_beliefs.md', 'experiments/table.ts', '/source/experiments/table.md'],
  ['performance.md', '../findings/README.md', `${repository}/blob/main/findings/README.md`],
  ['decisions/a.md', '../../src/ops/apply.ts', `${repository}/blob/main/src/ops/apply.ts`],
])('in %s, %s leads to %s', (page, link, expected) => {
  expect(siteLink(page, link)).toBe(expected);
});

it('has the anchors that GitHub makes', () => {
  expect(anchorOf('The seam: `apply`')).toBe('the-seam-apply');
});
