/** Links of the documents, which are read as files too, as links of the site. */
import { posix } from 'node:path';

export const repository = 'https://github.com/epochal/epochal';

/**
 * Where a link of a page leads on the site. Pages stay as they are; programs of `docs/` have pages below
 * `source/`; whatever lies outside of `docs/` is in the repository.
 *
 * @param page path of the page from `docs/`: `decisions/README.md`
 */
export function siteLink(page: string, link: string): string {
  if (/^([a-z]+:|#|\/)/.test(link)) return link;
  const [path, anchor] = link.split('#');
  const target = posix.join(posix.dirname(page), path);
  if (target.startsWith('../')) return `${repository}/blob/main/${target.slice(3)}`;
  if (!target.endsWith('.ts')) return link;
  return `/${sourcePage(target)}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The page on which a program of `docs/` is shown. */
export function sourcePage(program: string): string {
  return `source/${program.replace(/\.ts$/, '.md')}`;
}

/** The anchor of a heading, as GitHub makes it: there the documents are read, too. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
