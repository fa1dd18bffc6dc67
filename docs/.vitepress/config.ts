/** The site: chapters, API reference and search, as static files that ask no other host for anything. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { parts } from './chapters.ts';
import { addRunButtons } from './examples.ts';
import { anchorOf, repository, siteLink } from './links.ts';
import { llmsText, titleOf } from './llms.ts';
import { referenceSidebar } from './reference.ts';

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

function itemOf(chapter: string): DefaultTheme.SidebarItem {
  return { text: titleOf(chapter), link: `/${chapter}` };
}

/** A chapter; one that is the first of a folder has the others below it. */
function chapterItem(chapter: string): DefaultTheme.SidebarItem {
  if (!chapter.endsWith('/README')) return itemOf(chapter);
  const folder = chapter.replace('/README', '');
  const others = readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => itemOf(`${folder}/${name.replace('.md', '')}`));
  return { ...itemOf(chapter), collapsed: true, items: others };
}

const chapters: DefaultTheme.SidebarItem[] = parts.map(({ title, chapters: inPart }) => ({
  text: title,
  items: inPart.map(chapterItem),
}));

/** The one file of the library with a side effect: it gives tensors their methods (see tsup.config.ts). */
const keepMethods = {
  name: 'keep-methods',
  transform(code: string, id: string) {
    if (!/\/autograd\/methods\.ts$/.test(id)) return undefined;
    return { code, map: null, moduleSideEffects: true };
  },
};

/** Before anything is drawn: a page of the lab inside another page shows its view alone (theme/embed.css). */
const EMBED = `if (/\\/lab\\//.test(location.pathname) && new URLSearchParams(location.search).get('embed') === '1') document.documentElement.classList.add('is-embedded')`;
const SEARCH = 'Search ( / )';

export default defineConfig({
  title: 'epochal',
  description: 'A neural-network library in pure TypeScript that you can see through.',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  srcExclude: ['node_modules/**'],
  head: [
    ['script', {}, EMBED],
    [
      'link',
      { rel: 'icon', type: 'image/svg+xml', href: `${process.env.SITE_BASE ?? '/'}logo.svg` },
    ],
  ],
  markdown: {
    // Every colour of these has enough contrast; the usual ones have not.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: anchorOf },
    headers: { slugify: anchorOf },
    config(md) {
      addRunButtons(md);
      md.core.ruler.push('site-links', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.attrGet('href');
          if (token.type === 'link_open' && href !== null) {
            token.attrSet('href', siteLink(env.relativePath, href));
          }
        }
      });
      md.core.ruler.push('empty-headers', ({ tokens }) => {
        // The corner of a table is no header of anything.
        for (const [at, { type }] of tokens.entries()) {
          if (type !== 'th_open' || tokens[at + 1].content !== '') continue;
          tokens[at].tag = 'td';
          tokens[at + 2].tag = 'td';
        }
      });
    },
  },
  vite: {
    plugins: [keepMethods],
    worker: { format: 'es', plugins: () => [keepMethods] },
    // Components of pages use the library as its users do.
    resolve: {
      alias: [
        { find: /^epochal$/, replacement: source('index.ts') },
        { find: /^epochal\/(\w+)$/, replacement: source('$1/index.ts') },
      ],
    },
    server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  },
  /** A view has the room that the outline would take; the page has two headings. */
  transformPageData({ relativePath, frontmatter }) {
    if (relativePath.startsWith('lab/'))
      Object.assign(frontmatter, { aside: false, pageClass: 'lab-page' });
  },
  buildEnd({ outDir, site }) {
    writeFileSync(join(outDir, 'llms.txt'), llmsText(site));
  },
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Chapters', link: '/epochs', activeMatch: '^/(?!api/|lab/|source/|$)' },
      { text: 'Lab', link: '/lab/one_iteration', activeMatch: '^/lab/' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: { '/api/': referenceSidebar(), '/': chapters },
    outline: [2, 3],
    search: {
      provider: 'local',
      // What is seen is what is read out; the slash is the key that works on every keyboard.
      options: { translations: { button: { buttonText: SEARCH, buttonAriaLabel: SEARCH } } },
    },
    socialLinks: [{ icon: 'github', link: repository }],
    footer: { message: 'MIT licence' },
  },
});
