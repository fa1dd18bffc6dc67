/**
 * The sidebar of the API reference: the entries of the package and the kinds of what they export. Names
 * stand on the page of their entry: here they would be in the file of every page, which is 190 MB.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';

const api = fileURLToPath(new URL('../api', import.meta.url));

/** Folders of TypeDoc, and the headings on the page of an entry. */
const KINDS: Readonly<Record<string, string>> = {
  classes: 'Classes',
  functions: 'Functions',
  interfaces: 'Interfaces',
  'type-aliases': 'Type Aliases',
  variables: 'Variables',
};

export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  const entries = readdirSync(join(api, 'epochal')).filter(
    (name) => !(name in KINDS) && !name.endsWith('.md'),
  );
  return ['epochal', ...entries.map((name) => `epochal/${name}`)].map((entry) => {
    const kinds = Object.entries(KINDS).filter(([kind]) => existsSync(join(api, entry, kind)));
    const link = `/api/${entry}/`;
    const items = kinds.map(([kind, text]) => ({ text, link: `${link}#${kind}` }));
    return { text: entry, link, items };
  });
}
